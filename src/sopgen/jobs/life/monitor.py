"""Write down that an edition was monitored or evaluated."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopgen.errors import SpecError, WrongUsage, with_fix
from sopgen.jobs.life.append import append
from sopgen.jobs.life.approve import in_record, record_file
from sopgen.jobs.life.day import today_at
from sopgen.jobs.life.told import Who, officer, past, told_by, words
from sopgen.messages import say
from sopgen.model.life.criteria import CRITERIA, Answer, Criteria
from sopgen.model.life.record import Monitoring, Outcome, Review
from sopgen.model.life.schedule import in_force_since
from sopgen.model.life.succession import successor
from sopgen.model.sop import Status
from sopgen.read.load import Edition, load_others


@dataclass(frozen=True)
class ReviewRequest:
    """A monitoring or evaluation that took place: which, on which day, by whom, how it goes, the seven answers."""

    kind: Review
    day: date
    who: Who
    outcome: Outcome
    criteria: Criteria | None = None
    note: str | None = None
    action: str | None = None

    def of(self, edition: Edition) -> Monitoring:
        """Return it as the record keeps it; raise SopgenError where it is not said who it was, or when."""
        if (self.criteria is None) is (self.kind is Review.EVALUATION):
            what = say("an evaluation answers the seven criteria, a monitoring none of them")
            raise WrongUsage(with_fix(what, say("answer each with yes or no, or choose the monitoring")))
        return Monitoring(
            jenis=self.kind,
            tanggal=past(self.day, today_at(edition.unit)),
            oleh=officer(edition, told_by(self.who)),
            hasil=self.outcome,
            kriteria=self.criteria,
            catatan=words(self.note, "note"),
            tindakan=words(self.action, "action"),
        )


def answers(text: str | None, kind: Review) -> Criteria | None:
    """Return the seven answers of an evaluation, given as `ya,ya,tidak,...`; None for a monitoring.

    Raises WrongUsage where they do not belong, are not seven, or one is neither ya nor tidak.
    """
    if kind is not Review.EVALUATION:
        if text:
            raise WrongUsage(with_fix(say("--criteria goes with --kind evaluasi"), say("leave it out")))
        return None
    known = [one.value for one in Answer]
    given = [one.strip().lower() for one in (text or "").split(",")]
    if len(given) != len(CRITERIA) or not set(given) <= set(known):
        asked = "; ".join(f"{n}. {criterion}" for n, criterion in enumerate(CRITERIA.values(), 1))
        what = say("an evaluation answers seven criteria, each ya or tidak: {criteria}", criteria=asked)
        raise WrongUsage(with_fix(what, say("--criteria ya,ya,tidak,ya,ya,ya,ya")))
    return Criteria(**{key: Answer(one) for key, one in zip(CRITERIA, given, strict=True)})


def write_down(edition: Edition, seen: Monitoring) -> Path:
    """Add a monitoring to the record and return the record's path.

    Raises SpecError where the edition was not in force on that day.
    """
    record = edition.record.file if edition.record else None
    since = in_force_since(edition.sop, record)
    never = edition.sop.status is not Status.IN_FORCE and not any(
        event.keadaan is Status.IN_FORCE for event in edition.events
    )
    later = successor(edition.sop, [other.sop for other in load_others(edition)])
    if never or (since and seen.tanggal < since) or (later and seen.tanggal >= later.day):
        what = say("{sop} was not in force on {date}", sop=edition.sop.name, date=seen.tanggal)
        told = (what, say("name the edition that was, or correct --date"))
        raise SpecError([in_record(edition, "PS10", ("pemantauan",), told)])
    path = record_file(edition)
    append(path, "pemantauan", seen, sop=edition.sop)
    return path
