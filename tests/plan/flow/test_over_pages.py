"""Flows over several pages: every line that crosses a break goes out once and comes in once, and nothing is lost."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.examples import many
from tests.plan.flow.defects import page_defects
from tests.plan.flow.strategies import crowded, flows, lanes
from tests.plan.flow.test_one_sheet import FLOWS, chain

from sopgen.errors import PlanError
from sopgen.model.flow import Step, Symbol, flow_rows, in_letters
from sopgen.model.sop import Lane, SymbolText
from sopgen.plan.flow.over_pages import FlowPage, PageHeights, plan_pages

ROOM = PageHeights(130.0, 158.0)


def paged(
    steps: tuple[Step, ...], roles: tuple[Lane, ...], least: float = 14.0, room: PageHeights = ROOM
) -> tuple[FlowPage, ...]:
    """Plan as the table does: lanes of 22 mm or less, wide ones where a few lanes do not hold their lines."""
    try:
        return at_width(steps, roles, (least, room), min(22.0, 158.0 / len(roles)))
    except PlanError:
        if len(roles) > 6:
            raise
        return at_width(steps, roles, (least, room), min(40.0, 158.0 / len(roles)))


def at_width(
    steps: tuple[Step, ...], roles: tuple[Lane, ...], sizes: tuple[float, PageHeights], width: float
) -> tuple[FlowPage, ...]:
    least, room = sizes
    return plan_pages(steps, roles, (least,) * len(flow_rows(steps)), room, lane_width=width, words=SymbolText.NUMBER)


@given(flows(most_steps=60, most_lanes=12), st.sampled_from([6.0, 14.0, 30.0]))
@settings(FLOWS, max_examples=many(40))
def test_random_flows_over_pages_have_no_defect(
    drawn: tuple[tuple[Step, ...], tuple[Lane, ...]], least: float
) -> None:
    steps, roles = drawn
    try:
        pages = paged(steps, roles, least)
    except PlanError:
        # Lanes of 13 mm full of three-way decisions may have no room for the words: an error, never a lost line.
        assume(condition=False)
    assert not page_defects(pages, steps)


@given(flows(most_steps=60, most_lanes=8, decisions=0.25))
@settings(FLOWS, max_examples=many(25))
def test_flows_with_a_usual_part_of_decisions_always_find_their_way(
    drawn: tuple[tuple[Step, ...], tuple[Lane, ...]],
) -> None:
    steps, roles = drawn
    assert not page_defects(paged(steps, roles), steps)


@given(flows(most_steps=40, most_lanes=8, decisions=0.25))
@settings(FLOWS, max_examples=many(25))
def test_no_page_is_fuller_than_its_room(drawn: tuple[tuple[Step, ...], tuple[Lane, ...]]) -> None:
    try:
        pages = paged(*drawn)
    except PlanError:
        assume(condition=False)
        return
    assert all(page.flow.height <= (ROOM.whole if n else ROOM.first) + 1e-6 for n, page in enumerate(pages))
    assert all(page.head + sum(page.heights) + page.foot == pytest.approx(page.flow.height) for page in pages)


def far(count: int, **exits: dict[str, str]) -> tuple[Step, ...]:
    """Return a chain of one lane in which some steps are decisions with these exits."""
    steps = chain(*["p0"] * count)
    return tuple(
        step.model_copy(update={"simbol": Symbol.DECISION, "cabang": exits[step.id]}) if step.id in exits else step
        for step in steps
    )


def ends(page: FlowPage) -> list[tuple[str, str, bool, bool]]:
    found = [shape.connector for shape in page.flow.shapes if shape.connector]
    return [(one.letter, one.target, one.leaves, one.at_foot) for one in found]


def test_a_chain_over_two_pages_goes_out_at_the_foot_and_comes_in_at_the_head() -> None:
    first, second = paged(chain(*["p0"] * 16), lanes(1))
    assert [("A", "s8", True, True)] == ends(first)
    assert [("A", "s8", False, False)] == ends(second)


def test_a_line_over_three_pages_leaves_no_trace_on_the_middle_one() -> None:
    pages = paged(far(24, s2={"Ya": "s3", "Tidak": "s22"}), lanes(1))
    assert 3 == len(pages)
    assert not [end for end in ends(pages[1]) if end[1] == "s22"]
    assert [("s22", True)] == [end[1:3] for end in ends(pages[0]) if end[1] == "s22"]
    assert [("s22", False)] == [end[1:3] for end in ends(pages[2]) if end[1] == "s22"]


def test_a_line_from_a_later_page_enters_at_the_foot() -> None:
    pages = paged(far(20, s15={"Ya": "s16", "Tidak": "s3"}), lanes(1))
    assert ("s3", False, True) in [end[1:] for end in ends(pages[0])]
    assert ("s3", True, False) in [end[1:] for page in pages[1:] for end in ends(page)]


def test_lines_to_one_step_share_a_connector() -> None:
    pages = paged(far(20, s2={"Ya": "s3", "Tidak": "s18"}, s5={"Ya": "s6", "Tidak": "s18"}), lanes(1))
    assert 1 == sum(end[1] == "s18" for end in ends(pages[0]))


def test_letters_go_on_after_z() -> None:
    assert ["A", "Z", "AA", "AB", "BA"] == [in_letters(n) for n in (0, 25, 26, 27, 52)]


def test_a_nearly_empty_last_page_is_filled_by_even_breaks() -> None:
    pages = paged(chain(*["p0"] * 22), lanes(1), room=PageHeights(158.0, 158.0))
    counts = [page.rows[1] - page.rows[0] + 1 for page in pages]
    assert max(counts) - min(counts) <= 2


def test_every_row_taller_than_a_page_is_named() -> None:
    with pytest.raises(PlanError) as caught:
        paged(chain(*["p0"] * 4), lanes(1), least=200.0)
    assert [("TL01", ("alur", n)) for n in range(4)] == [(one.code, one.loc) for one in caught.value.refusals]
    assert "158 mm" in caught.value.refusals[0].what


@pytest.mark.parametrize(("width", "count"), [(22.0, 6), (12.6, 12), (13.2, 12)])
def test_sixty_steps_in_twelve_lanes_find_their_way(width: float, count: int) -> None:
    roles = [f"p{n * 7 % count}" for n in range(60)]
    back = {f"s{n}": {"Ya": f"s{n + 1}", "Tidak": f"s{max(1, n - 9)}"} for n in range(6, 58, 6)}
    steps = tuple(
        step.model_copy(update={"simbol": Symbol.DECISION, "cabang": back[step.id]}) if step.id in back else step
        for step in chain(*roles)
    )
    pages = plan_pages(steps, lanes(count), (10.0,) * 60, ROOM, lane_width=width, words=SymbolText.NUMBER)
    assert not page_defects(pages, steps)


SPOILERS: dict[str, Callable[[FlowPage], FlowPage]] = {
    "missing connector mate": lambda page: replace(
        page, flow=replace(page.flow, shapes=page.flow.shapes[:-1], routes=page.flow.routes[:-1])
    ),
    "missing edge": lambda page: replace(page, flow=replace(page.flow, routes=page.flow.routes[1:])),
}


@pytest.mark.parametrize("defect", SPOILERS)
def test_the_counter_sees_on_pages(defect: str) -> None:
    steps = chain(*["p0"] * 16)
    first, second = paged(steps, lanes(1))
    assert page_defects((SPOILERS[defect](first), second), steps)[defect]


@given(crowded(most_steps=20))
@settings(FLOWS, max_examples=many(40))
def test_rows_of_several_steps_and_sub_steps_have_no_defect(
    drawn: tuple[tuple[Step, ...], tuple[Lane, ...]],
) -> None:
    steps, _ = drawn
    pages = paged(*drawn)
    assert not page_defects(pages, steps)
    assert [place for page in pages for place in range(page.rows[0], page.rows[1] + 1)] == [
        *range(len(flow_rows(steps)))
    ]


@pytest.mark.parametrize("in_one_row", [False, True])
@pytest.mark.parametrize(("count", "lane_count"), [(4, 2), (6, 6), (6, 16), (8, 16)])
def test_more_branches_than_a_symbol_has_sides_leave_it_together(
    count: int, lane_count: int, *, in_one_row: bool
) -> None:
    places = [n * lane_count // count for n in range(count)]
    begin = Step(id="s0", pelaksana="p0", simbol=Symbol.START, ke=tuple(f"b{n}" for n in range(count)))
    branches = [
        Step(id=f"b{n}", pelaksana=f"p{place}", ke="s9", sebaris=in_one_row and n > 0 and place != places[n - 1])
        for n, place in enumerate(places)
    ]
    steps = (begin, *branches, Step(id="s9", pelaksana="p1", simbol=Symbol.END))
    pages = at_width(steps, lanes(lane_count), (14.0, PageHeights(240.0, 240.0)), 15.0)
    assert not page_defects(pages, steps)


def test_a_head_of_sub_steps_without_room_for_the_first_of_them_is_refused() -> None:
    below = Step(id="s1", pelaksana="p0", simbol=Symbol.END, induk="Menyusun laporan")
    steps = (Step(id="s0", pelaksana="p0", simbol=Symbol.START), below)
    with pytest.raises(PlanError) as caught:
        at_width(steps, lanes(1), (15.0, PageHeights(25.0, 25.0)), 22.0)
    assert [("TL01", ("alur", 1))] == [(one.code, one.loc) for one in caught.value.refusals]
