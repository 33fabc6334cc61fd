"""The poster of an activity: as few A3 sheets as show its chart with words of at least 14 pt (millimetres)."""

from dataclasses import dataclass, replace
from typing import Final

from sopgen.errors import PlanError
from sopgen.model.flow import symbol_rows
from sopgen.model.sop import Activity, Sop
from sopgen.plan.chart import FRAME, ChartPlan, activity_flow, chart_words, describe_steps, plan_chart
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.flow.over_pages import FlowPage, PageHeights, plan_pages
from sopgen.plan.flow.symbols.placing import bands
from sopgen.plan.flow.symbols.sizes import FONT_PT

UPRIGHT: Final = (297.0, 420.0)
ACROSS: Final = (420.0, 297.0)
# What stays free at the edges of a sheet.
EDGE: Final = 10.0
LEAST_PT: Final = 14.0
# Before it is enlarged; the title is larger than the other words.
TITLE_PT: Final = 13.0
# The widths of lanes beyond which all is for lines, before they are enlarged.
ROOMY_LANE: Final = 48.0


@dataclass(frozen=True)
class PosterSheet:
    """A sheet with its part of the chart; width and height are the paper's."""

    chart: ChartPlan
    width: float
    height: float

    @property
    def scale(self) -> float:
        """How many times the chart is enlarged."""
        return min((self.width - 2 * EDGE) / self.chart.width, (self.height - 2 * EDGE) / self.chart.height)


def plan_poster(sop: Sop, activity: Activity) -> tuple[PosterSheet, ...]:
    """Return the sheets of an activity's poster; one where its chart as it is can be enlarged enough.

    Raises PlanError with what the planner refuses where the lanes are too narrow for words of 14 pt.
    """
    found: list[tuple[PosterSheet, ...]] = []
    error: PlanError | None = None
    for make in (_whole, _over_sheets):
        for paper in (UPRIGHT, ACROSS):
            try:
                found.append(make(sop, activity, paper))
            except PlanError as refused:
                error = refused
        readable = [sheets for sheets in found if FONT_PT * sheets[0].scale >= LEAST_PT - 0.01]
        if readable:
            return min(readable, key=_unread)
    assert error
    raise error


def _unread(sheets: tuple[PosterSheet, ...]) -> tuple[int, float]:
    """Return how hard a poster is to read: by its sheets, then by how narrow its lanes are."""
    lane = sheets[0].chart.flow.lanes[0]
    return len(sheets), -(lane.right - lane.left) * sheets[0].scale


def _whole(sop: Sop, activity: Activity, paper: tuple[float, float]) -> tuple[PosterSheet, ...]:
    chart = plan_chart(sop, activity, activity_flow(sop, activity), title_pt=TITLE_PT)
    return (PosterSheet(chart, *paper),)


def _over_sheets(sop: Sop, activity: Activity, paper: tuple[float, float]) -> tuple[PosterSheet, ...]:
    """Return the chart with lanes as wide as the sheet, page by page, from connector to connector."""
    width, height = ((side - 2 * EDGE) * FONT_PT / LEAST_PT for side in paper)
    lane = (width - 2 * FRAME) / len(sop.pelaksana)
    lanes = bands(sop.pelaksana, lane)
    bare = FlowPlan(lanes[-1].right, 0.0, lanes, (), (), ())
    # Of as many lines as any sheet's.
    head = plan_chart(sop, activity, bare, title_pt=TITLE_PT, note=_sheet_of(99, 99)).height
    pages = plan_pages(
        activity.alur,
        sop.pelaksana,
        (),
        PageHeights(height - head, height - head),
        lane_width=lane,
        words=chart_words(sop),
        usual=min(lane, ROOMY_LANE),
    )
    return tuple(_sheet(sop, activity, (page, n, len(pages)), paper) for n, page in enumerate(pages, 1))


def _sheet(sop: Sop, activity: Activity, part: tuple[FlowPage, int, int], paper: tuple[float, float]) -> PosterSheet:
    page, number, count = part
    note = _sheet_of(number, count) if count > 1 else ""
    chart = plan_chart(sop, activity, page.flow, title_pt=TITLE_PT, note=note)
    rows = symbol_rows(activity.alur)[page.rows[0] : page.rows[1] + 1]
    told = describe_steps(activity, page.flow, [n for row in rows for n in row.steps])
    return PosterSheet(replace(chart, description=told), *paper)


def _sheet_of(number: int, count: int) -> str:
    return f"Lembar {number} dari {count}"
