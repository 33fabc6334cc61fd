"""The orders of a deployment: roster and activity in, numbered letters out; all is checked before any is written."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path

from sopgen.build import Work, order_files
from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.model.person import Person, rank
from sopgen.model.sop import Activity, Status
from sopgen.plan.order import PersonRow, Task, letter_number
from sopgen.publish import write_file
from sopgen.register.store import Entry, Letter, Register


@dataclass(frozen=True)
class Deployment:
    """Who goes on what task, from when to when, where."""

    activity: Activity
    people: tuple[Person, ...]
    day: date
    until: date | None = None
    place: str = ""


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


Numbered = Callable[[Deployment], tuple[str, Entry | None]]


def by_register(work: Work, register: Register) -> Numbered:
    """Return a source of numbers that the register gives, the same number for the same letter."""

    def number(one: Deployment) -> tuple[str, Entry | None]:
        subject = f"{work.edition.sop.name} {one.activity.judul}"
        people = tuple(person.number or person.name for person in one.people)
        letter = Letter(_key(work, one), subject, one.day, people)
        entry = register.give(letter, lambda n: letter_number(work.edition.unit, one.day, n))
        return entry.text, entry

    return number


def by_hand(work: Work, first: int | None) -> Numbered:
    """Return a source of numbers that count up from the given one; without one there is room to write them."""
    counted = iter(range(first, first + 100_000)) if first else None

    def number(one: Deployment) -> tuple[str, Entry | None]:
        return (letter_number(work.edition.unit, one.day, next(counted)) if counted else "", None)

    return number


def _key(work: Work, one: Deployment) -> str:
    said = {**asdict(one), "activity": one.activity.id, "sop": work.edition.sop.name}
    said["people"] = [[p.name, p.rank, p.number, p.post, p.remark] for p in one.people]
    return hashlib.sha256(json.dumps(said, sort_keys=True, default=str, ensure_ascii=False).encode()).hexdigest()


@dataclass(frozen=True)
class Issued:
    """A letter that was written: its title (number and names), its bytes by ending, its files."""

    title: str
    contents: dict[str, bytes]
    paths: tuple[Path, ...]


@dataclass(frozen=True)
class Desk:
    """Where letters are written: the folder, the formats that are kept, the source of numbers, the register."""

    out: Path
    formats: tuple[str, ...]
    number: Numbered
    register: Register | None = None


def issue(work: Work, ones: Sequence[Deployment], desk: Desk) -> Iterator[Issued]:
    """Write the letters one after the other. A number is issued when its files are there."""
    for position, one in enumerate(ones, 1):
        text, entry = desk.number(one)
        people = tuple(PersonRow(p.name, p.rank, p.number, p.post, p.remark) for p in one.people)
        contents = dict(order_files(work, one.activity, Task(people, one.day, one.until, one.place, text)))
        name = _file_name(position, one, entry)
        paths = tuple(desk.out / f"{name}.{ending}" for ending in desk.formats)
        for path, ending in zip(paths, desk.formats, strict=True):
            write_file(path, contents[ending])
        if entry and desk.register:
            desk.register.complete(entry, hashlib.sha256(contents[desk.formats[0]]).hexdigest())
        who = one.people[0].name + (f" (+{len(one.people) - 1})" if len(one.people) > 1 else "")
        yield Issued(f"{text or position} {who}", contents, paths)


def _file_name(position: int, one: Deployment, entry: Entry | None) -> str:
    number = f"{entry.year}-{entry.number:04}" if entry else f"{position:04}"
    person = one.people[0]
    who = person.number or re.sub(r"[^a-z0-9]+", "-", person.name.lower()).strip("-")
    return f"surat-perintah-{number}-{one.activity.id}" + (f"-{who}" if len(one.people) == 1 else "")
