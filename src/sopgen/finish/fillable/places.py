"""A place to write in a form: a dotted line, or an empty cell of a ruled table; what it is called."""

import re
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final

DOTS: Final = re.compile(r"\.{5,}")
WORD: Final = re.compile(r"\w+(?:\.\w+)+\.?|\w+(?:[/&-]\w+)*")
# A field is called after the last words before it.
WORDS_BEFORE: Final = 3
# Small words as "di" or "s.d." say nothing alone: the words before them stand with them.
SHORT: Final = 3
# The title of a content control has at most 64 letters, with the number that makes it unique.
LONGEST: Final = 56
# Room for a signature stays free for the pen.
SIGNED: Final = re.compile(r"\b(tanda tangan|ttd|paraf)\b", re.IGNORECASE)
# A day alone: "tanggal", not "hari/tanggal".
DATED: Final = re.compile(r"(?<![\w/])(tanggal|tgl\.?)\W*$", re.IGNORECASE)


@dataclass(frozen=True)
class WritingPlace:
    """One place to write, as the Word file has it.

    `name` is the place's own in the form and has no full stop; `label` is for people; `dots` is the length of the
    dotted line, none in a cell; `before` are the words on the line before the dots.
    """

    name: str
    label: str
    dots: int = 0
    before: str = ""
    centred: bool = False
    date: bool = False


class Labels:
    """Gives each place its label, from the words of the form told in their order."""

    def __init__(self) -> None:
        self._last = ""
        self._taken: set[str] = set()

    def hear(self, text: str) -> None:
        """Remember the words before a place."""
        if says_something(text):
            self._last = text

    def after(self, text: str) -> str:
        """Return what a place is called that stands after `text` on its line."""
        own = _last_words(text)
        if not says_something(text):
            own = [*_last_words(self._last), *own]
        self.hear(text)
        return " ".join(own)

    def place(self, label: str, *, dots: int = 0, before: str = "", centred: bool = False) -> WritingPlace:
        """Return a place of its own name."""
        unique = self._unique(label[:LONGEST].strip() or "Isian")
        return WritingPlace(_name(unique), unique, dots, squeezed(before), centred, bool(DATED.search(label)))

    def _unique(self, label: str) -> str:
        label = label[0].upper() + label[1:]
        number, made = 1, label
        while _name(made) in self._taken:
            number += 1
            made = f"{label} ({number})"
        self._taken.add(_name(made))
        return made


def squeezed(text: str) -> str:
    """Return the text without its blanks; a page breaks its lines elsewhere than Word."""
    return "".join(text.split())


def _last_words(text: str) -> list[str]:
    """Return the words nearest to a place; the number of a heading is none of them."""
    words = WORD.findall(text)
    if says_something(text):
        words = list(dropwhile(str.isdigit, words))
    return words[-WORDS_BEFORE:]


def _name(label: str) -> str:
    return label.replace(".", "")


def says_something(text: str) -> bool:
    """Say whether a text names a place by itself."""
    letters = "".join(filter(str.isalpha, text))
    return len(letters) > SHORT or (bool(letters) and not letters.islower())
