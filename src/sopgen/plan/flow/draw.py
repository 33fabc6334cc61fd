"""From symbols in their places to a drawing: a line for every edge, a place for every word on a line."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.flow import Arrow
from sopgen.plan.flow.board import Wire, empty_board
from sopgen.plan.flow.geometry import LaneBand, Point, Route, Shape
from sopgen.plan.flow.labels import Obstacles, label_width, line_room, place_label, rect_at
from sopgen.plan.flow.router import route_all
from sopgen.plan.flow.sites import CLEARANCE, FROM_BORDER, FROM_RULE, LEAST_CLEARANCE, sites, tracks
from sopgen.plan.flow.symbols.placing import joins
from sopgen.plan.flow.ways import EAST, SOUTH, WEST

# Lines come nearer to symbols, to each other and to the rules of lanes (mm) where the usual distances do not suffice.
CLOSER: Final = (
    (CLEARANCE, 1.1, FROM_RULE),
    (CLEARANCE, 1.1, FROM_BORDER),
    (LEAST_CLEARANCE, 1.1, FROM_BORDER),
    (LEAST_CLEARANCE, 0.8, FROM_BORDER),
    (LEAST_CLEARANCE, 0.55, FROM_BORDER),
)

# Pages of flows that are kept as they were drawn.
KEPT: Final = 128

# A symbol has so many sides that lines can leave by.
SIDES: Final = 3

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

    What was drawn is kept: while one types, most pages of a flow stay as they are.

    Raises PlanError where the lanes are too narrow for the lines.
    """
    # Lines go about symbols, whatever stands in them.
    bare = tuple(replace(shape, number=0, lines=(), text="") for shape in ground.shapes)
    routes, failed = _drawn(replace(ground, shapes=bare), edges, dear)
    return routes, list(failed)


@lru_cache(maxsize=KEPT)
def _drawn(
    ground: FlowGrid, edges: tuple[Arrow, ...], dear: frozenset[Exit]
) -> tuple[tuple[Route, ...], tuple[Exit, ...]]:
    routes, failed = _labelled(ground, edges, _lines(ground, edges, dear))
    return routes, tuple(failed)


def _lines(ground: FlowGrid, edges: tuple[Arrow, ...], dear: frozenset[Exit]) -> Lines:
    for words in dict.fromkeys((_words(edges, dear), ())):
        for distances in CLOSER:
            lines = _routed(ground, edges, dear, distances, dict(words))
            if lines is not None:
                assert len(lines) == len(edges), "an edge was lost while routing"
                return lines
    width = ground.lanes[0].right - ground.lanes[0].left
    what = say(
        "the {count} lines of the flow do not fit between lanes of {width} mm", count=len(edges), width=f"{width:.0f}"
    )
    fix = say("split the flow into two activities, or use fewer jumps over many steps")
    raise PlanError(Refusal("TL02", ("alur",), what, fix))


def _words(edges: tuple[Arrow, ...], dear: frozenset[Exit]) -> tuple[tuple[str, float], ...]:
    """Return the widths (mm) of the longest words on the exits of steps that found no place for theirs before."""
    steps = {step for step, _ in dear}
    return tuple(
        sorted((edge.source, label_width(edge.label)) for edge in edges if edge.label and edge.source in steps)
    )


def _routed(
    ground: FlowGrid,
    edges: tuple[Arrow, ...],
    dear: frozenset[Exit],
    distances: tuple[float, float, float],
    words: Mapping[str, float],
) -> Lines | None:
    """Return the lines at these distances from symbols, each other and rules; they keep off the `words` of steps."""
    clearance, pitch, first = distances
    places = tuple(
        replace(site, words=words.get(site.step, 0.0))
        for site in sites(ground.shapes, ground.rows, ground.lanes, clearance)
    )
    by_step = {site.step: site for site, shape in zip(places, ground.shapes, strict=True) if shape.part == 0}
    exits = Counter(edge.source for edge in edges)
    wires = [
        Wire(n, by_step[edge.source], by_step[edge.target], fork=exits[edge.source] > SIDES)
        for n, edge in enumerate(edges)
    ]
    return route_all(empty_board(ground.rows, places, tracks(ground.lanes, places, pitch, first), dear), wires)


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
