"""What a sheet's own XML tells and its values do not: hidden rows, formulas, merged cells, cells far off.

It is read piece by piece, and its bounds are held before anything else unpacks it: memory stays flat.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final, cast

from lxml import etree

from sopgen.messages import say
from sopgen.read.roster.table import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, CellKind, refuse

CHUNK: Final = 64 * 1024
MOST_MERGED: Final = 10_000


@dataclass
class SheetMarks:
    """Marks of a sheet, rows and columns from 1; of a CSV file there are none. `last` is the last filled cell."""

    sheet: str = ""
    hidden: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    cells: dict[tuple[int, int], CellKind] = field(default_factory=dict)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)
    filled: int = 0
    last: tuple[int, int] = (0, 0)
    dashed: set[int] = field(default_factory=set)

    def hides_column(self, column: int) -> bool:
        """Tell whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)

    def merged_at(self, row: int, column: int) -> int:
        """Return the first row of the merged cells in which a cell lies, or 0."""
        for (top, left), (bottom, right) in self.merged:
            if top < row <= bottom and left <= column <= right:
                return top
        return 0


def cell_name(sheet: str, row: int, column: int) -> str:
    """Return a cell as Excel names it: `Daftar!D7`."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{sheet}!{letters}{row}"


def read_marks(path: Path, sheet: IO[bytes], name: str) -> SheetMarks:
    """Return the marks of a sheet. Raises SpecError where it is past the bounds, or no sheet."""
    target = _Target(path, SheetMarks(name))
    parser = etree.XMLParser(target=cast(Any, target), resolve_entities=False, no_network=True)
    try:
        while piece := sheet.read(CHUNK):
            parser.feed(piece)
        parser.close()
    except (etree.XMLSyntaxError, ValueError) as error:
        what = say('the sheet "{name}" is damaged', name=name)
        raise refuse(path, what, say("open it in Excel and save it again as .xlsx without a password")) from error
    return target.marks


class _Target:
    """Takes the sheet's elements as they come."""

    def __init__(self, path: Path, marks: SheetMarks) -> None:
        self.path, self.marks = path, marks
        self._row, self._column = 0, 0
        self._row_hidden = self._formula = self._value = self._error = False
        self._handlers = {"row": self._start_row, "c": self._start_cell, "col": self._start_column}
        self._handlers["mergeCell"] = self._merge

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition("}")[2]
        if name in self._handlers:
            self._handlers[name](attributes)
        self._formula = self._formula or name == "f"
        self._value = self._value or name in {"v", "is"}

    def end(self, tag: str) -> None:
        if tag.endswith("}c") and (self._formula or self._value):
            self._end_cell()

    def close(self) -> None:
        """Nothing is built."""

    def _start_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        self._row_hidden = attributes.get("hidden") in {"1", "true"}

    def _start_column(self, attributes: dict[str, str]) -> None:
        if attributes.get("hidden") in {"1", "true"} and len(self.marks.hidden_columns) < MOST_COLUMNS:
            self.marks.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))

    def _start_cell(self, attributes: dict[str, str]) -> None:
        self._column += 1
        if reference := attributes.get("r"):
            self._row, self._column = place_of(reference)
        self._formula = self._value = False
        self._error = attributes.get("t") == "e"

    def _merge(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes.get("ref", "").partition(":")
        if last and len(self.marks.merged) < MOST_MERGED:
            self.marks.merged.append((place_of(first), place_of(last)))

    def _end_cell(self) -> None:
        marks, place = self.marks, (self._row, self._column)
        marks.filled += 1
        marks.last = (max(marks.last[0], self._row), max(marks.last[1], self._column))
        self._refuse_far(place)
        if self._row_hidden:
            marks.hidden.add(self._row)
        if self._error or self._formula:
            marks.cells[place] = CellKind.ERROR if self._error else CellKind.FORMULA
        self._formula = self._value = False

    def _refuse_far(self, place: tuple[int, int]) -> None:
        rows, columns = self.marks.last
        far = place[0] > MOST_ROWS or place[1] > MOST_COLUMNS
        if far or rows * columns > MOST_CELLS or self.marks.filled > MOST_CELLS:
            what = say("cell {cell} lies far off the list", cell=cell_name(self.marks.sheet, *place))
            fix = say("delete it with its row or column; at most {cells} cells are read", cells=MOST_CELLS)
            raise refuse(self.path, what, fix, place=place)


def place_of(reference: str) -> tuple[int, int]:
    """Return the row and column of `D7`, from 1. Raises ValueError where it is no such name."""
    found = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})", reference)
    if not found or int(found[2]) < 1:
        raise ValueError(reference)
    column = 0
    for char in found[1].upper():
        column = column * 26 + ord(char) - ord("A") + 1
    return int(found[2]), column
