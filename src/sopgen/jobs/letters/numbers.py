"""WHERE the numbers of letters come from: the register, the user's hand, or nowhere."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import count

from sopgen.errors import SopgenError, together
from sopgen.jobs.letters.deployment import Deployment, letter_key, letter_of
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.plan.letter.numbers import archive_code, letter_number
from sopgen.register.entry import NumberEntry, NumberText, State
from sopgen.register.look import RegisterView
from sopgen.register.store import Register

# The printed number of each letter, "" where there is room to write it, and its entry where it has a number.
Numbered = Callable[[Sequence[Deployment]], list[tuple[str, NumberEntry | None]]]


def number_text(work: Work, one: Deployment) -> NumberText:
    """Return how the numbers of a letter are printed."""
    unit = work.edition.unit.sending(one.kind)
    return partial(letter_number, unit, one.day, kka=archive_code(unit, one.activity, one.kka))


def by_register(work: Work, register: Register) -> Numbered:
    """Return a source of numbers that the register gives, the same number for the same letter."""

    def numbers(ones: Sequence[Deployment]) -> list[tuple[str, NumberEntry | None]]:
        asked = [(letter_of(work, one), number_text(work, one)) for one in ones]
        return [(entry.text, entry) for entry in register.give_all(asked)]

    return numbers


def by_hand(work: Work, first: int, register: Register | None) -> Numbered:
    """Return a source of numbers that count up from the given one; they are entered where there is a register."""
    counted = count(first)

    def numbers(ones: Sequence[Deployment]) -> list[tuple[str, NumberEntry | None]]:
        return [_taken(work, one, next(counted), register) for one in ones]

    return numbers


def _taken(work: Work, one: Deployment, number: int, register: Register | None) -> tuple[str, NumberEntry]:
    text = number_text(work, one)
    if register:
        entry = register.take(number, letter_of(work, one), text)
        return entry.text, entry
    return text(number), NumberEntry(one.day.year, number, text(number), State.GIVEN)


def unnumbered(ones: Sequence[Deployment]) -> list[tuple[str, NumberEntry | None]]:
    """Return no numbers: there is room to write them."""
    return [("", None) for _ in ones]


def given_numbers(work: Work, register: RegisterView) -> Numbered:
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


def by_correction(work: Work, register: Register, number: int, reason: str) -> Numbered:
    """Return the number of a letter that takes the place of the one that bears it now."""

    def numbers(ones: Sequence[Deployment]) -> list[tuple[str, NumberEntry | None]]:
        (one,) = ones
        text = number_text(work, one)(number)
        entry = register.correct(number, letter_of(work, one), text, reason)
        return [(entry.text, entry)]

    return numbers


def refuse_unissued(entry: NumberEntry) -> None:
    """Raise SopgenError where no letter that counts bears a number: it is void, reserved, or not written yet."""
    if entry.state is State.VOID:
        raise SopgenError(say("number {text} is void: {reason}", text=entry.text, reason=entry.reason))
    if entry.state is not State.ISSUED:
        raise SopgenError(
            say("no issued letter bears number {text}: it is {state}", text=entry.text, state=entry.state.value)
        )
