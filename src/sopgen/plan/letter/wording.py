"""The sentences of a letter, and the dotted lines to write on where they are not known."""

from typing import Final

from sopgen.model.base import long_date
from sopgen.model.sop import Activity, Sop
from sopgen.model.unit import Signatory, Unit
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.plan.measure import text_width

NIP_DIGITS: Final = 18
SMALL_WORDS: Final = frozenset({"dan", "di", "ke", "dari", "yang", "untuk"})


def dots(width: float, size_pt: float) -> str:
    """Return a dotted line to write on, `width` millimetres long."""
    return "." * round(width / text_width(".", size_pt))


def rank_line(person: PersonRow) -> str:
    """Return what stands under a name: rank and number, an NRP, or a NIP of 18 digits for a civil servant."""
    label = "NIP" if len(person.number) == NIP_DIGITS else "NRP"
    return " ".join(filter(None, [person.rank, person.number and f"{label} {person.number}"]))


def signatory_rank(signatory: Signatory) -> str:
    """Return what stands under the signatory's name."""
    return f"{signatory.pangkat} NRP {signatory.nrp}"


def sop_as_basis(sop: Sop) -> str:
    """Return the SOP as the basis of a letter: its name, number and date."""
    finished = sop.identitas.finished
    dated = f" tanggal {long_date(finished)}" if finished else ""
    name = sop.judul.removeprefix("SOP ")
    return f"Standar Operasional Prosedur {name} Nomor {sop.identitas.nomor_sop.nilai}{dated}"


def duties(unit: Unit, activity: Activity, name: str, size: float, task: OrderTask) -> list[str]:
    """Return what is ordered: the activity's purpose, when and where, own tasks, then the customary closing items."""
    first = long_date(task.day) if task.day else dots(38, size)
    last = long_date(task.until) if task.until else "selesai" if task.day else dots(38, size)
    when = f"pukul {task.hours or dots(18, size)} {unit.zona_waktu}"
    purposes = [_lower_first(clean(purpose)) for purpose in activity.maksud.isi]
    return [
        f"melaksanakan kegiatan {name}, yaitu {' dan '.join(purposes)}",
        f"melaksanakan tugas mulai tanggal {first} s.d. {last} {when} bertempat di {task.place or dots(55, size)}",
        *map(clean, task.duties),
        "mengadakan koordinasi dengan pihak terkait",
        "melaporkan hasil pelaksanaan tugas pada kesempatan pertama",
        "melaksanakan perintah ini dengan saksama dan penuh rasa tanggung jawab",
    ]


def clean(text: str) -> str:
    """Take the punctuation off an item's end; the letter's list has its own."""
    return text.rstrip(" .;")


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def ended(items: list[str]) -> tuple[str, ...]:
    """End each item with `;`, the last with `.`."""
    return (*tuple(f"{item};" for item in items[:-1]), f"{items[-1]}.")


def title_case(text: str) -> str:
    """Return words in capitals as a sentence writes them: `Negosiasi dan Mediasi`."""
    words = text.lower().split()
    return " ".join(word if word in SMALL_WORDS else word.capitalize() for word in words)
