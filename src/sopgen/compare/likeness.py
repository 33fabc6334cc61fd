"""How alike two texts are, which items of two lists belong together, and which words differ."""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeVar

WORD: Final = re.compile(r"\s+|\w+|[^\w\s]")
ALIKE: Final = 0.5
FEW_WORDS: Final = 4
ALIKE_BY_LETTERS: Final = 0.7
T = TypeVar("T")
Pair = tuple[int | None, int | None]
Block = tuple[str, int, int, int, int]


@dataclass(frozen=True)
class Segment:
    """A piece of a text, marked where the other text has other words."""

    text: str
    marked: bool = False


def words(text: str) -> list[str]:
    """Return the words, marks and blanks of a text; joined they are the text again."""
    return WORD.findall(text)


@lru_cache(maxsize=4096)
def likeness(old: str, new: str) -> float:
    """Return 0 (nothing in common) to 1 (equal but for capitals): by words, by letters where there are few."""
    if old == new:
        return 1.0
    left, right = _bare(old), _bare(new)
    alike = SequenceMatcher(None, left, right, autojunk=False)
    by_words = alike.ratio() if alike.quick_ratio() >= ALIKE else 0.0
    if max(len(left), len(right)) > FEW_WORDS:
        return by_words
    by_letters = SequenceMatcher(None, old.casefold(), new.casefold(), autojunk=False).ratio()
    return max(by_words, by_letters if by_letters >= ALIKE_BY_LETTERS else 0.0)


def _bare(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def blocks(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Block]:
    """Return what is equal, replaced, deleted and inserted between two sequences (difflib's opcodes)."""
    return list(SequenceMatcher(None, old, new, autojunk=False).get_opcodes())


def word_blocks(old: Sequence[str], new: Sequence[str]) -> list[Block]:
    """Return the blocks between two texts in words; blanks and marks alone do not part two changes."""
    found: list[Block] = []
    for tag, *span in blocks(old, new):
        block: Block = (tag, *span)  # type: ignore[assignment]
        parts = tag == "equal" and any(word[0].isalnum() for word in old[block[1] : block[2]])
        edge = not found or block[2] == len(old) or block[4] == len(new)
        if found and found[-1][0] != "equal" and not parts and not (tag == "equal" and edge):
            _, first, _, start, _ = found[-1]
            found[-1] = ("replace", first, block[2], start, block[4])
        else:
            found.append(block)
    return found


def differing(old: str, new: str) -> tuple[tuple[Segment, ...], tuple[Segment, ...]]:
    """Return both texts in segments, marked where their words differ; texts that are not alike bear no marks."""
    left, right = words(old), words(new)
    if likeness(old, new) < ALIKE / 2:
        return (Segment(old),), (Segment(new),)
    found = word_blocks(left, right)
    return (
        _segments((tag, left[a:b]) for tag, a, b, _, _ in found),
        _segments((tag, right[c:d]) for tag, _, _, c, d in found),
    )


def _segments(parts: Iterator[tuple[str, list[str]]]) -> tuple[Segment, ...]:
    return tuple(Segment("".join(some), tag != "equal") for tag, some in parts if some)


def align(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable], score: Callable[[T, T], float]
) -> list[Pair]:
    """Return which items belong together, in the order of both lists; None stands for no partner.

    Equal items (by `key`) go first; between them those that `score` at least ALIKE, so that the sum is greatest.
    """
    found: list[Pair] = []
    for tag, a, b, c, d in blocks([key(one) for one in old], [key(one) for one in new]):
        if tag == "equal":
            found += zip(range(a, b), range(c, d), strict=True)
        else:
            inside = _best(old[a:b], new[c:d], score)
            found += [(i if i is None else i + a, j if j is None else j + c) for i, j in inside]
    return found


def _best(old: Sequence[T], new: Sequence[T], score: Callable[[T, T], float]) -> list[Pair]:
    """Return the pairs in order with the greatest sum of scores (dynamic programming from the end)."""
    sums = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    scores = [[score(left, right) for right in new] for left in old]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            together = sums[i + 1][j + 1] + scores[i][j] if scores[i][j] >= ALIKE else 0.0
            sums[i][j] = max(sums[i + 1][j], sums[i][j + 1], together)
    found: list[Pair] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if scores[i][j] >= ALIKE and sums[i][j] == sums[i + 1][j + 1] + scores[i][j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif sums[i][j] == sums[i + 1][j]:
            found.append((i, None))
            i += 1
        else:
            found.append((None, j))
            j += 1
    return found + [(n, None) for n in range(i, len(old))] + [(None, n) for n in range(j, len(new))]


def matches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Return which texts of two lists belong together, in the order of the new: equal ones, then the most alike.

    One text in the place of one other is taken for its successor, however little they are alike.
    """
    found = [(a + n, c + n) for tag, a, b, c, _ in blocks(old, new) if tag == "equal" for n in range(b - a)]
    anchors = [(-1, -1), *found, (len(old), len(new))]
    left = {i: gap for gap, (one, two) in enumerate(pairwise(anchors)) for i in range(one[0] + 1, two[0])}
    right = {j: gap for gap, (one, two) in enumerate(pairwise(anchors)) for j in range(one[1] + 1, two[1])}
    scored = [(likeness(old[i], new[j]), left[i] == right[j], -i, -j) for i in left for j in right]
    for score, _, i, j in sorted(scored, reverse=True):
        if score >= ALIKE and -i in left and -j in right:
            found.append((-i, -j))
            del left[-i], right[-j]
    for gap in range(len(anchors)):
        rest = [i for i in left if left[i] == gap], [j for j in right if right[j] == gap]
        if len(rest[0]) == len(rest[1]) == 1:
            found.append((rest[0][0], rest[1][0]))
    return sorted(found, key=lambda pair: pair[1])


def moved(pairs: Sequence[tuple[int, int]]) -> set[int]:
    """Return the new places of the items that changed their order: all but a longest run that kept it.

    Of two runs of one length, the one with more items in their former place is kept.
    """
    # For each pair the best run that ends with it: its length, how many kept their place, the pair before.
    runs: list[tuple[int, int, int]] = []
    for old, new in pairs:
        before = [(runs[m][0], runs[m][1], m) for m in range(len(runs)) if pairs[m][0] < old]
        length, same, last = max(before, default=(0, 0, -1))
        runs.append((length + 1, same + (old == new), last))
    place = max(range(len(pairs)), key=lambda n: runs[n][:2], default=-1)
    kept = set()
    while place >= 0:
        kept.add(pairs[place][1])
        place = runs[place][2]
    return {new for _, new in pairs} - kept
