"""What lies between the symbols: the pieces of every line by column and by row, and who is in whose way."""

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from sopgen.plan.flow.sites import APART, CLEARANCE, Site
from sopgen.plan.flow.ways import SOUTH, LineWay

CROSSING: Final = 7.0
ON_ARROW: Final = 30.0
ARROW: Final = 2.2
GAP: Final = 1.0
DEAR: Final = 90.0
OWN_INSIDE: Final = 0.05


@dataclass(frozen=True)
class Wire:
    """One edge to route: its number, and its two symbols; those of a `fork` may leave its source together."""

    number: int
    source: Site
    target: Site
    fork: bool = False


class Upright(NamedTuple):
    """An upright piece of a line: x, from and to (y), and what it may run together with.

    Of a line that leaves a fork below, `fork` names the step; its `stub` is common to all lines of it.
    """

    x: float
    top: float
    bottom: float
    wire: int
    joins: tuple[str, str, float]
    fork: str = ""
    stub: bool = False

    def parted(self, other: "Upright") -> bool:
        """Tell whether two uprights that meet belong to lines that may not run together."""
        same_fork = self.fork and self.fork == other.fork and (self.stub or other.stub)
        return self.joins != other.joins and not same_fork


class Level(NamedTuple):
    """A level piece of a line: its symbol's row, y, from and to (x), and the x of its arrow head, if any."""

    row: int
    y: float
    left: float
    right: float
    arrow: float | None


class LaidWay(NamedTuple):
    """A way and its pieces."""

    way: LineWay
    uprights: tuple[Upright, ...]
    levels: tuple[Level, ...]


@dataclass
class Board:
    """The tracks, and what lies on them.

    `tops` are the upper borders of the rows; `covered` has for each track a bit for each row in which a symbol covers
    it. `crowds` are the symbols of the rows that have several. `heights` are the levels over each track, `heads`
    those of them that an upright there would cut near the head. `tracks` are those of each wire, each after its least
    cost.
    """

    tops: tuple[float, ...]
    covered: dict[float, int]
    crowds: Mapping[int, tuple[Site, ...]] = field(default_factory=dict)
    dear: frozenset[tuple[str, str]] = frozenset()
    lying: dict[int, LaidWay] = field(default_factory=dict)
    columns: dict[float, list[Upright]] = field(default_factory=lambda: defaultdict(list))
    heights: dict[float, list[float]] = field(default_factory=lambda: defaultdict(list))
    heads: dict[float, list[float]] = field(default_factory=lambda: defaultdict(list))
    passing: dict[int, list[Upright]] = field(default_factory=lambda: defaultdict(list))
    sides: dict[tuple[str, str], list[bool]] = field(default_factory=lambda: defaultdict(list))
    waiting: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    tracks: dict[int, list[tuple[float, float]]] = field(default_factory=dict)

    def used(self, step: str, sides: tuple[str, ...]) -> dict[str, list[bool]]:
        """Return what those sides of a symbol serve that are in use: True for a line that enters, in their order."""
        return {side: serving for side in sides if (serving := self.sides.get((step, side)))}

    def in_the_way(self, laid: LaidWay) -> set[int]:
        """Return the wires that lie in the columns of a way, where the two may not run together."""
        found = {
            other.wire
            for mine in laid.uprights
            for other in self.columns.get(mine.x, ())
            if other.top < mine.bottom + GAP and mine.top < other.bottom + GAP and mine.parted(other)
        }
        return found | self._along(laid) if self.crowds else found

    def _along(self, laid: LaidWay) -> set[int]:
        """Return the wires that run level over a way in a row of several symbols."""
        first = laid.uprights[0]
        return {
            wire
            for wire, other in self.lying.items()
            if other.uprights[0].joins != first.joins and not (first.fork and other.uprights[0].fork == first.fork)
            for mine in laid.levels
            for level in other.levels
            if mine.row in self.crowds and level.row == mine.row and _run_together(mine, level)
        }

    def runs_into(self, wire: Wire, laid: LaidWay) -> bool:
        """Tell whether a way runs through a symbol that stands in the row of its start or of its end."""
        return any(
            _hits(laid, _kept_off(site, own=site.step in (wire.source.step, wire.target.step)))
            for row in {wire.source.row, wire.target.row}
            for site in self.crowds.get(row, ())
        )

    def price(self, wire: Wire, laid: LaidWay) -> float:
        """Return what a way costs beyond its own length: lines that it crosses, most of all through arrow heads."""
        cost = DEAR * ((wire.source.step, laid.way.leave.side) in self.dear)
        for mine in laid.uprights:
            cost += CROSSING * _between(self.heights.get(mine.x, []), mine.top, mine.bottom)
            cost += ON_ARROW * _between(self.heads.get(mine.x, []), mine.top, mine.bottom)
        for level in laid.levels:
            for other in self.passing.get(level.row, ()):
                if level.left < other.x < level.right and other.top < level.y < other.bottom:
                    cost += CROSSING + ON_ARROW * _near_head(level, other.x)
        return cost

    def put(self, wire: Wire, laid: LaidWay) -> None:
        """Lay a wire."""
        self.lying[wire.number] = laid
        self.waiting[wire.source.step] -= 1
        self.sides[wire.source.step, laid.way.leave.side].append(False)
        self.sides[wire.target.step, laid.way.enter.side].append(True)
        for pile, upright in self._piles(laid):
            pile.append(upright)
        for x, level in self._over(laid.levels):
            insort(self.heights[x], level.y)
            if _near_head(level, x):
                insort(self.heads[x], level.y)

    def take(self, wire: Wire) -> LaidWay:
        """Take a wire off the board."""
        laid = self.lying.pop(wire.number)
        self.waiting[wire.source.step] += 1
        self.sides[wire.source.step, laid.way.leave.side].remove(False)
        self.sides[wire.target.step, laid.way.enter.side].remove(True)
        for pile, upright in self._piles(laid):
            pile.remove(upright)
        for x, level in self._over(laid.levels):
            self.heights[x].remove(level.y)
            if _near_head(level, x):
                self.heads[x].remove(level.y)
        return laid

    def _piles(self, laid: LaidWay) -> Iterator[tuple[list[Upright], Upright]]:
        """Yield where each upright of a way is kept: by its column, and by every row that it passes."""
        for upright in laid.uprights:
            yield self.columns[upright.x], upright
            for row in range(bisect_right(self.tops, upright.top) - 1, bisect_right(self.tops, upright.bottom)):
                yield self.passing[row], upright

    def _over(self, levels: tuple[Level, ...]) -> list[tuple[float, Level]]:
        return [(x, level) for level in levels for x in self.covered if level.left < x < level.right]


Box = tuple[float, float, float, float]


def _kept_off(site: Site, *, own: bool) -> Box:
    """Return what a line keeps off: a symbol with the air around it, of its own only the inside."""
    by = -OWN_INSIDE if own else CLEARANCE
    return site.left - by, site.top - by, site.right + by, site.bottom + by


def _hits(laid: LaidWay, box: Box) -> bool:
    """Tell whether a piece of a way runs through a box."""
    left, top, right, bottom = box
    return any(left < one.x < right and one.top < bottom and top < one.bottom for one in laid.uprights) or any(
        top < one.y < bottom and one.left < right and left < one.right for one in laid.levels
    )


def _run_together(one: Level, other: Level) -> bool:
    return abs(one.y - other.y) < APART and one.left < other.right and other.left < one.right


def _between(values: list[float], low: float, high: float) -> int:
    return bisect_left(values, high) - bisect_right(values, low)


def _near_head(level: Level, x: float) -> bool:
    return level.arrow is not None and abs(x - level.arrow) < ARROW


def empty_board(
    rows: tuple[tuple[float, float], ...],
    places: tuple[Site, ...],
    xs: tuple[float, ...],
    dear: frozenset[tuple[str, str]] = frozenset(),
) -> Board:
    """Return the board before any line lies on it; to leave a step by a `dear` side costs more."""
    covered = {x: sum({1 << site.row for site in places if site.keeps_off(x)}) for x in xs}
    return Board(tuple(top for top, _ in rows), covered, _crowds(places), dear)


def _crowds(places: tuple[Site, ...]) -> dict[int, tuple[Site, ...]]:
    """Return the symbols of each row that has several steps; connectors have a row to themselves."""
    rows: dict[int, list[Site]] = defaultdict(list)
    for site in places:
        if not site.port:
            rows[site.row].append(site)
    return {row: tuple(some) for row, some in rows.items() if len({site.step for site in some}) > 1}


def pieces(wire: Wire, way: LineWay) -> LaidWay:
    """Return a way with its upright and its level pieces."""
    joins = (wire.target.step, way.enter.side, way.enter.corners[0].y)
    fork = wire.source.step if wire.fork and way.leave.side == SOUTH else ""
    top, bottom = sorted((way.leave.y, way.enter.y))
    uprights = [Upright(way.x, top, bottom, wire.number, joins, fork)]
    levels = []
    for end, row in ((way.leave, wire.source.row), (way.enter, wire.target.row)):
        border, turn = end.corners[0], end.corners[-1]
        if border.y != turn.y:
            top, bottom = sorted((border.y, turn.y))
            uprights.append(Upright(border.x, top, bottom, wire.number, joins, fork, stub=end is way.leave))
        if turn.x != way.x:
            arrow = border.x if end is way.enter and border.y == end.y else None
            levels.append(Level(row, end.y, min(turn.x, way.x), max(turn.x, way.x), arrow))
    return LaidWay(way, tuple(uprights), tuple(levels))
