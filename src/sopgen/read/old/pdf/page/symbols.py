"""The symbols of a flow by their outlines: box, rounded box, diamond, pentagon, circle."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from sopgen.read.old.areas import Area, corners_of
from sopgen.read.old.pdf.page.outlines import PagePath, Point, hull, is_symbol

# Shares of its rectangle that a symbol's surface takes.
_DIAMOND, _BOX = 0.62, 0.97
# A circle no larger than this may only say that the flow goes on elsewhere; a larger one is an end.
_SMALL = 20.0
# Corners rounded by so much make an end of any box, however large.
_SOFT, _ROUND = 1.0, 6.0
_SAME = 0.7
# A word may stand a little over the sides of a diamond; half its width and height is the side itself.
_IN_DIAMOND = 0.6


class SymbolForm(StrEnum):
    """What a symbol looks like; what is drawn for no step of the official form is OTHER."""

    BOX = "box"
    ROUNDED = "rounded"
    DIAMOND = "diamond"
    CONNECTOR = "connector"
    CIRCLE = "circle"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol: its form, and where it is; `soft` says that a box has corners that are rounded a little."""

    form: SymbolForm
    area: Area
    soft: bool = False

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point lies in it; the corners of its rectangle are not part of a diamond."""
        middle_x, middle_y = self.area.middle
        if self.form is not SymbolForm.DIAMOND or not self.area.holds(x, y):
            return self.area.holds(x, y)
        return abs(x - middle_x) / self.area.width + abs(y - middle_y) / self.area.height <= _IN_DIAMOND


def marks_of(outlines: Iterable[PagePath]) -> list[Mark]:
    """Return the symbols among what is drawn, from the top; one drawn of two lines (frame and inside) is one."""
    every = [Mark(form_of(one), one.area, _is_soft(one)) for one in outlines if is_symbol(one)]
    kept: list[Mark] = []
    for mark in sorted(every, key=lambda one: -one.area.width * one.area.height):
        if not any(_alike(mark.area, other.area) for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda one: (one.area.top, one.area.left))


def _alike(small: Area, large: Area) -> bool:
    return large.overlap(small) > _SAME and small.width * small.height > 0.3 * large.width * large.height


def form_of(drawn: PagePath) -> SymbolForm:
    """Return what an outline looks like, by the share of its rectangle that it takes, and by its corners."""
    area = drawn.area
    around = hull(drawn.points)
    pairs = zip(around, [*around[1:], around[0]], strict=True)
    share = abs(sum(x * v - u * y for (x, y), (u, v) in pairs)) / 2 / max(area.width * area.height, 1e-9)
    corners = _corners(around)
    if share < _DIAMOND:
        return SymbolForm.DIAMOND if _on_middles(around, area) else SymbolForm.OTHER
    if share >= _BOX and not (drawn.curved and _radius(around, area) >= _ROUND):
        return SymbolForm.BOX
    if len(corners) == 5 and not drawn.curved and share < 0.96:
        return SymbolForm.CONNECTOR
    if share < 0.84 and area.width < 1.35 * area.height and max(area.width, area.height) <= _SMALL:
        return SymbolForm.CIRCLE if len(corners) > 5 or drawn.curved else SymbolForm.OTHER
    if _has_corner(around, area):
        return SymbolForm.BOX if len(corners) > 5 or drawn.curved else SymbolForm.OTHER
    return SymbolForm.ROUNDED if len(corners) > 5 or drawn.curved else SymbolForm.OTHER


def _is_soft(drawn: PagePath) -> bool:
    return drawn.curved and _SOFT <= _radius(hull(drawn.points), drawn.area) < _ROUND


def _radius(around: Iterable[Point], area: Area) -> float:
    """Return how far its corners are rounded: the radius, in points, of the one that is least."""
    points = list(around)
    ends = corners_of(area)
    return min(min(hypot(u - x, v - y) for u, v in points) for x, y in ends) / 0.414


def _on_middles(around: Iterable[Point], area: Area) -> bool:
    """Return whether the corners stand at the middles of the sides, as those of a diamond do."""
    x, y = area.middle
    middles = ((x, area.top), (area.right, y), (x, area.bottom), (area.left, y))
    near = max(1.5, 0.12 * max(area.width, area.height))
    points = list(around)
    return all(any(hypot(u - a, v - b) <= near for a, b in points) for u, v in middles)


def _has_corner(around: Iterable[Point], area: Area) -> bool:
    """Return whether two corners of the rectangle are the symbol's own: a sheet with a wave at its foot has them."""
    points = list(around)
    ends = corners_of(area)
    return sum(any(hypot(u - x, v - y) <= 0.8 for u, v in points) for x, y in ends) >= 2


def _corners(around: list[Point]) -> list[Point]:
    """Return the corners that are no part of a side that runs on nearly straight."""
    found: list[Point] = []
    count = len(around)
    for n, (x, y) in enumerate(around):
        (a, b), (c, d) = around[n - 1], around[(n + 1) % count]
        into, out = hypot(x - a, y - b) or 1e-9, hypot(c - x, d - y) or 1e-9
        bend = ((x - a) * (c - x) + (y - b) * (d - y)) / (into * out)
        if bend < 0.985:
            found.append((x, y))
    return found
