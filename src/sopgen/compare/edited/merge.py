"""Two changes of one text, word by word: what moved on meanwhile, and what somebody wrote in Word."""

from itertools import pairwise

from sopgen.compare.likeness import blocks, words

_Change = tuple[int, int, tuple[str, ...]]


def merged(issued: str, ours: str, theirs: str) -> str | None:
    """Return the issued text with the changes of both, one that both made once; None where they touch one another."""
    base = words(issued)
    both = sorted({*_changes(base, words(ours)), *_changes(base, words(theirs))})
    if any(low <= before for (_, before, _), (low, _, _) in pairwise(both)):
        return None
    made, at = list[str](), 0
    for low, high, new in both:
        made += [*base[at:low], *new]
        at = high
    return "".join([*made, *base[at:]])


def _changes(old: list[str], new: list[str]) -> list[_Change]:
    return [(a, b, tuple(new[c:d])) for tag, a, b, c, d in blocks(old, new) if tag != "equal"]


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts differ in blanks, signs and capitals alone."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
