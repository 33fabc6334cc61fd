"""The rows of the identity part: a label and its value beside it, below it, or in the same cell behind a colon."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopgen.read.old.found import Found
from sopgen.read.old.labels import identity, labelled
from sopgen.read.old.tables.grid import OldCell, OldTable


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row: its key, its label and value as written, the cells that they stand in, the label's first."""

    key: str
    label: Found
    value: Found | None
    cells: tuple[OldCell, ...]
    sure: bool = True


def rows_of(grid: OldTable, flow: range) -> Iterator[GridRow]:
    """Yield the rows of an identity part outside of the rows of a flow."""
    for cell in sorted(grid.cells, key=lambda one: (one.row, one.column)):
        if cell.row in flow or not cell.text:
            continue
        known = identity(cell.text.rstrip(": ")) if len(cell.text) < 40 else None
        if known:
            yield from _beside(grid, cell, known.key, known.sure)
        elif (above := _above(grid, cell)) is not None:
            yield above
        else:
            yield from _within(cell)


def _beside(grid: OldTable, cell: OldCell, key: str, sure: bool) -> Iterator[GridRow]:
    right, passed = beside(grid, cell)
    value = right.found(_plain(right)) if right else None
    if not grid.running:
        label = cell.found(cell.text.rstrip(": "))
        yield GridRow(key, label, value, (cell, *passed, *([right] if right else [])), sure)


def _plain(cell: OldCell) -> str:
    return "\n".join(line.shown for line in cell.filled).removeprefix(":").strip()


def beside(grid: OldTable, cell: OldCell) -> tuple[OldCell | None, list[OldCell]]:
    """Return the next cell with words right of a cell, and those between that hold but a colon."""
    passed: list[OldCell] = []
    column = cell.column + cell.across
    while column < grid.width:
        other = grid.at(cell.row, column)
        if other is not None and other.text.strip(": ") and other.row == cell.row:
            return (None if identity(other.text.rstrip(": ")) else other), passed
        if other is not None and other.text:
            passed.append(other)
        column = other.column + other.across if other is not None else column + 1
    return None, passed


def _above(grid: OldTable, cell: OldCell) -> GridRow | None:
    """Return the row of a cell that has the label in its first line and the value below it."""
    first, *rest = cell.filled
    known = identity(first.shown.rstrip(": ")) if rest and not grid.running and len(first.shown) < 40 else None
    if known is None or not known.sure or any(labelled(one.shown) for one in rest):
        return None
    value = cell.found("\n".join(one.shown for one in rest))
    return GridRow(known.key, cell.found(first.shown.rstrip(": ")), value, (cell,))


def _within(cell: OldCell) -> Iterator[GridRow]:
    """Yield the rows that are lines of one cell, with a colon between label and value."""
    for n, line in enumerate(cell.filled):
        found = labelled(line.shown)
        if found:
            rest = cell.filled[n + 1 :] if found.known.key == "disahkan_oleh" else ()
            text = "\n".join(filter(None, [found.value, *(one.shown for one in rest)]))
            value = cell.found(text) if text else None
            yield GridRow(found.known.key, cell.found(found.label), value, (cell,), found.known.sure)
            if rest:
                return
