"""The lines of a list to its items: where each begins, which lines go on, and what is not sure about it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.read.old.labels import ITEM_MARK, column, day, duration, unmarked

# A mark of an item alone: what follows, in the next cell or line, is its text.
BARE_MARK: Final = re.compile(r"\(?(?:\d{1,2}|[a-z])[.,)]|[-\u2022\u2013*\uf0b7]")
# A line so long beside the longest one was broken by the width of its page, not by who wrote it.
_FULL: Final = 0.7
# An item that is written as a sentence that goes on is none of its own.
_SMALL: Final = re.compile(r"[a-z(]")
_COUNTED: Final = re.compile(r"\(?\d{1,2}[.,)]")
_NUMBER: Final = re.compile(r"\(?(\d{1,2})[.)]")
# Lines of a list without marks: one so long, and nearly as long as its longest, may have been broken there.
_LONG_LINE: Final = 45
_NEARLY: Final = 0.85
# How the titles of laws and of other SOPs begin: a line that does is an item of its own.
_NEW: Final = re.compile(
    r"(?:undang|uu\b|peraturan|perpres|permen|perka|perda|perwal|perbup|pergub|pp\b|keputusan|kep\w*|surat|instruksi|sop|spo)\b",
    re.IGNORECASE,
)
_OF_A_PERSON: Final = re.compile(r"\b(?:NIP|NRP)\b\.?\s*\d")
# So many doubts in one list are one: the list was not understood.
_MOST_DOUBTS: Final = 3


@dataclass
class _Item:
    """An item while its lines are read: the last line shows whether the next may go on from it."""

    found: Found
    last: str


def items_of(lines: Sequence[Found], longest: int) -> tuple[tuple[Found, ...], str]:
    """Return the items of a list's lines, without their marks, and the doubt of the list as a whole.

    `longest` is the length of the longest line of the page: one that is nearly so long was broken there.
    """
    told = [one for one in lines if not BARE_MARK.fullmatch(one.text)]
    bare = len(lines) - len(told)
    marked = any(ITEM_MARK.match(one.text) for one in told)
    items: list[_Item] = []
    for one in told:
        _take(items, one, marked, longest)
    found = [item.found for item in items]
    doubt = _doubt(told, bare, len(found))
    unsure = sum(bool(one.doubt) for one in found)
    if doubt or unsure > _MOST_DOUBTS:
        found = [replace(one, doubt="") for one in found]
        doubt = doubt or say("where the items of this list begin can not be told: {count} of them", count=unsure)
    return tuple(found), doubt


def is_numbered(lines: Sequence[Found]) -> bool:
    """Tell whether most items of a list begin with a number, apart from their text or not."""
    marks = [one.text for one in lines if ITEM_MARK.match(one.text) or BARE_MARK.fullmatch(one.text)]
    return 2 * sum(bool(_COUNTED.match(mark)) for mark in marks) > len(marks)


def _take(items: list[_Item], one: Found, marked: bool, longest: int) -> None:
    """Begin an item with a line, or go on with the last one."""
    is_marked, small = bool(ITEM_MARK.match(one.text)), bool(_SMALL.match(one.text))
    last = items[-1].last if items else ""
    ended = last.endswith((".", ";")) or bool(items and _NEW.match(one.text))
    doubt = ""
    if marked:
        own = is_marked or not items or (not small and (ended or len(last) < _FULL * longest))
        doubt = say("this line has no mark, as the items around it have") if items and own and not is_marked else ""
    else:
        own = not small or not items
        within = max((len(item.last) for item in items), default=0)
        broken = len(last) >= _FULL * longest or len(last) >= max(_LONG_LINE, _NEARLY * within)
        doubt = say("this line may go on from the one above it") if items and own and broken and not ended else ""
    if own:
        items.append(_Item(replace(one, text=unmarked(one.text), doubt=doubt or _odd(one.text)), one.text))
    else:
        above = items[-1].found
        items[-1] = _Item(replace(above, text=f"{above.text} {one.text}"), one.text)


def _odd(text: str) -> str:
    """Return the doubt of an item that is like a part of something else: a date, a time, a number of an official."""
    alone = unmarked(text)
    if day(alone) or duration(alone) or _OF_A_PERSON.search(alone):
        return say("this looks like a part of the identity part or of the table")
    known = column(alone)
    if known and known.sure and known.key in ("nomor", "kegiatan", "pelaksana", "mutu_baku"):
        return say("this looks like a part of the identity part or of the table")
    return ""


def _doubt(told: Sequence[Found], bare: int, count: int) -> str:
    """Return what of a whole list is not sure: numbers that do not count up, marks apart from their items."""
    numbers = [int(found[1]) for one in told if (found := _NUMBER.match(one.text))]
    if bare and bare != count:
        return say("the list has {marks} marks apart from its items, and {count} items", marks=bare, count=count)
    if not bare and len(numbers) > 1 and numbers != list(range(1, len(numbers) + 1)):
        return say("the numbers of the items do not count up: {numbers}", numbers=", ".join(map(str, numbers)))
    return ""
