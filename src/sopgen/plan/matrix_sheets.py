"""Where the pages of the matrix of changes begin: short rows stay whole, a tall one is cut between two lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import Final

from sopgen.compare.likeness import Segment
from sopgen.plan.forms.sheets import FormBlock, new_pages, split
from sopgen.plan.measure import MM_PER_PT, wrap

SIZE_PT: Final = 9.5
LINE: Final = 11.5 * MM_PER_PT
# Inner distance of a cell, left and right, and of a row, above and below, with its rule (mm).
IN_CELL: Final = 3.4
IN_ROW: Final = 4.5 * MM_PER_PT
# A row taller than this part of a page is cut where the page ends; so many lines of it stay together at either end.
TALL: Final = 1 / 3
TOGETHER: Final = 3
# The paragraph of Word that begins a page.
BREAK: Final = 0.4
# Kept free on every page, since the lines of Word, LibreOffice and Typst differ by hairs.
SLACK: Final = 5.0
Line = tuple[Segment, ...]
Cell = tuple[Line, ...]


@dataclass(frozen=True)
class MatrixRow:
    """One change, or a part of it where a page's end cuts it: its number stands at the first part only."""

    number: str
    part: Cell
    old: Cell
    new: Cell
    reason: Cell

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells beside the number."""
        return self.part, self.old, self.new, self.reason


@dataclass(frozen=True)
class MatrixHeights:
    """The height of a page between its margins, of what stands on the first page and under the last row (mm)."""

    page: float
    above: float
    below: float


@dataclass(frozen=True)
class _Strip:
    """Lines of a row that are not torn."""

    row: int
    start: int
    end: int


def plan_sheets(
    rows: Sequence[MatrixRow], widths: Sequence[float], room: MatrixHeights
) -> tuple[tuple[MatrixRow, ...], ...]:
    """Return the rows page by page; `widths` are those of the columns beside the number (mm)."""
    if not rows:
        return ((),)
    strips = [strip for n, row in enumerate(rows) for strip in _strips(n, _row_lines(row, widths), room.page)]
    begun = new_pages(_pieces(strips, room), room.page - SLACK)
    return tuple(
        tuple(_part(rows[n], list(some), widths) for n, some in groupby(sheet, lambda strip: strip.row))
        for sheet in split("rows", strips, begun)
    )


def height(texts: Sequence[str], width: float) -> float:
    """Return the height of texts, one under the other, in millimetres."""
    return sum(len(_spans(text, width)) for text in texts) * LINE


def _row_lines(row: MatrixRow, widths: Sequence[float]) -> int:
    pairs = zip(row.cells, widths, strict=True)
    return max(sum(len(_spans(_text(line), width - IN_CELL)) for line in cell) for cell, width in pairs)


def _strips(row: int, lines: int, page: float) -> list[_Strip]:
    if lines * LINE + IN_ROW <= page * TALL:
        return [_Strip(row, 0, lines)]
    edges = [0, *range(TOGETHER, lines - TOGETHER + 1), lines]
    return [_Strip(row, start, end) for start, end in pairwise(edges)]


def _pieces(strips: Sequence[_Strip], room: MatrixHeights) -> Iterator[FormBlock]:
    head = IN_ROW + LINE
    for n, strip in enumerate(strips):
        tall = (strip.end - strip.start) * LINE
        begins = IN_ROW if strip.start == 0 else 0.0
        first = room.above + head if n == 0 else 0.0
        last = room.below if n == len(strips) - 1 else 0.0
        yield FormBlock(f"rows{n}", first + begins + tall + last, BREAK + head + IN_ROW - begins)


def _part(row: MatrixRow, strips: Sequence[_Strip], widths: Sequence[float]) -> MatrixRow:
    """Return what of a row stands on a page."""
    start, end = strips[0].start, strips[-1].end
    cells = [_cut(cell, start, end, width - IN_CELL) for cell, width in zip(row.cells, widths, strict=True)]
    return MatrixRow(row.number if start == 0 else "", *cells)


def _cut(cell: Cell, start: int, end: int, width: float) -> Cell:
    """Return the lines `start` to `end` of a cell as they print in that width; an empty line where it has none."""
    found, above = [], 0
    for line in cell:
        spans = _spans(_text(line), width)
        inside = spans[max(start - above, 0) : max(end - above, 0)]
        if len(inside) == len(spans):
            found.append(line)
        elif inside:
            found.append(_between(line, inside[0][0], inside[-1][1]))
        above += len(spans)
    return tuple(found) or ((),)


def _spans(text: str, width: float) -> list[tuple[int, int]]:
    """Return where in a text each of its printed lines begins and ends; an empty text prints an empty line."""
    letters = [n for n, char in enumerate(text) if not char.isspace()]
    counts = [sum(not char.isspace() for char in line) for line in wrap(text, width, SIZE_PT)]
    edges = pairwise(accumulate(counts, initial=0))
    return [(letters[start], letters[end - 1] + 1) for start, end in edges] or [(0, len(text))]


def _between(line: Line, start: int, end: int) -> Line:
    begins = accumulate((len(segment.text) for segment in line), initial=0)
    cut = [
        Segment(segment.text[max(start - at, 0) : max(end - at, 0)], segment.marked)
        for at, segment in zip(begins, line, strict=False)
    ]
    return tuple(segment for segment in cut if segment.text)


def _text(line: Line) -> str:
    return "".join(segment.text for segment in line)
