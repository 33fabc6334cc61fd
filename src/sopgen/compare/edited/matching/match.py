"""Which text of the edited document is which of the issued one.

The evidence, in this order: the words as they were before tracked changes; likeness, in the order of the document;
the order alone, where as many texts of a cell are left on both sides.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from sopgen.compare.edited.letters import letters, tidy
from sopgen.compare.edited.matching.matched import MatchedText, MatchEvidence
from sopgen.compare.edited.matching.replaced import replacements
from sopgen.compare.edited.places import IssuedText
from sopgen.compare.likeness import align, blocks, likeness
from sopgen.model.edited.document import EditedText

# More pairs than this are not compared word for word: the documents have too little in common.
MOST_COMPARED: Final = 40_000


def matched(issued: Sequence[IssuedText], edited: Sequence[EditedText]) -> list[MatchedText]:
    """Return every text that says something with its partner, in the order of the edited document."""
    left = [one for one in issued if letters(one.text)]
    shown = [one for one in edited if letters(one.words) or letters(one.after or "")]
    old = [n for n, one in enumerate(shown) if one.before is not None and letters(one.before)]
    pairs = _in_cells(left, [shown[n] for n in old], _by_words)
    partner = {old[j]: (i, why) for i, j, why in pairs if i is not None and j is not None}
    return replacements(_in_order(left, shown, partner))


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
_Pairing = Callable[[Sequence[IssuedText], Sequence[EditedText]], list[_Pair]]


def _in_cells(left: Sequence[IssuedText], right: Sequence[EditedText], pair: _Pairing) -> list[_Pair]:
    """Return the pairs in order: where both sides have the same cells, within each of these."""
    there = [list(group) for _, group in groupby(range(len(left)), lambda i: (left[i].cell, left[i].symbol))]
    here = [list(group) for _, group in groupby(range(len(right)), lambda j: (right[j].place, right[j].symbol))]
    cells = [(left[some[0]].cell, left[some[0]].symbol) for some in there]
    if cells != [(right[some[0]].place, right[some[0]].symbol) for some in here]:
        return pair(left, right)
    found: list[_Pair] = []
    for some, others in zip(there, here, strict=True):
        pairs = pair([left[i] for i in some], [right[j] for j in others])
        found += [(None if i is None else some[i], None if j is None else others[j], why) for i, j, why in pairs]
    return found


def _by_words(left: Sequence[IssuedText], right: Sequence[EditedText]) -> list[_Pair]:
    """Return the pairs in order: equal texts, between them those that are alike, then those that are left over."""
    found: list[_Pair] = []
    keys = [(letters(one.text), one.symbol) for one in left], [(letters(one.words), one.symbol) for one in right]
    for tag, a, b, c, d in blocks(*keys):
        if tag == "equal":
            found += [(i, j, MatchEvidence.SAME) for i, j in zip(range(a, b), range(c, d), strict=True)]
        else:
            found += [
                (None if i is None else i + a, None if j is None else j + c, why)
                for i, j, why in _in_cells(left[a:b], right[c:d], _by_likeness)
            ]
    return _slid(found, left, right)


def _slid(found: Sequence[_Pair], left: Sequence[IssuedText], right: Sequence[EditedText]) -> list[_Pair]:
    """Return the pairs; where equal texts follow one another, the one that changed is the one in its own cell.

    Of `Kamera, Kamera` that became `Senter, Kamera` the first one changed; by the words alone it might as well be
    that one came before them and the last one went.
    """
    made = list(found)
    for at in range(len(made)):
        end = next((n for n in range(at + 1, len(made)) if None in made[n][:2]), None)
        if end is None or (made[at][0] is None) == (made[at][1] is None):
            continue
        run = [pair[:2] for pair in made[at : end + 1]]
        some, others = [i for i, _ in run if i is not None], [j for _, j in run if j is not None]
        if len(some) == len(others) and _same_in_place(some, others, left, right):
            pairs = zip(some, others, strict=True)
            # One pair less than there were: the place behind it stays, with nothing to tell.
            made[at : end + 1] = [*(_pair(i, j, left, right) for i, j in pairs), (None, None, MatchEvidence.SAME)]
    return [pair for pair in made if pair[:2] != (None, None)]


def _pair(i: int, j: int, left: Sequence[IssuedText], right: Sequence[EditedText]) -> _Pair:
    same = letters(left[i].text) == letters(right[j].words)
    return i, j, MatchEvidence.SAME if same else MatchEvidence.ALONE


def _same_in_place(
    some: Sequence[int], others: Sequence[int], left: Sequence[IssuedText], right: Sequence[EditedText]
) -> bool:
    """Tell whether texts are the same one by one but for one at an end, each in its own cell."""
    same = [letters(left[i].text) == letters(right[j].words) for i, j in zip(some, others, strict=True)]
    cells = all(left[i].cell == right[j].place for i, j in zip(some, others, strict=True))
    return cells and same.count(False) == 1 and not (same[0] and same[-1])


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
        alone = len(one) == 1 and left[one[0]].cell == right[other[0]].place
        why = MatchEvidence.ALONE if alone else MatchEvidence.ORDER
        found += [(i, j, why) for i, j in zip(one, other, strict=True)]
    return found


def _alone(some: Sequence[int], others: Sequence[int]) -> list[_Pair]:
    return [*((i, None, MatchEvidence.SAME) for i in some), *((None, j, MatchEvidence.SAME) for j in others)]
