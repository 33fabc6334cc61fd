"""The official document page by page: what each part says, and where the flow table breaks (millimetres)."""

from dataclasses import asdict, dataclass
from datetime import date
from functools import partial
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.base import Model
from sopgen.model.page import PageSetup
from sopgen.model.sop import Activity, Layout, Section, Sop
from sopgen.model.unit import Unit
from sopgen.plan.chart import describe
from sopgen.plan.columns import CELL, STEPS, Columns, columns
from sopgen.plan.each import of_each
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.flow.one_sheet import plan_flow
from sopgen.plan.measure import line_height, wrap
from sopgen.plan.steps import StepPart, StepRow, StepSheets, plan_steps
from sopgen.plan.watermark import Watermark, plan_watermark

DASH: Final = 4.0
HEAD_ROWS: Final = (6.5, 9.0)
AFTER_TABLE: Final = 3.0


@dataclass(frozen=True)
class TableSheet:
    """One kind of page: size and margins in millimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True)
class TableRow:
    """One row of the flow table: an activity with its exact height."""

    id: str
    nomor: str
    judul: str
    maksud: Section
    tujuan: Section
    kelengkapan: tuple[str, ...]
    waktu: str
    keluaran: tuple[str, ...]
    keterangan: tuple[str, ...]
    height: float
    description: str
    flow: FlowPlan


@dataclass(frozen=True)
class Drawing:
    """A flow as it stands in the flow table, with a title and words for those who can not see it."""

    flow: FlowPlan
    title: str
    description: str


@dataclass(frozen=True)
class DocumentPlan:
    """The whole document; `columns` are the widths of the flow table.

    Its rows stand page by page in `sheets` (a row an activity) or in `steps` (a row a step); the other is empty.
    """

    sop: Sop
    unit: Unit
    upright: TableSheet
    across: TableSheet
    columns: tuple[float, ...]
    font_pt: float
    sheets: tuple[tuple[TableRow, ...], ...]
    steps: StepSheets
    day: date
    emblem: bytes | None = None

    @property
    def watermark(self) -> Watermark | None:
        """The word across every page."""
        return plan_watermark(self.sop.watermark, self.upright.width, self.upright.height, self.across.height)

    @property
    def drawings(self) -> dict[str, Drawing]:
        """Every drawing of the flow table by its key."""
        rows = {row.id: Drawing(row.flow, row.judul, row.description) for sheet in self.sheets for row in sheet}
        parts = [part for sheet in self.steps for part in sheet]
        return rows | {part.key: Drawing(part.flow, part.key, part.description) for part in parts}


def plan_document(sop: Sop, unit: Unit, emblem: bytes | None = None) -> DocumentPlan:
    """Return the plan of the document. Raises PlanError where an activity or a step is taller than a page."""
    across = _sheet(sop.halaman.tabel)
    room = across.height - across.top - across.bottom - sum(HEAD_ROWS) - AFTER_TABLE
    by_step = sop.tata_letak is Layout.PER_STEP
    widths, steps = plan_steps(sop, room) if by_step else (activity_columns(sop), ())
    return DocumentPlan(
        sop=sop,
        unit=unit,
        upright=_sheet(sop.halaman.dokumen),
        across=across,
        columns=widths.widths,
        font_pt=widths.font_pt,
        sheets=() if by_step else _sheets(of_each(sop, partial(_fitting_row, sop, widths, room)), room),
        steps=steps,
        day=sop.day,
        emblem=emblem,
    )


def activity_columns(sop: Sop) -> Columns:
    """Return the columns of the table with a row an activity."""
    return columns(sop.halaman.tabel, len(sop.pelaksana), STEPS[0])


def _sheet(page: PageSetup) -> TableSheet:
    margin = page.margin
    return TableSheet(*page.size, margin.atas, margin.kanan, margin.bawah, margin.kiri)


def _fitting_row(sop: Sop, table: Columns, room: float, activity: Activity) -> TableRow:
    """Return an activity's row; raise PlanError where it is taller than a page."""
    row = _row(sop, activity, table)
    if row.height > room:
        needed, has = f"{row.height:.0f}", f"{room:.0f}"
        what = say("the row of the activity needs {needed} mm, a page has {room} mm", needed=needed, room=has)
        fix = say("shorten its flow or its texts, split it, or use `tata_letak: per_langkah`")
        raise PlanError(Refusal("TL01", (), what, fix))
    return row


def _row(sop: Sop, activity: Activity, table: Columns) -> TableRow:
    quality, widths, size = activity.mutu_baku, table.widths, table.font_pt
    flow = plan_flow(activity.alur, sop.pelaksana, lane_width=table.lane, words=sop.isi_simbol)
    height = max(
        flow.height,
        _activity_height(activity, widths[1], size),
        _lines_height(quality.kelengkapan, widths[-4], size),
        _lines_height(quality.keluaran, widths[-2], size),
        _lines_height(activity.keterangan, widths[-1], size),
    )
    return TableRow(
        id=activity.id,
        nomor=activity.nomor,
        judul=activity.judul,
        maksud=activity.maksud,
        tujuan=activity.tujuan,
        kelengkapan=quality.kelengkapan,
        waktu=quality.time,
        keluaran=quality.keluaran,
        keterangan=activity.keterangan,
        height=height,
        description=describe(activity, flow),
        flow=flow,
    )


def _activity_height(activity: Activity, width: float, size: float) -> float:
    # Bold text is wider than its measure in the regular face by less than a tenth.
    heads = [activity.judul, activity.maksud.judul, activity.tujuan.judul]
    lines = sum(len(wrap(head, (width - 2 * CELL) / 1.1, size)) for head in heads)
    items = [*activity.maksud.isi, *activity.tujuan.isi]
    lines += sum(len(wrap(item, width - 2 * CELL - DASH, size)) for item in items)
    return (lines + 1) * line_height(size) + 2 * CELL


def _lines_height(items: tuple[str, ...], width: float, size: float) -> float:
    lines = sum(len(wrap(item, width - 2 * CELL, size)) for item in items)
    return (lines + 1) * line_height(size) + 2 * CELL


def _sheets(rows: list[TableRow], room: float) -> tuple[tuple[TableRow, ...], ...]:
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


def as_data(plan: DocumentPlan) -> dict[str, object]:
    """Return the plan as the templates take it: texts, lists and millimetres."""
    sop = plan.sop
    return {
        "judul": sop.marked(sop.judul),
        "pokok": sop.identitas.nomor_sop.nilai,
        "satuan": plan.unit.nama,
        "lambang": list(plan.emblem) if plan.emblem else None,
        "tegak": asdict(plan.upright),
        "mendatar": asdict(plan.across),
        "sampul": _plain(sop.sampul),
        "kop": list(plan.unit.kop),
        "identitas": _plain(sop.identitas),
        "baris_identitas": identity_rows(sop),
        "pasangan": [[_plain(left), _plain(right)] for left, right in pairs(sop)],
        "kepala": _plain(sop.kepala_tabel),
        "pelaksana": [lane.label for lane in sop.pelaksana],
        "kolom": list(plan.columns),
        "tinggi_kepala": list(HEAD_ROWS),
        "tanda": sop.mark,
        "ukuran_huruf": plan.font_pt,
        "lembar": [[_row_data(row) for row in sheet] for sheet in plan.sheets],
        "lembar_langkah": [[_part_data(part) for part in sheet] for sheet in plan.steps],
    }


def identity_rows(sop: Sop) -> list[list[str]]:
    """Return label and value of the identity rows above the approval cell."""
    identity = sop.identitas
    dates = (identity.tanggal_pembuatan, identity.tanggal_revisi, identity.tanggal_efektif)
    return [
        [identity.nomor_sop.judul, identity.nomor_sop.nilai],
        *([one.judul, one.printed] for one in dates),
        [identity.disahkan_oleh.judul, identity.disahkan_oleh.nilai],
    ]


def pairs(sop: Sop) -> list[tuple[Section, Section]]:
    """Return the six lists side by side, as the official form has them (Permenpan RB 35/2012, annex)."""
    return [
        (sop.dasar_hukum, sop.kualifikasi_pelaksana),
        (sop.keterkaitan, sop.peralatan),
        (sop.peringatan, sop.pencatatan),
    ]


def _plain(model: Model) -> dict[str, object]:
    return model.model_dump(mode="json")


def _row_data(row: TableRow) -> dict[str, object]:
    return {
        "id": row.id,
        "nomor": row.nomor,
        "judul": row.judul,
        "bagian": [_plain(row.maksud), _plain(row.tujuan)],
        **_cells_data(row),
        **_drawing_data(row),
    }


def _part_data(part: StepPart) -> dict[str, object]:
    title = part.title
    return {
        "kunci": part.key,
        "judul": title
        and {
            "judul": title.judul,
            "bagian": [_plain(one) for one in title.sections],
            "tinggi": title.height,
        },
        "baris": [_step_data(row) for row in part.rows],
        **_drawing_data(part),
    }


def _step_data(row: StepRow) -> dict[str, object]:
    return {
        "nomor": row.nomor,
        "uraian": row.uraian,
        **_cells_data(row),
    }


def _cells_data(row: TableRow | StepRow) -> dict[str, object]:
    return {
        "kelengkapan": list(row.kelengkapan),
        "waktu": row.waktu,
        "keluaran": list(row.keluaran),
        "keterangan": list(row.keterangan),
        "tinggi": row.height,
    }


def _drawing_data(drawn: TableRow | StepPart) -> dict[str, object]:
    return {
        "uraian_bagan": drawn.description,
        "lebar_bagan": drawn.flow.width,
        "tinggi_bagan": drawn.flow.height,
        "batas": [lane.left for lane in drawn.flow.lanes[1:]],
    }
