"""Two texts side by side, with the words marked in which they differ."""

import re
from difflib import SequenceMatcher
from typing import Final, NamedTuple

WORD: Final = re.compile(r"\S+\s*")


class MarkedWords(NamedTuple):
    """A piece of a text: its words, and whether the other text lacks them."""

    text: str
    marked: bool


def marked_words(old: str, new: str) -> tuple[list[MarkedWords], list[MarkedWords]]:
    """Return both texts in pieces; what one has and the other has not is marked."""
    left, right = WORD.findall(old), WORD.findall(new)
    was, now = list[MarkedWords](), list[MarkedWords]()
    bare, other = ([word.strip() for word in words] for words in (left, right))
    for tag, a, b, c, d in SequenceMatcher(None, bare, other, autojunk=False).get_opcodes():
        for pieces, words in ((was, left[a:b]), (now, right[c:d])):
            if words:
                pieces.append(MarkedWords("".join(words), tag != "equal"))
    return was, now
