"""Whether files that are to be committed carry numbers by which a person is known; those of officials may stand."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SopgenError
from sopgen.messages import say
from sopgen.model.people.personal import digits_of, hidden, is_made_up, personal_numbers
from sopgen.read.any_text import lines_of
from sopgen.workspace import home

# A letter's file bears the NRP of who goes alone.
IN_NAME: Final = re.compile(r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])\d{4}(?!\d)")
SIGNS: Final = re.compile(r"""^\s*(?:- )?nrp:\s*["']?(\d{8}|\d{18})\b""", re.MULTILINE)
RUNS: Final = re.compile(r"\d[\d .-]{6,}\d")
FAULTS_A_FILE: Final = 5


def personal_data(files: Sequence[Path]) -> list[Problem]:
    """Return a problem for each personal number in the files, a few a file; the numbers themselves are hidden.

    The numbers in satuan.yaml and the approvals, and of who signed an edition, are of officials and may stand.
    """
    root = home(files[0]) if files else None
    officials = frozenset(_officials(root)) if root else frozenset()
    return [problem for path in files for problem in _of_file(path, officials)]


def _officials(root: Path) -> Iterator[str]:
    spec = root / "spec"
    for path in (*spec.rglob("satuan.yaml"), *(spec / "pengesahan").rglob("*.yaml")):
        yield from (digits_of(found[0]) for found in RUNS.finditer(_text(path)))
    for path in (spec / "sop").rglob("*.yaml"):
        yield from (found[1] for found in SIGNS.finditer(_text(path)))


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def _of_file(path: Path, officials: frozenset[str]) -> list[Problem]:
    if not path.is_file():  # a link to nothing, a folder of another repository
        return []
    found = [_problem(path, 0, one) for one in IN_NAME.findall(path.name) if _counts(one, officials)]
    try:
        for line in lines_of(path):
            numbers = personal_numbers(line.text, in_table=line.in_table)
            found += [_problem(path, line.number, one) for one in numbers if _counts(one, officials)]
            if len(found) >= FAULTS_A_FILE:
                break
    except SopgenError as error:
        what = say("the file can not be looked into: {reason}", reason=error)
        found.append(Problem(path.as_posix(), 1, 1, "PR02", what, _fix()))
    return found[:FAULTS_A_FILE]


def _counts(number: str, officials: frozenset[str]) -> bool:
    return not is_made_up(number) and digits_of(number) not in officials


def _problem(path: Path, line: int, number: str) -> Problem:
    if not line:
        what = say("the file's name holds a personal number: {number}", number=hidden(number))
        return Problem(path.as_posix(), 1, 1, "PR02", what, _fix())
    what = say("the file holds a personal number: {number}", number=hidden(number))
    return Problem(path.as_posix(), line, 1, "PR02", what, _fix())


def _fix() -> str:
    return say("keep it in roster/, surat/ or tindak-lanjut/, which stay out of git")
