"""Numbers of items in a column of their own: beside the middle of their texts, not in the first line of them.

A table with a column for the numbers centres them: a number stands between two lines of its item, and in none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from sopgen.read.old.pdf.page.words import Word, WordLine

# A comma for the dot is a slip of typing.
_NUMBER = re.compile(r"\(?(\d{1,2})[.),]")
_INSIDE = re.compile(r"[a-z;,.)] (\d{1,2})[.)] [A-Z]")
# A number is so far from the middle of its text at most, or above its first line; further off, it is not sure which
# lines are its own. Points.
_OFF, _ABOVE = 3.0, 5.0
# What it costs to take a number for one that stands in the first of its lines, a line for one that has none, and each
# point that is less free above an item than above others.
_TOP, _LOOSE, _CLOSE = 0.5, 4.0, 0.5


@dataclass(frozen=True, slots=True)
class NumberedText:
    """An item: its number as written, empty for lines before the first one, its lines, whether these are sure."""

    number: str
    lines: tuple[WordLine, ...]
    sure: bool = True


def numbered_apart(lines: Sequence[WordLine]) -> list[NumberedText]:
    """Return the items whose numbers stand in a column of their own; none where no number stands alone in a line."""
    column = _column(lines)
    if column is None:
        return []
    marks: list[tuple[Word, int]] = []
    texts: list[WordLine] = []
    for line in lines:
        first = line.words[0]
        is_mark = bool(_NUMBER.fullmatch(first.text)) and first.area.left < column
        if is_mark:
            marks.append((first, len(texts)))
        beside = line.words[1:] if is_mark else line.words
        if beside:
            texts.append(WordLine(beside))
    if len(texts) < len(marks):
        return []
    starts = _starts(tuple(word.area.middle[1] for word, _ in marks), tuple(one.area.middle[1] for one in texts))
    ends = [*starts[1:], len(texts)]
    loose = [NumberedText("", tuple(texts[: starts[0]]))] if starts[0] else []
    return loose + [
        NumberedText(word.text, tuple(texts[a:b]), _is_sure(word.area.middle[1], texts[a:b]))
        for (word, _), a, b in zip(marks, starts, ends, strict=True)
    ]


def jumps(numbers: Sequence[str]) -> list[bool]:
    """Return for each mark of a list whether it is a number that does not follow the one before."""
    told: list[bool] = []
    before = 0
    for mark in numbers:
        digits = _NUMBER.match(mark.strip())
        number = int(digits[1]) if digits else 0
        told.append(bool(before and number and (number > before + 1 or 1 < number < before)))
        before = number
    return told


def holds_number(text: str) -> bool:
    """Return whether a number of a list seems to stand within an item: `…; 4. Peraturan`."""
    return bool(_INSIDE.search(text))


def _column(lines: Sequence[WordLine]) -> float | None:
    """Return where the texts beside a column of numbers begin; None where there is no such column.

    At least one number is alone in its line, and nothing of the texts stands as far left as the numbers.
    """
    alone = [one for one in lines if len(one.words) == 1 and _NUMBER.fullmatch(one.text)]
    if not alone:
        return None
    right = max(one.area.right for one in alone)
    others = [one.words[0] for one in lines if not _NUMBER.fullmatch(one.words[0].text)]
    if not others or min(one.area.left for one in others) < right:
        return None
    return right


def _starts(numbers: tuple[float, ...], lines: tuple[float, ...]) -> list[int]:
    """Return for each number the first of its lines: so that all numbers are as near the middles as may be."""
    gaps = [0.0, *(other - one for one, other in pairwise(lines))]
    widest = max(gaps)

    @cache
    def best(n: int, start: int) -> tuple[float, tuple[int, ...]]:
        if n == len(numbers) - 1:
            return _price(numbers[n], lines[start:]), (start,)
        ends = range(start + 1, len(lines) - (len(numbers) - n - 1) + 1)
        tried = (
            (best(n + 1, end), _price(numbers[n], lines[start:end]) + _CLOSE * (widest - gaps[end])) for end in ends
        )
        return min((cost + price, (start, *after)) for (cost, after), price in tried)

    firsts = range(len(lines) - len(numbers) + 1)
    _, told = min((best(0, first)[0] + _LOOSE * first, best(0, first)[1]) for first in firsts)
    return list(told)


def _price(number: float, lines: Sequence[float]) -> float:
    centred = abs(number - (lines[0] + lines[-1]) / 2)
    at_top = abs(number - lines[0]) + (_TOP if len(lines) > 1 else 0.0)
    return min(centred, at_top)


def _is_sure(number: float, lines: Sequence[WordLine]) -> bool:
    middles = [one.area.middle[1] for one in lines]
    return _price(number, middles) <= _OFF or 0 < middles[0] - number <= _ABOVE
