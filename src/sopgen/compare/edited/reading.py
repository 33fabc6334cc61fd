"""What an edited document proposes for the spec that it was issued from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.compare.edited.added import OutsideText, added, row_of
from sopgen.compare.edited.letters import letters, tidy
from sopgen.compare.edited.marks import PlaceKind
from sopgen.compare.edited.matching.match import matched
from sopgen.compare.edited.matching.matched import MatchedText, MatchEvidence
from sopgen.compare.edited.places import IssuedText
from sopgen.compare.edited.proposal import ProposalKind, WhyUnsure, WordProposal
from sopgen.compare.edited.seen import seen_places
from sopgen.errors import Loc
from sopgen.model.edited.document import CellPlace, EditedDocument, WordRemark

LISTED: Final = (ProposalKind.ADDED, ProposalKind.REMOVED, ProposalKind.MOVED)


@dataclass(frozen=True)
class EditedReading:
    """What is proposed, what changed outside of all texts of the spec, what was formatted anew, by name.

    `known` is the part of the issued texts that the document still has, 0 to 1.
    """

    proposals: tuple[WordProposal, ...]
    outside: tuple[OutsideText, ...]
    formats: Mapping[str, int]
    known: float


def reading(issued: Sequence[IssuedText], document: EditedDocument) -> EditedReading:
    """Return what a document proposes, in the order of the issued one."""
    matches = matched(issued, document.texts)
    seen = seen_places(matches)
    found = [one for place in seen.values() if (one := place.proposal())]
    found = _rows_gone(found, matches)
    came = list(added(matches))
    order = {loc: n for n, loc in enumerate(seen)}
    every = _moves([*found, *(one for one in came if isinstance(one, WordProposal))])
    every = [*every, *_lone_remarks(every, matches, document.loose_remarks)]
    every.sort(key=lambda one: _order(one.loc, order))
    outside = [*_outside(matches), *(one for one in came if isinstance(one, OutsideText))]
    same = sum(one.issued is not None and one.edited is not None for one in matches)
    known = same / max(1, sum(one.issued is not None for one in matches))
    formats = Counter(document.formats) + Counter(_by_hand(matches))
    return EditedReading(tuple(_told_apart(every)), tuple(outside), dict(formats), known)


def _order(loc: Loc, order: Mapping[Loc, int]) -> float:
    if loc in order:
        return order[loc]
    if loc and isinstance(loc[-1], int):
        before = (*loc[:-1], loc[-1] - 1)
        return order.get(before, order.get((*before, "uraian"), len(order) - 1)) + 0.5
    return len(order)


def _told_apart(proposals: Iterable[WordProposal]) -> Iterator[WordProposal]:
    """Yield the proposals, each with an id of its own."""
    taken: set[str] = set()
    for one in proposals:
        while one.id in taken:
            one = replace(one, nth=one.nth + 1)
        taken.add(one.id)
        yield one


def _moves(proposals: Sequence[WordProposal]) -> list[WordProposal]:
    """Return the proposals; what went from a list and came again in it was moved."""
    made = list(proposals)
    for gone in [one for one in proposals if one.kind is ProposalKind.REMOVED and not one.doubts]:
        here = next((one for one in made if one.kind is ProposalKind.ADDED and _is_of(one, gone)), None)
        others = [one for one in made if one.loc[:-1] == gone.loc[:-1] and one.kind in LISTED]
        if here is None or len(others) > 2:  # among others in its list its number can not be told alone
            continue
        old, new = int(gone.loc[-1]), int(here.loc[-1])
        to = new - 1 if new > old else new
        hands = tuple(dict.fromkeys([*gone.hands, *here.hands]))
        remarks = tuple(dict.fromkeys([*gone.remarks, *here.remarks]))
        made.remove(here)
        moved = replace(gone, kind=ProposalKind.MOVED, new=gone.old, to=to, hands=hands, remarks=remarks)
        at = made.index(gone)
        made[at : at + 1] = [] if to == old else [moved]
    return made


def _is_of(one: WordProposal, gone: WordProposal) -> bool:
    return one.loc[:-1] == gone.loc[:-1] and letters(one.new) == letters(gone.old) and not one.doubts


def _rows_gone(proposals: Sequence[WordProposal], matches: Sequence[MatchedText]) -> list[WordProposal]:
    """Return the proposals; those for the places of a row that is gone as a whole are one."""
    left = {_row(one.issued) for one in matches if one.issued and one.edited and one.edited.after is not None}
    gone: dict[Loc, list[MatchedText]] = {}
    for match in matches:
        if match.issued and match.issued.cell and _row(match.issued) not in left:
            for loc in {row_of(part.place.loc) for part in match.issued.parts} - {None}:
                gone.setdefault(loc, []).append(match)  # type: ignore[arg-type]
    kept = [one for one in proposals if one.new or not any(one.loc[: len(loc)] == loc for loc in gone)]
    return kept + [_row_gone(loc, some) for loc, some in gone.items() if _whole(loc, proposals, gone)]


def _whole(loc: Loc, proposals: Sequence[WordProposal], gone: Mapping[Loc, object]) -> bool:
    """Tell whether something of a row is gone everywhere, and it is no part of an activity that is gone itself."""
    return any(one.loc[: len(loc)] == loc and not one.new for one in proposals) and not (
        len(loc) > 2 and loc[:2] in gone and any(one.loc[:3] == (*loc[:2], "judul") for one in proposals)
    )


def _row_gone(loc: Loc, some: Sequence[MatchedText]) -> WordProposal:
    text = " | ".join(tidy(one.issued.text) for one in some if one.issued)
    hands = tuple(dict.fromkeys(hand for one in some if one.edited for hand in one.edited.hands))
    return WordProposal(ProposalKind.REMOVED, loc, text, "", PlaceKind.TEXT, hands, (), (WhyUnsure.ROW,))


def _row(text: IssuedText) -> CellPlace:
    return text.cell[:-1]


def _lone_remarks(
    proposals: Sequence[WordProposal], matches: Sequence[MatchedText], loose: Sequence[WordRemark]
) -> Iterator[WordProposal]:
    """Yield the remarks that go with no proposal, each at the place that it was made at."""
    told = {remark for one in proposals for remark in one.remarks}
    for match in matches:
        parts = match.issued.parts if match.issued else ()
        loc: Loc = parts[0].place.loc if parts else ()
        text = tidy(match.issued.text) if match.issued else ""
        for remark in match.edited.remarks if match.edited else ():
            if remark not in told:
                yield WordProposal(ProposalKind.REMARK, loc, text, remark.text, hands=(remark.by,), remarks=(remark,))
    for remark in loose:
        yield WordProposal(ProposalKind.REMARK, (), "", remark.text, hands=(remark.by,), remarks=(remark,))


def _outside(matches: Sequence[MatchedText]) -> Iterator[OutsideText]:
    """Yield what changed in texts that the spec does not have; numbers alone follow from the rows."""
    for match in matches:
        issued, edited = match.issued, match.edited
        if issued is None or issued.parts:
            continue
        new = (edited.after if edited else "") or ""
        if letters(new) != letters(issued.text) and not issued.text.strip().rstrip(".)").isdigit():
            yield OutsideText(tidy(issued.text), tidy(new), edited.hands if edited else ())


def _by_hand(matches: Sequence[MatchedText]) -> Iterator[str]:
    """Yield the name of each formatting that a text has and had not, as often as there are such texts."""
    for match in matches:
        if match.issued is None or match.edited is None or match.evidence is not MatchEvidence.SAME:
            continue
        yield from (name for name in match.edited.looks if not match.issued.looks.get(name))
