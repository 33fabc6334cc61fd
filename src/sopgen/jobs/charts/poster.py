"""Posters: the chart of an activity in colours, over as many A3 sheets as words of 14 pt need."""

from collections.abc import Iterator, Sequence

from sopgen.errors import PlanError
from sopgen.jobs.charts.drawn import chart_bytes, chart_svg, svg_page
from sopgen.jobs.charts.request import ChartFormat
from sopgen.jobs.pages import refused_of
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.model.sop import Activity
from sopgen.plan.posters.sheets import TRIES, PosterSheet, plan_poster
from sopgen.render import typst
from sopgen.render.chart import dot, svg

# The formats that have sheets; any other is the chart's.
DRAWN = ("svg", "pdf", "png")


def posters(work: Work, activity: Activity, fmt: ChartFormat) -> Iterator[bytes]:
    """Yield the sheets of an activity's poster; a format that has no sheets is the chart's.

    Raises SpecError with what the planner refuses of it.
    """
    if fmt in DRAWN:
        yield from drawn(work, sheets_of(work, activity), fmt)
    else:
        yield chart_bytes(work, activity, fmt)


def sheets_of(work: Work, activity: Activity) -> tuple[PosterSheet, ...]:
    """Return the sheets of an activity's poster; raises SpecError with what the planner refuses of it."""
    try:
        return plan_poster(work.edition.sop, activity)
    except PlanError as error:
        raise refused_of(work.edition, activity, error) from error


def drawn(work: Work, sheets: Sequence[PosterSheet], fmt: ChartFormat) -> Iterator[bytes]:
    """Yield sheets as files of a format."""
    for sheet in sheets:
        page = _page(work, sheet)
        if fmt == "svg":
            yield page.svg
        else:
            yield typst.picture_pdf(page, day=work.day) if fmt == "pdf" else typst.picture_png(page)


def notes_of(activity: Activity, sheets: Sequence[PosterSheet]) -> Iterator[str]:
    """Yield what whoever prints a poster must know: that its words are smaller or its sheets larger than usual."""
    paper, size_pt = TRIES[0]
    first = sheets[0]
    words_pt = round(first.words_pt, 1)
    if first.paper != paper or words_pt < size_pt:
        yield say(
            "note: poster {id}: {count} roles leave no room for words of {wanted} pt on {usual}: words of {size} pt "
            "on {paper}",
            id=activity.id,
            count=len(first.chart.flow.lanes),
            wanted=f"{size_pt:g}",
            usual=paper,
            size=f"{words_pt:g}",
            paper=first.paper,
        )


def _page(work: Work, sheet: PosterSheet) -> typst.SvgPage:
    paper = sheet.width, sheet.height
    made = svg.on_paper(chart_svg(work, sheet.chart, dot.POSTER), paper, sheet.scale)
    return svg_page(work, sheet.chart, made, paper)
