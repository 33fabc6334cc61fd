"""A word across every page of a Word document, where Word itself has a watermark.

It is a shape in the header, behind the text, that takes no room (VML: ECMA-376 part 4, 19.1): the outline of the same
letters as in the PDF, since each program draws the letters of WordArt in its own way.
"""

from typing import Any, Final

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from fontTools.pens.basePen import BasePen
from lxml import etree

from sopgen.plan.watermark import Watermark
from sopgen.render.watermark import GREY, PT, TURN, outline, written

VML: Final = """
<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
  xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr><w:pict>
<v:shape coordorigin="0,0" o:allowincell="f" filled="t" stroked="f"/></w:pict></w:r>
"""
# Word finds it by this name where it is to be taken out (Design, Watermark, Remove Watermark).
NAME: Final = "PowerPlusWaterMarkObject"
FIRST_ID: Final = 2049
PLACE: Final = (
    "position:absolute;margin-left:0;margin-top:0;width:{width:.2f}pt;height:{height:.2f}pt;rotation:{turn:g};"
    "z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"
    "mso-position-vertical:center;mso-position-vertical-relative:page"
)


def under_pages(document: Document, mark: Watermark) -> None:
    """Put the word behind the text of every page."""
    _give_headers(document)
    references = document.element.iter(qn("w:headerReference"))
    for number, name in enumerate(dict.fromkeys(reference.get(qn("r:id")) for reference in references)):
        # By the relationship: python-docx's own way leads to the header as it was before it was filled.
        header = document.part.rels[name].target_part.element
        paragraph = header.find(qn("w:p"))
        if paragraph is None:
            paragraph = etree.SubElement(header, qn("w:p"))
        paragraph.append(_word_art(mark, number))


def _give_headers(document: Document) -> None:
    """Give the first section each header that its pages can show; later ones take theirs from the one before."""
    first = document.sections[0]
    shown = [first.header]
    shown += [first.first_page_header] if first.different_first_page_header_footer else []
    shown += [first.even_page_header] if document.settings.odd_and_even_pages_header_footer else []
    for header in shown:
        if header.is_linked_to_previous:
            header.is_linked_to_previous = False


def _word_art(mark: Watermark, number: int) -> etree._Element:
    drawn, run = outline(mark.word), parse_xml(VML)
    letters = written(mark.word, lambda glyphs: _VmlPen(glyphs, drawn.left, drawn.top))
    width = mark.length * PT
    shape = run.find(".//{*}shape")
    assert shape is not None
    shape.set("id", f"{NAME}{FIRST_ID + number}")
    shape.set("{urn:schemas-microsoft-com:office:office}spid", f"_x0000_s{FIRST_ID + number}")
    shape.set("alt", mark.word)
    shape.set("fillcolor", GREY)
    shape.set("style", PLACE.format(width=width, height=width * drawn.height / drawn.width, turn=360 - TURN))
    shape.set("coordsize", f"{round(drawn.width)},{round(drawn.height)}")
    shape.set("path", f"{''.join(letters.commands)}e")
    return run


class _VmlPen(BasePen):  # type: ignore[misc]
    """Writes an outline as VML has it, in whole units from the upper left corner of its box."""

    def __init__(self, glyphs: Any, left: float, top: float) -> None:
        super().__init__(glyphs)
        self.commands: list[str] = []
        self._corner = left, top

    def _write(self, command: str, *points: tuple[float, float]) -> None:
        left, top = self._corner
        self.commands.append(command + ",".join(f"{round(x - left)},{round(y - top)}" for x, y in points))

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self._write("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self._write("l", pt)

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self._write("c", *points)

    def _closePath(self) -> None:
        self.commands.append("x")
