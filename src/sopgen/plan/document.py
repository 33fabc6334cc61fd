"""The official document page by page: what each part says, and where the flow table breaks (millimetres)."""

from functools import partial

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Activity, Layout, Sop
from sopgen.model.unit import Unit
from sopgen.plan.chart import describe
from sopgen.plan.columns import BOLD, Columns, columns, head_rows
from sopgen.plan.contract.document import DocumentPlan, TableRow
from sopgen.plan.each import of_each, tried
from sopgen.plan.fitting import fitted, wide_heads, wide_in_row
from sopgen.plan.flow.one_sheet import plan_flow
from sopgen.plan.front.pages import FlowOutline, front_pages
from sopgen.plan.letter.page import page_frame
from sopgen.plan.measure import line_height, softened, wrap
from sopgen.plan.steps import StepSheets, plan_steps

RowSheets = tuple[tuple[TableRow, ...], ...]
FlowPages = tuple[Columns, RowSheets, StepSheets]


def plan_document(sop: Sop, unit: Unit, look: SopLook, emblem: bytes | None = None) -> DocumentPlan:
    """Return the plan of the document. Raises PlanError where cover, activity or step is taller than a page."""
    # Page number and mark.
    upright = page_frame(sop.halaman.dokumen, look.kepala_halaman, lines=2)
    across = page_frame(sop.halaman.tabel, look.kepala_halaman, lines=2)
    tall = across.text_height - look.alur.sisa_halaman
    refused: list[Refusal] = []
    table = tried(lambda: flow_table(sop, look, tall), refused)
    front = front_pages(sop, unit, look, upright, _outline(*table[1:]) if table else None, refused)
    if front is None or table is None or refused:
        raise PlanError(*refused)
    widths, sheets, steps = table
    return DocumentPlan(
        sop=sop,
        unit=unit,
        look=look,
        upright=upright,
        across=across,
        cover_room=front.cover_room,
        identity_columns=front.identity_columns,
        identity_pages=front.identity_pages,
        decree=front.decree,
        annex=front.annex,
        opening=front.opening,
        initials=front.initials,
        front=front.front,
        columns=widths.widths,
        head_rows=head_rows(sop, look, widths),
        font_pt=widths.font_pt,
        sheets=sheets,
        steps=steps,
        day=sop.day,
        emblem=emblem,
    )


def _outline(sheets: RowSheets, steps: StepSheets) -> FlowOutline:
    """Return what front pages tell of the flow table: by activities or by steps, the others are none."""
    begun = [n for n, sheet in enumerate(sheets) for _ in sheet]
    begun += [n for n, sheet in enumerate(steps) for one in sheet if one.title]
    flows = [row.flow for sheet in sheets for row in sheet] + [one.flow for sheet in steps for one in sheet]
    return FlowOutline(len(sheets) + len(steps), begun, flows)


def flow_table(sop: Sop, look: SopLook, tall: float) -> FlowPages:
    """Return the columns of the flow table and its pages, by activities or by steps; the others are none.

    There are no pages where the flows stand as charts in the head.
    """
    if sop.charts_in_front:
        return activity_columns(sop, look), (), ()
    if sop.tata_letak is Layout.PER_STEP:
        widths, steps = plan_steps(sop, tall, look)
        return widths, (), steps
    widths = activity_columns(sop, look)
    if wide := tuple(wide_heads(sop, look, widths)):
        raise PlanError(*wide)
    room = tall - sum(head_rows(sop, look, widths))
    return widths, _sheets(of_each(sop, partial(_fitting_row, sop, widths, room)), room), ()


def activity_columns(sop: Sop, look: SopLook) -> Columns:
    """Return the columns of the table with a row an activity."""
    return columns(sop, look)


def _fitting_row(sop: Sop, table: Columns, room: float, activity: Activity) -> TableRow:
    """Return an activity's row; raise PlanError where it is taller than a page, or a word wider than its column."""
    if wide := tuple(wide_in_row(sop, activity, table)):
        raise PlanError(*wide)
    row = _row(sop, activity, table)
    if row.height > room:
        needed, has = f"{row.height:.0f}", f"{room:.0f}"
        what = say("the row of the activity needs {needed} mm, a page has {room} mm", needed=needed, room=has)
        fix = say("shorten its flow or its texts, split it, or use `tata_letak: per_langkah`")
        raise PlanError(Refusal("TL01", (), what, fix))
    return row


def _row(sop: Sop, activity: Activity, table: Columns) -> TableRow:
    quality = activity.mutu_baku
    flow = plan_flow(activity.alur, sop.pelaksana, lane_width=table.lane, words=sop.symbol_text)
    cells = (quality.kelengkapan, (quality.time,), quality.keluaran, activity.keterangan, *_further(sop, activity))
    heights = (_lines_height(items, table.of_cell(n), table) for n, items in enumerate(cells, 1))
    kelengkapan, _, keluaran, keterangan, *others = (
        _fitted(items, table.of_cell(n), table) for n, items in enumerate(cells, 1)
    )
    return TableRow(
        id=activity.id,
        nomor=activity.nomor,
        judul=softened(activity.judul, table.inner(1) / BOLD, table.font_pt),
        sections=tuple(fitted(one, table.inner(1) - table.dash, table.font_pt) for one in activity.sections),
        kelengkapan=kelengkapan,
        waktu=quality.time,
        keluaran=keluaran,
        keterangan=keterangan,
        height=max(flow.height, _activity_height(activity, table), *heights),
        description=describe(activity, flow),
        flow=flow,
        tambahan=tuple(others),
    )


def _further(sop: Sop, activity: Activity) -> list[tuple[str, ...]]:
    """Return the texts of the further columns in the row of an activity."""
    return [(activity.tambahan or {}).get(column.id, ()) for column in sop.kolom_tambahan]


def _fitted(items: tuple[str, ...], column: int, table: Columns) -> tuple[str, ...]:
    return tuple(softened(item, table.inner(column), table.font_pt) for item in items)


def _activity_height(activity: Activity, table: Columns) -> float:
    inner, size = table.inner(1), table.font_pt
    heads = [activity.judul, *(one.judul for one in activity.sections)]
    lines = sum(len(wrap(head, inner / BOLD, size)) for head in heads)
    items = [item for one in activity.sections for item in one.isi]
    lines += sum(len(wrap(item, inner - table.dash, size)) for item in items)
    return (lines + 1) * line_height(size) + 2 * table.cell


def _lines_height(items: tuple[str, ...], column: int, table: Columns) -> float:
    lines = sum(len(wrap(item, table.inner(column), table.font_pt)) for item in items)
    return (lines + 1) * line_height(table.font_pt) + 2 * table.cell


def _sheets(rows: list[TableRow], room: float) -> RowSheets:
    """Fill pages with whole rows: no row is torn."""
    sheets: list[list[TableRow]] = []
    used = room
    for row in rows:
        if used + row.height > room:
            sheets.append([])
            used = 0.0
        sheets[-1].append(row)
        used += row.height
    return tuple(map(tuple, sheets))
