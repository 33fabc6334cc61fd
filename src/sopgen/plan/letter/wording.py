"""The sentences of a letter, and the dotted lines to write on where they are not known."""

import re
from functools import lru_cache
from typing import Final

from sopgen.model.base import label_of, long_date
from sopgen.model.sop import Activity, Sop
from sopgen.model.unit import Signatory, Unit
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.plan.measure import text_width

# Numbers are not torn at the end of a line.
NO_BREAK: Final = "\u00a0"
# What a letter calls the document; hospitals have the words in another order (SPO).
USUAL_KIND: Final = "Standar Operasional Prosedur"
HOSPITAL_KIND: Final = "Standar Prosedur Operasional"
# Written in capitals though they have vowels.
ABBREVIATIONS: Final = frozenset(
    {
        "SIM",
        "SOP",
        "DIY",
        "ETLE",
        "KUA",
        "OSIS",
        "PKBM",
        "SARA",
        "TIK",
        "DPO",
        "ODGJ",
        "UU",
        "UUD",
        "KUHP",
        "KUHAP",
        "TNI",
        "ASN",
        "NIK",
    }
)
VOWELS: Final = frozenset("AEIOUY")
SMALL_WORDS: Final = frozenset(
    {"dan", "atau", "di", "ke", "dari", "yang", "untuk", "oleh", "pada", "dalam", "dengan", "bagi", "tentang"}
)


def dots(width: float, size_pt: float) -> str:
    """Return a dotted line to write on, `width` millimetres long."""
    return "." * round(width / text_width(".", size_pt))


def number_label(person: PersonRow) -> str:
    """Return what a person's number is: an NRP, or a NIP of a civil servant."""
    return label_of(person.number)


def is_civil_servant(person: PersonRow) -> bool:
    """Tell who bears a NIP."""
    return number_label(person) == "NIP"


def rank_line(person: PersonRow) -> str:
    """Return what stands under a name: rank and number."""
    label = number_label(person)
    return " ".join(filter(None, [person.rank, person.number and f"{label} {person.number}"]))


def signatory_rank(signatory: Signatory) -> str:
    """Return what stands under the signatory's name."""
    return f"{signatory.pangkat} {label_of(signatory.nrp)} {signatory.nrp}"


def sop_as_basis(sop: Sop) -> str:
    """Return the SOP as the basis of a letter: its name, number and date."""
    finished = sop.identitas.finished
    dated = f" tanggal {long_date(finished)}" if finished else ""
    kind = HOSPITAL_KIND if sop.judul.startswith("SPO ") else USUAL_KIND
    number = NO_BREAK.join(sop.identitas.nomor_sop.nilai.split())
    return f"{kind} {sop.subject} Nomor{NO_BREAK}{number}{dated}"


def order_basis(sop: Sop, unit: Unit, task: OrderTask) -> list[str]:
    """Return what an order rests on besides the law: the SOP, then the plans and budget of its year."""
    return [sop_as_basis(sop), *(unit.surat_perintah.plans_of(task.day.year) if task.day else ())]


def duties(unit: Unit, activity: Activity, closing: str, size: float, task: OrderTask) -> list[str]:
    """Return what is ordered: the activity's purpose, when and where, own tasks, then the customary closing items."""
    name = title_case(activity.name)
    purposes = " dan ".join(_lower_first(clean(purpose)) for purpose in activity.maksud.isi)
    chief = unit.surat_perintah.lapor_kepada or title_case(unit.penandatangan.short_chief)
    return [
        f"melaksanakan kegiatan {name}" + (f", yaitu {purposes}" if purposes else ""),
        _when_and_where(unit, size, task),
        *map(clean, task.duties),
        "mengadakan koordinasi dengan pihak terkait",
        f"melaporkan hasil pelaksanaan tugas kepada {chief} pada kesempatan pertama",
        closing,
    ]


def _when_and_where(unit: Unit, size: float, task: OrderTask) -> str:
    """Return day, hours and place; what a whole letter does not say is left out, in any other it is left to write."""
    first = long_date(task.day) if task.day else dots(38, size)
    last = long_date(task.until) if task.until else "selesai" if task.day else dots(38, size)
    days = f"pada tanggal {first}" if task.day and task.until == task.day else f"mulai tanggal {first} s.d. {last}"
    hours, place = task.hours, task.place
    if not task.is_numbered:
        hours, place = hours or dots(18, size), place or dots(55, size)
    when = f" pukul {hours} {unit.zona_waktu}" if hours else ""
    where = f" bertempat di {place}" if place else ""
    return f"melaksanakan tugas {days}{when}{where}"


def clean(text: str) -> str:
    """Take the punctuation off an item's end; the letter's list has its own."""
    return text.rstrip(" .;")


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def ended(items: list[str]) -> tuple[str, ...]:
    """End each item with `;`, the last with `.`."""
    return (*tuple(f"{item};" for item in items[:-1]), f"{items[-1]}.")


# Letters of a run have most of these texts in common.
@lru_cache(maxsize=1024)
def title_case(text: str) -> str:
    """Return words in capitals as a sentence writes them: `Negosiasi dan Mediasi`; abbreviations keep theirs."""
    return " ".join(map(_in_sentence, text.split()))


def _in_sentence(word: str) -> str:
    bare = re.sub(r"\W", "", word).upper()
    if word == word.upper() and (bare in ABBREVIATIONS or (len(bare) > 1 and not VOWELS & set(bare))):
        return word
    low = word.lower()
    # A bracket or a quote before a word is no letter of it.
    return low if low in SMALL_WORDS else re.sub(r"\w", lambda first: first[0].upper(), low, count=1)
