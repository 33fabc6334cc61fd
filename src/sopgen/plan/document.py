"""The official document page by page: what each part says, and where the flow table breaks (millimetres)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from sopgen.errors import FlowError
from sopgen.model.base import Model
from sopgen.model.page import Page
from sopgen.model.sop import Activity, Section, Sop
from sopgen.model.unit import Unit
from sopgen.plan.chart import describe
from sopgen.plan.geometry import FlowPlan
from sopgen.plan.measure import line_height, wrap

TABLE_PT: Final = 9.0
CELL: Final = 1.5
DASH: Final = 4.0
HEAD_ROWS: Final = (6.5, 9.0)
LANE_WIDTH: Final = 22.0
NUMBER, REQUIREMENTS, TIME, OUTPUT, REMARK = 9.0, 34.0, 15.0, 20.0, 14.0
LEAST_TEXT: Final = 45.0
AFTER_TABLE: Final = 3.0


@dataclass(frozen=True)
class Sheet:
    """One kind of page: size and margins in millimetres."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True)
class Row:
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
class DocumentPlan:
    """The whole document; `columns` are the widths of the flow table, `sheets` its rows page by page."""

    sop: Sop
    unit: Unit
    upright: Sheet
    across: Sheet
    columns: tuple[float, ...]
    sheets: tuple[tuple[Row, ...], ...]
    day: date
    emblem: bytes | None = None


def lane_width(sop: Sop) -> float:
    """Return the width of a lane: 22 mm, less where the activity's text would have under 45 mm."""
    rest = sop.halaman.tabel.text_width - NUMBER - REQUIREMENTS - TIME - OUTPUT - REMARK - LEAST_TEXT
    return min(LANE_WIDTH, rest / len(sop.pelaksana))


def columns(sop: Sop) -> tuple[float, ...]:
    """Return the widths of the flow table's columns; the activity's text takes what the others leave."""
    lanes = (lane_width(sop),) * len(sop.pelaksana)
    fixed = NUMBER + sum(lanes) + REQUIREMENTS + TIME + OUTPUT + REMARK
    return (NUMBER, sop.halaman.tabel.text_width - fixed, *lanes, REQUIREMENTS, TIME, OUTPUT, REMARK)


def plan_document(sop: Sop, unit: Unit, flows: Mapping[str, FlowPlan], emblem: bytes | None = None) -> DocumentPlan:
    """Return the plan of the document. Raises FlowError where an activity is taller than a page."""
    widths = columns(sop)
    identity = sop.identitas
    return DocumentPlan(
        sop=sop,
        unit=unit,
        upright=_sheet(sop.halaman.dokumen),
        across=_sheet(sop.halaman.tabel),
        columns=widths,
        sheets=_sheets(sop, [_row(activity, flows[activity.id], widths) for activity in sop.kegiatan]),
        day=identity.tanggal_efektif.nilai or identity.tanggal_pembuatan.nilai or date(2000, 1, 1),
        emblem=emblem,
    )


def _sheet(page: Page) -> Sheet:
    margin = page.margin
    return Sheet(*page.size, margin.atas, margin.kanan, margin.bawah, margin.kiri)


def _row(activity: Activity, flow: FlowPlan, widths: tuple[float, ...]) -> Row:
    quality = activity.mutu_baku
    height = max(
        flow.height,
        _activity_height(activity, widths[1]),
        _lines_height(quality.kelengkapan, widths[-4]),
        _lines_height(quality.keluaran, widths[-2]),
        _lines_height(activity.keterangan, widths[-1]),
    )
    return Row(
        id=activity.id,
        nomor=activity.nomor,
        judul=activity.judul,
        maksud=activity.maksud,
        tujuan=activity.tujuan,
        kelengkapan=quality.kelengkapan,
        waktu=quality.waktu.printed if quality.waktu else "",
        keluaran=quality.keluaran,
        keterangan=activity.keterangan,
        height=height,
        description=describe(activity, flow),
        flow=flow,
    )


def _activity_height(activity: Activity, width: float) -> float:
    # Bold text is wider than its measure in the regular face by less than a tenth.
    heads = [activity.judul, activity.maksud.judul, activity.tujuan.judul]
    lines = sum(len(wrap(head, (width - 2 * CELL) / 1.1, TABLE_PT)) for head in heads)
    items = [*activity.maksud.isi, *activity.tujuan.isi]
    lines += sum(len(wrap(item, width - 2 * CELL - DASH, TABLE_PT)) for item in items)
    return (lines + 1) * line_height(TABLE_PT) + 2 * CELL


def _lines_height(items: tuple[str, ...], width: float) -> float:
    lines = sum(len(wrap(item, width - 2 * CELL, TABLE_PT)) for item in items)
    return (lines + 1) * line_height(TABLE_PT) + 2 * CELL


def _sheets(sop: Sop, rows: list[Row]) -> tuple[tuple[Row, ...], ...]:
    """Fill pages with whole rows: no row is torn."""
    sheet = _sheet(sop.halaman.tabel)
    room = sheet.height - sheet.top - sheet.bottom - sum(HEAD_ROWS) - AFTER_TABLE
    sheets: list[list[Row]] = []
    used = room
    for row in rows:
        if row.height > room:
            raise FlowError(
                f'activity "{row.id}" needs {row.height:.0f} mm, a page has {room:.0f} mm. '
                "fix: shorten its flow or its text, or split the activity"
            )
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
        "judul": sop.judul,
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
        "ukuran_huruf": TABLE_PT,
        "lembar": [[_row_data(row) for row in sheet] for sheet in plan.sheets],
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


def _row_data(row: Row) -> dict[str, object]:
    return {
        "id": row.id,
        "nomor": row.nomor,
        "judul": row.judul,
        "bagian": [_plain(row.maksud), _plain(row.tujuan)],
        "kelengkapan": list(row.kelengkapan),
        "waktu": row.waktu,
        "keluaran": list(row.keluaran),
        "keterangan": list(row.keterangan),
        "tinggi": row.height,
        "uraian_bagan": row.description,
        "lebar_bagan": row.flow.width,
        "tinggi_bagan": row.flow.height,
        "batas": [lane.left for lane in row.flow.lanes[1:]],
    }
