"""The font in which a viewer writes into fields: Arimo as a simple TrueType font for Windows' Latin letters."""

import io
from dataclasses import dataclass
from functools import cache
from typing import Final

import fontpkg_arimo
import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont

# Codes that cp1252 lacks show a bullet in WinAnsiEncoding (ISO 32000-1, annex D.2).
LETTERS: Final = tuple(bytes([code]).decode("cp1252", "ignore").replace("\x7f", "") or "•" for code in range(32, 256))
# What a viewer needs of a font that lies in the PDF; the rest is for layout programs.
NEEDED: Final = frozenset({"head", "hhea", "maxp", "OS/2", "hmtx", "cmap", "loca", "glyf", "post"})
NON_SYMBOLIC: Final = 32
STEM: Final = 80


@dataclass(frozen=True)
class Metrics:
    """A font program and its measures in thousandths of the type size."""

    program: bytes
    widths: tuple[int, ...]
    box: tuple[int, ...]
    ascent: int
    descent: int
    capitals: int


@cache
def metrics() -> Metrics:
    """Return Arimo Regular with the letters of WinAnsiEncoding."""
    with TTFont(fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf", recalcTimestamp=False) as font:
        # Regular is the variable font's own shape: without the tables of variation nothing else is left.
        options = subset.Options(hinting=False, drop_tables=sorted(set(font.keys()) - NEEDED - {"GlyphOrder"}))
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=map(ord, LETTERS))
        subsetter.subset(font)
        program = io.BytesIO()
        font.save(program)
        em = int(font["head"].unitsPerEm)
        glyphs, advances, head = font.getBestCmap(), font["hmtx"], font["head"]

        def thousandths(units: int) -> int:
            return round(units * 1000 / em)

        return Metrics(
            program.getvalue(),
            tuple(thousandths(advances[glyphs[ord(letter)]][0]) for letter in LETTERS),
            tuple(map(thousandths, (head.xMin, head.yMin, head.xMax, head.yMax))),
            thousandths(font["hhea"].ascent),
            thousandths(font["hhea"].descent),
            thousandths(font["OS/2"].sCapHeight),
        )


def font_in(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Put the font into a PDF and return it."""
    arimo = metrics()
    program = pdf.make_stream(arimo.program, Length1=len(arimo.program))
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=pikepdf.Name("/Arimo-Regular"),
        Flags=NON_SYMBOLIC,
        FontBBox=arimo.box,
        ItalicAngle=0,
        Ascent=arimo.ascent,
        Descent=arimo.descent,
        CapHeight=arimo.capitals,
        StemV=STEM,
        FontFile2=program,
    )
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.TrueType,
            BaseFont=pikepdf.Name("/Arimo-Regular"),
            Encoding=pikepdf.Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=255,
            Widths=arimo.widths,
            FontDescriptor=pdf.make_indirect(descriptor),
        )
    )
