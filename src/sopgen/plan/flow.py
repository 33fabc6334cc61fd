"""From the steps of an activity to its geometry: symbols in their lanes, a line an edge, words beside lines."""

from itertools import pairwise
from typing import Final

from sopgen.errors import FlowError
from sopgen.model.flow import Arrow, Step, arrows
from sopgen.model.sop import Lane, SymbolText
from sopgen.plan._grid import grid
from sopgen.plan._labels import Rect, label_rect, place_label
from sopgen.plan._router import Wire, route_all
from sopgen.plan._symbols import bands, place
from sopgen.plan.geometry import FlowPlan, LaneBand, Point, Route, Shape

# Each resort gives the lines more room: all rows higher (mm), tracks nearer to each other (mm).
RESORTS: Final = ((0.0, 1.1), (2.0, 1.1), (4.0, 0.7), (8.0, 0.6), (14.0, 0.55), (24.0, 0.5))
LABEL_ROOM: Final = 4.0

Lines = dict[int, tuple[Point, ...]]


def plan_flow(
    steps: tuple[Step, ...],
    lanes: tuple[Lane, ...],
    *,
    lane_width: float = 22.0,
    words: SymbolText = SymbolText.WORDS,
    activity: str = "",
) -> FlowPlan:
    """Return the drawn flow, in millimetres from its upper left corner; every edge of the flow is in it.

    Raises FlowError where an edge finds no way or a word no place even with the most room.
    """
    edges = arrows(steps)
    _refuse_loops(edges, activity)
    columns = bands(lanes, lane_width)
    blame = ""
    for room, pitch in RESORTS:
        extra = [room] * len(steps)
        for _ in range(3):
            rows, shapes = place(steps, columns, words, tuple(extra))
            lines = _route(columns, rows, shapes, edges, pitch)
            if lines is None:
                blame = "an edge finds no way"
                break
            routes, failed = _label(edges, lines, rows, shapes, columns)
            if not failed:
                return FlowPlan(columns[-1].right, rows[-1][1], columns, rows, shapes, routes)
            blame = f'the word on an exit of step "{steps[failed[0]].id}" finds no place'
            for row in failed:
                extra[row] += LABEL_ROOM
    raise FlowError(f'activity "{activity}": {blame}. fix: split the flow into two activities, or reorder its steps')


def _refuse_loops(edges: tuple[Arrow, ...], activity: str) -> None:
    for edge in edges:
        if edge.source == edge.target:
            raise FlowError(f'activity "{activity}": step "{edge.source}" goes to itself. fix: name another step')


def _route(
    columns: tuple[LaneBand, ...],
    rows: tuple[tuple[float, float], ...],
    shapes: tuple[Shape, ...],
    edges: tuple[Arrow, ...],
    pitch: float,
) -> Lines | None:
    by_step = {shape.step: shape for shape in shapes}
    wires = [Wire(n, by_step[edge.source], by_step[edge.target]) for n, edge in enumerate(edges)]
    lines = route_all(grid(columns, rows, shapes, pitch), wires)
    if lines is not None and len(lines) != len(edges):
        raise FlowError("an edge was lost while routing; report this with the spec")
    return lines


def _label(
    edges: tuple[Arrow, ...],
    lines: Lines,
    rows: tuple[tuple[float, float], ...],
    shapes: tuple[Shape, ...],
    columns: tuple[LaneBand, ...],
) -> tuple[tuple[Route, ...], list[int]]:
    """Return the routes with their words, and the rows of those words that found no place."""
    pieces = [piece for line in lines.values() for piece in pairwise(line)]
    row_of = {shape.step: n for n, shape in enumerate(shapes)}
    taken: list[Rect] = []
    routes, failed = [], []
    for number, edge in enumerate(edges):
        label = None
        if edge.label:
            row = row_of[edge.source]
            frame = (columns[-1].right, rows[-1][1])
            label = place_label(edge.label, lines[number], rows[row], (list(shapes), pieces, taken), frame)
            if label is None:
                failed.append(row)
            else:
                taken.append(label_rect(label))
        routes.append(Route(edge.source, edge.target, lines[number], label))
    return tuple(routes), failed
