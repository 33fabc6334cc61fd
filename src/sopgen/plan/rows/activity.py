"""The rows of an activity: one where a page holds it, else one a page, with connectors between them (millimetres)."""

from itertools import zip_longest

from sopgen.errors import PlanError
from sopgen.model.flow import Step, arrows, symbol_rows
from sopgen.model.sop import Activity, Sop
from sopgen.plan.chart import describe_steps
from sopgen.plan.columns import Columns, usual_lane
from sopgen.plan.contract.flow_table import TableRow
from sopgen.plan.fitting import wide_in_row
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.flow.one_sheet import plan_flow, refuse_loops
from sopgen.plan.flow.over_pages import PageHeights, plan_pages
from sopgen.plan.flow.symbols.placing import bands, place
from sopgen.plan.rows.texts import Cells, cells_of, height, over_pages, sections, title

# A drawing and the places of the steps in it.
Drawn = tuple[FlowPlan, tuple[int, ...]]


def activity_rows(sop: Sop, table: Columns, room: float, activity: Activity) -> list[TableRow]:
    """Return the rows of an activity, none higher than `room`.

    Raises PlanError where a word is wider than its column, or a paragraph or a step higher than a page.
    """
    if wide := tuple(wide_in_row(sop, activity, table)):
        raise PlanError(*wide)
    texts = over_pages(cells_of(sop, activity, table), table, room)
    flows = _flows(sop, table, room, activity)
    rows = []
    for n, (part, drawn) in enumerate(zip_longest(texts, flows)):
        rows.append(_row(activity, n, part or ((),) * len(texts[0]), drawn or _none(sop, table), table))
    return rows


def _flows(sop: Sop, table: Columns, room: float, activity: Activity) -> list[Drawn]:
    """Return the flow as one drawing where a page holds it, else page by page."""
    steps, words = activity.alur, sop.symbol_text
    widths = {"lane_width": table.lane, "usual": usual_lane(sop, table)}
    whole = None if _is_too_tall(sop, table, room, steps) else _whole(sop, table, steps)
    if whole and whole.height <= room:
        return [(whole, tuple(range(len(steps))))]
    pages = plan_pages(steps, sop.pelaksana, (), PageHeights(room, room), words=words, **widths)
    rows = symbol_rows(steps)
    shown = (rows[page.rows[0] : page.rows[1] + 1] for page in pages)
    return [(page.flow, tuple(n for row in own for n in row.steps)) for page, own in zip(pages, shown, strict=True)]


def _is_too_tall(sop: Sop, table: Columns, room: float, steps: tuple[Step, ...]) -> bool:
    """Tell whether a flow's symbols alone are higher than a page: then its lines need not be tried on one.

    Raises PlanError as `plan_flow` does before it draws lines.
    """
    refuse_loops(arrows(steps), steps)
    lanes, extra = bands(sop.pelaksana, table.lane), (0.0,) * len(steps)
    rows, _ = place(steps, lanes, sop.symbol_text, extra, usual=usual_lane(sop, table))
    return bool(rows) and rows[-1][1] > room


def _whole(sop: Sop, table: Columns, steps: tuple[Step, ...]) -> FlowPlan | None:
    """Return the flow as one drawing; None where its lines or words find no room on one."""
    widths = {"lane_width": table.lane, "usual": usual_lane(sop, table)}
    try:
        return plan_flow(steps, sop.pelaksana, words=sop.symbol_text, **widths)
    except PlanError as error:
        # What no page changes: words that no symbol holds, a step that goes to itself.
        if not {one.code for one in error.refusals} <= {"TL02", "TL03"}:
            raise
    return None


def _none(sop: Sop, table: Columns) -> Drawn:
    """Return the empty drawing of a page on which only texts go on."""
    lanes = bands(sop.pelaksana, table.lane)
    return FlowPlan(lanes[-1].right, 1.0, lanes, ((0.0, 1.0),), (), ()), ()


def _row(activity: Activity, number: int, part: Cells, drawn: Drawn, table: Columns) -> TableRow:
    flow, steps = drawn
    _, kelengkapan, waktu, keluaran, keterangan, *others = (tuple(one.text for one in column) for column in part)
    return TableRow(
        # No activity's id holds a full stop.
        id=f"{activity.id}.{number + 1}" if number else activity.id,
        nomor="" if number else activity.nomor,
        judul=title(part[0]),
        sections=sections(part[0]),
        kelengkapan=kelengkapan,
        waktu="".join(waktu),
        keluaran=keluaran,
        keterangan=keterangan,
        height=max(flow.height, height(part, table)),
        description=describe_steps(activity, flow, steps),
        flow=flow,
        tambahan=tuple(others),
    )
