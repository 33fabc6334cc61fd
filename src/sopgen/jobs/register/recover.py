"""Rebuild a lost or damaged register from the letters: what their codes vouch for, and what only their names say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.letters.codes.reader import texts_in
from sopgen.jobs.letters.deployment import numbered_name
from sopgen.jobs.letters.kept_files import digest, letter_files
from sopgen.jobs.letters.unit_key import key_path
from sopgen.jobs.register.folder import address, letters_folder, office_name, unit_here
from sopgen.jobs.register.letterhead import of_others
from sopgen.messages import say
from sopgen.model.unit import Unit
from sopgen.register.database import DamagedRegister, moved_aside, refuse_damaged, sqlite_file
from sopgen.register.entry import NumberEntry, State
from sopgen.register.look import RegisterView
from sopgen.register.opening import begin, exists, open_existing, open_register
from sopgen.register.repair import repair
from sopgen.register.store import Register
from sopgen.seal.code import Seal, checked_seal
from sopgen.seal.keys import load_public_key

COUNTED: Final = re.compile(r"\+\d+")


@dataclass(frozen=True)
class FoundLetter:
    """A letter in a folder, as the register would enter it; `why` says why it is not sure, "" where it is."""

    entry: NumberEntry
    people: tuple[str, ...] = ()
    why: str = ""


def found_letters(folders: Iterable[Path], key: Ed25519PublicKey | None) -> list[FoundLetter]:
    """Return the letters of folders in the order of their numbers, one a number."""
    files = [path for path in letter_files(folders) if numbered_name(path.name)]
    by_stem = groupby(files, key=lambda path: (path.parent, path.stem))
    letters = [_found(list(paths), key) for _, paths in by_stem]
    letters.sort(key=lambda one: (one.entry.year, one.entry.number, one.why))
    return [_one_of(list(same)) for _, same in groupby(letters, key=lambda one: (one.entry.year, one.entry.number))]


def _one_of(same: list[FoundLetter]) -> FoundLetter:
    first = same[0]
    if len(same) == 1:
        return first
    names = ", ".join(name for one in same for name in one.entry.files)
    return FoundLetter(first.entry, first.people, say("several letters bear this number: {names}", names=names))


def _found(paths: Sequence[Path], key: Ed25519PublicKey | None) -> FoundLetter:
    """Return a letter from its files: DOCX, PDF or both."""
    year, number = numbered_name(paths[0].name) or (0, 0)
    files = {path.name: digest(path.read_bytes()) for path in paths}
    first = next(iter(files.values()))
    seals, why = _seals(paths, key)
    seal = seals[0] if seals else None
    if seal is None or why:
        text = seal.number if seal else f"{number}/{year}"
        return FoundLetter(NumberEntry(year, number, text, State.ISSUED, digest=first, files=files), (), why)
    day = date.fromisoformat(seal.days.partition("..")[0])
    people = tuple(one for one in seal.people if not COUNTED.fullmatch(one))
    entry = NumberEntry(year, number, seal.number, State.ISSUED, seal.activity, day, digest=first, files=files)
    if day.year != year or not re.search(rf"(?<!\d){number}(?!\d)", seal.number):
        return FoundLetter(
            entry, people, say("its name says {number}, its code {text}", number=number, text=seal.number)
        )
    return FoundLetter(entry, people)


def _seals(paths: Sequence[Path], key: Ed25519PublicKey | None) -> tuple[list[Seal], str]:
    """Return what the codes of a letter's files say, and why that is not sure."""
    seals: list[Seal] = []
    for path in paths:
        read = list(_codes(path, key))
        if not read:
            return seals, say("{path} has no code of this unit's key", path=path.name)
        seals += read
    return seals, "" if len(set(seals)) == 1 else say("its files bear different codes")


def _codes(path: Path, key: Ed25519PublicKey | None) -> Iterator[Seal]:
    with suppress(SopgenError):  # a file that can not be read has no code either
        if key is None:
            return
        for text in texts_in(path):
            with suppress(SopgenError):
                yield checked_seal(text, key)


@dataclass(frozen=True)
class Recovery:
    """What a register is to be rebuilt from: its address and unit, and the letters that it does not know."""

    url: str
    unit: Unit
    letters: tuple[FoundLetter, ...]

    @property
    def doubts(self) -> list[str]:
        """The letters that are not sure, a line each."""
        return [
            say("number {number} of {year}: {why}", number=one.entry.number, year=one.entry.year, why=one.why)
            for one in self.letters
            if one.why
        ]


@dataclass(frozen=True)
class Recovered:
    """The register as it is now, the years it was rebuilt for, and where the broken one is, if there was one."""

    register: Register
    years: tuple[int, ...]
    aside: Path | None


def planned(url: str | None, folders: Sequence[Path], key: Path | None) -> Recovery:
    """Return what a register would be rebuilt from; counters and states that can not be are put right.

    `folders` hold the letters, the working folder's surat/ where none is named. Raises SopgenError where the
    register is another office's or of an earlier form.
    """
    unit = unit_here()
    if unit is None:
        raise SopgenError(say("no spec/satuan.yaml says whose register it is. fix: go to the working folder"))
    place = address(url)
    register = readable(place, unit)
    known = {(one.year, one.number) for one in register.entries()} if register else set()
    own = key or (key_path() if key_path().exists() else None)
    found = found_letters(folders or [letters_folder()], load_public_key(own) if own else None)
    unknown = [one for one in found if (one.entry.year, one.entry.number) not in known]
    _refuse_others(unit, unknown, folders or [letters_folder()])
    return Recovery(place, unit, tuple(unknown))


def _refuse_others(unit: Unit, letters: Sequence[FoundLetter], folders: Sequence[Path]) -> None:
    """Raise SopgenError where a letter is on another office's letterhead: its code may bear the same person's key."""
    names = {name for one in letters for name in one.entry.files}
    others = [path.name for path in of_others(unit, (p for p in letter_files(folders) if p.name in names))]
    if others:
        what = say("not on the letterhead of {office}: {names}", office=unit.nama, names=", ".join(others))
        raise SopgenError(with_fix(what, say("move these letters of another office away, then the same command")))


def recover(found: Recovery, last: tuple[int, int] | None = None) -> Recovered:
    """Enter the letters into the register, a new one where it is lost or broken.

    `last` are the year and the last number that the office knows of, where no letter says it.
    """
    aside, path = None, sqlite_file(found.url)
    if path and exists(found.url) and readable(found.url, found.unit) is None:
        aside = moved_aside(path, "rusak")
    register = _opened(found, last)
    for _, some in groupby(found.letters, key=lambda one: one.entry.year):
        of_year = list(some)
        register.enter([one.entry for one in of_year], {one.entry.number: one.people for one in of_year})
    if last:
        register.count_from(*last)
    years = {entry.year for entry in register.entries()} | ({last[0]} if last else set())
    return Recovered(register, tuple(sorted(years)), aside)


def _opened(found: Recovery, last: tuple[int, int] | None) -> Register:
    if exists(found.url):
        return open_register(found.url, office_name(found.unit))
    if found.letters:
        first = found.letters[0].entry
        return begin(found.url, office_name(found.unit), first.year, first.number)
    if last:
        return begin(found.url, office_name(found.unit), last[0], last[1] + 1)
    fix = say("name the folder that holds the letters, or --year and --last of your book")
    raise SopgenError(say("no letter is found to rebuild the register from. fix: {fix}", fix=fix))


def readable(url: str, unit: Unit) -> RegisterView | None:
    """Return the register that is there, put right where it can be; None where there is none, or it is broken.

    Raises SopgenError where it is another office's, or of another form.
    """
    if not exists(url):
        return None
    with suppress(DamagedRegister):
        repair(url)
        register = open_existing(url, office_name(unit))
        refuse_damaged(register.engine)
        register.entries()
        return register
    return None
