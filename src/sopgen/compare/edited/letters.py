"""Texts by their letters, without blanks: programs and lines set blanks as they like."""

import re
from difflib import SequenceMatcher
from typing import Final

# What stands before an item of a list: a dash, a bullet, a number or a letter.
LEAD: Final = re.compile(r"\s*(?:[-\u2013\u2014\u2022\u25cf\u25aa]\s*|(?:[*o]|\(?(?:\d{1,3}|[A-Za-z])[.)])\s+)")


def letters(text: str) -> str:
    """Return a text without its blanks."""
    return "".join(text.split())


def tidy(text: str) -> str:
    """Return a text on one line, with single blanks."""
    return " ".join(text.split())


def line_end(text: str, at: int) -> bool:
    """Tell whether a line ends behind a character."""
    return at + 1 < len(text) and text[at + 1].isspace()


def without_lead(text: str) -> str:
    """Return an item without what stands before it."""
    found = LEAD.match(text)
    return tidy(text[found.end() :] if found else text)


def grafted(old: str, new: str) -> str:
    """Return the new text with the old one's own blanks, and its parted words, wherever the words are the same."""
    left, right = old.split(), new.split()
    if not right:
        return ""
    gaps = re.findall(r"\s+", old.strip())
    words, blanks, at = list[str](), list[str](), 0
    for place, word in _same_words(left, right):
        if place is not None and words:
            blanks.append(gaps[place - 1] if at == place - 1 and place else " ")
        elif words:
            blanks.append(" ")
        words.append(word)
        at = -2 if place is None else place
    return "".join(f"{word}{blank}" for word, blank in zip(words, [*blanks, ""], strict=True))


def _same_words(left: list[str], right: list[str]) -> list[tuple[int | None, str]]:
    """Return the new words, each with the place of the old word that it is."""
    found: list[tuple[int | None, str]] = []
    for tag, a, _, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        found += [(a + n if tag == "equal" else None, right[c + n]) for n in range(d - c)]
    return found
