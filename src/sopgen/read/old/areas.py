"""Rectangles of a page or a sheet: left, top, right, bottom, in points from its upper left corner."""

from collections.abc import Iterable
from math import hypot
from typing import NamedTuple


class Area(NamedTuple):
    """A rectangle of a page or a sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float, by: float = 0.0) -> bool:
        """Return whether a point lies in it, or by so many points beside it."""
        return self.left - by <= x <= self.right + by and self.top - by <= y <= self.bottom + by

    def away(self, x: float, y: float) -> float:
        """Return how far a point is from it; 0 inside."""
        return hypot(max(self.left - x, x - self.right, 0.0), max(self.top - y, y - self.bottom, 0.0))

    def off_edge(self, x: float, y: float) -> float:
        """Return how far a point is from the nearest edge of it, from inside too."""
        return self.away(x, y) or min(x - self.left, self.right - x, y - self.top, self.bottom - y)

    def overlap(self, other: "Area") -> float:
        """Return the share of the smaller one that both have in common."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        least = min(self.width * self.height, other.width * other.height)
        return across * down / least if across > 0 and down > 0 and least > 0 else 0.0


def around(areas: Iterable[Area]) -> Area:
    """Return the smallest rectangle around these, of which there is at least one."""
    every = list(areas)
    return Area(
        min(one.left for one in every),
        min(one.top for one in every),
        max(one.right for one in every),
        max(one.bottom for one in every),
    )


def corners_of(area: Area) -> tuple[tuple[float, float], ...]:
    """Return its four corners, from the upper left one on."""
    left, top, right, bottom = area
    return (left, top), (right, top), (right, bottom), (left, bottom)
