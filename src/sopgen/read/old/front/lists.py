"""The lists of the front page, under their heads: one below the other, or side by side in a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.read.old.front.lines import Line, head_of
from sopgen.read.old.labels import ITEM_MARK, unmarked

# A mark of an item alone in its cell: what follows in the next cell is its text.
BARE_MARK: Final = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]|[-\u2022\u2013*\uf0b7]")
# A head of a list that sopgen has no place for.
_OTHER: Final = re.compile(r"[A-Z][A-Z /&,-]{3,40}:")
# A line so long beside the longest one was broken by the width of its page, not by who wrote it.
_FULL: Final = 0.7
# An item that is written as a sentence that goes on is none of its own.
_SMALL: Final = re.compile(r"[a-z(]")


@dataclass
class _List:
    """A list while its lines are read; `marks` are its items with the sign before each."""

    key: str
    head: Found
    lines: list[Found] = field(default_factory=list)


@dataclass(frozen=True)
class Lists:
    """The lists by their keys, their heads, and what belongs to none."""

    lists: dict[str, tuple[Found, ...]]
    heads: dict[str, Found]
    unplaced: tuple[Found, ...]


def lists_in(lines: Sequence[Line]) -> Lists:
    """Return the lists that the lines hold; a tab goes on to the list at the right, as cells of Word are copied."""
    reading = _Reading()
    for line in lines:
        reading.take(line)
    longest = max((len(one.text) for found in reading.found for one in found.lines), default=0)
    lists: dict[str, tuple[Found, ...]] = {}
    heads: dict[str, Found] = {}
    for one in reading.found:
        items = tuple(_items(one.lines, longest))
        if one.key in lists:
            lists[one.key] += items
        else:
            lists[one.key], heads[one.key] = items, one.head
    return Lists(lists, heads, tuple(reading.unplaced))


class _Reading:
    """Which list the next text belongs to: `band` holds those side by side, `at` the one that is written to."""

    def __init__(self) -> None:
        self.found: list[_List] = []
        self.unplaced: list[Found] = []
        self.band: list[_List] = []
        self.at = 0
        self.stray = False

    def take(self, line: Line) -> None:
        """Put the cells of a line where they belong."""
        fresh: list[_List] = []
        cells = _joined(line.cells)
        if len(cells) >= len(self.band) > 1:  # a whole row of the table
            self.at = 0
        for n, cell in enumerate(cells):
            if n and not fresh and self.at + 1 < len(self.band):
                self.at += 1
            for text in cell.split("\n"):
                self._put(line, text.strip(), fresh)
        if fresh:
            self.band, self.stray = fresh, False
            self.at = len(fresh) - 1 if any(one.lines for one in fresh) else 0

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
        elif _OTHER.fullmatch(text):
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


def _items(lines: Sequence[Found], longest: int) -> Iterator[Found]:
    """Yield the items of a list's lines, without their marks; those that go on below are put together."""
    marked = any(ITEM_MARK.match(one.text) for one in lines)
    item: Found | None = None
    last = ""
    for one in lines:
        own = bool(ITEM_MARK.match(one.text)) if marked else not _SMALL.match(one.text)
        doubt = ""
        if item is not None and not own and not _SMALL.match(one.text) and len(last) < _FULL * longest:
            own, doubt = True, say("this line has no mark, as the items around it have")
        elif (
            item is not None and own and not marked and len(last) >= _FULL * longest and not last.endswith((".", ";"))
        ):
            doubt = say("this line may go on from the one above it")
        if item is not None and own:
            yield item
        joined = item is not None and not own
        text = f"{item.text} {one.text}" if joined and item else unmarked(one.text)
        item = Found(text, item.spot if joined and item else one.spot, item.doubt if joined and item else doubt)
        last = one.text
    if item is not None:
        yield item
