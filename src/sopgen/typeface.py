"""The typeface of every output: Arimo, which has Arial's widths; the characters it has, how wide they are."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

import fontpkg_arimo

from sopgen.messages import say

# Ends of lines and tabs: the programs set them by themselves.
BREAKS = frozenset("\t\n\v\f\r\x85")


@cache
def advances() -> Mapping[int, float]:
    """Return the advance of each character that the typeface has, as a part of the type size."""
    from fontTools.ttLib import TTFont  # here: texts of plain ASCII are checked without a font reader

    with TTFont(fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf", lazy=True) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"]
        return {code: widths[name][0] / em for code, name in font.getBestCmap().items()}


def missing(text: str) -> list[str]:
    """Return the characters of a text that no output can show, each once: Typst refuses them, Word takes a font.

    That font is another on each machine.
    """
    if text.isascii():  # what of these the typeface lacks, no file may hold
        return []
    return [char for char in dict.fromkeys(text) if ord(char) not in advances() and char not in BREAKS]


def unshown(text: str) -> Iterator[tuple[str, str]]:
    """Yield for each character of a text that can not be shown what is wrong, and how to mend it."""
    for char in missing(text):
        name = f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()
        what = say('the character "{char}" ({name}) is not in Arial', char=char, name=name)
        yield what, say("write it in words, or delete it")
