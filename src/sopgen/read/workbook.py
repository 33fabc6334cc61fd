"""From an XLSX workbook to rows of cells: values by calamine, hidden rows and formulas from the sheet itself."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path, PurePosixPath
from typing import IO, Final

from lxml import etree
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from sopgen.errors import Problem
from sopgen.messages import say
from sopgen.read.table import EMPTY, LARGEST, Cell, CellKind, Row, fault, refuse

OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
BOMB_RATIO: Final = 200
BOMB_SIZE: Final = 400 * 1024 * 1024
MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass
class SheetNotes:
    """What the sheet's own XML tells and its values do not: hidden rows, error cells, formulas without a value."""

    hidden: list[int] = field(default_factory=list)
    cells: dict[tuple[int, int], CellKind] = field(default_factory=dict)


def xlsx_rows(path: Path) -> tuple[str, Iterator[Row], SheetNotes]:
    """Return the name of the only sheet, its rows, and notes on them.

    Raises SpecError where the file is no plain workbook: encrypted, with macros, a bomb, with several sheets.
    """
    part = _checked(path)
    try:
        book = CalamineWorkbook.from_path(str(path))
    except (CalamineError, OSError) as error:
        raise refuse(path, say("the workbook can not be read ({reason})", reason=error), _again()) from error
    name = _only_sheet(path, book)
    with zipfile.ZipFile(path) as package:
        names = set(package.namelist())
        where = part.get(name, "")
        if where not in names:
            raise refuse(path, say('sheet "{name}" is missing in the file', name=name), _again())
        with package.open(where) as sheet:
            notes = _notes(path, sheet)
    sheet_rows = book.get_sheet_by_name(name)
    first = sheet_rows.start[0] if sheet_rows.start else 0
    left = sheet_rows.start[1] if sheet_rows.start else 0
    rows = (
        (number, (EMPTY,) * left + tuple(_cell(value) for value in values))
        for number, values in enumerate(sheet_rows.iter_rows(), first + 1)
    )
    return name, rows, notes


def _again() -> str:
    return say("open it in Excel and save it again as .xlsx without a password")


def _checked(path: Path) -> dict[str, str]:
    """Look into the package before anything unpacks it; return the part of each sheet by its name."""
    if path.stat().st_size > LARGEST:
        raise refuse(path, say("the file is larger than 64 MB"), say("split the roster into several files"))
    with path.open("rb") as file:
        if file.read(4) == OLD_OFFICE:
            raise refuse(path, say("the workbook is encrypted or of an old kind (.xls)"), _again())
    try:
        with zipfile.ZipFile(path) as package:
            _refuse_bombs(path, package)
            return _sheet_parts(package)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise refuse(path, say("this is no .xlsx workbook"), _again()) from error


def _refuse_bombs(path: Path, package: zipfile.ZipFile) -> None:
    entries = package.infolist()
    whole = sum(entry.file_size for entry in entries)
    if whole > BOMB_SIZE or any(
        e.file_size > 1_000_000 and e.file_size > BOMB_RATIO * e.compress_size for e in entries
    ):
        raise refuse(path, say("the workbook unpacks to far more than its size"), _again())
    if any(entry.filename.lower().endswith("vbaproject.bin") for entry in entries):
        raise refuse(path, say("the workbook holds macros"), _again())
    if len({entry.filename for entry in entries}) != len(entries):
        raise refuse(path, say("the workbook holds a part twice"), _again())
    for entry in entries:
        if entry.filename.endswith((".xml", ".rels")):
            with package.open(entry) as part:
                if re.search(rb"<!DOCTYPE|<!ENTITY", part.read(4096), re.IGNORECASE):
                    raise refuse(path, say("the workbook declares entities"), _again())


def _sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    book = etree.fromstring(package.read("xl/workbook.xml"), _parser())
    links = etree.fromstring(package.read("xl/_rels/workbook.xml.rels"), _parser())
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    found = {}
    for sheet in book.iter(f"{MAIN}sheet"):
        target = targets.get(sheet.get(LINK), "")
        full = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        found[sheet.get("name", "")] = full
    return found


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


def _only_sheet(path: Path, book: CalamineWorkbook) -> str:
    """Return the only sheet that holds anything; several, or a hidden one, are a choice that is not ours."""
    filled = [
        meta
        for meta in book.sheets_metadata
        if meta.typ == SheetTypeEnum.WorkSheet and book.get_sheet_by_name(meta.name).start is not None
    ]
    if not filled:
        raise refuse(path, say("the workbook is empty"), say("write the names in its first sheet"))
    if len(filled) > 1:
        names = ", ".join(meta.name for meta in filled)
        raise refuse(path, say("several sheets hold data: {names}", names=names), say("keep one sheet in the file"))
    if filled[0].visible != SheetVisibleEnum.Visible:
        raise refuse(path, say('the sheet "{name}" is hidden', name=filled[0].name), say("show it, or delete it"))
    return filled[0].name


def _notes(path: Path, sheet: IO[bytes]) -> SheetNotes:
    """Read the sheet's XML row by row; memory stays flat."""
    notes = SheetNotes()
    try:
        for _, row in etree.iterparse(sheet, tag=f"{MAIN}row", resolve_entities=False, no_network=True):
            number = int(row.get("r", "0"))
            if row.get("hidden") in {"1", "true"}:
                notes.hidden.append(number)
            for cell in row.iterfind(f"{MAIN}c"):
                kind = _odd(cell)
                if kind:
                    notes.cells[number, _column(cell.get("r", "A1"))] = kind
            row.clear()
            while row.getprevious() is not None:
                del row.getparent()[0]
    except (etree.XMLSyntaxError, ValueError, zipfile.BadZipFile) as error:
        raise refuse(path, say("this is no .xlsx workbook"), _again()) from error
    return notes


def _odd(cell: etree._Element) -> CellKind | None:
    if cell.get("t") == "e":
        return CellKind.ERROR
    value = cell.find(f"{MAIN}v")
    if cell.find(f"{MAIN}f") is not None and (value is None or not value.text):
        return CellKind.FORMULA
    return None


def _column(reference: str) -> int:
    number = 0
    for char in re.sub(r"[^A-Z]", "", reference.upper()):
        number = number * 26 + ord(char) - ord("A") + 1
    return number


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return Cell(value.strip())
    if isinstance(value, bool):
        return Cell(str(value).upper(), CellKind.ERROR)
    if isinstance(value, int | float):
        return Cell(f"{value:.15g}", CellKind.NUMBER)
    if isinstance(value, date | datetime | time | timedelta):
        return Cell(str(value), CellKind.DATE)
    return EMPTY


def hidden_rows(path: Path, notes: SheetNotes, sheet: str) -> list[Problem]:
    """Return a problem for each hidden row: nobody sees who is ordered there."""
    return [
        fault(path, (row, 1), say("the row is hidden"), say("show it, or delete it"), where=sheet)
        for row in notes.hidden
    ]
