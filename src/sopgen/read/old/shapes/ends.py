"""What each end of a line touches: a symbol that it is glued to or stands at, or another line that goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot
from typing import Final

from sopgen.read.old.shapes.figures import DrawnLine, Figure, Sketch, off_line

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
    keyed: dict[str, list[int]] = {}
    for n, one in enumerate(symbols):
        if one.key:
            keyed.setdefault(one.key, []).append(n)
    found = [
        (_end(drawing.wires, symbols, keyed, (n, 0)), _end(drawing.wires, symbols, keyed, (n, 1)))
        for n in range(len(drawing.wires))
    ]
    return tuple(_passing(drawing.wires, n, ends) for n, ends in enumerate(found))


def _passing(wires: Sequence[DrawnLine], n: int, ends: tuple[LineEnd, LineEnd]) -> tuple[LineEnd, LineEnd]:
    """Return the ends of a piece of a line that begins at a symbol and goes on beside another that it touches."""
    wire = wires[n]
    if any(wire.heads) or any(wire.glued) or wire.name == JOIN or min(ends[0].symbol, ends[1].symbol) < 0:
        return ends
    onward = [
        tuple(one for one in _meeting(wires, (n, which)) if not wires[one[0]].heads[one[1]]) for which in (0, 1)
    ]
    if bool(onward[0]) == bool(onward[1]):
        return ends
    first, last = (LineEnd(onward=on, unsure=True) if on else end for on, end in zip(onward, ends, strict=True))
    return first, last


def _end(
    wires: Sequence[DrawnLine], symbols: Sequence[Figure], keyed: dict[str, list[int]], at: tuple[int, int]
) -> LineEnd:
    n, which = at
    point = wires[n].end(which)
    if glued := keyed.get(wires[n].glued[which], []):
        return LineEnd(min(glued, key=lambda one: symbols[one].area.off_edge(point)))
    near = sorted((one.area.off_edge(point), k) for k, one in enumerate(symbols))[:2]
    if near and near[0][0] <= TOUCHES:
        return LineEnd(near[0][1])
    onward = _meeting(wires, at)
    if onward:
        return LineEnd(onward=onward)
    if near and near[0][0] <= MEANT:
        return LineEnd(near[0][1], unsure=len(near) > 1 and near[1][0] < CLEAR * max(near[0][0], 1.0))
    onto = _crossed(wires, at)
    if onto >= 0:
        return LineEnd(onto=onto)
    if near and (near[0][0] <= LOOSE or symbols[near[0][1]].area.to(point) == 0):
        return LineEnd(near[0][1], unsure=True)
    return LineEnd()


def _meeting(wires: Sequence[DrawnLine], at: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """Return the ends of other lines at this one; those of the same name alone, where there are such."""
    n, which = at
    x, y = wires[n].end(which)
    found = []
    for k, other in enumerate(wires):
        for end in (0, 1):
            ox, oy = other.end(end)
            if k != n and hypot(x - ox, y - oy) <= MEETS:
                found.append((k, end))
    same = [one for one in found if wires[n].name and wires[one[0]].name == wires[n].name]
    return tuple(same or found)


def _crossed(wires: Sequence[DrawnLine], at: tuple[int, int]) -> int:
    """Return the line on which this end stands, as one that flows into another does; -1 for none."""
    n, which = at
    point = wires[n].end(which)
    near = [(off_line(point, one.points), k) for k, one in enumerate(wires) if k != n]
    distance, nearest = min(near, default=(LOOSE, -1))
    return nearest if distance <= MEETS else -1
