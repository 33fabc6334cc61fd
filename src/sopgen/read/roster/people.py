"""From a roster (CSV or XLSX) to persons: every fault at once, with its row and column; nothing is guessed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SpecError
from sopgen.messages import say
from sopgen.model.people.person import Person
from sopgen.read.roster.characters import plain
from sopgen.read.roster.files.csv_file import csv_rows, text_rows
from sopgen.read.roster.files.sheet import SheetMarks
from sopgen.read.roster.files.workbook import xlsx_rows
from sopgen.read.roster.guess import guessed_heads
from sopgen.read.roster.heads import Heads, find_heads, repeats
from sopgen.read.roster.left_out import counts_columns, is_heading, is_numbered_only, is_total, signs
from sopgen.read.roster.parts import Parts, parts_of, person_of
from sopgen.read.roster.reading import Reading
from sopgen.read.roster.table import Cell, Row, TypedTable, quoted, refuse, refuse_size

LOCKS: Final = ("~$", ".~lock.")
BOOKS: Final = frozenset({".xlsx", ".xlsm", ".xls"})


@dataclass(frozen=True)
class Roster:
    """The persons of a roster in its order, and what a reader should know of how it was read."""

    people: tuple[Person, ...]
    notes: tuple[Problem, ...] = ()


def load_roster(source: Path | TypedTable, sheet: str = "") -> Roster:
    """Return the persons of a roster, a file or a typed one; `sheet` names the one of a workbook with several.

    Raises SpecError with all its faults, and what a reader should know beside them.
    """
    if isinstance(source, TypedTable):
        path, marks = source.path, SheetMarks()
        heads, rows, notes = typed_heads(source)
    else:
        path = source
        rows, marks, told = _rows(path, sheet)
        heads, rows, more = find_heads(path, rows)
        notes = [*told, *more]
    reading = Reading(path, heads, marks, notes=notes)
    _fault_hidden_columns(reading)
    found = (person_of(reading, parts, raw) for parts, raw in person_rows(reading, rows))
    people = [person for person in found if person]
    _fault_twins(reading, people)
    _judge_bare(reading, people)
    if not people and not reading.problems:
        raise refuse(path, say("the roster names nobody"), say("write a person a row under the heads"))
    if reading.problems:
        raise SpecError(sorted([*reading.problems, *reading.notes]))
    return Roster(tuple(people), tuple(sorted(reading.notes)))


def typed_heads(typed: TypedTable) -> tuple[Heads, Iterator[Row], list[Problem]]:
    """Return heads, rows and notes of a typed table; one without heads is read by what its columns hold."""
    if typed.parts:
        columns = {part: n for n, part in enumerate(typed.parts)}
        return Heads(0, columns, {}, len(columns)), text_rows(typed.path, typed.text), []
    rows = list(text_rows(typed.path, typed.text))
    guessed = guessed_heads(typed.path, rows)
    return (guessed[0], iter(rows), [guessed[1]]) if guessed else find_heads(typed.path, iter(rows))


def _rows(path: Path, sheet: str) -> tuple[Iterator[Row], SheetMarks, list[Problem]]:
    if path.is_dir():
        raise refuse(path, say("this is a folder"), say("name a file of it"))
    if not path.exists():
        raise refuse(path, say("there is no such file"), say("look at its name and folder"))
    if not path.is_file():
        raise refuse(path, say("this is no plain file"), say("copy it into a file"))
    if path.name.startswith(LOCKS):
        what = say("this is not the list: Excel keeps here who has it open")
        raise refuse(path, what, say("close it in Excel, and name the file without {sign}", sign=LOCKS[0]))
    refuse_size(path)
    if path.suffix.lower() in BOOKS:
        return xlsx_rows(path, sheet)
    if sheet:
        raise refuse(path, say("a CSV file has no sheets"), say("leave the sheet out, or name the .xlsx file"))
    rows, told = csv_rows(path)
    return rows, SheetMarks(), told


@dataclass
class _Foot:
    """The row of the last total, and that of the signature, which ends the list; 0 where there is none yet."""

    total: int = 0
    signed: int = 0

    def note(self, row: int, cells: tuple[Cell, ...]) -> None:
        if is_total(cells):
            self.total = row
        elif signs(cells):
            self.signed = self.signed or row


def person_rows(reading: Reading, rows: Iterable[Row]) -> Iterator[tuple[Parts, tuple[Cell, ...]]]:
    """Yield the rows that name somebody; what is left out is noted, and what stands where nobody should.

    Below a total only a person with a number is one, below a signature nobody.
    """
    foot = _Foot()
    for number, raw in rows:
        cells = tuple(Cell(plain(cell.text), cell.kind) for cell in raw)
        parts = parts_of(reading, (number, cells))
        if parts.is_empty and is_numbered_only(cells):
            continue
        kind = _left_out(reading, parts, cells, foot)
        if kind:
            foot.note(number, cells)
            _note_left_out(reading, (number, cells), kind)
        elif foot.signed or (foot.total and not parts.has_number):
            _fault_in_foot(reading, number, foot)
        else:
            foot.total = 0  # that of a part of the list
            yield parts, raw


def _note_left_out(reading: Reading, row: Row, kind: str) -> None:
    number, cells = row
    first = next((n for n, cell in enumerate(cells) if cell.text), 0)
    text = quoted(" ".join(cell.text for cell in cells if cell.text))
    reading.note(number, first, say('{kind} is left out: "{text}"', kind=kind, text=text))


def _fault_in_foot(reading: Reading, number: int, foot: _Foot) -> None:
    if foot.signed:
        what = say("the row stands below the signature of row {row}", row=foot.signed)
    else:
        what = say("the row stands below the total of row {row}, without a number", row=foot.total)
    reading.fault_of(number, "name", what, say("move it above, or delete it"))


def _left_out(reading: Reading, parts: Parts, cells: tuple[Cell, ...], foot: _Foot) -> str:
    """Return what kind of row that names nobody this is, or an empty text for a person's."""
    in_foot = bool(foot.total or foot.signed)
    if repeats(reading.heads, cells):
        return say("a row of heads")
    if parts.has_number and (parts.has_name or not in_foot):
        return ""
    if counts_columns(cells):
        return say("a row of column numbers")
    if is_total(cells):
        return say("a total")
    if parts.has_rank and (parts.has_name or not in_foot):
        return ""
    if foot.signed or ((in_foot or signs(cells)) and (parts.name_alone or not parts.has_name)):
        return say("a row of the signature")
    return _without_person(parts, cells)


def _without_person(parts: Parts, cells: tuple[Cell, ...]) -> str:
    if is_heading(cells):
        return say("a heading")
    return say("a row with nothing under the heads") if parts.is_empty else ""


def _fault_hidden_columns(reading: Reading) -> None:
    for part, column in reading.heads.columns.items():
        if part != "order" and reading.marks.hides_column(column + 1):
            reading.fault(reading.heads.row, column, say("the column is hidden"), say("show it, or delete it"))


def _fault_twins(reading: Reading, people: Iterable[Person]) -> None:
    seen: dict[str, Person] = {}
    for person in people:
        key = person.number or f"{person.name.casefold()} {person.post.casefold()}"
        other = seen.setdefault(key, person)
        if other is not person:
            part = "number" if person.number else "name"
            what = say("{name} already stands in row {row}", name=person.number or quoted(person.name), row=other.row)
            reading.fault_of(person.row, part, what, say("delete one of the two rows"))


def _judge_bare(reading: Reading, people: list[Person]) -> None:
    """Say who goes without rank and number; a name alone, where others have a number, is half a person."""
    bare = [person for person in people if not person.rank and not person.number]
    numbered = len(bare) < len(people)
    for person in bare:
        if numbered and not person.post and person.row not in reading.marks.dashed:
            what = say("{name} has neither rank nor NRP", name=quoted(person.name))
            reading.fault_of(person.row, "number", what, say("write them, or a - in both for a civilian"))
    if bare:
        rows = ", ".join(str(person.row) for person in bare[:20]) + (" …" if len(bare) > 20 else "")
        what = say("without rank and NRP, taken as civilians: rows {rows}", rows=rows)
        reading.note(bare[0].row, reading.column("name"), what, severity="warning")
