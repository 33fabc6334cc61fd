"""Which text of the edited document is which of the issued one.

The evidence, in this order: the words as they were before tracked changes; likeness, in the order of the document;
the order alone, where as many texts of a cell are left on both sides.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby
from typing import Final

from sopgen.compare.edited.letters import letters, tidy
from sopgen.compare.edited.places import IssuedText
from sopgen.compare.likeness import align, blocks, likeness
from sopgen.model.edited.document import EditedText

# More pairs than this are not compared word for word: the documents have too little in common.
MOST_COMPARED: Final = 40_000


class MatchEvidence(Enum):
    """Why two texts are taken for the same: equal words, likeness, the only one left in its cell, or the order."""

    SAME = auto()
    ALIKE = auto()
    ALONE = auto()
    ORDER = auto()


@dataclass(frozen=True)
class MatchedText:
    """A text of the issued document and what became of it; either is None where there is no partner."""

    issued: IssuedText | None
    edited: EditedText | None
    evidence: MatchEvidence = MatchEvidence.SAME


def matched(issued: Sequence[IssuedText], edited: Sequence[EditedText]) -> list[MatchedText]:
    """Return every text that says something with its partner, in the order of the edited document."""
    left = [one for one in issued if letters(one.text)]
    shown = [one for one in edited if letters(one.words) or letters(one.after or "")]
    old = [n for n, one in enumerate(shown) if one.before is not None and letters(one.before)]
    pairs = _aligned(left, [shown[n] for n in old])
    partner = {old[j]: (i, why) for i, j, why in pairs if i is not None and j is not None}
    return list(_in_order(left, shown, partner))


def _in_order(
    left: Sequence[IssuedText], shown: Sequence[EditedText], partner: dict[int, tuple[int, MatchEvidence]]
) -> Iterator[MatchedText]:
    i = 0
    taken = {n for n, _ in partner.values()}
    for number, one in enumerate(shown):
        if number not in partner:
            yield MatchedText(None, one)
            continue
        place, why = partner[number]
        yield from (MatchedText(left[n], None) for n in range(i, place) if n not in taken)
        yield MatchedText(left[place], one, why)
        i = max(i, place + 1)
    yield from (MatchedText(left[n], None) for n in range(i, len(left)) if n not in taken)


_Pair = tuple[int | None, int | None, MatchEvidence]


def _aligned(left: Sequence[IssuedText], right: Sequence[EditedText]) -> list[_Pair]:
    """Return the pairs in order: equal texts, between them those that are alike, then those that are left over."""
    found: list[_Pair] = []
    keys = [letters(one.text) for one in left], [letters(one.words) for one in right]
    for tag, a, b, c, d in blocks(*keys):
        if tag == "equal":
            found += [(i, j, MatchEvidence.SAME) for i, j in zip(range(a, b), range(c, d), strict=True)]
        else:
            found += [
                (None if i is None else i + a, None if j is None else j + c, why)
                for i, j, why in _between(left[a:b], right[c:d])
            ]
    return found


def _between(left: Sequence[IssuedText], right: Sequence[EditedText]) -> list[_Pair]:
    """Return the pairs of a gap between equal texts: where both have the same cells, within each of these."""
    there = [list(group) for _, group in groupby(range(len(left)), lambda i: (left[i].cell, left[i].symbol))]
    here = [list(group) for _, group in groupby(range(len(right)), lambda j: (right[j].place, right[j].symbol))]
    cells = [(left[some[0]].cell, left[some[0]].symbol) for some in there]
    if cells != [(right[some[0]].place, right[some[0]].symbol) for some in here]:
        there, here = [list(range(len(left)))], [list(range(len(right)))]
    found: list[_Pair] = []
    for some, others in zip(there, here, strict=True):
        pairs = _by_likeness([left[i] for i in some], [right[j] for j in others])
        found += [(None if i is None else some[i], None if j is None else others[j], why) for i, j, why in pairs]
    return found


def _by_likeness(left: Sequence[IssuedText], right: Sequence[EditedText]) -> list[_Pair]:
    """Return the pairs of texts that are alike, in order, and of what is left between them as many as are of both."""
    if len(left) * len(right) > MOST_COMPARED:
        return _alone(range(len(left)), range(len(right)))
    texts = [tidy(one.text) for one in left], [tidy(one.words) for one in right]
    found: list[_Pair] = []
    rest: tuple[list[int], list[int]] = [], []
    for i, j in [*align(*texts, lambda text: text, likeness), (None, None)]:
        if (i is not None and j is not None) or (i, j) == (None, None):
            found += _left_over(*rest, left, right)
            rest = [], []
            found += [(i, j, MatchEvidence.ALIKE)] if i is not None else []
        elif i is not None:
            rest[0].append(i)
        elif j is not None:
            rest[1].append(j)
    return found


def _left_over(
    some: Sequence[int], others: Sequence[int], left: Sequence[IssuedText], right: Sequence[EditedText]
) -> list[_Pair]:
    """Return the pairs of those that are like none, by their order, where one cell has as many of them as another."""
    there = [list(group) for _, group in groupby(some, lambda i: (left[i].cell, left[i].symbol))]
    here = [list(group) for _, group in groupby(others, lambda j: (right[j].place, right[j].symbol))]
    if [len(group) for group in there] != [len(group) for group in here]:
        return _alone(some, others)
    found: list[_Pair] = []
    for one, other in zip(there, here, strict=True):
        why = MatchEvidence.ALONE if len(one) == 1 else MatchEvidence.ORDER
        found += [(i, j, why) for i, j in zip(one, other, strict=True)]
    return found


def _alone(some: Sequence[int], others: Sequence[int]) -> list[_Pair]:
    return [*((i, None, MatchEvidence.SAME) for i in some), *((None, j, MatchEvidence.SAME) for j in others)]
