"""What a code covers of a letter's words: a short digest of each person's line and of the place.

A line is known again by its words alone: case, blanks and punctuation do not matter, so that it may be typed as it
stands on paper, or found in the text of a PDF, whatever the typesetter put between its words.
"""

import base64
import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from typing import Final

# Letters of base64 of a digest: 36 bits, so that of a thousand million names hardly one looks like another.
LENGTH: Final = 6
# More would make the code too fine for a scan of 150 dots per inch.
MOST_LINES: Final = 20
LONGEST_LINE: Final = 24
# They stand between a name and its rank in some letters, and in others above them: no part of a line.
LABELS: Final = frozenset({"pangkat", "golongan", "nrp", "nip"})


def line_digest(number: str, text: str) -> str:
    """Return the short digest of a line's words in the letter of a number; empty for a text without words."""
    said = _words(text)
    return _digest(number, said) if said else ""


def line_digests(number: str, lines: Sequence[str]) -> tuple[str, ...]:
    """Return the digests of the lines of people, none where there are more than MOST_LINES."""
    return tuple(line_digest(number, line) for line in lines) if len(lines) <= MOST_LINES else ()


def digests_in(number: str, text: str) -> set[str]:
    """Return the digests of everything in a letter's text that may be a line: each run of some words."""
    words = _words(text)
    return {
        _digest(number, words[first:last])
        for first in range(len(words))
        for last in range(first + 1, min(first + LONGEST_LINE, len(words)) + 1)
    }


def stands_in(phrase: str, text: str) -> bool:
    """Whether the words of a phrase stand in a text, one after the other."""
    return f" {' '.join(_words(phrase))} " in f" {' '.join(_words(text))} "


def missing(digests: Sequence[str], known: Collection[str]) -> Iterator[int]:
    """Yield the places, from 1, of the digests that are not known."""
    return (place for place, digest in enumerate(digests, 1) if digest not in known)


def _words(text: str) -> list[str]:
    found = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
    return [word for word in found if word not in LABELS]


def _digest(number: str, words: Sequence[str]) -> str:
    raw = hashlib.sha256(f"{number}\n{' '.join(words)}".encode()).digest()
    return base64.urlsafe_b64encode(raw).decode()[:LENGTH]
