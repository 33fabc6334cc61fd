"""The named tables of letters and forms at their measures, whatever else stands in the template beside them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Row

from sopgen.model.look.base import LetterheadLook
from sopgen.render.word.habits import loosen
from sopgen.render.word.named import tables_of
from sopgen.render.word.table import inner_distances, ruled, spread, underline


@dataclass(frozen=True)
class ListLayout:
    """A ruled table: widths of columns, heights of the head's rows and of the others (mm), its rules (pt).

    `beside` and `above` are the distances of texts from the rules (mm).
    """

    columns: Sequence[float]
    heads: Sequence[float]
    rows: Iterable[float]
    rule: float
    beside: float
    above: float = 0.0


def lay_out_list(document: Document, name: str, layout: ListLayout, template: str) -> None:
    """Give the tables of a name the layout; rows are as high as their text needs, at least as high as told."""
    for table in tables_of(document, name, len(layout.columns), template):
        loosen(table)
        _forget_borders(table)
        _spread(table, layout.columns)
        ruled(table, layout.rule)
        inner_distances(table, x=layout.beside, y=layout.above)
        for n, (row, height) in enumerate(zip(table.rows, chain(layout.heads, layout.rows), strict=False)):
            least_height(row, height)
            _mark(row, "w:cantSplit")
            if n < len(layout.heads):
                _mark(row, "w:tblHeader")


def lay_out_plain(document: Document, name: str, columns: Sequence[float], template: str) -> list[Table]:
    """Give the tables of a name, which have no rules, the widths of their columns (mm); return them."""
    found = tables_of(document, name, len(columns), template)
    for table in found:
        loosen(table)
        _spread(table, columns)
        inner_distances(table, x=0.0, y=0.0)
    return found


def lay_out_letterhead(document: Document, width: float, look: LetterheadLook, template: str) -> None:
    """Give the letterhead its width (mm) and its rule."""
    for table in lay_out_plain(document, "kop", (width,), template):
        underline(table, look.garis, look.jarak_garis)


def rows_to_fill(table: Table) -> list[_Row]:
    """Return the rows of a table that say nothing: room for signatures or photos."""
    return [row for row in table.rows if not any(cell.text.strip() for cell in row.cells)]


def least_height(row: _Row, height: float) -> None:
    """Give a row its least height (mm): what is typed or stands there is never cut off."""
    row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST


def _spread(table: Table, columns: Sequence[float]) -> None:
    """Give a table its columns; a width that LibreOffice wrote for the whole table would win over them."""
    spread(table, columns)
    for own in table._tbl.tblPr.findall(qn("w:tblW")):
        own.set(qn("w:type"), "auto")
        own.set(qn("w:w"), "0")


def _forget_borders(table: Table) -> None:
    """Take the borders that cells have of their own, as LibreOffice writes them: the table's rules count for all."""
    for cell in (cell for row in table._tbl.tr_lst for cell in row.tc_lst):
        properties = cell.get_or_add_tcPr()
        for own in properties.findall(qn("w:tcBorders")):
            properties.remove(own)


def _mark(row: _Row, tag: str) -> None:
    properties = row._tr.get_or_add_trPr()
    if properties.find(qn(tag)) is None:
        properties.append(OxmlElement(tag))
