"""From a path to all its problems: what the reader refuses, and what the rules find and no remark silences."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SpecError
from sopgen.jobs.life.day import days_to_come, today_at
from sopgen.jobs.life.officials import odd_names
from sopgen.jobs.overlays.behind import behind
from sopgen.jobs.salvage import said_of_the_rest
from sopgen.jobs.silences import Silence, judge
from sopgen.jobs.soundness.sound import RuleFound, found_by, sound
from sopgen.jobs.soundness.voided import voided
from sopgen.lint.book import RULES
from sopgen.lint.registry import Subject
from sopgen.messages import say
from sopgen.model.life.state import RELEASED
from sopgen.model.sop import Sop, Status
from sopgen.read.load import Edition, load_edition, load_folder, sop_folder
from sopgen.read.remarks import remarks, unsettled

# With these faults a flow is none: nothing can be planned of it.
NO_FLOW: Final = frozenset({"FL01", "FL02", "FL03", "FL04", "FL05", "ID07"})
# Lines that one problem names.
MOST_LINES: Final = 12
# The editions of each sop/ folder, by their paths.
Shelf = Mapping[Path, Mapping[Path, Sop]]


@dataclass(frozen=True)
class Verdicts:
    """What stands against an edition: findings, faults of the remarks; and the silences that are in force."""

    found: tuple[RuleFound, ...]
    faults: tuple[Problem, ...]
    silences: tuple[Silence, ...]

    @property
    def problems(self) -> list[Problem]:
        """All of it as problems, in the order of the files."""
        return sorted([*(one.problem for one in self.found), *self.faults])


def problems(path: Path, today: date | None = None) -> list[Problem]:
    """Return every problem of an edition and its unit, in the order of the files."""
    return all_problems([path], today)


def all_problems(paths: Sequence[Path], today: date | None = None) -> list[Problem]:
    """Return every problem of several editions; what stands in a file that they share is named once."""
    return problems_of(read_each(paths, today), today)


def read_each(paths: Sequence[Path], today: date | None = None) -> list[Edition | list[Problem]]:
    """Return the edition of each file, or why it can not be read and what the rules find beside that."""
    return [_read(path, today) for path in paths]


def problems_of(read: Sequence[Edition | list[Problem]], today: date | None = None) -> list[Problem]:
    """Return every problem of what was read; what stands in a file that several share is named once."""
    known = {one.path.absolute(): one.sop for one in read if isinstance(one, Edition)}
    folders = {folder for path in known if (folder := sop_folder(path))}
    shelf = {folder: load_folder(folder, known) for folder in folders}
    found = (_with_pages(one, weigh(one, today, shelf)) if isinstance(one, Edition) else one for one in read)
    return list(dict.fromkeys(chain.from_iterable(found)))


def _with_pages(edition: Edition, verdicts: Verdicts) -> list[Problem]:
    """Return what stands against an edition, with what the planner refuses of its pages where its flows are flows."""
    broken = NO_FLOW & {one.entry.code for one in verdicts.found}
    return sorted([*verdicts.problems, *([] if broken else _of_pages(edition))])


def _of_pages(edition: Edition) -> list[Problem]:
    from sopgen.jobs.templates.refused import page_problems  # here, as below

    return [*_refused(edition), *page_problems(edition)]


def _refused(edition: Edition) -> list[Problem]:
    from sopgen.jobs.pages import refusals  # here, since what can not be read, or is only counted, is not planned

    return refusals(edition)


def eased(found: Sequence[Problem], editions: Sequence[Edition]) -> list[Problem]:
    """Return the problems with warnings for what only keeps a draft from approval: there it may be open yet."""
    drafts = {file.file for one in editions if _is_draft(one) for file in one.sop_source.files}
    return [replace(one, severity="warning") if one.file in drafts and _may_be_open(one) else one for one in found]


def _is_draft(edition: Edition) -> bool:
    return edition.sop.status in (Status.DRAFT, Status.REVIEWED)


def _may_be_open(problem: Problem) -> bool:
    entry = RULES.get(problem.code)
    return problem.severity == "error" and entry is not None and entry.stops == "approval"


def _read(path: Path, today: date | None) -> Edition | list[Problem]:
    try:
        return load_edition(path)
    except SpecError as error:
        rest = said_of_the_rest(path, today)
        return sorted([*error.problems, *rest]) if rest else error.problems


def lint(edition: Edition, today: date | None = None) -> list[Problem]:
    """Return what the rules find in an edition that could be read, in the order of the files."""
    return weigh(edition, today).problems


def weigh(edition: Edition, today: date | None = None, shelf: Shelf | None = None) -> Verdicts:
    """Return what the rules find and what remarks silence; `shelf` holds the folders' editions where they were read.

    Without a day, a remark that silences nothing is no fault: the finding may depend on the day.
    """
    others, record = _others(edition.path, shelf), edition.record.file if edition.record else None
    subject = Subject(edition.sop, edition.unit, edition.regulations, today, others, record)
    found = list(found_by(edition, subject))
    sources = (*edition.sop_source.files, edition.unit_source)
    said = [remark for source in sources for remark in remarks(source)]
    silences, faults = judge(said, [one.problem for one in found], idle=today is not None)
    silent = {(silence.file, silence.line, silence.code) for silence in silences}
    left = [one for one in found if (one.problem.file, one.problem.line, one.problem.code) not in silent]
    own = (
        *_twins(edition, others),
        *voided(edition),
        *claimed(edition),
        *(days_to_come(edition, max(today, today_at(edition.unit))) if today else ()),
        *_named_otherwise(edition),
        *_unsettled(edition),
        *behind(edition),
    )
    return Verdicts(tuple(left), (*faults, *own), tuple(silences))


def _twins(edition: Edition, others: Sequence[Sop]) -> Iterator[Problem]:
    """Yield that another file is the same edition: they would share outputs and approvals."""
    name = edition.sop.name
    if name.casefold() in {other.name.casefold() for other in others}:
        what, fix = say('another file is the edition "{name}" too', name=name), say("choose another id or edition")
        yield edition.sop_source.problem("ID08", ("edisi",), what, fix)


def claimed(edition: Edition) -> Iterator[Problem]:
    """Yield that an edition says of itself what no record says: that it may be signed, is in force, or was issued."""
    sop, source = edition.sop, edition.sop_source
    if edition.life.unproven:
        what = say("{sop} is not proven: the scan of its signed original is not registered", sop=sop.name)
        fix = say("compare it with the original, and register the scan: `sopgen sign ... --scan`")
        yield source.problem("PS13", ("sebagaimana_terbit",), what, fix, severity="warning")
    elif edition.life.unsigned and edition.record:
        what = say("the record says berlaku, but has no signature of {name}", name=sop.identitas.pengesah.nama)
        fix = say("take the change of the record back: an edition comes into force by `sopgen sign` and `approve`")
        yield edition.record.source.problem("PS07", ("riwayat", len(edition.events) - 1), what, fix)
    elif not edition.events and edition.said in RELEASED and sop.status is Status.DRAFT:
        what = say('"{state}" is said by the spec alone: it counts as draf', state=edition.said.value)
        fix = say("remove `status` or `sebagaimana_terbit`, and have it reviewed and approved: `sopgen approve`")
        loc = ("sebagaimana_terbit",) if sop.sebagaimana_terbit else ("status",)
        yield source.problem("PS12", loc, what, fix, severity="error" if sop.sebagaimana_terbit else "warning")


def _named_otherwise(edition: Edition) -> Iterator[Problem]:
    """Yield the events of a record under an official's number, but another name."""
    for number, written, name in odd_names(edition):
        assert edition.record is not None
        what = say("the record names {written}, whose NRP is that of {name}", written=written, name=name)
        fix = say("take the change of the record back: nobody edits who decided")
        yield edition.record.source.problem("PS14", ("riwayat", number, "oleh", "nama"), what, fix)


def _unsettled(edition: Edition) -> Iterator[Problem]:
    """Yield that places of an old file, which nobody was sure of, are not settled yet: one problem for all."""
    if lines := unsettled(edition.sop_source):
        told = ", ".join(map(str, lines[:MOST_LINES])) + (", ..." if len(lines) > MOST_LINES else "")
        what = say(
            "{count} places are to be settled by a person (# periksa): lines {lines}", count=len(lines), lines=told
        )
        fix = say("compare each with the old file, then delete its `# periksa`")
        yield Problem(edition.sop_source.file, lines[0], 1, "PS17", what, fix)


def _others(path: Path, shelf: Shelf | None) -> tuple[Sop, ...]:
    """Return the other editions that the working folder keeps."""
    folder = sop_folder(path)
    if folder is None:
        return ()
    kept = shelf[folder] if shelf else load_folder(folder, {})
    own = path.absolute()
    return tuple(sop for other, sop in kept.items() if other != own)


def unbuildable(edition: Edition) -> list[Problem]:
    """Return all that keeps an edition from being built: errors of the rules, or what the planner refuses."""
    try:
        sound(edition)
    except SpecError as error:
        return error.problems
    return _refused(edition)
