"""A workbook that came from outside: each sheet that is shown, as a table with what is drawn on it."""

import posixpath
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from sopgen.messages import say
from sopgen.read.old.cells.anchors import drawn_on
from sopgen.read.old.cells.sizes import Sizes, sizes_of
from sopgen.read.old.found import Found, Spot
from sopgen.read.old.shapes.figures import Sketch
from sopgen.read.old.tables.grid import CellText, OldCell, OldTable
from sopgen.read.packed.guard import DAMAGED, plain_parser
from sopgen.read.roster.files.package import Package, broken
from sopgen.read.roster.files.sheet import SheetMarks, cell_name
from sopgen.read.roster.files.workbook import every_sheet
from sopgen.read.roster.table import Cell, CellKind, Row, refuse

LARGEST: Final = 50 * 1024 * 1024
# More is no SOP.
MOST_ROWS, MOST_COLUMNS = 2_000, 120
_DAY: Final = " 00:00:00"


def tables_of(path: Path) -> tuple[list[OldTable], list[Found]]:
    """Return the sheets of a workbook, in their order, and what was not read.

    Raises SpecError where the file is no plain workbook, is locked, or unpacks to far more than its size.
    """
    if path.stat().st_size > LARGEST:
        what = say("the file is larger than {size} MB", size=LARGEST // 1024 // 1024)
        raise refuse(path, what, say("copy the list alone into a new workbook"))
    sheets = every_sheet(path)
    try:
        with zipfile.ZipFile(path) as archive:
            package = Package(path, archive)
            parts = package.sheets()
            return _tables(package, parts, sheets)
    except DAMAGED as error:
        raise broken(path) from error


def _tables(
    package: Package, parts: dict[str, str], sheets: Sequence[tuple[SheetMarks, list[Row]]]
) -> tuple[list[OldTable], list[Found]]:
    found, left = [], []
    for marks, rows in sheets:
        part = parts[marks.sheet]
        if marks.last[0] > MOST_ROWS or marks.last[1] > MOST_COLUMNS:
            left.append(Found("", Spot(name=marks.sheet), say("the sheet is too large for an SOP and was not read")))
            continue
        sizes = sizes_of(_root(package, part), MOST_COLUMNS)
        drawn = Sketch()
        for kind, target in _links(package, part):
            if kind == "drawing" and target in package.names:
                drawn.take(drawn_on(_root(package, target), sizes))
            elif kind == "vmlDrawing" and _has_shapes(package, target):
                left.append(Found("", Spot(name=marks.sheet), say("shapes of an old program were not read")))
        found.append(_table(marks, rows, sizes, drawn))
    return found, left


def _root(package: Package, name: str) -> etree._Element:
    return etree.fromstring(package.part(name), plain_parser())


def _links(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and the part of what a sheet refers to."""
    folder, name = posixpath.split(part)
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    for link in _root(package, links) if links in package.names else ():
        target = link.get("Target", "")
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield link.get("Type", "").rpartition("/")[2], whole


def _has_shapes(package: Package, name: str) -> bool:
    """Tell whether an old drawing holds more than the boxes of comments."""
    if name not in package.names:
        return False
    kinds = (data.get("ObjectType") for data in _root(package, name).iter("{*}ClientData"))
    return any(kind != "Note" for kind in kinds)


def _table(marks: SheetMarks, rows: Sequence[Row], sizes: Sizes, drawn: Sketch) -> OldTable:
    merged = {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in marks.merged}
    cells = tuple(_cells(marks.sheet, rows, merged))
    down = max((one.row + one.down for one in cells), default=0)
    across = max((one.column + one.across for one in cells), default=0)
    down, across = min(down + 1, MOST_ROWS + 1), min(across + 1, MOST_COLUMNS + 1)
    return OldTable(marks.sheet, sizes.column_edges(across), sizes.row_edges(down), cells, drawn)


def _cells(sheet: str, rows: Sequence[Row], merged: dict[tuple[int, int], tuple[int, int]]) -> Iterator[OldCell]:
    shown = {(number, n): cell for number, cells in rows for n, cell in enumerate(cells, 1) if cell.text.strip()}
    for row, column in sorted({*shown, *merged}):
        if row > MOST_ROWS or column > MOST_COLUMNS:
            continue
        down, across = merged.get((row, column), (1, 1))
        lines = tuple(CellText(line.strip()) for line in _text(shown.get((row, column))).split("\n"))
        yield OldCell(
            row - 1, column - 1, lines, cell_name(sheet, row, column), min(down, MOST_ROWS), min(across, MOST_COLUMNS)
        )


def _text(cell: Cell | None) -> str:
    if cell is None:
        return ""
    text = cell.text.replace("\r\n", "\n").replace("\r", "\n")
    return text.removesuffix(_DAY) if cell.kind is CellKind.DATE else text
