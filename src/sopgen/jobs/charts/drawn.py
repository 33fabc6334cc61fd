"""The flowchart of an activity in every format, alone or as it stands in the flow table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from sopgen.errors import PlanError
from sopgen.jobs.charts.request import ChartFormat
from sopgen.jobs.pages import refused_of
from sopgen.jobs.work import Work
from sopgen.model.sop import Activity
from sopgen.plan.chart import ChartPlan, activity_chart
from sopgen.plan.contract.flow_table import Drawing, FlowTable
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.render import bpmn, exchange, typst
from sopgen.render.chart import dot, svg


def charts(work: Work) -> Iterator[tuple[str, bytes]]:
    """Yield the stand-alone chart of every activity in the formats that a build makes."""
    for name, plan in work.pages.charts.items():
        names = [f"charts/{name}.{ending}" for ending in ("svg", "pdf", "png")]
        shown = plan, work.edition.unit.nama, work.day
        yield from work.made(names, shown, partial(_chart_files, work, names, plan))


def _chart_files(work: Work, names: Sequence[str], plan: ChartPlan) -> Iterator[tuple[str, bytes]]:
    picture = drawn_chart(work, plan)
    drawn = picture.svg, typst.picture_pdf(picture, day=work.day), typst.picture_png(picture)
    yield from zip(names, drawn, strict=True)


def chart_plan(work: Work, activity: Activity) -> ChartPlan:
    """Return one activity's stand-alone chart. Raises SpecError with what the planner refuses of it."""
    try:
        return activity_chart(work.edition.sop, activity)
    except PlanError as error:
        raise refused_of(work.edition, activity, error) from error


def chart_bytes(work: Work, activity: Activity, fmt: ChartFormat) -> bytes:
    """Return one activity's stand-alone chart in a format."""
    return CHARTS[fmt](work, chart_plan(work, activity))


def drawn_chart(work: Work, plan: ChartPlan) -> typst.SvgPage:
    """Return the chart as Graphviz draws it, at its own size."""
    drawn = chart_svg(work, plan, dot.OFFICIAL)
    return svg_page(work, plan, drawn, (plan.width, plan.height))


def chart_svg(work: Work, plan: ChartPlan, colours: dot.Colours) -> bytes:
    """Return the drawing of a chart in these colours, with its watermark."""
    drawn = svg.exact_svg(
        work.draw(dot.chart_dot(plan, colours)),
        plan.flow,
        width=plan.width,
        height=plan.height,
        title=plan.title,
        description=plan.description,
    )
    return svg.marked(drawn, plan.watermark) if plan.watermark else drawn


def svg_page(work: Work, plan: ChartPlan, drawn: bytes, size: tuple[float, float]) -> typst.SvgPage:
    """Return a drawing as a page of this size (mm)."""
    keywords = (plan.watermark.word,) if plan.watermark else ()
    return typst.SvgPage(drawn, *size, plan.title, plan.description, work.edition.unit.nama, keywords)


ENDINGS: Final[dict[str, str]] = {"mermaid": "mmd"}
CHARTS: Final[dict[ChartFormat, Callable[[Work, ChartPlan], bytes]]] = {
    "svg": lambda work, plan: drawn_chart(work, plan).svg,
    "pdf": lambda work, plan: typst.picture_pdf(drawn_chart(work, plan), day=work.day),
    "png": lambda work, plan: typst.picture_png(drawn_chart(work, plan)),
    "dot": lambda _, plan: dot.chart_dot(plan).encode(),
    "json": lambda _, plan: exchange.to_json(plan).encode(),
    "mermaid": lambda _, plan: exchange.to_mermaid(plan).encode(),
    "drawio": lambda _, plan: exchange.to_drawio(plan),
    "bpmn": lambda _, plan: bpmn.to_bpmn(plan),
}


def table_svg(work: Work, drawing: Drawing) -> typst.SvgPage:
    """Return a flow as it stands in the flow table."""
    flow, title, description = drawing.flow, drawing.title, drawing.description
    drawn = svg.exact_svg(
        work.draw(dot.table_dot(flow, title)),
        flow,
        width=flow.width,
        height=flow.height,
        title=title,
        description=description,
    )
    return typst.SvgPage(drawn, flow.width, flow.height, title, description, work.edition.unit.nama)


def lined(picture: typst.SvgPage, plan: FlowTable, flow: FlowPlan) -> typst.SvgPage:
    """Return the picture of a flow as Word shows it where it knows no shapes: with the rules between the lanes."""
    return replace(picture, svg=svg.with_lanes(picture.svg, flow, plan.look.garis))
