"""The characters of a cell: blanks are made one, what can not be seen or deceives is told."""

import re
import unicodedata
from typing import Final

from sopgen.messages import say

# Categories of what nobody sees in a name: control, format (direction marks), private, surrogate, not assigned.
UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
EXCEL_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
# A CSV cell that Excel would calculate; a dash before a word is an item of a list.
FORMULA: Final = re.compile(r"[=@]|\+\S|-[\d(]")


def plain(text: str) -> str:
    """Return a text with every run of blanks and line breaks as one blank, and its letters composed (NFC)."""
    text = " ".join(text.split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def unescaped(text: str) -> str:
    """Return the text of a workbook's cell with Excel's `_x000B_` as the character that it stands for."""
    return EXCEL_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def odd_characters(text: str) -> tuple[str, str] | None:
    """Return what is wrong with the first character that deceives, and how to mend it; None where all are plain."""
    if text.isascii() and text.isprintable():
        return None
    for char in re.sub(r"[\t\r\n]", "", text):
        category = unicodedata.category(char)
        if category in UNSEEN:
            what = say("the cell holds the invisible character U+{code:04X}", code=ord(char))
            return what, say("type the text again")
        if category == "Nd" and not char.isascii():
            what = say('"{char}" is a digit of another script (U+{code:04X})', char=char, code=ord(char))
            return what, say("type it with 0 to 9")
    return _mixed_scripts(text)


def _mixed_scripts(text: str) -> tuple[str, str] | None:
    """Tell a word of letters that look alike but belong to two scripts, as Cyrillic ones in a Latin name."""
    for word in text.split():
        letters = [char for char in word if char.isalpha()]
        foreign = [char for char in letters if not unicodedata.name(char, "").startswith(("LATIN", "MODIFIER"))]
        if foreign and len(foreign) < len(letters):
            values = {"char": foreign[0], "code": ord(foreign[0])}
            what = say(
                '"{char}" (U+{code:04X}) is no letter of the Latin script, as the rest of its word is', **values
            )
            return what, say("type the word again")
    return None


def looks_calculated(text: str) -> bool:
    """Tell a text that a spreadsheet takes for a formula."""
    return FORMULA.match(text.lstrip()) is not None
