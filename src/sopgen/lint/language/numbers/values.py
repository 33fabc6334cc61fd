"""WHAT a number in words is worth: `dua puluh lima` is 25."""

import re
from typing import Final

_NAMES: Final = "nol satu dua tiga empat lima enam tujuh delapan sembilan"
_DIGITS: Final = {word: n for n, word in enumerate(_NAMES.split())}
_SOLE: Final = {"sepuluh": "satu puluh", "sebelas": "satu belas", "seratus": "satu ratus", "seribu": "satu ribu"}
_TIMES: Final = {"puluh": 10, "ratus": 100}


_RUPIAH: Final = re.compile(r"\s+rupiah$", re.IGNORECASE)


def value(words: str) -> int | None:
    """Return the number that words say, up to thousands; None where they say none."""
    words = _RUPIAH.sub("", words.strip())
    parts = " ".join(_SOLE.get(word, word) for word in words.casefold().split()).split()
    total, group, digit = 0, 0, None
    for word in parts:
        if word in _DIGITS and digit is None:
            digit = _DIGITS[word]
        elif word == "belas" and digit is not None:
            group, digit = group + 10 + digit, None
        elif word in _TIMES and digit is not None:
            group, digit = group + digit * _TIMES[word], None
        elif word == "ribu" and (digit is not None or group):
            total, group, digit = total + (group + (digit or 0)) * 1000, 0, None
        else:
            return None
    return total + group + (digit or 0) if parts else None
