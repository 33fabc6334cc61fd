"""The flow of an activity over several pages, one table row a step: heights first, then breaks, then lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.flow import Arrow, FlowRow, Step, arrows, flow_rows, symbol_rows
from sopgen.model.sop import Lane, SymbolText
from sopgen.plan.flow.connectors import (
    Crossing,
    Key,
    bench_height,
    benches,
    connector_shape,
    crossings,
    edge_height,
    letters,
)
from sopgen.plan.flow.draw import Exit, FlowGrid, draw
from sopgen.plan.flow.geometry import FlowPlan, LaneBand, Point, Shape
from sopgen.plan.flow.kept import kept
from sopgen.plan.flow.one_sheet import ROUNDS, no_place, refuse_loops, roomier
from sopgen.plan.flow.symbols.placing import USUAL_LANE, bands, joins, place

# A last page that is filled by less than this part makes the rows spread evenly over all pages.
NEAR_EMPTY: Final = 0.35
# Where the lines of a page find no room, pages hold less: fewer rows, fewer lines.
FILLS: Final = (1.0, 0.8, 0.6, 0.45, 0.3)

Span = tuple[int, int]


@dataclass(frozen=True)
class PageHeights:
    """The heights (mm) that the flow may take: what is left of the first page, and a whole page."""

    first: float
    whole: float

    def of(self, page: int) -> float:
        """Return the room of a page, counted from 0."""
        return self.whole if page else self.first


@dataclass(frozen=True)
class FlowPage:
    """The part of a flow on one page: its rows from place to place, the connector rows around them, the drawing."""

    rows: Span
    head: float
    heights: tuple[float, ...]
    foot: float
    flow: FlowPlan


@dataclass(frozen=True)
class _Task:
    """A flow with what is fixed before it is broken into pages; it had better not break after the rows in `whole`.

    `edged` are the pages that were tried, with their connectors and how high these are (mm): the same in all rounds.
    """

    steps: tuple[Step, ...]
    edges: tuple[Arrow, ...]
    lanes: tuple[LaneBand, ...]
    rows: tuple[FlowRow, ...]
    whole: frozenset[int]
    usual: float
    dear: frozenset[Exit] = frozenset()
    edged: dict[Span, tuple[list[Crossing], float]] = field(default_factory=dict, compare=False)

    @cached_property
    def places(self) -> dict[str, int]:
        """The row of each step."""
        return {self.steps[n].id: place for place, row in enumerate(self.rows) for n in row.steps}

    @cached_property
    def lane_of(self) -> dict[str, int]:
        order = {lane.id: n for n, lane in enumerate(self.lanes)}
        return {step.id: order[step.lanes[0]] for step in self.steps}

    def crossings(self, page: Span) -> list[Crossing]:
        return self._edged(page)[0]

    def around(self, page: Span) -> float:
        """Return the height of the connectors above and below the rows of a page."""
        return self._edged(page)[1]

    def _edged(self, page: Span) -> tuple[list[Crossing], float]:
        if page not in self.edged:
            ones = crossings(self.edges, self.places, self.lane_of, page)
            sides = ([one for one in ones if one.at_foot is foot] for foot in (False, True))
            self.edged[page] = ones, sum(edge_height(side, self.lanes) for side in sides)
        return self.edged[page]


@kept
def plan_pages(
    steps: tuple[Step, ...],
    lanes: tuple[Lane, ...],
    least: tuple[float, ...],
    room: PageHeights,
    *,
    lane_width: float,
    words: SymbolText = SymbolText.WORDS,
    usual: float = USUAL_LANE,
) -> tuple[FlowPage, ...]:
    """Return the flow page by page; every edge is drawn, on one page or from connector to connector.

    `least` are the heights that the texts of the rows need; what lanes have over their `usual` width is for lines.
    Raises PlanError, naming the step, where a row is taller than a page or the lines find no room.
    """
    rows = flow_rows(steps) if least else symbol_rows(steps)
    task = _Task(steps, arrows(steps), bands(lanes, lane_width), rows, _kept(steps, rows), usual)
    refuse_loops(task.edges, steps)
    error: PlanError | None = None
    for fill in FILLS:
        try:
            return _drawn(task, least, words, PageHeights(room.first * fill, room.whole * fill))
        except PlanError as found:
            error = error or found
    assert error
    raise error


def _kept(steps: tuple[Step, ...], rows: tuple[FlowRow, ...]) -> frozenset[int]:
    """Return the rows after which a page had better not end: those with cells that go on below."""
    return frozenset(
        place for place, following in enumerate(rows[1:]) if following.steps and steps[following.steps[0]].shared
    )


def _drawn(task: _Task, least: tuple[float, ...], words: SymbolText, room: PageHeights) -> tuple[FlowPage, ...]:
    """Draw page by page; rows in which a word found no place become higher, and its exit is avoided."""
    extra = (0.0,) * len(task.steps)
    failed: list[Exit] = []
    for _ in range(ROUNDS):
        rows, shapes = place(task.steps, task.lanes, words, extra, least, task.usual)
        heights = [bottom - top for top, bottom in rows]
        pages, failed = _pages(task, heights, shapes, _breaks(task, heights, room))
        if not failed:
            return pages
        task = replace(task, dear=task.dear | {*failed})
        extra = roomier(extra, task.steps, failed)
    raise no_place(failed, task.steps)


def _breaks(task: _Task, heights: list[float], room: PageHeights) -> list[Span]:
    """Return the rows of each page; they spread evenly where the last page would be nearly empty."""
    spans = _filled(task, heights, room)
    if len(spans) == 1 or _height(task, heights, spans[-1]) > NEAR_EMPTY * room.whole:
        return spans
    best = spans
    for tenth in range(9, 3, -1):
        try:
            tried = _filled(
                task, heights, PageHeights(min(room.first, room.whole * tenth / 10), room.whole * tenth / 10)
            )
        except PlanError:
            return best
        if len(tried) > len(spans):
            return best
        best = tried
    return best


def _filled(task: _Task, heights: list[float], room: PageHeights) -> list[Span]:
    spans: list[Span] = []
    first = 0
    while first < len(heights):
        fits = [
            last
            for last in range(first, len(heights))
            if not task.rows[last].head and _height(task, heights, (first, last)) <= room.of(len(spans))
        ]
        if not fits and not spans and room.first < room.whole:
            return _filled(task, heights, PageHeights(room.whole, room.whole))
        if not fits:
            raise PlanError(*_too_tall(task, heights, first, room.whole))
        last = next((one for one in reversed(fits) if one not in task.whole), fits[-1])
        spans.append((first, last))
        first = last + 1
    return spans


def _too_tall(task: _Task, heights: list[float], first: int, room: float) -> Iterator[Refusal]:
    """Yield the step that fits on no page with the connectors about it, and those that do not even without any."""
    fix = say("shorten its texts, or split the step")
    for n, row in enumerate(task.rows):
        if n == first or heights[n] > room:
            needed = _height(task, heights, (n, n + bool(row.head)))
            place = (row.steps or task.rows[n + 1].steps)[0]
            what = say(
                'the row of step "{id}" needs {needed} mm, a page has {room} mm',
                id=task.steps[place].id,
                needed=f"{needed:.0f}",
                room=f"{room:.0f}",
            )
            yield Refusal("TL01", ("alur", place), what, fix)


def _height(task: _Task, heights: list[float], span: Span) -> float:
    """Return the height of a page's part of the flow: its rows, and the connectors above and below them."""
    return sum(heights[span[0] : span[1] + 1]) + task.around(span)


def _pages(
    task: _Task, heights: list[float], shapes: tuple[Shape, ...], spans: list[Span]
) -> tuple[tuple[FlowPage, ...], list[Exit]]:
    ones = [task.crossings(span) for span in spans]
    names = letters(ones, task.lanes)
    pages, failed = [], []
    for span, here in zip(spans, ones, strict=True):
        page, without = _page(task, heights, shapes, (span, here, names))
        pages.append(page)
        failed += without
    return tuple(pages), failed


def _page(
    task: _Task, heights: list[float], shapes: tuple[Shape, ...], part: tuple[Span, list[Crossing], dict[Key, str]]
) -> tuple[FlowPage, list[Exit]]:
    """Draw one page: connectors at its head, its rows, connectors at its foot."""
    (first, last), ones, names = part
    head = benches([one for one in ones if not one.at_foot], task.lanes)
    foot = benches([one for one in ones if one.at_foot], task.lanes)
    tall = (
        [bench_height(len(bench)) for bench in head],
        heights[first : last + 1],
        [bench_height(len(b)) for b in foot],
    )
    rows = _stacked([*tall[0], *tall[1], *tall[2]])
    own = [
        _moved(shape, len(head) + shape.row - first, rows[len(head) + shape.row - first])
        for shape in shapes
        if first <= shape.row <= last
    ]
    ends = [
        connector_shape(one, (n, x), rows[n], names[one.target, one.onward])
        for n, bench in [*enumerate(head), *enumerate(foot, len(head) + last + 1 - first)]
        for one, x in bench
    ]
    ground = FlowGrid(task.lanes, rows, (*own, *ends))
    routes, failed = draw(ground, _edges(task, (first, last), ones), task.dear)
    size = task.lanes[-1].right, rows[-1][1]
    flow = FlowPlan(*size, task.lanes, rows, ground.shapes, routes, joins(ground.shapes))
    return FlowPage((first, last), sum(tall[0]), tuple(tall[1]), sum(tall[2]), flow), failed


def _stacked(heights: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """Return rows of these heights below each other, as (top, bottom)."""
    tops = [0.0]
    for height in heights:
        tops.append(tops[-1] + height)
    return tuple(pairwise(tops))


def _moved(shape: Shape, row: int, band: tuple[float, float]) -> Shape:
    """Return a step's symbol in the middle of its row of the page."""
    return replace(shape, row=row, centre=Point(shape.centre.x, (band[0] + band[1]) / 2))


def _edges(task: _Task, span: Span, ones: list[Crossing]) -> tuple[Arrow, ...]:
    """Return the edges of one page: its own, those to its connectors out, one from each connector in."""
    places = task.places
    out = {(one.target, one.onward): one for one in ones if one.leaves}
    found = []
    for edge in task.edges:
        source, target = places[edge.source], places[edge.target]
        if not span[0] <= source <= span[1]:
            continue
        if span[0] <= target <= span[1]:
            found.append(edge)
        else:
            found.append(edge.model_copy(update={"target": out[edge.target, target > source].name}))
    return (*found, *(Arrow(source=one.name, target=one.target) for one in ones if not one.leaves))
