"""The table of people at a screen, pasted or typed: each fault at its cell, with what most likely is meant."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Final

from sopgen.errors import Problem, Severity, SopgenError, SpecError
from sopgen.jobs.letters.deployment import from_row
from sopgen.messages import say
from sopgen.model.people.person import Person
from sopgen.read.roster.mends import mended, untidy_name
from sopgen.read.roster.people import load_roster
from sopgen.read.roster.table import TypedTable
from sopgen.register.look import RegisterView

# The columns of the table, in their order.
PARTS: Final = ("name", "rank", "number", "post", "remark", "duty")


@dataclass(frozen=True)
class CellFault:
    """What is wrong at a cell: its row (from 0) and part; `mend` is what most likely is meant, or an empty text."""

    row: int
    part: str
    what: str
    fix: str
    severity: Severity
    mend: str = ""


def typed_table(rows: Iterable[Sequence[str]]) -> TypedTable:
    """Return rows of a person each, their cells by PARTS, as the table that the reader of rosters takes.

    An empty row stands for one that does not count, so that the others keep their numbers.
    """
    text = io.StringIO()
    lines = csv.writer(text, delimiter="\t", lineterminator="\n")
    lines.writerows([" ".join(cell.split()) for cell in row] for row in rows)
    return TypedTable(text.getvalue(), parts=PARTS)


def faults_of(rows: Sequence[Sequence[str]], known: Sequence[Person] = ()) -> list[CellFault]:
    """Return what is wrong with typed people, and what is to be known of them, at their cells.

    `known` are people of former letters: they tell a number that is missing.
    """
    try:
        problems = list(load_roster(typed_table(rows)).notes)
    except SpecError as error:
        problems = error.problems
    found = [_at_cell(problem, rows, known) for problem in problems if problem.line <= len(rows)]
    return [*found, *_untidy(rows)]


def _at_cell(problem: Problem, rows: Sequence[Sequence[str]], known: Sequence[Person]) -> CellFault:
    row, part = problem.line - 1, PARTS[min(problem.column, len(PARTS)) - 1]
    fault = CellFault(row, part, problem.what, problem.fix, problem.severity)
    return replace(fault, mend=_mend(rows[row], part, known)) if problem.severity == "error" else fault


def _mend(row: Sequence[str], part: str, known: Sequence[Person]) -> str:
    text = row[PARTS.index(part)]
    if not text.strip() and part in ("rank", "number"):
        same = next((one for one in known if one.name.casefold() == row[0].strip().casefold()), None)
        return str(getattr(same, part)) if same else ""
    likely = mended(part, text)
    return likely if likely != text else ""


def _untidy(rows: Sequence[Sequence[str]]) -> Iterator[CellFault]:
    for number, row in enumerate(rows):
        if untidy_name(row[0]):
            yield CellFault(
                number, "name", say("the name has no capital"), say("write it as it is to be printed"), "info",
                mended("name", row[0]),
            )  # fmt: skip


def known_people(register: RegisterView | None) -> list[Person]:
    """Return whom letters of the register named, each once as he was named last, the latest first."""
    found: dict[str, Person] = {}
    for entry in reversed(register.entries() if register else []):
        with suppress(ValueError, KeyError, TypeError, SopgenError):  # of an earlier form, or forgotten
            for told in json.loads(entry.content)["personel"] if entry.content else ():
                person = from_row(told, 0)
                found.setdefault(person.number or person.name.casefold(), person)
    return list(found.values())
