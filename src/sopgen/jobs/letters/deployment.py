"""Who is sent on what task, when and where; what keeps that from being ordered; what a letter says of it."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from sopgen.errors import SopgenError, SpecError, together, with_fix
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.model.life.succession import successor
from sopgen.model.people.person import Person, rank
from sopgen.model.sop import Activity, Status
from sopgen.model.unit import LetterKind, Unit
from sopgen.plan.letter.contents import OrderPlan
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.plan.letter.wording import title_case
from sopgen.read.load import load_others
from sopgen.read.source import Source
from sopgen.register.entry import LetterKey, NumberEntry
from sopgen.typeface import unshown

# Recipients that the agenda book names; it counts the others.
NAMED: Final = 3
# The key of an order file that says it, what is wrong and how to mend it.
Reason = tuple[str, str, str]


class WrongTerm(SopgenError):
    """Why orders may not be given as they are asked for; `key` is that of an order file which says what is wrong."""

    def __init__(self, key: str, what: str, fix: str) -> None:
        super().__init__(with_fix(what, fix))
        self.key, self.what, self.fix = key, what, fix


@dataclass(frozen=True)
class Deployment:
    """Who goes on what task, from when to when, at what hours, where, and what is ordered beside the activity's.

    `kka` is the archive code of this order, where it has one of its own; `kind` is the letter that it is given by.
    """

    activity: Activity
    people: tuple[Person, ...]
    day: date
    until: date | None = None
    place: str = ""
    hours: str = ""
    duties: tuple[str, ...] = ()
    kka: str = ""
    kind: LetterKind = LetterKind.ORDER

    @property
    def numbers(self) -> tuple[str, ...]:
        """The personnel numbers of the people, or the names of civilians."""
        return tuple(person.number or person.name for person in self.people)


def refuse_wrong(work: Work, deployment: Deployment, source: Source | None = None) -> None:
    """Raise SopgenError with every reason why these orders may not be given; `source` is their order file, if any."""
    wrong = [*_out_of_days(work, deployment), *_unprintable(deployment), *_above_signatory(work, deployment)]
    if not wrong:
        return
    if source:
        raise SpecError(sorted(source.problem("TO07", (key,), what, fix) for key, what, fix in wrong))
    raise together([WrongTerm(*one) for one in wrong])


def _out_of_days(work: Work, deployment: Deployment) -> Iterator[Reason]:
    sop = work.edition.sop
    effective = sop.identitas.tanggal_efektif.nilai
    if sop.status is not Status.IN_FORCE or sop.contoh:
        yield "sop", say("the SOP is not in force"), say("name the edition that is")
    if effective and deployment.day < effective:
        yield "tanggal", say("the SOP takes effect on {day} only", day=effective), say("correct the letter's date")
    later = successor(sop, [other.sop for other in load_others(work.edition)])
    if later and deployment.day >= later.day:
        yield (
            "sop",
            say("the SOP ended on {day}", day=later.day),
            say("name {sop}, which took effect", sop=later.name),
        )
    if deployment.until and deployment.until < deployment.day:
        what = say(
            "the last day ({until}) lies before the letter's date ({day})", until=deployment.until, day=deployment.day
        )
        yield "sampai", what, say("correct one of the two dates")


def _unprintable(deployment: Deployment) -> Iterator[Reason]:
    for key, text in (("tempat", deployment.place), ("untuk", " ".join(deployment.duties))):
        for what, fix in unshown(text):
            yield key, what, fix


def _above_signatory(work: Work, deployment: Deployment) -> Iterator[Reason]:
    own = rank(work.edition.unit.penandatangan.pangkat)
    for person in deployment.people:
        other = rank(person.rank)
        if own and other and own.order is not None and other.order is not None and other.order > own.order:
            what = say("row {row}: {name} ranks above the signatory", row=person.row, name=person.name)
            yield "personel", what, say("name a higher signatory")


def letters(deployment: Deployment, *, per_person: bool) -> list[Deployment]:
    """Return the deployment of each letter: one for all, or one for each person."""
    if not per_person:
        return [deployment]
    return [replace(deployment, people=(one,)) for one in deployment.people]


def task_of(one: Deployment, number: str) -> OrderTask:
    """Return what a letter says beyond the SOP."""
    people = tuple(_row(person, one.kind) for person in one.people)
    return OrderTask(people, one.day, one.until, one.place, number, one.hours, one.duties, one.kka)


def _row(person: Person, kind: LetterKind) -> PersonRow:
    """Return a person as printed: ranks in capitals in an order; in full, as their law has them, in an assignment."""
    known = rank(person.rank)
    grade = known.grade if known else ""
    printed = person.rank.upper()
    if kind is LetterKind.ASSIGNMENT:
        printed = known.full if known and known.grade else person.rank
    return PersonRow(person.name, printed, person.number, person.post, person.remark, person.duty, grade)


def plan_of(work: Work, one: Deployment, number: str) -> OrderPlan:
    """Return the plan of a letter."""
    return work.order_plan(one.activity, task_of(one, number), one.kind)


def letter_of(work: Work, one: Deployment) -> LetterKey:
    """Return the letter as the register knows it."""
    return LetterKey(
        letter_key(work, one),
        subject_of(work, one.activity),
        one.day,
        one.numbers,
        recipients(one),
        _content(work, one),
    )


def subject_of(work: Work, activity: Activity) -> str:
    """Return what a letter is about, as an agenda book says it: the task, and the edition that describes it."""
    return f"{title_case(activity.name)} ({work.edition.sop.name})"


def is_about(work: Work, activity: Activity, subject: str) -> bool:
    """Say whether an agenda's subject means this task; until 0.2.0 it named the activity as its SOP prints it."""
    return subject in (subject_of(work, activity), f"{work.edition.sop.name} {activity.judul}")


def letter_key(work: Work, one: Deployment) -> str:
    """Return the key of a letter: the digest of all that it is to say; what it leaves out changes no key."""
    said: dict[str, object] = {**_task(one), "activity": one.activity.id, "sop": work.edition.sop.name}
    said["people"] = [_known_by(p) for p in sorted(one.people, key=lambda person: person.row)]
    if work.edition.unit.penandatangan.atas_nama:
        said["signatory"] = work.edition.unit.penandatangan.nrp
    return hashlib.sha256(canonical(said)).hexdigest()


# What letters did not have at first, and what stands for none.
LATER: Final = {"hours": "", "duties": (), "kka": "", "kind": LetterKind.ORDER}


def _task(one: Deployment) -> dict[str, object]:
    """Return the task; what came later where there is any, so that letters without it keep the key they had."""
    return {name: value for name, value in vars(one).items() if name not in LATER or value != LATER[name]}


def _known_by(person: Person) -> list[str]:
    """Return what a letter is known again by, in the roster's order; a list without remarks had its duties there."""
    more = [person.duty] if person.duty and person.remark else []
    return [person.name, person.rank, person.number, person.post, person.remark or person.duty, *more]


def canonical(said: object) -> bytes:
    """Return the bytes of what is said, the same for the same."""
    return json.dumps(said, sort_keys=True, default=str, ensure_ascii=False).encode()


def recipients(one: Deployment) -> str:
    """Return whom a letter orders, as the agenda book names them."""
    named = ", ".join(" ".join(filter(None, [p.rank.upper(), p.name])) for p in one.people[:NAMED])
    rest = len(one.people) - NAMED
    return f"{named}, dan {rest} orang lain" if rest > 0 else named


def _content(work: Work, one: Deployment) -> str:
    """Return what a letter is made from, so that it can be made again from the register alone."""
    said: dict[str, object] = {
        "sop": work.edition.sop.name,
        "kegiatan": one.activity.id,
        "personel": [[p.name, p.rank, p.number, p.post, p.remark, *filter(None, [p.duty])] for p in one.people],
        "sampai": one.until,
        "tempat": one.place,
        "penandatangan": work.edition.unit.penandatangan.nrp,
    }
    rows = [p.row for p in one.people]
    more = (
        ("pukul", one.hours),
        ("untuk", one.duties),
        ("kka", one.kka),
        ("baris", rows if rows != sorted(rows) else ()),
        ("bentuk", one.kind if one.kind is not LetterKind.ORDER else ""),
    )
    said |= {key: value for key, value in more if value}
    return canonical(said).decode()


def from_content(work: Work, entry: NumberEntry) -> tuple[Work, Deployment]:
    """Return the edition, signed by the letter's official, and the deployment of a letter of the register.

    Raises SopgenError where the register keeps it no more, or it was made from another edition.
    """
    if not entry.content or entry.day is None:
        fix = say("name it by its order file, or by --activity, --roster and --date, as it was made")
        what = say("the register does not keep what letter {text} was made from", text=entry.text)
        raise SopgenError(with_fix(what, fix))
    said = json.loads(entry.content)
    if said["sop"] != work.edition.sop.name:
        what = say("letter {text} was made from {sop}. fix: name that edition", text=entry.text, sop=said["sop"])
        raise SopgenError(what)
    unit = _signed_by(work.edition.unit, said["penandatangan"], entry)
    found = next((one for one in work.activities() if one.id == said["kegiatan"]), None)
    if found is None:
        raise SopgenError(
            with_fix(
                say('the edition has no activity "{id}" any more', id=said["kegiatan"]),
                say("name the edition that it was made from"),
            )
        )
    rows = said.get("baris") or range(1, len(said["personel"]) + 1)
    people = tuple(from_row(told, row) for told, row in zip(said["personel"], rows, strict=True))
    until = date.fromisoformat(said["sampai"]) if said["sampai"] else None
    signed = replace(work, edition=replace(work.edition, unit=unit))
    kind = LetterKind(said.get("bentuk", LetterKind.ORDER))
    more = said.get("pukul", ""), tuple(said.get("untuk", ())), said.get("kka", ""), kind
    return signed, Deployment(found, people, entry.day, until, said["tempat"], *more)


def from_row(said: list[str], row: int) -> Person:
    """Return a person as the register keeps him."""
    name, rank_, number, post, remark, *duty = said
    return Person(name, rank_, number, post, remark, row, *duty)


def _signed_by(unit: Unit, number: str, entry: NumberEntry) -> Unit:
    if unit.penandatangan.nrp == number:
        return unit
    known = {one.nrp: one.id for one in unit.pejabat}
    if number not in known:
        fix = say("write that official under pejabat in satuan.yaml")
        raise SopgenError(
            say(
                "letter {text} was signed by NRP {number}, whom satuan.yaml does not name. fix: {fix}",
                text=entry.text,
                number=number,
                fix=fix,
            )
        )
    return unit.signed_by(known[number])


STEM: Final = re.compile(r"surat-(?:perintah|tugas)-(?P<year>\d{4})-(?P<number>\d{4,})-")


def letter_name(position: int, one: Deployment, entry: NumberEntry | None) -> str:
    """Return how the names of a letter's files end: its number, the activity, who goes alone.

    A letter without a number has its day and its place in the run.
    """
    number = f"{entry.year}-{entry.number:04}" if entry else f"{one.day}-{position:04}"
    person = one.people[0]
    who = person.number or re.sub(r"[^a-z0-9]+", "-", person.name.lower()).strip("-")
    return f"{number}-{one.activity.id}" + (f"-{who}" if len(one.people) == 1 else "")


def numbered_name(name: str) -> tuple[int, int] | None:
    """Return year and number of a letter's file by its name, None where it bears none."""
    found = STEM.match(name)
    return (int(found["year"]), int(found["number"])) if found else None
