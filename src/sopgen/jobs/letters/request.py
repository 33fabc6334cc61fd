"""What is to be ordered, by options or by an order file, and from that the deployment with all its checks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopgen.errors import Problem, SopgenError, SpecError, WrongUsage, together, with_fix
from sopgen.jobs.letters.before.people import by_rank, told_of_order
from sopgen.jobs.letters.deployment import Deployment, refuse_wrong
from sopgen.jobs.work import Work, open_work
from sopgen.messages import say
from sopgen.model.deployment import LetterSplit, PeopleOrder
from sopgen.model.unit import Unit
from sopgen.read.load import load_edition, load_order
from sopgen.read.roster.people import load_roster
from sopgen.read.roster.table import TypedTable
from sopgen.read.source import Source


@dataclass(frozen=True, kw_only=True)
class LetterTerms:
    """What may be said of letters beside who goes when; `number` is the first one's running number, given by hand.

    `sheet` names the one of the roster's workbook, where it has several. `kka` is the order's own archive code.
    `keep_order` leaves the people as the roster has them, `without_civilians` leaves those out who can't be ordered.
    """

    sheet: str = ""
    until: date | None = None
    hours: str = ""
    place: str = ""
    duties: tuple[str, ...] = ()
    per_person: bool = False
    number: int | None = None
    signatory: str | None = None
    kka: str = ""
    keep_order: bool = False
    without_civilians: bool = False


@dataclass(frozen=True, kw_only=True)
class OrderRequest(LetterTerms):
    """What is to be ordered; `source` is the order file, if any."""

    spec: Path
    activity: str
    roster: Path | TypedTable
    day: date
    source: Source | None = None


def is_sop(path: Path) -> bool:
    """Tell whether a file is an SOP: no order file has a title."""
    return re.search(rb"^judul:", path.read_bytes(), re.MULTILINE) is not None


def from_file(path: Path, *, of: Path | None = None) -> OrderRequest:
    """Return what an order file asks for.

    Raises SpecError with the places of what it names wrongly; an SOP other than `of` is wrong where one is given.
    """
    said, source = load_order(path)
    spec, roster = path.parent / said.sop, path.parent / said.personel
    if of and spec.resolve() != of.resolve():
        what = say('"{name}" is not the SOP that is asked for', name=said.sop)
        raise SpecError([source.problem("TO07", ("sop",), what, say("name an order file of {spec}", spec=of))])
    if absent := [*_absent(source, "sop", spec), *_absent(source, "personel", roster)]:
        raise SpecError(absent)
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
    return OrderRequest(
        spec=spec,
        activity=said.kegiatan,
        roster=roster,
        day=said.tanggal,
        sheet=said.lembar or "",
        until=said.sampai,
        hours=said.pukul or "",
        place=said.tempat or "",
        duties=said.untuk,
        per_person=said.surat is LetterSplit.PER_PERSON,
        number=said.nomor,
        signatory=said.penandatangan,
        kka=said.kka or "",
        keep_order=said.urutan is PeopleOrder.AS_TYPED,
        without_civilians=said.tanpa_warga,
        source=source,
    )


def _absent(source: Source, key: str, path: Path) -> Iterator[Problem]:
    """Yield that an order file names a file that is not there, or a folder."""
    if path.is_dir():
        yield source.problem("TO07", (key,), say('"{name}" is a folder', name=path.name), say("name a file of it"))
    elif not path.exists():
        fix = say("look at its name and folder; it is looked for from the folder of this file")
        yield source.problem("TO07", (key,), say('there is no file "{name}"', name=path.name), fix)


@dataclass(frozen=True)
class Prepared:
    """An order that may be given: the edition at work, the deployment, and what is to be known of its roster.

    `roster` are the notes that stand at its rows.
    """

    work: Work
    deployment: Deployment
    notes: tuple[str, ...]
    roster: tuple[str, ...] = ()


def prepared(asked: OrderRequest) -> Prepared:
    """Return the edition at work and the deployment, all checked; nothing is written yet."""
    work = open_work(asked.spec)
    if asked.signatory:
        edition = work.edition
        work = replace(work, edition=replace(edition, unit=_signed_by(edition.unit, asked.signatory)))
    (found,) = work.needed_activities(asked.activity)
    roster = load_roster(asked.roster, asked.sheet)
    as_typed = asked.keep_order or asked.per_person
    people = roster.people if as_typed else by_rank(roster.people)
    about = (asked.day, asked.until, asked.place, asked.hours, asked.duties, asked.kka)
    deployment = Deployment(found, people, *about, kind=work.edition.unit.surat_perintah.bentuk)
    try:
        refuse_wrong(work, deployment, asked.source)
    except SopgenError as error:
        raise together([*([SpecError([*roster.notes])] if roster.notes else []), error]) from error
    read = tuple(map(str, roster.notes))
    return Prepared(work, deployment, (*read, *told_of_order(roster.people, people)), read)


def _signed_by(unit: Unit, official: str) -> Unit:
    try:
        return unit.signed_by(official)
    except KeyError:
        known = ", ".join(one.id for one in unit.pejabat) or "-"
        what = say('signatory "{id}" is not known', id=official)
        raise WrongUsage(with_fix(what, say("known: {known}", known=known))) from None
