"""The task order (surat perintah tugas) of an activity, blank or filled: every text of the letter, ready to print.

The parts and their order are those of Polri's letters (Perkap 1/2023; templates in use at Polres level).
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from itertools import chain, islice
from operator import itemgetter
from typing import Final

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.model.base import ROMAN_MONTHS, long_date
from sopgen.model.sop import Activity, Sop
from sopgen.model.unit import Signatory, Unit
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
NIP_DIGITS: Final = 18
# The code at the letter's foot (mm): a phone reads it from a copy.
CODE_TITLE: Final = "QR untuk pemeriksaan"
CODE_SIZE: Final = 26.0
ANNEX_HEADS: Final = ("NO", "NAMA", "PANGKAT", "NRP/NIP", "JABATAN", "KET")
ANNEX_COLUMNS: Final = (0.05, 0.3, 0.12, 0.15, 0.26, 0.12)


@dataclass(frozen=True)
class PersonRow:
    """A row of personnel as printed (ranks in capitals); all empty in a blank order."""

    name: str = ""
    rank: str = ""
    number: str = ""
    post: str = ""
    remark: str = ""

    @property
    def rank_and_number(self) -> str:
        """Rank and number in one column: `BRIPKA/00000002`."""
        return "/".join(filter(None, [self.rank, self.number]))

    def in_letter(self) -> tuple[str, ...]:
        """Return the texts of the row in the letter; its number is the table's own."""
        return "", self.name, self.rank_and_number, self.post, self.remark

    def in_annex(self, number: int) -> tuple[str, ...]:
        """Return the texts of the row in the annex."""
        return str(number), self.name, self.rank, self.number, self.post, self.remark


@dataclass(frozen=True)
class OrderTask:
    """What an order says beyond the SOP: whom, from when to when, where, its number; the empty is left to write."""

    people: tuple[PersonRow, ...] = ()
    day: date | None = None
    until: date | None = None
    place: str = ""
    number: str = ""


@dataclass(frozen=True)
class OrderPlan:
    """All texts of one task order, blank or filled, its page (mm), and the type size at which it fits one sheet.

    `code` is the picture of `seal`; the press draws it.
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


BLANK: Final = OrderTask()


CHANGING: Final = frozenset({"number", "issued", "receiver", "receiver_rank", "duties", "people", "code"})
_staying: Final = itemgetter(*(field.name for field in fields(OrderPlan) if field.name not in CHANGING))


def told(plan: OrderPlan) -> tuple[str, ...]:
    """Return the texts that change from letter to letter of a run, always in the same order."""
    rows = chain.from_iterable(vars(row).values() for row in plan.people)
    return (plan.number, plan.issued, plan.receiver, plan.receiver_rank, *plan.duties, *rows)


def shape(plan: OrderPlan) -> Hashable:
    """Return what letters have in common that differ only in what is told, and in their codes."""
    return _staying(vars(plan)), len(plan.people), tuple(map(bool, told(plan))), bool(plan.code)


def slotted(plan: OrderPlan) -> OrderPlan:
    """Return the plan with a numbered slot in the place of each text that is told; an empty one stays empty."""
    slots = (f"\ue000{n}\ue001" if text else "" for n, text in enumerate(told(plan)))
    number, issued, receiver, receiver_rank = islice(slots, 4)
    duties = tuple(islice(slots, len(plan.duties)))
    people = tuple(PersonRow(*islice(slots, len(vars(row)))) for row in plan.people)
    return replace(
        plan,
        number=number,
        issued=issued,
        receiver=receiver,
        receiver_rank=receiver_rank,
        duties=duties,
        people=people,
    )


def dots(width: float, size_pt: float) -> str:
    """Return a dotted line to write on, `width` millimetres long."""
    return "." * round(width / text_width(".", size_pt))


def plan_order(sop: Sop, unit: Unit, activity: Activity, task: OrderTask = BLANK) -> OrderPlan:
    """Return the order at the largest type and rows at which it fits one sheet; else at the smallest."""
    tries = [(size, row) for size in SIZES for row in ROW_HEIGHTS]
    plans = (_at_size(sop, unit, activity, (size, row), task) for size, row in tries)
    plan = next((plan for plan in plans if _needed(plan, task) <= plan.height - plan.top - plan.bottom), None)
    return plan or _at_size(sop, unit, activity, (SIZES[-1], ROW_HEIGHTS[-1]), task)


def texts(plan: OrderPlan) -> dict[str, object]:
    """Return all that the plan says, by name, as JSON takes it; the seal vouches for it and is no part of it.

    Neither is the watermark, which says again what the mark says.
    """
    # Not asdict: its deep copies take longer than a Word letter.
    rows = {name: tuple(dict(vars(row)) for row in getattr(plan, name)) for name in ("people", "annex")}
    return {name: value for name, value in (vars(plan) | rows).items() if name not in ("seal", "watermark")}


def as_data(plan: OrderPlan) -> dict[str, object]:
    """Return the plan as the templates take it; the code is the numbers of its bytes."""
    return {
        **texts(plan),
        "personel": [{**vars(row), "rank_and_number": row.rank_and_number} for row in plan.people],
        "day": plan.day.isoformat(),
        "annex_title": "DAFTAR PERSONEL",
        "annex_heads": ANNEX_HEADS,
        "code": list(plan.code),
        "code_title": CODE_TITLE,
        "code_size": CODE_SIZE,
    }


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
        basis=ended([*map(_clean, sop.dasar_hukum.isi), sop_as_basis(sop)]),
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
        duties=ended(_duties(unit, activity, name, (size, task))),
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


def rank_line(person: PersonRow) -> str:
    """Return what stands under a name: rank and number, an NRP, or a NIP of 18 digits for a civil servant."""
    label = "NIP" if len(person.number) == NIP_DIGITS else "NRP"
    return " ".join(filter(None, [person.rank, person.number and f"{label} {person.number}"]))


def signatory_rank(signatory: Signatory) -> str:
    """Return what stands under the signatory's name."""
    return f"{signatory.pangkat} NRP {signatory.nrp}"


def letter_number(unit: Unit, day: date, number: int) -> str:
    """Return the number of a letter: running number, Roman month and year of its date, archive code.

    Raises SopgenError where the unit has no archive code (KKA): an issued number may not lack it.
    """
    settings = unit.surat_perintah
    if "{kka}" in settings.nomor and not settings.kka:
        raise SopgenError(say("the unit has no archive code. fix: write surat_perintah.kka in satuan.yaml"))
    ending = unit.penandatangan.akhiran_nomor
    given = _filled(unit, {"urut": str(number), "kka": settings.kka or ""} | _month_and_year(day))
    return f"{given}/{ending}" if ending else given


def reserved_number(unit: Unit, year: int, number: int) -> str:
    """Return a number kept for a blank form: the month, and an unknown archive code, are left to write."""
    values = {"urut": str(number), "bulan_romawi": "....", "tahun": str(year)}
    return _filled(unit, values | {"kka": unit.surat_perintah.kka or "...."})


def _month_and_year(day: date) -> dict[str, str]:
    return {"bulan_romawi": ROMAN_MONTHS[day.month - 1], "tahun": str(day.year)}


def _filled(unit: Unit, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), unit.surat_perintah.nomor)


def number_room(unit: Unit, size: float, day: date | None) -> str:
    """Return the number's skeleton with room to write what is not known (Sprin/…/…/…/20…)."""
    settings = unit.surat_perintah
    room = {"urut": 16.0, "bulan_romawi": 12.0, "kka": 22.0}
    values = {name: dots(width, size) for name, width in room.items()} | {"tahun": f"20{dots(8, size)}"}
    if settings.kka:
        values["kka"] = settings.kka
    if day:
        values |= _month_and_year(day)
    return _filled(unit, values)


def sop_as_basis(sop: Sop) -> str:
    """Return the SOP as the basis of a letter: its name, number and date."""
    finished = sop.identitas.finished
    dated = f" tanggal {long_date(finished)}" if finished else ""
    name = sop.judul.removeprefix("SOP ")
    return f"Standar Operasional Prosedur {name} Nomor {sop.identitas.nomor_sop.nilai}{dated}"


def _duties(unit: Unit, activity: Activity, name: str, told: tuple[float, OrderTask]) -> list[str]:
    """Return what is ordered: the activity's purpose, then the customary closing items."""
    size, task = told
    first = long_date(task.day) if task.day else dots(38, size)
    last = long_date(task.until) if task.until else "selesai" if task.day else dots(38, size)
    when = f"pukul {dots(18, size)} {unit.zona_waktu}"
    purposes = [_lower_first(_clean(purpose)) for purpose in activity.maksud.isi]
    return [
        f"melaksanakan kegiatan {name}, yaitu {' dan '.join(purposes)}",
        f"melaksanakan tugas mulai tanggal {first} s.d. {last} {when} bertempat di {task.place or dots(55, size)}",
        "mengadakan koordinasi dengan pihak terkait",
        "melaporkan hasil pelaksanaan tugas pada kesempatan pertama",
        "melaksanakan perintah ini dengan saksama dan penuh rasa tanggung jawab",
    ]


def _clean(text: str) -> str:
    """Take the punctuation off an item's end; the letter's list has its own."""
    return text.rstrip(" .;")


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def ended(items: list[str]) -> tuple[str, ...]:
    """End each item with `;`, the last with `.`."""
    return (*tuple(f"{item};" for item in items[:-1]), f"{items[-1]}.")


SMALL_WORDS: Final = frozenset({"dan", "di", "ke", "dari", "yang", "untuk"})


def title_case(text: str) -> str:
    """Return words in capitals as a sentence writes them: `Negosiasi dan Mediasi`."""
    words = text.lower().split()
    return " ".join(word if word in SMALL_WORDS else word.capitalize() for word in words)


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
