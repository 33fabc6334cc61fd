"""The matrix of changes (matriks perubahan): its rows and its page, ready to print (millimetres)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sopgen.compare.changes import Change, changes, edition_day
from sopgen.compare.differences import ChangeKind
from sopgen.compare.likeness import Segment, differing
from sopgen.model.base import long_date
from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.matrix import MatrixLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.columns import BOLD
from sopgen.plan.contract.frame import PageFrame, frame
from sopgen.plan.contract.matrix import Cell, MatrixPlan, MatrixRow, Piece
from sopgen.plan.matrix.columns import shared
from sopgen.plan.matrix.reason import printed
from sopgen.plan.matrix.sheets import MatrixHeights, MatrixMeasure, measure, plan_sheets
from sopgen.plan.measure import text_width
from sopgen.plan.watermark import plan_watermark

HEADS: Final = ("No", "Bagian", "Semula", "Menjadi", "Alasan")
# Printers leave the edge of the paper free.
EDGE: Final = 3.0
NOTHING, GONE, NO_CHANGE = "-", "Dihapus", "Tidak ada perubahan."
LEGEND: Final = "Kata yang berubah digarisbawahi."


def plan_matrix(old: Sop, new: Sop, unit: Unit, look: MatrixLook) -> MatrixPlan:
    """Return the matrix of all changes from the old to the new edition, on the sheet of its flow table, across."""
    page = _page(new, look)
    by = measure(look, page.text_height)
    editions = (("Semula", _edition(old)), ("Menjadi", _edition(new)))
    rows = [_row(n, change) for n, change in enumerate(changes(old, new), 1)]
    columns = shared(rows, HEADS[1:], look, page.text_width, by)
    above = _above(unit.kop, new.judul, editions, page.text_width, look, by)
    room = MatrixHeights(page.text_height, above, look.jarak_catatan + by.line)
    return MatrixPlan(
        title=f"Matriks perubahan - {new.judul}",
        heading="MATRIKS PERUBAHAN",
        sop=new.judul,
        editions=editions,
        mark=new.mark,
        subject=new.identitas.nomor_sop.nilai,
        author=unit.nama,
        day=new.day,
        look=look,
        page=page,
        kop=unit.kop,
        kop_width=round(max(text_width(line, by.size_pt) for line in unit.kop), 2) + look.kop.tambahan_lebar,
        heads=HEADS,
        columns=columns,
        sheets=plan_sheets(rows, columns[1:], room, by),
        note=_note(rows),
        watermark=plan_watermark(new.watermark, page.width, page.height),
    )


def _page(sop: Sop, look: MatrixLook) -> PageFrame:
    """Return the sheet of the flow table, laid across, with room for a head of two lines: page number and mark."""
    head = 2 * look.isi.tinggi_baris * MM_A_POINT
    setup = sop.halaman.tabel.model_copy(update={"orientasi": "mendatar"})
    found = frame(setup, look.kepala_halaman.jarak)
    top = max(found.top, EDGE + head)
    return replace(found, top=top, head=min(found.head, top - head))


def _edition(sop: Sop) -> str:
    day = edition_day(sop)
    dated = f", tanggal {long_date(day)}" if day else ""
    return f"Edisi {sop.edisi}, Nomor {sop.identitas.nomor_sop.nilai}{dated}"


def _above(
    kop: Sequence[str],
    title: str,
    editions: Iterable[tuple[str, str]],
    width: float,
    look: MatrixLook,
    by: MatrixMeasure,
) -> float:
    """Return the height of all that stands above the table."""
    letterhead = len(kop) * by.line + look.kop.jarak_garis + look.kop.jarak_bawah
    heading = look.judul.tinggi_baris * MM_A_POINT
    titles = heading + by.height([title], width / BOLD) + look.judul.jarak_bawah
    labels = look.edisi.label + look.edisi.titik_dua
    return letterhead + titles + by.height([said for _, said in editions], width - labels) + look.edisi.jarak_bawah


def _note(rows: Sequence[MatrixRow]) -> str:
    if not rows:
        return NO_CHANGE
    lines = (line for row in rows for line in (*row.old, *row.new))
    return LEGEND if any(segment.marked for line in lines for segment in line) else ""


def _row(number: int, change: Change) -> MatrixRow:
    # A number stays with its word: "butir 2".
    part = re.sub(r" (?=\d)", "\u00a0", change.part)
    return MatrixRow(f"{number}.", _plain([part]), *_cells(change), _plain([printed(change.reason)]))


def _cells(change: Change) -> tuple[Cell, Cell]:
    """Return what stands under Semula and Menjadi; words that differ are marked where one line became another."""
    old, new = _lines(change.old), _lines(change.new)
    if change.kind is ChangeKind.CHANGED and len(old) == len(new) == 1:
        left, right = differing(old[0], new[0])
        return (tuple(map(_piece, left)),), (tuple(map(_piece, right)),)
    return _plain(old or [NOTHING]), _plain(new or [GONE])


def _plain(lines: Iterable[str]) -> Cell:
    return tuple((Piece(line),) for line in lines)


def _piece(segment: Segment) -> Piece:
    return Piece(segment.text, segment.marked)


def _lines(told: Sequence[str]) -> list[str]:
    return [line.replace("\t", " ") for text in told for line in text.splitlines()]
