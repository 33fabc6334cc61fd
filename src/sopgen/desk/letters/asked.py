"""What the page asks for when a letter is to be shown or given, and the request that the jobs take for it."""

from datetime import date
from pathlib import Path
from typing import Literal

from sopgen.desk.calls import Values
from sopgen.desk.office import edition_file
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
    """Return the request for a run of letters. Raises WrongTerm where a day or the hours are none."""
    return RunRequest(
        order=_order(asked),
        numbered=asked.nomor == "buku" and asked.betulkan is None,
        correct=asked.betulkan,
        reason=" ".join(asked.alasan.split()),
        print_run=print_run,
        paper=asked.paper,
    )


def _order(asked: AskedLetter) -> OrderRequest:
    own = asked.nomor_sendiri if asked.nomor == "sendiri" and asked.betulkan is None else None
    day = _day("tanggal", asked.tanggal)
    if day is None:
        raise WrongTerm("tanggal", say("the letter has no date"), say("write it as 27-11-2026"))
    if not any(any(map(str.strip, row)) for row in asked.orang):
        raise WrongTerm("personel", say("nobody is named yet"), say("paste the list of people, or type a name"))
    if asked.nomor == "sendiri" and own is None and asked.betulkan is None:
        raise WrongTerm("nomor", say("no number is written"), say("write it, or take the one of the agenda book"))
    return OrderRequest(
        spec=edition_file(asked.edisi),
        activity=asked.kegiatan,
        roster=typed_table(asked.orang),
        day=day,
        until=_day("sampai", asked.sampai),
        hours=_hours(asked.pukul),
        place=" ".join(asked.tempat.split()),
        duties=tuple(filter(None, (" ".join(one.split()) for one in asked.untuk))),
        per_person=asked.per_orang,
        number=own,
        signatory=asked.penandatangan or None,
        kka=asked.kka.strip(),
        keep_order=asked.urutan_daftar,
        without_civilians=asked.tanpa_warga,
    )


def _day(key: str, text: str) -> date | None:
    if not text.strip():
        return None
    written = written_date(text.strip())
    try:
        day = date.fromisoformat(written or "")
    except ValueError:
        day = None
    if day is None or not in_years(day):
        what = say('"{value}" is not a date', value=text.strip())
        raise WrongTerm(key, what, say("write it as 27-11-2026 or 27 November 2026"))
    return day


def _hours(text: str) -> str:
    hours = written_hours(text) if text.strip() else ""
    if hours is None:
        raise WrongTerm("pukul", say('"{value}" are no hours', value=text.strip()), say("write 08.00-12.00"))
    return hours
