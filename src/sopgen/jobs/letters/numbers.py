"""Where the numbers of letters come from: the register, a count by hand, or the register's former ones."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import count
from pathlib import Path

from sopgen.errors import SopgenError, together
from sopgen.jobs.check import checked
from sopgen.jobs.letters.deployment import Deployment, letter_key
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.plan.letter.numbers import letter_number, reserved_number
from sopgen.register.store import LetterKey, NumberEntry, Register, open_register

Numbered = Callable[[Sequence[Deployment]], list[tuple[str, NumberEntry | None]]]


def by_register(work: Work, register: Register) -> Numbered:
    """Return a source of numbers that the register gives, the same number for the same letter."""
    unit, name = work.edition.unit, work.edition.sop.name

    def numbers(ones: Sequence[Deployment]) -> list[tuple[str, NumberEntry | None]]:
        asked = [
            (
                LetterKey(letter_key(work, one), f"{name} {one.activity.judul}", one.day, one.numbers),
                partial(letter_number, unit, one.day),
            )
            for one in ones
        ]
        return [(entry.text, entry) for entry in register.give_all(asked)]

    return numbers


def by_hand(work: Work, first: int | None) -> Numbered:
    """Return a source of numbers that count up from the given one; without one there is room to write them."""
    counted = count(first or 1)

    def numbers(ones: Sequence[Deployment]) -> list[tuple[str, NumberEntry | None]]:
        unit = work.edition.unit
        return [(letter_number(unit, one.day, next(counted)) if first else "", None) for one in ones]

    return numbers


def given_numbers(work: Work, register: Register) -> Numbered:
    """Return a source of the numbers that the register gave to letters before; it gives none.

    Raises SopgenError with a line for each letter that has no number.
    """

    def numbers(ones: Sequence[Deployment]) -> list[tuple[str, NumberEntry | None]]:
        found = [register.find(letter_key(work, one)) for one in ones]
        missing = [
            say(
                "the register has no letter of {day} for {names}. fix: make it with `sopgen order --register` first",
                day=one.day,
                names=", ".join(person.name for person in one.people),
            )
            for one, entry in zip(ones, found, strict=True)
            if entry is None
        ]
        if missing:
            raise together([SopgenError(what) for what in missing])
        return [(entry.text, entry) for entry in found if entry]

    return numbers


def reserved(spec: Path, register: str, *, year: int, amount: int, purpose: str) -> list[NumberEntry]:
    """Reserve numbers for blank forms in the register at an address; the unit of a spec says what they look like."""
    unit = checked(spec).unit
    return open_register(register).reserve(year, amount, purpose, lambda number: reserved_number(unit, year, number))
