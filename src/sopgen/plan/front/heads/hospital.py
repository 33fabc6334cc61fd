"""The form of an SOP of a hospital (SPO): a box with the hospital, the title and the numbers, on every page.

Places are those of the Ministry of Health's guide to the documents of an accreditation (Pedoman Penyusunan Dokumen
Akreditasi, 2012): the whole box on the first page, without date and signature on the others.
"""

from collections.abc import Callable, Sequence
from typing import Final

from sopgen.model.base import label_of
from sopgen.model.identity import IdentityRow
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.contract.boxes import CellLine, FrontSheet, MeasuredTable, TableCell
from sopgen.plan.front.heads.controlled import ELSEWHERE
from sopgen.plan.front.heads.titled import TITLE, titled_sheets
from sopgen.plan.front.rows import Row as LabelledRow
from sopgen.plan.front.rows import printed_rows
from sopgen.plan.front.tables import SheetFiller, column_of, emblem_cell, measured

# Rows beside one another under the title; those that follow stand above one another beside the approval.
BESIDE: Final = 3
# The least height of the title, and the room to sign (mm).
TALL, SIGNED = 12.0, 16.0
ROWS: Final = (
    IdentityRow.default(judul="No. Dokumen", nilai=None, dari="nomor_sop"),
    IdentityRow.default(judul="No. Revisi", nilai=None, dari="nomor_revisi"),
    IdentityRow.default(judul="Halaman", nilai=None, dari="halaman"),
    IdentityRow.default(judul="Tanggal Terbit", nilai=None, dari="tanggal_efektif"),
)


def hospital_sheets(
    sop: Sop,
    _unit: Unit,
    look: SopLook,
    width: float,
    room: float,
    page: Callable[[int], str],
    above: tuple[MeasuredTable, ...] = (),
) -> tuple[FrontSheet, ...]:
    """Return the front pages; every one begins with the box. `page` tells what a page's number prints, from 0."""

    def head(n: int) -> tuple[MeasuredTable, ...]:
        rows = printed_rows(sop.identitas, ROWS, page(n), ELSEWHERE)
        box = _box(sop, look, width, rows[:BESIDE])
        return (*above, box, _approval(sop, look, width, rows[BESIDE:])) if n == 0 else (box,)

    return titled_sheets(SheetFiller(room, look, head), sop, look, width)


def _box(sop: Sop, look: SopLook, width: float, rows: Sequence[LabelledRow]) -> MeasuredTable:
    """Return the rows that stand on every page: hospital, title and numbers."""
    size = look.identitas.ukuran
    numbers = [TableCell(tuple(_told([row], size)), middle=True) for row in rows]
    numbers += [TableCell()] * (BESIDE - len(numbers))
    title = CellLine(
        sop.identitas.nama_sop.nilai, look.identitas.satuan_kerja.ukuran, bold=True, centred=True, heading=True
    )
    first = (_office(sop, look), TableCell((title,), across=BESIDE, middle=True))
    columns = _columns(rows, look, width - TITLE)
    return measured([TITLE, *columns], [(first, TALL), (tuple(numbers), 0.0)], look)


def _columns(rows: Sequence[LabelledRow], look: SopLook, width: float) -> list[float]:
    """Return the columns of the numbers: equal ones, or one as wide as its number where the others can spare it."""
    needed = [column_of((label, value), look, bold=True) for label, value, _ in rows]
    needed += [column_of((), look)] * (BESIDE - len(needed))
    usual = width / BESIDE
    if max(needed) <= usual or sum(needed) > width:
        return [usual] * BESIDE
    free = (width - sum(needed)) / BESIDE
    return [one + free for one in needed]


def _office(sop: Sop, look: SopLook) -> TableCell:
    """Return the cell of the hospital: its emblem, and its name below."""
    name = CellLine(sop.identitas.satuan_kerja, look.identitas.ukuran, bold=True, centred=True)
    place = emblem_cell(look, TITLE, down=2)
    return TableCell((*place.lines, name), down=2, middle=True)


def _approval(sop: Sop, look: SopLook, width: float, rows: Sequence[LabelledRow]) -> MeasuredTable:
    """Return the row of what the document is, its further rows (the date), and the signature, written by hand."""
    size, identity, large = look.identitas.ukuran, sop.identitas, look.identitas.satuan_kerja.ukuran
    approver = identity.pengesah
    lines = (
        CellLine(identity.disahkan_oleh.judul, size, centred=True),
        CellLine(identity.disahkan_oleh.nilai, size, centred=True),
        CellLine(approver.nama, size, bold=True, underlined=True, centred=True, before=SIGNED),
        *((CellLine(approver.pangkat, size, centred=True),) if approver.pangkat else ()),
        CellLine(f"{label_of(approver.nrp)} {approver.nrp}", size, centred=True),
    )
    kind = CellLine(identity.nama_sop.judul, large, bold=True, centred=True)
    cells = (
        TableCell((kind,), middle=True),
        TableCell(tuple(_told(rows, size)), middle=True),
        TableCell(lines, middle=True),
    )
    dated = (width - TITLE) / BESIDE
    return measured([TITLE, dated, width - TITLE - dated], [(cells, 0.0)], look)


def _told(rows: Sequence[LabelledRow], size: float) -> list[CellLine]:
    """Return rows as their labels with their values below."""
    pairs = ((label, False) if n == 0 else (value, True) for label, value, _ in rows for n in range(2))
    return [CellLine(text, size, bold=bold, centred=True) for text, bold in pairs]
