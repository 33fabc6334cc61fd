"""The typeface of every output: Arimo, which has Arial's widths; the characters it has, how wide they are."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from struct import iter_unpack, unpack, unpack_from
from typing import Final

import fontpkg_arimo

from sopgen.messages import say

REGULAR: Final = fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf"
# Ends of lines and tabs: the programs set them by themselves.
BREAKS = frozenset("\t\n\v\f\r\x85")


@cache
def advances() -> Mapping[int, float]:
    """Return the advance of each character that the typeface has, as a part of the type size.

    Read from the font's tables (OpenType 1.9.1) here: to load the font library takes half as long as a whole `check`
    plans. A test holds that the library says the same.
    """
    font = REGULAR.read_bytes()
    (count,) = unpack_from(">H", font, 4)
    tables = {tag: font[at : at + size] for tag, _, at, size in iter_unpack(">4sIII", font[12 : 12 + 16 * count])}
    (em,), (full,) = unpack_from(">H", tables[b"head"], 18), unpack_from(">H", tables[b"hhea"], 34)
    widths = unpack(">" + "Hh" * full, tables[b"hmtx"][: 4 * full])[::2]
    # Glyphs behind the last full entry are as wide as that one.
    return {code: widths[min(glyph, full - 1)] / em for code, glyph in _glyphs(tables[b"cmap"])}


def _glyphs(cmap: bytes) -> Iterator[tuple[int, int]]:
    """Yield each character of the font and its glyph, by the subtable for the Basic Multilingual Plane (format 4)."""
    (count,) = unpack_from(">H", cmap, 2)
    places = {(kind, order): at for kind, order, at in iter_unpack(">HHI", cmap[4 : 4 + 8 * count])}
    table = cmap[places[3, 1] :]
    words = unpack(f">{len(table) // 2}H", table[: len(table) // 2 * 2])
    many = words[3] // 2
    ends, starts, steps = (words[first : first + many] for first in (7, 8 + many, 8 + 2 * many))
    for here, (start, end, step) in enumerate(zip(starts, ends, steps, strict=True), 8 + 3 * many):
        for code in range(start, min(end, 0xFFFE) + 1):
            # Without an offset the glyph follows from the code, else it stands so many bytes behind the offset.
            glyph = words[here + words[here] // 2 + code - start] if words[here] else code
            if glyph or not words[here]:
                yield code, (glyph + step) % 0x10000


def missing(text: str) -> list[str]:
    """Return the characters of a text that no output can show, each once: Typst refuses them, Word takes a font.

    That font is another on each machine.
    """
    if text.isascii():  # what of these the typeface lacks, no file may hold
        return []
    return [char for char in dict.fromkeys(text) if ord(char) not in advances() and char not in BREAKS]


def unshown(text: str) -> Iterator[tuple[str, str]]:
    """Yield for each character of a text that can not be shown what is wrong, and how to mend it."""
    for char in missing(text):
        name = f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
        what = say('the character "{char}" ({name}) is not in Arial', char=char, name=name)
        yield what, say("write it in words, or delete it")
