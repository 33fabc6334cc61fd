"""An issued letter printed again, byte for byte as it was issued."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sopgen.errors import SopgenError, with_fix
from sopgen.files import write_files
from sopgen.jobs.letters.deployment import from_content
from sopgen.jobs.letters.issue import IssuedLetter, sealed_plan
from sopgen.jobs.letters.kept_files import digest, find_issued, refuse_replacing
from sopgen.jobs.letters.numbers import refuse_unissued
from sopgen.jobs.letters.run import DUPLEX, Paper, print_run
from sopgen.jobs.letters.unit_key import unit_key
from sopgen.jobs.life.day import today_at
from sopgen.jobs.register.folder import letters_folder, new_letters_folder, viewed
from sopgen.jobs.work import Work, open_work
from sopgen.messages import say
from sopgen.register.entry import NumberEntry


@dataclass(frozen=True)
class ReprintRequest:
    """Which letter is to be printed again: its number, of this year where none is named; where to, on what paper."""

    spec: Path
    number: int
    year: int | None = None
    url: str | None = None
    out: Path | None = None
    print_run: Path | None = None
    paper: Paper = DUPLEX


def reprint(asked: ReprintRequest) -> IssuedLetter:
    """Write the files of an issued letter again, and a print run where one is wanted.

    They are taken from the letters' folder where they are there, else made anew and compared. Raises SopgenError
    where the number has no letter, or it would come out with other words.
    """
    work, home = open_work(asked.spec), letters_folder(asked.spec)
    entry = viewed(asked.url, asked.spec).show(asked.year or today_at(work.edition.unit).year, asked.number)
    out = asked.out or new_letters_folder(asked.spec)
    files = _as_issued(work, entry, [out, home])
    contents = {out / name: files[name.rpartition(".")[2]] for name in entry.files}
    refuse_replacing(entry, contents, contents)
    write_files(contents)
    title = f"{entry.text} {entry.to}".strip()
    if asked.print_run:
        if "pdf" not in files:
            raise SopgenError(
                say("letter {text} was issued without a PDF. fix: print its Word file", text=entry.text)
            )
        with print_run(work, asked.print_run, entry.day or work.day, asked.paper) as add:
            add(title, files["pdf"])
    return IssuedLetter(title, tuple(contents), files.get("pdf"))


def _as_issued(work: Work, entry: NumberEntry, folders: Sequence[Path]) -> dict[str, bytes]:
    """Return the files of a letter by their endings."""
    refuse_unissued(entry)
    if not entry.files:
        what = say("the register does not know the files of letter {text}", text=entry.text)
        raise SopgenError(with_fix(what, say("print the file that you have")))
    endings = [name.rpartition(".")[2] for name in entry.files]
    found = {ending: find_issued(entry, ending, folders) for ending in endings}
    missing = [ending for ending, content in found.items() if content is None]
    files = {ending: content for ending, content in found.items() if content is not None}
    return files | (_made_anew(work, entry, missing, unit_key().key) if missing else {})


def _made_anew(
    work: Work, entry: NumberEntry, endings: Sequence[str], key: Ed25519PrivateKey | None
) -> dict[str, bytes]:
    signed, one = from_content(work, entry)
    plan = sealed_plan(signed, one, entry.text, key)
    files = signed.letter_maker.files(plan, endings)
    noted = {name.rpartition(".")[2]: found for name, found in entry.files.items()}
    if any(digest(content) != noted[ending] for ending, content in files.items()):
        fix = say("bring back a copy of the file; `sopgen order --correct {number}` replaces it", number=entry.number)
        what = say("letter {text} would come out with other words than it was issued", text=entry.text)
        raise SopgenError(say("{what}. fix: {fix}", what=what, fix=fix))
    return files
