"""The official document page by page: what each part says, and where the flow table breaks (millimetres)."""

from collections.abc import Callable
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import HeadStyle, Layout, Sop
from sopgen.model.unit import Unit
from sopgen.plan.columns import Columns, columns, head_rows
from sopgen.plan.contract.boxes import FrontSheet, charts_of
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.each import tried
from sopgen.plan.fitting import wide_in_lists
from sopgen.plan.front.cover import cover_room
from sopgen.plan.front.identity import IdentityPages, identity_pages
from sopgen.plan.front.opening import opening_sheets
from sopgen.plan.front.sheets import front_sheets
from sopgen.plan.letter.page import page_frame
from sopgen.plan.rows.table import RowSheets, plan_activities
from sopgen.plan.steps import StepSheets, plan_steps

FlowPages = tuple[Columns, RowSheets, StepSheets]
# The text's width on A4 with the usual margins (mm), for which the columns of the identity table are made.
USUAL_WIDTH: Final = 170.0


def plan_document(sop: Sop, unit: Unit, look: SopLook, emblem: bytes | None = None) -> DocumentPlan:
    """Return the plan of the document. Raises PlanError where cover, activity or step is taller than a page."""
    # Page number and mark.
    upright = page_frame(sop.halaman.dokumen, look.kepala_halaman, lines=2)
    across = page_frame(sop.halaman.tabel, look.kepala_halaman, lines=2)
    tall = across.text_height - look.alur.sisa_halaman
    refused: list[Refusal] = []
    identity = _identity_columns(look, upright)
    room = tried(lambda: cover_room(sop.sampul, look.sampul, upright.text_width, upright.text_height), refused)
    pages = tried(lambda: _identity(sop, unit, look, identity, upright), refused)
    front = tried(lambda: _front(sop, unit, look, upright), refused)
    table = tried(lambda: flow_table(sop, look, tall), refused)
    if room is None or pages is None or front is None or table is None or refused:
        raise PlanError(*refused)
    widths, sheets, steps = table

    def later(pages: int) -> tuple[FrontSheet, ...]:
        return front(1 + bool(sop.sampul) + pages, bool(sop.sampul) + pages + len(sheets) + len(steps))

    head = (len(pages or later(0)), later(0))
    opening = tried(lambda: _opening(sop, look, upright, head, table), refused)
    if opening is None:
        raise PlanError(*refused)
    return DocumentPlan(
        sop=sop,
        unit=unit,
        look=look,
        upright=upright,
        across=across,
        cover_room=room,
        identity_columns=identity,
        identity_pages=pages,
        opening=opening,
        front=later(len(opening)),
        columns=widths.widths,
        head_rows=head_rows(sop, look, widths),
        font_pt=widths.font_pt,
        sheets=sheets,
        steps=steps,
        day=sop.day,
        emblem=emblem,
    )


def _identity(sop: Sop, unit: Unit, look: SopLook, columns: tuple[float, ...], page: PageFrame) -> IdentityPages:
    """Return the pages of the identity table; a head of another form has none."""
    if sop.bentuk_kepala is not HeadStyle.PERMENPAN:
        return ()
    if wide := tuple(wide_in_lists(sop, look, columns)):
        raise PlanError(*wide)
    return identity_pages(sop, unit, look, columns, page)


def _front(sop: Sop, unit: Unit, look: SopLook, page: PageFrame) -> Callable[[int, int], tuple[FrontSheet, ...]]:
    """Return what makes the pages of a head of another form: of the number of the first, and of the other pages."""
    return front_sheets(sop, unit, look, page) if sop.bentuk_kepala is not HeadStyle.PERMENPAN else lambda *_: ()


def _opening(
    sop: Sop, look: SopLook, page: PageFrame, head: tuple[int, tuple[FrontSheet, ...]], table: FlowPages
) -> tuple[FrontSheet, ...]:
    """Return contents and explanations; `head` are how many pages of the head follow, and those with charts."""
    _, sheets, steps = table
    pages, front = head
    flows = [row.flow for sheet in sheets for row in sheet] + [one.flow for sheet in steps for one in sheet]
    flows += [one.flow for one in charts_of(front)]

    def places(contents: int, opening: int) -> list[tuple[str, int]]:
        first = 1 + bool(sop.sampul)
        told = [("Penjelasan", first + contents)] if sop.penjelasan else []
        begun = first + opening
        activities = [n for n, sheet in enumerate(front, begun) for _ in charts_of([sheet])]
        activities += [n for n, sheet in enumerate(sheets, begun + pages) for _ in sheet]
        activities += [n for n, sheet in enumerate(steps, begun + pages) for one in sheet if one.title]
        named = [(one.judul, page) for one, page in zip(sop.kegiatan, activities, strict=False)]
        return [*told, ("Identitas SOP", begun), *named]

    return opening_sheets(sop, look, page, flows, places)


def flow_table(sop: Sop, look: SopLook, tall: float) -> FlowPages:
    """Return the columns of the flow table and its pages, by activities or by steps; the others are none.

    There are no pages where the flows stand as charts in the head.
    """
    if sop.charts_in_front:
        return columns(sop, look), (), ()
    if sop.tata_letak is Layout.PER_STEP:
        widths, steps = plan_steps(sop, tall, look)
        return widths, (), steps
    widths, sheets = plan_activities(sop, tall, look)
    return widths, sheets, ()


def _identity_columns(look: SopLook, page: PageFrame) -> tuple[float, ...]:
    """Return the widths of the identity table; on a narrow page all columns are narrower."""
    width, narrow = look.identitas.kolom, min(1.0, page.text_width / USUAL_WIDTH)
    fixed = (width.kop * narrow, width.label * narrow, width.titik_dua * narrow)
    return (*fixed, page.text_width - sum(fixed))
