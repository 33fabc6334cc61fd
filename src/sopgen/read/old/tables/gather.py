"""The flow tables of a file, gathered by activity: pages that go on, rows under titles, sheets of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.areas import Area
from sopgen.read.old.found import Found, Spot
from sopgen.read.old.shapes.figures import Figure, Sketch
from sopgen.read.old.shapes.labels import labelled
from sopgen.read.old.shapes.wiring import Link, links_of
from sopgen.read.old.tables.activity_text import has_sections
from sopgen.read.old.tables.doers import beside_columns, lanes_of
from sopgen.read.old.tables.grid import OldCell, OldTable
from sopgen.read.old.tables.heads import FlowHead, chart_head, flow_heads
from sopgen.read.old.tables.nodes import ActivityParts, Edge, Node
from sopgen.read.old.tables.placing import Placed, placed
from sopgen.read.old.tables.rows import NUMBER, OldRow, table_rows
from sopgen.read.old.tables.rules import is_frame, without_rules

# No flow has more; its time grows with the square of their number.
MOST_LINES: Final = 1_000
LETTERS: Final = re.compile(r"[A-Z]{1,2}")


@dataclass
class FlowTables:
    """The activities of a file, the grids that hold them, in which rows, the first head, what was drawn in vain."""

    activities: list[ActivityParts] = field(default_factory=list)
    grids: list[OldTable] = field(default_factory=list)
    rows: list[range] = field(default_factory=list)
    head: FlowHead | None = None
    last: int = 0
    unplaced: list[Found] = field(default_factory=list)


@dataclass(frozen=True)
class _Part:
    """A flow table in a grid: its rows, which of all symbols stand in them, and the lines between these."""

    grid: OldTable
    head: FlowHead
    rows: list[OldRow]
    placed: list[Placed]
    symbols: list[Figure]
    links: list[Link]


def gathered(grids: Sequence[OldTable]) -> FlowTables:
    """Return the activities of all flow tables, in their order."""
    found = FlowTables()
    for n, grid in enumerate(grids):
        heads = list(flow_heads(grid))
        if not heads and found.head and not found.head.is_chart and found.grids and _goes_on(grid, found.grids[-1]):
            heads = [replace(found.head, first=0, body=0)]
        if not heads and (chart := chart_head(grid)):
            heads = [chart]
        if heads:
            found.grids.append(grid)
            found.rows.append(range(heads[0].first, heads[0].last or grid.height))
            found.head = found.head or heads[0]
            for part in _parts(found, grid, heads):
                _add(found, part, n)
    return found


def _goes_on(grid: OldTable, before: OldTable) -> bool:
    """Tell whether a table without a head has the columns of the one before it."""
    same = len(grid.columns) == len(before.columns) and not grid.running
    return same and all(abs(a - b) < 2 for a, b in zip(grid.columns, before.columns, strict=True))


def _parts(found: FlowTables, grid: OldTable, heads: Sequence[FlowHead]) -> Iterator[_Part]:
    drawing = without_rules(grid)
    if len(drawing.wires) > MOST_LINES:
        found.unplaced.append(grid_found(grid.name, "", say("more lines than a flow has: they were not read")))
        drawing = Sketch(drawing.figures[:MOST_LINES])
    symbols = [one for one in drawing.symbols if not is_frame(one, drawing.symbols)]
    links, nowhere = links_of(drawing, symbols)
    below = [after.first for after in heads[1:]] + [heads[-1].last or grid.height]
    rows_of = [list(table_rows(grid, head, last)) for head, last in zip(heads, below, strict=True)]
    written = (
        [cell for rows in rows_of for row in rows for cell in row.lanes if cell and cell.text] if symbols else []
    )
    linked = {end for link in links for end in (link.source, link.target)}
    links, loose = labelled(links, symbols, [*drawing.words, *(_words(grid, cell) for cell in written)])
    taken: set[int] = set()
    for head, rows in zip(heads, rows_of, strict=True):
        found.unplaced += beside_columns(grid, head, rows)
        own = [one for one in placed(grid, head, rows, symbols) if one.lanes or one.symbol in linked]
        taken |= {one.symbol for one in own}
        yield _Part(grid, head, rows, own, symbols, links)
    place = grid.name
    for one in (*loose, *(one for n, one in enumerate(symbols) if n not in taken)):
        found.unplaced.append(grid_found(place, one.text or one.name))
    found.unplaced += [
        grid_found(place, drawing.wires[n].name, say("a line that ends at no symbol")) for n in nowhere
    ]
    found.unplaced += [grid_found(place, name) for name in drawing.strange]


def _words(grid: OldTable, cell: OldCell) -> Figure:
    """Return what is typed into a cell of a lane as words that stand there."""
    right, bottom = cell.column + cell.across, cell.row + cell.down
    area = Area(grid.columns[cell.column], grid.rows[cell.row], grid.columns[right], grid.rows[bottom])
    return Figure("", area, None, cell.text, cell.name)


def grid_found(place: str, text: str, doubt: str = "") -> Found:
    """Return what stands on a table and belongs nowhere."""
    return Found(text, Spot(name=place), doubt)


def _add(found: FlowTables, part: _Part, sheet: int) -> None:
    """Add the rows of a table to the activity that they go on, or begin others."""
    owners: list[int] = []
    places: list[int] = []
    whole = part.head.is_chart or rows_are_activities(part)
    for n, row in enumerate(_with_first(part.rows)):
        if part.head.is_chart or _begins(found, row, n, whole):
            title = row.title.found(row.title.lines[0].shown) if row.title else Found("")
            found.activities.append(ActivityParts(title, lanes_of(part.head, part.rows), sheet=part.grid.name))
            found.last = 0
        if row.title:
            found.activities[-1].heads.append(row)
        number = NUMBER.fullmatch(row.number)
        found.last = int(number[1]) if number and number[1].isdigit() else found.last
        owners.append(len(found.activities) - 1)
        places.append(len(found.activities[-1].rows))
        found.activities[-1].rows.append(row)
        found.activities[-1].by_row |= whole
    for activity in dict.fromkeys(owners):
        found.activities[activity].described += part.grid.drawing.described
        found.activities[activity].old |= part.grid.drawing.old
    for one in part.placed:
        symbol = as_connector(part.symbols[one.symbol], part.rows[one.row])
        node = Node((sheet, one.symbol), symbol, places[one.row], one.lanes, one.doubt)
        found.activities[owners[one.row]].nodes.append(node)
    _add_edges(found, part, sheet, owners)


def as_connector(figure: Figure, row: OldRow) -> Figure:
    """Return a box with a letter in a row without words as the connector that it was drawn for."""
    lettered = figure.symbol is Symbol.PROCESS and LETTERS.fullmatch(figure.text)
    return replace(figure, symbol=Symbol.CONNECTOR) if lettered and row.empty else figure


def _with_first(rows: Sequence[OldRow]) -> list[OldRow]:
    """Return the rows, the first one with words marked."""
    first = next((n for n, row in enumerate(rows) if not row.empty), -1)
    return [replace(row, first=n == first) for n, row in enumerate(rows)]


def _add_edges(found: FlowTables, part: _Part, sheet: int, owners: Sequence[int]) -> None:
    where = {one.symbol: owners[one.row] for one in part.placed}
    for link in part.links:
        if link.source in where:
            edge = Edge((sheet, link.source), (sheet, link.target), link.label, link.doubt, link.arrow)
            found.activities[where[link.source]].edges.append(edge)


def _begins(found: FlowTables, row: OldRow, n: int, whole: bool) -> bool:
    """Tell whether a row begins an activity: the first one, under a title, or numbered from 1 again."""
    if not found.activities:
        return True
    current = found.activities[-1]
    if row.title:
        only_heads = bool(current.rows) and all(one.title or one.empty for one in current.rows)
        return not (only_heads and n == 0)
    if whole or current.by_row:
        return bool(row.number)
    number = NUMBER.fullmatch(row.number)
    restarts = number is not None and number[1] == "1" and found.last >= 1
    return restarts and any(not one.title for one in current.rows)


def rows_are_activities(part: _Part) -> bool:
    """Tell whether a row is a whole activity: lists with heads stand in it, or symbols one below another."""
    if any(row.text is not None and has_sections(row.text) for row in part.rows):
        return True
    boxes: dict[int, list[Figure]] = {}
    for one in part.placed:
        boxes.setdefault(one.row, []).append(part.symbols[one.symbol])
    stacked = sum(_stacked(own) for own in boxes.values())
    return stacked > 0 and 2 * stacked >= len(boxes) and len(part.placed) > 2 * len(boxes)


def _stacked(boxes: Sequence[Figure]) -> bool:
    """Tell whether one box lies wholly below another."""
    return max(one.area.top for one in boxes) > min(one.area.bottom for one in boxes)
