"""What is drawn in the lanes: closed outlines (symbols), strokes (arrows' lines) and their heads."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from sopgen.read.old.areas import Area

Point = tuple[float, float]
# A symbol is at least so wide and high, a head of an arrow at most so large, a stroke at most so thick; in points.
_LEAST_WIDE, _LEAST_HIGH = 9.0, 5.5
_LARGEST_HEAD = 11.0
_THICKEST = 2.8


@dataclass(frozen=True, slots=True)
class PagePath:
    """A path as it is drawn; `points` without those twice; `dark` says that it is filled with a dark colour."""

    points: tuple[Point, ...]
    closed: bool
    stroked: bool
    filled: bool
    dark: bool
    curved: bool = False

    @property
    def area(self) -> Area:
        """The rectangle around it."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return Area(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Stroke:
    """The line of an arrow: its two ends, the way that each of them points (of length 1), and all points."""

    ends: tuple[Point, Point]
    points_to: tuple[Point, Point]
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an arrow: the corners of a small triangle, whichever of them is the tip."""

    points: tuple[Point, ...]

    def away(self, x: float, y: float) -> float:
        """Return how far a point is from its rectangle."""
        xs, ys = [x for x, _ in self.points], [y for _, y in self.points]
        return Area(min(xs), min(ys), max(xs), max(ys)).away(x, y)

    @property
    def middle(self) -> Point:
        """The middle of its corners."""
        count = len(self.points)
        return sum(x for x, _ in self.points) / count, sum(y for _, y in self.points) / count


def outline(
    points: Sequence[Point], *, closed: bool, stroked: bool, filled: bool, dark: bool, curved: bool
) -> PagePath:
    """Return a path without points that are there twice."""
    kept: list[Point] = []
    for x, y in points:
        if not kept or hypot(x - kept[-1][0], y - kept[-1][1]) > 0.05:
            kept.append((x, y))
    if len(kept) > 1 and hypot(kept[0][0] - kept[-1][0], kept[0][1] - kept[-1][1]) <= 0.05:
        kept.pop()
        closed = True
    return PagePath(tuple(kept or points[:1]), closed, stroked, filled, dark, curved)


def head_of(drawn: PagePath) -> Head | None:
    """Return the head of an arrow that a small filled shape is: a triangle, barbed or not, no box."""
    area, points = drawn.area, drawn.points
    if not drawn.filled or not drawn.dark or len(points) < 3 or max(area.width, area.height) > _LARGEST_HEAD:
        return None
    whole = area.width * area.height
    if min(area.width, area.height) < 1.5 or not 0.15 * whole < _spread(points) < 0.75 * whole:
        return None
    return Head(points)


def _spread(points: Sequence[Point]) -> float:
    """Return the surface of a polygon."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2


def stroke_of(drawn: PagePath) -> Stroke | None:
    """Return the line that a path is: drawn with a pen, or a thin strip filled."""
    if drawn.filled and (drawn.dark or not drawn.stroked) and drawn.closed:
        return _strip(drawn)
    if drawn.stroked and not drawn.closed and len(drawn.points) >= 2:
        return _line(drawn.points)
    return None


def _strip(drawn: PagePath) -> Stroke | None:
    """Return the line in the middle of a thin strip, which has two short ends between sides that run back."""
    points = drawn.points
    if len(points) < 4:
        return None
    area = drawn.area
    if min(area.width, area.height) <= _THICKEST and len(points) == 4:
        return _bar(area)
    caps: list[Point] = []
    outward: list[Point] = []
    for n in range(len(points)):
        before, start, end, after = (points[(n + k) % len(points)] for k in (-1, 0, 1, 2))
        into, out = _way(before, start), _way(end, after)
        length = hypot(end[0] - start[0], end[1] - start[1])
        if length <= _THICKEST and into[2] > 2 * length and out[2] > 2 * length and _along(into, out) < -0.9:
            caps.append(((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
            outward.append(into[:2])
    if len(caps) != 2 or _spread(points) > _THICKEST * _round(points):
        return None
    return Stroke((caps[0], caps[1]), (outward[0], outward[1]), points)


def _bar(area: Area) -> Stroke:
    x, y = area.middle
    ends = ((area.left, y), (area.right, y)) if area.width >= area.height else ((x, area.top), (x, area.bottom))
    return _line(ends)


def _line(points: Sequence[Point]) -> Stroke:
    first, last = _way(points[1], points[0]), _way(points[-2], points[-1])
    return Stroke((points[0], points[-1]), (first[:2], last[:2]), tuple(points))


def _way(one: Point, other: Point) -> tuple[float, float, float]:
    across, down = other[0] - one[0], other[1] - one[1]
    length = hypot(across, down) or 1e-9
    return across / length, down / length, length


def _along(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    return one[0] * other[0] + one[1] * other[1]


def _round(points: Sequence[Point]) -> float:
    """Return half the way around a polygon: the length of the strip that it is."""
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    return sum(hypot(u - x, v - y) for (x, y), (u, v) in pairs) / 2


def is_box(drawn: PagePath) -> bool:
    """Return whether an outline is a rectangle along the page's sides."""
    area = drawn.area
    return (
        drawn.closed
        and len(drawn.points) == 4
        and all(
            min(abs(x - area.left), abs(x - area.right)) < 0.3 and min(abs(y - area.top), abs(y - area.bottom)) < 0.3
            for x, y in drawn.points
        )
    )


def is_symbol(drawn: PagePath) -> bool:
    """Return whether an outline can be a symbol: large enough, and closed on all four sides."""
    area = drawn.area
    if not drawn.closed or area.width < _LEAST_WIDE or area.height < _LEAST_HIGH or head_of(drawn):
        return False
    if not (drawn.stroked or (drawn.filled and drawn.dark)) or stroke_of(drawn):
        return False
    return _surface(drawn.points) >= 0.4 * area.width * area.height and _touches(drawn)


def _surface(points: Sequence[Point]) -> float:
    return _spread(hull(points))


def _touches(drawn: PagePath) -> bool:
    """Return whether the way around goes along all its sides: an angle or a bracket leaves one of them out."""
    area = drawn.area
    quarter_x, quarter_y = area.width / 4, area.height / 4
    points = _dense(drawn.points, max(1.0, min(area.width, area.height) / 6))
    middle_x = [y for x, y in points if abs(x - area.middle[0]) < quarter_x]
    middle_y = [x for x, y in points if abs(y - area.middle[1]) < quarter_y]
    above = any(y < area.middle[1] - quarter_y / 2 for y in middle_x)
    below = any(y > area.middle[1] + quarter_y / 2 for y in middle_x)
    left = any(x < area.middle[0] - quarter_x / 2 for x in middle_y)
    right = any(x > area.middle[0] + quarter_x / 2 for x in middle_y)
    return above and below and left and right


def _dense(points: Sequence[Point], step: float) -> list[Point]:
    found: list[Point] = []
    for (x, y), (u, v) in zip(points, [*points[1:], points[0]], strict=True):
        count = max(1, int(hypot(u - x, v - y) / step))
        found += [(x + (u - x) * n / count, y + (v - y) * n / count) for n in range(count)]
    return found


def hull(points: Sequence[Point]) -> list[Point]:
    """Return the corners of the smallest polygon without dents around the points."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _half(ordered)[:-1] + _half(ordered[::-1])[:-1]


def _half(ordered: Sequence[Point]) -> list[Point]:
    found: list[Point] = []
    for point in ordered:
        while len(found) > 1 and _turn(found[-2], found[-1], point) <= 1e-6:
            found.pop()
        found.append(point)
    return found


def _turn(first: Point, second: Point, third: Point) -> float:
    return (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0])
