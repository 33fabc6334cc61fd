"""WHAT a register holds: numbers, what became of them, and the letters that ask for one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """What became of a number."""

    GIVEN = "diberikan"
    ISSUED = "terbit"
    RESERVED = "dicadangkan"
    BLANK = "blangko"
    VOID = "batal"


@dataclass(frozen=True)
class NumberEntry:
    """A number of the register: year, running number, printed number, what became of it, what it is for.

    `files` are the names of its letter's files with their SHA-256; `content` is what the letter was made from (JSON).
    """

    year: int
    number: int
    text: str
    state: State
    subject: str = ""
    day: date | None = None
    reason: str = ""
    digest: str = ""
    to: str = ""
    version: int = 1
    content: str = ""
    key: str | None = None
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class FormerLetter:
    """A letter that another one with the same number took the place of: its version, files, and why."""

    version: int
    reason: str
    files: Mapping[str, str]


@dataclass(frozen=True)
class LetterKey:
    """A letter that needs a number: its key (the digest of what it says), subject, date, and whom it orders.

    `to` names the people as the agenda book does; `content` is what the letter is made from (JSON).
    """

    key: str
    subject: str
    day: date
    people: tuple[str, ...] = ()
    to: str = ""
    content: str = ""


NumberText = Callable[[int], str]
