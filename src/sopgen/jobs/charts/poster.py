"""Posters: the chart of an activity in colours, over as many A3 sheets as words of 14 pt need."""

from collections.abc import Iterator

from sopgen.errors import PlanError
from sopgen.jobs.charts.drawn import chart_bytes, chart_svg, svg_page
from sopgen.jobs.charts.request import ChartFormat
from sopgen.jobs.pages import refused_of
from sopgen.jobs.work import Work
from sopgen.model.sop import Activity
from sopgen.plan.posters.sheets import PosterSheet, plan_poster
from sopgen.render import typst
from sopgen.render.chart import dot, svg


def posters(work: Work, activity: Activity, fmt: ChartFormat) -> Iterator[bytes]:
    """Yield the sheets of an activity's poster; a format that has no sheets is the chart's.

    Raises SpecError with what the planner refuses of it.
    """
    if fmt not in ("svg", "pdf", "png"):
        yield chart_bytes(work, activity, fmt)
        return
    try:
        sheets = plan_poster(work.edition.sop, activity)
    except PlanError as error:
        raise refused_of(work.edition, activity, error) from error
    for sheet in sheets:
        page = _drawn(work, sheet)
        if fmt == "svg":
            yield page.svg
        else:
            yield typst.picture_pdf(page, day=work.day) if fmt == "pdf" else typst.picture_png(page)


def _drawn(work: Work, sheet: PosterSheet) -> typst.SvgPage:
    paper = sheet.width, sheet.height
    drawn = svg.on_paper(chart_svg(work, sheet.chart, dot.POSTER), paper, sheet.scale)
    return svg_page(work, sheet.chart, drawn, paper)
