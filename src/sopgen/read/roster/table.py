"""A roster's rows and cells, whatever file they stand in; the bounds of a table, and how its faults are told."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, Severity, SpecError
from sopgen.messages import say

# Bytes of a file; rows, columns and cells (rows by columns) of a table; letters of a cell.
LARGEST: Final = 20 * 1024 * 1024
MOST_ROWS: Final = 60_000
MOST_COLUMNS: Final = 200
MOST_CELLS: Final = 400_000
LONGEST_CELL: Final = 200
# Letters of a word that a column of the letter holds on one line.
LONGEST_WORD: Final = 24
# Letters of a text that a message quotes.
QUOTED: Final = 40


class CellKind(Enum):
    """What a cell holds."""

    TEXT = auto()
    NUMBER = auto()
    DATE = auto()
    ERROR = auto()
    FORMULA = auto()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text as it may be printed, and its kind."""

    text: str
    kind: CellKind = CellKind.TEXT


EMPTY: Final = Cell("")
Row = tuple[int, tuple[Cell, ...]]


@dataclass(frozen=True)
class TypedTable:
    """A table that was typed or pasted, not a file: rows by lines, cells by tabs; its faults name `path`.

    `parts` says what its columns are where it has no heads.
    """

    text: str
    path: Path = Path("-")
    parts: tuple[str, ...] = ()


def fault(path: Path, place: tuple[int, int], what: str, fix: str, *, where: str = "") -> Problem:
    """Return the problem of a table's cell; `place` is its row and column from 1, `where` the sheet and cell."""
    return Problem(path.as_posix(), place[0], place[1], "RO01", what, fix, where)


def note(path: Path, place: tuple[int, int], what: str, fix: str, *, severity: Severity = "info") -> Problem:
    """Return what a reader of the roster should know: what was left out, or taken in a way that may not be meant."""
    return Problem(path.as_posix(), place[0], place[1], "RO02", what, fix, severity=severity)


def refuse(path: Path, what: str, fix: str, *, place: tuple[int, int] = (1, 1)) -> SpecError:
    """Return the error of a file that can not be read as a table."""
    return SpecError([fault(path, place, what, fix)])


def refuse_size(path: Path) -> None:
    """Raise SpecError where a file is larger than any roster."""
    if path.stat().st_size > LARGEST:
        raise refuse(
            path,
            say("the file is larger than {size} MB", size=LARGEST // 1024 // 1024),
            say("split the roster into several files, without pictures"),
        )


def quoted(text: str) -> str:
    """Return a text as a message quotes it: short, and without signs that can not be seen."""
    shown = "".join(char if char.isprintable() else f"\\u{ord(char):04X}" for char in text)
    return shown if len(shown) <= QUOTED else f"{shown[:QUOTED]}…"
