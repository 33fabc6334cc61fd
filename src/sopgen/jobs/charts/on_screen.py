"""The flow of an activity as the flow table prints it, planned fast enough to be shown while it is typed."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sopgen.model.flow import Step
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Activity, Layout, Sop
from sopgen.plan.chart import activity_flow
from sopgen.plan.columns import Columns, head_rows
from sopgen.plan.document import flow_table
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.letter.page import page_frame
from sopgen.plan.rows.activity import activity_rows
from sopgen.plan.steps import activity_parts
from sopgen.read.look import load_look, look_path
from sopgen.workspace import template_folder


@dataclass(frozen=True)
class TableRoom:
    """The look of the flow table, and the height (mm) that it has on a page."""

    look: SopLook
    tall: float


@dataclass(frozen=True)
class PrintedFlow:
    """A flow page by page, in the columns of its table; one that stands alone has none."""

    pages: tuple[FlowPlan, ...]
    columns: Columns | None = None


@lru_cache(maxsize=4)
def _look(folder: Path, _: int) -> SopLook:
    """Return the look of a template folder, read once as long as its file has the same time."""
    return load_look(folder, SopLook)


def table_room(sop: Sop, templates: Path) -> TableRoom:
    """Return the room of an SOP's flow table by the looks of a folder; raise SpecError with their faults."""
    folder = template_folder(templates.absolute(), "sop")
    look = _look(folder, look_path(folder).stat().st_mtime_ns)
    page = page_frame(sop.halaman.tabel, look.kepala_halaman, lines=2)
    return TableRoom(look, page.text_height - look.alur.sisa_halaman)


def printed_flow(sop: Sop, place: int, room: TableRoom) -> PrintedFlow:
    """Return the flow of an activity in the columns that all activities get together. Raises PlanError."""
    activity = sop.kegiatan[place]
    if not sop.has_flow_table:
        return PrintedFlow((activity_flow(sop, activity),))
    columns, sheets, steps = flow_table(sop, room.look, room.tall)
    rows = [row.flow for sheet in sheets for row in sheet if row.id.split(".")[0] == activity.id]
    parts = [part for sheet in steps for part in sheet if part.rows and part.key.rpartition("-")[0] == activity.id]
    return PrintedFlow(tuple(rows or [part.flow for part in parts]), columns)


def flow_in(sop: Sop, place: int, room: TableRoom, columns: Columns) -> PrintedFlow:
    """Return the flow of an activity in columns that are known: the others are not planned. Raises PlanError."""
    activity = sop.kegiatan[place]
    tall = room.tall - sum(head_rows(sop, room.look, columns))
    if sop.tata_letak is Layout.PER_STEP:
        parts = activity_parts(sop, columns, tall, activity)
        return PrintedFlow(tuple(part.flow for part in parts if part.rows), columns)
    return PrintedFlow(tuple(row.flow for row in activity_rows(sop, columns, tall, activity)), columns)


def flow_alone(sop: Sop, place: int) -> PrintedFlow:
    """Return the flow of an activity as it stands alone, as wide as it needs. Raises PlanError."""
    return PrintedFlow((activity_flow(sop, sop.kegiatan[place]),))


def is_drawable(sop: Sop, activity: Activity) -> bool:
    """Tell whether every reference of a flow holds: only such a flow can be planned at all."""
    return not {*_named(activity.alur)} - {step.id for step in activity.alur} and _roles_known(sop, activity.alur)


def _named(steps: tuple[Step, ...]) -> list[str]:
    return [to for step in steps for to in (*step.onward, *(step.cabang or {}).values())]


def _roles_known(sop: Sop, steps: tuple[Step, ...]) -> bool:
    known = {lane.id for lane in sop.pelaksana}
    ids = [step.id for step in steps]
    return bool(steps) and len(ids) == len({*ids}) and all({*step.lanes} <= known for step in steps)
