"""The letters on the disk: found by their numbers, never replaced by other words, set aside when corrected."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.letters.deployment import numbered_name
from sopgen.messages import say, system_fix, system_reason
from sopgen.register.entry import NumberEntry
from sopgen.register.look import RegisterView
from sopgen.register.store import other_words

ENDINGS: Final = frozenset({".docx", ".pdf"})
# Where former letters of corrected numbers go.
REPLACED: Final = "diganti"


class OtherLetter(SopgenError):
    """Another letter's file stands where one is to be written."""


def digest(content: bytes) -> str:
    """Return the SHA-256 of a letter's file, as the register notes it."""
    return hashlib.sha256(content).hexdigest()


def letter_files(folders: Iterable[Path]) -> Iterator[Path]:
    """Yield the letters' files of folders, each once, in the order of their names."""
    for folder in dict.fromkeys(folder.resolve() for folder in folders):
        if folder.is_dir():
            yield from sorted(path for path in folder.iterdir() if path.suffix in ENDINGS and path.is_file())


def numbers_on_disk(folders: Iterable[Path]) -> dict[tuple[int, int], Path]:
    """Return year and number of the letters in folders by their names, each with one of its files."""
    found = ((numbered_name(path.name), path) for path in letter_files(folders))
    return {number: path for number, path in found if number}


def refuse_lost(register: RegisterView, folders: Iterable[Path], years: Iterable[int]) -> None:
    """Raise SopgenError where letters of these years bear numbers of the register's that it does not know.

    Then it was lost and begun anew, or an old copy was brought back: it would give their numbers again.
    """
    on_disk = numbers_on_disk(folders)  # before the register: another process notes a number, then writes its letter
    for year in sorted(set(years)):
        first, _ = register.span(year) or (1, 0)
        known = {entry.number for entry in register.entries(year)}
        lost = sorted(number for of, number in on_disk if of == year and number >= first and number not in known)
        if lost:
            what = say(
                "{path} bears number {number} of {year}, not known to the register: it was lost or is an old copy",
                path=on_disk[year, lost[-1]].name,
                number=lost[-1],
                year=year,
            )
            raise SopgenError(say("{what}. fix: `sopgen register recover`, then the same command", what=what))


def refuse_replacing(entry: NumberEntry | None, made: Mapping[Path, bytes], kept: Mapping[Path, bytes]) -> None:
    """Raise SopgenError where a letter was issued with other words, or its file is there with others.

    `made` are all formats that were made, to compare with what was issued; `kept` those that are to be written.
    """
    noted = {name.rpartition(".")[2]: found for name, found in entry.files.items()} if entry else {}
    for path, content in made.items():
        if entry and noted.get(path.suffix[1:], digest(content)) != digest(content):
            raise other_words(entry)
    for path, content in kept.items():
        former = read_letter(path)
        if former is not None and former != content:
            raise _another(path, issued=path.suffix[1:] in noted)


def _another(path: Path, *, issued: bool) -> SopgenError:
    if issued:
        return SopgenError(
            say("{path} was changed since it was issued. fix: move it away, then the same command", path=path)
        )
    fix = say("another number or --out; move the file away if it was never handed out")
    return OtherLetter(say("{path} is another letter, which is not replaced. fix: {fix}", path=path, fix=fix))


def set_aside(register: RegisterView, year: int, number: int, folders: Iterable[Path]) -> list[Path]:
    """Move the files of a number's former letters into diganti/ beside them; return where they are now.

    A file that is not the one that was issued stays where it is.
    """
    moved = []
    former = {
        (name, found): one.version for one in register.former(year, number) for name, found in one.files.items()
    }
    for path in letter_files(folders) if former else ():
        content = read_letter(path)
        version = former.get((path.name, digest(content))) if content is not None else None
        if version:
            moved.append(_moved(path, version))
    return moved


def find_issued(entry: NumberEntry, ending: str, folders: Iterable[Path]) -> bytes | None:
    """Return a letter's file as it was issued, if one of the folders still has it."""
    wanted = [(name, found) for name, found in entry.files.items() if name.endswith(f".{ending}")]
    for folder in folders:
        for name, found in wanted:
            content = read_letter(folder / name)
            if content is not None and digest(content) == found:
                return content
    return None


def take_away(paths: Iterable[Path]) -> None:
    """Delete files that were written just now and may not be handed out. Raises SopgenError where one stays."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise _unwritten(path, error) from error


def _moved(path: Path, version: int) -> Path:
    place = path.parent / REPLACED / f"{path.stem}-versi-{version}{path.suffix}"
    try:
        place.parent.mkdir(mode=0o700, exist_ok=True)
        with suppress(FileNotFoundError):  # another run that corrects the same number moved it
            path.replace(place)
    except OSError as error:
        raise _unwritten(place, error) from error
    return place


def read_letter(path: Path) -> bytes | None:
    """Return a file's bytes, None where it is not there (any more). Raises SopgenError where it can not be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unwritten(path, error) from error


def _unwritten(path: Path, error: OSError) -> SopgenError:
    return SopgenError(
        with_fix(
            say("{folder} can not be written: {reason}", folder=path, reason=system_reason(error)), system_fix(error)
        )
    )
