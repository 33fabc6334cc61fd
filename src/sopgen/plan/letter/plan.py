"""The task order (surat perintah tugas) of an activity, blank or filled: every text of the letter, ready to print.

The parts and their order are those of Polri's letters (Perkap 1/2023; templates in use at Polres level).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sopgen.model.base import long_date
from sopgen.model.sop import Activity, Sop
from sopgen.model.unit import Unit
from sopgen.plan.letter.numbers import number_room
from sopgen.plan.letter.task import BLANK, OrderTask, PersonRow
from sopgen.plan.letter.wording import clean, dots, duties, ended, rank_line, signatory_rank, sop_as_basis, title_case
from sopgen.plan.measure import line_height, text_width, wrap
from sopgen.plan.watermark import Watermark, plan_watermark

SIZES: Final = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5)
ROW_HEIGHTS: Final = (7.5, 7.0, 6.5, 6.0)
LABEL: Final = 26.0
COLON: Final = 4.0
NUMBER: Final = 6.0
HEADS: Final = ("No", "Nama", "Pangkat/NRP", "Jabatan", "Ket")
COLUMNS: Final = (0.06, 0.34, 0.24, 0.24, 0.12)
# Up to five people stand in the letter, more in its annex.
MOST_IN_LETTER: Final = 5
LISTED: Final = "NAMA, PANGKAT DAN JABATANNYA TERLAMPIR DALAM SURAT PERINTAH INI"
IN_CELL: Final = 2.4
# The code at the letter's foot (mm): a phone reads it from a copy.
CODE_TITLE: Final = "QR untuk pemeriksaan"
CODE_SIZE: Final = 26.0
ANNEX_HEADS: Final = ("NO", "NAMA", "PANGKAT", "NRP/NIP", "JABATAN", "KET")
ANNEX_COLUMNS: Final = (0.05, 0.3, 0.12, 0.15, 0.26, 0.12)


@dataclass(frozen=True)
class OrderPlan:
    """All texts of one task order, blank or filled, its page (mm), and the type size at which it fits one sheet.

    `code` is the picture of `seal`; the letter's maker draws it.
    """

    title: str
    mark: str
    subject: str
    author: str
    day: date
    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    size_pt: float
    row_height: float
    kop: tuple[str, ...]
    kop_width: float
    letter: str
    number: str
    consideration: str
    basis: tuple[str, ...]
    heads: tuple[str, ...]
    columns: tuple[float, ...]
    people: tuple[PersonRow, ...]
    heights: tuple[float, ...]
    to: str
    annex: tuple[PersonRow, ...]
    annex_columns: tuple[float, ...]
    annex_heights: tuple[float, ...]
    annex_head: tuple[str, ...]
    annex_indent: float
    issued: str
    receiver: str
    receiver_rank: str
    duties: tuple[str, ...]
    equipment: tuple[str, ...]
    place: str
    on_behalf: tuple[str, ...]
    post: str
    name: str
    rank: str
    copies: tuple[str, ...]
    watermark: Watermark | None
    code: bytes = b""
    seal: str = ""


def plan_order(sop: Sop, unit: Unit, activity: Activity, task: OrderTask = BLANK) -> OrderPlan:
    """Return the order at the largest type and rows at which it fits one sheet; else at the smallest."""
    tries = [(size, row) for size in SIZES for row in ROW_HEIGHTS]
    plans = (_at_size(sop, unit, activity, (size, row), task) for size, row in tries)
    plan = next((plan for plan in plans if _needed(plan, task) <= plan.height - plan.top - plan.bottom), None)
    return plan or _at_size(sop, unit, activity, (SIZES[-1], ROW_HEIGHTS[-1]), task)


def _with_annex(plan: OrderPlan, people: tuple[PersonRow, ...], chief: str) -> OrderPlan:
    """Add the list of personnel: columns (mm) on the sheet laid across, heights of rows, the head first."""
    text = plan.height - plan.left - plan.right
    widths = [round(part * text, 2) for part in ANNEX_COLUMNS]
    rows = [ANNEX_HEADS, *(row.in_annex(number) for number, row in enumerate(people, 1))]
    heights = (round(_row_height(row, widths, (plan.size_pt, plan.row_height)), 2) for row in rows)
    head = (f"LAMPIRAN {plan.letter.upper()}", chief, f"NOMOR : {plan.number}", f"TANGGAL : {plan.issued}")
    return replace(
        plan,
        annex=people,
        annex_columns=tuple(widths),
        annex_heights=tuple(heights),
        annex_head=head,
        annex_indent=text - max(text_width(line, plan.size_pt) for line in head) - 1,
    )


def _at_size(sop: Sop, unit: Unit, activity: Activity, sizes: tuple[float, float], task: OrderTask) -> OrderPlan:
    size, row = sizes
    settings = unit.surat_perintah
    page = settings.halaman
    name = title_case(activity.name)
    widths = tuple(round(part * page.text_width, 2) for part in COLUMNS)
    listed = len(task.people) > MOST_IN_LETTER
    people = () if listed else task.people or (PersonRow(),) * settings.baris_personel
    only = task.people[0] if len(task.people) == 1 else None
    signatory = unit.penandatangan
    plan = OrderPlan(
        title=sop.marked(f"{title_case(settings.judul)} - {name}"),
        mark=sop.mark,
        subject=sop.judul,
        author=unit.nama,
        day=task.day or sop.day,
        width=page.size[0],
        height=page.size[1],
        top=page.margin.atas,
        right=page.margin.kanan,
        bottom=page.margin.bawah,
        left=page.margin.kiri,
        size_pt=size,
        row_height=row,
        kop=unit.kop,
        kop_width=round(max(text_width(line, size) for line in unit.kop), 2),
        letter=settings.judul,
        number=task.number or number_room(unit, size, task.day),
        consideration=(
            f"bahwa dalam rangka pelaksanaan kegiatan {name} oleh {title_case(unit.nama)}, "
            f"dipandang perlu mengeluarkan {settings.judul.lower()}."
        ),
        basis=ended([*map(clean, sop.dasar_hukum.isi), sop_as_basis(sop)]),
        heads=HEADS,
        columns=widths,
        people=people,
        heights=tuple(_row_height(one.in_letter(), widths, sizes) for one in people),
        to=LISTED if listed else "",
        annex=(),
        annex_columns=(),
        annex_heights=(),
        annex_head=(),
        annex_indent=0.0,
        issued=long_date(task.day) if task.day else dots(38, size),
        receiver=only.name if only else dots(55, size),
        receiver_rank=rank_line(only) if only else f"Pangkat/NRP {dots(38, size)}",
        duties=ended(duties(unit, activity, name, size, task)),
        equipment=activity.mutu_baku.kelengkapan,
        place=unit.tempat,
        on_behalf=signatory.on_behalf,
        post=signatory.jabatan,
        name=signatory.nama,
        rank=signatory_rank(signatory),
        copies=settings.tembusan or (dots(60, size), dots(60, size)),
        watermark=plan_watermark(sop.watermark, *page.size),
    )
    return _with_annex(plan, task.people, signatory.chief) if listed else plan


def _row_height(texts: Sequence[str], widths: Sequence[float], sizes: tuple[float, float]) -> float:
    """Return the height of a row of personnel: the usual one, more where a text takes several lines."""
    lines = max(len(wrap(text, width - IN_CELL, sizes[0])) for text, width in zip(texts, widths, strict=True))
    return max(sizes[1], lines * line_height(sizes[0]) + 1.5)


def _needed(plan: OrderPlan, task: OrderTask) -> float:
    """Return the height that the letter needs, in millimetres, a little on the safe side."""
    line = line_height(plan.size_pt)
    text = plan.width - plan.left - plan.right - LABEL - COLON
    lines = len(plan.kop) + 6 + len(wrap(plan.consideration, text, plan.size_pt))
    lines += sum(len(wrap(item, text - NUMBER - 1, plan.size_pt)) for item in (*plan.basis, *plan.duties))
    lines += -(-len(plan.equipment) // 2)
    foot = max((len(plan.copies) + 1) * line, CODE_SIZE + line if task.number else 0.0)
    signature = (10 + len(plan.on_behalf)) * line
    return lines * line + foot + signature + plan.row_height + sum(plan.heights) + 34.0
