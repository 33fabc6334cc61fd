"""The head of a flow table: which columns hold number, activity, lanes, standard, remarks, and where rows begin."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.read.old.labels import column as known_column
from sopgen.read.old.tables.grid import OldCell, OldTable

# A head has no more rows than this; a table is known by its activity and by one of these.
DEEPEST: Final = 4
SIGNS: Final = ("pelaksana", "mutu_baku", "kelengkapan", "waktu", "keluaran")
# A chart has no fewer symbols than this.
FEWEST: Final = 3
LONGEST_LANE: Final = 60
KINDS: Final = ("nomor", "kegiatan", *SIGNS[2:], "satuan", "keterangan")
_OVER: Final = ("pelaksana", "mutu_baku")
_NUMBERED: Final = re.compile(r"\(?\d{1,2}\)?\.?")
Columns = tuple[int, int]


@dataclass(frozen=True, slots=True)
class LaneColumns:
    """A lane: its columns (the last one not counted) and its head."""

    columns: Columns
    title: Found


@dataclass(frozen=True, slots=True)
class FlowHead:
    """The head of a flow table: its first row, the first row below it, its columns by what they hold.

    `last` is the row after a chart in a cell; a flow table goes on to the end.
    """

    first: int
    body: int
    columns: Mapping[str, Columns]
    lanes: tuple[LaneColumns, ...]
    further: tuple[LaneColumns, ...] = ()
    last: int = 0

    @property
    def is_chart(self) -> bool:
        """Whether it is no table, but a chart in a cell, with its lanes named above it or not at all."""
        return not self.columns


def flow_heads(grid: OldTable) -> Iterator[FlowHead]:
    """Yield the heads of flow tables in a grid, from the top."""
    row = 0
    while row < grid.height:
        head = _head(grid, row)
        if head:
            yield head
        row = head.body if head else row + 1


def _head(grid: OldTable, row: int) -> FlowHead | None:
    keys = {key for cell in grid.row(row) if (key := _key(cell)) and cell.row == row}
    if "kegiatan" not in keys and not {"nomor", "pelaksana"} <= keys:
        return None
    body = _body(grid, row)
    below = {key for r in range(row, body) for cell in grid.row(r) if (key := _key(cell))}
    if "kegiatan" not in below or len(below & set(SIGNS)) < 2 - ("pelaksana" in below):
        return None
    kinds = [_kind(grid, column, row, body) for column in range(grid.width)]
    columns = {kind: span for kind, span, _ in _runs(kinds) if kind in KINDS}
    lanes = tuple(_lane(span, cell) for kind, span, cell in _runs(_with_lanes(kinds)) if kind == "lane")
    further = tuple(
        LaneColumns(span, cell.found(cell.text))
        for kind, span, cell in _runs(_with_lanes(kinds))
        if kind == "further" and cell
    )
    return FlowHead(row, body, columns, lanes, further) if lanes else None


def chart_head(grid: OldTable) -> FlowHead | None:
    """Return the head of a chart that is drawn into a cell: the cells above it are its lanes, if they have words."""
    symbols = [one for one in grid.drawing.symbols if one.text]
    if grid.running or len(symbols) < FEWEST or len(grid.drawing.wires) < FEWEST - 1:
        return None
    places = ((grid.row_at(one.area.middle[1]), grid.column_at(one.area.middle[0])) for one in symbols)
    cells = Counter(cell for place in places if (cell := grid.at(*place)))
    chart, count = next(iter(cells.most_common(1)), (None, 0))
    if chart is None or count < len(symbols) / 2:
        return None
    right = chart.column + chart.across
    above = [cell for cell in grid.row(chart.row - 1) if chart.column <= cell.column < right] if chart.row else []
    lanes = tuple(
        LaneColumns((cell.column, min(cell.column + cell.across, right)), cell.found(cell.text))
        for cell in above
        if 0 < len(cell.text) < LONGEST_LANE
    )
    first = chart.row - bool(lanes)
    own = (LaneColumns((chart.column, right), Found("", doubt=say("the lane has no head"))),)
    return FlowHead(first, chart.row, {}, lanes or own, last=chart.row + chart.down)


def _lane(span: Columns, cell: OldCell | None) -> LaneColumns:
    if cell is None or not cell.text or _key(cell) == "pelaksana":
        return LaneColumns(span, Found("", doubt=say("the lane has no head")))
    return LaneColumns(span, cell.found(cell.text))


def _key(cell: OldCell) -> str:
    known = known_column(cell.text) if cell.text and len(cell.text) < 60 else None
    return known.key if known else ""


def _body(grid: OldTable, first: int) -> int:
    """Return the row after the head: below the cells that reach deepest, and below a row of column numbers."""
    told = [cell for cell in grid.row(first) if cell.text]
    row = max(cell.row + cell.down for cell in told)
    told_column = next((cell.column for cell in told if _key(cell) == "kegiatan"), told[0].column)
    while row < min(grid.height, first + DEEPEST) and _goes_on(grid, row, told_column):
        row += 1
    return row + 1 if row < grid.height and _column_numbers(grid, row) else row


def _goes_on(grid: OldTable, row: int, activity: int) -> bool:
    """Tell whether a row is one more of the head: no activity stands there, but names of other columns do."""
    cell = grid.at(row, activity)
    named = [one for one in grid.row(row) if one.text and one.column > activity]
    clear = cell is None or not cell.text or cell.row < row
    first = grid.at(row, 0)
    return clear and bool(named) and (first is None or not _NUMBERED.fullmatch(first.text)) and len(named) > 1


def _column_numbers(grid: OldTable, row: int) -> bool:
    texts = [cell.text for cell in grid.row(row) if cell.text]
    return len(texts) > 3 and all(_NUMBERED.fullmatch(text) for text in texts)


Kind = tuple[str, OldCell | None, bool]


def _kind(grid: OldTable, column: int, first: int, body: int) -> Kind:
    """Return what a column holds, the lowest cell of its head, and whether it stands below "Pelaksana"."""
    cells = [cell for row in range(first, body) if (cell := grid.at(row, column)) and cell.text]
    cells = [cell for cell in dict.fromkeys(cells) if not _NUMBERED.fullmatch(cell.text)]
    under = any(_key(cell) == "pelaksana" for cell in cells) or _beside_lanes(grid, column, first)
    if not cells:
        return "", None, False
    lowest = cells[-1]
    key = _key(lowest)
    if under and (key in ("", *_OVER)):
        return "lane", lowest, True
    return (key if key not in ("", *_OVER) else "?"), lowest, False


def _beside_lanes(grid: OldTable, column: int, row: int) -> bool:
    """Tell whether an unmerged head is meant for a column, too: "Pelaksana" stands left of it, with none between."""
    for left in range(column, -1, -1):
        cell = grid.at(row, left)
        if cell is not None and cell.text:
            return _key(cell) == "pelaksana"
    return False


def _with_lanes(kinds: list[Kind]) -> list[Kind]:
    """Return the columns with the lanes told: those below "Pelaksana", else those between activity and standard."""
    below = any(under for _, _, under in kinds)
    names = [kind for kind, _, _ in kinds]
    start = names.index("kegiatan") if "kegiatan" in names else 0
    stop = next((n for n, kind in enumerate(names) if n > start and kind in SIGNS[2:]), len(names))
    told = []
    for n, (kind, cell, under) in enumerate(kinds):
        lane = not below and start < n < stop and kind == "?"
        told.append(("lane" if lane else "further" if kind == "?" else kind, cell, under))
    return _closed_up(told)


def _closed_up(told: list[Kind]) -> list[Kind]:
    """Return the columns; those without a head between lanes belong to the lane at their left."""
    lanes = [n for n, one in enumerate(told) if one[0] == "lane"]
    found: list[Kind] = []
    for n, one in enumerate(told):
        inside = bool(lanes) and lanes[0] < n < lanes[-1] and not one[0]
        found.append(found[-1] if inside else one)
    return found


def _runs(kinds: list[Kind]) -> Iterator[tuple[str, Columns, OldCell | None]]:
    """Yield neighbouring columns of one head cell together."""
    start = 0
    for n in range(1, len(kinds) + 1):
        if n == len(kinds) or kinds[n][:2] != kinds[start][:2]:
            kind, cell, _ = kinds[start]
            if kind:
                yield kind, (start, n), cell
            start = n
