"""The rows of a flow table on a page: what stands in their cells, and the symbols in their lanes."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sopgen.read.old.areas import Area
from sopgen.read.old.pdf.flow.head import TableHead
from sopgen.read.old.pdf.page.cells import words_in
from sopgen.read.old.pdf.page.opened import OldPage
from sopgen.read.old.pdf.page.symbols import Mark, SymbolForm, marks_of
from sopgen.read.old.pdf.page.words import Word, text_of

# A row is at least so high, in points.
_LOWEST = 6.0
# Connectors stand no further than this above or below the table, in points.
_BESIDE = 40.0


@dataclass(frozen=True, slots=True)
class CellWords:
    """The words of a cell; `shared` says that it goes on from the row above."""

    key: str
    words: tuple[Word, ...]
    area: Area
    shared: bool = False


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row: its cells by column, and its symbols from the left; `whole` says that it has no columns.

    Connectors drawn above or below the table have a row of their own, without cells.
    """

    page: int
    area: Area
    cells: tuple[CellWords, ...]
    marks: tuple[Mark, ...] = ()
    whole: bool = False

    def words(self, key: str) -> tuple[Word, ...]:
        """Return the words in the column of this key."""
        return next((one.words for one in self.cells if one.key == key), ())

    def text(self, key: str) -> str:
        """Return the text in the column of this key."""
        return text_of(self.words(key))


def rows_on(page: OldPage, head: TableHead, top: float) -> tuple[PageRow, ...]:
    """Return the rows of the table on this page below `top`; `head` may be that of an earlier page."""
    what = head.column("kegiatan")
    if what is None or not head.lanes:
        return ()
    bottom = _foot(page, what.left, top)
    ys = list(page.rules.across(what.middle, top - 2, bottom + 2))
    if ys and bottom - ys[-1] > _LOWEST:
        # A table that is cut off at the foot of its page has no last rule.
        ys.append(bottom)
    lanes = Area(head.lanes[0].left, top, head.lanes[-1].right, bottom)
    marks = [one for one in marks_of(page.outlines) if _in_lanes(one, lanes)]
    if not marks:
        marks = [one for one in marks_of(page.pictured) if _in_lanes(one, lanes)]
    bands = [(a, b) for a, b in itertools.pairwise(ys) if b - a >= _LOWEST]
    rows = [_row(page, head, Area(head.edges[0], a, head.edges[-1], b), marks) for a, b in bands]
    kept = [row for n, row in enumerate(rows) if not (n < 2 and _counts_columns(row))]
    told = [_shared(row, kept[:n]) for n, row in enumerate(kept)]
    outside = [_outside(page, lanes, marks, over=over) for over in (True, False)] if told else []
    return (*outside[:1], *told, *outside[1:])


def _outside(page: OldPage, lanes: Area, marks: Sequence[Mark], *, over: bool) -> PageRow:
    """Return a row of the connectors that stand above, or below, the table."""
    band = Area(lanes.left, lanes.top - _BESIDE, lanes.right, lanes.top - 1)
    if not over:
        band = Area(lanes.left, lanes.bottom + 1, lanes.right, lanes.bottom + _BESIDE)
    every = [one for one in marks_of(page.outlines) if band.holds(*one.area.middle) and one not in marks]
    # The last symbol of a flow may stand below its table, too.
    forms = (SymbolForm.CONNECTOR, SymbolForm.CIRCLE, *([] if over else [SymbolForm.ROUNDED, SymbolForm.DIAMOND]))
    kept = [
        Mark(SymbolForm.CONNECTOR if one.form is SymbolForm.CIRCLE else one.form, one.area)
        for one in every
        if one.form in forms and one.area.height < _BESIDE
    ]
    return PageRow(page.number, band, (), tuple(kept))


def _foot(page: OldPage, left: float, top: float) -> float:
    """Return where the table ends: as far down as the rule at the left of what is done goes, or the page's rules."""
    ends = [one.end for one in page.rules.standing if abs(one.at - left) < 3 and one.end > top + 5]
    lying = [one.at for one in page.rules.lying if one.spans(left + 3) and one.at > top]
    return max(ends, default=max(lying, default=top))


def _in_lanes(mark: Mark, lanes: Area) -> bool:
    x, y = mark.area.middle
    return lanes.holds(x, y) and mark.area.width < lanes.width + 2 and mark.area.height < max(0.9 * lanes.height, 60)


def _row(page: OldPage, head: TableHead, area: Area, marks: Sequence[Mark]) -> PageRow:
    what = head.column("kegiatan")
    assert what is not None
    y = area.middle[1]
    whole = not page.rules.down(y, what.right - 2, what.right + 2)
    if whole:
        return PageRow(page.number, area, (CellWords("", tuple(words_in(page, area)), area),), (), whole=True)
    cells = tuple(_cell(page, column.key, column.left, column.right, area) for column in head.columns)
    mine = [one for one in marks if area.top - 1 <= one.area.middle[1] < area.bottom + 1]
    number = text_of([word for one in cells if one.key == "nomor" for word in one.words]).strip(" .)")
    return PageRow(page.number, area, cells, tuple(_settled(page, one, mine, number) for one in mine))


def _settled(page: OldPage, mark: Mark, others: Sequence[Mark], number: str) -> Mark:
    """Return a small circle as what it is: the symbol of the row's step, or a connector beside that."""
    if mark.form is not SymbolForm.CIRCLE:
        return mark
    named = text_of(words_in(page, mark.area))
    beside = [one for one in others if one is not mark and one.form is not SymbolForm.CONNECTOR]
    if named.isdigit():
        below = any(one.area.bottom < mark.area.top or one.area.top > mark.area.bottom for one in beside)
        return Mark(SymbolForm.ROUNDED if named == number or below or not beside else SymbolForm.CONNECTOR, mark.area)
    return Mark(SymbolForm.CONNECTOR if named or beside or not number else SymbolForm.ROUNDED, mark.area)


def _cell(page: OldPage, key: str, left: float, right: float, row: Area) -> CellWords:
    """Return the cell around the middle of a row in a column, which may be higher than the row."""
    x = (left + right) / 2
    whole = page.rules.cell(x, row.middle[1])
    area = Area(left, whole.top, right, whole.bottom)
    return CellWords(key, tuple(words_in(page, area)), area)


def _shared(row: PageRow, above: Sequence[PageRow]) -> PageRow:
    """Return a row whose cells say where they go on from a row above that has words or symbols of a step."""
    if row.whole:
        return row
    before = [one.area.middle[1] for one in above if not one.whole and (one.words("kegiatan") or one.words("nomor"))]
    cells = tuple(
        CellWords(cell.key, (), cell.area, shared=True)
        if any(cell.area.top < y < cell.area.bottom for y in before)
        else cell
        for cell in row.cells
    )
    return PageRow(row.page, row.area, cells, row.marks)


def _counts_columns(row: PageRow) -> bool:
    """Return whether a row only numbers the columns: (1) (2) (3)."""
    texts = [text_of(cell.words) for cell in row.cells if cell.words]
    return len(texts) > 2 and not row.whole and all(re.fullmatch(r"\(?\s*\d{1,2}\s*\)?\.?", one) for one in texts)
