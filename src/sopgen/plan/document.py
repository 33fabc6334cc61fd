"""The official document page by page: what each part says, and where the flow table breaks (millimetres)."""

from sopgen.errors import PlanError, Refusal
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Layout, Sop
from sopgen.model.unit import Unit
from sopgen.plan.columns import Columns, columns, head_rows
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.each import tried
from sopgen.plan.front.pages import FlowOutline, front_pages
from sopgen.plan.letter.page import page_frame
from sopgen.plan.rows.table import RowSheets, plan_activities
from sopgen.plan.steps import StepSheets, plan_steps
from sopgen.read.emblem import NO_EMBLEMS, Emblems

FlowPages = tuple[Columns, RowSheets, StepSheets]


def plan_document(sop: Sop, unit: Unit, look: SopLook, emblems: Emblems = NO_EMBLEMS) -> DocumentPlan:
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
        emblem=emblems.own,
        right_emblem=emblems.right,
    )


def _outline(sheets: RowSheets, steps: StepSheets) -> FlowOutline:
    """Return what front pages tell of the flow table: by activities or by steps, the others are none."""
    begun = [n for n, sheet in enumerate(sheets) for row in sheet if row.judul]
    begun += [n for n, sheet in enumerate(steps) for one in sheet if one.title]
    flows = [row.flow for sheet in sheets for row in sheet] + [
        one.flow for sheet in steps for one in sheet if one.rows
    ]
    return FlowOutline(len(sheets) + len(steps), begun, flows)


def flow_table(sop: Sop, look: SopLook, tall: float) -> FlowPages:
    """Return the columns of the flow table and its pages, by activities or by steps; the others are none.

    There are no pages where the steps or their charts stand in the head.
    """
    if not sop.has_flow_table:
        return columns(sop, look), (), ()
    if sop.tata_letak is Layout.PER_STEP:
        widths, steps = plan_steps(sop, tall, look)
        return widths, (), steps
    widths, sheets = plan_activities(sop, tall, look)
    return widths, sheets, ()
