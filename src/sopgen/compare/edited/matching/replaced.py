"""A text that went and one that came in its place, as two paragraphs: the one is the other's new form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from sopgen.compare.edited.letters import letters, tidy
from sopgen.compare.edited.matching.matched import MatchedText, MatchEvidence
from sopgen.compare.likeness import align, likeness
from sopgen.model.edited.document import CellPlace


def replacements(matches: Iterable[MatchedText]) -> list[MatchedText]:
    """Return the matches; where between two texts that stayed some went and some came, those that belong together.

    An item that went and one that came stay apart: the list is the same either way.
    """
    found: list[MatchedText] = []
    for stayed, group in groupby(matches, _stayed):
        some = list(group)
        found += some if stayed else list(_paired(some))
    return found


def _stayed(match: MatchedText) -> bool:
    return match.issued is not None and match.edited is not None and match.edited.after is not None


def _paired(run: Sequence[MatchedText]) -> Iterator[MatchedText]:
    gone = [one for one in run if one.issued is not None]
    came = [one for one in run if one.issued is None and one.edited and letters(one.edited.after or "")]
    if all(_is_item(one) for one in gone) or {_spot(one) for one in gone} != {_spot(one) for one in came}:
        yield from run
        return
    pairs = list(_pairs(gone, came))
    taken = {id(one) for pair in pairs for one in pair[:2]}
    yield from (_replaced(*pair) for pair in pairs)
    yield from (one for one in run if id(one) not in taken)


def _is_item(match: MatchedText) -> bool:
    parts = match.issued.parts if match.issued else ()
    return bool(parts) and all(isinstance(one.place.loc[-1], int) for one in parts)


def _spot(match: MatchedText) -> tuple[CellPlace, bool]:
    """Return the cell that a text stands in, or stood."""
    if match.edited is not None:
        return match.edited.place, match.edited.symbol
    return (match.issued.cell, match.issued.symbol) if match.issued else ((), False)


def _pairs(
    gone: Sequence[MatchedText], came: Sequence[MatchedText]
) -> Iterator[tuple[MatchedText, MatchedText, MatchEvidence]]:
    """Yield which came in the place of which: those that are alike, else all in order where both are as many."""
    old = [tidy(one.issued.text) for one in gone if one.issued]
    new = [tidy(one.edited.after or "") for one in came if one.edited]
    alike = [(i, j) for i, j in align(old, new, lambda text: text, likeness) if i is not None and j is not None]
    if len(gone) == len(came) and len(alike) < len(gone):
        alone = MatchEvidence.SAME if len(gone) == 1 else MatchEvidence.ORDER
        yield from ((one, other, alone) for one, other in zip(gone, came, strict=True))
    else:
        yield from ((gone[i], came[j], MatchEvidence.SAME) for i, j in alike)


def _replaced(gone: MatchedText, came: MatchedText, why: MatchEvidence) -> MatchedText:
    assert came.edited is not None
    old, new = gone.edited, came.edited
    hands = tuple(dict.fromkeys([*(old.hands if old else ()), *new.hands]))
    remarks = tuple(dict.fromkeys([*(old.remarks if old else ()), *new.remarks]))
    pieces = (*(old.pieces if old else ()), *new.pieces)
    before = old.before if old else None
    return MatchedText(gone.issued, replace(new, before=before, hands=hands, remarks=remarks, pieces=pieces), why)
