"""All editions at a glance: where each stands, by whose approval, and what is due next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopgen.errors import Problem, SpecError
from sopgen.jobs.life.day import days_to_come, today_at
from sopgen.jobs.life.lost_records import lost_records
from sopgen.jobs.soundness.voided import voided
from sopgen.model.life.record import LifeEvent
from sopgen.model.life.schedule import Due, dues
from sopgen.model.life.state import Life
from sopgen.model.life.succession import successor
from sopgen.model.sop import Sop, Status
from sopgen.read.load import Edition, load_edition
from sopgen.workspace import editions as named_or_all


@dataclass(frozen=True)
class EditionState:
    """Where an edition stands; `recorded`: whether it has events, `next`: the edition that ends it on its day."""

    path: str
    sop: Sop
    life: Life
    recorded: bool
    due: tuple[Due, ...]
    next: Sop | None = None

    @property
    def ends(self) -> date | None:
        """The day on which the next edition takes effect."""
        return self.next.day if self.next else None

    @property
    def first(self) -> date:
        """The day of what is due first; the last of all days where nothing is."""
        return min((due.day for due in self.due), default=date.max)


@dataclass(frozen=True)
class Overview:
    """Where the editions stand that can be read, and the faults: of the others, of records that belong to none."""

    standings: tuple[EditionState, ...]
    faults: tuple[Problem, ...]
    voided: tuple[Problem, ...]

    @property
    def approved(self) -> list[str]:
        """The files of the editions that are approved as they stand."""
        return [one.path for one in self.standings if one.life.released]

    def in_force(self, today: date) -> list[str]:
        """Return the names of the editions that are in force on a day by a signature, or as a registered original."""
        held = [one for one in self.standings if one.sop.status is Status.IN_FORCE and not one.life.unproven]
        return [one.sop.name for one in held if one.life.approval and not (one.ends and one.ends <= today)]


def look_over(specs: Sequence[Path]) -> Overview:
    """Return where the named editions stand; all here, and the records that belong to none, where none is named."""
    found: list[Edition] = []
    faults: list[Problem] = []
    paths = named_or_all(specs)
    for path in paths:
        try:
            found.append(load_edition(path))
        except SpecError as error:
            faults += error.problems
    faults += [problem for one in found for problem in days_to_come(one, today_at(one.unit))]
    if not specs:
        faults += lost_records(paths)
    changed = tuple(problem for edition in found for problem in voided(edition))
    return Overview(tuple(overview(found)), tuple(faults), changed)


def as_data(one: EditionState, today: date) -> dict[str, object]:
    """Return where an edition stands as plain data, as other programs read it."""
    life = one.life
    return {
        "sop": one.sop.id,
        "edition": one.sop.edisi,
        "file": one.path,
        "state": one.sop.status.value,
        "recorded": one.recorded,
        "approved_as_it_stands": life.released,
        "approval": _event_data(life.approval),
        "voided": _event_data(life.voided),
        "changed": list(life.changed),
        "due": [
            {"kind": due.look.value, "date": due.day.isoformat(), "overdue": due.overdue(today)} for due in one.due
        ],
        "proven": not life.unproven,
        "ends": one.ends.isoformat() if one.ends else None,
        "replaced_by": one.next.name if one.next else None,
    }


def _event_data(event: LifeEvent | None) -> dict[str, object] | None:
    return event.model_dump(mode="json", exclude={"bagian"}) if event else None


def overview(editions: Sequence[Edition]) -> list[EditionState]:
    """Return where the editions stand: what is overdue first, then what is due soonest, then the rest by name."""
    standings = (_standing(edition, editions) for edition in editions)
    return sorted(standings, key=lambda one: (one.first, one.sop.name))


def _standing(edition: Edition, editions: Sequence[Edition]) -> EditionState:
    later = successor(edition.sop, [other.sop for other in editions])
    return EditionState(
        path=edition.path.as_posix(),
        sop=edition.sop,
        life=edition.life,
        recorded=bool(edition.events),
        due=tuple(due for due in _dues(edition) if later is None or due.day < later.day),
        next=later,
    )


def _dues(edition: Edition) -> Iterator[Due]:
    """Yield what is due for an edition in force, also for one whose approval a later change took away."""
    voided = edition.life.voided
    in_force = edition.sop.status is Status.IN_FORCE or (voided and voided.keadaan is Status.IN_FORCE)
    if in_force and not edition.sop.contoh:
        yield from dues(edition.sop, edition.record.file if edition.record else None)
