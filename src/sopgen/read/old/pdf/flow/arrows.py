"""The arrows of a page: from which symbol to which, by their lines, ends and heads."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import hypot

from sopgen.read.old.areas import Area
from sopgen.read.old.pdf.page.outlines import Head, PagePath, Point, Stroke, head_of, is_symbol, stroke_of
from sopgen.read.old.pdf.page.rules import Rules
from sopgen.read.old.pdf.page.symbols import Mark

# A head points to what is so far ahead of it at most; how far an end may be beside a symbol, a head, another line.
_REACH = 25.0
_AT_SYMBOL, _AT_HEAD, _AT_LINE = 4.5, 2.5, 2.0


@dataclass(frozen=True, slots=True)
class Way:
    """An arrow between the symbols of these places in the page's list; `points` are those of its lines."""

    source: int
    target: int
    points: tuple[Point, ...]
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Ways:
    """The arrows of a page, and the symbols at whose side a line ends that leads nowhere known."""

    every: tuple[Way, ...] = ()
    loose: frozenset[int] = frozenset()


@dataclass
class _Bundle:
    """Lines that hang together, with the symbols that they leave and reach."""

    leaves: set[int] = field(default_factory=set)
    reaches: set[int] = field(default_factory=set)
    points: list[Point] = field(default_factory=list)


def ways_of(
    outlines: Iterable[PagePath], marks: Sequence[Mark], lanes: Area, rules: Rules, edges: Sequence[float]
) -> Ways:
    """Return the arrows in these lanes, between which rules stand at `edges`."""
    inside = [one for one in outlines if lanes.holds(*one.area.middle, by=3) and one.area.width <= lanes.width + 6]
    heads = _once([head for one in inside for head in [head_of(one)] if head])
    strokes = [
        stroke for one in inside if not head_of(one) and not is_symbol(one) for stroke in [stroke_of(one)] if stroke
    ]
    drawn = [one for one in strokes if not _is_rule(one, rules, lanes, edges) and not _within(one, marks)]
    bundles = _bundles(drawn, heads, marks)
    ways: list[Way] = []
    loose: set[int] = set()
    for one in bundles:
        found = _through(one)
        ways += found
        if not found:
            loose |= one.leaves | one.reaches
    return Ways(tuple(ways), frozenset(loose))


def _once(heads: Sequence[Head]) -> list[Head]:
    kept: list[Head] = []
    for head in heads:
        if not any(_gap(head.middle, one.middle) < 0.5 for one in kept):
            kept.append(head)
    return kept


def _is_rule(stroke: Stroke, rules: Rules, lanes: Area, edges: Sequence[float]) -> bool:
    """Return whether a straight line is part of a rule of the table: from edge to edge, or between two lanes."""
    (x, y), (u, v) = stroke.ends
    if len(stroke.points) > 2:
        return False
    if abs(y - v) < 1.3 and abs(x - u) > abs(y - v):
        here = (one for one in rules.lying if abs(one.at - y) < 1.3)
        return any(one.start < lanes.left + 2 and one.end > lanes.right - 2 for one in here)
    return abs(x - u) < 1.3 and any(abs(edge - x) < 1.5 for edge in edges)


def _within(stroke: Stroke, marks: Sequence[Mark]) -> bool:
    """Return whether a line is part of a symbol's own frame."""
    return any(all(one.area.holds(x, y, by=0.8) for x, y in stroke.points) for one in marks)


def _bundles(strokes: Sequence[Stroke], heads: Sequence[Head], marks: Sequence[Mark]) -> list[_Bundle]:
    group = list(range(len(strokes)))
    for n, one in enumerate(strokes):
        for m, other in enumerate(strokes):
            if n != m and any(_ends_on(end, other, marks) for end in one.ends):
                _join(group, n, m)
    bundles: dict[int, _Bundle] = {}
    for n, one in enumerate(strokes):
        bundle = bundles.setdefault(group[n], _Bundle())
        bundle.points += one.points
        others = [other for other in strokes if other is not one]
        for end, way in zip(one.ends, one.points_to, strict=True):
            goes_on = any(_ends_on(end, other, marks) for other in others)
            _attach(bundle, end, None if goes_on else way, heads, marks)
    return list(bundles.values())


def _join(group: list[int], n: int, m: int) -> None:
    old, new = group[m], group[n]
    for place, one in enumerate(group):
        if one == old:
            group[place] = new


def _ends_on(end: Point, other: Stroke, marks: Sequence[Mark]) -> bool:
    """Return whether a line ends on another one, and not at a symbol that both reach."""
    if any(mark.area.away(*end) <= 1.5 for mark in marks):
        return False
    return distance(end, other.points) <= _AT_LINE


def _attach(bundle: _Bundle, end: Point, way: Point | None, heads: Sequence[Head], marks: Sequence[Mark]) -> None:
    near = [head for head in heads if head.away(*end) <= _AT_HEAD]
    if near:
        head = min(near, key=lambda one: (one.away(*end), _gap(one.middle, end)))
        reached = _reached(head, marks)
        reached = _ahead(end, way, marks, _REACH) if reached is None and way else reached
        if reached is not None:
            bundle.reaches.add(reached)
            return
    left = _mark_at(end, marks)
    left = _ahead(end, way, marks, _REACH / 2) if left is None and way and not near else left
    if left is not None:
        bundle.leaves.add(left)


def _gap(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _reached(head: Head, marks: Sequence[Mark]) -> int | None:
    """Return the symbol that a head points to: the one that one of its corners is nearest to."""
    near = [(min(mark.area.away(*point) for point in head.points), n) for n, mark in enumerate(marks)]
    away, place = min(near, default=(_AT_SYMBOL + 1, 0))
    return place if away <= _AT_SYMBOL else None


def _ahead(end: Point, way: Point, marks: Sequence[Mark], reach: float) -> int | None:
    """Return the symbol that an end points to from afar: the first one on its way."""
    steps = [(end[0] + way[0] * k, end[1] + way[1] * k) for k in range(1, int(reach) + 1)]
    return next((n for x, y in steps for n, mark in enumerate(marks) if mark.area.holds(x, y, by=0.5)), None)


def _mark_at(point: Point, marks: Sequence[Mark]) -> int | None:
    near = [(mark.area.away(*point), n) for n, mark in enumerate(marks)]
    away, place = min(near, default=(_AT_SYMBOL + 1, 0))
    return place if away <= _AT_SYMBOL else None


def _through(bundle: _Bundle) -> list[Way]:
    """Return the arrows that lines which hang together are: from one to several, or from several to one."""
    leaves, reaches = bundle.leaves - bundle.reaches, bundle.reaches
    both = bundle.leaves & bundle.reaches
    points = tuple(bundle.points)
    if not leaves and len(reaches) == 2:
        one, other = sorted(reaches)
        return [Way(one, other, points, unsure=True), Way(other, one, points, unsure=True)]
    if not reaches and len(leaves) == 2:
        one, other = sorted(leaves)
        return [Way(one, other, points, unsure=True)]
    unsure = len(leaves) > 1 and len(reaches) > 1
    pairs = [(one, other) for one in sorted(leaves | both) for other in sorted(reaches) if one != other]
    return [Way(one, other, points, unsure or bool(both)) for one, other in pairs]


def distance(point: Point, points: Sequence[Point]) -> float:
    """Return how far a point is from a line through these."""
    pairs = itertools.pairwise(points)
    return min((_from_piece(point, one, other) for one, other in pairs), default=_gap(point, points[0]))


def _from_piece(point: Point, one: Point, other: Point) -> float:
    across, down = other[0] - one[0], other[1] - one[1]
    length = across**2 + down**2
    share = ((point[0] - one[0]) * across + (point[1] - one[1]) * down) / length if length else 0.0
    share = max(0.0, min(1.0, share))
    return _gap(point, (one[0] + share * across, one[1] + share * down))
