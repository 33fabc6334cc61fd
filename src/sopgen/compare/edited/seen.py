"""What the edited document shows of each place of the spec: every time that it is printed, as it is now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sopgen.compare.edited.changed import ChangedPart, changed_parts, value_of
from sopgen.compare.edited.letters import letters
from sopgen.compare.edited.marks import PlaceKind, SpecPlace
from sopgen.compare.edited.matching.matched import MatchedText, MatchEvidence
from sopgen.compare.edited.places import PlacedPart
from sopgen.compare.edited.proposal import ProposalKind, WhyUnsure, WordProposal
from sopgen.errors import Loc
from sopgen.model.base import written_date
from sopgen.model.edited.document import Hand, WordRemark


@dataclass(frozen=True)
class _Sight:
    """One part of a place where it is printed: what it says now, None where it is gone."""

    part: PlacedPart
    now: ChangedPart | None
    match: MatchedText

    @property
    def hands(self) -> tuple[Hand, ...]:
        return self.match.edited.hands if self.match.edited else ()

    @property
    def is_other(self) -> bool:
        return self.now is None or self.now.is_other


@dataclass
class SeenPlace:
    """A place of the spec, and each time that it is printed."""

    place: SpecPlace
    sights: list[_Sight] = field(default_factory=list)

    def proposal(self) -> WordProposal | None:
        """Return what is proposed for the place; None where it stays as it is."""
        values: dict[str, list[_Sight]] = {}
        for sights in self._times():
            values.setdefault(_value(self.place, sights), []).extend(sights)
        others = {value: some for value, some in values.items() if value.split() != self.place.text.split()}
        said = {value: some for value, some in others.items() if letters(value)}
        if not others or (not said and len(values) > 1):  # a head that went from one of its pages stays on the others
            return None
        new, sights = next(iter(said.items())) if said else ("", others.popitem()[1])
        changed = [one for one in sights if one.is_other]
        doubts = dict.fromkeys(_doubts(self.place, new, changed))
        if len(said) > 1:
            doubts[WhyUnsure.SEVERAL] = None
        is_item = isinstance(self.place.loc[-1], int)
        if not new and not is_item:
            doubts[WhyUnsure.EMPTIED] = None
        kind = ProposalKind.CHANGED if new or not is_item else ProposalKind.REMOVED
        return WordProposal(
            kind,
            self.place.loc,
            self.place.text,
            new,
            self.place.kind,
            tuple(dict.fromkeys(hand for one in changed for hand in one.hands)),
            _remarks(changed),
            tuple(doubts),
            tracked=all(one.hands and one.match.evidence is MatchEvidence.SAME for one in changed),
        )

    def _times(self) -> Iterator[list[_Sight]]:
        """Yield the parts that together are the place printed once."""
        some: list[_Sight] = []
        for one in self.sights:
            if some and one.part.low < some[-1].part.high:
                yield some
                some = []
            some.append(one)
        if some:
            yield some


def seen_places(matches: Sequence[MatchedText]) -> Mapping[Loc, SeenPlace]:
    """Return what is seen of every place, in the order of the issued document."""
    found: dict[Loc, SeenPlace] = {}
    for match in matches:
        for part, now in _parts(match):
            found.setdefault(part.place.loc, SeenPlace(part.place)).sights.append(_Sight(part, now, match))
    return found


def _parts(match: MatchedText) -> Iterator[tuple[PlacedPart, ChangedPart | None]]:
    if match.issued is None:
        return
    if match.edited is None or match.edited.after is None:
        yield from ((part, None) for part in match.issued.parts)
    else:
        yield from ((one.part, one) for one in changed_parts(match.issued, match.edited))


def _value(place: SpecPlace, sights: Sequence[_Sight]) -> str:
    """Return what the spec would have at a place that is printed in these parts."""
    if all(one.now is None for one in sights):
        return ""
    text = place.text
    for one in sorted(sights, key=lambda one: -one.part.low):
        if one.is_other:
            text = value_of(one.now or ChangedPart(one.part, "", sure=False), text)
    return text.strip()


def _doubts(place: SpecPlace, new: str, changed: Sequence[_Sight]) -> Iterator[WhyUnsure]:
    if any(one.match.evidence is MatchEvidence.ORDER for one in changed):
        yield WhyUnsure.ORDER
    if any(not one.part.exact for one in changed):
        yield WhyUnsure.DERIVED
    elif any(one.now is not None and not one.now.sure for one in changed):
        yield WhyUnsure.ACROSS
    if place.kind is PlaceKind.KEY:
        yield WhyUnsure.LABEL
    if place.kind is PlaceKind.DATE and new and written_date(new) is None:
        yield WhyUnsure.NOT_READ


def _remarks(sights: Iterable[_Sight]) -> tuple[WordRemark, ...]:
    edited = (one.match.edited for one in sights)
    return tuple(dict.fromkeys(remark for one in edited if one for remark in one.remarks))
