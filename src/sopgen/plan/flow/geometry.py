"""The geometry of a flow: what every output draws. Millimetres, x to the right, y down, (0, 0) at the top left."""

from dataclasses import dataclass
from typing import Final

from sopgen.model.flow import Symbol

# The largest radius of a start's or an end's corners (mm): half circles up to three lines of words.
CORNER: Final = 5.7


def corner(height: float, width: float) -> float:
    """Return the radius of the corners of a start or an end (mm): half circles, less where it is high."""
    return min(height / 2, width / 2, CORNER)


@dataclass(frozen=True)
class Point:
    """A place on the chart."""

    x: float
    y: float


@dataclass(frozen=True)
class LaneBand:
    """One lane: its role's id and title, its left and right border, and whether the SOP itself says how wide it is.

    `width` is what it was given, without what adding up the borders makes of it.
    """

    id: str
    title: str
    left: float
    right: float
    width: float
    own: bool = False


@dataclass(frozen=True)
class Connector:
    """An off-page connector: its letter, the step that its line goes to, which way it leads, where it stands."""

    letter: str
    target: str
    leaves: bool
    at_foot: bool


@dataclass(frozen=True)
class Shape:
    """The symbol of one step: its row, its centre, its size, and its `text`, and that broken into lines.

    A step of roles that are no neighbours has a box in each group of lanes; `part` numbers them from 0.
    """

    step: str
    number: int
    row: int
    symbol: Symbol
    centre: Point
    width: float
    height: float
    lines: tuple[str, ...]
    font_pt: float
    text: str = ""
    connector: Connector | None = None
    part: int = 0

    @property
    def corner(self) -> float:
        """The radius of the corners of a start or an end (mm)."""
        return corner(self.height, self.width)


@dataclass(frozen=True)
class Label:
    """The words on a line (Ya, Tidak), broken into lines: their centre and the size of their box."""

    text: str
    lines: tuple[str, ...]
    centre: Point
    width: float
    height: float


@dataclass(frozen=True)
class Route:
    """One edge: an orthogonal polyline from the border of one symbol to the border of another.

    In a strip of a flow it may be a piece of an edge; then only the last piece has the `arrow`.
    """

    source: str
    target: str
    points: tuple[Point, ...]
    label: Label | None = None
    arrow: bool = True


@dataclass(frozen=True)
class FlowPlan:
    """A drawn flow: lanes side by side, rows as (top, bottom), a symbol a step, a route an edge.

    `joins` are the level lines without an arrow between the boxes of one step.
    """

    width: float
    height: float
    lanes: tuple[LaneBand, ...]
    rows: tuple[tuple[float, float], ...]
    shapes: tuple[Shape, ...]
    routes: tuple[Route, ...]
    joins: tuple[tuple[Point, Point], ...] = ()

    @property
    def mains(self) -> dict[str, Shape]:
        """The symbol of each step, the first of its boxes, at which its lines begin and end."""
        return {shape.step: shape for shape in self.shapes if shape.part == 0}

    def lane_of(self, shape: Shape) -> LaneBand:
        """Return the lane in which a symbol's left side stands: the first of its lanes."""
        left = shape.centre.x - shape.width / 2
        return next(lane for lane in reversed(self.lanes) if lane.left <= left)
