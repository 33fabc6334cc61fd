"""What is to be ordered, by options or by an order file, and from that the deployment with all its checks."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from sopgen.cli.exits import known_activity
from sopgen.errors import SpecError
from sopgen.messages import say

# Rooms are imported inside the functions: the commands' module must load fast.


@dataclass(frozen=True)
class OrderRequest:
    """What is to be ordered, by options or by an order file."""

    spec: Path
    activity: str
    roster: Path
    task: tuple[date, date | None, str]
    per_person: bool = False
    number: int | None = None
    signatory: str | None = None


def from_file(path: Path, *, of: Path | None = None) -> OrderRequest:
    """Return what an order file asks for.

    Raises SpecError with the places of what it names wrongly; an SOP other than `of` is wrong where one is given.
    """
    from sopgen.model.deployment import LetterSplit
    from sopgen.read.load import load_edition, load_order

    said, source = load_order(path)
    spec, roster = path.parent / said.sop, path.parent / said.personel
    if of and spec.resolve() != of.resolve():
        what = say('"{name}" is not the SOP that is asked for', name=said.sop)
        raise SpecError([source.problem("TO07", ("sop",), what, say("name an order file of {spec}", spec=of))])
    edition = load_edition(spec)
    ids = [one.id for one in edition.sop.kegiatan]
    officials = [one.id for one in edition.unit.pejabat]
    problems = []
    for key, named, known in (("kegiatan", said.kegiatan, ids), ("penandatangan", said.penandatangan, officials)):
        if named and named not in known:
            what = say('"{name}" is not known', name=named)
            fix = say("known: {known}", known=", ".join(known) or "-")
            problems.append(source.problem("TO07", (key,), what, fix))
    if problems:
        raise SpecError(problems)
    task = (said.tanggal, said.sampai, said.tempat or "")
    per_person = said.surat is LetterSplit.PER_PERSON
    return OrderRequest(spec, said.kegiatan, roster, task, per_person, said.nomor, said.penandatangan)


def prepared(asked: OrderRequest) -> tuple[Any, Any]:
    """Return the edition at work and the deployment, all checked; nothing is written yet."""
    from dataclasses import replace

    from sopgen.jobs.build import Work
    from sopgen.jobs.check import checked
    from sopgen.jobs.letters.issue import Deployment, refuse_wrong
    from sopgen.read.roster.people import load_roster
    from sopgen.workspace import templates

    edition = checked(asked.spec)
    if asked.signatory:
        edition = replace(edition, unit=_signed_by(edition.unit, asked.signatory))
    work = Work(edition, templates(asked.spec))
    (found,) = work.activities(known_activity(work, asked.activity))
    deployment = Deployment(found, load_roster(asked.roster).people, *asked.task)
    refuse_wrong(work, deployment)
    return work, deployment


def _signed_by(unit: Any, official: str) -> Any:
    try:
        return unit.signed_by(official)
    except KeyError:
        known = ", ".join(one.id for one in unit.pejabat) or "-"
        what = say('signatory "{id}" is not known; known: {known}', id=official, known=known)
        raise click.UsageError(what) from None
