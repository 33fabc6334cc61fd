"""The shelf of hand-made flows: no defect, and golden drawings that show every change."""

from collections.abc import Callable

import pytest
from tests.plan.flow.defects import bends, crossings, defects, page_defects
from tests.plan.flow.shelf import SHELF, flow

from sopgen.model.sop import SymbolText
from sopgen.plan.flow.one_sheet import plan_roomy_flow
from sopgen.plan.flow.over_pages import PageHeights, plan_pages
from sopgen.render.chart.dot import table_dot


@pytest.mark.parametrize("name", SHELF)
def test_each_flow_of_the_shelf_is_drawn_without_a_defect(name: str, golden: Callable[[str, str], None]) -> None:
    steps, lanes = flow(name)
    drawn = plan_roomy_flow(steps, lanes)
    assert not defects(drawn, steps)
    counted = f"// crossings {crossings(drawn)}, bends {bends(drawn)}\n"
    golden(f"rak/{name}.dot", counted + table_dot(drawn, name))


@pytest.mark.parametrize("name", SHELF)
def test_each_flow_of_the_shelf_breaks_over_pages_without_a_defect(name: str) -> None:
    steps, lanes = flow(name)
    pages = plan_pages(
        steps,
        lanes,
        (12.0,) * len(steps),
        PageHeights(60.0, 75.0),
        lane_width=min(22.0, 158 / len(lanes)),
        words=SymbolText.NUMBER,
    )
    assert not page_defects(pages, steps)


def test_the_shelf_holds_at_least_twenty_flows() -> None:
    assert len(SHELF) >= 20
