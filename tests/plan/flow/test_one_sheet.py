"""A drawn flow has no defect, whatever the flow; counted from its geometry."""

from collections.abc import Callable
from dataclasses import replace
from inspect import unwrap

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.examples import many
from tests.plan.flow.defects import crossings, defects
from tests.plan.flow.strategies import flows, lanes

from sopgen.errors import PlanError
from sopgen.model.flow import SpecSymbol, Step, Symbol
from sopgen.model.sop import Lane, Sop, SymbolText
from sopgen.plan.flow.geometry import FlowPlan, Label, Point
from sopgen.plan.flow.one_sheet import plan_flow, plan_roomy_flow

settings.register_profile(
    "flows",
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
FLOWS = settings.get_profile("flows")


@given(flows())
@settings(FLOWS, max_examples=many(150))
def test_random_flows_have_no_defect(drawn: tuple[tuple[Step, ...], tuple[Lane, ...]]) -> None:
    steps, roles = drawn
    assert not defects(plan_roomy_flow(steps, roles), steps)


@given(flows(most_steps=60, most_lanes=12))
@settings(FLOWS, max_examples=many(25))
def test_long_and_wide_flows_have_no_defect(drawn: tuple[tuple[Step, ...], tuple[Lane, ...]]) -> None:
    steps, roles = drawn
    assert not defects(plan_roomy_flow(steps, roles), steps)


@given(flows(most_steps=12, most_lanes=6))
@settings(FLOWS, max_examples=many(40))
def test_the_same_flow_is_drawn_the_same(drawn: tuple[tuple[Step, ...], tuple[Lane, ...]]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sopgen.plan.flow.one_sheet.plan_flow", unwrap(plan_flow))  # which keeps what it planned
        assert plan_roomy_flow(*drawn) == plan_roomy_flow(*drawn)


def chain(*roles: str) -> tuple[Step, ...]:
    """Return steps s0, s1, … that hand on from role to role."""
    middle: list[SpecSymbol] = [Symbol.PROCESS for _ in roles[2:]]
    symbols: list[SpecSymbol] = [Symbol.START, *middle, Symbol.END]
    return tuple(
        Step(id=f"s{n}", pelaksana=role, simbol=symbol, uraian="Kerja")
        for n, (role, symbol) in enumerate(zip(roles, symbols, strict=True))
    )


def test_a_chain_over_neighbouring_lanes_bends_once_a_line_and_crosses_nothing() -> None:
    flow = plan_flow(chain("p0", "p1", "p2", "p3"), lanes(4))
    assert [len(route.points) for route in flow.routes] == [3, 3, 3]
    assert crossings(flow) == 0


def test_a_chain_in_one_lane_is_straight() -> None:
    flow = plan_flow(chain("p0", "p0", "p0"), lanes(2))
    assert [len(route.points) for route in flow.routes] == [2, 2]


def test_a_loop_goes_round_the_side() -> None:
    steps = (*chain("p0", "p0"), *chain("p0", "p0"))
    named = tuple(step.model_copy(update={"id": f"t{n}"}) for n, step in enumerate(steps))
    decision = named[2].model_copy(update={"simbol": Symbol.DECISION, "cabang": {"Ya": "t3", "Tidak": "t1"}})
    middle = named[1].model_copy(update={"simbol": Symbol.PROCESS})
    drawn = (named[0], middle, decision, named[3])
    flow = plan_flow(drawn, lanes(1))
    assert not defects(flow, drawn)
    back = next(route for route in flow.routes if route.target == "t1" and route.source == "t2")
    assert len(back.points) == 4


def test_lanes_too_narrow_for_the_lines_are_refused_and_no_line_is_lost() -> None:
    middle = tuple(
        Step(id=f"s{n}", pelaksana="p0", simbol=Symbol.DECISION, cabang={"Ya": f"s{n + 1}", "Tidak": f"s{59 - n}"})
        for n in range(1, 30)
    )
    rest = tuple(Step(id=f"s{n}", pelaksana="p0") for n in range(30, 59))
    first, last = chain("p0", "p0")
    steps = (first, *middle, *rest, last.model_copy(update={"id": "s59"}))
    with pytest.raises(PlanError) as caught:
        plan_flow(steps, lanes(1))
    assert [("TL02", ("alur",))] == [(one.code, one.loc) for one in caught.value.refusals]
    assert not defects(plan_roomy_flow(steps, lanes(1)), steps)


def test_a_decision_of_roles_that_are_not_neighbours_is_refused() -> None:
    first, middle, last = chain("p0", "p1", "p2")
    exits = {"Ya": "s2", "Tidak": "s0"}
    apart = middle.model_copy(update={"pelaksana": ("p0", "p2"), "simbol": Symbol.DECISION, "cabang": exits})
    with pytest.raises(PlanError) as caught:
        plan_flow((first, apart, last), lanes(3))
    assert [("FL05", ("alur", 1, "pelaksana"))] == [(one.code, one.loc) for one in caught.value.refusals]


def test_every_step_that_goes_to_itself_is_named() -> None:
    looped = tuple(step.model_copy(update={"ke": step.id}) for step in chain("p0", "p1"))
    with pytest.raises(PlanError) as caught:
        plan_flow(looped, lanes(2))
    assert [("FL03", ("alur", 0)), ("FL03", ("alur", 1))] == [(one.code, one.loc) for one in caught.value.refusals]


def test_a_step_of_roles_apart_has_a_box_in_each_and_a_line_between() -> None:
    first, middle, last = chain("p0", "p1", "p2")
    steps = (first, middle.model_copy(update={"pelaksana": ("p0", "p2")}), last)
    flow = plan_flow(steps, lanes(3))
    assert [0, 0, 0, 1] == [shape.part for shape in flow.shapes]
    assert 1 == len(flow.joins)
    assert not defects(flow, steps)


def test_parallel_branches_leave_a_box_by_sides_of_their_own() -> None:
    first, *middle, last = chain("p0", "p0", "p1", "p2", "p1")
    steps = (
        first.model_copy(update={"ke": ("s1", "s2", "s3")}),
        *(m.model_copy(update={"ke": "s4"}) for m in middle),
        last,
    )
    flow = plan_flow(steps, lanes(3))
    assert 3 == sum(route.source == "s0" for route in flow.routes)
    assert not defects(flow, steps)


SPOILERS: dict[str, Callable[[FlowPlan], FlowPlan]] = {
    "missing edge": lambda flow: replace(flow, routes=flow.routes[1:]),
    "slanted": lambda flow: bent(flow, lambda p: Point(p.x + 1, p.y + 1)),
    "through box": lambda flow: bent(flow, lambda _: flow.shapes[-1].centre),
    "out of lane": lambda flow: replace(
        flow, shapes=(replace(flow.shapes[0], centre=Point(70.0, 6.0)), *flow.shapes[1:])
    ),
    "outside frame": lambda flow: bent(flow, lambda p: Point(-5.0, p.y)),
    "text overflows": lambda flow: replace(
        flow, shapes=(replace(flow.shapes[0], lines=("Terlalu panjang untuk simbolnya",)), *flow.shapes[1:])
    ),
    "label on box": lambda flow: replace(
        flow,
        routes=(
            replace(flow.routes[0], label=Label("Ya", ("Ya",), flow.shapes[0].centre, 3.0, 2.0)),
            *flow.routes[1:],
        ),
    ),
}


def bent(flow: FlowPlan, move: Callable[[Point], Point]) -> FlowPlan:
    """Return the flow with the first line's middle corner moved."""
    first = flow.routes[0]
    return replace(flow, routes=(replace(first, points=(first.points[0], move(first.points[1]), first.points[2])),))


@pytest.mark.parametrize("defect", SPOILERS)
def test_the_counter_sees(defect: str) -> None:
    steps = chain("p0", "p1", "p2", "p3")
    spoiled = SPOILERS[defect](plan_flow(steps, lanes(4)))
    assert defects(spoiled, steps)[defect]


def test_the_counter_sees_a_shared_segment() -> None:
    steps = chain("p0", "p1", "p2", "p3")
    flow = plan_flow(steps, lanes(4))
    doubled = replace(flow, routes=(*flow.routes, replace(flow.routes[0], target="s3")))
    assert defects(doubled, steps)["shared segment"]


def test_symbols_carry_the_step_s_words_or_its_number(sop: Sop) -> None:
    steps = sop.kegiatan[0].alur
    by_words = plan_flow(steps, sop.pelaksana, words=SymbolText.WORDS)
    by_number = plan_flow(steps, sop.pelaksana, words=SymbolText.NUMBER)
    assert [step.uraian for step in steps] == [" ".join(shape.lines) for shape in by_words.shapes]
    assert [("1",), ("2",), ("3",), ("4",), ("5",), ("6",)] == [shape.lines for shape in by_number.shapes]
