"""Where an Indonesian word may be parted: between syllables, never one letter alone."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyphen import Pyphen

# A syllable has a vowel; the patterns also part "masyara-k-at".
VOWEL: Final = re.compile(r"[aeiouAEIOU]")
LEAST: Final = 2


@lru_cache(maxsize=1024)
def syllables(word: str) -> tuple[str, ...]:
    """Return the parts of a word that may stand on lines of their own; the word itself where there is but one."""
    places = [0, *(n for n in _patterns().positions(word) if _parts(word, n)), len(word)]
    parts: list[str] = []
    for start, end in pairwise(places):
        if parts and (end - start < LEAST or not VOWEL.search(word[start:end])):
            parts[-1] += word[start:end]
        else:
            parts.append(word[start:end])
    return tuple(parts)


def _parts(word: str, place: int) -> bool:
    """Tell whether both neighbours of a place are letters: no number and no code is parted."""
    return word[place - 1].isalpha() and word[place].isalpha()


@cache
def _patterns() -> "Pyphen":
    from pyphen import Pyphen  # here, since most texts have no word that is wider than its place

    return Pyphen(lang="id_ID", left=LEAST, right=LEAST)
