"""From a draft to the same draft with the corrections that need no decision, each with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import yaml

from sopgen.compare import likeness
from sopgen.errors import Loc, Problem, SopgenError, SpecError, WrongUsage, path_text, with_fix
from sopgen.files import one_writer, text_bytes, write_file
from sopgen.jobs.check import lint, weigh
from sopgen.jobs.edit.mends import carried_out, moved
from sopgen.jobs.edit.reasons import Reason, with_reasons
from sopgen.lint.book import RULES
from sopgen.lint.pages.page import page_of
from sopgen.lint.registry import Mend, Reorder, Rewrite, Rule, TakeOut
from sopgen.messages import indonesian, nearest, say
from sopgen.model.sop import Status
from sopgen.read.load import Edition, edited, load_edition
from sopgen.read.source import Source
from sopgen.splice.places import node_at

ROUNDS: Final = 100
CERTAINLY_ALIKE: Final = 0.7


@dataclass(frozen=True)
class CorrectedPlace:
    """One corrected place of the mended draft: what stood there, what stands there, the rules that say so.

    For a list that stands in another order (`reordered`) both are its items' former numbers; where an item was taken
    out of a list (`taken_out`), the place is the list's.
    """

    loc: Loc
    was: str
    now: str
    rules: tuple[Rule, ...]
    reordered: bool = False
    taken_out: bool = False

    @property
    def codes(self) -> str:
        """The codes of the rules."""
        return ", ".join(entry.code for entry in self.rules)

    @property
    def reason(self) -> str:
        """What the rules ask, with their codes and sources, as the draft itself keeps it."""
        pages = map(page_of, self.rules)
        return "; ".join(f"{indonesian(one.title)} ({one.code}, {indonesian(one.source)})" for one in pages)


@dataclass(frozen=True)
class Accepted:
    """The proposals that a person accepts: codes of rules, each alone (all places) or with one place of the spec.

    Raises WrongUsage where one is the code of no rule.
    """

    words: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what names no rule."""
        for word in self.words:
            code = word.partition("@")[0]
            if code not in RULES:
                raise WrongUsage(with_fix(say('"{code}" is the code of no rule', code=code), nearest(code, RULES)))

    def holds(self, code: str, loc: Loc) -> bool:
        """Tell whether a rule's proposal for a place is accepted."""
        return code in self.words or f"{code}@{path_text(loc)}" in self.words


NOTHING: Final = Accepted()


@dataclass(frozen=True)
class Mended:
    """A draft after its corrections: as it is read now, and what was changed, in the order of the file."""

    edition: Edition
    changes: tuple[CorrectedPlace, ...]


@dataclass(frozen=True)
class Proposal:
    """A correction that would let the draft say something else, so that a person accepts it first."""

    problem: Problem
    code: str
    mend: Mend

    @property
    def text(self) -> str:
        """What would stand there; empty where an item would be taken out."""
        return self.mend.text if isinstance(self.mend, Rewrite) else ""


def load_draft(path: Path) -> Edition:
    """Read a draft; raise SpecError with its faults, or where the edition is no draft."""
    edition = load_edition(path)
    issued: Loc = ("sebagaimana_terbit",) if edition.sop.sebagaimana_terbit else ()
    if issued or edition.sop.status is not Status.DRAFT:
        what = say("the edition is no draft: its words stay as they are")
        fix = say("make the next edition with `sopgen revise`, and mend that")
        raise SpecError([edition.sop_source.problem("ED01", issued or ("status",), what, fix)])
    return edition


def mended_file(path: Path, accepted: Accepted, today: date) -> Mended:
    """Write the corrections of a draft, and the accepted proposals, into its file; return the draft as it is now.

    Raises SopgenError where somebody saved the file meanwhile, in an editor for example.
    """
    load_draft(path)  # what is wrong with the file is told before it is locked
    with one_writer(path):
        edition = load_draft(path)
        mended = mend(edition, accepted, today)
        if mended.changes:
            if load_draft(path).sop_source.text != edition.sop_source.text:
                again = say("give the same command again")
                raise SopgenError(say("{path} was changed meanwhile. fix: {fix}", path=path, fix=again))
            write_file(path, saved(path, mended))
    return mended


def saved(path: Path, mended: Mended) -> bytes:
    """Return the bytes of the mended draft for its file."""
    return text_bytes(path, mended.edition.sop_source.text)


def mend(edition: Edition, accepted: Accepted = NOTHING, today: date | None = None) -> Mended:
    """Return the draft with every correction that its rules carry, until none is left; with the accepted proposals.

    `today` is the day of which the proposals are.

    Raises SopgenError where rules undo each other's corrections.
    """
    changes: dict[Loc, CorrectedPlace] = {}
    gone: list[CorrectedPlace] = []
    for _ in range(ROUNDS):
        made = _round(edition, changes, list(_mends(edition, accepted, today))) or _shorter(
            edition, changes, gone, list(_mends(edition, accepted, today))
        )
        if made is None:
            kept = [change for change in changes.values() if change.was != change.now]
            return _finished(edition, [*kept, *gone])
        edition = made
    codes = ", ".join(sorted({entry.code for change in changes.values() for entry in change.rules}))
    raise SopgenError(say("the corrections of the rules {codes} never come to an end", codes=codes))


def corrected(edition: Edition, entry: Rule, correction: Mend) -> Source:
    """Return the draft with one correction and its reason; as it is where nothing would change."""
    changes: dict[Loc, CorrectedPlace] = {}
    gone: list[CorrectedPlace] = []
    one = [(entry, correction)]
    made = _round(edition, changes, one) or _shorter(edition, changes, gone, one)
    return _finished(made, [*changes.values(), *gone]).edition.sop_source if made else edition.sop_source


def proposals(edition: Edition, today: date) -> list[Proposal]:
    """Return what the rules would correct in a draft if a person accepts it."""
    found = [one for one in weigh(edition, today).found if one.finding.proposal and not one.finding.in_unit]
    return [Proposal(one.problem, one.entry.code, one.finding.proposal) for one in found if one.finding.proposal]


def undecided(mended: Mended, today: date) -> list[Problem]:
    """Return what is left for a person to decide."""
    return [problem for problem in lint(mended.edition, today) if problem.severity != "info"]


_Mends = list[tuple[Rule, Mend]]


def _round(edition: Edition, changes: dict[Loc, CorrectedPlace], mends: _Mends) -> Edition | None:
    """Carry out what the rules correct in the draft as it stands; None where there is nothing to do."""
    source = edition.sop_source
    for kind in (Rewrite, Reorder):  # the order is told from the words: they come first
        for entry, one in mends:
            made = carried_out(source, one) if isinstance(one, kind) else None
            if made and not isinstance(one, TakeOut):
                _note(changes, entry, one, edition)
                source = made
        if source is not edition.sop_source:
            return edited(edition, source.text)
    return None


def _shorter(
    edition: Edition, changes: dict[Loc, CorrectedPlace], gone: list[CorrectedPlace], mends: _Mends
) -> Edition | None:
    """Take out the first item that is to go; None where there is none."""
    for entry, one in mends:
        made = carried_out(edition.sop_source, one) if isinstance(one, TakeOut) else None
        if made and isinstance(one, TakeOut):
            former = changes.pop(one.loc, None)
            was = former.was if former else str(node_at(edition.sop_source, one.loc).value)
            gone.append(CorrectedPlace(one.loc[:-1], was, "", (entry,), taken_out=True))
            for change in [changes.pop(loc) for loc in list(changes) if moved(loc, one) != loc]:
                changes[moved(change.loc, one)] = replace(change, loc=moved(change.loc, one))
            return edited(edition, made.text)
    return None


def _mends(edition: Edition, accepted: Accepted, today: date | None) -> Iterator[tuple[Rule, Mend]]:
    """Yield the first correction of each place; another one does not know yet what the first one writes.

    What a person accepted comes before what is corrected anyway: the words may be others then.
    """
    seen: set[Loc] = set()
    found = [one for one in weigh(edition, today).found if not one.finding.in_unit]
    asked = [(one.entry, one.finding.proposal) for one in found if accepted.holds(one.entry.code, one.finding.loc)]
    for entry, correction in [*asked, *((one.entry, one.finding.mend) for one in found)]:
        if correction and correction.loc not in seen:
            seen.add(correction.loc)
            yield entry, correction


def _note(changes: dict[Loc, CorrectedPlace], entry: Rule, mend: Rewrite | Reorder, edition: Edition) -> None:
    """Keep what a correction changed, together with what was changed at its place before."""
    if isinstance(mend, Reorder):
        for change in [changes.pop(loc) for loc in list(changes) if moved(loc, mend) != loc]:
            changes[moved(change.loc, mend)] = replace(change, loc=moved(change.loc, mend))
    former = changes.get(mend.loc)
    was = _numbers(mend) if isinstance(mend, Reorder) else str(node_at(edition.sop_source, mend.loc).value)
    now = _now(former.now if former else was, mend)
    rules = tuple(dict.fromkeys([*(former.rules if former else ()), entry]))
    changes[mend.loc] = CorrectedPlace(mend.loc, former.was if former else was, now, rules, isinstance(mend, Reorder))


def _numbers(mend: Reorder) -> str:
    return ", ".join(str(number) for number in range(1, len(mend.order) + 1))


def _now(before: str, mend: Rewrite | Reorder) -> str:
    if isinstance(mend, Rewrite):
        return mend.text
    numbers = before.split(", ")
    return ", ".join(numbers[place] for place in mend.order)


def _finished(edition: Edition, changes: list[CorrectedPlace]) -> Mended:
    """Return the mended draft, with the reasons of its changes for the matrix of changes."""
    ordered = sorted(changes, key=lambda change: node_at(edition.sop_source, change.loc).start_mark.index)
    reasons = dict.fromkeys(one for change in ordered for one in _reasons(change, edition))
    source = with_reasons(edition.sop_source, reasons)
    return Mended(edited(edition, source.text), tuple(ordered))


def _reasons(change: CorrectedPlace, edition: Edition) -> Iterator[Reason]:
    """Yield why a text is other; of a list in another order, why each item that changed its place did."""
    if change.taken_out:
        yield Reason(change.loc, change.reason, gone=change.was)
        return
    if not change.reordered:
        # An item that is so unlike the former one may be told as removed and added.
        unlike = isinstance(change.loc[-1], int) and likeness.likeness(change.was, change.now) < CERTAINLY_ALIKE
        gone = change.was if unlike else ""
        yield Reason(change.loc, change.reason, change.now, gone)
        return
    places = [(int(number) - 1, n) for n, number in enumerate(change.now.split(", "))]
    for n in sorted(likeness.moved(places)):
        item = node_at(edition.sop_source, (*change.loc, n))
        yield Reason((*change.loc, n), change.reason, item.value if isinstance(item, yaml.ScalarNode) else "")
