"""What a faulty cell of a roster most likely means: offered to whoever typed it, never taken by itself."""

import re
import unicodedata

from sopgen.messages import closest
from sopgen.model.people.person import RANKS, parted_rank, rank
from sopgen.read.roster.characters import UNSEEN, odd_characters, plain
from sopgen.read.roster.numbers import WrongNumber, personnel_number
from sopgen.read.roster.table import LONGEST_CELL, Cell


def mended(part: str, text: str) -> str:
    """Return what a cell most likely means, an empty text where nothing is likely; `part` is of a person."""
    if len(text) > LONGEST_CELL:
        return ""
    seen = _seen(text)
    if part == "rank":
        return _rank(seen)
    if part in ("number", "nip"):
        return _number(seen)
    if part == "name" and seen == seen.lower():
        return _titled(seen)
    return seen if seen != text else ""


def untidy_name(text: str) -> bool:
    """Tell a name without a capital."""
    return bool(text) and text == text.lower() and text != text.upper()


def _seen(text: str) -> str:
    """Return a text in plain letters and digits: what can not be seen is left out, digits are 0 to 9."""
    wide = unicodedata.normalize("NFKC", text)
    kept = (char for char in wide if unicodedata.category(char) not in UNSEEN or char.isspace())
    digits = (str(unicodedata.digit(char)) if unicodedata.category(char) == "Nd" else char for char in kept)
    shown = plain("".join(digits))
    return text if odd_characters(shown) else shown


def _rank(text: str) -> str:
    """Return the rank that is meant: the one of its words where the grade beside it is another one's."""
    words = parted_rank(text)[0]
    known = RANKS.get(words)
    near = closest(words, RANKS, 0.6)
    found = known or (RANKS[near] if near else None) or rank(text)
    return found.short if found else ""


def _number(text: str) -> str:
    """Return an NRP whose zeros were lost, or a number with signs between its digits or letters for them."""
    digits = re.sub(r"\D", "", re.sub(r"^\W*(?:nrp|nip)\b", "", text, flags=re.IGNORECASE).translate(LOOKALIKES))
    for likely in (digits, digits.zfill(8) if 5 <= len(digits) <= 7 else ""):
        try:
            return personnel_number(Cell(likely)) if likely else ""
        except WrongNumber:
            continue
    return ""


# Letters that are typed for digits.
LOOKALIKES = str.maketrans("OolIi", "00111")


def _titled(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split())
