"""From one row of a roster to a person: the cells of each part, every fault of them, half a person refused."""

import re
from dataclasses import dataclass
from typing import Final

from sopgen.messages import closest, nearest, say
from sopgen.model.people.person import CIVIL, POLICE, RANKS, Person, Rank, parted_rank, rank
from sopgen.model.printed import printed
from sopgen.read.roster.characters import looks_calculated, odd_characters, plain
from sopgen.read.roster.left_out import NONE
from sopgen.read.roster.numbers import NIP_DIGITS, NRP_DIGITS, WrongNumber, personnel_number
from sopgen.read.roster.reading import Reading
from sopgen.read.roster.table import EMPTY, LONGEST_CELL, LONGEST_WORD, Cell, CellKind, Row, quoted
from sopgen.typeface import unshown

BOTH: Final = re.compile(r"^(.*?)[\s/,]*(?:\b(?:NRP|NIP)\b)?[\s.:/]*(\d[\d\s]*)?$", re.IGNORECASE)
PRINTED: Final = ("name", "rank", "number", "nip", "both", "post", "remark", "duty")


@dataclass(frozen=True)
class Parts:
    """The cells of a row by the part of a person that they say; `kinds` are of the columns, `both` among them."""

    row: int
    cells: dict[str, Cell]
    kinds: dict[str, CellKind]

    def text(self, part: str) -> str:
        """Return the text of a part; a dash says nothing."""
        text = self.cells.get(part, EMPTY).text
        return "" if text in NONE else text

    @property
    def has_name(self) -> bool:
        """Whether somebody is named."""
        return bool(self.text("name"))

    @property
    def has_rank(self) -> bool:
        """Whether the row says a rank of the table."""
        text = self.text("rank")
        return len(text) <= LONGEST_CELL and rank(text) is not None

    @property
    def has_number(self) -> bool:
        """Whether the row says something of the length of a number."""
        return any(re.search(r"\d[\d .]{5,}", self.text(part)) for part in ("number", "nip"))

    @property
    def is_empty(self) -> bool:
        """Whether no part of a person is said."""
        return not any(cell.text not in NONE or cell.kind is not CellKind.TEXT for cell in self.cells.values())

    @property
    def name_alone(self) -> bool:
        """Whether a name is all that is said."""
        return self.has_name and not any(self.text(part) for part in self.cells if part != "name")


def parts_of(reading: Reading, row: Row) -> Parts:
    """Return the parts of a row. A rank and number of one column are parted."""
    number, cells = row
    found = {}
    for part, column in reading.heads.columns.items():
        if part in PRINTED:
            cell = cells[column] if column < len(cells) else EMPTY
            kind = reading.marks.cells.get((number, column + 1))
            found[part] = Cell(cell.text, kind) if kind else cell
    kinds = {part: cell.kind for part, cell in found.items()}
    if "both" in found:
        found |= _apart(found.pop("both"))
    return Parts(number, found, kinds)


def _apart(both: Cell) -> dict[str, Cell]:
    """Part `BRIPKA / 80010001` into rank and number."""
    if both.kind is not CellKind.TEXT:
        return {"rank": EMPTY, "number": both}
    if len(both.text) > LONGEST_CELL:  # told as too long; the pattern would take minutes
        return {"rank": both, "number": EMPTY}
    found = BOTH.match(both.text)
    return {"rank": Cell(found[1] if found else both.text), "number": Cell((found and found[2]) or "")}


def person_of(reading: Reading, parts: Parts, raw: tuple[Cell, ...]) -> Person | None:
    """Return the person of a row, or None where it has faults, which are noted."""
    before = len(reading.problems)
    if parts.row in reading.marks.hidden:
        reading.fault(parts.row, 0, say("the row is hidden"), say("show it, or delete it"))
    fault_surplus(reading, parts.row, raw)
    faulty = set()
    for part, column in reading.heads.columns.items():
        if part in PRINTED and column < len(raw):
            words = _cell_fault(part, raw[column].text, parts.kinds[part])
            if words:
                faulty.add(part)
                reading.fault_of(parts.row, part, *words)
    person = _read(reading, parts, faulty | ({"rank", "number"} if "both" in faulty else set()))
    return person if len(reading.problems) == before else None


def fault_surplus(reading: Reading, row: int, raw: tuple[Cell, ...]) -> None:
    """Note what stands under no head: a comma in a text that was not quoted moved it there."""
    heads = reading.heads
    known = {*heads.columns.values(), *heads.others}
    for column, cell in enumerate(raw):
        if column in known or not cell.text or (column < heads.width and re.fullmatch(r"\d{1,5}\.?", cell.text)):
            continue
        if reading.marks.sheet:
            fix = say("write a head over it, or delete it")
        else:
            fix = say('put a text with a comma or semicolon in quotes: "Ba, Unit Binpolmas"')
        reading.fault(row, column, say('"{text}" stands under no head', text=quoted(plain(cell.text))), fix)
        return


def _cell_fault(part: str, text: str, kind: CellKind) -> tuple[str, str] | None:
    return _text_fault(text) if kind is CellKind.TEXT else _kind_fault(part, text, kind)


def _kind_fault(part: str, text: str, kind: CellKind) -> tuple[str, str] | None:
    """Return what is wrong with a cell that is no text; a number may be a remark or a post, or an NRP."""
    again = say("format the column as Text and type it again")
    if kind is CellKind.NUMBER:
        return (say("the cell holds the number {text}", text=text), again) if part in {"name", "rank"} else None
    if kind is CellKind.DATE:
        return say("the cell holds the date {text}", text=text), again
    if text in {"TRUE", "FALSE"}:
        return say("the cell holds the value {text} of Excel, no text", text=text), again
    return _formula() if kind is CellKind.FORMULA else (say("the cell holds an error"), say("type the value itself"))


def _formula() -> tuple[str, str]:
    return say("the cell holds a formula"), say("copy the cells and paste them as values")


def _text_fault(text: str) -> tuple[str, str] | None:
    if odd := odd_characters(text):
        return odd
    if looks_calculated(text):
        return _formula()
    if len(text) > LONGEST_CELL:
        what = say("the text has {count} letters, {most} have room", count=len(text), most=LONGEST_CELL)
        return what, say("shorten it")
    return None


def _read(reading: Reading, parts: Parts, faulty: set[str]) -> Person:
    """Return the person that a row's parts say; the faults of those that have none yet are noted."""
    before = len(reading.problems)
    if "name" not in faulty:
        _fault_name(reading, parts)
    short, found = ("", None) if "rank" in faulty else _rank(reading, parts)
    number = _number(reading, parts, faulty)
    if len(reading.problems) == before and not faulty:
        _fault_half(reading, parts, short, number)
        _fault_kind(reading, parts.row, found, number)
    if "-" in {parts.cells.get(part, EMPTY).text for part in ("rank", "number", "nip")}:
        reading.marks.dashed.add(parts.row)
    person = Person(
        parts.text("name"),
        short,
        number,
        parts.text("post"),
        parts.text("remark"),
        parts.row,
        parts.text("duty"),
    )
    for one in printed(person):
        if one.loc[0] not in faulty:
            for what, fix in unshown(one.text):
                reading.fault_of(parts.row, str(one.loc[0]), what, fix)
            _note_long_word(reading, parts.row, str(one.loc[0]), one.text)
    return person


def _note_long_word(reading: Reading, row: int, part: str, text: str) -> None:
    word = max(text.split(), key=len, default="")
    if len(word) > LONGEST_WORD:
        what = say('"{word}" has {count} letters, a column is narrower', word=quoted(word), count=len(word))
        reading.note(row, reading.column(part), what, say("write it as several words"), "warning")


def _fault_name(reading: Reading, parts: Parts) -> None:
    name = parts.text("name")
    if not name:
        reading.fault_of(parts.row, "name", say("the row has no name"), say("write the name, or delete the row"))
    elif not any(char.isalpha() for char in name):
        what = say('"{text}" is no name', text=quoted(name))
        reading.fault_of(parts.row, "name", what, say("write the name, or delete the row"))


def _rank(reading: Reading, parts: Parts) -> tuple[str, Rank | None]:
    """Return the rank's short form, and its row of the table; that of another service has none."""
    text = parts.text("rank")
    if not text:
        return "", None
    found = rank(text)
    if found:
        return found.short, found
    words, grade = parted_rank(text)
    known = RANKS.get(words)
    if known and grade:
        what = say('"{text}": {rank} is grade {grade}', text=quoted(text), rank=known.short, grade=known.grade or "-")
        reading.fault_of(parts.row, "rank", what, say("correct the rank or the grade"))
        return "", None
    fix = nearest(text, [short for short, *_ in (*POLICE, *CIVIL)])
    digits = re.sub(r"\D", "", parts.text("number") or parts.text("nip"))
    if len(digits) == NIP_DIGITS and not _near(text):
        what = say('rank "{text}" is not of the table, printed as typed: of another service', text=quoted(text))
        reading.note(parts.row, reading.column("rank"), what, severity="warning")
        return text, None
    reading.fault_of(parts.row, "rank", say('rank "{text}" is not known', text=quoted(text)), fix)
    return "", None


def _near(text: str) -> bool:
    """Tell a rank that is misspelt from one of another service."""
    return closest(parted_rank(text)[0], RANKS, 0.75) is not None


def _number(reading: Reading, parts: Parts, faulty: set[str]) -> str:
    """Return the one number of a row, from its column of NRP or of NIP."""
    found = {}
    for part in ("number", "nip"):
        cell = parts.cells.get(part, EMPTY)
        if parts.text(part) and part not in faulty:
            try:
                found[part] = personnel_number(cell)
            except WrongNumber as wrong:
                reading.fault_of(parts.row, part, *wrong.args)
                found[part] = ""
    if len(set(found.values())) > 1 and all(found.values()):
        what = say("the row has an NRP and a NIP, a letter names one")
        reading.fault_of(parts.row, "nip", what, say("delete the one that is not of this person"))
    return next(iter(found.values()), "")


def _fault_half(reading: Reading, parts: Parts, short: str, number: str) -> None:
    """Note a rank without a number, and a number without a rank."""
    merged = reading.marks.merged_at(parts.row, reading.column("rank") + 1)
    if number and not short:
        if merged:
            what = say("the rank's cell is merged with that of row {row}", row=merged)
            reading.fault_of(parts.row, "rank", what, say("unmerge it and write the rank in each row"))
        else:
            what = say("{number} has no rank", number=number)
            reading.fault_of(parts.row, "rank", what, say("write the rank"))
    elif short and not number:
        what = say("{rank} without NRP or NIP", rank=short)
        reading.fault_of(parts.row, "number", what, say("write the number; leave both empty for a civilian"))


def _fault_kind(reading: Reading, row: int, found: Rank | None, number: str) -> None:
    """Note an officer's rank with a NIP, and a civil servant's with an NRP."""
    if not found or not number:
        return
    wanted, label = (NIP_DIGITS, "NIP") if found.order is None else (NRP_DIGITS, "NRP")
    if len(number) != wanted:
        what = say("{rank} bears a number of {count} digits ({label})", rank=found.short, count=wanted, label=label)
        reading.fault_of(row, "number", what, say("correct the rank or the number"))
