"""An edited task order beside the one that was issued: what differs, by field. A letter is never taken back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.compare.edited.letters import letters, tidy
from sopgen.compare.edited.matching.match import matched
from sopgen.compare.edited.places import IssuedText
from sopgen.errors import SopgenError, with_fix
from sopgen.jobs.accept_word.opened import opened
from sopgen.jobs.letters.codes.reader import texts_in
from sopgen.jobs.letters.deployment import numbered_name
from sopgen.jobs.letters.kept_files import letter_files
from sopgen.jobs.register.folder import letters_folder
from sopgen.messages import say
from sopgen.model.edited.document import CellPlace, EditedText, Hand

# How the text of a letter's code begins (seal/code.py), and its number behind that.
CODE: Final = re.compile(r"SOPGEN[12]\|(?P<number>[^|]+)\|(?P<day>[^|]+)\|.*", re.DOTALL)
COLON: Final = re.compile(r"\s*:\s*")


@dataclass(frozen=True)
class LetterChange:
    """What a field of a letter said when it was issued, and what it says now; `field` is its label on paper."""

    field: str
    old: str
    new: str
    hands: tuple[Hand, ...]


@dataclass(frozen=True)
class EditedLetter:
    """An edited letter: its number, the issued file, and all that differs from it, in the order of the letter."""

    file: str
    number: str
    issued: Path
    changes: tuple[LetterChange, ...]


def code_of_letter(path: Path) -> str | None:
    """Return the text of the code on a task order (DOCX); None for an SOP, and for a document without a code.

    Raises SopgenError as `opened` does.
    """
    if opened(path).issued is not None or path.suffix.lower() != ".docx":
        return None
    return next((text for text in texts_in(path.absolute()) if CODE.fullmatch(text)), None)


def edited_letter(path: Path, code: str, near: Path) -> EditedLetter:
    """Return what differs in an edited letter from the issued one with the same code, in the letters' folder.

    `near` is a file or folder of the working folder. Raises SopgenError where the issued letter is not there.
    """
    found = CODE.fullmatch(code)
    assert found is not None
    issued = _issued(code, found["number"], letters_folder(near))
    if issued is None:
        what = say("the issued letter {number} is not here to compare {file} with", number=found["number"], file=path)
        raise SopgenError(with_fix(what, say("bring it back with `sopgen order --reprint`")))
    return EditedLetter(path.name, found["number"], issued, tuple(_changes(opened(issued).texts, opened(path).texts)))


def _issued(code: str, number: str, folder: Path) -> Path | None:
    """Return the issued file of a letter: the one with the same code; those whose names bear its number are read."""
    numbers = {int(digits) for digits in re.findall(r"\d+", number)}
    for path in letter_files([folder]):
        named = numbered_name(path.name)
        if path.suffix == ".docx" and named and named[1] in numbers and code in texts_in(path.absolute()):
            return path
    return None


def _changes(issued: Sequence[EditedText], edited: Sequence[EditedText]) -> Iterator[LetterChange]:
    texts = [IssuedText(one.after or "", one.place, one.symbol) for one in issued]
    fields = dict(zip(map(id, texts), _fields(issued), strict=True))
    field = ""
    for match in matched(texts, edited):
        old, now = match.issued, match.edited
        field = fields[id(old)] if old is not None else field
        new = (now.after if now else "") or ""
        if letters(new) != letters(old.text if old else ""):
            yield LetterChange(field, tidy(old.text) if old else "", tidy(new), now.hands if now else ())


def _fields(texts: Sequence[EditedText]) -> Iterator[str]:
    """Yield the label of each text: what begins its row, or a row above it, or stands before its colon."""
    label = ""
    row: CellPlace = ()
    for one in texts:
        text = tidy(one.after or "")
        if one.place[:-1] != row or not one.place:
            row = one.place[:-1]
            first, *rest = COLON.split(text, maxsplit=1)
            begins = one.place[-1:] == (0,) or bool(rest)
            label = first if begins and letters(first) else label if one.place else ""
        yield label
