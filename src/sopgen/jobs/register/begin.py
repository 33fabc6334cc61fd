"""Begin a register where no letter has a number that it would give again; reserve numbers in it."""

from pathlib import Path

from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.letters.before.memory import older_than_known, remember
from sopgen.jobs.letters.kept_files import numbers_on_disk, refuse_lost
from sopgen.jobs.life.day import today_at
from sopgen.jobs.register.folder import address, letters_folder, office_name, unit_here
from sopgen.jobs.work import open_work
from sopgen.messages import say
from sopgen.model.unit import Unit
from sopgen.plan.letter.numbers import reserved_number
from sopgen.register.entry import NumberEntry
from sopgen.register.opening import begin, open_register
from sopgen.register.store import Register


def begun(url: str | None, *, first: int, year: int | None) -> Register:
    """Begin the numbers of the working folder's unit at `first`, the next one of its paper book; this year's.

    Raises SopgenError where the year is begun, or letters in surat/ bear that number or a later one.
    """
    unit = unit_here()
    if unit is None:
        raise SopgenError(say("no spec/satuan.yaml says whose register it is. fix: go to the working folder"))
    begins = year or today_at(unit).year
    _refuse_later(begins, first, letters_folder())
    return begin(address(url), office_name(unit), begins, first)


def _refuse_later(year: int, first: int, folder: Path) -> None:
    later = sorted(number for of, number in numbers_on_disk([folder]) if of == year and number >= first)
    if later:
        what = say("{folder} holds letter {number} of {year}", folder=folder, number=later[-1], year=year)
        fix = say("--start {next}, or `sopgen register recover` if the register was lost", next=later[-1] + 1)
        raise SopgenError(say("{what}. fix: {fix}", what=what, fix=fix))


def reserved(spec: Path, url: str | None, *, year: int, amount: int, purpose: str) -> list[NumberEntry]:
    """Reserve numbers for blank forms; the unit of a spec says whose they are, and what they look like.

    Raises SopgenError where letters in surat/ bear numbers that the register does not know: it is an old copy.
    """
    unit: Unit = open_work(spec).edition.unit
    register = open_register(address(url, spec), office_name(unit))
    refuse_lost(register, [letters_folder(spec)], [year])
    if older := older_than_known(register, year):
        raise SopgenError(with_fix(older, say("bring back the newest copy")))
    made = register.reserve(year, amount, purpose, lambda number: reserved_number(unit, year, number))
    remember(register, year)
    return made
