"""From the rows of a table of steps to activities: the rows that are titles, the steps below them, their exits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Final

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.found import Found, FoundActivity, FoundExit, FoundStep
from sopgen.read.old.labels import unit
from sopgen.read.old.steps.cells import is_amount, items, symbol_in, time_of
from sopgen.read.old.steps.heads import GridRow, StepColumns, is_below_head, is_count, is_head
from sopgen.read.old.steps.roles import Doers, Names, by_marks

_LETTERED: Final = re.compile(r"([A-Z]|[IVX]{1,5})[.)]?")
_COUNT: Final = re.compile(r"\(?(?:\d{1,3}[a-z]?|[a-zA-Z]|[IVX]{1,5})[.)]*")
_SUB: Final = re.compile(r"(\d{1,3})?\.?([a-z])[.)]?")
_ASKS: Final = re.compile(r"\?\s*$|^\s*apakah\b", re.IGNORECASE)
_MAY_ASK: Final = re.compile(
    r"\b(?:jika|apabila|bila|kalau)\b.*\b(?:tidak|belum|ya|setuju|kembali)|\bdikembalikan\b|\bdisetujui/ditolak\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass
class _Table:
    """A table while its rows are read."""

    columns: StepColumns
    title: Found
    names: Names
    activities: list[FoundActivity] = field(default_factory=list)
    steps: list[FoundStep] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    wanted: list[tuple[int, str, Found]] = field(default_factory=list)
    number: Found | None = None
    parent: Found | None = None
    parent_count: str = ""
    opened: bool = False
    unplaced: list[Found] = field(default_factory=list)


def activities_in(
    rows: Iterable[GridRow], columns: StepColumns, title: Found
) -> tuple[tuple[FoundActivity, ...], tuple[Found, ...]]:
    """Return the activities of a table's rows, and what belongs to none; `title` is that of steps without one."""
    body = [row for row in rows if any(cell.text.strip() for cell in row)]
    body = [row for row in body if not (is_head(row) or is_below_head(row) or is_count(row))]
    place = columns.places.get("pelaksana")
    cells = [row[place] for row in body if place is not None and place < len(row)]
    table = _Table(columns, title, Names(cells))
    for row in body:
        _take(table, row)
    _close(table)
    lanes = tuple(head for _, head in columns.lanes) or tuple(table.names.lanes)
    return tuple(replace(one, lanes=lanes) for one in table.activities), tuple(table.unplaced)


def _take(table: _Table, row: GridRow) -> None:
    columns = table.columns
    number, text = columns.cell(row, "nomor"), columns.cell(row, "kegiatan")
    doers = by_marks(columns, row) if columns.lanes else table.names.doers(columns.cell(row, "pelaksana"))
    said = text.text.strip() if text else ""
    count = number.text.strip() if number else ""
    alone = not doers.roles and not any(_cells(columns, row))
    if said and alone and (_LETTERED.fullmatch(count) or (_bare_title(table, count) and said.isupper())):
        _open(table, number, text)
    elif said and alone and re.fullmatch(r"\d{1,3}[.)]?", count) and columns.lanes:
        # A row of a text alone: the head of sub-steps, or a step whose role was left out; the next row tells.
        if table.parent:
            _childless(table)
        table.parent, table.parent_count = replace(text or Found(""), text=said), count.rstrip(".)")
    elif said or count:
        _step(table, row, doers)
    elif table.steps:
        _further(table, row, doers)
    else:
        table.unplaced += [cell for cell in row if cell.text.strip()]
        return
    table.unplaced += _beyond(columns, row)


def _bare_title(table: _Table, count: str) -> bool:
    return not count and "nomor" in table.columns.places


def _cells(columns: StepColumns, row: GridRow) -> Iterator[str]:
    """Yield the texts of a row beside its number and its words."""
    own = {columns.places.get("nomor"), columns.places.get("kegiatan")}
    yield from (cell.text.strip() for n, cell in enumerate(row) if n not in own and n < columns.width)


def _open(table: _Table, number: Found | None, text: Found | None) -> None:
    _close(table)
    table.opened = True
    table.title, table.number = text or table.title, number if number and number.text.strip() else None


def _close(table: _Table) -> None:
    """End an activity: what its exits meant by numbers is looked up, its first and last symbols are set."""
    if table.parent:
        _childless(table)
    if table.steps:
        steps, doubt = _with_doers(_ended(_with_exits(table)))
        table.activities.append(FoundActivity(table.title, (), tuple(steps), table.number, doubt=doubt))
    elif table.opened:
        table.unplaced.append(table.title)
    table.steps, table.numbers, table.wanted, table.number, table.opened = [], [], [], None, False


def _childless(table: _Table) -> None:
    """Make a step of a row of a text alone that no sub-step followed."""
    assert table.parent is not None
    table.steps.append(FoundStep(table.parent))
    table.numbers.append(table.parent_count)
    table.parent = None


def _step(table: _Table, row: GridRow, doers: Doers) -> None:
    columns = table.columns
    number, text = columns.cell(row, "nomor"), columns.cell(row, "kegiatan") or Found("")
    count = number.text.strip() if number else ""
    sub = _SUB.fullmatch(count)
    if table.parent and not sub:
        _childless(table)
    words, own = _without_number(text, len(table.steps) + 1) if not count else (text, "")
    step = FoundStep(
        text=replace(words, text=" ".join(words.text.split())),
        symbol=_symbol(columns, row, doers, words.text),
        roles=doers.roles,
        materials=items(columns.cell(row, "kelengkapan")),
        time=time_of(columns.cell(row, "waktu"), columns.cell(row, "satuan"), columns.time_unit),
        outputs=items(columns.cell(row, "keluaran")),
        notes=items(columns.cell(row, "keterangan")),
        doubt=_doubt(doers, words.text),
        below=bool(sub) and not table.parent and bool(table.steps),
        parent=table.parent if sub else None,
        more=_more(columns, row),
    )
    table.parent = None
    table.numbers.append(count.rstrip(".)") or own or str(len(table.steps) + 1))
    at = len(table.steps)
    table.steps.append(step)
    for key in ("ya", "tidak", "ke"):
        cell = columns.cell(row, key)
        if cell and cell.text.strip():
            table.wanted.append((at, key, cell))


def _without_number(text: Found, wanted: int) -> tuple[Found, str]:
    """Return the words of a step without the number typed before them, where it is its own; and the number."""
    found = re.match(r"\s*(\d{1,3})[.)]\s+", text.text)
    if not found or int(found[1]) != wanted:
        return text, ""
    return replace(text, text=text.text[found.end() :]), found[1]


def _symbol(columns: StepColumns, row: GridRow, doers: Doers, words: str) -> Symbol:
    cell = columns.cell(row, "simbol")
    told = (symbol_in(cell.text) if cell else None) or doers.symbol
    branches = any((found := columns.cell(row, key)) and found.text.strip() for key in ("ya", "tidak"))
    asked = branches or _ASKS.search(words)
    return told or (Symbol.DECISION if asked else Symbol.PROCESS)


def _doubt(doers: Doers, words: str) -> str:
    doubts = [doers.doubt] if doers.doubt else []
    if doers.symbol is not Symbol.DECISION and _MAY_ASK.search(words) and not _ASKS.search(words):
        doubts.append(say("the words tell a decision; its exits are not told"))
    return joined(*doubts)


def _more(columns: StepColumns, row: GridRow) -> tuple[tuple[Found, ...], ...]:
    """Return the items of each further column."""
    return tuple(items(row[at]) if at < len(row) else () for at, _ in columns.further)


def _longer(above: Sequence[tuple[Found, ...]], below: Sequence[tuple[Found, ...]]) -> tuple[tuple[Found, ...], ...]:
    return tuple((*one, *other) for one, other in zip_longest(above, below, fillvalue=()))


def _beyond(columns: StepColumns, row: GridRow) -> Iterator[Found]:
    """Yield what of a row has no place: right of the table, or a symbol, unit or number that is none."""
    yield from (cell for cell in row[columns.width :] if cell.text.strip())
    symbol, unit_cell, time = (columns.cell(row, key) for key in ("simbol", "satuan", "waktu"))
    if symbol and symbol.text.strip() and symbol_in(symbol.text) is None:
        yield symbol
    if unit_cell and unit_cell.text.strip() and unit(unit_cell.text) is None and not (time and is_amount(time.text)):
        yield unit_cell
    number = columns.cell(row, "nomor")
    if number and number.text.strip() and not _COUNT.fullmatch(number.text.strip()):
        yield number


def _further(table: _Table, row: GridRow, doers: Doers) -> None:
    """Add a row without number and words to the step above it: a second symbol of its row, or more of its cells."""
    columns, last = table.columns, table.steps[-1]
    if doers.roles:
        doubt = doers.doubt
        table.steps.append(
            FoundStep(Found("", row[0].spot), doers.symbol or Symbol.PROCESS, doers.roles, doubt=doubt)
        )
        table.steps[-1] = replace(table.steps[-1], in_row=True)
        table.numbers.append("")
    time = time_of(columns.cell(row, "waktu"), columns.cell(row, "satuan"), columns.time_unit)
    at = len(table.steps) - (2 if doers.roles else 1)
    table.steps[at] = replace(
        last,
        materials=(*last.materials, *items(columns.cell(row, "kelengkapan"))),
        outputs=(*last.outputs, *items(columns.cell(row, "keluaran"))),
        notes=(*last.notes, *items(columns.cell(row, "keterangan"))),
        time=last.time or time,
        more=_longer(last.more, _more(columns, row)),
    )
    if last.time and time:
        table.unplaced.append(time)


def _with_exits(table: _Table) -> list[FoundStep]:
    steps = list(table.steps)
    for at, key, cell in table.wanted:
        label = {"ya": "Ya", "tidak": "Tidak", "ke": ""}[key]
        for word in re.findall(r"\d+[a-z]?|\w[\w ]*", cell.text):
            if word not in table.numbers and f"{word}a" in table.numbers:
                word += "a"
            if word not in table.numbers:
                doubt = say('the step "{text}" that it leads to is not there', text=word)
                steps[at] = replace(steps[at], doubt=joined(steps[at].doubt, doubt))
                continue
            found = FoundExit(table.numbers.index(word), label)
            steps[at] = replace(steps[at], exits=(*steps[at].exits, found))
    return steps


def _with_doers(steps: Sequence[FoundStep]) -> tuple[list[FoundStep], str]:
    """Return the steps, with a doubt where who does one can not be told; where it is none of them, one doubt for all.

    A copied text loses the symbols of a drawn flow: all of them.
    """
    if len(steps) > 1 and not any(step.roles for step in steps):
        return list(steps), say("the drawing did not come with the text: who does each step is to be filled in")
    told = say("who does this step can not be told")
    return [one if one.roles else replace(one, doubt=joined(one.doubt, told)) for one in steps], ""


def joined(*doubts: str) -> str:
    """Return doubts as one."""
    return "; ".join(filter(None, doubts))


def _ended(steps: Sequence[FoundStep]) -> list[FoundStep]:
    """Return the steps of a flow whose symbols are not drawn: the first one starts it, the last one ends it."""
    found = list(steps)
    symbols = {step.symbol for step in found}
    if Symbol.START not in symbols and found[0].symbol is Symbol.PROCESS and len(found) > 1:
        found[0] = replace(found[0], symbol=Symbol.START)
    if Symbol.END not in symbols and found[-1].symbol is Symbol.PROCESS and not found[-1].exits:
        found[-1] = replace(found[-1], symbol=Symbol.END)
    return found
