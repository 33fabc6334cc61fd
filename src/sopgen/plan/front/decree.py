"""The decree or regulation whose annex an SOP is: its pages, and the head of the annex (millimetres)."""

from collections.abc import Iterator
from functools import partial
from typing import Final

from sopgen.model.base import label_of, long_date
from sopgen.model.law.decree import Decree, DecreeForm
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.contract.boxes import CellLine, FrontSheet, MeasuredTable, TableCell
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.front.lists import FrontList, ListPart
from sopgen.plan.front.tables import Row, SheetFiller, list_lines, measured
from sopgen.plan.measure import line_height

# Letters are set in 11 pt.
SIZE: Final = 11.0
# The columns of a ground: its name and its colon; the letter or number of an item (mm).
NAME, COLON, MARK = 34.0, 5.0, 7.0
# The letterhead, the signature at the right, and the head of the annex (mm).
KOP, SIGNATURE, ANNEX = 92.0, 98.0, 80.0
# The room for the signature (mm).
SIGNED: Final = 22.0
ORDERS: Final = (
    "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN", "KESEPULUH",
    "KESEBELAS", "KEDUA BELAS", "KETIGA BELAS", "KEEMPAT BELAS", "KELIMA BELAS", "KEENAM BELAS", "KETUJUH BELAS",
    "KEDELAPAN BELAS", "KESEMBILAN BELAS", "KEDUA PULUH",
)  # fmt: skip
LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
# Where the day is not settled.
NO_DAY: Final = "..............................."
LOC: Final = ("keputusan",)


def decree_sheets(sop: Sop, unit: Unit, look: SopLook, frame: PageFrame) -> tuple[FrontSheet, ...]:
    """Return the pages of the act, if there is one. Raises PlanError where an item is taller than a page."""
    act = sop.keputusan
    if act is None:
        return ()
    width = frame.text_width
    ground = partial(_ground, look=look, width=width)
    filler = SheetFiller(frame.text_height - line_height(look.identitas.ukuran), look, lambda _: ())
    filler.begin()
    for table in _head(act, unit, look, width):
        filler.add(table, LOC)
    for one in _grounds(act):
        filler.add_list(one, ground)
    filler.add(_centred(("MEMUTUSKAN:",), look, width, bold=True), LOC)
    filler.add_list(_listed("Menetapkan", (act.menetapkan,), ("",), "menetapkan"), ground)
    signature = _signature(sop, act, look, width)
    for n, text in enumerate(act.isi):
        last = n == len(act.isi) - 1
        table = _order(act, n, text, look, width)
        filler.add(table, (*LOC, "isi", n), with_next=signature.height if last else 0.0)
    filler.add(signature, LOC)
    if act.tembusan:
        filler.add_list(_listed("Tembusan", act.tembusan, _numbers(len(act.tembusan)), "tembusan"), ground)
    return filler.done()


def annex_head(sop: Sop, look: SopLook, width: float) -> tuple[MeasuredTable, ...]:
    """Return what stands at the right above the SOP, which names the act whose annex it is."""
    act = sop.keputusan
    if act is None:
        return ()
    day = long_date(act.tanggal).upper() if act.tanggal else NO_DAY
    size = look.identitas.ukuran
    lines = [CellLine("LAMPIRAN", size), *(CellLine(line, size) for line in act.judul)]
    lines += [CellLine(f"NOMOR   : {act.nomor}", size), CellLine(f"TANGGAL : {day}", size)]
    cells = (TableCell(), TableCell(tuple(lines)))
    return (measured([width - ANNEX, ANNEX], [(cells, 0.0)], look, ruled=False),)


def _centred(lines: tuple[str, ...], look: SopLook, width: float, *, bold: bool = False) -> MeasuredTable:
    cell = TableCell(tuple(CellLine(line, SIZE, bold=bold, centred=True) for line in lines))
    return measured([width], [((cell,), 0.0)], look, ruled=False)


def _head(act: Decree, unit: Unit, look: SopLook, width: float) -> Iterator[MeasuredTable]:
    *above, last = unit.kop
    kop = [CellLine(line, SIZE, centred=True) for line in above] + [
        CellLine(last, SIZE, centred=True, underlined=True)
    ]
    yield measured([KOP, width - KOP], [((TableCell(tuple(kop)), TableCell()), 0.0)], look, ruled=False)
    title = [CellLine(line, SIZE, bold=True, centred=True, heading=n == 0) for n, line in enumerate(act.judul)]
    title += [
        CellLine(f"NOMOR : {act.nomor}", SIZE, centred=True),
        CellLine("TENTANG", SIZE, centred=True, before=3.0),
        CellLine(act.tentang, SIZE, bold=True, centred=True, before=1.0),
    ]
    yield measured([width], [((TableCell(tuple(title)),), 0.0)], look, ruled=False)
    yield _centred(tuple(line for line in (act.pembuka, act.jabatan) if line), look, width)


def _numbers(count: int) -> tuple[str, ...]:
    return tuple(f"{n}." for n in range(1, count + 1))


def _grounds(act: Decree) -> Iterator[FrontList]:
    letters = tuple(f"{LETTERS[n % len(LETTERS)]}." for n in range(len(act.menimbang)))
    yield _listed("Menimbang", act.menimbang, letters, "menimbang")
    yield _listed("Mengingat", act.mengingat, _numbers(len(act.mengingat)), "mengingat")
    if act.memperhatikan:
        yield _listed("Memperhatikan", act.memperhatikan, _numbers(len(act.memperhatikan)), "memperhatikan")


def _listed(title: str, items: tuple[str, ...], marks: tuple[str, ...], key: str) -> FrontList:
    return FrontList((*LOC, key), ListPart(title, items, marks, MARK if any(marks) else 0.0))


def _ground(one: ListPart, look: SopLook, width: float) -> MeasuredTable:
    cells = (
        TableCell((CellLine(one.title, SIZE),)),
        TableCell((CellLine(":" if one.title else "", SIZE),)),
        TableCell(list_lines(one, SIZE, titled=False)),
    )
    return measured([NAME, COLON, width - NAME - COLON], [(cells, 0.0)], look, ruled=False)


def _order(act: Decree, n: int, text: str, look: SopLook, width: float) -> MeasuredTable:
    if act.bentuk is DecreeForm.DECREE:
        return _ground(ListPart(ORDERS[n], (text,), ("",)), look, width)
    lines = (CellLine(f"Pasal {n + 1}", SIZE, centred=True), CellLine(text, SIZE, before=1.5))
    return measured([width], [((TableCell(lines),), 0.0)], look, ruled=False)


def _signature(sop: Sop, act: Decree, look: SopLook, width: float) -> MeasuredTable:
    approver = sop.identitas.pengesah
    day = long_date(act.tanggal) if act.tanggal else NO_DAY
    name = CellLine(approver.nama, SIZE, bold=True, underlined=True, centred=True)
    number = f"{approver.pangkat} {label_of(approver.nrp)} {approver.nrp}".strip()
    parts = (
        (CellLine(f"Ditetapkan di {act.tempat}", SIZE), CellLine(f"pada tanggal {day}", SIZE)),
        (CellLine(sop.identitas.disahkan_oleh.nilai, SIZE, centred=True),),
        (),
        (name, CellLine(number, SIZE, centred=True)),
    )
    rows: list[Row] = [((TableCell(), TableCell(lines)), 0.0 if lines else SIGNED) for lines in parts]
    return measured([width - SIGNATURE, SIGNATURE], rows, look, ruled=False)
