"""The parts of a flow table page by page: its head, rows, symbols and arrows; a page without a head goes on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sopgen.read.old.areas import Area
from sopgen.read.old.pdf.flow.arrows import Way, Ways, ways_of
from sopgen.read.old.pdf.flow.head import TableHead, head_on
from sopgen.read.old.pdf.flow.rows import PageRow, rows_on
from sopgen.read.old.pdf.page.cells import Taken, cells_of, words_in
from sopgen.read.old.pdf.page.opened import OldPage
from sopgen.read.old.pdf.page.symbols import Mark, marks_of

# So large a share of the columns' rules must stand where they stood for a page without a head to go on.
_ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of a flow table that stands on one page."""

    page: OldPage
    head: TableHead
    rows: tuple[PageRow, ...]
    ways: Ways

    @property
    def marks(self) -> list[Mark]:
        """The symbols of all rows, in the order that ways name them by."""
        return [mark for row in self.rows for mark in row.marks]

    @property
    def is_pictured(self) -> bool:
        """Whether its symbols were seen in a picture, where no arrow can be followed."""
        drawn = {(mark.area.left, mark.area.top) for mark in marks_of(self.page.outlines)}
        return bool(self.marks) and not any((mark.area.left, mark.area.top) in drawn for mark in self.marks)

    @property
    def lanes(self) -> Area:
        """The rectangle of all lanes below the head."""
        top = min((row.area.top for row in self.rows), default=self.head.area.bottom)
        bottom = max((row.area.bottom for row in self.rows), default=top)
        return Area(self.head.lanes[0].left, top, self.head.lanes[-1].right, bottom)

    def from_mark(self, mark: int) -> list[Way]:
        """Return the arrows that leave a symbol."""
        return [one for one in self.ways.every if one.source == mark]

    def to_mark(self, mark: int) -> list[Way]:
        """Return the arrows that reach a symbol."""
        return [one for one in self.ways.every if one.target == mark]


def sheets_of(pages: Sequence[OldPage], taken: Taken) -> list[Sheet]:
    """Return the parts of the flow table on these pages, in their order."""
    found: list[Sheet] = []
    last: TableHead | None = None
    for page in pages:
        head = head_on(page, cells_of(page), taken)
        top = head.area.bottom if head else 0.0
        if head is None and last is not None and _goes_on(page, last):
            head, top = last, _first_rule(page, last)
        if head is None or not head.lanes:
            continue
        rows = rows_on(page, head, top)
        if rows:
            _take_numbers(page, head, top, rows, taken)
            found.append(_sheet(page, head, rows))
            last = head
    return found


def _sheet(page: OldPage, head: TableHead, rows: tuple[PageRow, ...]) -> Sheet:
    edges = [x for lane in head.lanes for x in (lane.left, lane.right)]
    bare = Sheet(page, head, rows, Ways())
    return Sheet(page, head, rows, ways_of(page.outlines, bare.marks, bare.lanes, page.rules, edges))


def _take_numbers(page: OldPage, head: TableHead, top: float, rows: Sequence[PageRow], taken: Taken) -> None:
    """Take the numbers of the columns under a head: (1) (2) (3)."""
    first = min((row.area.top for row in rows if row.cells), default=top)
    words = words_in(page, Area(head.area.left, top - 1, head.area.right, first))
    if all(re.fullmatch(r"\(?\d{1,2}\)?", word.text) for word in words):
        taken.take(page.number, words)


def _goes_on(page: OldPage, head: TableHead) -> bool:
    there = [edge for edge in head.edges if any(abs(one.at - edge) < 3 for one in page.rules.standing)]
    return len(there) >= _ALIKE * len(head.edges)


def _first_rule(page: OldPage, head: TableHead) -> float:
    what = head.column("kegiatan")
    return min((one.at for one in page.rules.lying if what and one.spans(what.middle)), default=0.0)
