"""From an XLSX workbook to rows of cells: the package checked, the sheet chosen or asked for, values by calamine."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from sopgen.errors import Problem, SpecError
from sopgen.messages import say
from sopgen.read.packed.guard import DAMAGED, OLD_OFFICE
from sopgen.read.roster.characters import unescaped
from sopgen.read.roster.files.package import Package, again, broken
from sopgen.read.roster.files.sheet import SheetMarks, read_marks
from sopgen.read.roster.heads import HEAD_WITHIN, part_of
from sopgen.read.roster.table import EMPTY, Cell, CellKind, Row, note, refuse

Marks = dict[str, SheetMarks]


def xlsx_rows(path: Path, sheet: str = "") -> tuple[Iterator[Row], SheetMarks, list[Problem]]:
    """Return the rows of a workbook's sheet, its marks, and notes on how it was chosen.

    Raises SpecError where the file is no plain workbook, or has several sheets with heads and none is named.
    """
    marks, book = _opened(path, sheet)
    try:
        name, told = _chosen(path, book, marks, sheet)
        return _rows(book.get_sheet_by_name(name)), marks[name], told
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged(path) from error


def _opened(path: Path, sheet: str) -> tuple[Marks, CalamineWorkbook]:
    """Return the marks of each sheet that may be read, and the workbook of these, looked into before it is opened."""
    with path.open("rb") as file:
        if file.read(4) == OLD_OFFICE:
            raise refuse(path, say("the workbook is encrypted or of an old kind (.xls)"), again())
    try:
        with zipfile.ZipFile(path) as archive:
            marks, reduced = _looked_into(path, Package(path, archive), sheet)
    except DAMAGED as error:
        raise broken(path) from error
    try:
        return marks, CalamineWorkbook.from_filelike(reduced)
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> SpecError:
    return refuse(path, say("the workbook is damaged inside and can not be read"), again())


def _looked_into(path: Path, package: Package, sheet: str) -> tuple[Marks, io.BytesIO]:
    """Return the marks of each sheet that may be read, and the workbook of these alone."""
    sheets = package.sheets()
    if sheet:
        if sheet not in sheets:
            what = say('there is no sheet "{name}"', name=sheet)
            raise refuse(path, what, say("known here: {names}", names=", ".join(sheets)))
        sheets = {sheet: sheets[sheet]}
    marks = {}
    for name, part in sheets.items():
        if part not in package.names:
            raise refuse(path, say('sheet "{name}" is missing in the file', name=name), again())
        marks[name] = read_marks(path, io.BytesIO(package.part(part)), name)
    return marks, package.reduced(sheets.values())


def _chosen(path: Path, book: CalamineWorkbook, marks: Marks, sheet: str) -> tuple[str, list[Problem]]:
    """Return the sheet to read: the named one, the only filled one, or the only one with the heads of a roster."""
    if sheet:
        return sheet, []
    seen = {meta.name for meta in book.sheets_metadata if meta.visible == SheetVisibleEnum.Visible}
    filled = [name for name in marks if marks[name].filled]
    shown = [name for name in filled if name in seen]
    if not filled:
        raise refuse(path, say("the workbook is empty"), say("write the names in its first sheet"))
    if not shown:
        raise refuse(path, say('the sheet "{name}" is hidden', name=filled[0]), say("show it, or delete it"))
    listed = [name for name in shown if len(shown) == 1 or _has_heads(book.get_sheet_by_name(name))]
    if len(listed) != 1:
        names = ", ".join(listed or shown)
        fix = say('name one: --sheet "{name}"', name=(listed or shown)[0])
        raise refuse(path, say("several sheets hold data: {names}", names=names), fix)
    others = [name for name in filled if name != listed[0]]
    if not others:
        return listed[0], []
    what = say(
        'sheet "{name}" is read; without the heads of a roster: {others}', name=listed[0], others=", ".join(others)
    )
    return listed[0], [note(path, (1, 1), what, "")]


def every_sheet(path: Path) -> list[tuple[SheetMarks, list[Row]]]:
    """Return the rows of each filled sheet that is shown, with its marks. Raises SpecError as `xlsx_rows`."""
    marks, book = _opened(path, "")
    try:
        seen = [meta.name for meta in book.sheets_metadata if meta.visible == SheetVisibleEnum.Visible]
        return [(marks[name], list(_rows(book.get_sheet_by_name(name)))) for name in seen if marks[name].filled]
    except (CalamineError, OSError, ValueError) as error:
        raise _damaged(path) from error


def _has_heads(sheet: CalamineSheet) -> bool:
    rows = (row for _, row in zip(range(HEAD_WITHIN), _rows(sheet), strict=False))
    return any({"name"} < {part_of(cell.text) for cell in cells} - {None} for _, cells in rows)


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    # Calamine gives the empty rows above the first cell, but not the empty columns left of it.
    _, left = sheet.start or (0, 0)
    for number, values in enumerate(sheet.iter_rows(), 1):
        yield number, (EMPTY,) * left + tuple(_cell(value) for value in values)


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return Cell(unescaped(value.strip()))
    if isinstance(value, bool):
        return Cell(str(value).upper(), CellKind.ERROR)
    if isinstance(value, int | float):
        return Cell(f"{value:.15g}", CellKind.NUMBER)
    if isinstance(value, date | datetime | time | timedelta):
        return Cell(str(value), CellKind.DATE)
    return EMPTY
