"""What the two letters call things: the order (surat perintah) of Polri, the assignment (surat tugas) of others.

An assignment names Nama, NIP, Pangkat/Golongan, Jabatan of each; its list in the annex has the columns of Peraturan
ANRI 5/2021 (naskah dinas penugasan: nomor urut, nama, pangkat, NIP, jabatan, keterangan).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sopgen.model.unit import LetterKind, Unit
from sopgen.plan.letter.task import PersonRow
from sopgen.plan.letter.wording import NO_BREAK, is_civil_servant, number_label

Texts = tuple[str, ...]
People = Sequence[PersonRow]
NAME: Final = "Nama"
# A line of a person in the letter: label and value.
Line = tuple[str, str]


@dataclass(frozen=True)
class LetterWords:
    """The words of a letter.

    `heads` stand over the rows to write people in, `receiver` over the signature of who takes the letter, `closing`
    is the last thing that it asks for. `lines` tells a person, `addressed` all of them where they stand in the
    annex, under `annex_title` and `annex_heads`, each in the texts of `annex_row` after the running number.
    """

    heads: Texts
    receiver: str
    number_to_write: str
    closing: str
    lines: Callable[[PersonRow], Iterator[Line]]
    addressed: Callable[[Unit, People], str]
    annex_title: Texts
    annex_heads: Callable[[People], Texts]
    annex_row: Callable[[PersonRow], Texts]


def _this_letter(unit: Unit, ending: str) -> str:
    return f"{unit.surat_perintah.title} {ending}".replace(" ", NO_BREAK)


def _rank(person: PersonRow) -> Line:
    return "Pangkat/Golongan" if person.grade else "Pangkat", person.rank_and_grade


def _told(*lines: Line) -> Iterator[Line]:
    """Yield the lines that say something."""
    return (line for line in lines if line[1])


def _ordered(person: PersonRow) -> Iterator[Line]:
    """Yield the lines of who is ordered; rank and NIP of a civil servant are too long for one line."""
    numbered: tuple[Line, ...]
    if is_civil_servant(person):
        numbered = (_rank(person), ("NIP", person.number))
    else:
        numbered = ((f"Pangkat/{number_label(person)}", person.rank_and_number),)
    yield NAME, person.name
    yield from _told(
        *numbered, ("Jabatan", person.post), ("Jabatan operasional", person.duty), ("Keterangan", person.remark)
    )


def _assigned(person: PersonRow) -> Iterator[Line]:
    yield NAME, person.name
    yield from _told(
        (number_label(person), person.number),
        _rank(person),
        ("Jabatan", person.post),
        ("Tugas", person.duty),
        ("Keterangan", person.remark),
    )


def _to_ordered(unit: Unit, _: People) -> str:
    """Return the sentence of an order whose people stand in its annex (orders in use at Polres level, 2026)."""
    police = " POLRI" if any("KEPOLISIAN" in line.upper() for line in unit.kop) else ""
    this = _this_letter(unit, "INI").upper()
    return f"PARA PERSONEL{police} {unit.nama.upper()} YANG NAMA, PANGKAT DAN JABATANNYA TERLAMPIR DALAM {this}."


def _to_assigned(unit: Unit, people: People) -> str:
    this = _this_letter(unit, "ini").title().replace("Ini", "ini")
    if any(person.number for person in people):
        return f"Para pegawai {unit.nama} yang nama, pangkat, NIP dan jabatannya tercantum dalam lampiran {this}."
    return f"Para warga masyarakat yang namanya tercantum dalam lampiran {this}."


def _duty_or_remark(people: People) -> str:
    """Return the head of an order's last column: what somebody does in this task, or remarks."""
    duties, remarks = any(one.duty for one in people), any(one.remark for one in people)
    return f"{DUTY}/{REMARK}" if duties and remarks else REMARK if remarks else DUTY


def _last(person: PersonRow) -> str:
    return "; ".join(filter(None, [person.duty, person.remark]))


def _order_heads(people: People) -> Texts:
    return "NO", "NAMA", "PANGKAT", "NRP/NIP", "JABATAN STRUKTUR", _duty_or_remark(people)


def _assignment_heads(people: People) -> Texts:
    label = "NIP" if all(not one.number or is_civil_servant(one) for one in people) else "NIP/NRP"
    return "NO", "NAMA", "PANGKAT/GOLONGAN", label, "JABATAN", "KETERANGAN"


DUTY: Final = "JABATAN OPERASIONAL"
REMARK: Final = "KET"
WORDS: Final = {
    LetterKind.ORDER: LetterWords(
        heads=("No", "Nama", "Pangkat/NRP", "Jabatan", "Ket"),
        receiver="Yang Menerima Perintah,",
        number_to_write="Pangkat/NRP",
        closing="melaksanakan perintah ini dengan saksama dan penuh rasa tanggung jawab",
        lines=_ordered,
        addressed=_to_ordered,
        annex_title=("DAFTAR PERSONEL", "YANG MELAKSANAKAN KEGIATAN"),
        annex_heads=_order_heads,
        annex_row=lambda one: (one.name, one.rank_and_grade, one.number, one.post, _last(one)),
    ),
    LetterKind.ASSIGNMENT: LetterWords(
        heads=("No", "Nama", "NIP", "Pangkat/Golongan", "Jabatan"),
        receiver="Yang Menerima Tugas,",
        number_to_write="NIP",
        closing="melaksanakan tugas ini dengan penuh rasa tanggung jawab",
        lines=_assigned,
        addressed=_to_assigned,
        annex_title=("DAFTAR NAMA", "YANG DITUGASKAN DALAM KEGIATAN"),
        annex_heads=_assignment_heads,
        annex_row=lambda one: (one.name, one.rank_and_grade, one.number, one.post, _last(one)),
    ),
}


def words_for(unit: Unit) -> LetterWords:
    """Return the words of the letter that a unit sends people with."""
    return WORDS[unit.surat_perintah.bentuk]
