"""The ruled lines of a page, and the cells between them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sopgen.read.old.areas import Area

# Pieces of one rule are no further apart than this; a rule may end so far beside the one that it meets; in points.
_TOGETHER = 1.2
_GAP = 2.6
# Nothing stands between two rules that are so close.
_DOUBLE = 4.5
# A rule is at most so thick.
THICKEST = 2.6


@dataclass(frozen=True, slots=True, order=True)
class RuledLine:
    """A straight line: `at` across its direction, `start` to `end` along it."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """How long it is."""
        return self.end - self.start

    def spans(self, place: float, by: float = 1.5) -> bool:
        """Return whether it goes past this place of its direction."""
        return self.start - by <= place <= self.end + by


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page: those that lie, by their y, and those that stand, by their x."""

    lying: tuple[RuledLine, ...] = ()
    standing: tuple[RuledLine, ...] = ()
    page: Area = field(default=Area(0, 0, 0, 0))

    def cell(self, x: float, y: float) -> Area:
        """Return the cell around a point: up to the next rule on each side, or to the edge of the page."""
        return Area(
            max((one.at for one in self.standing if one.at <= x and one.spans(y, 0)), default=self.page.left),
            max((one.at for one in self.lying if one.at <= y and one.spans(x, 0)), default=self.page.top),
            min((one.at for one in self.standing if one.at > x and one.spans(y, 0)), default=self.page.right),
            min((one.at for one in self.lying if one.at > y and one.spans(x, 0)), default=self.page.bottom),
        )

    def is_cell(self, area: Area) -> bool:
        """Return whether rules stand on all four sides."""
        page = self.page
        return area.left > page.left and area.top > page.top and area.right < page.right and area.bottom < page.bottom

    def across(self, x: float, top: float, bottom: float) -> list[float]:
        """Return the y of the lying rules that pass above or below this x, from top to bottom."""
        return [one.at for one in self.lying if top <= one.at <= bottom and one.spans(x, 0)]

    def down(self, y: float, left: float, right: float) -> list[float]:
        """Return the x of the standing rules that pass beside this y, from left to right."""
        return [one.at for one in self.standing if left <= one.at <= right and one.spans(y, 0)]


def rules_of(strokes: Iterable[Area], page: Area, texts: Sequence[Area] = ()) -> Rules:
    """Return the rules that thin rectangles and straight lines make up: pieces in a row are one.

    A line under words (`texts` are the places of lines of words) that meets no other rule is no rule.
    """
    lying: list[RuledLine] = []
    standing: list[RuledLine] = []
    for one in strokes:
        x, y = one.middle
        if one.height <= THICKEST and one.width > one.height:
            lying.append(RuledLine(y, one.left, one.right))
        elif one.width <= THICKEST:
            standing.append(RuledLine(x, one.top, one.bottom))
    whole = _whole(standing)
    return Rules(tuple(one for one in _whole(lying) if not _underlines(one, texts, whole)), whole, page)


def _underlines(rule: RuledLine, texts: Sequence[Area], standing: Sequence[RuledLine]) -> bool:
    """Return whether a line that lies underlines words: it is as long as they are, close below them, and free."""
    if any(abs(one.at - end) < _GAP and one.spans(rule.at) for one in standing for end in (rule.start, rule.end)):
        return False
    return any(
        -4 < rule.at - text.bottom < 4 and text.left - 4 < rule.start and rule.end < text.right + 4 for text in texts
    )


def _whole(pieces: Sequence[RuledLine]) -> tuple[RuledLine, ...]:
    """Return the rules with those pieces put together that lie one after the other."""
    rows: list[list[RuledLine]] = []
    for piece in sorted(pieces):
        if rows and piece.at - rows[-1][0].at <= _TOGETHER:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    whole = sorted(rule for row in rows for rule in _chained(row))
    return tuple(one for one in whole if not any(_doubles(one, other) for other in whole))


def _doubles(one: RuledLine, other: RuledLine) -> bool:
    """Return whether a line only runs along another, longer one: the second of a double line, or a hair beside it."""
    beside = 0 < abs(one.at - other.at) < _DOUBLE
    return beside and other.length > one.length and other.start <= one.start + _GAP and one.end <= other.end + _GAP


def _chained(row: Sequence[RuledLine]) -> list[RuledLine]:
    at = sum(one.at * one.length for one in row) / max(sum(one.length for one in row), 1e-9)
    chained: list[RuledLine] = []
    for piece in sorted(row, key=lambda one: one.start):
        if chained and piece.start - chained[-1].end <= _GAP:
            chained[-1] = RuledLine(at, chained[-1].start, max(chained[-1].end, piece.end))
        else:
            chained.append(RuledLine(at, piece.start, piece.end))
    return chained
