"""The blank task order (surat perintah tugas) of an activity: every text of the letter, ready to print.

The parts and their order are those of Polri's letters (Perkap 1/2023; templates in use at Polres level).
"""

import re
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.model.base import ROMAN_MONTHS, long_date
from sopgen.model.sop import Activity, Sop
from sopgen.model.unit import Signatory, Unit
from sopgen.plan.measure import line_height, text_width, wrap

SIZES: Final = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5)
ROW_HEIGHTS: Final = (7.5, 7.0, 6.5, 6.0)
LABEL: Final = 26.0
COLON: Final = 4.0
NUMBER: Final = 6.0
HEADS: Final = ("No", "Nama", "Pangkat/NRP", "Jabatan", "Ket")
COLUMNS: Final = (0.06, 0.34, 0.24, 0.24, 0.12)


@dataclass(frozen=True)
class OrderPlan:
    """All texts of one blank task order, its page in millimetres, and the type size at which it fits one sheet."""

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
    rows: int
    duties: tuple[str, ...]
    equipment: tuple[str, ...]
    place: str
    on_behalf: str
    post: str
    name: str
    rank: str
    copies: tuple[str, ...]


def dots(width: float, size_pt: float) -> str:
    """Return a dotted line to write on, `width` millimetres long."""
    return "." * round(width / text_width(".", size_pt))


def plan_order(sop: Sop, unit: Unit, activity: Activity) -> OrderPlan:
    """Return the blank order at the largest type and rows at which it fits one sheet; else at the smallest."""
    tries = [(size, row) for size in SIZES for row in ROW_HEIGHTS]
    plans = (_at_size(sop, unit, activity, size, row) for size, row in tries)
    plan = next((plan for plan in plans if _needed(plan) <= plan.height - plan.top - plan.bottom), None)
    return plan or _at_size(sop, unit, activity, SIZES[-1], ROW_HEIGHTS[-1])


def as_data(plan: OrderPlan) -> dict[str, object]:
    """Return the plan as the templates take it."""
    size = plan.size_pt
    return {
        **asdict(plan),
        "day": plan.day.isoformat(),
        "titik_nama": dots(55, size),
        "titik_pangkat": dots(38, size),
        "titik_tanggal": dots(38, size),
    }


def _at_size(sop: Sop, unit: Unit, activity: Activity, size: float, row: float) -> OrderPlan:
    settings, identity = unit.surat_perintah, sop.identitas
    page = settings.halaman
    name = _title_case(activity.name)
    return OrderPlan(
        title=f"{_title_case(settings.judul)} - {name}",
        mark=sop.mark,
        subject=sop.judul,
        author=unit.nama,
        day=identity.tanggal_efektif.nilai or identity.tanggal_pembuatan.nilai or date(2000, 1, 1),
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
        number=_number(unit, size),
        consideration=(
            f"bahwa dalam rangka pelaksanaan kegiatan {name} oleh {_title_case(unit.nama)}, "
            f"dipandang perlu mengeluarkan {settings.judul.lower()}."
        ),
        basis=_ended([*map(_clean, sop.dasar_hukum.isi), _sop_as_basis(sop)]),
        heads=HEADS,
        columns=tuple(round(part * page.text_width, 2) for part in COLUMNS),
        rows=settings.baris_personel,
        duties=_ended(_duties(unit, activity, name, size)),
        equipment=activity.mutu_baku.kelengkapan,
        place=unit.tempat,
        on_behalf=f"a.n. {unit.penandatangan.atas_nama}" if unit.penandatangan.atas_nama else "",
        post=unit.penandatangan.jabatan,
        name=unit.penandatangan.nama,
        rank=_rank(unit.penandatangan),
        copies=settings.tembusan or (dots(60, size), dots(60, size)),
    )


def _rank(signatory: Signatory) -> str:
    return f"{signatory.pangkat} NRP {signatory.nrp}"


def letter_number(unit: Unit, day: date, number: int) -> str:
    """Return the number of a letter: running number, Roman month and year of its date, archive code.

    Raises SopgenError where the unit has no archive code (KKA): an issued number may not lack it.
    """
    settings = unit.surat_perintah
    if "{kka}" in settings.nomor and not settings.kka:
        raise SopgenError(say("the unit has no archive code. fix: write surat_perintah.kka in satuan.yaml"))
    values = {"urut": str(number), "bulan_romawi": ROMAN_MONTHS[day.month - 1], "tahun": str(day.year)}
    return _filled(unit, values | {"kka": settings.kka or ""})


def reserved_number(unit: Unit, year: int, number: int) -> str:
    """Return a number kept for a blank form: the month, and an unknown archive code, are left to write."""
    values = {"urut": str(number), "bulan_romawi": "....", "tahun": str(year)}
    return _filled(unit, values | {"kka": unit.surat_perintah.kka or "...."})


def _filled(unit: Unit, values: dict[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), unit.surat_perintah.nomor)


def _number(unit: Unit, size: float) -> str:
    """Return the number's skeleton with room to write what is not known (Sprin/…/…/…/20…)."""
    settings = unit.surat_perintah
    room = {"urut": 16.0, "bulan_romawi": 12.0, "kka": 22.0}
    values = {name: dots(width, size) for name, width in room.items()} | {"tahun": f"20{dots(8, size)}"}
    if settings.kka:
        values["kka"] = settings.kka
    return _filled(unit, values)


def _sop_as_basis(sop: Sop) -> str:
    made = sop.identitas.tanggal_pembuatan.nilai
    dated = f" tanggal {long_date(made)}" if made else ""
    name = sop.judul.removeprefix("SOP ")
    return f"Standar Operasional Prosedur {name} Nomor {sop.identitas.nomor_sop.nilai}{dated}"


def _duties(unit: Unit, activity: Activity, name: str, size: float) -> list[str]:
    """Return what is ordered: the activity's purpose, then the customary closing items."""
    purposes = [_lower_first(_clean(purpose)) for purpose in activity.maksud.isi]
    return [
        f"melaksanakan kegiatan {name}, yaitu {' dan '.join(purposes)}",
        f"melaksanakan tugas mulai tanggal {dots(38, size)} s.d. {dots(38, size)} pukul {dots(18, size)} "
        f"{unit.zona_waktu} bertempat di {dots(55, size)}",
        "mengadakan koordinasi dengan pihak terkait",
        "melaporkan hasil pelaksanaan tugas pada kesempatan pertama",
        "melaksanakan perintah ini dengan saksama dan penuh rasa tanggung jawab",
    ]


def _clean(text: str) -> str:
    """Take the punctuation off an item's end; the letter's list has its own."""
    return text.rstrip(" .;")


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _ended(items: list[str]) -> tuple[str, ...]:
    """End each item with `;`, the last with `.`."""
    return (*tuple(f"{item};" for item in items[:-1]), f"{items[-1]}.")


SMALL_WORDS: Final = frozenset({"dan", "di", "ke", "dari", "yang", "untuk"})


def _title_case(text: str) -> str:
    words = text.lower().split()
    return " ".join(word if word in SMALL_WORDS else word.capitalize() for word in words)


def _needed(plan: OrderPlan) -> float:
    """Return the height that the letter needs, in millimetres, a little on the safe side."""
    line = line_height(plan.size_pt)
    text = plan.width - plan.left - plan.right - LABEL - COLON
    lines = len(plan.kop) + 6 + len(wrap(plan.consideration, text, plan.size_pt))
    lines += sum(len(wrap(item, text - NUMBER - 1, plan.size_pt)) for item in (*plan.basis, *plan.duties))
    lines += -(-len(plan.equipment) // 2) + len(plan.copies) + 1
    signature = (10 + bool(plan.on_behalf)) * line
    return lines * line + signature + (plan.rows + 1) * plan.row_height + 34.0
