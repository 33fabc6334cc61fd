"""What stands in a cell of a table of steps: items, a time, marks of roles, numbers of steps."""

import re
from dataclasses import replace
from typing import Final

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.found import Found
from sopgen.read.old.labels import END, START, folded, unit

_NUMBERED: Final = re.compile(r"(?:(?<=\s)|^)(\d{1,2})[.)]\s+(?=\S)")
_CLOCK: Final = re.compile(r"(?:\d{4}-\d\d-\d\d )?(\d{1,2}):(\d\d):(\d\d)(?:\.0+)?")
# What is put into the column of a role to say that it does the step; a lozenge is a decision, a ring an end.
MARKS: Final = frozenset("xX\u00d7vV\u2713\u2714\u221a\u2611\u2612\u25a0\u25a1\u25aa\u25cf\u25cb\u2022\u26ab*+oO01")
LOZENGES: Final = frozenset("\u25c6\u25c7\u2b26\u2b25\u2666\u2b27")
SYMBOLS: Final = {
    Symbol.START: frozenset({*START, "terminator", "terminal"}),
    Symbol.DECISION: frozenset({"keputusan", "decision", "belah ketupat", "kondisi"}),
    Symbol.END: END,
    Symbol.PROCESS: frozenset({"proses", "process", "kegiatan", "kotak", "persegi"}),
}


def items(cell: Found | None) -> tuple[Found, ...]:
    """Return the items of a cell: a line each, or those that are numbered in one line; as written."""
    if cell is None or not cell.text.strip():
        return (cell,) if cell and cell.doubt else ()
    lines = [line.strip() for line in cell.text.split("\n") if line.strip()]
    if len(lines) == 1:
        lines = numbered(lines[0])
    return tuple(replace(cell, text=line) for line in _whole(lines))


def numbered(line: str) -> list[str]:
    """Return a line parted before its numbers, where they count from 1; else the line whole."""
    places, wanted = [], 1
    for found in _NUMBERED.finditer(line):
        if int(found[1]) == wanted:
            places.append(found.start())
            wanted += 1
    if len(places) < 2 or places[0] != 0:
        return [line]
    return [line[start:end].strip() for start, end in zip(places, [*places[1:], len(line)], strict=True)]


def _whole(lines: list[str]) -> list[str]:
    """Return the lines, those that go on from the one above with it: where items are marked, one without a mark."""
    marked = [bool(re.match(r"(?:\d{1,2}[.)]|[a-z][.)]|[-\u2022\u2013*\uf0b7])\s*\S", line)) for line in lines]
    if not any(marked):
        return lines
    found: list[str] = []
    for line, is_marked in zip(lines, marked, strict=True):
        if is_marked or not found:
            found.append(line)
        else:
            found[-1] += f" {line}"
    return found


def time_of(cell: Found | None, unit_cell: Found | None, head_unit: str) -> Found | None:
    """Return the time of a row, with its unit where that has a column of its own or stands in the head."""
    if cell is None or not cell.text.strip():
        return cell if cell and cell.doubt else None
    text = " ".join(cell.text.split())
    if clock := _CLOCK.fullmatch(text):
        return _of_clock(cell, *map(int, clock.groups()))
    if not is_amount(text):
        return replace(cell, text=text)
    named = unit_cell.text.strip() if unit_cell else ""
    told = named if unit(named) else head_unit
    doubt = "" if not named or unit(named) else say('"{text}" is no unit of time', text=named)
    if not told:
        doubt = doubt or say('the time "{text}" has no unit', text=text)
        return replace(cell, text=text, doubt=cell.doubt or doubt)
    return replace(cell, text=f"{text} {told}", doubt=cell.doubt or doubt)


def is_amount(text: str) -> bool:
    """Tell a time that is numbers alone: its unit stands elsewhere."""
    return re.fullmatch(r"[\d.,/\s-]+|\d+\s*\([^)]*\)", " ".join(text.split())) is not None


def _of_clock(cell: Found, hours: int, minutes: int, seconds: int) -> Found:
    """Return a time that a sheet holds as a time of the day."""
    text = f"{hours} jam" if hours and not minutes else f"{60 * hours + minutes} menit"
    doubt = say("the cell holds the clock time {text}", text=f"{hours:02}:{minutes:02}:{seconds:02}")
    return replace(cell, text=text, doubt=cell.doubt or doubt)


def symbol_in(text: str) -> Symbol | None:
    """Return the symbol that a word or a mark in a role's column says; None where it says none."""
    if text and set(text.strip()) <= LOZENGES:
        return Symbol.DECISION
    plain = folded(text)
    return next((symbol for symbol, words in SYMBOLS.items() if plain in words), None)


def is_mark(text: str) -> bool:
    """Tell whether a text in a role's column only says that it does the step."""
    plain = text.strip()
    return bool(plain) and len(plain) <= 2 and set(plain) <= MARKS | LOZENGES
