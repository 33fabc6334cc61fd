"""Words of a page, their lines, and the items of a list that lines make up."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopgen.messages import say
from sopgen.read.old.areas import Area, around
from sopgen.read.old.found import Found, Spot
from sopgen.read.old.labels import ITEM_MARK

# Words whose middles are no further apart are of one line; items begin at the same place from the left, in points.
_SAME_LINE = 3.0
_SAME_EDGE = 4.0
# A sign at most so wide may hang over the edge of its cell, in points.
_HANGING = 4.0
# A number with a comma for its dot, a slip of typing.
_COMMA = re.compile(r"1,\s+(?=[A-Z])")
# A blank of less is none, in points.
_NO_ROOM = 0.5
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
# A hyphen that a program put in itself, where a line ends.
_SOFT = "\u00ad"
_TAKE_HYPHEN = frozenset({"non", "e", "pra", "pasca", "sub", "anti", "antar", "multi", "semi", "eks"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands; `overlaid` says that letters of it lie over others."""

    text: str
    area: Area
    overlaid: bool = False

    @property
    def anchor(self) -> tuple[float, float]:
        """The point that says in which cell it is: its middle; of a sign that may hang over the edge, its left."""
        x, y = self.area.middle
        return (x, y) if self.area.width > _HANGING else (self.area.left, y)


@dataclass(frozen=True, slots=True)
class WordLine:
    """The words of a line from the left."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words with a blank between them, but none behind a stroke where it takes no room."""
        text = self.words[0].text
        for before, word in pairwise(self.words):
            close = before.text.endswith("/") and word.area.left - before.area.right < _NO_ROOM
            text += word.text if close else f" {word.text}"
        return text

    @property
    def area(self) -> Area:
        """Where it stands."""
        return around(word.area for word in self.words)


def lines_of(words: Iterable[Word]) -> list[WordLine]:
    """Return the lines of these words, from the top."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.area.top + one.area.bottom, one.area.left)):
        middle = word.area.middle[1]
        if found and abs(found[-1][0].area.middle[1] - middle) < _SAME_LINE:
            found[-1].append(word)
        else:
            found.append([word])
    return [WordLine(tuple(sorted(line, key=lambda one: one.area.left))) for line in found]


def joined(lines: Iterable[WordLine]) -> str:
    """Return the lines as one text; words that were parted at the end of a line are whole again."""
    text = ""
    for line in lines:
        text = _put(text, line.text) if text else line.text
    return re.sub(r"\s+", " ", text.replace(_SOFT, "")).strip()


def _put(text: str, more: str) -> str:
    """Return a text with the line after it: a hyphen at its end goes where it only parts a word."""
    if re.search(rf"{_SOFT}-?$", text):
        return f"{text.rstrip('-').removesuffix(_SOFT)}{more}"
    if _ADDRESS.search(text) and (text[-1] in "/-_=&?" or more[0] in "/-_=&?."):
        return f"{text}{more}"
    parted = re.search(r"(\w+)-$", text)
    if parted and parted[1].isalpha() and more[:1].islower():
        return f"{text}{more}" if _is_double(parted[1], more.split()[0]) else f"{text[:-1]}{more}"
    if (parted and (more[:1].isalnum())) or re.search(r"\w/$", text):
        return f"{text}{more}"
    return f"{text} {more}"


def _is_double(before: str, after: str) -> bool:
    """Return whether a hyphen is the word's own: a word said twice (tengah-tengah), or a part with one (non-)."""
    first, second = before.casefold(), after.casefold().strip(".,;:()")
    return first in _TAKE_HYPHEN or first == second or (len(first) > 3 and first[:4] in second)


def text_of(words: Iterable[Word]) -> str:
    """Return the words as one text."""
    return joined(lines_of(words))


def found(words: Sequence[Word], page: int, doubt: str = "") -> Found:
    """Return these words as one text with its place; letters that lie over others are a doubt of its own."""
    if not doubt and any(word.overlaid for word in words):
        doubt = say("letters lie over one another here: two texts, or one drawn twice")
    return Found(text_of(words), place(page, around(word.area for word in words)) if words else Spot(page), doubt)


def place(page: int, area: Area) -> Spot:
    """Return a rectangle of a page as the place of what was found there."""
    return Spot(page, (area.left, area.top, area.right, area.bottom))


def blocks(lines: Sequence[WordLine], gap: float = 0.75) -> list[list[WordLine]]:
    """Return the lines in groups, parted where more than `gap` of a line's height is free between two."""
    groups: list[list[WordLine]] = []
    for line in lines:
        if groups and line.area.top - groups[-1][-1].area.bottom <= gap * line.area.height:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def mark_of(line: WordLine) -> str:
    """Return the dash, dot, number or letter that begins a line, with its blank; empty where there is none."""
    mark = ITEM_MARK.match(line.text) or _COMMA.match(line.text)
    return mark[0] if mark else ""


def starts_of(lines: Sequence[WordLine]) -> list[int]:
    """Return which lines begin an item: those with a mark, as far left as the first line with one."""
    marked = [(n, line.area.left) for n, line in enumerate(lines) if mark_of(line)]
    if not marked:
        return []
    edge = min(left for _, left in marked)
    return [n for n, left in marked if abs(left - edge) <= _SAME_EDGE]
