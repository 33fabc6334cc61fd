"""A step in the life of an edition: what keeps it from being taken, then its event in the record."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopgen import VERSION
from sopgen.errors import Problem, SpecError
from sopgen.files import one_writer
from sopgen.jobs.check import lint, unbuildable
from sopgen.jobs.life.append import append
from sopgen.jobs.life.day import today_at
from sopgen.jobs.life.officials import SIGNATORY, officer_faults
from sopgen.jobs.life.signed import is_signed
from sopgen.jobs.life.told import Who, officer, past, told_by, words
from sopgen.messages import say
from sopgen.model.life.record import Decision, LifeEvent, Officer
from sopgen.model.life.state import RELEASED, Loc, event_faults, opening, uncancelled
from sopgen.model.sop import Sop, Status
from sopgen.read.load import Edition, first_step, load_edition, record_path


@dataclass(frozen=True)
class Transition:
    """What an official decided: the state that the edition is to have, when, and why."""

    to: Status
    officer: Officer
    day: date
    decision: Decision = Decision.APPROVED
    note: str | None = None


@dataclass(frozen=True)
class StepRequest:
    """What is asked of an edition's life: the state it is to have (None cancels the last step), by whom, when."""

    state: Status | None
    who: Who
    day: date
    decision: Decision = Decision.APPROVED
    note: str | None = None

    def of(self, edition: Edition) -> Transition:
        """Return the step; who reviews says who he is, the rest the head in office decides where nobody is named.

        Raises WrongUsage where it is not said who, or the day is to come, SpecError where there is no step to cancel.
        """
        note, day = words(self.note, "note"), past(self.day, today_at(edition.unit))
        in_office = None if self.state is Status.REVIEWED else SIGNATORY
        by = officer(edition, told_by(self.who, in_office))
        if self.state is None:
            return cancelling(edition, by, day, note)
        return Transition(self.state, by, day, self.decision, note)


def approve(edition: Edition, step: Transition) -> LifeEvent:
    """Write a step into the edition's record and return its event.

    Raises SpecError with everything that keeps it from that; the record then stays as it was.
    """
    with one_writer(record_file(edition).with_suffix(".langkah")):
        now = load_edition(edition.path)  # what another one wrote meanwhile counts
        event = _event(now, step)
        faults = sorted({*refusals(now, event)})
        if faults:
            raise SpecError(faults)
        if event.keadaan in RELEASED and event.keputusan is Decision.APPROVED:
            event = event.model_copy(update={"naskah": _printed(now), "program": VERSION})
        append(record_file(now), "riwayat", event, sop=now.sop)
    return event


def missing(edition: Edition, step: Transition) -> list[Problem]:
    """Return everything that would keep a step from being written now; nothing is written."""
    return sorted({*refusals(edition, _event(edition, step))})


def _event(edition: Edition, step: Transition) -> LifeEvent:
    return LifeEvent(
        keadaan=step.to,
        tanggal=step.day,
        oleh=step.officer,
        keputusan=step.decision,
        catatan=step.note,
        sidik=edition.digests.whole,
        bagian=dict(edition.digests.parts),
    )


def cancelling(edition: Edition, officer: Officer, day: date, note: str | None) -> Transition:
    """Return the step that cancels the last one; it stays in the record. Raises SpecError where there is none."""
    standing = uncancelled(edition.events)
    if not standing:
        words = (say("there is no step to cancel"), say("look at `sopgen status`"))
        raise SpecError([in_record(edition, "PS02", ("riwayat",), words)])
    return Transition(standing[-1].keadaan, officer, day, Decision.CANCELLED, note)


def _printed(edition: Edition) -> dict[str, str]:
    from sopgen.jobs.life.remake import Remake, as_signed  # here, since it loads Word and Typst

    return Remake(as_signed(edition)).digests


def record_file(edition: Edition) -> Path:
    """Return where the edition's record is kept."""
    return record_path(Path(edition.unit_source.file).parent, edition.sop.name)


def refusals(edition: Edition, event: LifeEvent) -> Iterator[Problem]:
    """Yield everything that keeps an event from being written."""
    # Two files of one edition share its record: the approval of one would stand in it for the other.
    yield from (problem for problem in lint(edition) if problem.code == "ID08")
    for fault in event_faults(edition.events, event, edition.sop):
        yield in_record(edition, fault.code, fault.loc, (fault.what, fault.fix))
    for code, *told in (*officer_faults(edition, event), *_day_faults(edition, event.tanggal)):
        yield in_record(edition, code, ("riwayat", len(edition.events)), (told[0], told[1]))
    if event.keputusan is Decision.APPROVED:
        if event.keadaan is Status.READY:
            yield from (problem for problem in _not_ready(edition, event.tanggal) if problem.code != "ID08")
        if event.keadaan in RELEASED:
            yield from _undated(edition)
            yield from unbuildable(edition)
        if event.keadaan is Status.IN_FORCE:
            yield from _not_issued(edition, event) if edition.sop.sebagaimana_terbit else _unsigned(edition)


def _day_faults(edition: Edition, day: date) -> Iterator[tuple[str, str, str]]:
    if day > today_at(edition.unit):
        yield "PS03", say("{day} lies in the future", day=day), say("correct the date")


def in_record(edition: Edition, code: str, loc: Loc, words: tuple[str, str]) -> Problem:
    """Return a problem at a place of the record, which may not be there yet."""
    if edition.record:
        return edition.record.source.problem(code, loc, *words)
    return Problem(record_file(edition).as_posix(), 1, 1, code, *words)


def _not_ready(edition: Edition, day: date) -> Iterator[Problem]:
    """Yield what is to be mended before an edition may be signed: afterwards it would void the approval."""
    # As what it is to be: some rules leave a draft time.
    wanted = replace(edition, sop=edition.sop.model_copy(update={"status": Status.READY}))
    yield from (problem for problem in lint(wanted, day) if problem.severity == "error")
    source, sop = edition.sop_source, edition.sop
    if sop.contoh:
        what, fix = say("an example is never approved"), say("copy it, and remove `contoh: true`")
        yield source.problem("PS08", ("contoh",), what, fix)


def _undated(edition: Edition) -> Iterator[Problem]:
    if edition.sop.identitas.tanggal_efektif.nilai is None:
        what = say("there is no effective date")
        fix = say("write it before the approval: a later change would void it")
        yield edition.sop_source.problem("PS06", ("identitas", "tanggal_efektif", "nilai"), what, fix)


def _unsigned(edition: Edition) -> Iterator[Problem]:
    if not is_signed(edition):
        who = edition.sop.identitas.pengesah.nama
        what = say("{name} has not signed sop.pdf as it stands", name=who)
        spec, final = edition.path.as_posix(), f"build/{edition.sop.name}/sop.pdf"
        command = f"sopgen build {spec} --release && sopgen sign {final} --by pengesah ..."
        fix = say("make it and have it signed: {command}", command=command)
        yield in_record(edition, "PS07", ("tanda_tangan",), (what, fix))


def _not_issued(edition: Edition, event: LifeEvent) -> Iterator[Problem]:
    """Yield why an edition that says to be kept as issued is none, or is not proven to be one."""
    sop = edition.sop
    days = [event.tanggal, first_step(record_file(edition).parents[1])]
    if opening(_stated(sop), min(filter(None, days))) is not Status.IN_FORCE:
        yield not_as_issued(edition)
    if edition.life.unproven or not edition.record:
        what = say("the scan of the signed original of {sop} is not registered", sop=sop.name)
        command = f"sopgen build {edition.path.as_posix()} && sopgen sign build/{sop.name}/sop.pdf --by pengesah"
        fix = say("compare it with the original, then: {command}", command=f"{command} --scan ... --date ...")
        yield in_record(edition, "PS07", ("tanda_tangan",), (what, fix))


def not_as_issued(edition: Edition) -> Problem:
    """Return the problem of an edition that says to be kept as issued, but was not issued before records began."""
    what = say("an edition as issued takes effect before the first step in any record of spec/pengesahan/")
    fix = say("remove `sebagaimana_terbit`, and have it reviewed and approved")
    return edition.sop_source.problem("PS12", ("sebagaimana_terbit",), what, fix)


def _stated(sop: Sop) -> Sop:
    return sop.model_copy(update={"status": Status.IN_FORCE})
