"""All editions at a glance: where each stands, by whose approval, and what is due next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sopgen.jobs.life.approve import replaces
from sopgen.model.life.schedule import Due, dues
from sopgen.model.life.state import Life
from sopgen.model.sop import Sop, Status
from sopgen.read.load import Edition


@dataclass(frozen=True)
class EditionState:
    """Where an edition stands; `recorded`: whether it has events, `replaced_by`: a newer edition that is in force."""

    path: str
    sop: Sop
    life: Life
    recorded: bool
    due: tuple[Due, ...]
    replaced_by: str = ""

    @property
    def first(self) -> date:
        """The day of what is due first; the last of all days where nothing is."""
        return min((due.day for due in self.due), default=date.max)


def overview(editions: Sequence[Edition]) -> list[EditionState]:
    """Return where the editions stand: what is overdue first, then what is due soonest, then the rest by name."""
    standings = (_standing(edition, editions) for edition in editions)
    return sorted(standings, key=lambda one: (one.first, one.sop.name))


def _standing(edition: Edition, editions: Sequence[Edition]) -> EditionState:
    newer = (other.sop.name for other in editions if replaces(other, edition))
    return EditionState(
        path=edition.path.as_posix(),
        sop=edition.sop,
        life=edition.life,
        recorded=bool(edition.events),
        due=tuple(_dues(edition)),
        replaced_by=next(newer, ""),
    )


def _dues(edition: Edition) -> Iterator[Due]:
    """Yield what is due for an edition in force, also for one whose approval a later change took away."""
    voided = edition.life.voided
    in_force = edition.sop.status is Status.IN_FORCE or (voided and voided.keadaan is Status.IN_FORCE)
    if in_force and not edition.sop.contoh:
        yield from dues(edition.sop, edition.record.file if edition.record else None)
