"""Who does a step where no symbol says so: marks in the columns of lanes, or names; and what stands in no column."""

from collections.abc import Sequence

from sopgen.read.old.found import Found
from sopgen.read.old.tables.grid import OldCell, OldTable
from sopgen.read.old.tables.heads import FlowHead
from sopgen.read.old.tables.rows import OldRow


def beside_columns(grid: OldTable, head: FlowHead, rows: Sequence[OldRow]) -> list[Found]:
    """Return what stands in the rows of a table in columns that have no head, or beside a chart."""
    spans = [*head.columns.values(), *(one.columns for one in (*head.lanes, *head.further))]
    known = {column for first, last in spans for column in range(first, last)}
    places = [row.row for row in rows if not row.title] + ([head.first] if head.is_chart else [])
    cells = dict.fromkeys(cell for row in places for cell in grid.row(row) if cell.text and cell.column not in known)
    return [cell.found(cell.text) for cell in cells if head.is_chart or cell.row >= head.body]


def lanes_of(head: FlowHead, rows: Sequence[OldRow]) -> tuple[Found, ...]:
    """Return the lanes: the heads of their columns; of one column of names, each name that stands in it."""
    titles = tuple(lane.title for lane in head.lanes)
    if len(titles) > 1 or titles[0].text:
        return titles
    named = {name.text.casefold(): name for row in rows for name in _names(row)}
    return tuple(named.values()) or titles


def _names(row: OldRow) -> list[Found]:
    cells = [cell for cell in row.lanes if cell]
    return [cell.found(line.item) for cell in cells for line in cell.filled]


def doers_of(row: OldRow, lanes: Sequence[Found]) -> tuple[int, ...]:
    """Return the lanes of a row without a symbol: those whose cells are marked, or that are named."""
    if len(row.lanes) == len(lanes) and not _is_named(row.lanes, lanes):
        return tuple(n for n, cell in enumerate(row.lanes) if cell and cell.text)
    places = {lane.text.casefold(): n for n, lane in enumerate(lanes)}
    return tuple(
        dict.fromkeys(places[name.text.casefold()] for name in _names(row) if name.text.casefold() in places)
    )


def _is_named(cells: Sequence[OldCell | None], lanes: Sequence[Found]) -> bool:
    """Tell a table of one column of names, all of them one."""
    return len(lanes) == 1 and cells[0] is not None and cells[0].text.casefold() == lanes[0].text.casefold()
