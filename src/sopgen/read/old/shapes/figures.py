"""What is drawn, whatever program drew it. Points, x to the right, y down."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot
from typing import Final

from sopgen.model.flow import Symbol
from sopgen.read.old.areas import Area

# EMU in a point.
EMU: Final = 12_700
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Figure:
    """A symbol, or loose words (`symbol` None). Lines are glued to it by its `key`, its number."""

    key: str
    area: Area
    symbol: Symbol | None
    text: str = ""
    name: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line from its first point to its last: whether there are arrow heads, and the keys of what it is glued to."""

    points: tuple[Point, ...]
    heads: tuple[bool, bool] = (False, False)
    glued: tuple[str, str] = ("", "")
    name: str = ""

    def end(self, which: int) -> Point:
        """Return the first point (0) or the last (1)."""
        return self.points[-which]


@dataclass(slots=True)
class Sketch:
    """All that was found drawn; `strange` names what is no symbol, no line and no words.

    `described` is told to who can not see it; `old` says that it was drawn with an old program (VML).
    """

    figures: list[Figure] = field(default_factory=list)
    wires: list[DrawnLine] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    old: bool = False

    def take(self, other: "Sketch") -> None:
        """Add all of another one."""
        self.figures += other.figures
        self.wires += other.wires
        self.strange += other.strange
        self.described += other.described
        self.old = self.old or other.old

    @property
    def symbols(self) -> list[Figure]:
        """The symbols."""
        return [one for one in self.figures if one.symbol]

    @property
    def words(self) -> list[Figure]:
        """The loose words."""
        return [one for one in self.figures if not one.symbol and one.text]


def around(points: Iterable[Point]) -> Area:
    """Return the box around points."""
    xs, ys = zip(*points, strict=True)
    return Area(min(xs), min(ys), max(xs), max(ys))


def off_line(point: Point, points: tuple[Point, ...]) -> float:
    """Return how far a point is from a line with corners."""
    if len(points) == 1:
        return hypot(point[0] - points[0][0], point[1] - points[0][1])
    return min(_off_part(point, a, b) for a, b in pairwise(points))


def _off_part(point: Point, a: Point, b: Point) -> float:
    (x, y), (ax, ay), (bx, by) = point, a, b
    long = (bx - ax) ** 2 + (by - ay) ** 2
    share = min(1.0, max(0.0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / long)) if long else 0.0
    return hypot(x - ax - share * (bx - ax), y - ay - share * (by - ay))
