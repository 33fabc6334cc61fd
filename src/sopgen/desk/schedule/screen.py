"""The routes of Jadwal."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from starlette.routing import BaseRoute

from sopgen.desk.approval.by_whom import ByWhom
from sopgen.desk.calls import Answer, FileAnswer, Nothing, reading, sending, writing
from sopgen.desk.noted import noted
from sopgen.desk.office import edition_file, edition_files, edition_name
from sopgen.jobs.life.calendar import calendar
from sopgen.jobs.life.day import today_at
from sopgen.jobs.life.monitor import ReviewRequest, write_down
from sopgen.jobs.life.officials import officers_of
from sopgen.jobs.life.overview import EditionState, look_over
from sopgen.jobs.office.log import LoggedAct
from sopgen.model.life.criteria import CRITERIA, Criteria
from sopgen.model.life.record import Monitoring, Outcome, Review
from sopgen.read.load import Edition, load_edition

CALENDAR_FILE = "jadwal-sop.ics"


class ReviewAsked(ByWhom):
    """A monitoring or evaluation of an edition."""

    edisi: str
    jenis: Review
    tanggal: date
    hasil: Outcome
    kriteria: dict[str, Literal["ya", "tidak"]] | None = None
    catatan: str = ""
    tindakan: str = ""

    @property
    def request(self) -> ReviewRequest:
        """What is to be written down."""
        return ReviewRequest(
            kind=self.jenis,
            day=self.tanggal,
            who=self.who,
            outcome=self.hasil,
            criteria=Criteria.model_validate(self.kriteria) if self.kriteria else None,
            note=self.catatan,
            action=self.tindakan,
        )


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        reading("/api/jadwal", Nothing, schedule),
        sending("/api/jadwal/kalender", Nothing, calendar_file),
        writing("/api/jadwal/catat", ReviewAsked, noted(LoggedAct.REVIEW, written, _words)),
    ]


def schedule(_: Nothing) -> Answer:
    """Return what is due of each edition in force, and what was written down of it."""
    standings = look_over([]).standings if edition_files() else ()
    return {"edisi": [_told(one) for one in standings if one.due], "kriteria": CRITERIA}


def _told(one: EditionState) -> Answer:
    edition = load_edition(Path(one.path))
    today = today_at(edition.unit)
    return {
        "nama": edition_name(edition.path),
        "judul": one.sop.judul,
        "edisi": one.sop.edisi,
        "hari_ini": today.isoformat(),
        "jatuh": [
            {"jenis": due.look.value, "hari": due.day.isoformat(), "lewat": due.overdue(today)} for due in one.due
        ],
        "pejabat": [
            {"id": name, "nama": f"{who.pangkat} {who.nama}".strip(), "jabatan": who.jabatan}
            for name, who in officers_of(edition.unit).items()
        ],
        "catatan": [*_reviews(edition)][::-1],
    }


def _reviews(edition: Edition) -> Iterator[Answer]:
    for one in edition.record.file.pemantauan if edition.record else ():
        yield {
            "jenis": one.jenis.value,
            "tanggal": one.tanggal.isoformat(),
            "oleh": one.oleh.nama,
            "baik": one.hasil is Outcome.GOOD,
            "kurang": _lacking(one),
            "catatan": one.catatan or "",
            "tindakan": one.tindakan or "",
        }


def _lacking(one: Monitoring) -> list[str]:
    """Return the criteria that were not met."""
    answers = one.kriteria.model_dump() if one.kriteria else {}
    return [words for key, words in CRITERIA.items() if answers.get(key) == "tidak"]


def calendar_file(_: Nothing) -> FileAnswer:
    """Return what is due as a calendar for Outlook and phones."""
    return FileAnswer(CALENDAR_FILE, calendar(look_over([]).standings))


def written(asked: ReviewAsked) -> Answer:
    """Write a monitoring or evaluation into the record of its edition."""
    edition = load_edition(edition_file(asked.edisi))
    write_down(edition, asked.request.of(edition))
    return schedule(Nothing())


def _words(asked: ReviewAsked, _: Answer) -> str:
    return f"{asked.edisi}: {asked.jenis.value}"
