"""Files of tables: CSV by the sign that parts its heads, workbooks by their sheets, to rows of named cells."""

from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found, Spot
from sopgen.read.old.steps.heads import GridRow, is_head
from sopgen.read.roster.files.csv_file import text_rows
from sopgen.read.roster.files.encoding import decoded
from sopgen.read.roster.files.sheet import SheetMarks, cell_name
from sopgen.read.roster.files.workbook import every_sheet
from sopgen.read.roster.table import Cell, CellKind, Row, refuse_size

SEPARATORS: Final = (";", ",", "\t", "|")
# Lines in which the heads of a table are looked for.
HEAD_WITHIN: Final = 60


@dataclass(frozen=True)
class TableSheet:
    """A sheet, or a CSV file (then without a name): its rows, and what of it is hidden."""

    name: str
    rows: tuple[GridRow, ...]
    hidden: tuple[Found, ...] = ()


def separator_of(text: str) -> str:
    """Return the sign by which a line of a text has the heads of a table of steps; an empty one where none has."""
    for sign in SEPARATORS:
        for line in islice(text.splitlines(), HEAD_WITHIN):
            if line.count(sign) > 1 and is_head(tuple(Found(cell.strip(' "')) for cell in line.split(sign))):
                return sign
    return ""


def csv_sheet(path: Path, content: bytes) -> TableSheet:
    """Return the rows of a CSV file; raise SpecError where its bytes are no text, or its quotes do not close."""
    text, _ = decoded(path, content)
    sign = separator_of(text)
    # A first line that Excel, too, takes for the sign; the rows below it count from 1.
    rows = text_rows(path, f"sep={sign}\n{text}") if sign else text_rows(path, text)
    return TableSheet("", tuple(_found("", number - bool(sign), cells) for number, cells in rows))


def workbook_sheets(path: Path) -> list[TableSheet]:
    """Return the filled sheets of a workbook that are shown. Raises SpecError where it is no plain workbook."""
    refuse_size(path)
    return [_sheet(marks, rows) for marks, rows in every_sheet(path)]


def _sheet(marks: SheetMarks, rows: list[Row]) -> TableSheet:
    shown = [_found(marks.sheet, number, cells) for number, cells in rows if number not in marks.hidden]
    covered = [_found(marks.sheet, number, cells) for number, cells in rows if number in marks.hidden]
    doubt = say("in a hidden row")
    hidden = [Found(one.text, one.spot, doubt) for row in covered for one in row if one.text.strip()]
    return TableSheet(marks.sheet, tuple(shown), tuple(hidden))


def _found(sheet: str, number: int, cells: tuple[Cell, ...]) -> GridRow:
    return tuple(_cell(sheet, number, n, cell) for n, cell in enumerate(cells, 1)) or (Found(""),)


def _cell(sheet: str, row: int, column: int, cell: Cell) -> Found:
    name = cell_name(sheet, row, column).removeprefix("!")
    doubt = say("the cell holds a fault of Excel") if cell.kind is CellKind.ERROR else ""
    return Found(cell.text, Spot(name=name), doubt)
