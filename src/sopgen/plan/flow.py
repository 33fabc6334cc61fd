"""From the steps of an activity to its geometry: symbols in their lanes, a line an edge, words beside lines."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sopgen.errors import FlowError
from sopgen.model.flow import Arrow, Step, arrows
from sopgen.model.sop import Lane, SymbolText
from sopgen.plan._board import Wire, empty_board
from sopgen.plan._labels import Taken, line_room, place_label, rect_at
from sopgen.plan._router import route_all
from sopgen.plan._sites import sites, tracks
from sopgen.plan._symbols import USUAL_LANE, bands, place
from sopgen.plan.geometry import FlowPlan, LaneBand, Point, Route, Shape

# Tracks come nearer to each other (mm) where the usual ones do not suffice.
PITCHES: Final = (1.1, 0.8, 0.55)
LABEL_ROOM: Final = 3.0
WIDER: Final = (0.0, 6.0, 14.0, 24.0, 40.0, 70.0)

Lines = dict[int, tuple[Point, ...]]


@dataclass(frozen=True)
class Ground:
    """What lines run over: lanes, rows as (top, bottom), symbols."""

    lanes: tuple[LaneBand, ...]
    rows: tuple[tuple[float, float], ...]
    shapes: tuple[Shape, ...]


def plan_flow(
    steps: tuple[Step, ...],
    lanes: tuple[Lane, ...],
    *,
    lane_width: float = 22.0,
    words: SymbolText = SymbolText.WORDS,
    activity: str = "",
) -> FlowPlan:
    """Return the drawn flow, in millimetres from its upper left corner; every edge of the flow is in it.

    Raises FlowError where the lanes are too narrow for the lines, or a word finds no place.
    """
    edges = arrows(steps)
    _refuse_loops(edges, activity)
    columns = bands(lanes, lane_width)
    extra = [0.0] * len(steps)
    failed: list[str] = []
    for _ in range(4):
        ground = Ground(columns, *place(steps, columns, words, tuple(extra)))
        lines = _lines(ground, edges, activity)
        routes, failed = _labelled(ground, edges, lines)
        if not failed:
            return FlowPlan(columns[-1].right, ground.rows[-1][1], columns, ground.rows, ground.shapes, routes)
        for number, step in enumerate(steps):
            extra[number] += LABEL_ROOM * (step.id in failed)
    raise FlowError(
        f'activity "{activity}": the word on an exit of step "{failed[0]}" finds no place. fix: use a shorter word'
    )


def plan_roomy_flow(
    steps: tuple[Step, ...], lanes: tuple[Lane, ...], *, words: SymbolText = SymbolText.WORDS, activity: str = ""
) -> FlowPlan:
    """Return the flow in lanes of 22 mm, wider where its lines need it. Raises FlowError as plan_flow."""
    for wider in WIDER[:-1]:
        try:
            return plan_flow(steps, lanes, lane_width=USUAL_LANE + wider, words=words, activity=activity)
        except FlowError:
            continue
    return plan_flow(steps, lanes, lane_width=USUAL_LANE + WIDER[-1], words=words, activity=activity)


def _refuse_loops(edges: tuple[Arrow, ...], activity: str) -> None:
    for edge in edges:
        if edge.source == edge.target:
            raise FlowError(f'activity "{activity}": step "{edge.source}" goes to itself. fix: name another step')


def _lines(ground: Ground, edges: tuple[Arrow, ...], activity: str) -> Lines:
    places = sites(ground.shapes, ground.rows, ground.lanes)
    by_step = {site.step: site for site in places}
    wires = [Wire(n, by_step[edge.source], by_step[edge.target]) for n, edge in enumerate(edges)]
    for pitch in PITCHES:
        lines = route_all(empty_board(ground.rows, places, tracks(ground.lanes, places, pitch)), wires)
        if lines is not None:
            assert len(lines) == len(edges), "an edge was lost while routing"
            return lines
    width = ground.lanes[0].right - ground.lanes[0].left
    raise FlowError(
        f'activity "{activity}": its {len(edges)} lines do not fit between lanes of {width:.0f} mm. '
        "fix: split the flow into two activities, or use fewer jumps over many steps"
    )


def _labelled(ground: Ground, edges: tuple[Arrow, ...], lines: Lines) -> tuple[tuple[Route, ...], list[str]]:
    """Return the routes with their words, and the steps whose words found no place."""
    taken = Taken(
        ground.lanes, ground.shapes, [line_room(*ends) for line in lines.values() for ends in pairwise(line)]
    )
    sources = {shape.step: shape for shape in ground.shapes}
    routes, failed = [], []
    for number, edge in enumerate(edges):
        label = None
        if edge.label:
            source = sources[edge.source]
            label = place_label(edge.label, lines[number], source, ground.rows[source.row], taken)
            if label is None:
                failed.append(edge.source)
            else:
                taken.words.append(rect_at(label.centre, label.width, label.height))
        routes.append(Route(edge.source, edge.target, lines[number], label))
    return tuple(routes), failed
