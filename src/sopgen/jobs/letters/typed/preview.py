"""The letters as they would be given now: how many, their numbers, the pages of the first; nothing is written."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Lock
from typing import Final

from sopgen.jobs.letters.before.notes import legal_notes, of_civilians, unsaid
from sopgen.jobs.letters.before.sent import letters_of
from sopgen.jobs.letters.deployment import Deployment, WrongTerm, letter_key, plan_of
from sopgen.jobs.letters.numbers import number_text
from sopgen.jobs.letters.request import prepared
from sopgen.jobs.letters.run import RunRequest, same_day
from sopgen.jobs.register.folder import address, viewed
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.plan.letter.numbers import archive_code
from sopgen.register.look import RegisterView
from sopgen.register.opening import exists
from sopgen.seal.picture import qr_png

# What the code of a letter says that is not given yet: it takes the room of the true one, and vouches for nothing.
NO_CODE: Final = "PRATINJAU - BELUM DITERBITKAN. " * 7
# One picture at a time: who types asks for the next one before the last is drawn.
ONE: Final = Lock()


@dataclass(frozen=True)
class LetterPreview:
    """The numbers of the letters ("" where there is room to write one), the first one's pages as SVG, and notes.

    `given` tells that the register gave the first one's number before: it would be printed again.
    """

    numbers: tuple[str, ...]
    pages: tuple[bytes, ...]
    notes: tuple[str, ...]
    people: int
    given: bool


def preview(asked: RunRequest) -> LetterPreview:
    """Return the letters as they would be given now. Raises SopgenError with what keeps them from that."""
    ready = prepared(asked.order)
    work = ready.work
    ones = tuple(letters_of(work, ready.deployment, asked.order))
    register = viewed(asked.url, asked.order.spec) if asked.numbered or asked.correct else None
    _refuse_without_code(asked, work, ones)
    numbers, given = _numbers(asked, work, ones, register)
    plan = plan_of(work, ones[0], numbers[0])
    if numbers[0]:
        plan = replace(plan, code=qr_png(NO_CODE))
    with ONE:
        pages = tuple(work.letter_maker.pictures(plan))
    left_unsaid = unsaid(work, ready.deployment) if numbers[0] else ()
    of_order = [note for note in ready.notes if note not in ready.roster]
    notes = [*of_order, *of_civilians(ones, work), *legal_notes(work, asked.order.day), *left_unsaid]
    notes += same_day(register, work, ones, asked.correct) if register else ()
    return LetterPreview(numbers, pages, tuple(notes), sum(len(one.people) for one in ones), given)


def _refuse_without_code(asked: RunRequest, work: Work, ones: Sequence[Deployment]) -> None:
    """Raise WrongTerm where a number would lack its archive code."""
    numbered = asked.numbered or asked.correct or asked.order.number
    for one in ones if numbered else ():
        unit = work.edition.unit.sending(one.kind)
        if "{kka}" in unit.surat_perintah.nomor and not archive_code(unit, one.activity, one.kka):
            raise WrongTerm(
                "kka", say("the number lacks its archive code (KKA)"), say("write it, as Kasium gives it")
            )


def _numbers(
    asked: RunRequest, work: Work, ones: Sequence[Deployment], register: RegisterView | None
) -> tuple[tuple[str, ...], bool]:
    """Return the number that each letter would bear, and whether the register gave the first one's before."""
    if asked.correct:
        return (number_text(work, ones[0])(asked.correct),), False
    if asked.order.number:
        return _counted(work, ones, asked.order.number), False
    if register is None:
        return ("",) * len(ones), False
    keys = [letter_key(work, one) for one in ones]
    known = register.known(keys)
    fresh = [one for one, key in zip(ones, keys, strict=True) if key not in known]
    begun = register.span(ones[0].day.year)
    counted = iter(_counted(work, fresh, begun[1] + 1 if begun else 1))
    return tuple(known[key].text if key in known else next(counted) for key in keys), keys[0] in known


def _counted(work: Work, ones: Iterable[Deployment], first: int) -> tuple[str, ...]:
    return tuple(number_text(work, one)(number) for number, one in enumerate(ones, first))


def next_number(register: RegisterView | None, year: int) -> int | None:
    """Return the running number that the register gives next in a year; None where there is no register."""
    if register is None:
        return None
    begun = register.span(year)
    return begun[1] + 1 if begun else 1


def register_here() -> RegisterView | None:
    """Return the working folder's register, None where none is begun. Raises SopgenError where it is damaged."""
    return viewed(None) if exists(address(None)) else None
