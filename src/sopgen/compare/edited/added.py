"""Texts of the edited document that the issued one does not have: items of lists, whole rows, or neither."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopgen.compare.edited.letters import letters, tidy, without_lead
from sopgen.compare.edited.marks import PlaceKind
from sopgen.compare.edited.matching.matched import MatchedText
from sopgen.compare.edited.places import IssuedText
from sopgen.compare.edited.proposal import ProposalKind, WhyUnsure, WordProposal
from sopgen.errors import Loc
from sopgen.model.edited.document import CellPlace, EditedText, Hand


@dataclass(frozen=True)
class OutsideText:
    """A change of what no text of the spec prints: a row's number, the letterhead, a line between two parts."""

    old: str
    new: str
    hands: tuple[Hand, ...] = ()


def added(matches: Sequence[MatchedText]) -> Iterator[WordProposal | OutsideText]:
    """Yield what came, in the order of the document."""
    known = {_row(one.edited) for one in matches if one.edited and one.issued and one.edited.after is not None}
    told: set[CellPlace] = set()
    for number, match in enumerate(matches):
        one = match.edited
        if match.issued is not None or one is None or not letters(one.after or ""):
            continue
        row = _row(one)
        if row and row not in known:
            if row not in told:
                told.add(row)
                yield _whole_row(matches, number, row)
            continue
        yield _item(matches, number, one)


def _row(one: EditedText) -> CellPlace:
    return one.place[:-1]


def _item(matches: Sequence[MatchedText], number: int, one: EditedText) -> WordProposal | OutsideText:
    """Return a text as an item of the list that it stands in."""
    before, after = _beside(matches, number, one, -1), _beside(matches, number, one, 1)
    place = _behind(before) or _in_front(after)
    if place is None:
        return OutsideText("", tidy(one.after or ""), one.hands)
    loc, sibling = place
    text = without_lead(one.after or "") if _has_lead(sibling) else tidy(one.after or "")
    hands = one.hands
    return WordProposal(ProposalKind.ADDED, loc, "", text, hands=hands, remarks=one.remarks, tracked=bool(hands))


def _beside(matches: Sequence[MatchedText], number: int, one: EditedText, way: int) -> IssuedText | None:
    """Return the nearest issued text before or after one in its cell."""
    at = number + way
    while 0 <= at < len(matches):
        match = matches[at]
        if match.issued and match.edited and match.edited.symbol == one.symbol:
            return match.issued if match.edited.place == one.place else None
        if match.issued and not match.edited and match.issued.parts:
            return match.issued
        at += way
    return None


def _behind(text: IssuedText | None) -> tuple[Loc, IssuedText] | None:
    """Return the place behind a text that is an item of a list, or the title of one."""
    if text is None or not text.parts:
        return None
    place = text.parts[-1].place
    if isinstance(place.loc[-1], int) and place.kind is PlaceKind.TEXT:
        return (*place.loc[:-1], place.loc[-1] + 1), text
    return None


def _in_front(text: IssuedText | None) -> tuple[Loc, IssuedText] | None:
    """Return the place in front of a text that is an item of a list."""
    if text is None or not text.parts:
        return None
    place = text.parts[0].place
    return (place.loc, text) if isinstance(place.loc[-1], int) and place.kind is PlaceKind.TEXT else None


def _has_lead(sibling: IssuedText) -> bool:
    """Tell whether what stands before an item is no part of it: a dash, a number of the list."""
    return sibling.parts[0].start > 0


def _whole_row(matches: Sequence[MatchedText], number: int, row: CellPlace) -> WordProposal | OutsideText:
    some = [one.edited for one in matches if one.edited and not one.issued and _row(one.edited) == row]
    hands = tuple(dict.fromkeys(hand for one in some for hand in one.hands))
    text = " | ".join(tidy(one.after or "") for one in some)
    remarks = tuple(dict.fromkeys(remark for one in some for remark in one.remarks))
    for match in reversed(matches[:number]):
        loc = next((row_of(part.place.loc) for part in match.issued.parts), None) if match.issued else None
        if loc and isinstance(loc[-1], int):
            here: Loc = (*loc[:-1], loc[-1] + 1)
            return WordProposal(ProposalKind.ADDED, here, "", text, PlaceKind.TEXT, hands, remarks, (WhyUnsure.ROW,))
    return OutsideText("", text, hands)


def row_of(loc: Loc) -> Loc | None:
    """Return the step, else the activity, that a place of the spec belongs to; None where it is of neither."""
    if loc[0] != "kegiatan" or len(loc) < 2:
        return None
    return loc[:4] if len(loc) > 3 and loc[2] == "alur" else loc[:2]
