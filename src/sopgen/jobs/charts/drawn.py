"""The flowchart of an activity in every format, alone or as it stands in the flow table."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from sopgen.errors import PlanError, WrongUsage, with_fix
from sopgen.jobs.charts.request import ChartFormat, ChartRequest, ChartStyle
from sopgen.jobs.pages import refused_of
from sopgen.jobs.work import Work, open_work
from sopgen.messages import say
from sopgen.model.sop import Activity
from sopgen.plan.chart import ChartPlan, activity_chart
from sopgen.plan.contract.document import Drawing
from sopgen.plan.contract.flow_table import FlowTable
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.render import bpmn, exchange, typst
from sopgen.render.chart import dot, svg


def asked_charts(asked: ChartRequest) -> dict[Path, bytes]:
    """Return the files of the charts that are asked for, <activity>.<format> where no file is named.

    Raises WrongUsage where one file is named for several charts, or an activity is not known.
    """
    work = open_work(asked.spec)
    wanted = work.needed_activities(asked.activity)
    if asked.out is not None and len(wanted) > 1:
        raise WrongUsage(with_fix(say("--out names one file for several charts"), say("give --activity too")))
    ending = ENDINGS.get(asked.fmt, asked.fmt)
    return {asked.out or Path(f"{one.id}.{ending}"): chart_bytes(work, one, asked.fmt, asked.style) for one in wanted}


def charts(work: Work) -> Iterator[tuple[str, bytes]]:
    """Yield the stand-alone chart of every activity in the formats that a build makes."""
    for name, plan in work.pages.charts.items():
        picture = drawn_chart(work, plan, "resmi")
        yield f"charts/{name}.svg", picture.svg
        yield f"charts/{name}.pdf", typst.picture_pdf(picture, day=work.day)
        yield f"charts/{name}.png", typst.picture_png(picture)


def chart_plan(work: Work, activity: Activity) -> ChartPlan:
    """Return one activity's stand-alone chart. Raises SpecError with what the planner refuses of it."""
    try:
        return activity_chart(work.edition.sop, activity)
    except PlanError as error:
        raise refused_of(work.edition, activity, error) from error


def chart_bytes(work: Work, activity: Activity, fmt: ChartFormat, style: ChartStyle = "resmi") -> bytes:
    """Return one activity's stand-alone chart in a format and a style."""
    return CHARTS[fmt](work, chart_plan(work, activity), style)


def drawn_chart(work: Work, plan: ChartPlan, style: ChartStyle) -> typst.SvgPage:
    """Return the chart as Graphviz draws it: at its own size, or as a poster on A3."""
    drawn = svg.exact_svg(
        work.draw(dot.chart_dot(plan, STYLES[style])),
        plan.flow,
        width=plan.width,
        height=plan.height,
        title=plan.title,
        description=plan.description,
    )
    if plan.watermark:
        drawn = svg.marked(drawn, plan.watermark)
    size = (plan.width, plan.height)
    if style == "poster":
        size = A3 if plan.width > plan.height else (A3[1], A3[0])
        drawn = svg.on_paper(drawn, plan, size)
    keywords = (plan.watermark.word,) if plan.watermark else ()
    return typst.SvgPage(drawn, *size, plan.title, plan.description, work.edition.unit.nama, keywords)


ENDINGS: Final[dict[str, str]] = {"mermaid": "mmd"}
STYLES: Final = {"resmi": dot.OFFICIAL, "poster": dot.POSTER}
A3: Final = (420.0, 297.0)
CHARTS: Final[dict[ChartFormat, Callable[[Work, ChartPlan, ChartStyle], bytes]]] = {
    "svg": lambda work, plan, style: drawn_chart(work, plan, style).svg,
    "pdf": lambda work, plan, style: typst.picture_pdf(drawn_chart(work, plan, style), day=work.day),
    "png": lambda work, plan, style: typst.picture_png(drawn_chart(work, plan, style)),
    "dot": lambda _, plan, style: dot.chart_dot(plan, STYLES[style]).encode(),
    "json": lambda _, plan, __: exchange.to_json(plan).encode(),
    "mermaid": lambda _, plan, __: exchange.to_mermaid(plan).encode(),
    "drawio": lambda _, plan, __: exchange.to_drawio(plan),
    "bpmn": lambda _, plan, __: bpmn.to_bpmn(plan),
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
