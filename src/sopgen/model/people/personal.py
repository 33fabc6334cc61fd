"""Numbers by which a person is known: NRP, NIP, NIK and mobile telephone, found in a text (UU 27/2022)."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.model.people.person import ALSO, POLICE

# A NIP (18 digits) or NIK (16), also in groups; no part of a longer number or word, as of a digest.
LONG: Final = re.compile(
    r"(?<![\w.])(?:\d{18}|\d{8} \d{6} \d \d{3}|\d{16}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{6}([ .])\d{6}\2\d{4})(?!\w)"
)
# A NIK whose digits stand in other groups, after its label.
GROUPED: Final = re.compile(r"(?<=NIK)\W{0,3}((?:\d[ .-]?){15}\d)(?!\w)", re.IGNORECASE)
PHONE: Final = re.compile(r"(?<![\w.])(?:\+62|62|0)[ -]?8\d{1,2}(?:[ -]?\d{3,5}){2}(?!\w)")
EIGHT: Final = re.compile(r"(?<![\w.,])\d{8}(?!\w|[.,]\d)")
# What stands before an NRP: its label, or a rank.
BEARS_NRP: Final = re.compile(
    r"\b(?:nrp|pangkat|" + "|".join(re.escape(rank) for rank in [*(short for short, _ in POLICE), *ALSO]) + r")\b",
    re.IGNORECASE,
)
BEFORE: Final = 60
# A person's name before eight digits: two words with capitals, or one and a comma.
AFTER_NAME: Final = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+,?[ (/-]{1,3}$|\b[A-Z][a-z]+,? [(/]$")


def personal_numbers(text: str, *, in_table: bool = False) -> Iterator[str]:
    """Yield the personal numbers of a line. In a table, or alone in it, eight digits that begin as an NRP are one."""
    yield from (found[0] for found in LONG.finditer(text))
    yield from (found[1] for found in GROUPED.finditer(text) if not LONG.search(found[1]))
    yield from (found[0] for found in PHONE.finditer(text))
    alone = in_table or re.fullmatch(r"""[\s"'-]*\d{8}[\s"']*""", text) is not None
    for found in EIGHT.finditer(text):
        named = BEARS_NRP.search(text, max(0, found.start() - BEFORE), found.start())
        after_name = not in_table and AFTER_NAME.search(text[: found.start()]) and _born(found[0])
        if named or after_name or (alone and _begins_as_nrp(found[0])):
            yield found[0]


def _begins_as_nrp(digits: str) -> bool:
    """Tell digits that begin with a year and month of birth from days such as 20261201."""
    return 1 <= int(digits[2:4]) <= 12


def _born(digits: str) -> bool:
    """Tell digits that begin with year and month of birth of someone who may serve today."""
    return _begins_as_nrp(digits) and (int(digits[:2]) >= 60 or int(digits[:2]) <= 9)


def digits_of(number: str) -> str:
    """Return the digits of a number alone; a telephone's begins with 0."""
    digits = re.sub(r"\D", "", number)
    return f"0{digits[2:]}" if digits.startswith("628") else digits


def is_made_up(number: str) -> bool:
    """Tell a number of examples and exercises: `00000001`, `0812 0000 0000`."""
    digits = digits_of(number)
    return digits.startswith("0000") or "000000" in digits


def hidden(number: str) -> str:
    """Return a number so that it can be found again, but not read in a log."""
    return re.sub(r"\d", "*", number[:-2]) + number[-2:]
