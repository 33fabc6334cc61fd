"""Buku agenda at the desk: the numbers of a year with their letters, void ones too, and the book to be kept."""

import json
from collections.abc import Sequence

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, FileAnswer, Values, reading, sending, writing
from sopgen.desk.noted import noted
from sopgen.desk.office import opened_office
from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.letters.typed.preview import next_number, register_here
from sopgen.jobs.life.day import today_at
from sopgen.jobs.office.log import LoggedAct
from sopgen.jobs.register.begin import begun
from sopgen.jobs.register.folder import opened, unit_here
from sopgen.messages import say
from sopgen.register.agenda import to_xlsx
from sopgen.register.entry import NumberEntry
from sopgen.register.look import RegisterView


class Year(Values):
    """A year of the book; this one where none is named."""

    tahun: int | None = None


class LastOnes(Year):
    """How many letters of the year are wanted; all where it is not said."""

    paling: int | None = None


class Beginning(Year):
    """The next number of the office's paper book."""

    nomor: int


class Voiding(Values):
    """A number that is to count no more, and why."""

    tahun: int
    nomor: int
    alasan: str


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the book."""
    return [
        reading("/api/agenda", LastOnes, book),
        writing(
            "/api/agenda/mulai",
            Beginning,
            noted(LoggedAct.REGISTER, began, _number),
        ),
        writing(
            "/api/agenda/batal",
            Voiding,
            noted(LoggedAct.VOID, voided, _number),
        ),
        sending("/api/agenda/unduh", Year, sheet),
    ]


def _number(asked: Beginning | Voiding, _: Answer) -> str:
    """Return the number for the log."""
    return f"{asked.nomor}/{asked.tahun}" if asked.tahun else str(asked.nomor)


def register() -> RegisterView:
    """Return the register. Raises SopgenError where none is begun."""
    found = register_here()
    if found is None:
        raise SopgenError(
            with_fix(say("there is no agenda book yet"), say("begin it with the next number of your paper book"))
        )
    return found


def book(asked: LastOnes) -> Answer:
    """Return the numbers of a year, the last one first, and the years that the book has."""
    unit = unit_here() if opened_office() else None
    if unit is None:
        return {"folder": False}
    year, found = asked.tahun or today_at(unit).year, register_here()
    if found is None:
        return {"folder": True, "tahun": year, "nomor": None, "surat": [], "semua": [year], "kantor": unit.nama}
    entries = found.entries()
    return {
        "folder": True,
        "tahun": year,
        "nomor": next_number(found, year),
        "surat": [_entry(found, one) for one in _last(entries, year)[: asked.paling]],
        "semua": sorted({year, today_at(unit).year, *(one.year for one in entries)}, reverse=True),
        "kantor": unit.nama,
    }


def _last(entries: Sequence[NumberEntry], year: int) -> list[NumberEntry]:
    return [one for one in reversed(entries) if one.year == year]


def _entry(found: RegisterView, one: NumberEntry) -> Answer:
    former = found.former(one.year, one.number) if one.version > 1 else []
    return {
        "tahun": one.year,
        "urut": one.number,
        "nomor": one.text,
        "hari": one.day.isoformat() if one.day else "",
        "hal": one.subject,
        "kepada": one.to,
        "orang": _people(one.content),
        "keadaan": one.state.value,
        "alasan": one.reason,
        "bentuk": sorted(name.rpartition(".")[2] for name in one.files),
        "dahulu": [{"versi": was.version, "alasan": was.reason, "berkas": sorted(was.files)} for was in former],
    }


def _people(content: str) -> list[str]:
    """Return the people whom a letter names, with their numbers: what a search by person looks through."""
    try:
        return [f"{told[1]} {told[0]} {told[2]}".strip() for told in json.loads(content or "{}").get("personel", ())]
    except (ValueError, LookupError, TypeError):
        return []  # of a form that this sopgen does not write


def began(asked: Beginning) -> Answer:
    """Begin the book at the next number of the paper one."""
    if asked.nomor < 1:
        raise SopgenError(with_fix(say("no number is written"), say("write the next number of your paper book")))
    begun(None, first=asked.nomor, year=asked.tahun)
    return {"nomor": asked.nomor}


def voided(asked: Voiding) -> Answer:
    """Void a number, and tell which files are to be taken back."""
    entry = opened(None).void(asked.tahun, asked.nomor, " ".join(asked.alasan.split()))
    return {"nomor": entry.text, "berkas": sorted(entry.files)}


def sheet(asked: Year) -> FileAnswer:
    """Return the book as a workbook, set up to be printed."""
    found = register()
    year = f"-{asked.tahun}" if asked.tahun else ""
    return FileAnswer(f"agenda{year}.xlsx", to_xlsx(found.entries(asked.tahun), found.office.name))
