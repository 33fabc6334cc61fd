"""When an edition in force ends by itself: on the day on which the next one takes effect."""

from collections.abc import Iterable

from sopgen.model.sop import Sop, Status


def successor(sop: Sop, others: Iterable[Sop]) -> Sop | None:
    """Return the next edition in force of the same SOP, which ends this one on its day; None where there is none."""
    later = [other for other in others if follows(other, sop)]
    return min(later, key=lambda other: other.day, default=None)


def follows(newer: Sop, older: Sop) -> bool:
    """Tell whether both are in force and the first one takes effect later."""
    same = newer.id == older.id and newer.edisi != older.edisi
    return same and older.status is newer.status is Status.IN_FORCE and older.day < newer.day
