"""The form of an SOP of a health centre (Puskesmas): its box, then title and text side by side.

Places and words are those of the forms in use since the accreditation of Puskesmas (Permenkes 46/2015, 165/2023).
"""

from collections.abc import Callable
from typing import Final

from sopgen.model.base import label_of
from sopgen.model.identity import IdentityRow
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.contract.boxes import CellLine, FrontSheet, MeasuredTable, TableCell
from sopgen.plan.front.heads.controlled import ELSEWHERE, labelled, unit_lines
from sopgen.plan.front.heads.titled import titled_sheets
from sopgen.plan.front.rows import printed_rows
from sopgen.plan.front.tables import Row, SheetFiller, emblem_cell, measured

# Columns of the box: the emblems at both sides, the word SOP, the labels (mm); the values take the rest.
SIDE, WORD, LABEL = 30.0, 24.0, 30.0
ROWS: Final = (
    IdentityRow.default(judul="No. Dokumen", nilai=None, dari="nomor_sop"),
    IdentityRow.default(judul="No. Revisi", nilai=None, dari="nomor_revisi"),
    IdentityRow.default(judul="Tanggal Terbit", nilai=None, dari="tanggal_efektif"),
    IdentityRow.default(judul="Halaman", nilai=None, dari="halaman"),
)


def puskesmas_sheets(
    sop: Sop,
    unit: Unit,
    look: SopLook,
    width: float,
    room: float,
    page: Callable[[int], str],
    above: tuple[MeasuredTable, ...] = (),
) -> tuple[FrontSheet, ...]:
    """Return the front pages; the first begins with the box. `page` tells what a page's number prints, from 0."""
    filler = SheetFiller(room, look, lambda n: () if n else (*above, *_box(sop, unit, look, width, page(n))))
    return titled_sheets(filler, sop, look, width)


def _box(sop: Sop, unit: Unit, look: SopLook, width: float, page: str) -> tuple[MeasuredTable, ...]:
    size, identity, large = look.identitas.ukuran, sop.identitas, look.identitas.satuan_kerja.ukuran
    rows = labelled(printed_rows(identity, ROWS, page, ELSEWHERE), size)
    name = CellLine(identity.nama_sop.nilai, large, bold=True, centred=True, heading=True)
    word = TableCell((CellLine("SOP", large + 3, bold=True, centred=True),), down=len(rows), middle=True)
    left, right = (emblem_cell(look, SIDE, len(rows) + 1, right=right) for right in (False, True))
    top: Row = ((left, TableCell((name,), across=3, middle=True), right), 12.0)
    labels: list[Row] = [((*((word,) if n == 0 else ()), *pair), 0.0) for n, pair in enumerate(rows)]
    columns = [SIDE, WORD, LABEL, width - 2 * SIDE - WORD - LABEL, SIDE]
    return measured(columns, [top, *labels], look), _approval(sop, unit, look, width)


def _approval(sop: Sop, unit: Unit, look: SopLook, width: float) -> MeasuredTable:
    """Return the row of unit, signature and head; the signature is written by hand."""
    size, identity = look.identitas.ukuran, sop.identitas
    approver = identity.pengesah
    lines = (
        CellLine(identity.disahkan_oleh.nilai, size, centred=True),
        CellLine(approver.nama, size, bold=True, underlined=True, centred=True, before=2.0),
        *((CellLine(approver.pangkat, size, centred=True),) if approver.pangkat else ()),
        CellLine(f"{label_of(approver.nrp)} {approver.nrp}", size, centred=True),
    )
    cells = (TableCell(unit_lines(sop, unit, size), middle=True), TableCell(), TableCell(lines, middle=True))
    side = (width - SIDE) / 2
    return measured([side, SIDE, side], [(cells, look.identitas.ruang_pengesahan)], look)
