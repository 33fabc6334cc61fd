"""The poster of an activity: as few A3 sheets as show its chart with words of 14 pt at least (millimetres).

Where many roles leave their words no room, the words are smaller; where that is not enough, the sheets are larger.
"""

from dataclasses import dataclass, replace
from typing import Final

from sopgen.errors import PlanError
from sopgen.model.flow import symbol_rows
from sopgen.model.sop import Activity, Sop
from sopgen.plan.chart import FRAME, ChartPlan, activity_flow, chart_words, describe_steps, plan_chart
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.flow.over_pages import FlowPage, PageHeights, plan_pages
from sopgen.plan.flow.symbols.placing import USUAL_LANE, bands
from sopgen.plan.flow.symbols.sizes import FONT_PT
from sopgen.plan.lanes import scaled

# Short and long side of the sheets.
PAPERS: Final = {"A3": (297.0, 420.0), "A2": (420.0, 594.0), "A1": (594.0, 841.0)}
# What stays free at the edges of a sheet.
EDGE: Final = 10.0
# What is tried one after the other: the sheet, and the least size of words on it (pt).
TRIES: Final = (
    *(("A3", size) for size in (14.0, 12.0, 10.0)),
    *((paper, size) for paper in ("A2", "A1") for size in (12.0, 10.0)),
)
# Before it is enlarged; the title is larger than the other words.
TITLE_PT: Final = 13.0
# The widths of lanes beyond which all is for lines, before they are enlarged.
ROOMY_LANE: Final = 48.0


@dataclass(frozen=True)
class PosterSheet:
    """A sheet with its part of the chart; width and height are those of the paper, whose name is `paper`."""

    chart: ChartPlan
    width: float
    height: float
    paper: str = "A3"

    @property
    def words_pt(self) -> float:
        """The size of the words in its symbols (pt)."""
        return FONT_PT * self.scale

    @property
    def scale(self) -> float:
        """How many times the chart is enlarged."""
        return min((self.width - 2 * EDGE) / self.chart.width, (self.height - 2 * EDGE) / self.chart.height)


def plan_poster(sop: Sop, activity: Activity) -> tuple[PosterSheet, ...]:
    """Return the sheets of an activity's poster: of the first of TRIES with which all has room.

    Raises PlanError with what the planner refuses of the largest sheet.
    """
    error: PlanError | None = None
    for paper, size_pt in TRIES:
        try:
            return _of_size(sop, activity, paper, size_pt)
        except PlanError as refused:
            error = refused
    assert error
    raise error


def _of_size(sop: Sop, activity: Activity, paper: str, size_pt: float) -> tuple[PosterSheet, ...]:
    """Return sheets with words of this size (pt) at least; one where the chart as it is can be enlarged enough.

    Raises PlanError where the lanes are too narrow for them.
    """
    error: PlanError | None = None
    for make in (_whole, _over_sheets):
        found: list[tuple[PosterSheet, ...]] = []
        for across in (False, True):
            try:
                found.append(make(sop, activity, _Sheet(paper, size_pt, across)))
            except PlanError as refused:
                error = refused
        readable = [sheets for sheets in found if sheets[0].words_pt >= size_pt - 0.01]
        if readable:
            return min(readable, key=_unread)
    assert error
    raise error


@dataclass(frozen=True)
class _Sheet:
    """A sheet to try: its name, the least size of words on it (pt), whether it lies."""

    paper: str
    size_pt: float
    across: bool

    @property
    def sides(self) -> tuple[float, float]:
        """Width and height."""
        short, long = PAPERS[self.paper]
        return (long, short) if self.across else (short, long)

    def of(self, chart: ChartPlan) -> PosterSheet:
        """Return the sheet with a chart on it."""
        return PosterSheet(chart, *self.sides, self.paper)


def _unread(sheets: tuple[PosterSheet, ...]) -> tuple[int, float]:
    """Return how hard a poster is to read: by its sheets, then by how narrow its lanes are."""
    lane = sheets[0].chart.flow.lanes[0]
    return len(sheets), -(lane.right - lane.left) * sheets[0].scale


def _whole(sop: Sop, activity: Activity, sheet: _Sheet) -> tuple[PosterSheet, ...]:
    chart = plan_chart(sop, activity, activity_flow(sop, activity), title_pt=TITLE_PT)
    return (sheet.of(chart),)


def _over_sheets(sop: Sop, activity: Activity, sheet: _Sheet) -> tuple[PosterSheet, ...]:
    """Return the chart with lanes as wide as the sheet, page by page, from connector to connector."""
    width, height = ((side - 2 * EDGE) * FONT_PT / sheet.size_pt for side in sheet.sides)
    roles, lane = scaled(sop.pelaksana, width - 2 * FRAME, USUAL_LANE)
    lanes = bands(roles, lane)
    bare = FlowPlan(lanes[-1].right, 0.0, lanes, (), (), ())
    # Of as many lines as any sheet's.
    head = plan_chart(sop, activity, bare, title_pt=TITLE_PT, note=_sheet_of(99, 99)).height
    pages = plan_pages(
        activity.alur,
        roles,
        (),
        PageHeights(height - head, height - head),
        lane_width=lane,
        words=chart_words(sop),
        usual=min(lane, ROOMY_LANE),
    )
    return tuple(_sheet(sop, activity, (page, n, len(pages)), sheet) for n, page in enumerate(pages, 1))


def _sheet(sop: Sop, activity: Activity, part: tuple[FlowPage, int, int], on: _Sheet) -> PosterSheet:
    page, number, count = part
    note = _sheet_of(number, count) if count > 1 else ""
    chart = plan_chart(sop, activity, page.flow, title_pt=TITLE_PT, note=note)
    rows = symbol_rows(activity.alur)[page.rows[0] : page.rows[1] + 1]
    told = describe_steps(activity, page.flow, [n for row in rows for n in row.steps])
    return on.of(replace(chart, description=told))


def _sheet_of(number: int, count: int) -> str:
    return f"Lembar {number} dari {count}"
