"""Words beside lines (Ya, Tidak): each goes to the line at which it stands, most likely an exit of a decision."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.labels import answer
from sopgen.read.old.shapes.figures import Figure, off_line
from sopgen.read.old.shapes.wiring import Link

# Words farther from a line than this (points) are none of its.
FARTHEST: Final = 40.0
LONGEST: Final = 40
# The next line is so much farther (points), or the word may be at either.
CLEAR: Final = 3.0


def labelled(
    links: Sequence[Link], symbols: Sequence[Figure], words: Sequence[Figure]
) -> tuple[list[Link], list[Figure]]:
    """Return the lines with their words, and the words that stand at none.

    The nearest pair comes first; a line has one word. Where another line is as near, the word has a doubt.
    """
    able = [n for n, link in enumerate(links) if symbols[link.source].symbol is Symbol.DECISION]
    if not able:
        # A program that knows no diamonds: what leads to two symbols may be a decision.
        out = Counter(link.source for link in links)
        able = [n for n, link in enumerate(links) if out[link.source] > 1]
    short = [n for n, one in enumerate(words) if len(one.text) <= LONGEST and answer(one.text) is not None]
    short = short or [n for n, one in enumerate(words) if len(one.text) <= LONGEST]
    pairs = {(w, k): _distance(words[w], links[k]) for w in short for k in able}
    given: dict[int, int] = {}
    for w, k in sorted(pairs, key=lambda pair: (pairs[pair], pair)):
        if w not in given.values() and k not in given and pairs[w, k] <= FARTHEST:
            given[k] = w
    found = list(links)
    for k, w in given.items():
        unsure = any(_as_good(pairs, given, (k, j)) for j in able if _rival(links, k, j))
        doubt = say('"{word}" may be at another line', word=words[w].text) if unsure else ""
        found[k] = replace(found[k], label=words[w].text, doubt=found[k].doubt or doubt)
    return found, [one for n, one in enumerate(words) if n not in given.values()]


def _as_good(pairs: dict[tuple[int, int], float], given: dict[int, int], lines: tuple[int, int]) -> bool:
    """Tell whether the words of two lines could as well stand at the other one."""
    one, other = lines
    word, swapped = given[one], given.get(other)
    more = pairs[word, other] - pairs[word, one]
    if swapped is not None:
        more += pairs[swapped, one] - pairs[swapped, other]
    return more < CLEAR


def _rival(links: Sequence[Link], one: int, other: int) -> bool:
    return (links[one].source, links[one].target) != (links[other].source, links[other].target)


def _distance(word: Figure, link: Link) -> float:
    """Return how far words are from a line; near where it begins counts more than near where it ends."""
    x, y = word.area.middle
    off = off_line((x, y), link.points) - min(word.area.width, word.area.height) / 2
    begin = off_line((x, y), link.points[:1])
    return max(off, 0.0) + begin / 50
