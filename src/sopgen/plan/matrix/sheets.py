"""Where the pages of the matrix of changes begin: short rows stay whole, a tall one is cut between two lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import Final

from sopgen.model.look.base import MM_A_POINT, word_mm
from sopgen.model.look.matrix import MatrixLook
from sopgen.plan.contract.matrix import Cell, Line, MatrixRow, Piece
from sopgen.plan.forms.sheets import FormBlock, new_pages, split
from sopgen.plan.measure import line_counts

# So many rows stay together at the end.
LAST: Final = 2
# The paragraph of Word that begins a page.
BREAK: Final = 0.4


@dataclass(frozen=True)
class MatrixMeasure:
    """What the rows are measured by: type size (pt), height of a line, what a cell and a row take beside text (mm).

    A row taller than `tall` is cut where the page ends; so many lines of it stay `together` at either end. `slack` is
    kept free on every page, since the lines of Word, LibreOffice and Typst differ by hairs.
    """

    size_pt: float
    line: float
    in_cell: float
    in_row: float
    tall: float
    together: int
    slack: float

    def height(self, texts: Sequence[str], width: float) -> float:
        """Return the height of texts, one under the other, in millimetres."""
        return sum(len(self.spans(text, width)) for text in texts) * self.line

    def spans(self, text: str, width: float) -> list[tuple[int, int]]:
        """Return where in a text each of its printed lines begins and ends; an empty text prints an empty line."""
        letters = [n for n, char in enumerate(text) if not char.isspace()]
        edges = list(pairwise(accumulate(line_counts(text, width, self.size_pt), initial=0)))
        ends = [*letters, len(text)]
        lines = [
            (letters[start], letters[end - 1] + 1) if end > start else (ends[start],) * 2 for start, end in edges
        ]
        return lines or [(0, len(text))]


def measure(look: MatrixLook, page: float) -> MatrixMeasure:
    """Return what the rows of a look are measured by; `page` is the height of a page between its margins (mm)."""
    return MatrixMeasure(
        size_pt=look.isi.ukuran,
        line=look.isi.tinggi_baris * MM_A_POINT,
        in_cell=2 * look.jarak_sel.mendatar,
        in_row=2 * word_mm(look.jarak_sel.tegak) + look.garis * MM_A_POINT,
        tall=page * look.paling_tinggi_utuh,
        together=look.baris_berkumpul,
        slack=look.sisa_halaman,
    )


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
    rows: Sequence[MatrixRow], widths: Sequence[float], room: MatrixHeights, by: MatrixMeasure
) -> tuple[tuple[MatrixRow, ...], ...]:
    """Return the rows page by page; `widths` are those of the columns beside the number (mm)."""
    if not rows:
        return ((),)
    strips = [strip for n, row in enumerate(rows) for strip in _strips(n, _row_lines(row, widths, by), by)]
    height = room.page - by.slack
    begun = new_pages(_last_together(list(_pieces(strips, room, by)), height), height)
    return tuple(
        tuple(_part(rows[n], list(some), widths, by) for n, some in groupby(sheet, lambda strip: strip.row))
        for sheet in split("rows", strips, begun)
    )


def _row_lines(row: MatrixRow, widths: Sequence[float], by: MatrixMeasure) -> int:
    pairs = zip(row.cells, widths, strict=True)
    return max(sum(len(by.spans(_text(line), width - by.in_cell)) for line in cell) for cell, width in pairs)


def _strips(row: int, lines: int, by: MatrixMeasure) -> list[_Strip]:
    if lines * by.line + by.in_row <= by.tall:
        return [_Strip(row, 0, lines)]
    edges = [0, *range(by.together, lines - by.together + 1), lines]
    return [_Strip(row, start, end) for start, end in pairwise(edges)]


def _pieces(strips: Sequence[_Strip], room: MatrixHeights, by: MatrixMeasure) -> Iterator[FormBlock]:
    head = by.in_row + by.line
    for n, strip in enumerate(strips):
        tall = (strip.end - strip.start) * by.line
        begins = by.in_row if strip.start == 0 else 0.0
        first = room.above + head if n == 0 else 0.0
        last = room.below if n == len(strips) - 1 else 0.0
        yield FormBlock(f"rows{n}", first + begins + tall + last, BREAK + head + by.in_row - begins)


def _last_together(pieces: list[FormBlock], room: float) -> list[FormBlock]:
    """Keep the last two pieces on one page, as far as it has room: no page holds the last row alone."""
    if len(pieces) < LAST or sum(piece.height for piece in pieces[-LAST:]) + pieces[-LAST].again > room:
        return pieces
    *others, first, last = pieces
    return [*others, FormBlock(first.key, first.height + last.height, first.again)]


def _part(row: MatrixRow, strips: Sequence[_Strip], widths: Sequence[float], by: MatrixMeasure) -> MatrixRow:
    """Return what of a row stands on a page."""
    start, end = strips[0].start, strips[-1].end
    cells = [_cut(cell, start, end, width - by.in_cell, by) for cell, width in zip(row.cells, widths, strict=True)]
    return MatrixRow(row.number if start == 0 else "", *cells)


def _cut(cell: Cell, start: int, end: int, width: float, by: MatrixMeasure) -> Cell:
    """Return the lines `start` to `end` of a cell as they print in that width; an empty line where it has none."""
    found, above = [], 0
    for line in cell:
        spans = by.spans(_text(line), width)
        inside = spans[max(start - above, 0) : max(end - above, 0)]
        if len(inside) == len(spans):
            found.append(line)
        elif inside:
            found.append(_between(line, inside[0][0], inside[-1][1]))
        above += len(spans)
    return tuple(found) or ((),)


def _between(line: Line, start: int, end: int) -> Line:
    begins = accumulate((len(segment.text) for segment in line), initial=0)
    cut = [
        Piece(segment.text[max(start - at, 0) : max(end - at, 0)], segment.marked)
        for at, segment in zip(begins, line, strict=False)
    ]
    return tuple(segment for segment in cut if segment.text)


def _text(line: Line) -> str:
    return "".join(segment.text for segment in line)
