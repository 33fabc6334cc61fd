"""Where lines may run: tracks beside lane borders, and the ports and own tracks of each symbol (millimetres).

Every horizontal piece of a line lies on a track that belongs to one symbol alone: its middle, its entry track above,
its exit track below. So horizontals of different targets never meet, whatever the flow; only uprights must be kept
apart, and for those a wider lane always gives room.
"""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Final, Literal

from sopgen.model.flow import Symbol
from sopgen.plan.flow.connectors import FROM_EDGE, TRACK
from sopgen.plan.flow.geometry import LaneBand, Shape

# What a line keeps from a symbol that it passes: nearer, it reads as a double edge. The least is for narrow lanes.
CLEARANCE: Final = 1.6
LEAST_CLEARANCE: Final = 0.85
# What lines keep from the rules of lanes and rows, where there is room; nearer, they read as double rules. The least.
FROM_RULE: Final = 1.6
FROM_BORDER: Final = 0.9
# What is left between a symbol and the level pieces above it, for an arrow, and below it.
ARROW_ROOM, STEM_ROOM = 2.1, 1.4
RAISED: Final = 1.8
APART: Final = 0.5


@dataclass(frozen=True)
class Site:
    """A symbol as the router sees it: its borders, its columns for lines from above and below, its own tracks.

    One that is `joined` to a further box on its right has no line there. A connector has one `port`, on its side
    towards the steps of the page. Lines that pass its row leave so much room for `words` on both sides.
    """

    step: str
    row: int
    left: float
    right: float
    top: float
    bottom: float
    middle: float
    columns: tuple[float, ...]
    entry: float
    exit: float
    pointed: bool
    flat_sides: bool
    joined: bool = False
    port: Literal["", "north", "south"] = ""
    clearance: float = CLEARANCE
    words: float = 0.0

    def keeps_off(self, x: float) -> bool:
        """Tell whether a line at x that passes the symbol's row would run too near to it or to its words."""
        return self.left - self.clearance - self.words < x < self.right + self.clearance + self.words

    @property
    def stub(self) -> float:
        """How far a line that leaves sideways goes at least before it turns: a hair less than what others keep."""
        return self.clearance - 0.05 + self.words

    def covers(self, x: float) -> bool:
        """Tell whether an upright line at x would touch the symbol or run too near to it."""
        return self.left - self.clearance < x < self.right + self.clearance


def sites(
    shapes: tuple[Shape, ...],
    rows: tuple[tuple[float, float], ...],
    lanes: tuple[LaneBand, ...],
    clearance: float = CLEARANCE,
) -> tuple[Site, ...]:
    """Return the site of every symbol, from which lines that pass keep a clearance (mm)."""
    placed: Counter[int] = Counter()
    several = {shape.step for shape in shapes if shape.part}
    beside = _neighbours(shapes)
    found = []
    for shape in shapes:
        site = replace(_site(shape, rows[shape.row], lanes), joined=shape.step in several, clearance=clearance)
        if shape.connector:
            site = _connector_site(shape, site, rows[shape.row], placed[shape.row])
            placed[shape.row] += 1
        else:
            # Each step of a row has tracks of its own.
            off = TRACK * beside[shape.row].index(shape.step)
            site = replace(site, entry=site.entry + off, exit=site.exit - off)
        found.append(site)
    return tuple(found)


def _neighbours(shapes: tuple[Shape, ...]) -> dict[int, list[str]]:
    """Return the steps of each row from left to right."""
    found: dict[int, list[str]] = {}
    for shape in sorted(shapes, key=lambda shape: shape.centre.x):
        if shape.connector is None and shape.step not in found.setdefault(shape.row, []):
            found[shape.row].append(shape.step)
    return found


def _connector_site(shape: Shape, site: Site, row: tuple[float, float], before: int) -> Site:
    """Return the site of a connector; each of those in one row has a track of its own."""
    assert shape.connector
    return replace(
        site,
        columns=(round(shape.centre.x, 3),),
        entry=row[0] + FROM_EDGE + before * TRACK,
        exit=row[1] - FROM_EDGE - before * TRACK,
        port="north" if shape.connector.at_foot else "south",
    )


def _site(shape: Shape, row: tuple[float, float], lanes: tuple[LaneBand, ...]) -> Site:
    x, y, half_w, half_h = shape.centre.x, shape.centre.y, shape.width / 2, shape.height / 2
    pointed = shape.symbol is Symbol.DECISION
    inside = [(lane.left + lane.right) / 2 for lane in lanes if lane.left < x + half_w and lane.right > x - half_w]
    # As exact as tracks are, so that a line down the middle has no kink.
    columns = [round(column, 3) for column in inside if abs(column - x) < half_w] or [round(x, 3)]
    return Site(
        step=shape.step,
        row=shape.row,
        left=x - half_w,
        right=x + half_w,
        top=y - half_h,
        bottom=y + half_h,
        middle=y,
        columns=(round(x, 3),) if pointed else tuple(columns),
        entry=row[0] + _off_rule(y - half_h - row[0] - ARROW_ROOM),
        exit=row[1] - _off_rule(row[1] - y - half_h - STEM_ROOM),
        pointed=pointed,
        flat_sides=shape.symbol is Symbol.PROCESS,
    )


def _off_rule(room: float) -> float:
    return min(FROM_RULE, max(FROM_BORDER, room))


def tracks(lanes: tuple[LaneBand, ...], places: tuple[Site, ...], pitch: float, first: float) -> tuple[float, ...]:
    """Return the x of every upright track, from left to right.

    In each lane there is one every `pitch`, from `first` inside its borders on.
    """
    firm = sorted({column for site in places for column in site.columns})
    found = list(firm)
    for lane in lanes:
        half = (lane.right - lane.left) / 2
        offsets = [first + n * pitch for n in range(int((half - first) / pitch) + 1)]
        for place in sorted({*(lane.left + off for off in offsets), *(lane.right - off for off in offsets)}):
            if all(abs(place - other) >= APART for other in firm) and abs(place - found[-1]) >= min(
                APART, pitch - 0.05
            ):
                found.append(place)
    return tuple(sorted(round(x, 3) for x in found))
