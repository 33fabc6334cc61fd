"""From symbols in their places to a drawing: a line for every edge, a place for every word on a line."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.flow import Arrow
from sopgen.plan.flow.board import Wire, empty_board
from sopgen.plan.flow.geometry import LaneBand, Point, Route, Shape
from sopgen.plan.flow.labels import Obstacles, line_room, place_label, rect_at
from sopgen.plan.flow.router import route_all
from sopgen.plan.flow.sites import sites, tracks
from sopgen.plan.flow.symbols import joins
from sopgen.plan.flow.ways import EAST, SOUTH, WEST

# Tracks come nearer to each other (mm) where the usual ones do not suffice.
PITCHES: Final = (1.1, 0.8, 0.55)

Exit = tuple[str, str]
Lines = dict[int, tuple[Point, ...]]


@dataclass(frozen=True)
class FlowGrid:
    """What lines run over: lanes, rows as (top, bottom), symbols."""

    lanes: tuple[LaneBand, ...]
    rows: tuple[tuple[float, float], ...]
    shapes: tuple[Shape, ...]


def draw(
    ground: FlowGrid, edges: tuple[Arrow, ...], dear: frozenset[Exit] = frozenset()
) -> tuple[tuple[Route, ...], list[Exit]]:
    """Return a route for every edge, and the exits whose words found no place; `dear` exits are used unwillingly.

    Raises PlanError where the lanes are too narrow for the lines.
    """
    return _labelled(ground, edges, _lines(ground, edges, dear))


def _lines(ground: FlowGrid, edges: tuple[Arrow, ...], dear: frozenset[Exit]) -> Lines:
    places = sites(ground.shapes, ground.rows, ground.lanes)
    by_step = {site.step: site for site, shape in zip(places, ground.shapes, strict=True) if shape.part == 0}
    wires = [Wire(n, by_step[edge.source], by_step[edge.target]) for n, edge in enumerate(edges)]
    for pitch in PITCHES:
        lines = route_all(empty_board(ground.rows, places, tracks(ground.lanes, places, pitch), dear), wires)
        if lines is not None:
            assert len(lines) == len(edges), "an edge was lost while routing"
            return lines
    width = ground.lanes[0].right - ground.lanes[0].left
    what = say(
        "the {count} lines of the flow do not fit between lanes of {width} mm", count=len(edges), width=f"{width:.0f}"
    )
    fix = say("split the flow into two activities, or use fewer jumps over many steps")
    raise PlanError(Refusal("TL02", ("alur",), what, fix))


def _labelled(ground: FlowGrid, edges: tuple[Arrow, ...], lines: Lines) -> tuple[tuple[Route, ...], list[Exit]]:
    """Return the routes with their words, and the exits whose words found no place."""
    taken = Obstacles(
        ground.lanes,
        ground.shapes,
        [
            line_room(*ends)
            for ends in [*joins(ground.shapes), *(e for line in lines.values() for e in pairwise(line))]
        ],
    )
    sources = {shape.step: shape for shape in ground.shapes if shape.part == 0}
    routes, failed = [], []
    for number, edge in enumerate(edges):
        label = None
        if edge.label:
            source = sources[edge.source]
            label = place_label(edge.label, lines[number], source, ground.rows[source.row], taken)
            if label is None:
                failed.append((edge.source, _side(*lines[number][:2])))
            else:
                taken.words.append(rect_at(label.centre, label.width, label.height))
        routes.append(Route(edge.source, edge.target, lines[number], label))
    return tuple(routes), failed


def _side(start: Point, turn: Point) -> str:
    """Return the side by which a line leaves its symbol."""
    if start.y == turn.y:
        return EAST if turn.x > start.x else WEST
    return SOUTH
