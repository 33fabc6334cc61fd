"""How wide the columns of the matrix of changes are: the fuller one is, the wider, so that its rows are low."""

from collections.abc import Iterator, Sequence
from itertools import permutations
from math import ceil
from typing import Final

from sopgen.model.look.matrix import MatrixLook
from sopgen.plan.columns import BOLD
from sopgen.plan.contract.matrix import Cell, MatrixRow
from sopgen.plan.matrix.sheets import MatrixMeasure
from sopgen.plan.measure import text_width, unbroken

# A column is made wider by so much of the width at a time.
STEP: Final = 0.02
# Words do not fill their lines to the end.
FILLED: Final = 0.93

Shares = tuple[float, ...]


def shared(
    rows: Sequence[MatrixRow], heads: Sequence[str], look: MatrixLook, width: float, by: MatrixMeasure
) -> tuple[float, ...]:
    """Return the widths of all columns (mm): from the look's shares on, as long as the rows get lower by it.

    `heads` are those of the columns beside the number. No column gets narrower than its head and its longest word.
    """
    column = look.kolom
    rest = width - column.nomor
    parts = (column.bagian, column.semula, column.menjadi, column.alasan)
    shares: Shares = tuple(part / sum(parts) for part in parts)
    texts = [tuple(_widths(cell, by) for cell in row.cells) for row in rows]
    least = tuple(
        min(share, (max(_longest_word([row.cells[n] for row in rows], by), _head(head, by)) + by.in_cell) / rest)
        for n, (share, head) in enumerate(zip(shares, heads, strict=True))
    )
    lines = _lines(texts, shares, rest, by)
    while better := _better(texts, (shares, least, lines), rest, by):
        shares, lines = better
    return (column.nomor, *(round(rest * share, 2) for share in shares))


def _widths(cell: Cell, by: MatrixMeasure) -> tuple[float, ...]:
    """Return how long each text of a cell is on one line (mm)."""
    return tuple(text_width("".join(piece.text for piece in line), by.size_pt) for line in cell)


def _head(head: str, by: MatrixMeasure) -> float:
    return text_width(head, by.size_pt) * BOLD


def _longest_word(cells: Sequence[Cell], by: MatrixMeasure) -> float:
    """Return how long the longest word of a column is (mm)."""
    found = {word for cell in cells for line in cell for word in unbroken("".join(piece.text for piece in line))}
    return max((text_width(word, by.size_pt) for word in found), default=0.0)


def _lines(texts: Sequence[tuple[tuple[float, ...], ...]], shares: Shares, width: float, by: MatrixMeasure) -> int:
    """Return about how many lines all rows take."""
    rooms = [(share * width - by.in_cell) * FILLED for share in shares]
    return sum(
        max(sum(max(1, ceil(long / room)) for long in cell) for cell, room in zip(row, rooms, strict=True))
        for row in texts
    )


def _better(
    texts: Sequence[tuple[tuple[float, ...], ...]], at: tuple[Shares, Shares, int], width: float, by: MatrixMeasure
) -> tuple[Shares, int] | None:
    """Return the best shares with one column wider and one narrower, None where none takes fewer lines."""
    shares, least, lines = at
    tries = [(_lines(texts, some, width, by), some) for some in _neighbours(shares, least)]
    if not tries or min(tries)[0] >= lines:
        return None
    fewest, best = min(tries)
    return best, fewest


def _neighbours(shares: Shares, least: Shares) -> Iterator[Shares]:
    for wider, narrower in permutations(range(len(shares)), 2):
        if shares[narrower] - STEP >= least[narrower]:
            changed = [*shares]
            changed[wider] += STEP
            changed[narrower] -= STEP
            yield tuple(round(share, 4) for share in changed)
