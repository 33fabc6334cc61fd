"""What an edited Word document proposes for a draft, merged with what moved on there meanwhile."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sopgen.compare.edited.added import OutsideText
from sopgen.compare.edited.follow import followed, followed_gap
from sopgen.compare.edited.letters import letters
from sopgen.compare.edited.marks import PlaceKind
from sopgen.compare.edited.merge import merged, same_words
from sopgen.compare.edited.proposal import ProposalKind, WhyUnsure, WordProposal
from sopgen.compare.edited.reading import EditedReading, reading
from sopgen.compare.part_names import at, part_name
from sopgen.errors import Loc, SopgenError, with_fix
from sopgen.jobs.accept_word.base import IssuedEdition, issued_edition
from sopgen.jobs.accept_word.draft import DraftToWrite, draft_for
from sopgen.jobs.accept_word.opened import opened
from sopgen.jobs.accept_word.remade import issued_again
from sopgen.messages import say
from sopgen.model.sop import Sop
from sopgen.workspace import templates

# A document that has less of the issued texts than this was issued from something else.
KNOWN = 0.4


@dataclass(frozen=True)
class OfferedChange:
    """A proposal, and where it stands in the draft: `at` is None where it has no place there, `now` the text there.

    `part` is what a user calls the place, `to` the number that a moved item is to have. The doubts are those of the
    proposal and of the merge.
    """

    proposal: WordProposal
    at: Loc | None
    now: str
    part: str
    to: int | None = None

    @property
    def id(self) -> str:
        """The id of the proposal."""
        return self.proposal.id

    @property
    def sure(self) -> bool:
        """Whether `all` accepts it."""
        return self.proposal.sure and self.proposal.kind is not ProposalKind.REMARK

    @property
    def clash(self) -> bool:
        """Whether the draft has another text there meanwhile."""
        return WhyUnsure.CLASH in self.proposal.doubts


@dataclass(frozen=True)
class WordOffer:
    """All that an edited document proposes, in the order of the document; `done` is what the draft has already."""

    file: str
    office: Path
    source: IssuedEdition
    draft: DraftToWrite
    changes: tuple[OfferedChange, ...]
    done: tuple[WordProposal, ...]
    outside: tuple[OutsideText, ...]
    formats: Mapping[str, int]


@dataclass(frozen=True)
class WordRequest:
    """What is asked for: the file, the working folder; the edition and the draft where they are named."""

    file: Path
    office: Path
    spec: Path | None = None
    into: Path | None = None
    next_name: str = ""


def proposals(asked: WordRequest) -> WordOffer:
    """Return what an edited document proposes; nothing is written.

    Raises SopgenError with one line where the file can not be read or is of another edition, SpecError with the
    faults of the edition.
    """
    document = opened(asked.file)
    source = issued_edition(document, asked.file.name, asked.office, asked.spec)
    found = reading(issued_again(source.issued, templates(source.issued.path)), document)
    _refuse_other(found, asked.file.name, source)
    draft = draft_for(source.now, asked.into, asked.next_name)
    sides = source.issued.sop, draft.edition.sop
    every = found.proposals if source.certain else tuple(map(_untold, found.proposals))
    merged = [(one, _is_done(one, *sides)) for one in every]
    changes = tuple(_offered(one, *sides) for one, done in merged if not done)
    done = tuple(one for one, done in merged if done)
    return WordOffer(asked.file.name, asked.office, source, draft, changes, done, found.outside, found.formats)


def _refuse_other(found: EditedReading, name: str, source: IssuedEdition) -> None:
    if found.known < KNOWN:
        what = say("{file} has little in common with {path}", file=name, path=source.issued.path.as_posix())
        raise SopgenError(with_fix(what, say("name the document that was issued from this edition")))


def _untold(one: WordProposal) -> WordProposal:
    """Return a proposal for an edition whose issued text is not known: sure only where the document tells both."""
    if one.tracked or one.kind is ProposalKind.REMARK:
        return one
    return replace(one, doubts=(*one.doubts, WhyUnsure.NO_ISSUED_TEXT))


def _is_done(one: WordProposal, issued: Sop, draft: Sop) -> bool:
    """Tell whether the draft says already what is proposed."""
    if one.kind is ProposalKind.CHANGED:
        here = followed(one.loc, issued, draft)
        now = text_at(draft, here, one.holds) if here is not None else None
        return now is not None and _says(now, one)
    if one.kind is ProposalKind.ADDED and WhyUnsure.ROW not in one.doubts:
        there = followed(one.loc[:-1], issued, draft)
        items: Any = at(draft, there) if there is not None else ()
        before = at(issued, one.loc[:-1]) or ()
        return letters(one.new) in {letters(item) for item in items or () if isinstance(item, str)} - {
            letters(item) for item in before if isinstance(item, str)
        }
    if one.kind is ProposalKind.REMOVED:
        return followed(one.loc, issued, draft) is None
    return False


def _says(now: str, one: WordProposal) -> bool:
    """Tell whether a text of the draft has a proposed change, be it with others."""
    if now.split() == one.new.split() or merged(one.old, now, one.new) == now:
        return True
    return same_words(now, one.new) and not same_words(one.old, one.new)


def _offered(one: WordProposal, issued: Sop, draft: Sop) -> OfferedChange:
    part = part_name(one.loc, issued) if one.loc else ""
    if one.kind is ProposalKind.REMARK:
        return OfferedChange(one, followed(one.loc, issued, draft) if one.loc else None, "", part)
    if one.kind is ProposalKind.ADDED:
        here = followed_gap(one.loc, issued, draft)
        one = one if here is not None else replace(one, doubts=(*one.doubts, WhyUnsure.NO_PLACE))
        return OfferedChange(one, here, "", part_name(one.loc[:-1], issued))
    here = followed(one.loc, issued, draft)
    now = "" if here is None else text_at(draft, here, one.holds)
    one = _joined(one, now) if here is not None else one
    doubts = list(_of_merge(one, here, now))
    to = _moved_to(one, here, issued, draft)
    if one.kind is ProposalKind.MOVED and to is None and here is not None:
        doubts.append(WhyUnsure.NO_PLACE)
        here = None
    return OfferedChange(replace(one, doubts=(*one.doubts, *doubts)) if doubts else one, here, now, part, to)


def _moved_to(one: WordProposal, here: Loc | None, issued: Sop, draft: Sop) -> int | None:
    """Return the number that an item is to have in the draft's list."""
    if one.to is None or here is None:
        return None
    old = int(one.loc[-1])
    gap = followed_gap((*one.loc[:-1], one.to + (one.to > old)), issued, draft)
    return None if gap is None else int(gap[-1]) - (int(gap[-1]) > int(here[-1]))


def _joined(one: WordProposal, now: str) -> WordProposal:
    """Return a change of a text that moved on meanwhile with what moved on, where both leave each other alone."""
    if one.kind is not ProposalKind.CHANGED or one.holds is not PlaceKind.TEXT or now == one.old:
        return one
    both = merged(one.old, now, one.new)
    if both is None:
        return one
    doubts = one.doubts if same_words(now, one.old) else (*one.doubts, WhyUnsure.MERGED)
    return replace(one, new=both, doubts=doubts, said=one.new)


def _of_merge(one: WordProposal, here: Loc | None, now: str) -> Iterator[WhyUnsure]:
    if here is None:
        yield WhyUnsure.NO_PLACE
    elif WhyUnsure.ROW not in one.doubts and not one.said and now != one.old:
        yield WhyUnsure.CLASH


def text_at(sop: Sop, loc: Loc, holds: PlaceKind) -> str:
    """Return the text that is printed of a place; empty where there is none."""
    if holds is PlaceKind.KEY:
        return str(loc[-1])
    if holds in (PlaceKind.DATE, PlaceKind.TIME):
        value = at(sop, loc[:-1])
        return str(getattr(value, "printed", value or ""))
    value = at(sop, loc)
    return value if isinstance(value, str) else ""
