"""The front of an old SOP: its cover, its identity part, its lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.read.old.labels import identity, section
from sopgen.read.old.table_front.approver import NUMBER, approver
from sopgen.read.old.table_front.identity import GridRow, rows_of
from sopgen.read.old.tables.grid import CellText, OldCell, OldTable

LONGEST_HEAD: Final = 60
OFFICE: Final = re.compile(
    r"(?:PEMERINTAH|KEPOLISIAN|KEMENTERIAN|DAERAH|RESOR|SEKTOR|DINAS|BADAN|KANTOR|UPTD?|PUSKESMAS|RSUD|KLINIK"
    r"|RUMAH SAKIT)\b"
)
YEAR: Final = re.compile(r"(?:tahun\s+)?((?:19|20)\d\d)", re.IGNORECASE)


@dataclass
class Front:
    """What the front says, as `OldSop` has it."""

    texts: dict[str, Found] = field(default_factory=dict)
    lists: dict[str, list[Found]] = field(default_factory=dict)
    heads: dict[str, Found] = field(default_factory=dict)
    unplaced: list[Found] = field(default_factory=list)


@dataclass
class _Sheet:
    """A grid without the rows of its flow, and which of its cells are told."""

    grid: OldTable
    flow: range
    used: set[OldCell] = field(default_factory=set)

    @property
    def cells(self) -> list[OldCell]:
        """The filled cells that are not told yet, row by row."""
        own = [cell for cell in self.grid.cells if cell.row not in self.flow and cell.text and cell not in self.used]
        return sorted(own, key=lambda cell: (cell.row, cell.column))


def read_front(grids: Sequence[tuple[OldTable, range]]) -> Front:
    """Return what stands outside of the flow tables; each grid with the rows of its flow."""
    front = Front()
    sheets = [_Sheet(grid, flow) for grid, flow in grids]
    for sheet in sheets:
        _identity(front, sheet)
    before: _Sheet | None = None
    open_lists: list[_Open] = []
    for sheet in sheets:
        open_lists = _lists(front, sheet, open_lists if before and _same(before.grid, sheet.grid) else [])
        before = before if sheet.grid.running and not sheet.cells else sheet
    _cover(front, sheets)
    for sheet in sheets:
        front.unplaced += [cell.found(cell.text) for cell in sheet.cells]
    return front


def unlabelled(front: Front, sheet: _Sheet, last: int) -> None:
    """Take the name of the SOP and who approves it from cells without a label, each with a doubt.

    A name stands in capitals in a cell of its own in or above the identity part; who approves has a number.
    """
    names = [cell for cell in sheet.cells if cell.row <= last and is_name(cell)]
    if "identitas.nama_sop.nilai" not in front.texts and len(names) == 1:
        front.texts["identitas.nama_sop.nilai"] = names[0].found(names[0].text, say("is this the name of the SOP?"))
        sheet.used.add(names[0])
    people = [cell for cell in sheet.cells if any(NUMBER.fullmatch(line.shown) for line in cell.filled)]
    if "identitas.pengesah.nrp" not in front.texts and len(people) == 1:
        lines = [people[0].found(line.shown) for line in people[0].filled]
        front.unplaced += [one for one in lines if one.text.endswith(",")]
        told = approver([one for one in lines if not one.text.endswith(",")])
        doubt = say("no label says that this is who approves")
        front.texts |= {path: replace(one, doubt=one.doubt or doubt) for path, one in told.texts.items()}
        front.unplaced += told.others
        sheet.used.add(people[0])


def is_name(cell: OldCell) -> bool:
    """Tell whether a cell may hold the name of an SOP: capitals, no label, no office, no word for an SOP alone."""
    text = cell.text
    other = _TITLE.fullmatch(text) or OFFICE.match(text) or identity(text) or section(text)
    return text.isupper() and len(text.split()) > 1 and not other and not re.search(r"\d", text)


# A list that may go on below: from where to where on the sheet, and its key.
_Open = tuple[float, float, str]
_TITLE: Final = re.compile(
    r"(?:standar|prosedur|sop|spo)(?:\s+(?:operasional|prosedur|standar|administrasi))*", re.IGNORECASE
)


def _same(one: OldTable, other: OldTable) -> bool:
    """Tell whether a table may go on from another one: both as wide."""
    return not one.running and not other.running and abs(one.columns[-1] - other.columns[-1]) < 3


def _identity(front: Front, sheet: _Sheet) -> None:
    rows = [row for row in rows_of(sheet.grid, sheet.flow) if f"identitas.{row.key}.nilai" not in front.texts]
    rows = list({row.key: row for row in reversed(rows)}.values())[::-1]
    if len({row.key for row in rows}) < 2 and not front.texts:
        return
    for row in rows:
        sure = row.sure and "terbit" not in row.label.text.casefold()
        doubt = "" if sure else say('"{label}" is taken for the label', label=row.label.text)
        front.texts[f"identitas.{row.key}.judul"] = Found(row.label.text, row.label.spot, doubt)
        sheet.used |= {*row.cells}
        if row.key == "disahkan_oleh":
            _approver(front, sheet, row)
        elif row.value:
            front.texts[f"identitas.{row.key}.nilai"] = replace(row.value, doubt=row.value.doubt or doubt)
    if rows:
        _office(front, sheet, rows)
        unlabelled(front, sheet, max(row.cells[0].row for row in rows))


def _approver(front: Front, sheet: _Sheet, row: GridRow) -> None:
    """Take the post, and from there or from the cells below it, the name, rank and number of who approves."""
    cells = [row.cells[-1]] if row.value else []
    after = [cell for cell in sheet.cells if cell.row > row.cells[0].row and cell.column >= row.cells[0].column]
    for cell in after:
        if identity(cell.text) or identity(cell.filled[0].shown.split(":")[0]) or section(cell.filled[0].shown):
            break
        cells.append(cell)
    lines = [cell.found(line.shown) for cell in cells for line in cell.filled]
    if row.value and lines and row.value.text != lines[0].text:
        lines = [row.value, *lines[1:]]
    told = approver(lines)
    front.texts |= told.texts
    sheet.used |= set(cells)
    front.unplaced += told.others


def _office(front: Front, sheet: _Sheet, rows: Sequence[GridRow]) -> None:
    """Take what stands left of the labels, or above them: the head of the office, below it the unit."""
    left = min(row.cells[0].column for row in rows)
    first, last = min(row.cells[0].row for row in rows), max(row.cells[0].row for row in rows)
    beside = [
        cell for cell in sheet.cells if cell.column < left and cell.row <= last and cell.row + cell.down > first
    ]
    own = [cell for cell in beside if cell.down > 1 and not section(cell.filled[0].shown)]
    own = own or [cell for cell in sheet.cells if cell.row < first]
    parts = _named(front, _paragraphs(own))
    sheet.used |= set(own)
    if not parts:
        return
    unit, head = parts[-1], [one for group in parts[:-1] for one in group]
    doubt = ""
    if len(parts) == 1 and len(unit) > 1:
        head, unit = unit[:-1], unit[-1:]
        doubt = say("is this line the unit, and those above it the head?")
    front.texts["identitas.satuan_kerja"] = replace(unit[0], doubt=doubt)
    if len(unit) > 1:
        front.texts["identitas.nama_singkat"] = unit[1]
    front.unplaced += unit[2:]
    if head:
        front.lists["kop"] = head


def _named(front: Front, parts: list[list[Found]]) -> list[list[Found]]:
    """Take the name of the SOP out of a head that has it below its title, and return what stands above."""
    for n, group in enumerate(parts):
        title = next((k for k, one in enumerate(group) if _TITLE.fullmatch(one.text.strip())), None)
        if title is None:
            continue
        name = [*group[title + 1 :], *(one for rest in parts[n + 1 :] for one in rest)]
        if name and "identitas.nama_sop.nilai" not in front.texts:
            text = " ".join(one.text for one in name)
            front.texts["identitas.nama_sop.nilai"] = Found(text, name[0].spot)
            name = []
        front.unplaced += [group[title], *name]
        return [*parts[:n], *([group[:title]] if title else [])]
    return parts


def _paragraphs(cells: Sequence[OldCell]) -> list[list[Found]]:
    """Return the lines of cells in groups, as empty lines part them."""
    groups: list[list[Found]] = [[]]
    for cell in cells:
        for line in (*cell.lines, CellText("")):
            if line.shown:
                groups[-1].append(cell.found(line.shown))
            elif groups[-1]:
                groups.append([])
    return [group for group in groups if group]


def _lists(front: Front, sheet: _Sheet, going_on: Sequence[_Open]) -> list[_Open]:
    """Take the lists of a sheet; return those in its last row, which may go on in the next table.

    A list goes on below its head where only the head stands in its cell, and from page to page.
    """
    last: list[_Open] = []
    final: list[_Open] = []
    columns, top = sheet.grid.columns, min((cell.row for cell in sheet.cells), default=0)
    for cell in sheet.cells:
        key, lines = _headed(front, cell)
        above = last if cell.row > top else [*last, *going_on]
        owner = key or ("" if _ends_list(cell) else _above(above, cell, sheet.grid))
        if not owner and sheet.grid.running:
            last = []
        if not owner:
            continue
        front.lists.setdefault(owner, [])
        _take(front.lists[owner], cell, lines)
        sheet.used.add(cell)
        place = columns[cell.column], columns[cell.column + cell.across], owner
        if not key or not lines:
            last.insert(0, place)
        if cell.row + cell.down >= sheet.grid.height:
            final.append(place)
    return final


def _ends_list(cell: OldCell) -> bool:
    """Tell a cell that is no item of a list above it: a label, a year, another head."""
    text = cell.text
    other = text.endswith(":") or (len(cell.filled) == 1 and text.isupper() and len(text) < LONGEST_HEAD)
    return identity(text) is not None or YEAR.fullmatch(text) is not None or other


def _headed(front: Front, cell: OldCell) -> tuple[str, Sequence[CellText]]:
    """Return the list whose head a cell begins with, and the lines below it."""
    first, *rest = cell.filled
    text, colon, after = first.text.partition(":")
    known = section(text if colon else first.text)
    if known is None or known.key in front.heads or (not known.sure and not colon and rest == []):
        return "", cell.filled
    doubt = "" if known.sure else say("is this the head of the list?")
    front.heads[known.key] = cell.found((text + colon).strip(), doubt)
    return known.key, [*([CellText(after.strip())] if after.strip() else []), *rest]


def _above(last: Sequence[_Open], cell: OldCell, grid: OldTable) -> str:
    """Return the list that goes on in a cell: the one above its middle."""
    middle = (grid.columns[cell.column] + grid.columns[cell.column + cell.across]) / 2
    return next((owner for left, right, owner in last if grid.running or left < middle < right), "")


def _take(items: list[Found], cell: OldCell, lines: Sequence[CellText]) -> None:
    marked = any(line.marked for line in lines)
    new = True
    for line in lines:
        if not re.search(r"\w", line.shown):
            continue
        if marked and not line.marked and items and not new:
            items[-1] = cell.found(f"{items[-1].text} {line.text.strip()}", items[-1].doubt)
        else:
            items.append(cell.found(line.item))
        new = False


def _cover(front: Front, sheets: Sequence[_Sheet]) -> None:
    """Take the lines before the identity part: the title down to the year, the office below it."""
    for sheet in sheets:
        lines = [(cell, line) for cell in sheet.cells for line in cell.filled]
        year = next((n for n, (_, line) in enumerate(lines) if YEAR.fullmatch(line.text.strip())), None)
        if year is None or not year:
            continue
        shown = YEAR.fullmatch(lines[year][1].text.strip())
        assert shown
        front.texts["sampul.tahun"] = lines[year][0].found(shown[1])
        front.lists["sampul.judul"] = [cell.found(line.shown) for cell, line in lines[:year]]
        front.lists["sampul.instansi"] = [cell.found(line.shown) for cell, line in lines[year + 1 :]]
        sheet.used |= {cell for cell, _ in lines}
        return
