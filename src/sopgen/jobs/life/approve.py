"""A step in the life of an edition: what keeps it from being taken, then its event in the record."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopgen.errors import Problem, SpecError
from sopgen.jobs.check import lint, unbuildable
from sopgen.jobs.life.append import append
from sopgen.jobs.life.signed import is_signed
from sopgen.messages import say
from sopgen.model.life.record import Decision, LifeEvent, Officer
from sopgen.model.life.state import RELEASED, Loc, event_faults
from sopgen.model.sop import Status
from sopgen.read.load import Edition, load_edition, record_path


@dataclass(frozen=True)
class Transition:
    """What an official decided: the state that the edition is to have, when, and why."""

    to: Status
    officer: Officer
    day: date
    decision: Decision = Decision.APPROVED
    note: str | None = None


def approve(edition: Edition, step: Transition) -> LifeEvent:
    """Write a step into the edition's record and return its event.

    Raises SpecError with everything that keeps it from that; the record then stays as it was.
    """
    event = LifeEvent(
        keadaan=step.to,
        tanggal=step.day,
        oleh=step.officer,
        keputusan=step.decision,
        catatan=step.note,
        sidik=edition.digests.whole,
        bagian=dict(edition.digests.parts),
    )
    faults = sorted({*refusals(edition, event)})
    if faults:
        raise SpecError(faults)
    append(record_file(edition), "riwayat", event, sop=edition.sop)
    return event


def record_file(edition: Edition) -> Path:
    """Return where the edition's record is kept."""
    return record_path(Path(edition.unit_source.file).parent, edition.sop.name)


def refusals(edition: Edition, event: LifeEvent) -> Iterator[Problem]:
    """Yield everything that keeps an event from being written."""
    # Two files of one edition share its record: the approval of one would stand in it for the other.
    yield from (problem for problem in lint(edition) if problem.code == "ID08")
    for fault in event_faults(edition.events, event, edition.sop):
        yield in_record(edition, fault.code, fault.loc, (fault.what, fault.fix))
    if event.keputusan is Decision.APPROVED:
        if event.keadaan is Status.READY:
            yield from (problem for problem in _not_ready(edition, event.tanggal) if problem.code != "ID08")
        if event.keadaan in RELEASED:
            yield from _undated(edition)
            yield from unbuildable(edition)
        if event.keadaan is Status.IN_FORCE and not edition.sop.sebagaimana_terbit:
            yield from _unsigned(edition)


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
        yield in_record(
            edition, "PS07", ("tanda_tangan",), (what, say("make it and have it signed: {command}", command=command))
        )


def replaced(edition: Edition) -> list[Edition]:
    """Return the older editions of the same SOP that are still in force, to be revoked once this one is."""
    folder = Path(edition.unit_source.file).parent / "sop"
    others = [found for path in sorted(folder.glob("*/*.yaml")) if (found := _readable(path))]
    return [other for other in others if replaces(edition, other)]


def replaces(newer: Edition, older: Edition) -> bool:
    """Tell whether both are in force and the first one takes effect later."""
    same = newer.sop.id == older.sop.id and newer.sop.edisi != older.sop.edisi
    return same and older.sop.status is newer.sop.status is Status.IN_FORCE and older.sop.day < newer.sop.day


def _readable(path: Path) -> Edition | None:
    try:
        return load_edition(path)
    except SpecError:  # the faults of another edition are not this one's
        return None
