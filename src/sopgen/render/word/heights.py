"""How tall what stands in a Word document is, by its styles and what it has of its own (millimetres).

It is for what staff added to a template: a little on the safe side, and no more exact than the plan's own measures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P
from docx.shared import Emu, Length
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from lxml import etree

from sopgen.plan.columns import BOLD
from sopgen.plan.measure import line_height, wrap

# Word's own size, where no style names one (pt), and the distance of texts from the sides of a cell (mm).
USUAL_PT: Final = 10.0
BESIDE: Final = 1.9
TWIPS_A_MM: Final = 1440 / 25.4


def heights(document: Document, elements: Sequence[etree._Element], width: float) -> float:
    """Return how tall paragraphs and tables are one under the other, in a column of a width (mm)."""
    return sum(_tall(document, one, width) for one in elements)


def pages(elements: Sequence[etree._Element]) -> list[list[etree._Element]]:
    """Return the elements page by page, as page breaks of the template say; a break ends the page that it is on."""
    found: list[list[etree._Element]] = [[]]
    for one in elements:
        if one.find(f".//{qn('w:pageBreakBefore')}") is not None and found[-1]:
            found.append([])
        found[-1].append(one)
        if any(mark.get(qn("w:type")) == WD_BREAK.PAGE.name.lower() for mark in one.iter(qn("w:br"))):
            found.append([])
    return found


def _tall(document: Document, element: etree._Element, width: float) -> float:
    if isinstance(element, CT_P):
        return _paragraph(_Text(Paragraph(element, document._body)), width)
    if isinstance(element, CT_Tbl):
        return _table(document, element)
    return sum(_tall(document, one, width) for one in element)


@dataclass(frozen=True)
class _Text:
    """A paragraph with what its style says where it says nothing itself."""

    paragraph: Paragraph

    def said(self, name: str) -> Any:
        """Return a property of the paragraph's form: its own, else that of its style or one that this is based on."""
        own = getattr(self.paragraph.paragraph_format, name)
        if own is not None:
            return own
        return next(
            (one for style in self._styles() if (one := getattr(style.paragraph_format, name)) is not None), None
        )

    def _styles(self) -> Iterator[ParagraphStyle]:
        style: object = self.paragraph.style
        while isinstance(style, ParagraphStyle):
            yield style
            style = style.base_style

    def mm(self, name: str) -> float:
        """Return a distance."""
        said = self.said(name)
        return said.mm if isinstance(said, Length) else 0.0

    @property
    def size(self) -> float:
        """The largest type size (pt)."""
        own = [run.font.size.pt for run in self.paragraph.runs if run.font.size is not None]
        of_style = (one.font.size for one in self._styles())
        return max(own, default=0) or next((one.pt for one in of_style if one is not None), USUAL_PT)

    @property
    def bold(self) -> bool:
        """Whether any word is bold."""
        return any(run.bold for run in self.paragraph.runs) or any(one.font.bold for one in self._styles())

    @property
    def line(self) -> tuple[float, bool]:
        """The height of a line (mm), and whether it grows with a picture."""
        natural, said = line_height(self.size), self.said("line_spacing")
        if not isinstance(said, Length):
            return natural * (said or 1.0), True
        exact = self.said("line_spacing_rule") is not None and self.said("line_spacing_rule").name == "EXACTLY"
        return (said.mm if exact else max(said.mm, natural)), not exact


def _paragraph(text: _Text, width: float) -> float:
    line, grows = text.line
    inner = max(width - text.mm("left_indent") - text.mm("right_indent"), 1.0)
    words = text.paragraph.text
    if text.mm("first_line_indent") < 0:
        # What stands before the tab hangs out.
        words = words.partition("\t")[2] or words
    letters = inner / (BOLD if text.bold else 1)
    lines = sum(max(1, len(wrap(one, letters, text.size))) for one in words.split("\n"))
    first, *others = (_picture_rows(text.paragraph._p, inner) if grows else []) or [0.0]
    return text.mm("space_before") + lines * line + max(0.0, first - line) + sum(others) + text.mm("space_after")


def _picture_rows(element: etree._Element, width: float) -> list[float]:
    """Return the heights of the rows of pictures that take room: in the line, or with text above and below only."""
    anchors = (one for one in element.iter(qn("wp:anchor")) if one.find(qn("wp:wrapTopAndBottom")) is not None)
    rows: list[float] = []
    left = 0.0
    for one in (*element.iter(qn("wp:inline")), *anchors):
        extent = one.find(qn("wp:extent"))
        across, tall = (Emu(int(extent.get(side, "0"))).mm if extent is not None else 0.0 for side in ("cx", "cy"))
        if not rows or across > left:
            rows.append(0.0)
            left = width
        rows[-1] = max(rows[-1], tall)
        left -= across
    return rows


def _table(document: Document, table: CT_Tbl) -> float:
    """Return the height of a table; a cell over several rows may need more than they do."""
    rows = [_row(document, row, table) for row in table.tr_lst]
    over = [_merged(document, table, n, rows) for n in range(len(rows))]
    return sum(rows) + max(over, default=0.0)


def _row(document: Document, row: CT_Row, table: CT_Tbl) -> float:
    cells = [_cell(document, cell, width, table) for cell, width, _ in _cells(row, table) if cell.vMerge is None]
    told = _Row(row, Table(table, document._body)).height
    return max([*cells, told.mm if told is not None else 0.0])


def _merged(document: Document, table: CT_Tbl, at: int, rows: Sequence[float]) -> float:
    """Return how much more than its rows the cells need that begin in a row and go over several."""
    more = 0.0
    for cell, width, place in _cells(table.tr_lst[at], table):
        if cell.vMerge == "restart":
            end = at + 1
            while end < len(rows) and _goes_on(table.tr_lst[end], table, place):
                end += 1
            more = max(more, _cell(document, cell, width, table) - sum(rows[at:end]))
    return more


def _goes_on(row: CT_Row, table: CT_Tbl, place: int) -> bool:
    return any(cell.vMerge == "continue" for cell, _, own in _cells(row, table) if own == place)


def _cells(row: CT_Row, table: CT_Tbl) -> Iterator[tuple[CT_Tc, float, int]]:
    """Yield the cells of a row with their widths (mm) and the columns that they begin at."""
    grid = [(column.w or Emu(0)).mm for column in table.tblGrid.gridCol_lst]
    place = 0
    for cell in row.tc_lst:
        yield cell, sum(grid[place : place + cell.grid_span]), place
        place += cell.grid_span


def _cell(document: Document, cell: CT_Tc, width: float, table: CT_Tbl) -> float:
    around = [
        *table.tblPr.findall(qn("w:tblCellMar")),
        *(cell.tcPr.findall(qn("w:tcMar")) if cell.tcPr is not None else ()),
    ]
    sides = {"top": 0.0, "bottom": 0.0, "left": BESIDE, "right": BESIDE}
    for one in (side for margins in around for side in margins):
        sides[etree.QName(one).localname] = int(one.get(qn("w:w"), "0")) / TWIPS_A_MM
    inner = max(width - sides["left"] - sides["right"], 1.0)
    return sides["top"] + sides["bottom"] + sum(_tall(document, one, inner) for one in cell)
