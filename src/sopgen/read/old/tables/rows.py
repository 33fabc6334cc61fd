"""The rows of a flow table below its head: steps with their texts, titles of activities, rows without words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sopgen.read.old.found import Found
from sopgen.read.old.tables.grid import OldCell, OldTable
from sopgen.read.old.tables.heads import Columns, FlowHead

NUMBER: Final = re.compile(r"\(?(\d{1,3}[a-z]?|[a-z])\s*[.)]?", re.IGNORECASE)
STANDARD: Final = ("kelengkapan", "waktu", "keluaran")
# A cell over so much of the table's width is a title.
_TITLE: Final = 0.7


@dataclass(frozen=True, slots=True)
class OldRow:
    """A row of a flow table: its place in the grid, its number as written, its texts by column.

    `title` is the cell of a row that is one cell; `shared` are the columns whose cell goes on from the row above;
    `first` says that it is the first row with words of a table that goes on from another; `lanes` are the cells of
    the lanes, over which symbols are drawn.
    """

    row: int
    number: str = ""
    text: OldCell | None = None
    cells: tuple[tuple[str, OldCell], ...] = ()
    further: tuple[OldCell | None, ...] = ()
    shared: tuple[str, ...] = ()
    title: OldCell | None = None
    first: bool = False
    lanes: tuple[OldCell | None, ...] = ()

    @property
    def bare(self) -> bool:
        """Whether it has no standard: neither requirements nor time nor output."""
        return not self.shared and not any(cell.text for kind, cell in self.cells if kind in STANDARD)

    @property
    def empty(self) -> bool:
        """Whether it says nothing: a row of connectors, or one to write in."""
        words = [self.text, *(cell for _, cell in self.cells), *self.further]
        return not self.number and not self.title and not any(cell and cell.text for cell in words)

    def items(self, column: str) -> tuple[Found, ...]:
        """Return the items of a column, a paragraph each; those without a mark go on where others have one."""
        cell = dict(self.cells).get(column)
        return listed(cell) if cell else ()


def table_rows(grid: OldTable, head: FlowHead, last: int) -> Iterator[OldRow]:
    """Yield the rows from below the head to `last`, which is not among them."""
    for row in range(head.body, last):
        cells = list(grid.row(row))
        filled = [cell for cell in cells if cell.text and cell.row == row]
        if len(filled) == 1 and _is_title(grid, head, filled[0]):
            yield OldRow(row, title=filled[0])
        else:
            yield _told(grid, head, row)


def _is_title(grid: OldTable, head: FlowHead, cell: OldCell) -> bool:
    first, last = grid.columns[cell.column], grid.columns[cell.column + cell.across]
    wide = last - first >= _TITLE * (grid.columns[-1] - grid.columns[0])
    return wide or (cell.column <= head.columns.get("kegiatan", (0, 0))[0] and cell.across > head.lanes[0].columns[0])


def _told(grid: OldTable, head: FlowHead, row: int) -> OldRow:
    number = _cell(grid, row, head.columns.get("nomor"))
    kinds = [kind for kind in head.columns if kind not in ("nomor", "kegiatan")]
    cells = {kind: cell for kind in kinds if (cell := _cell(grid, row, head.columns[kind]))}
    shared = tuple(kind for kind, cell in cells.items() if cell.row < row and cell.row >= head.body)
    own = tuple((kind, cell) for kind, cell in cells.items() if cell.row == row)
    further = tuple(_own(grid, row, one.columns) for one in head.further)
    text = _own(grid, row, head.columns.get("kegiatan"))
    lanes = tuple(_own(grid, row, one.columns) for one in head.lanes)
    return OldRow(row, number.text if number and number.row == row else "", text, own, further, shared, lanes=lanes)


def _cell(grid: OldTable, row: int, columns: Columns | None) -> OldCell | None:
    """Return the first cell with words that covers one of the columns in this row, else the first cell."""
    if columns is None:
        return None
    found = [cell for column in range(*columns) if (cell := grid.at(row, column))]
    return next((cell for cell in found if cell.text), found[0] if found else None)


def _own(grid: OldTable, row: int, columns: Columns | None) -> OldCell | None:
    cell = _cell(grid, row, columns)
    return cell if cell and cell.row == row else None


def listed(cell: OldCell) -> tuple[Found, ...]:
    """Return the items of a cell: its paragraphs; one without a mark goes on from the item above that has one."""
    lines = [one for one in cell.filled if re.search(r"\w", one.shown)]
    marked = bool(lines) and lines[0].marked and len([one for one in lines if one.marked]) > 1
    texts: list[str] = []
    for one in lines:
        if marked and not one.marked and texts:
            texts[-1] += f" {one.text.strip()}"
        else:
            texts.append(_kept(one.shown))
    return tuple(cell.found(text) for text in texts)


def _kept(text: str) -> str:
    """Return an item with the number before it, which the printed list has, but without a dash."""
    return re.sub(r"^[-\u2013\u2014\u2022\u00b7\u25cf\u25aa\u2023*\uf0b7]+\s+", "", text.strip())
