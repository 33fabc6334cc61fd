"""The characters that no text of a spec may hold: control characters, invisible ones, look-alikes, split letters."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from sopgen.messages import say

CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# Greek letters that look like Latin ones, and any Cyrillic; whole words of them are of their own language. The Greek
# ones of units and formulas (kΩ, μm, Δt) look like no other.
ALIKE: Final = re.compile(
    "[\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bd\u03bf\u0400-\u052f]"
)
WORD: Final = re.compile(r"[^\W\d_]+")
# Blanks that keep words together; they come with texts copied from Word, web pages and chats.
FIRM_BLANK: Final = re.compile("[\u00a0\u2007\u202f\u3000]")
# A letter with its marks behind it, as a Mac and some PDFs write them.
IN_PARTS: Final = re.compile("[^\\W\\d_][\u0300-\u036f]+")


def odd_characters(line: str) -> Iterator[tuple[int, str, str]]:
    """Yield the column (from 0) of each character of a line that deceives, what is wrong and how to mend it."""
    if line.isascii() and line.isprintable():
        return
    for found in CONTROL.finditer(line):
        what = say("control character U+{code:04X} can not stand in a document", code=ord(found[0]))
        yield found.start(), what, say("delete the character")
    for found in INVISIBLE.finditer(line):
        what = say("invisible character U+{code:04X} changes how the text reads", code=ord(found[0]))
        yield found.start(), what, say("delete the character")
    yield from _alike(line)
    for found in IN_PARTS.finditer(line):
        whole = unicodedata.normalize("NFC", found[0])
        if len(whole) < len(found[0]):
            what = say('"{letter}" is written as a letter and a sign of its own behind it', letter=whole)
            yield found.start(), what, say('type "{letter}" anew as one letter', letter=whole)


def _alike(line: str) -> Iterator[tuple[int, str, str]]:
    """Yield the letters of other scripts in words of Latin letters."""
    for word in WORD.finditer(line):
        foreign = list(ALIKE.finditer(word[0]))
        if 0 < len(foreign) < len(word[0]):
            for found in foreign:
                values = {"char": found[0], "code": ord(found[0]), "word": word[0]}
                what = say('"{char}" (U+{code:04X}) in "{word}" only looks like a Latin letter', **values)
                yield word.start() + found.start(), what, say("type the word again")


def firm_blank(char: str) -> tuple[str, str]:
    """Return what is wrong with a blank that is none to YAML, and how to mend it."""
    what = say("the blank of Word or a web page (U+{code:04X}) is a letter to YAML", code=ord(char))
    return what, say("delete it, type a blank")
