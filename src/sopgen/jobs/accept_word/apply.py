"""Accepted proposals into the draft: each at its place, with the reason why; nothing else of the text is touched."""

import codecs
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from sopgen.compare.edited.marks import PlaceKind
from sopgen.compare.edited.proposal import ProposalKind, WhyUnsure
from sopgen.errors import Loc, SopgenError, with_fix
from sopgen.files import one_writer, write_file
from sopgen.jobs.accept_word.kept import keep_accepted
from sopgen.jobs.accept_word.places import with_operation, with_text
from sopgen.jobs.accept_word.proposals import OfferedChange, WordOffer
from sopgen.jobs.edit.fix import load_draft
from sopgen.jobs.edit.reasons import Reason, with_reasons, with_text_followed
from sopgen.messages import say
from sopgen.model.base import long_date, written_date
from sopgen.read.load import Edition, load_edition, with_source
from sopgen.read.source import Source

OF_LISTS: Final = (ProposalKind.ADDED, ProposalKind.REMOVED, ProposalKind.MOVED)


@dataclass(frozen=True)
class AcceptedChange:
    """An accepted proposal, and the text that is to stand there: the proposed one, or another."""

    offered: OfferedChange
    text: str


@dataclass(frozen=True)
class WrittenDraft:
    """The draft as it is after the proposals were written into it."""

    path: Path
    edition: Edition
    accepted: tuple[AcceptedChange, ...]


def every_sure(offer: WordOffer) -> list[str]:
    """Return the ids of what may be accepted all at once: without doubt, and no remark."""
    return [one.id for one in offer.changes if one.sure]


def apply(offer: WordOffer, choices: Mapping[str, str | None]) -> WrittenDraft:
    """Write the chosen proposals into the draft and return it: their ids, each with another text or None.

    Raises SopgenError where an id is not known, can not be taken over, or the draft was saved meanwhile; SpecError
    where the draft would have faults. Then nothing is written.
    """
    chosen = _chosen(offer, choices)
    path = offer.draft.path
    with one_writer(path):
        before = _as_offered(offer)
        try:
            made = with_source(before, _written(before.sop_source, chosen))
        except LookupError as error:  # a place that another accepted proposal took away, a list of a base
            what = say("{path} can not take these proposals together", path=path.as_posix())
            raise SopgenError(with_fix(what, say("accept them one after the other"))) from error
        keep_accepted(offer.source.issued, offer.office)
        write_file(path, _mark(path) + made.sop_source.text.encode())
    return WrittenDraft(path, load_edition(path), tuple(chosen))


def _mark(path: Path) -> bytes:
    """Return the byte order mark that Notepad may have put there."""
    mark = codecs.BOM_UTF8
    return mark if path.is_file() and path.read_bytes().startswith(mark) else b""


def _as_offered(offer: WordOffer) -> Edition:
    """Return the draft; raise SopgenError where it is not what the proposals were merged with."""
    draft = offer.draft
    if draft.begun_from is not None:
        if draft.path.exists():
            raise _meanwhile(draft.path)
        return draft.edition
    now = load_draft(draft.path)
    if now.sop_source.text != draft.edition.sop_source.text:
        raise _meanwhile(draft.path)
    return now


def _meanwhile(path: Path) -> SopgenError:
    again = say("give the same command again")
    return SopgenError(say("{path} was changed meanwhile. fix: {fix}", path=path, fix=again))


def refuse_unknown(offer: WordOffer, ids: Iterable[str]) -> None:
    """Raise SopgenError where an id is that of no proposal."""
    known = {one.id for one in offer.changes}
    if strange := [name for name in ids if name not in known]:
        what = say("there is no proposal {ids}", ids=", ".join(strange))
        raise SopgenError(with_fix(what, say("--list shows the proposals with their ids")))


def _chosen(offer: WordOffer, choices: Mapping[str, str | None]) -> list[AcceptedChange]:
    """Return what was chosen, in the order of the document."""
    refuse_unknown(offer, choices)
    chosen = [AcceptedChange(one, choices[one.id] or one.proposal.new) for one in offer.changes if one.id in choices]
    refused = [one.offered for one in chosen if not can_be_written(one.offered)]
    if refused:
        what = say("{ids} can not be taken over by themselves", ids=", ".join(one.id for one in refused))
        raise SopgenError(with_fix(what, say("write them into {path}", path=offer.draft.path.as_posix())))
    return chosen


def can_be_written(one: OfferedChange) -> bool:
    """Tell whether a proposal can be taken over by itself."""
    row = WhyUnsure.ROW in one.proposal.doubts and one.proposal.kind is ProposalKind.ADDED
    return one.at is not None and not row and one.proposal.kind is not ProposalKind.REMARK


def _written(source: Source, chosen: Sequence[AcceptedChange]) -> Source:
    """Return the text with what was chosen: other texts first, then the items of lists, from the last one up."""
    for one in chosen:
        if one.offered.proposal.kind is ProposalKind.CHANGED:
            source = _changed(source, one)
    of_lists = [(n, one) for n, one in enumerate(chosen) if one.offered.proposal.kind in OF_LISTS]
    for _, one in sorted(of_lists, key=_place_in_text, reverse=True):
        source = _of_list(source, one)
    return source


def _place_in_text(numbered: tuple[int, AcceptedChange]) -> tuple[Loc, bool, int]:
    """Return the order from the first place to the last; at one place what goes stands behind what comes."""
    number, one = numbered
    return one.offered.at or (), one.offered.proposal.kind is not ProposalKind.ADDED, number


def _changed(source: Source, one: AcceptedChange) -> Source:
    proposal, loc = one.offered.proposal, one.offered.at or ()
    source = with_text(source, loc, proposal.holds, one.text)
    if proposal.holds is PlaceKind.TEXT:
        source = with_text_followed(source, loc, one.offered.now)
    return with_reasons(source, [Reason(_of_record(loc, proposal.holds), _why(one), one.text)])


def _of_record(loc: Loc, holds: PlaceKind) -> Loc:
    """Return the place that a reason names: of a date or a time that of both its value and its wording."""
    return loc if holds is PlaceKind.TEXT else loc[:-1]


def _of_list(source: Source, one: AcceptedChange) -> Source:
    proposal, loc = one.offered.proposal, one.offered.at or ()
    made = with_operation(source, proposal.kind, loc, one.text, one.offered.to)
    return with_reasons(made, [_reason_of_list(one, loc)])


def _reason_of_list(one: AcceptedChange, loc: Loc) -> Reason:
    kind = one.offered.proposal.kind
    if kind is ProposalKind.REMOVED:
        return Reason(loc[:-1], _why(one), gone=one.offered.now)
    if kind is ProposalKind.MOVED:
        return Reason((*loc[:-1], one.offered.to or 0), _why(one), one.text)
    return Reason(loc, _why(one), one.text)


def _why(one: AcceptedChange) -> str:
    """Return why: what its author remarked there, else whose proposal it is (Indonesian, as the matrix is)."""
    proposal = one.offered.proposal
    said = " ".join(remark.text for remark in proposal.remarks if remark.text)
    hand = next(iter(proposal.hands), None) or next((remark.by for remark in proposal.remarks), None)
    day = written_date(hand.date[:10]) if hand else None
    who = f" {hand.author}" if hand and hand.author else ""
    when = f", {long_date_of(day)}" if day else ""
    if said:
        return f"{said} ({who.strip() or 'naskah Word'}{when})"
    return f"Usulan{who} dalam naskah Word{when}."


def long_date_of(day: str) -> str:
    """Return a day as letters write it; as it is where the calendar has none."""
    try:
        return long_date(date.fromisoformat(day))
    except ValueError:
        return day
