"""What was broken into lines in a symbol or a row, put together by the words for who can not see the chart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sopgen.model.flow import Symbol

_NO_WORDS: Final = frozenset(symbol.value for symbol in Symbol)


def whole_text(shown: str, described: Sequence[str]) -> str:
    """Return the text that a symbol shows as it was before its lines were broken, where the description has it."""
    wanted = squeezed(shown)
    if not wanted:
        return ""
    for text in described:
        places = [n for n, char in enumerate(text) if not _is_break(char)]
        bare = "".join(text[n] for n in places)
        at = bare.find(wanted)
        while at >= 0:
            first, last = places[at], places[at + len(wanted) - 1] + 1
            if re.search(r": $", text[:first]) and re.match(r"; |\.$|\.?$", text[last:]):
                return text[first:last]
            at = bare.find(wanted, at + 1)
    return " ".join(shown.split())


def squeezed(text: str) -> str:
    """Return a text without what it may be broken at."""
    return "".join(char for char in text if not _is_break(char))


def _is_break(char: str) -> bool:
    return char.isspace() or char in "-\u2011\u00ad"


@dataclass(frozen=True, slots=True)
class ToldStep:
    """A step as a description tells it: its number where it is said, its lanes by their heads, its text."""

    number: str
    lanes: tuple[str, ...]
    text: str


def steps_told(description: str, titles: Sequence[str]) -> list[ToldStep]:
    """Return the steps that a description of a drawing tells: `...: 2. Kanit/Kasi: Memeriksa; Kapolsek: Menyetujui.`.

    Nothing where it tells other things.
    """
    names = "|".join(re.escape(name) for name in sorted({*titles}, key=len, reverse=True) if name)
    if not names:
        return []
    text = description.strip().removesuffix(".")
    mark = rf"(?:(?<=; )|(?<=: )|^)(?:(\d{{1,3}}[a-z]?)\. )?((?:{names})(?:/(?:{names}))*): "
    marks = list(re.finditer(mark, text))
    ends = [*(one.start() - 2 for one in marks[1:]), len(text)][: len(marks)]
    found = []
    for one, end in zip(marks, ends, strict=True):
        words = text[one.end() : end]
        own = tuple(re.findall(names, one[2]))
        found.append(ToldStep(one[1] or "", own, "" if words in _NO_WORDS else words))
    return found
