"""Lines that are rules of the table, drawn on the edges of its columns, and lead from nothing to nothing."""

from collections.abc import Sequence
from dataclasses import replace
from math import hypot
from typing import Final

from sopgen.read.old.shapes.figures import DrawnLine, Figure, Sketch
from sopgen.read.old.tables.grid import OldTable

# More lines than any table has rules and a flow has lines.
MOST: Final = 5_000
# Points.
_UPRIGHT: Final = 0.5
_ON_EDGE: Final = 0.75
_MEETS: Final = 1.5


def without_rules(table: OldTable) -> Sketch:
    """Return what is drawn on a table without such lines."""
    drawn = table.drawing
    if len(drawn.wires) > MOST:
        return drawn
    able = [n for n, one in enumerate(drawn.wires) if _may_be(table, one)]
    others = [one for n, one in enumerate(drawn.wires) if n not in set(able)]
    led = {n for n in able if any(_meet(drawn.wires[n], one) for one in others)}
    more = True
    while more:
        reached = {n for n in able if n not in led and any(_goes_on(drawn.wires[n], drawn.wires[k]) for k in led)}
        more = bool(reached)
        led |= reached
    rules = set(able) - led
    wires = [one for n, one in enumerate(drawn.wires) if n not in rules]
    return replace(drawn, wires=wires)


def is_frame(figure: Figure, others: Sequence[Figure]) -> bool:
    """Tell a box without words about several symbols: it only frames them."""
    inside = [one for one in others if one is not figure and figure.area.away(*one.area.middle) == 0]
    return not figure.text and len(inside) > 1


def _may_be(table: OldTable, wire: DrawnLine) -> bool:
    if any(wire.heads) or any(wire.glued) or len(wire.points) != 2:
        return False
    (x, _), (other, _) = wire.points
    return abs(x - other) <= _UPRIGHT and any(abs(x - edge) <= _ON_EDGE for edge in table.columns)


def _meet(one: DrawnLine, other: DrawnLine) -> bool:
    """Tell whether an end of one is an end of the other."""
    return any(hypot(a[0] - b[0], a[1] - b[1]) <= _MEETS for a in _ends(one) for b in _ends(other))


def _goes_on(one: DrawnLine, other: DrawnLine) -> bool:
    """Tell whether a line goes on where another one ends, which is no rule; two of one name are no rules together."""
    return _meet(one, other) and one.name == other.name and not one.name.startswith("Batas ")


def _ends(wire: DrawnLine) -> tuple[tuple[float, float], tuple[float, float]]:
    return wire.points[0], wire.points[-1]
