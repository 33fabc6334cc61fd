"""Who is sent on what task, when and where; what keeps that from being ordered; what a letter says of it."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date

from sopgen.errors import SopgenError, together
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.model.life.succession import successor
from sopgen.model.person import Person, rank
from sopgen.model.sop import Activity, Status
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.read.load import load_others
from sopgen.typeface import unshown


@dataclass(frozen=True)
class Deployment:
    """Who goes on what task, from when to when, at what hours, where, and what is ordered beside the activity's."""

    activity: Activity
    people: tuple[Person, ...]
    day: date
    until: date | None = None
    place: str = ""
    hours: str = ""
    duties: tuple[str, ...] = ()

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
    later = successor(sop, [other.sop for other in load_others(work.edition)])
    if later and deployment.day >= later.day:
        wrong.append(say("the SOP ended on {day}. fix: name {sop}, which took effect", day=later.day, sop=later.name))
    if deployment.until and deployment.until < deployment.day:
        wrong.append(say("--until lies before --date. fix: correct one of them"))
    wrong += [f"{what}. fix: {fix}" for what, fix in unshown(" ".join([deployment.place, *deployment.duties]))]
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
        raise together([SopgenError(what) for what in wrong])


def letters(deployment: Deployment, *, per_person: bool) -> list[Deployment]:
    """Return the deployment of each letter: one for all, or one for each person."""
    if not per_person:
        return [deployment]
    return [replace(deployment, people=(one,)) for one in deployment.people]


def task_of(one: Deployment, number: str) -> OrderTask:
    """Return what a letter says beyond the SOP."""
    people = tuple(PersonRow(p.name, p.rank.upper(), p.number, p.post, p.remark) for p in one.people)
    return OrderTask(people, one.day, one.until, one.place, number, one.hours, one.duties)


def letter_key(work: Work, one: Deployment) -> str:
    """Return the key of a letter: the digest of all that it is to say; what it leaves out changes no key."""
    said: dict[str, object] = {**_task(one), "activity": one.activity.id, "sop": work.edition.sop.name}
    said["people"] = [[p.name, p.rank, p.number, p.post, p.remark] for p in one.people]
    if work.edition.unit.penandatangan.atas_nama:
        said["signatory"] = work.edition.unit.penandatangan.nrp
    return hashlib.sha256(canonical(said)).hexdigest()


def _task(one: Deployment) -> dict[str, object]:
    """Return the task; hours and own duties where there are any, so that letters without keep the key they had."""
    return {name: value for name, value in vars(one).items() if value or name not in ("hours", "duties")}


def canonical(said: object) -> bytes:
    """Return the bytes of what is said, the same for the same."""
    return json.dumps(said, sort_keys=True, default=str, ensure_ascii=False).encode()
