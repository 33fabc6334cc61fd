"""Whom an order is given to: a numbered block for a few, the official sentence where they stand in the annex."""

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.model.unit import Unit
from sopgen.plan.letter.contents import RecipientLine
from sopgen.plan.letter.task import PersonRow
from sopgen.plan.letter.wording import NO_BREAK, number_label

# Up to five people stand in the letter, more in its annex.
MOST_IN_LETTER: Final = 5
TO: Final = "Kepada"


def addressed(unit: Unit) -> str:
    """Return the sentence of an order whose people stand in its annex (orders in use at Polres level, 2026)."""
    police = " POLRI" if any("KEPOLISIAN" in line.upper() for line in unit.kop) else ""
    this = f"{unit.surat_perintah.judul.upper()} INI".replace(" ", NO_BREAK)
    return f"PARA PERSONEL{police} {unit.nama.upper()} YANG NAMA, PANGKAT DAN JABATANNYA TERLAMPIR DALAM {this}."


def recipient_lines(people: Sequence[PersonRow]) -> tuple[RecipientLine, ...]:
    """Return the lines of those who stand in the letter; one alone has no number."""
    if len(people) > MOST_IN_LETTER:
        return ()
    numbered = len(people) > 1
    lines = [
        (f"{n}." if numbered and first else "", label, value)
        for n, person in enumerate(people, 1)
        for first, (label, value) in _numbered(person)
    ]
    return tuple(RecipientLine(TO if n == 0 else "", *line) for n, line in enumerate(lines))


def _numbered(person: PersonRow) -> Iterator[tuple[bool, tuple[str, str]]]:
    return ((n == 0, line) for n, line in enumerate(_lines(person)))


def _lines(person: PersonRow) -> Iterator[tuple[str, str]]:
    """Yield label and value of each line of a person; what is not known has no line."""
    yield "Nama", person.name
    if person.rank or person.number:
        label = number_label(person)
        yield f"Pangkat/{label}", person.rank_and_number
    for name, value in (
        ("Jabatan", person.post),
        ("Jabatan operasional", person.duty),
        ("Keterangan", person.remark),
    ):
        if value:
            yield name, value
