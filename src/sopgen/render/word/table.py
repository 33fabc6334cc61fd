"""Word tables of exact measures: fixed grid, widths and heights in millimetres, rows that do not tear."""

from collections.abc import Sequence
from typing import Final

from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Mm
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph

CENTRE: Final = WD_ALIGN_PARAGRAPH.CENTER
# Word gives the thickness of rules in eighths of a point.
EIGHTHS: Final = 8


def exact(table: Table, widths: Sequence[float]) -> None:
    """Fix the grid of a table; the layout program decides nothing."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    _fixed(table)


def stretch(table: Table, width: float) -> None:
    """Stretch a table to a width; its columns, merged ones too, keep their share of it."""
    columns = table._tbl.tblGrid.gridCol_lst
    share = Mm(width) / sum(column.w or 0 for column in columns)
    for column in columns:
        column.w = Emu(round((column.w or 0) * share))
    for row in table._tbl.tr_lst:
        for cell in row.tc_lst:
            cell.width = Emu(round((cell.width or 0) * share))
    _fixed(table)


def _fixed(table: Table) -> None:
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    properties = table._tbl.tblPr
    for old in properties.findall(qn("w:tblInd")):
        properties.remove(old)
    properties.append(_element("w:tblInd", w=0, type="dxa"))
    _order(properties)


def _order(properties: BaseOxmlElement) -> None:
    """Put the table's properties in the order of the standard (ISO/IEC 29500-1, CT_TblPr)."""
    names = "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription"
    rank = {qn(f"w:{name}"): n for n, name in enumerate(names.split())}
    properties[:] = sorted(properties, key=lambda element: rank.get(str(element.tag), 99))


def add_row(table: Table) -> _Row:
    """Add an empty row at the table's end."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    return row


def cell_margins(cell: _Cell, *, x: float, y: float, bottom: float | None = None) -> None:
    """Set the inner margins of a cell, in millimetres; the lower one is the upper one where it is not named."""
    margins = OxmlElement("w:tcMar")
    for side, size in (("top", y), ("left", x), ("bottom", y if bottom is None else bottom), ("right", x)):
        margins.append(_element(f"w:{side}", w=round(size * 1440 / 25.4), type="dxa"))
    properties = cell._tc.get_or_add_tcPr()
    later = [qn(f"w:{name}") for name in ("textDirection", "tcFitText", "vAlign", "hideMark")]
    successor = next((element for element in properties if element.tag in later), None)
    if successor is None:
        properties.append(margins)
    else:
        successor.addprevious(margins)


def row_height(row: _Row, height: float, *, head: bool = False) -> None:
    """Give a row that holds a drawing its exact height; it does not tear, and a head row repeats on every page."""
    _height(row, height, WD_ROW_HEIGHT_RULE.EXACTLY)
    if head:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def text_height(row: _Row, height: float) -> None:
    """Give a row of text its least height, so that no text is cut; it does not tear."""
    _height(row, height, WD_ROW_HEIGHT_RULE.AT_LEAST)


def head_height(row: _Row, height: float) -> None:
    """Give a row of the table's head its least height; it repeats on every page."""
    text_height(row, height)
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _height(row: _Row, height: float, rule: WD_ROW_HEIGHT_RULE) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    row.height, row.height_rule = Mm(height), rule


def ruled(table: Table, thick: float) -> None:
    """Draw all rules of a table, `thick` points thick."""
    borders = _element("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        borders.append(_element(f"w:{side}", val="single", sz=round(thick * EIGHTHS), space=0, color="auto"))
    _replace(table, borders)


def underline(table: Table, thick: float, distance: float) -> None:
    """Draw a rule under a table, `thick` points thick and `distance` millimetres under its text."""
    for cell in table.rows[-1].cells:
        properties = cell._tc.get_or_add_tcPr()
        for old in properties.findall(qn("w:tcBorders")):
            properties.remove(old)
        borders = _element("w:tcBorders")
        borders.append(_element("w:bottom", val="single", sz=round(thick * EIGHTHS), space=0, color="000000"))
        properties.get_or_add_tcW().addnext(borders)
        cell_margins(cell, x=0.0, y=0.0, bottom=distance)


def inner_distances(table: Table, *, x: float, y: float) -> None:
    """Set the distance of texts from the rules of a table: sideways, above and below (mm)."""
    margins = _element("w:tblCellMar")
    for side, size in (("top", y), ("left", x), ("bottom", y), ("right", x)):
        margins.append(_element(f"w:{side}", w=round(size * 1440 / 25.4), type="dxa"))
    _replace(table, margins)


def _replace(table: Table, element: BaseOxmlElement) -> None:
    properties = table._tbl.tblPr
    for old in properties.findall(element.tag):
        properties.remove(old)
    properties.append(element)
    _order(properties)


def over_rows(cell: _Cell, count: int) -> None:
    """Make a cell one over so many rows; with a count of 0 it goes on from the row above."""
    if count != 1:
        cell._tc.vMerge = "restart" if count else "continue"


def spread(table: Table, widths: Sequence[float]) -> None:
    """Fix the grid of a table that has merged cells: each cell is as wide as the columns that it spans (mm)."""
    grid = table._tbl.tblGrid.gridCol_lst
    for column, width in zip(grid, widths, strict=True):
        column.w = Mm(width)
    for row in table._tbl.tr_lst:
        place = 0
        for cell in row.tc_lst:
            cell.width = Mm(sum(widths[place : place + cell.grid_span]))
            place += cell.grid_span
    _fixed(table)


def write(cell: _Cell, lines: Sequence[str], *, bold: bool = False, centred: bool = False) -> None:
    """Write one paragraph a line into an empty cell."""
    for n, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        paragraph.style = "Tabel alur"
        paragraph.add_run(line).bold = bold or None
        if centred:
            paragraph.alignment = CENTRE


def dash_items(cell: _Cell, items: Sequence[str]) -> None:
    """Add a dashed item a line, as the spec's lists print."""
    for item in items:
        paragraph: Paragraph = cell.add_paragraph(style="Butir tabel")
        paragraph.add_run(f"-\t{item}")


def _element(name: str, /, **attributes: object) -> BaseOxmlElement:
    element: BaseOxmlElement = OxmlElement(name)  # type: ignore[assignment]
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element
