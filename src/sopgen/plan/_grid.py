"""The grid that lines run on: tracks beside lane and row borders, what is blocked, and the ports of symbols."""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from sopgen.model.flow import Symbol
from sopgen.plan.geometry import LaneBand, Shape

EAST, SOUTH, WEST, NORTH = range(4)
CLEARANCE: Final = 0.85
TIP: Final = 2.0
APART: Final = 0.5
BESIDE: Final = 3.2
RAISED: Final = 1.8


@dataclass(frozen=True)
class Port:
    """A place on a symbol's border where a line leaves or enters, heading `out` when it leaves."""

    x: float
    y: float
    out: int
    leave: float
    enter: float


@dataclass(frozen=True)
class Grid:
    """Coordinates in order, which of them lines may run along, and which pieces no symbol blocks.

    `down[i][j]` tells whether the piece from ys[j] to ys[j + 1] at xs[i] is free, `right[j][i]` the same across.
    """

    xs: list[float]
    ys: list[float]
    x_track: list[bool]
    y_track: list[bool]
    down: list[list[bool]]
    right: list[list[bool]]

    def node(self, x: float, y: float) -> tuple[int, int]:
        """Return the indexes of a place on the grid."""
        return _index(self.xs, x), _index(self.ys, y)


def ports(shape: Shape) -> tuple[Port, ...]:
    """Return where lines leave and enter: the tips of a diamond, else mid-sides first, then beside them.

    The costs favour entering by the top and leaving by bottom or side.
    """
    x, y, w, h = shape.centre.x, shape.centre.y, shape.width / 2, shape.height / 2
    middle = (
        Port(x + w, y, EAST, 0.0, 2.5),
        Port(x, y + h, SOUTH, 0.0, 14.0),
        Port(x - w, y, WEST, 0.0, 2.5),
        Port(x, y - h, NORTH, 14.0, 0.0),
    )
    if shape.symbol is Symbol.DECISION:
        return middle
    beside = tuple(
        port
        for off in (BESIDE, -BESIDE)
        for port in (Port(x + off, y + h, SOUTH, 1.5, 15.5), Port(x + off, y - h, NORTH, 15.5, 1.5))
    )
    if shape.symbol is not Symbol.PROCESS:
        return middle + beside
    raised = tuple(
        port
        for off in (RAISED, -RAISED)
        for port in (Port(x + w, y + off, EAST, 1.5, 4.0), Port(x - w, y + off, WEST, 1.5, 4.0))
    )
    return middle + beside + raised


def grid(
    lanes: tuple[LaneBand, ...], rows: tuple[tuple[float, float], ...], shapes: tuple[Shape, ...], pitch: float
) -> Grid:
    """Return the grid of a flow; a smaller `pitch` gives more tracks."""
    every = [port for shape in shapes for port in ports(shape)]
    xs, x_track = _coordinates(
        _lane_tracks(lanes, pitch), _port_places(every, (SOUTH, NORTH), "x"), _port_places(every, (EAST, WEST), "x")
    )
    ys, y_track = _coordinates(
        _row_tracks(rows, shapes, pitch),
        _port_places(every, (EAST, WEST), "y"),
        _port_places(every, (SOUTH, NORTH), "y"),
    )
    down = [[True] * (len(ys) - 1) for _ in xs]
    right = [[True] * (len(xs) - 1) for _ in ys]
    for shape in shapes:
        _block(shape, xs, ys, down, right)
    return Grid(xs, ys, x_track, y_track, down, right)


def _lane_tracks(lanes: tuple[LaneBand, ...], pitch: float) -> list[float]:
    offsets = _offsets(4.0, pitch)
    found = []
    for lane in lanes:
        centre = (lane.left + lane.right) / 2
        found += [lane.left + off for off in offsets] + [lane.right - off for off in offsets]
        found += [centre - BESIDE, centre, centre + BESIDE]
    return found


def _row_tracks(rows: tuple[tuple[float, float], ...], shapes: tuple[Shape, ...], pitch: float) -> list[float]:
    found = []
    for (top, bottom), shape in zip(rows, shapes, strict=True):
        offsets = _offsets((bottom - top - shape.height) / 2, pitch)
        centre = (top + bottom) / 2
        found += [top + off for off in offsets] + [bottom - off for off in offsets]
        found += [centre - RAISED, centre, centre + RAISED]
    return found


def _offsets(room: float, pitch: float) -> list[float]:
    """Return the distances of the tracks beside a border: 0.9 mm, then one every `pitch` while there is room."""
    count = max(0, int((room - CLEARANCE - 0.9) / pitch + 1e-6))
    return [0.9 + n * pitch for n in range(count + 1)]


def _port_places(every: list[Port], sides: tuple[int, int], axis: str) -> list[float]:
    return [port.x if axis == "x" else port.y for port in every if port.out in sides]


def _coordinates(tracks: list[float], firm: list[float], stops: list[float]) -> tuple[list[float], list[bool]]:
    """Return all coordinates in order and which are tracks; tracks too near to a port's own line give way."""
    kept: dict[float, bool] = {round(place, 3): True for place in firm}
    for place in sorted(tracks):
        if all(abs(place - other) >= APART for other, track in kept.items() if track):
            kept[round(place, 3)] = True
    for place in stops:
        kept.setdefault(round(place, 3), False)
    xs = sorted(kept)
    return xs, [kept[x] for x in xs]


def _block(shape: Shape, xs: list[float], ys: list[float], down: list[list[bool]], right: list[list[bool]]) -> None:
    half_w, half_h = shape.width / 2 + CLEARANCE, shape.height / 2 + CLEARANCE
    left, high = shape.centre.x - half_w, shape.centre.y - half_h
    i0, i1 = _within(xs, left, left + 2 * half_w)
    j0, j1 = _within(ys, high, high + 2 * half_h)
    for i in range(i0, i1):
        for j in range(max(0, j0 - 1), min(j1, len(ys) - 1)):
            down[i][j] = False
    for j in range(j0, j1):
        for i in range(max(0, i0 - 1), min(i1, len(xs) - 1)):
            right[j][i] = False


def _within(values: list[float], low: float, high: float) -> tuple[int, int]:
    return bisect_left(values, low + 1e-6), bisect_left(values, high - 1e-6)


def _index(values: list[float], value: float) -> int:
    return bisect_left(values, value - 0.002)
