"""The routes of Peraturan."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, Nothing, Values, reading, shown, writing
from sopgen.desk.letters.asked import typed_day
from sopgen.desk.noted import noted
from sopgen.desk.phrases.days import days_in_words
from sopgen.jobs.laws.add import NewLaw, listed
from sopgen.jobs.laws.check import table_problems
from sopgen.jobs.laws.facts import facts
from sopgen.jobs.laws.table import LawTable, law_named, looked_up, opened
from sopgen.jobs.letters.deployment import WrongTerm
from sopgen.jobs.life.day import today_at
from sopgen.jobs.office.log import LoggedAct
from sopgen.messages import say
from sopgen.model.law.citation import read_citation
from sopgen.model.law.regulation import Regulation, Standing, Sureness
from sopgen.read.load import load_unit


class LawsAsked(Values):
    """Words that a law is looked for by, and its standing; empty for all."""

    kata: str = ""
    status: Standing | None = None


class LawNamed(Values):
    """A law, and the day of which it is asked; today where none is typed."""

    id: str
    hari: str = ""


class LawTyped(Values):
    """A law to be listed; days as they are typed, other laws as they are cited."""

    sebutan: str
    judul: str = ""
    tanggal: str = ""
    status: Standing = Standing.UNKNOWN
    sejak: str = ""
    diganti_oleh: str = ""
    mengubah: str = ""
    sumber: str
    kepastian: Sureness
    catatan: str = ""

    @property
    def law(self) -> NewLaw:
        """The same as the jobs know it. Raises WrongTerm where a day is none."""
        return NewLaw(
            cited=_plain(self.sebutan) or "",
            source=_plain(self.sumber) or "",
            sure=self.kepastian,
            title=_plain(self.judul),
            day=typed_day("tanggal", self.tanggal),
            standing=self.status,
            since=typed_day("sejak", self.sejak),
            replaced_by=_plain(self.diganti_oleh),
            amends=_plain(self.mengubah),
            note=_plain(self.catatan),
        )


def _plain(text: str) -> str | None:
    return " ".join(text.split()) or None


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        reading("/api/peraturan", LawsAsked, laws),
        reading("/api/peraturan/satu", LawNamed, law),
        reading("/api/peraturan/periksa", Nothing, checked),
        writing("/api/peraturan", LawTyped, noted(LoggedAct.LAW, add, lambda asked, _: asked.sebutan)),
    ]


def laws(asked: LawsAsked) -> Answer:
    """Return the laws that have all words, with their standing today."""
    table, today = opened(), _today()
    found = looked_up(table, asked.kata) if asked.kata.strip() else table.laws.known
    told = [_told(table, one, today) for one in found]
    return {
        "peraturan": [one for one in told if asked.status in (None, one["status"])],
        "semua": len(table.laws.known),
    }


def _told(table: LawTable, law: Regulation, day: date) -> Mapping[str, object]:
    return {
        "id": law.id,
        "sebutan_resmi": law.official(day),
        "status": law.standing(day).value,
        "sejak": str(law.since) if law.status is Standing.REVOKED else "",
        "pengganti": table.laws.successor(law, day) if law.status is Standing.REVOKED else "",
        "kepastian": law.kepastian,
    }


def law(asked: LawNamed) -> Answer:
    """Return what is known of a law, and how a document of the day cites it."""
    table, day = opened(), typed_day("hari", asked.hari) or _today()
    found = law_named(table, asked.id)
    told = [[days_in_words(part) for part in one] for one in facts(table, found, day) if one[0] != "id"]
    return {**_told(table, found, day), "fakta": told}


def checked(_: Nothing) -> Answer:
    """Return what in the table can not be, and what is still to be looked up."""
    return {"temuan": list(map(shown, table_problems(opened())))}


def add(asked: LawTyped) -> Answer:
    """List a law, as `sopgen peraturan add` does."""
    for key, text, what in (
        ("sebutan", asked.sebutan, say("the law is not named")),
        ("sumber", asked.sumber, say("its source is not named")),
    ):
        if not text.strip():
            raise WrongTerm(key, what, say("fill it in"))
    if read_citation(asked.sebutan) is None:
        what = say('"{words}" names no law', words=asked.sebutan)
        raise WrongTerm("sebutan", what, say("write kind, number and year: Perpol Nomor 1 Tahun 2021"))
    name = listed(asked.law)
    return _told(opened(), law_named(opened(), name), _today())


def _today() -> date:
    return today_at(load_unit(Path("spec", "satuan.yaml")))
