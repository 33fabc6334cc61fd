"""Compare a register with the letters in the folder: what one has that the other does not say."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sopgen.errors import SopgenError
from sopgen.jobs.letters.before.memory import older_than_known
from sopgen.jobs.letters.deployment import numbered_name
from sopgen.jobs.letters.kept_files import digest, letter_files, numbers_on_disk, read_letter
from sopgen.messages import say
from sopgen.register.database import refuse_damaged
from sopgen.register.entry import NumberEntry, State
from sopgen.register.look import RegisterView


def differences(register: RegisterView, folders: Sequence[Path]) -> list[str]:
    """Return a line for each thing in which the register and the letters differ; nothing is written."""
    files = {path.name: path for path in letter_files(folders)}
    on_disk = numbers_on_disk(folders)
    try:
        refuse_damaged(register.engine)
        entries = register.entries()
        for year in {entry.year for entry in entries}:
            register.span(year)
    except SopgenError as error:
        return [str(error)]
    found = [line for entry in entries for line in _of_entry(entry, files)]
    years = sorted({entry.year for entry in entries})
    older = [line for year in years if (line := older_than_known(register, year))]
    return found + older + list(_unknown(register, entries, on_disk)) + strangers(register, folders)


def strangers(register: RegisterView, folders: Sequence[Path]) -> list[str]:
    """Return a line for each letter whose number the register gave to another one: a second register gives numbers.

    That is one of a copied folder, for example. Only numbers whose files the register knows by their names tell.
    """
    letters = [(number, path) for path in letter_files(folders) if (number := numbered_name(path.name))]
    entries = [entry for year in sorted({number[0] for number, _ in letters}) for entry in register.entries(year)]
    issued = {(one.year, one.number): one for one in entries if one.state is State.ISSUED and one.files}
    return [
        say("{name} bears number {text}, which the register gave to another letter", name=path.name, text=entry.text)
        for number, path in letters
        if (entry := issued.get(number)) and path.stem not in _stems(register, entry)
    ]


def _stems(register: RegisterView, entry: NumberEntry) -> set[str]:
    """Return the names, without their endings, of the files of a number's letters, former ones too."""
    former = register.former(entry.year, entry.number) if entry.version > 1 else []
    return {name.rpartition(".")[0] for files in (entry.files, *(one.files for one in former)) for name in files}


def _of_entry(entry: NumberEntry, files: dict[str, Path]) -> Iterator[str]:
    if entry.state is State.GIVEN:
        yield say("number {text} has no letter: it was given and not issued", text=entry.text)
    if entry.state is State.ISSUED and not any(name in files for name in entry.files):
        yield say("the letter of number {text} is not in the folder", text=entry.text)
    for name, noted in entry.files.items():
        content = read_letter(files[name]) if name in files else None
        if content is not None and digest(content) != noted:
            yield say("{name} is not as it was issued", name=name)
    if entry.state is State.VOID:
        for name in entry.files.keys() & files.keys():
            yield say("{name} is void and still in the folder", name=name)


def _unknown(
    register: RegisterView, entries: Sequence[NumberEntry], on_disk: dict[tuple[int, int], Path]
) -> Iterator[str]:
    known = {(entry.year, entry.number) for entry in entries}
    for (year, number), path in sorted(on_disk.items()):
        first, _ = register.span(year) or (1, 0)
        if (year, number) not in known and number >= first:
            yield say("{path} bears a number that the register does not know", path=path.name)
