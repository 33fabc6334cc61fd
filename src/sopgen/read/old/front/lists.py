"""The lists of the front page, under their heads: one below the other, or side by side in a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sopgen.messages import say
from sopgen.model.sections import ItemMark
from sopgen.read.old.found import Found
from sopgen.read.old.front.items import BARE_MARK, is_numbered, items_of
from sopgen.read.old.front.lines import Line, head_of
from sopgen.read.old.front.other_heads import other_head

_COUNTED: Final = re.compile(r"^(?:[A-Z]|[IVX]{1,4}|\d{1,2})[.)]\s+")
# A head of a list that sopgen has no place for.
_OTHER: Final = re.compile(r"[A-Z][A-Z /&,-]{3,40}:")
# A column of blanks may begin so many letters further left than its head.
_SLACK: Final = 3
# So many lines whose columns blanks keep apart: all of the page is so.
_SPACED_LINES: Final = 3


@dataclass
class _List:
    """A list while its lines are read; `start` is where its head begins in a line that blanks part."""

    key: str
    head: Found
    lines: list[Found] = field(default_factory=list)
    start: int = 0


@dataclass(frozen=True)
class Lists:
    """The lists by their keys, their heads, and what belongs to none."""

    lists: dict[str, tuple[Found, ...]]
    heads: dict[str, Found]
    unplaced: tuple[Found, ...]
    marks: dict[str, ItemMark]


def lists_in(lines: Sequence[Line]) -> Lists:
    """Return the lists that the lines hold; a tab goes on to the list at the right, as cells of Word are copied."""
    reading = _Reading(spaced=sum(line.spaced for line in lines) >= _SPACED_LINES)
    for line in lines:
        reading.take(line)
    longest = max((len(one.text) for found in reading.found for one in found.lines), default=0)
    lists: dict[str, tuple[Found, ...]] = {}
    heads: dict[str, Found] = {}
    above: _List | None = None
    beside = False
    for one in reading.found:
        items, doubt = items_of(one.lines, longest)
        # Columns that were copied one into the other: what stands below is no surer.
        beside = beside or (above is not None and not above.lines and bool(one.lines) and not reading.banded)
        told = say("this head stands right below another one: items of one list may be of another") if beside else ""
        lists[one.key] = (*lists.get(one.key, ()), *items)
        heads.setdefault(one.key, replace(one.head, doubt=one.head.doubt or told or doubt))
        above = one
    numbered = {one.key: ItemMark.NUMBER for one in reading.found if is_numbered(one.lines)}
    return Lists(lists, heads, tuple(reading.unplaced), numbered)


class _Reading:
    """Which list the next text belongs to: `band` holds those side by side, `at` the one that is written to."""

    def __init__(self, *, spaced: bool) -> None:
        self.spaced = spaced
        self.found: list[_List] = []
        self.unplaced: list[Found] = []
        self.band: list[_List] = []
        self.at = 0
        self.stray = False
        self.banded = False

    def take(self, line: Line) -> None:
        """Put the cells of a line where they belong."""
        fresh: list[_List] = []
        if self.spaced:
            self._by_place(line, fresh)
        else:
            self._by_cells(line, fresh)
        if fresh:
            self.band, self.stray = fresh, False
            self.banded = self.banded or len(fresh) > 1
            self.at = len(fresh) - 1 if any(one.lines for one in fresh) else 0

    def _by_cells(self, line: Line, fresh: list[_List]) -> None:
        cells = _joined(line.cells)
        if len(cells) >= len(self.band) > 1:  # a whole row of the table
            self.at = 0
        for n, cell in enumerate(cells):
            if n and not fresh and self.at + 1 < len(self.band):
                self.at += 1
            for text in cell.split("\n"):
                self._put(line, text.strip(), fresh)

    def _by_place(self, line: Line, fresh: list[_List]) -> None:
        """Put each cell below the head that stands above it, or left of it."""
        for start, text in _joined_places(line):
            left = [n for n, one in enumerate(self.band) if one.start <= start + _SLACK]
            self.at = left[-1] if left else 0
            known = len(fresh)
            self._put(line, text, fresh if head_of(text) else [])
            for one in fresh[known:]:
                one.start = start

    def _put(self, line: Line, text: str, fresh: list[_List]) -> None:
        if not text:
            return
        if head := head_of(text):
            known, written, rest = head
            doubt = "" if known.sure else say('"{text}" may be a slip: this list has another name', text=written)
            one = _List(known.key, line.found(written, doubt))
            if rest:
                one.lines.append(line.found(rest))
            fresh.append(one)
            self.found.append(one)
        elif fresh:
            fresh[-1].lines.append(line.found(text))
        elif _OTHER.fullmatch(text) or other_head(_COUNTED.sub("", text)):
            self.stray = True
            self.unplaced.append(line.found(text))
        elif self.band and not self.stray:
            self.band[self.at].lines.append(line.found(text))
        else:
            self.unplaced.append(line.found(text))


def _joined(cells: Sequence[str]) -> list[str]:
    """Return the cells, the mark of an item with its text."""
    found: list[str] = []
    for cell in cells:
        if found and BARE_MARK.fullmatch(found[-1].rpartition("\n")[2]):
            found[-1] += f" {cell}"
        else:
            found.append(cell)
    return found


def _joined_places(line: Line) -> Iterator[tuple[int, str]]:
    """Yield the cells with their places, the mark of an item with its text."""
    mark: tuple[int, str] | None = None
    for start, text in line.placed():
        if mark:
            yield mark[0], f"{mark[1]} {text}"
            mark = None
        elif BARE_MARK.fullmatch(text):
            mark = start, text
        else:
            yield start, text
    if mark:
        yield mark
