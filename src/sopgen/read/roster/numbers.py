"""The number of a person: an NRP of 8 digits, a NIP of 18; both begin with the day of birth."""

import re
from datetime import date
from typing import Final

from sopgen.messages import say
from sopgen.read.roster.table import Cell, CellKind, quoted

NRP_DIGITS: Final = 8
NIP_DIGITS: Final = 18
LABEL: Final = re.compile(r"^(?:nrp|nip)\b[ .:/]*", re.IGNORECASE)
# Numbers of examples and exercises, of nobody; the months of true ones are 01 to 12.
MADE_UP: Final = "0000"


class WrongNumber(Exception):
    """What is wrong with a number, and how to mend it."""


def personnel_number(cell: Cell) -> str:
    """Return the digits of an NRP or NIP. Raises WrongNumber with what is wrong and how to mend it."""
    if cell.kind is CellKind.NUMBER:
        return _from_number(cell.text)
    text = LABEL.sub("", cell.text)
    digits = re.sub(r"[ .]", "", text) if re.fullmatch(r"[\d .]+", text) else text
    if re.fullmatch(r"\d+[.,]?\d*E\+?\d+", digits, re.IGNORECASE):
        raise WrongNumber(say('"{text}" is a number that Excel shortened', text=quoted(digits)), _as_text())
    if re.fullmatch(r"\d{5,7}", digits):
        what = say('NRP "{text}" has {count} digits, a zero may be lost', text=digits, count=len(digits))
        raise WrongNumber(what, say("write all 8 digits as text, for example 00000001"))
    if not re.fullmatch(r"\d{8}|\d{18}", digits):
        what = say('"{text}" is no NRP (8 digits) and no NIP (18 digits)', text=quoted(digits))
        raise WrongNumber(what, say("write the digits as text; leave it empty for a civilian"))
    _refuse_day(digits)
    return digits


def _as_text() -> str:
    return say("format the column as Text and type it again")


def _from_number(text: str) -> str:
    """Return the NRP that a number cell holds: of 8 digits, for then no zero before it is lost."""
    if re.fullmatch(r"\d{8}", text):
        _refuse_day(text)
        return text
    if len(re.sub(r"\D", "", text)) > NRP_DIGITS:
        what = say("the cell holds the number {text}, Excel keeps 15 digits of one only", text=quoted(text))
    else:
        what = say("the cell holds the number {text}, which may have lost a zero", text=quoted(text))
    raise WrongNumber(what, _as_text())


def _refuse_day(digits: str) -> None:
    """Raise WrongNumber where the year and month (NRP) or the day of birth (NIP) can not be."""
    if digits.startswith(MADE_UP):
        return
    if len(digits) == NRP_DIGITS:
        if not 1 <= int(digits[2:4]) <= 12:
            what = say(
                'NRP "{text}" names month {month}: year and month of birth begin it', text=digits, month=digits[2:4]
            )
            raise WrongNumber(what, _compare())
        return
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        born = None
    if born is None or not 1900 <= born.year <= 2100:
        what = say('NIP "{text}" names no day of birth: year, month and day begin it', text=digits)
        raise WrongNumber(what, _compare())


def _compare() -> str:
    return say("compare it with the card of its bearer")
