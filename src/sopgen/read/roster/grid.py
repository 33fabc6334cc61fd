"""A roster as a table to look at and to correct: the cells of those who are named, whatever is wrong with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sopgen.errors import Problem
from sopgen.read.roster.files.csv_file import text_rows
from sopgen.read.roster.files.sheet import SheetMarks
from sopgen.read.roster.heads import Heads
from sopgen.read.roster.left_out import NONE
from sopgen.read.roster.parts import Parts, fault_surplus
from sopgen.read.roster.people import person_rows, typed_heads
from sopgen.read.roster.reading import Reading
from sopgen.read.roster.table import EMPTY, Row, TypedTable

# Rows that are shown to choose the columns by.
SHOWN: Final = 12


@dataclass(frozen=True)
class Grid:
    """Rows of a person each, by the parts that were asked for; and what was left out, or lies where nobody should."""

    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Problem, ...]


def read_grid(
    typed: TypedTable, parts: Sequence[str], columns: Mapping[str, int] | None = None, first: int = 1
) -> Grid:
    """Return the table of a typed roster; `columns` (from 0) and the `first` row tell where its heads do not.

    Raises SpecError where neither heads nor columns tell what is what.
    """
    heads, rows, told = _chosen(typed, columns, first) if columns else typed_heads(typed)
    reading = Reading(typed.path, heads, SheetMarks(), notes=list(told))
    found = []
    for row, raw in person_rows(reading, rows):
        fault_surplus(reading, row.row, raw)
        found.append(tuple(_text(row, part) for part in parts))
    return Grid(tuple(found), tuple(sorted([*reading.problems, *reading.notes])))


def first_rows(typed: TypedTable) -> list[tuple[str, ...]]:
    """Return the first rows of a table as they are, to choose the columns by."""
    rows = text_rows(typed.path, typed.text)
    return [tuple(cell.text for cell in cells) for (_, cells), _ in zip(rows, range(SHOWN), strict=False)]


def _chosen(typed: TypedTable, columns: Mapping[str, int], first: int) -> tuple[Heads, Iterator[Row], list[Problem]]:
    rows = ((number, cells) for number, cells in text_rows(typed.path, typed.text) if number >= first)
    width = 1 + max(columns.values())
    return Heads(first - 1, dict(columns), {}, width), rows, []


def _text(row: Parts, part: str) -> str:
    """Return the text of a cell; a number may stand in the column of NRP or of NIP."""
    cell = row.cells.get(part, EMPTY)
    if part == "number" and cell.text in NONE:
        cell = row.cells.get("nip", cell)
    return cell.text
