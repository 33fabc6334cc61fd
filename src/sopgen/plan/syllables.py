"""Where an Indonesian word may be parted: between syllables, never one letter alone."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Final

# A syllable has a vowel; the patterns also part "masyara-k-at".
VOWEL: Final = re.compile(r"[aeiouAEIOU]")
LEAST: Final = 2
LIST: Final = Path("dictionaries", "hyph_id_ID.dic")
BEFORE: Final = re.compile(r"([0-9]?)[^0-9]?")  # a letter, or another digit
NO_DIGITS: Final = str.maketrans("", "", "0123456789")
LONGEST: Final = 16  # no pattern of the list has more letters


@lru_cache(maxsize=1024)
def syllables(word: str) -> tuple[str, ...]:
    """Return the parts of a word that may stand on lines of their own; the word itself where there is but one."""
    places = [0, *(n for n in _places(word) if _parts(word, n)), len(word)]
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


def _places(word: str) -> list[int]:
    """Return where the patterns part a word (Liang, Word Hy-phen-a-tion by Com-put-er, 1983): at odd digits.

    Of all patterns that lie in the word, the largest digit between two letters counts.
    """
    pointed, patterns = f".{word.lower()}.", _patterns()
    digits = [0] * (len(pointed) + 1)
    for start in range(len(pointed)):
        for end in range(start + 1, min(start + LONGEST, len(pointed)) + 1):
            for place, digit in enumerate(BEFORE.findall(patterns.get(pointed[start:end], "")), start):
                if digit and place < len(digits):
                    digits[place] = max(digits[place], int(digit))
    return [place for place in range(LEAST, len(word) - LEAST + 1) if digits[place + 1] % 2]


@cache
def _patterns() -> Mapping[str, str]:
    """Return pyphen's Indonesian patterns (`ka1va1`) by their letters.

    The library itself takes 60 ms to load: it looks for all lists, and reads every digit of this one.
    """
    library = find_spec("pyphen")
    assert library
    assert library.origin
    patterns = (Path(library.origin).parent / LIST).read_text("iso8859-1").split()[1:]
    return dict(zip("\n".join(patterns).translate(NO_DIGITS).split("\n"), patterns, strict=True))
