"""A list of people as a file that was handed in: each of its sheets as text, in the way that a pasted one comes."""

import csv
import io
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say
from sopgen.read.roster.files.encoding import decoded
from sopgen.read.roster.files.workbook import every_sheet
from sopgen.read.roster.table import LARGEST, MOST_CELLS
from sopgen.tools.bounded import Bounded, Overrun

BOOKS: Final = (".xlsx", ".xlsm")
# Their readers bound neither time nor memory: they work in a process that does.
OTHER_BOOKS: Final = (".xls", ".ods")
TEXTS: Final = (".csv", ".tsv", ".txt")
APART: Final = Bounded(10)


@dataclass(frozen=True)
class HandedSheet:
    """A sheet: its name (none of a text file), its cells parted by tabs, and what a reader should know of it."""

    name: str
    text: str
    notes: tuple[str, ...] = ()


def sheets_in(name: str, content: bytes) -> list[HandedSheet]:
    """Return the filled sheets of a file by its bytes; its name tells its kind alone, and is no place to write to.

    Raises SopgenError where it is none that can be read.
    """
    ending = PurePath(name.replace("\\", "/")).suffix.lower()
    if len(content) > LARGEST:
        raise SopgenError(with_fix(say("the file is too large"), say("hand in a smaller one")))
    if ending in TEXTS:
        text, told = decoded(Path("daftar"), content)
        return [HandedSheet("", text, tuple(one.what for one in told))]
    if ending not in (*BOOKS, *OTHER_BOOKS):
        what = say('"{name}" is no list that can be read', name=PurePath(name).name or "-")
        raise SopgenError(with_fix(what, say("hand in an Excel file (.xlsx), .xls, .ods or .csv")))
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        path = Path(folder, f"daftar{ending}")
        path.write_bytes(content)
        found = list(_of_book(path)) if ending in BOOKS else _of_other(path)
    if not found:
        raise SopgenError(with_fix(say("the workbook is empty"), say("write the names in its first sheet")))
    return found


def _of_book(path: Path) -> Iterator[HandedSheet]:
    for marks, rows in every_sheet(path):
        hidden = [
            say("row {row} is hidden in the file: look whether it is meant", row=row) for row in sorted(marks.hidden)
        ]
        cells = {number: [cell.text for cell in row] for number, row in rows}
        last = max(cells, default=0)
        yield HandedSheet(marks.sheet, _text([cells.get(n, []) for n in range(1, last + 1)]), tuple(hidden))


def _of_other(path: Path) -> list[HandedSheet]:
    try:
        return [HandedSheet(name, _text(rows)) for name, rows in APART.call(rows_in, path)]
    except Overrun as error:
        what = say("the workbook unpacks to far more than its size")
        raise SopgenError(with_fix(what, _again())) from error
    except CalamineError as error:
        raise SopgenError(with_fix(say("the workbook is damaged inside and can not be read"), _again())) from error


def rows_in(path: Path) -> list[tuple[str, list[list[str]]]]:
    """Return the texts of each filled sheet of an old workbook; in a process of its own."""
    book, found, left = CalamineWorkbook.from_path(path), [], MOST_CELLS
    for name in book.sheet_names:
        rows = [[_shown(value) for value in row] for row in book.get_sheet_by_name(name).to_python(nrows=left)]
        left -= sum(map(len, rows))
        if any(any(row) for row in rows) and left >= 0:
            found.append((name, rows))
    return found


def _shown(value: object) -> str:
    return f"{value:.15g}" if isinstance(value, float) else str(value).strip()


def _text(rows: Sequence[Sequence[str]]) -> str:
    text = io.StringIO()
    lines = csv.writer(text, delimiter="\t", lineterminator="\n")
    lines.writerows([" ".join(cell.split()) for cell in row] for row in rows)
    return text.getvalue()


def _again() -> str:
    return say("open it in Excel and save it again as .xlsx without a password")
