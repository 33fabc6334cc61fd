"""Text widths in millimetres by the font's own metrics (Arimo, which has Arial's widths)."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from sopgen.plan.syllables import syllables
from sopgen.typeface import advances

MM_PER_PT: Final = 25.4 / 72
# Blanks where a line may end; a no-break space is none.
BLANKS: Final = re.compile(r"[^\S\u00a0\u202f]+")
# Where all programs may end a line: none does so after an opening bracket, nor before a sign that closes (UAX 14).
UNTIED: Final = re.compile(r"(?<![(\[{\u201c\u2018]) (?![)\]}!?/:;,.\u201d\u2019])")
# Where a word is parted: between syllables, which shows a hyphen, or inside, which shows nothing.
SOFT, CUT = "\u00ad", "\u200b"
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


def unbroken(text: str) -> list[str]:
    """Return what of a text stays on one line: its words, those between which a no-break space stands together."""
    return [word for word in BLANKS.split(text) if word]


def line_height(size_pt: float) -> float:
    """Return the distance between two lines of text, in millimetres."""
    return size_pt * LINE_HEIGHT * MM_PER_PT


# Letters of a run share most of their texts.
@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size_pt: float) -> tuple[str, ...]:
    """Break text into lines of at most `width` millimetres, at its own line ends too, as Word and Typst do.

    A word that is wider is parted between syllables, with a hyphen; where that is not enough, inside.
    """
    return tuple(line.replace(SOFT, "-").rstrip(CUT) for line in _lines(text, width, size_pt))


def line_counts(text: str, width: float, size_pt: float) -> list[int]:
    """Return how many characters of the text, without blanks, each line has that `wrap` breaks it into."""
    marks = {SOFT, CUT}
    return [sum(not char.isspace() and char not in marks for char in line) for line in _lines(text, width, size_pt)]


def softened(text: str, width: float, size_pt: float) -> str:
    """Return a text for a place of this width: a word that is wider has soft hyphens where `wrap` parts it.

    A tab is a blank: programs that set a text have none of their own for it.
    """
    if all(text_width(words, size_pt) <= width for part in _ends(text) for words in UNTIED.split(part)):
        return text.replace("\t", " ")
    lines = _lines(text, width, size_pt)
    return "".join(f"{line}{_after(line, following)}" for line, following in pairwise([*lines, ""])).rstrip()


def _after(line: str, following: str) -> str:
    """Return what stands between two lines, so that all programs part them there where they must be parted."""
    if line.endswith((SOFT, CUT)):
        return ""
    return " " if UNTIED.fullmatch(f"{line} {following}", len(line), len(line) + 1) else "\n"


def of_wide(words: str, width: float, size_pt: float) -> list[str]:
    """Return the lines of words that are wider than one, each with what parts it from the next."""
    lines = _of_wide(words, width, size_pt)
    return [*(f"{line}{_after(line, following)}" for line, following in pairwise(lines)), lines[-1]]


def widest_part(word: str, size_pt: float) -> float:
    """Return the width that a place must have for a word that may be parted between its syllables (mm)."""
    *parts, last = syllables(word)
    return max(text_width(last, size_pt), *(text_width(f"{part}-", size_pt) for part in parts), 0.0)


def _lines(text: str, width: float, size_pt: float) -> list[str]:
    """Return the lines of a text; one that ends inside a word says so by its last character."""
    if not BLANKS.sub("", text):
        return []
    return [line for part in _ends(text) for line in _paragraph(part, width, size_pt)]


def _ends(text: str) -> list[str]:
    """Return the parts of a text between its own line ends, without those around it."""
    return BLANKS.sub(lambda blank: "\n" * blank.group().count("\n") or " ", text).strip().split("\n")


def _paragraph(text: str, width: float, size_pt: float) -> list[str]:
    lines: list[str] = []
    for word in filter(None, UNTIED.split(text)):
        if lines and text_width(f"{lines[-1]} {word}", size_pt) <= width:
            lines[-1] += f" {word}"
        elif text_width(word, size_pt) <= width:
            lines.append(word)
        else:
            lines += _of_wide(word, width, size_pt)
    return lines or [""]


def _of_wide(words: str, width: float, size_pt: float) -> list[str]:
    """Return the lines of what is too wide for one: of words that are tied together, else of the parts of a word."""
    lines = [""]
    for word in words.split(" "):
        whole = text_width(word, size_pt) <= width or widest_part(word, size_pt) > width
        parts = [word] if whole else syllables(word)
        for n, part in enumerate(parts):
            hyphen = SOFT if n < len(parts) - 1 else ""
            start = lines[-1].removesuffix(SOFT) + (" " if lines[-1] and not n else "")
            if text_width(f"{start}{part}{'-' if hyphen else ''}", size_pt) <= width or not start:
                lines[-1:] = _pieces(f"{start}{part}", width, size_pt)
            else:
                lines += _pieces(part, width, size_pt)
            lines[-1] += hyphen
    return lines


def _pieces(word: str, width: float, size_pt: float) -> list[str]:
    pieces = [""]
    for char in word:
        if pieces[-1] and text_width(pieces[-1] + char, size_pt) > width:
            pieces[-1] += CUT
            pieces.append("")
        pieces[-1] += char
    return pieces


def edges(size_pt: float, pitch_pt: float) -> tuple[float, float]:
    """Return how far a line of a fixed height reaches above and below the foot line of its letters (pt)."""
    rest = pitch_pt - (ASCENT + DESCENT) * size_pt
    above = round(ASCENT * size_pt + ABOVE * rest, 1)
    return above, round(pitch_pt - above, 3)
