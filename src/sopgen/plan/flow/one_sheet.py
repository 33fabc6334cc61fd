"""The flow of an activity as one drawing: a row a step, a lane a role, every edge a line."""

from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.flow import Arrow, Step, arrows
from sopgen.model.sop import Lane, SymbolText
from sopgen.plan.flow.draw import Exit, FlowGrid, draw
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.flow.kept import kept
from sopgen.plan.flow.symbols.placing import USUAL_LANE, bands, joins, place
from sopgen.plan.lanes import evenly, own_widths

LABEL_ROOM: Final = 3.0
ROUNDS: Final = 8
TEXT_LANE: Final = 36.0
# The widths of lanes (mm) for texts that find no room in the usual ones.
LONG_LANES: Final = (TEXT_LANE, 48.0, 80.0)
SHORT_TEXT: Final = 30
WIDER: Final = (0.0, 6.0, 14.0, 24.0, 40.0, 70.0)


@kept
def plan_flow(
    steps: tuple[Step, ...],
    lanes: tuple[Lane, ...],
    *,
    lane_width: float = 22.0,
    words: SymbolText = SymbolText.WORDS,
    usual: float = USUAL_LANE,
) -> FlowPlan:
    """Return the drawn flow, in millimetres from its upper left corner; every edge of the flow is in it.

    What lanes have over their `usual` width is all for lines.

    Raises PlanError where the lanes are too narrow for the lines, or a word finds no place.
    """
    edges = arrows(steps)
    refuse_loops(edges, steps)
    columns = bands(lanes, lane_width)
    extra = (0.0,) * len(steps)
    failed: list[Exit] = []
    dear: frozenset[Exit] = frozenset()
    for _ in range(ROUNDS):
        ground = FlowGrid(columns, *place(steps, columns, words, extra, usual=usual))
        routes, failed = draw(ground, edges, dear)
        if not failed:
            size = columns[-1].right, ground.rows[-1][1]
            return FlowPlan(*size, columns, ground.rows, ground.shapes, routes, joins(ground.shapes))
        dear |= {*failed}
        extra = roomier(extra, steps, failed)
    raise no_place(failed, steps)


def plan_roomy_flow(
    steps: tuple[Step, ...], lanes: tuple[Lane, ...], *, words: SymbolText = SymbolText.WORDS
) -> FlowPlan:
    """Return the flow in lanes of 22 mm, 36 mm for long texts, wider where its texts or its lines need it.

    Lanes have their own widths, unless these are too narrow here: a table may show numbers where a chart has words.
    Raises PlanError as plan_flow.
    """
    try:
        return _widening_flow(steps, lanes, words)
    except PlanError:
        if not own_widths(lanes):
            raise
    return _widening_flow(steps, evenly(lanes), words)


def _widening_flow(steps: tuple[Step, ...], lanes: tuple[Lane, ...], words: SymbolText) -> FlowPlan:
    """Return the flow in the narrowest lanes that hold its words and its lines."""
    long = words is SymbolText.WORDS and any(len(step.uraian) > SHORT_TEXT for step in steps)
    first, *others = LONG_LANES if long else (USUAL_LANE, *LONG_LANES)
    for usual in others:
        try:
            return _roomy_flow(steps, lanes, first, words)
        except PlanError as error:
            if not any(refusal.code == "TL07" for refusal in error.refusals):
                raise
        first = usual
    return _roomy_flow(steps, lanes, first, words)


def _roomy_flow(steps: tuple[Step, ...], lanes: tuple[Lane, ...], usual: float, words: SymbolText) -> FlowPlan:
    """Return the flow in lanes of a usual width (mm), wider where its lines need it."""
    for wider in WIDER[:-1]:
        try:
            return plan_flow(steps, lanes, lane_width=usual + wider, words=words, usual=usual)
        except PlanError:
            continue
    return plan_flow(steps, lanes, lane_width=usual + WIDER[-1], words=words, usual=usual)


def refuse_loops(edges: tuple[Arrow, ...], steps: tuple[Step, ...]) -> None:
    """Raise PlanError where a step goes to itself."""
    looped = {edge.source for edge in edges if edge.source == edge.target}
    if refused := [_loop(n, step) for n, step in enumerate(steps) if step.id in looped]:
        raise PlanError(*refused)


def _loop(place: int, step: Step) -> Refusal:
    what = say('step "{id}" goes to itself', id=step.id)
    return Refusal("FL03", ("alur", place), what, say("name another step"))


def roomier(extra: tuple[float, ...], steps: tuple[Step, ...], failed: list[Exit]) -> tuple[float, ...]:
    """Return more height for the rows in which a word found no place (mm)."""
    without = {step for step, _ in failed}
    return tuple(more + LABEL_ROOM * (step.id in without) for more, step in zip(extra, steps, strict=True))


def no_place(failed: list[Exit], steps: tuple[Step, ...]) -> PlanError:
    """Return the error of words that find no place on their exits."""
    without = {step for step, _ in failed}
    return PlanError(*(_no_place(n, step) for n, step in enumerate(steps) if step.id in without))


def _no_place(place: int, step: Step) -> Refusal:
    what = say('the word on an exit of step "{id}" finds no place', id=step.id)
    return Refusal("TL03", ("alur", place, "cabang"), what, say("use a shorter word"))
