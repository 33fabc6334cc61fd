"""The ways that one line may take: out of a symbol, along one upright, into another symbol."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sopgen.plan.flow.geometry import Point
from sopgen.plan.flow.sites import RAISED, Site

BEND: Final = 5.0
SIDE_ENTRY: Final = 2.5
OFF_MIDDLE: Final = 1.5
LOW_EXIT: Final = 1.0
TIP: Final = 2.0

Sides = dict[str, float]

EAST, WEST, SOUTH, NORTH = "east", "west", "south", "north"


# A flow tries a million ends and ways: a tuple is made fastest.


class End(NamedTuple):
    """How a line leaves or enters: the side of the symbol, and where it meets its border (x, y).

    `y` is where the upright starts or stops.
    """

    side: str
    y: float
    border: tuple[float, float]
    cost: float

    @property
    def corners(self) -> tuple[Point, ...]:
        """The corners from the symbol's border towards the upright."""
        x, y = self.border
        return (Point(x, y),) if y == self.y else (Point(x, y), Point(x, self.y))


class LineWay(NamedTuple):
    """A way for one line; `cost` is its length in millimetres with its bends, before crossings are counted."""

    cost: float
    leave: End
    enter: End
    x: float

    @property
    def points(self) -> tuple[Point, ...]:
        """The corners from border to border."""
        found = [*self.leave.corners, Point(self.x, self.leave.y), Point(self.x, self.enter.y)]
        found += reversed(self.enter.corners)
        kept = [point for n, point in enumerate(found) if n == 0 or point != found[n - 1]]
        return tuple(point for n, point in enumerate(kept) if not _on_the_way(kept, n))


def _on_the_way(points: list[Point], n: int) -> bool:
    if n in (0, len(points) - 1):
        return False
    before, here, after = points[n - 1 : n + 2]
    return before.x == here.x == after.x or before.y == here.y == after.y


def least_cost(source: Site, target: Site, x: float) -> float:
    """Return what a line over the upright at x costs at least."""
    across = _beside(x, source.left, source.right) + _beside(x, target.left, target.right)
    down = _beside(source.middle, target.top, target.bottom) - (source.bottom - source.middle)
    turns = (x not in source.columns) + (x not in target.columns)
    return across + max(down, 0.0) + BEND * turns


def _beside(place: float, low: float, high: float) -> float:
    return max(low - place, place - high, 0.0)


def ways(source: Site, target: Site, x: float, sides: tuple[Sides, Sides], below: float) -> Iterator[LineWay]:
    """Yield every way over the upright at x that costs less than `below`.

    `sides` are the free sides of source and target, each with its distance from the symbol's middle.
    """
    under, over = source.covers(x), target.covers(x)
    enters = tuple(_enters(target, x, sides[1]))
    for leave in _leaves(source, x, sides[0]):
        for enter in enters:
            cost = leave.cost + enter.cost + abs(leave.y - enter.y)
            if cost >= below:
                continue
            if (under and _runs_over(source, leave.y, enter.y)) or (over and _runs_over(target, leave.y, enter.y)):
                continue
            yield LineWay(cost, leave, enter, x)


def _runs_over(site: Site, y: float, other: float) -> bool:
    """Tell whether an upright between two heights would run over a symbol that covers it."""
    return min(y, other) < site.bottom and max(y, other) > site.top


def _port(site: Site, x: float) -> End:
    """Return the only end that a connector has."""
    border, track, side = (site.top, site.entry, NORTH) if site.port == NORTH else (site.bottom, site.exit, SOUTH)
    return _upright(site.columns[0], x, border, track, side, 0.0)


def _leaves(site: Site, x: float, sides: Sides) -> Iterator[End]:
    if site.port:
        yield _port(site, x)
        return
    if EAST in sides and x > site.right + site.stub:
        yield _level(site.right, x, site.middle + sides[EAST], EAST, BEND + OFF_MIDDLE * bool(sides[EAST]))
    if WEST in sides and x < site.left - site.stub:
        yield _level(site.left, x, site.middle + sides[WEST], WEST, BEND + OFF_MIDDLE * bool(sides[WEST]))
    if SOUTH in sides:
        column = min(site.columns, key=lambda column: abs(column - x))
        yield _upright(column, x, site.bottom, site.exit, SOUTH, LOW_EXIT)


def _enters(site: Site, x: float, sides: Sides) -> Iterator[End]:
    if site.port:
        yield _port(site, x)
        return
    if EAST in sides and x >= site.right + TIP:
        yield _level(
            site.right, x, site.middle - sides[EAST], EAST, BEND + SIDE_ENTRY + OFF_MIDDLE * bool(sides[EAST])
        )
    if WEST in sides and x <= site.left - TIP:
        yield _level(
            site.left, x, site.middle - sides[WEST], WEST, BEND + SIDE_ENTRY + OFF_MIDDLE * bool(sides[WEST])
        )
    column = min(site.columns, key=lambda column: abs(column - x))
    yield _upright(column, x, site.top, site.entry, NORTH, 0.0)


def _level(border: float, x: float, y: float, side: str, cost: float) -> End:
    return End(side, y, (border, y), cost + abs(x - border))


def _upright(column: float, x: float, border: float, track: float, side: str, cost: float) -> End:
    """Return an end at top or bottom: straight where the upright is the port's own column, else over its track."""
    if x == column:
        return End(side, border, (column, border), 0.0)
    length = abs(border - track) + abs(column - x)
    return End(side, track, (column, border), cost + 2 * BEND + length)


def free_sides(site: Site, used: dict[str, list[bool]], *, entering: bool, waiting: int, fork: bool = False) -> Sides:
    """Return the sides at which a line may still leave or enter, each with its distance from the middle.

    `used` tells what sides serve already, True for each line that enters. The tip of a diamond serves one way only,
    and as many are kept free of entering lines as exits are `waiting`; the flat side of a box has room for both ways,
    and all lines of a `fork` leave below together.
    """
    if fork:
        return {SOUTH: 0.0}
    found: Sides = {}
    for side in (WEST,) if site.joined else (EAST, WEST):
        if side not in used or (entering and used[side][0]):
            found[side] = 0.0
        elif site.flat_sides and (entering or False not in used[side]):
            found[side] = RAISED
    if not entering and SOUTH not in used:
        found[SOUTH] = 0.0
    if entering and site.pointed:
        free = sum(side not in used for side in (EAST, WEST, SOUTH))
        return {side: off for side, off in found.items() if side in used or free > waiting}
    return found
