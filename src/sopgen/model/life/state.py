"""The life of an edition: the state that its events give it, which of them still holds, what may come next.

draf → ditinjau → siap_ditandatangani → berlaku → dicabut; a rejection leads back to draf, a cancelled event counts as
if it had not been. An approval holds only for what it saw: for anything else than its digest it counts no more.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sopgen.messages import say
from sopgen.model.life.record import Decision, LifeEvent, RecordFile
from sopgen.model.people.person import rank
from sopgen.model.sop import Sop, Status

Loc = tuple[str | int, ...]

# From which states each may be reached; several officials may review one after the other.
FOLLOWS: Final = {
    Status.REVIEWED: (Status.DRAFT, Status.REVIEWED),
    Status.READY: (Status.REVIEWED,),
    Status.IN_FORCE: (Status.READY,),
    Status.REVOKED: (Status.IN_FORCE,),
}
RELEASED: Final = (Status.READY, Status.IN_FORCE)


@dataclass(frozen=True)
class Digests:
    """What an edition is now: the digest of the whole, and of each part that is approved with it."""

    whole: str
    parts: Mapping[str, str]


@dataclass(frozen=True)
class Life:
    """Where an edition stands: its state, the approval that gives it, and the last one where that holds no more.

    `changed` names the parts that are not as `voided` saw them. `unproven`: in force as issued, but the scan of its
    signed original is not registered. `unsigned`: in force by its record, which holds no signature of who approves
    it; it counts as ready to be signed.
    """

    state: Status
    approval: LifeEvent | None = None
    voided: LifeEvent | None = None
    changed: tuple[str, ...] = ()
    unproven: bool = False
    unsigned: bool = False

    @property
    def released(self) -> bool:
        """Whether it was approved to be given out, and is still as it was approved."""
        return self.approval is not None and self.state in RELEASED

    @property
    def changes(self) -> str:
        """What is not as `voided` saw it, in words; its digest alone where no part is another."""
        if self.changed:
            return ", ".join(self.changed)
        kept = self.voided is not None and self.voided.bagian
        return say("(no part: its digest in the record was edited)") if kept else say("(it kept no parts)")


@dataclass(frozen=True)
class RecordFault:
    """What is wrong with a record: the place in it, what, and how to mend it."""

    code: str
    loc: Loc
    what: str
    fix: str


def opening(sop: Sop, first: date | None) -> Status:
    """Return the state of an edition without events; `first` is the day of the folder's first event.

    A word in a spec puts nothing in force: only an edition as issued may say so, and only where it was issued before
    records began. A state that marks its pages is believed.
    """
    if sop.status not in RELEASED:
        return sop.status
    issued = sop.issued if sop.sebagaimana_terbit else None
    return Status.IN_FORCE if issued and (first is None or issued < first) else Status.DRAFT


def life(without: Status, events: Sequence[LifeEvent], now: Digests) -> Life:
    """Return the life of an edition; `without` is its state as long as there are no events (see opening)."""
    standing = uncancelled(events)
    if not standing:
        return Life(without)
    held, last = _holding(standing, now.whole), standing[-1]
    state = held.keadaan if held else Status.DRAFT
    if last is held or last.keputusan is Decision.REJECTED:
        return Life(state, held)
    return Life(state, held, last, changed(last, now))


def uncancelled(events: Sequence[LifeEvent]) -> list[LifeEvent]:
    """Return the events that count: each that cancels takes away the last one before it."""
    standing: list[LifeEvent] = []
    for event in events:
        if event.keputusan is not Decision.CANCELLED:
            standing.append(event)
        elif standing:
            standing.pop()
    return standing


def holding(events: Sequence[LifeEvent], digest: str) -> LifeEvent | None:
    """Return the last approval that holds for what has this digest, None where it is a draft.

    A rejection takes away what was decided before it; a revocation holds whatever is changed after it.
    """
    return _holding(uncancelled(events), digest)


def _holding(standing: Sequence[LifeEvent], digest: str) -> LifeEvent | None:
    for event in reversed(standing):
        if event.keputusan is Decision.REJECTED:
            return None
        if event.keadaan is Status.REVOKED or event.sidik == digest:
            return event
    return None


def changed(event: LifeEvent, now: Digests) -> tuple[str, ...]:
    """Return the names of the parts that are not as an approval saw them; none where it kept no parts."""
    names = sorted(event.bagian.keys() | now.parts.keys()) if event.bagian else []
    return tuple(name for name in names if event.bagian.get(name) != now.parts.get(name))


def was_in_force(events: Sequence[LifeEvent]) -> LifeEvent | None:
    """Return the last event that put the edition in force, whether or not it still holds."""
    forces = (event for event in reversed(uncancelled(events)) if event.keadaan is Status.IN_FORCE)
    return next((event for event in forces if event.keputusan is Decision.APPROVED), None)


def faults(record: RecordFile, sop: Sop) -> Iterator[RecordFault]:
    """Yield what is wrong with a record: another edition's, events out of their order, dates that go back."""
    for key, wanted, written in (("sop", sop.id, record.sop), ("edisi", sop.edisi, record.edisi)):
        if wanted != written:
            what = say('the record is of "{written}", the edition is "{wanted}"', written=written, wanted=wanted)
            yield RecordFault("PS04", (key,), what, say("give the record the name and the ids of its edition"))
    for number, event in enumerate(record.riwayat):
        yield from event_faults(record.riwayat[:number], event, sop)


def event_faults(before: Sequence[LifeEvent], event: LifeEvent, sop: Sop) -> Iterator[RecordFault]:
    """Yield what is wrong with an event after those before it."""
    loc: Loc = ("riwayat", len(before))
    if rank(event.oleh.pangkat) is None:
        what = say('"{rank}" is no rank', rank=event.oleh.pangkat)
        yield RecordFault("PS14", (*loc, "oleh", "pangkat"), what, say("write it as AKP or Ajun Komisaris Polisi"))
    yield from _day_faults(before, event, sop, loc)
    yield from _order_faults(before, event, sop, loc)
    if event.keadaan is Status.READY and event.keputusan is Decision.APPROVED and len(deciders(before, event)) < 2:
        what = say("{name} would review and approve alone", name=event.oleh.nama)
        fix = say("two persons at least: have another one review it, or approve it")
        yield RecordFault("PS14", (*loc, "oleh"), what, fix)
    if _wants_note(event, sop) and not event.catatan:
        what = say('"{state}" needs a reason here', state=event.keadaan.value)
        yield RecordFault("PS05", loc, what, say("say in the note why, or where the signed original is kept"))


def _day_faults(before: Sequence[LifeEvent], event: LifeEvent, sop: Sop, loc: Loc) -> Iterator[RecordFault]:
    if before and event.tanggal < before[-1].tanggal:
        what = say("{date} lies before the event before it ({former})", date=event.tanggal, former=before[-1].tanggal)
        fix = say("events stand in the order of their dates: correct the date")
        yield RecordFault("PS03", (*loc, "tanggal"), what, fix)
    made = sop.identitas.tanggal_pembuatan.nilai
    if made and event.tanggal.year < made.year - 1:
        what = say("{date} lies years before the edition was made ({made})", date=event.tanggal, made=made)
        yield RecordFault("PS03", (*loc, "tanggal"), what, say("correct the date"))


def _order_faults(before: Sequence[LifeEvent], event: LifeEvent, sop: Sop, loc: Loc) -> Iterator[RecordFault]:
    standing = uncancelled(before)
    if event.keputusan is Decision.CANCELLED:
        if not standing or standing[-1].keadaan is not event.keadaan:
            what = say('the last step is not "{state}": it can not be cancelled', state=event.keadaan.value)
            yield RecordFault("PS02", (*loc, "keadaan"), what, say("only the last step can be cancelled"))
        return
    if not may_follow(before, event, sop):
        held = _holding(standing, event.sidik)
        state = held.keadaan if held else Status.DRAFT
        what = say('"{state}" can not follow on "{former}"', state=event.keadaan.value, former=state.value)
        fix = say("the way is draf, ditinjau, siap_ditandatangani, berlaku, dicabut")
        yield RecordFault("PS02", (*loc, "keadaan"), what, fix)
    elif event.keadaan is Status.REVIEWED and event.oleh.nrp in deciders(before, event, own=False):
        what = say("{name} has reviewed this text already", name=event.oleh.nama)
        yield RecordFault("PS02", loc, what, say("have another official review it, or go on to the next step"))


def deciders(before: Sequence[LifeEvent], event: LifeEvent, *, own: bool = True) -> set[str]:
    """Return the NRPs of all who have agreed to what an event saw, and (`own`) of its own official."""
    found = {event.oleh.nrp} if own else set()
    for one in reversed(uncancelled(before)):
        if one.keputusan is Decision.REJECTED:
            break
        if one.sidik == event.sidik and one.keadaan is not Status.REVOKED:
            found.add(one.oleh.nrp)
    return found


def may_follow(before: Sequence[LifeEvent], event: LifeEvent, sop: Sop) -> bool:
    """Tell whether an event may come after others; one kept as issued may be registered as in force at once."""
    standing = uncancelled(before)
    if event.keputusan is Decision.CANCELLED:
        return bool(standing) and standing[-1].keadaan is event.keadaan
    held = _holding(standing, event.sidik)
    state = held.keadaan if held else Status.DRAFT
    if event.keadaan is Status.REVOKED:
        known = was_in_force(standing) is not None or (not standing and sop.status is Status.IN_FORCE)
        return event.keputusan is Decision.APPROVED and known and state is not Status.REVOKED
    if state is Status.REVOKED:
        return False
    if sop.sebagaimana_terbit and event.keadaan is Status.IN_FORCE:
        return True
    return state in FOLLOWS.get(event.keadaan, ())


def _wants_note(event: LifeEvent, sop: Sop) -> bool:
    registered = sop.sebagaimana_terbit and event.keadaan is Status.IN_FORCE
    return event.keputusan is not Decision.APPROVED or event.keadaan is Status.REVOKED or registered
