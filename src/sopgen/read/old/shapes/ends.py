"""What each end of a line touches: a symbol that it is glued to or stands at, or another line that goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import hypot
from typing import Final

from sopgen.read.old.shapes.figures import DrawnLine, Figure, Point, Sketch, off_line

# Points: an end touches a symbol; two ends meet; an end that was drawn carelessly is still meant for a symbol.
TOUCHES: Final = 1.5
MEETS: Final = 1.5
MEANT: Final = 9.0
LOOSE: Final = 30.0
# The next symbol is at least so many times as far, or the end may be meant for either.
CLEAR: Final = 2.0
# The name of a line between the boxes of one step in our own documents.
JOIN: Final = "Garis sambung"


@dataclass(frozen=True, slots=True)
class LineEnd:
    """An end of a line: the place of the symbol that it touches (-1: none), the lines that go on, and a doubt."""

    symbol: int = -1
    onward: tuple[tuple[int, int], ...] = ()
    onto: int = -1
    unsure: bool = False


Ends = tuple[tuple[LineEnd, LineEnd], ...]


def ends_of(drawing: Sketch, symbols: Sequence[Figure]) -> Ends:
    """Return the ends of each line of a drawing."""
    touching = _Touching(drawing.wires, symbols)
    found = [(touching.end(n, 0), touching.end(n, 1)) for n in range(len(drawing.wires))]
    return tuple(touching.passing(n, ends) for n, ends in enumerate(found))


class _Touching:
    """The lines and symbols of a drawing, and where the ends of lines are: by squares, to find those that meet."""

    def __init__(self, wires: Sequence[DrawnLine], symbols: Sequence[Figure]) -> None:
        self.wires, self.symbols = wires, symbols
        self._keyed: dict[str, list[int]] = {}
        self._ends: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for n, one in enumerate(symbols):
            if one.key:
                self._keyed.setdefault(one.key, []).append(n)
        for n, wire in enumerate(wires):
            for which in (0, 1):
                self._ends.setdefault(_square(wire.end(which)), []).append((n, which))

    def end(self, n: int, which: int) -> LineEnd:
        """Return what an end of a line touches."""
        point = self.wires[n].end(which)
        if glued := self._keyed.get(self.wires[n].glued[which], []):
            return LineEnd(min(glued, key=lambda one: self.symbols[one].area.off_edge(*point)))
        near = nsmallest(2, ((one.area.off_edge(*point), k) for k, one in enumerate(self.symbols)))
        if near and near[0][0] <= TOUCHES:
            return LineEnd(near[0][1])
        if onward := self._meeting(n, which):
            return LineEnd(onward=onward)
        if near and near[0][0] <= MEANT:
            return LineEnd(near[0][1], unsure=len(near) > 1 and near[1][0] < CLEAR * max(near[0][0], 1.0))
        onto = self._crossed(n, which)
        if onto >= 0:
            return LineEnd(onto=onto)
        if near and (near[0][0] <= LOOSE or self.symbols[near[0][1]].area.away(*point) == 0):
            return LineEnd(near[0][1], unsure=True)
        return LineEnd()

    def passing(self, n: int, ends: tuple[LineEnd, LineEnd]) -> tuple[LineEnd, LineEnd]:
        """Return the ends of a piece of a line that begins at a symbol and goes on beside another that it touches."""
        wire = self.wires[n]
        if any(wire.heads) or any(wire.glued) or wire.name == JOIN or min(ends[0].symbol, ends[1].symbol) < 0:
            return ends
        onward = [
            tuple(one for one in self._meeting(n, which) if not self.wires[one[0]].heads[one[1]]) for which in (0, 1)
        ]
        if bool(onward[0]) == bool(onward[1]):
            return ends
        first, last = (LineEnd(onward=on, unsure=True) if on else end for on, end in zip(onward, ends, strict=True))
        return first, last

    def _meeting(self, n: int, which: int) -> tuple[tuple[int, int], ...]:
        """Return the ends of other lines at this one; those of the same name alone, where there are such."""
        x, y = self.wires[n].end(which)
        column, row = _square((x, y))
        beside = (
            one
            for a in (column - 1, column, column + 1)
            for b in (row - 1, row, row + 1)
            for one in self._ends.get((a, b), ())
        )
        found = [
            (k, end)
            for k, end in beside
            if k != n and hypot(x - self.wires[k].end(end)[0], y - self.wires[k].end(end)[1]) <= MEETS
        ]
        same = [one for one in found if self.wires[n].name and self.wires[one[0]].name == self.wires[n].name]
        return tuple(sorted(same or found))

    def _crossed(self, n: int, which: int) -> int:
        """Return the line on which this end stands, as one that flows into another does; -1 for none."""
        point = self.wires[n].end(which)
        near = [(off_line(point, one.points), k) for k, one in enumerate(self.wires) if k != n]
        distance, nearest = min(near, default=(LOOSE, -1))
        return nearest if distance <= MEETS else -1


def _square(point: Point) -> tuple[int, int]:
    return int(point[0] // MEETS), int(point[1] // MEETS)
