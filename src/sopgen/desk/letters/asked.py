"""What the page asks for when a letter is to be shown or given, and the request that the jobs take for it."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from sopgen.desk.calls import Values
from sopgen.desk.office import edition_file
from sopgen.errors import SopgenError, together
from sopgen.jobs.letters.deployment import WrongTerm
from sopgen.jobs.letters.request import OrderRequest
from sopgen.jobs.letters.run import Paper, RunRequest
from sopgen.jobs.letters.typed.people import typed_table
from sopgen.messages import say
from sopgen.model.base import in_years, written_date
from sopgen.model.deployment import written_hours


class AskedPaper(Values):
    """How a letter is printed: prints of each, on one side of a sheet or both."""

    rangkap: int = 1
    sisi: Literal["satu", "dua"] = "dua"

    @property
    def paper(self) -> Paper:
        """The same as the jobs know it."""
        return Paper(self.sisi == "dua", min(max(self.rangkap, 1), 99))


class AskedLetter(AskedPaper):
    """A letter as the page has it; `orang` are rows of cells, `nomor` says where the number comes from.

    `betulkan` is the number of the letter that this one replaces; `yakin` says that what looks odd is meant.
    """

    edisi: str
    kegiatan: str
    orang: tuple[tuple[str, ...], ...]
    tanggal: str
    sampai: str = ""
    pukul: str = ""
    tempat: str = ""
    untuk: tuple[str, ...] = ()
    per_orang: bool = False
    penandatangan: str = ""
    kka: str = ""
    urutan_daftar: bool = False
    tanpa_warga: bool = False
    nomor: Literal["buku", "tulis", "sendiri"] = "tulis"
    nomor_sendiri: int | None = None
    betulkan: int | None = None
    alasan: str = ""
    yakin: bool = False


def run_request(asked: AskedLetter, print_run: Path | None = None) -> RunRequest:
    """Return the request for a run of letters. Raises SopgenError with every term that is wrong."""
    return RunRequest(
        order=_order(asked),
        numbered=asked.nomor == "buku" and asked.betulkan is None,
        correct=asked.betulkan,
        reason=" ".join(asked.alasan.split()),
        print_run=print_run,
        paper=asked.paper,
    )


def _order(asked: AskedLetter) -> OrderRequest:
    terms = _Terms()
    day, until = terms.day("tanggal", asked.tanggal), terms.day("sampai", asked.sampai)
    hours, own = terms.hours(asked.pukul), terms.own_number(asked)
    if not asked.tanggal.strip():
        terms.refuse("tanggal", say("the letter has no date"), say("write it as 27-11-2026"))
    if not any(any(map(str.strip, row)) for row in asked.orang):
        terms.refuse("personel", say("nobody is named yet"), say("paste the list of people, or type a name"))
    if terms.wrong or day is None:
        raise together(terms.wrong)
    return OrderRequest(
        spec=edition_file(asked.edisi),
        activity=asked.kegiatan,
        roster=typed_table(asked.orang),
        day=day,
        until=until,
        hours=hours,
        place=" ".join(asked.tempat.split()),
        duties=tuple(filter(None, (" ".join(one.split()) for one in asked.untuk))),
        per_person=asked.per_orang,
        number=own,
        signatory=asked.penandatangan or None,
        kka=asked.kka.strip(),
        keep_order=asked.urutan_daftar,
        without_civilians=asked.tanpa_warga,
    )


def typed_day(key: str, text: str) -> date | None:
    """Return the day that is typed in a field, none where it is empty. Raises WrongTerm where it is no day."""
    if not text.strip():
        return None
    try:
        day = date.fromisoformat(written_date(text.strip()) or "")
    except ValueError:
        day = None
    if day and in_years(day):
        return day
    what = say('"{value}" is not a date', value=text.strip())
    raise WrongTerm(key, what, say("write it as 27-11-2026 or 27 November 2026"))


@dataclass
class _Terms:
    """The typed terms of a letter as they are read; what is wrong with any of them."""

    wrong: list[SopgenError] = field(default_factory=list)

    def refuse(self, key: str, what: str, fix: str) -> None:
        self.wrong.append(WrongTerm(key, what, fix))

    def day(self, key: str, text: str) -> date | None:
        try:
            return typed_day(key, text)
        except WrongTerm as error:
            self.wrong.append(error)
            return None

    def hours(self, text: str) -> str:
        hours = written_hours(text) if text.strip() else ""
        if hours is None:
            self.refuse("pukul", say('"{value}" are no hours', value=text.strip()), say("write 08.00-12.00"))
        return hours or ""

    def own_number(self, asked: AskedLetter) -> int | None:
        if asked.nomor != "sendiri" or asked.betulkan is not None:
            return None
        if not asked.nomor_sendiri or asked.nomor_sendiri < 1:
            fix = say("write it, or take the one of the agenda book")
            self.refuse("nomor", say("no number is written"), fix)
            return None
        return asked.nomor_sendiri
