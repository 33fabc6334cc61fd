"""From a draft to the same draft with the corrections that need no decision, each with its reason."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

import yaml

from sopgen.compare import likeness
from sopgen.errors import Loc, Problem, SopgenError, SpecError
from sopgen.files import one_writer, write_file
from sopgen.jobs.check import lint, weigh
from sopgen.jobs.edit.mends import carried_out, moved
from sopgen.jobs.edit.reasons import Reason, with_reasons
from sopgen.lint.pages.page import page_of
from sopgen.lint.registry import Reorder, Rewrite, Rule
from sopgen.messages import indonesian, say
from sopgen.model.sop import Status
from sopgen.read.load import Edition, edited, load_edition
from sopgen.splice.places import node_at

ROUNDS: Final = 100


@dataclass(frozen=True)
class CorrectedPlace:
    """One corrected place of the mended draft: what stood there, what stands there, the rules that say so.

    For a list that stands in another order (`reordered`) both are its items' former numbers.
    """

    loc: Loc
    was: str
    now: str
    rules: tuple[Rule, ...]
    reordered: bool = False

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
class Mended:
    """A draft after its corrections: as it is read now, and what was changed, in the order of the file."""

    edition: Edition
    changes: tuple[CorrectedPlace, ...]


def load_draft(path: Path) -> Edition:
    """Read a draft; raise SpecError with its faults, or where the edition is no draft."""
    edition = load_edition(path)
    issued: Loc = ("sebagaimana_terbit",) if edition.sop.sebagaimana_terbit else ()
    if issued or edition.sop.status is not Status.DRAFT:
        what = say("the edition is no draft: its words stay as they are")
        fix = say("make the next edition with `sopgen revise`, and mend that")
        raise SpecError([edition.sop_source.problem("ED01", issued or ("status",), what, fix)])
    return edition


def mended_file(path: Path) -> Mended:
    """Write the corrections of a draft into its file; return the draft as it is now.

    Raises SopgenError where somebody saved the file meanwhile, in an editor for example.
    """
    load_draft(path)  # what is wrong with the file is told before it is locked
    with one_writer(path):
        edition = load_draft(path)
        mended = mend(edition)
        if mended.changes:
            if load_draft(path).sop_source.text != edition.sop_source.text:
                again = say("give the same command again")
                raise SopgenError(say("{path} was changed meanwhile. fix: {fix}", path=path, fix=again))
            write_file(path, saved(path, mended))
    return mended


def saved(path: Path, mended: Mended) -> bytes:
    """Return the bytes of the mended draft for its file, with the byte order mark that Notepad may have put there."""
    mark = codecs.BOM_UTF8
    return (mark if path.read_bytes().startswith(mark) else b"") + mended.edition.sop_source.text.encode()


def mend(edition: Edition) -> Mended:
    """Return the draft with every correction that its rules carry, until none is left.

    Raises SopgenError where rules undo each other's corrections.
    """
    changes: dict[Loc, CorrectedPlace] = {}
    for _ in range(ROUNDS):
        made = _round(edition, changes)
        if made is None:
            return _finished(edition, [change for change in changes.values() if change.was != change.now])
        edition = made
    codes = ", ".join(sorted({entry.code for change in changes.values() for entry in change.rules}))
    raise SopgenError(say("the corrections of the rules {codes} never come to an end", codes=codes))


def undecided(mended: Mended, today: date) -> list[Problem]:
    """Return what is left for a person to decide."""
    return [problem for problem in lint(mended.edition, today) if problem.severity != "info"]


def _round(edition: Edition, changes: dict[Loc, CorrectedPlace]) -> Edition | None:
    """Carry out what the rules correct in the draft as it stands; None where there is nothing to do."""
    mends = list(_mends(edition))
    source = edition.sop_source
    for kind in (Rewrite, Reorder):  # the order is told from the words: they come first
        for entry, one in mends:
            made = carried_out(source, one) if isinstance(one, kind) else None
            if made:
                _note(changes, entry, one, edition)
                source = made
        if source is not edition.sop_source:
            return edited(edition, source.text)
    return None


def _mends(edition: Edition) -> Iterator[tuple[Rule, Rewrite | Reorder]]:
    """Yield the first correction of each place; another one does not know yet what the first one writes."""
    seen: set[Loc] = set()
    for found in weigh(edition).found:
        correction = None if found.finding.in_unit else found.finding.mend
        if correction and correction.loc not in seen:
            seen.add(correction.loc)
            yield found.entry, correction


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
    source = with_reasons(edition.sop_source, (one for change in ordered for one in _reasons(change, edition)))
    return Mended(edited(edition, source.text), tuple(ordered))


def _reasons(change: CorrectedPlace, edition: Edition) -> Iterator[Reason]:
    """Yield why a text is other; of a list in another order, why each item that changed its place did."""
    if not change.reordered:
        yield Reason(change.loc, change.reason, change.now)
        return
    places = [(int(number) - 1, n) for n, number in enumerate(change.now.split(", "))]
    for n in sorted(likeness.moved(places)):
        item = node_at(edition.sop_source, (*change.loc, n))
        yield Reason((*change.loc, n), change.reason, item.value if isinstance(item, yaml.ScalarNode) else "")
