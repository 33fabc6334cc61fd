"""Cells that are one over several rows of the flow table: how many rows each takes, and what height it needs (mm)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sopgen.model.flow import FlowRow, Step
from sopgen.plan.columns import Columns
from sopgen.plan.flow.over_pages import FlowPage
from sopgen.plan.flow.symbols.placing import GAP
from sopgen.plan.flow.symbols.sizes import BOX
from sopgen.plan.table.cells import CELLS, Texts, text_height

# What a row with a symbol takes at least, whatever its texts are.
_SYMBOL_ROW: Final = BOX[1] + GAP


@dataclass(frozen=True)
class SharedText:
    """A cell over several rows, by their places: its number right of the lanes, and the height of its text."""

    cell: int
    rows: range
    height: float


def goes_on(steps: Sequence[Step], rows: Sequence[FlowRow], place: int, cell: int) -> bool:
    """Tell whether a cell of a row is one with that of the row above.

    A head above sub-steps takes part in what all of its sub-steps have in common.
    """
    if cell >= len(CELLS) or place == 0:
        return False
    if rows[place - 1].head and place + 1 < len(rows) and _shares(steps, rows[place + 1], cell):
        return True
    return _shares(steps, rows[place], cell)


def _shares(steps: Sequence[Step], row: FlowRow, cell: int) -> bool:
    return bool(row.steps) and CELLS[cell] in steps[row.steps[0]].shared


def shared_texts(
    steps: Sequence[Step], rows: Sequence[FlowRow], texts: Sequence[Texts], columns: Columns
) -> list[SharedText]:
    """Return the cells over several rows; the text stands in the first of these rows that has one."""
    found = []
    for cell in range(len(texts[0]) - 1):
        for run in _runs(steps, rows, cell):
            items = next((texts[place][cell + 1] for place in run if any(texts[place][cell + 1])), ())
            found.append(SharedText(cell, run, text_height(items, columns.of_cell(cell + 1), columns)))
    return found


def _runs(steps: Sequence[Step], rows: Sequence[FlowRow], cell: int) -> Iterator[range]:
    """Yield the rows that have a cell in common."""
    first = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or not goes_on(steps, rows, place, cell):
            if place - first > 1:
                yield range(first, place)
            first = place


def row_heights(
    rows: Sequence[FlowRow],
    texts: Sequence[Texts],
    shared: Sequence[SharedText],
    columns: Columns,
    torn: frozenset[SharedText],
) -> tuple[float, ...]:
    """Return the least height of each row; a text over several rows needs what they have together.

    One that is `torn`, since its rows do not stand on one page, has its room in the first of them.
    """
    over = {(place, one.cell) for one in shared for place in one.rows}
    heights = [
        max(
            text_height(items, columns.of_cell(n), columns)
            for n, items in enumerate(some)
            if n == 0 or (place, n - 1) not in over
        )
        for place, some in enumerate(texts)
    ]
    for one in shared:
        if one in torn:
            heights[one.rows[0]] = max(heights[one.rows[0]], one.height)
            continue
        has = {place: max(heights[place], _SYMBOL_ROW if rows[place].steps else 0.0) for place in one.rows}
        missing = one.height - sum(has.values())
        if missing > 0:
            heights = [
                has.get(place, height) + missing / len(has) * (place in has) for place, height in enumerate(heights)
            ]
    return tuple(heights)


def torn_texts(shared: Sequence[SharedText], pages: Sequence[FlowPage]) -> frozenset[SharedText]:
    """Return the texts over several rows that the first page with such a row does not hold."""
    found = set()
    for one in shared:
        page = next(page for page in pages if page.rows[0] <= one.rows[0] <= page.rows[1])
        here = page.heights[one.rows[0] - page.rows[0] : one.rows[-1] + 1 - page.rows[0]]
        if page.rows[1] < one.rows[-1] and sum(here) < one.height:
            found.add(one)
    return frozenset(found)


def spans(steps: Sequence[Step], rows: Sequence[FlowRow], page: FlowPage, cells: int) -> list[tuple[int, ...]]:
    """Return for each row of a page how many rows each cell right of the lanes takes: 0 where it goes on."""
    first, last = page.rows
    found = [[1] * cells for _ in range(first, last + 1)]
    for cell in range(cells):
        begins = first
        for place in range(first + 1, last + 1):
            if goes_on(steps, rows, place, cell):
                found[place - first][cell] = 0
                found[begins - first][cell] += 1
            else:
                begins = place
    return [tuple(one) for one in found]
