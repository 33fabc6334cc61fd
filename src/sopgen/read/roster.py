"""From a roster (CSV or XLSX) to persons: every fault at once, with its row and column; numbers stay text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SpecError
from sopgen.messages import nearest, say
from sopgen.model.person import POLICE, Person, rank
from sopgen.model.printed import printed
from sopgen.read.table import EMPTY, Cell, CellKind, Row, csv_rows, fault, refuse
from sopgen.read.workbook import SheetNotes, hidden_rows, xlsx_rows
from sopgen.typeface import unshown

HEADS: Final = {
    "name": ("nama", "nama lengkap", "nama personel", "nama anggota", "nama petugas"),
    "rank": ("pangkat", "pangkat gol", "pangkat golongan", "pkt"),
    "number": ("nrp", "nip", "nrp nip", "nip nrp", "no nrp", "nomor nrp"),
    "both": ("pangkat nrp", "pangkat nrp nip", "pangkat dan nrp"),
    "post": ("jabatan", "jabatan struktur", "jabatan struktural"),
    "remark": ("ket", "keterangan"),
}
HEAD_WITHIN: Final = 15
NONE: Final = frozenset({"", "-", "--"})


@dataclass
class _Reading:
    """A roster while it is read: its file, sheet, columns, and what is wrong so far."""

    path: Path
    sheet: str
    columns: dict[str, int]
    notes: SheetNotes
    problems: list[Problem] = field(default_factory=list)

    def say(self, row: int, part: str, what: str, fix: str) -> None:
        column = self.columns.get(part, self.columns.get("both", 0)) + 1
        self.problems.append(fault(self.path, (row, column), what, fix, where=self.sheet))


def load_roster(path: Path) -> tuple[Person, ...]:
    """Return the persons of a roster in its order. Raises SpecError with all its faults."""
    if not path.is_file():
        raise refuse(path, say("there is no such file"), say("look at its name and folder"))
    book = path.suffix.lower() in {".xlsx", ".xlsm", ".xls"}
    sheet, rows, notes = xlsx_rows(path) if book else ("", csv_rows(path), SheetNotes())
    columns = _columns(path, rows)
    reading = _Reading(path, sheet, columns, notes)
    reading.problems += hidden_rows(path, notes, sheet)
    people = [person for row in rows if (person := _person(reading, row))]
    _refuse_twins(reading, people)
    if not people and not reading.problems:
        raise refuse(path, say("the roster names nobody"), say("write a person a row under the heads"))
    if reading.problems:
        raise SpecError(sorted(reading.problems))
    return tuple(people)


def _columns(path: Path, rows: Iterator[Row]) -> dict[str, int]:
    """Return the column of each part by the heads, which may stand under a title."""
    for row, cells in rows:
        found: dict[str, int] = {}
        for column, cell in enumerate(cells):
            part = _part(cell.text)
            if part:
                found.setdefault(part, column)
        if "name" in found:
            missing = [] if "both" in found else [name for name in ("rank", "number") if name not in found]
            if missing:
                words = ", ".join({"rank": "Pangkat", "number": "NRP"}[name] for name in missing)
                what = say("the heads lack {names}", names=words)
                raise refuse(path, what, say("name the columns Nama, Pangkat, NRP, Jabatan, Ket"), place=(row, 1))
            return found
        if row >= HEAD_WITHIN:
            break
    raise refuse(path, say("no row has the head Nama"), say("name the columns Nama, Pangkat, NRP, Jabatan, Ket"))


def _part(head: str) -> str | None:
    key = re.sub(r"[^a-z]+", " ", head.lower()).strip()
    return next((part for part, names in HEADS.items() if key in names), None)


def _person(reading: _Reading, row: Row) -> Person | None:
    number, cells = row
    parts = {part: cells[column] if column < len(cells) else EMPTY for part, column in reading.columns.items()}
    odd = {
        part: kind
        for part, column in reading.columns.items()
        if (kind := reading.notes.cells.get((number, column + 1)))
    }
    if not any(cell.text for cell in parts.values()) and not odd:
        return None
    before = len(reading.problems)
    for part, cell in parts.items():
        _refuse_kind(reading, (number, part), odd.get(part, cell.kind), cell)
    if "both" in parts:
        parts |= _apart(parts["both"])
    if parts["name"].text in NONE and "name" not in odd:
        reading.say(number, "name", say("the row has no name"), say("write the name, or delete the row"))
    full = _rank(reading, number, parts["rank"])
    digits = _number(reading, number, parts["number"]) if parts["number"].kind is CellKind.TEXT else ""
    rest = {part: parts.get(part, EMPTY).text for part in ("name", "post", "remark")}
    person = Person(rest["name"], full, digits, rest["post"], rest["remark"], number)
    for one in printed(person):
        for what, fix in unshown(one.text):
            reading.say(number, str(one.loc[0]), what, fix)
    return person if len(reading.problems) == before else None


def _apart(both: Cell) -> dict[str, Cell]:
    """Part `BRIPKA / 80010001` into rank and number."""
    found = re.match(r"^(.*?)[\s/,]*(?:NRP|NIP)?[\s.:/]*(\d[\d\s]*)?$", both.text, re.IGNORECASE)
    return {"rank": Cell(found[1] if found else both.text), "number": Cell((found and found[2]) or "")}


def _refuse_kind(reading: _Reading, place: tuple[int, str], kind: CellKind, cell: Cell) -> None:
    row, part = place
    words = {
        CellKind.NUMBER: (
            say("the cell holds the number {text}, which may have lost a zero", text=cell.text),
            say("format the column as Text and type it again"),
        ),
        CellKind.DATE: (
            say("the cell holds the date {text}", text=cell.text),
            say("format the column as Text and type it again"),
        ),
        CellKind.ERROR: (say("the cell holds an error"), say("type the value itself")),
        CellKind.FORMULA: (
            say("the cell holds a formula without a value"),
            say("open it in Excel and save it, or type the value"),
        ),
    }
    if kind in words:
        reading.say(row, part, *words[kind])


def _rank(reading: _Reading, row: int, cell: Cell) -> str:
    """Return the rank's short form; a civilian has none."""
    if cell.text in NONE or cell.kind is not CellKind.TEXT:
        return ""
    found = rank(cell.text)
    if found is None:
        fix = nearest(cell.text, [short for short, _ in POLICE])
        reading.say(row, "rank", say('rank "{text}" is not known', text=cell.text), fix)
        return ""
    return found.short


def _number(reading: _Reading, row: int, cell: Cell) -> str:
    text = re.sub(r"[\s.]", "", cell.text) if re.fullmatch(r"[\d\s.]+", cell.text) else cell.text
    if text in NONE:
        return ""
    if re.fullmatch(r"\d{8}|\d{18}", text):
        return text
    if re.fullmatch(r"\d+[.,]?\d*E\+?\d+", text, re.IGNORECASE):
        what = say('"{text}" is a number that Excel shortened', text=text)
        reading.say(row, "number", what, say("format the column as Text and type it again"))
    elif re.fullmatch(r"\d{7}", text):
        what = say('NRP "{text}" has 7 digits, a zero may be lost', text=text)
        reading.say(row, "number", what, say("write all 8 digits as text, for example 00000001"))
    else:
        what = say('"{text}" is no NRP (8 digits) and no NIP (18 digits)', text=text)
        reading.say(row, "number", what, say("write the digits as text; leave it empty for a civilian"))
    return ""


def _refuse_twins(reading: _Reading, people: Iterable[Person]) -> None:
    seen: dict[str, Person] = {}
    for person in people:
        key = person.number or f"{person.name.casefold()} {person.post.casefold()}"
        other = seen.setdefault(key, person)
        if other is not person:
            part = "number" if person.number else "name"
            what = say("{name} already stands in row {row}", name=person.number or person.name, row=other.row)
            reading.say(person.row, part, what, say("delete one of the two rows"))
