"""The stand-alone swimlane chart of an activity: head, lane titles and the flow below them, in millimetres."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from sopgen.model.flow import numbers
from sopgen.model.sop import Activity, Layout, Sop, SymbolText
from sopgen.plan.each import of_each
from sopgen.plan.flow.geometry import FlowPlan, Point, Route, Shape
from sopgen.plan.flow.one_sheet import plan_roomy_flow
from sopgen.plan.measure import line_height, text_width, unbroken, wrap
from sopgen.plan.watermark import Watermark, plan_watermark

FRAME: Final = 5.0
TITLE_PT: Final = 9.0
LANE_PT: Final = 8.0
PADDING: Final = 2.0


@dataclass(frozen=True)
class TextBlock:
    """Lines of text, centred on a place."""

    lines: tuple[str, ...]
    centre: Point
    size_pt: float
    bold: bool = False


@dataclass(frozen=True)
class ChartPlan:
    """A whole chart: its size, its head, the lane rules' top and bottom, and the flow at its final place."""

    width: float
    height: float
    title: str
    description: str
    head: TextBlock
    lane_titles: tuple[TextBlock, ...]
    frame: tuple[float, float, float, float]
    head_bottom: float
    titles_bottom: float
    flow: FlowPlan
    watermark: Watermark | None


def plan_charts(sop: Sop) -> dict[str, ChartPlan]:
    """Return the stand-alone chart of every activity by its id. Raises PlanError with what all of them refuse."""
    plans = of_each(sop, partial(activity_chart, sop))
    return {activity.id: plan for activity, plan in zip(sop.kegiatan, plans, strict=True)}


def activity_chart(sop: Sop, activity: Activity) -> ChartPlan:
    """Return the stand-alone chart of an activity; its lanes are as wide as its lines need.

    Where the table has a row a step, the words stand in its rows; alone, the chart must carry them itself.
    """
    return plan_chart(sop, activity, activity_flow(sop, activity))


def activity_flow(sop: Sop, activity: Activity) -> FlowPlan:
    """Return the flow of an activity as it stands alone."""
    return plan_roomy_flow(activity.alur, sop.pelaksana, words=chart_words(sop))


def chart_words(sop: Sop) -> SymbolText:
    """Return what the symbols of a chart that stands alone show."""
    told = sop.tata_letak is Layout.PER_ACTIVITY and sop.symbol_text is not SymbolText.EMPTY
    return sop.symbol_text if told else SymbolText.WORDS


def plan_chart(
    sop: Sop, activity: Activity, flow: FlowPlan, *, title_pt: float = TITLE_PT, note: str = ""
) -> ChartPlan:
    """Return the chart of one activity around its flow; a narrow flow stands in the middle under a wide head.

    A `note` stands below the title.
    """
    heads = [f"{sop.identitas.nomor_sop.nilai} — {sop.judul}", activity.judul, *filter(None, [note, sop.mark])]
    inner = max(
        flow.width, 60.0, *(text_width(word, title_pt) + 2 * PADDING for head in heads for word in unbroken(head))
    )
    lines = tuple(line for head in heads for line in wrap(head, (inner - 2 * PADDING) / 1.08, title_pt))
    head_height = len(lines) * line_height(title_pt) + 2 * PADDING
    titles = [wrap(lane.title, lane.right - lane.left - 1.5, LANE_PT) for lane in flow.lanes]
    titles_height = max(map(len, titles)) * line_height(LANE_PT) + 2 * PADDING
    left = FRAME + (inner - flow.width) / 2
    top = FRAME + head_height + titles_height
    width, height = inner + 2 * FRAME, top + flow.height + FRAME
    return ChartPlan(
        width=width,
        height=height,
        title=sop.marked(f"{sop.judul}: {activity.judul}"),
        description=describe(activity, flow),
        head=TextBlock(lines, Point(FRAME + inner / 2, FRAME + head_height / 2), title_pt, bold=True),
        lane_titles=tuple(
            TextBlock(title, Point(left + (lane.left + lane.right) / 2, top - titles_height / 2), LANE_PT)
            for lane, title in zip(flow.lanes, titles, strict=True)
        ),
        frame=(FRAME, FRAME, FRAME + inner, top + flow.height),
        head_bottom=FRAME + head_height,
        titles_bottom=top,
        flow=moved(flow, left, top),
        watermark=plan_watermark(sop.watermark, width, height),
    )


def describe(activity: Activity, flow: FlowPlan) -> str:
    """Return the chart in words, for those who can not see it."""
    return describe_steps(activity, flow, range(len(activity.alur)))


def describe_steps(activity: Activity, flow: FlowPlan, places: Collection[int]) -> str:
    """Return the part of a chart that shows these steps, by their places, in words."""
    titles = {lane.id: lane.title for lane in flow.lanes}
    steps = (
        f"{number}. {'/'.join(titles[lane] for lane in step.lanes)}: {step.uraian or step.simbol.value}"
        for n, (number, step) in enumerate(zip(numbers(activity.alur), activity.alur, strict=True))
        if n in places
    )
    return f"Bagan alur kegiatan {activity.judul}: {'; '.join(steps) or 'tidak ada langkah di halaman ini'}."


def moved(flow: FlowPlan, right: float, down: float) -> FlowPlan:
    """Return the flow with every place moved; its width and height stay those of the flow itself."""

    def place(point: Point) -> Point:
        return Point(point.x + right, point.y + down)

    def shape(old: Shape) -> Shape:
        return replace(old, centre=place(old.centre))

    def route(old: Route) -> Route:
        label = replace(old.label, centre=place(old.label.centre)) if old.label else None
        return replace(old, points=tuple(map(place, old.points)), label=label)

    return replace(
        flow,
        lanes=tuple(replace(lane, left=lane.left + right, right=lane.right + right) for lane in flow.lanes),
        rows=tuple((top + down, bottom + down) for top, bottom in flow.rows),
        shapes=tuple(map(shape, flow.shapes)),
        routes=tuple(map(route, flow.routes)),
        joins=tuple((place(a), place(b)) for a, b in flow.joins),
    )
