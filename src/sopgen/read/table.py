"""From a CSV or XLSX file to rows of cells, as Excel in Indonesia writes them; every cell knows what it was."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SpecError
from sopgen.messages import say

LARGEST: Final = 64 * 1024 * 1024
SEPARATORS: Final = (";", ",", "\t")
MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


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


def fault(path: Path, place: tuple[int, int], what: str, fix: str, *, where: str = "") -> Problem:
    """Return the problem of a table's cell; `place` is its row and column from 1."""
    return Problem(path.as_posix(), place[0], place[1], "RO01", what, fix, where)


def refuse(path: Path, what: str, fix: str, *, place: tuple[int, int] = (1, 1)) -> SpecError:
    """Return the error of a file that can not be read as a table."""
    return SpecError([fault(path, place, what, fix)])


def csv_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a CSV file: UTF-8, UTF-16 or Windows-1252; comma, semicolon or tab; with or without `sep=`.

    Raises SpecError where it is too large, holds control characters or an open quote.
    """
    text = _decoded(path)
    first, _, rest = text.partition("\n")
    named = first.strip().strip('"').lower()
    before = 0
    if named.startswith("sep=") and len(named) == 5:
        separator, text, before = named[4], rest, 1
    else:
        separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            yield reader.line_num + before, tuple(Cell(_unwrapped(cell)) for cell in cells)
    except csv.Error as error:
        place = (reader.line_num + before, 1)
        raise refuse(
            path,
            say("the quotes of this row do not close ({reason})", reason=error),
            say("save it again from Excel"),
            place=place,
        ) from error


def _decoded(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        raise refuse(path, say("the file is larger than 64 MB"), say("split the roster into several files"))
    content = path.read_bytes()
    text = _text(content)
    for number, line in enumerate(text.split("\n"), 1):
        if any(char < " " and char not in "\t\r" for char in line):
            what = say("the row holds a control character")
            raise refuse(path, what, say("save the file again as CSV UTF-8"), place=(number, 1))
    return text


def _text(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content[:200]:
        return content.decode("utf-16-le" if content[1:2] == b"\0" else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _separator(text: str) -> str:
    """Return the separator that the first lines use most evenly."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    counts = {mark: [line.count(mark) for line in lines] for mark in SEPARATORS}
    return max(SEPARATORS, key=lambda mark: (min(counts[mark], default=0), sum(counts[mark])))


def _unwrapped(cell: str) -> str:
    """Return a cell's text; Excel keeps leading zeros of a text in CSV as ="0012"."""
    text = cell.strip().removesuffix("\r")
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1]
    return text
