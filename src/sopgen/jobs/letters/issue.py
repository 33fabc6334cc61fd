"""The orders of a deployment: roster and activity in, numbered letters out; all is checked before any is written."""

import hashlib
import json
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from time import monotonic
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sopgen.errors import SopgenError
from sopgen.files import sweep_files, write_files
from sopgen.jobs.build import Work
from sopgen.jobs.letters.workers import Files, Spread
from sopgen.messages import say
from sopgen.model.person import Person, rank
from sopgen.model.sop import Activity, Status
from sopgen.plan.letter.data import texts
from sopgen.plan.letter.numbers import letter_number
from sopgen.plan.letter.plan import OrderPlan, plan_order
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.register.store import LetterKey, NumberEntry, Register
from sopgen.seal.code import seal_of, signed
from sopgen.typeface import unshown

# Letters whose numbers are given in one transaction, and that are written, and noted as issued, together.
AT_ONCE: Final = 32
# Slow letters are written earlier (seconds), so that whoever waits sees them come.
LONGEST_WAIT: Final = 1.0


@dataclass(frozen=True)
class Deployment:
    """Who goes on what task, from when to when, where."""

    activity: Activity
    people: tuple[Person, ...]
    day: date
    until: date | None = None
    place: str = ""

    @property
    def numbers(self) -> tuple[str, ...]:
        """The personnel numbers of the people, or the names of civilians."""
        return tuple(person.number or person.name for person in self.people)


def refuse_wrong(work: Work, deployment: Deployment) -> None:
    """Raise SopgenError with every reason, a line each, why these orders may not be given."""
    sop, signatory = work.edition.sop, work.edition.unit.penandatangan
    effective = sop.identitas.tanggal_efektif.nilai
    wrong = []
    if sop.status is not Status.IN_FORCE or sop.contoh:
        wrong.append(say("the SOP is not in force. fix: name the edition that is"))
    if effective and deployment.day < effective:
        wrong.append(say("the SOP takes effect on {day} only. fix: correct --date", day=effective))
    if deployment.until and deployment.until < deployment.day:
        wrong.append(say("--until lies before --date. fix: correct one of them"))
    wrong += [f"{what}. fix: {fix}" for what, fix in unshown(deployment.place)]
    own = rank(signatory.pangkat)
    for person in deployment.people:
        other = rank(person.rank)
        if own and other and own.order is not None and other.order is not None and other.order > own.order:
            wrong.append(
                say(
                    "row {row}: {name} ranks above the signatory. fix: name a higher signatory",
                    row=person.row,
                    name=person.name,
                )
            )
    if wrong:
        raise SopgenError("\nsopgen: ".join(wrong))


def letters(deployment: Deployment, *, per_person: bool) -> list[Deployment]:
    """Return the deployment of each letter: one for all, or one for each person."""
    if not per_person:
        return [deployment]
    return [replace(deployment, people=(one,)) for one in deployment.people]


Numbered = Callable[[Sequence[Deployment]], list[tuple[str, NumberEntry | None]]]


def by_register(work: Work, register: Register) -> Numbered:
    """Return a source of numbers that the register gives, the same number for the same letter."""
    unit, name = work.edition.unit, work.edition.sop.name

    def numbers(ones: Sequence[Deployment]) -> list[tuple[str, NumberEntry | None]]:
        asked = [
            (
                LetterKey(letter_key(work, one), f"{name} {one.activity.judul}", one.day, one.numbers),
                partial(letter_number, unit, one.day),
            )
            for one in ones
        ]
        return [(entry.text, entry) for entry in register.give_all(asked)]

    return numbers


def by_hand(work: Work, first: int | None) -> Numbered:
    """Return a source of numbers that count up from the given one; without one there is room to write them."""
    counted = count(first or 1)

    def numbers(ones: Sequence[Deployment]) -> list[tuple[str, NumberEntry | None]]:
        unit = work.edition.unit
        return [(letter_number(unit, one.day, next(counted)) if first else "", None) for one in ones]

    return numbers


def given_numbers(work: Work, register: Register) -> Numbered:
    """Return a source of the numbers that the register gave to letters before; it gives none.

    Raises SopgenError with a line for each letter that has no number.
    """

    def numbers(ones: Sequence[Deployment]) -> list[tuple[str, NumberEntry | None]]:
        found = [register.find(letter_key(work, one)) for one in ones]
        missing = [
            say(
                "the register has no letter of {day} for {names}. fix: make it with `sopgen order --register` first",
                day=one.day,
                names=", ".join(person.name for person in one.people),
            )
            for one, entry in zip(ones, found, strict=True)
            if entry is None
        ]
        if missing:
            raise SopgenError("\nsopgen: ".join(missing))
        return [(entry.text, entry) for entry in found if entry]

    return numbers


def letter_key(work: Work, one: Deployment) -> str:
    """Return the key of a letter: the digest of all that it is to say."""
    said: dict[str, object] = {**vars(one), "activity": one.activity.id, "sop": work.edition.sop.name}
    said["people"] = [[p.name, p.rank, p.number, p.post, p.remark] for p in one.people]
    if work.edition.unit.penandatangan.atas_nama:
        said["signatory"] = work.edition.unit.penandatangan.nrp
    return hashlib.sha256(_canonical(said)).hexdigest()


def _canonical(said: object) -> bytes:
    return json.dumps(said, sort_keys=True, default=str, ensure_ascii=False).encode()


@dataclass(frozen=True)
class IssuedLetter:
    """A letter that was written: its title (number and names), its files; its PDF where a print run needs it."""

    title: str
    paths: tuple[Path, ...]
    pdf: bytes | None


@dataclass(frozen=True)
class Delivery:
    """Where letters are written: the folder, the formats that are kept, and where numbers, codes and files come from.

    Without a key the letters carry no code.
    """

    out: Path
    formats: tuple[str, ...]
    numbers: Numbered
    spread: Spread
    register: Register | None = None
    key: Ed25519PrivateKey | None = None
    printed: bool = False


@dataclass(frozen=True)
class _Sheet:
    """A letter between its number and its files."""

    plan: OrderPlan
    name: str
    title: str
    entry: NumberEntry | None


_Made = list[tuple[_Sheet, Files]]


def issue(work: Work, ones: Sequence[Deployment], desk: Delivery) -> Iterator[IssuedLetter]:
    """Write the letters in their order. A number is issued when its files are there."""
    waiting: deque[_Sheet] = deque()

    def plans() -> Iterator[OrderPlan]:
        for sheet in _sheets(work, ones, desk):
            waiting.append(sheet)
            yield sheet.plan

    wanted = [*desk.formats, *({"pdf"} if desk.printed else set()) - set(desk.formats)]
    made: _Made = []
    sweep_files(desk.out)
    try:
        since = monotonic()
        for files in desk.spread(plans(), wanted):
            made.append((waiting.popleft(), files))
            if len(made) >= AT_ONCE or monotonic() - since > LONGEST_WAIT:
                yield from _write(desk, made)
                since = monotonic()
        yield from _write(desk, made)
    finally:
        _write(desk, made)  # what was made before something failed


def _write(desk: Delivery, made: _Made) -> list[IssuedLetter]:
    """Write letters together and note their numbers as issued; `made` is empty then."""
    batch = made.copy()
    made.clear()
    contents: dict[Path, bytes] = {}
    issued = []
    for sheet, files in batch:
        kept = {desk.out / f"{sheet.name}.{ending}": files[ending] for ending in desk.formats}
        contents |= kept
        issued.append(IssuedLetter(sheet.title, tuple(kept), files["pdf"] if desk.printed else None))
    write_files(contents)
    if desk.register and batch:
        digests = [(sheet.entry, _digest(files[desk.formats[0]])) for sheet, files in batch if sheet.entry]
        desk.register.complete_all(digests)
    return issued


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _sheets(work: Work, ones: Sequence[Deployment], desk: Delivery) -> Iterator[_Sheet]:
    """Yield the letters with their numbers; the numbers are given a batch at a time."""
    sop, unit = work.ordering(ones[0].day), work.edition.unit
    for first in range(0, len(ones), AT_ONCE):
        batch = ones[first : first + AT_ONCE]
        for position, (one, (text, entry)) in enumerate(zip(batch, desk.numbers(batch), strict=True), first + 1):
            plan = plan_order(sop, unit, one.activity, task_of(one, text))
            if desk.key and text:
                plan = replace(plan, seal=_seal(plan, one, desk.key, sop.name))
            who = one.people[0].name + (f" (+{len(one.people) - 1})" if len(one.people) > 1 else "")
            yield _Sheet(
                plan, f"surat-perintah-{letter_name(position, one, entry)}", f"{text or position} {who}", entry
            )


def task_of(one: Deployment, number: str) -> OrderTask:
    """Return what a letter says beyond the SOP."""
    people = tuple(PersonRow(p.name, p.rank.upper(), p.number, p.post, p.remark) for p in one.people)
    return OrderTask(people, one.day, one.until, one.place, number)


def _seal(plan: OrderPlan, one: Deployment, key: Ed25519PrivateKey, sop: str) -> str:
    days = f"{one.day}..{one.until}" if one.until else f"{one.day}"
    said = _canonical({**texts(plan), "code": ""})
    return signed(seal_of(plan.number, days, f"{sop} {one.activity.id}", one.numbers, said), key)


def letter_name(position: int, one: Deployment, entry: NumberEntry | None) -> str:
    """Return how the names of a letter's files end: its number or place in the run, the activity, who goes alone."""
    number = f"{entry.year}-{entry.number:04}" if entry else f"{position:04}"
    person = one.people[0]
    who = person.number or re.sub(r"[^a-z0-9]+", "-", person.name.lower()).strip("-")
    return f"{number}-{one.activity.id}" + (f"-{who}" if len(one.people) == 1 else "")
