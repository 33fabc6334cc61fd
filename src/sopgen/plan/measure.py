"""Text widths in millimetres by the font's own metrics (Arimo, which has Arial's widths)."""

import re
from functools import cache, lru_cache
from typing import Final

from sopgen.typeface import advances

MM_PER_PT: Final = 25.4 / 72
# Blanks where a line may end; a no-break space is none.
BLANKS: Final = re.compile(r"[^\S\u00a0\u202f]+")
LINE_HEIGHT: Final = 1.15
# How far Arimo's letters reach above and below their foot line, as parts of the type size; where a line is higher,
# Word puts so much of the rest above them.
ASCENT, DESCENT, ABOVE = 0.905, 0.212, 0.4
# The part of the type size that a character takes which the typeface lacks.
UNKNOWN: Final = 1.0


def text_width(text: str, size_pt: float) -> float:
    """Return the width of one line of regular text, in millimetres."""
    return sum(map(_advances().__getitem__, text)) * size_pt * MM_PER_PT


class _Advances(dict[str, float]):
    """The advances by character; the planner asks for some ten thousand, so that each is one look-up."""

    def __missing__(self, char: str) -> float:
        return UNKNOWN


@cache
def _advances() -> _Advances:
    return _Advances({chr(code): width for code, width in advances().items()})


def line_height(size_pt: float) -> float:
    """Return the distance between two lines of text, in millimetres."""
    return size_pt * LINE_HEIGHT * MM_PER_PT


# Letters of a run share most of their texts.
@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size_pt: float) -> tuple[str, ...]:
    """Break text into lines of at most `width` millimetres; a word that is wider is broken inside."""
    lines: list[str] = []
    for word in filter(None, BLANKS.split(text)):
        if lines and text_width(f"{lines[-1]} {word}", size_pt) <= width:
            lines[-1] += f" {word}"
        else:
            lines += _pieces(word, width, size_pt)
    return tuple(lines)


def _pieces(word: str, width: float, size_pt: float) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and text_width(pieces[-1] + char, size_pt) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def edges(size_pt: float, pitch_pt: float) -> tuple[float, float]:
    """Return how far a line of a fixed height reaches above and below the foot line of its letters (pt)."""
    rest = pitch_pt - (ASCENT + DESCENT) * size_pt
    above = round(ASCENT * size_pt + ABOVE * rest, 1)
    return above, round(pitch_pt - above, 3)
