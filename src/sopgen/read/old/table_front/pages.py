"""The front of an old SOP: its cover, its identity part, its lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found
from sopgen.read.old.labels import identity, section
from sopgen.read.old.table_front.approver import approver
from sopgen.read.old.table_front.identity import LabelledRow, rows_of
from sopgen.read.old.tables.grid import CellText, OldCell, OldTable

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
    """A grid down to where its flow table begins, and which of its cells are told."""

    grid: OldTable
    last: int
    used: set[OldCell] = field(default_factory=set)

    @property
    def cells(self) -> list[OldCell]:
        """The filled cells that are not told yet, row by row."""
        own = [cell for cell in self.grid.cells if cell.row < self.last and cell.text and cell not in self.used]
        return sorted(own, key=lambda cell: (cell.row, cell.column))


def read_front(grids: Sequence[tuple[OldTable, int]]) -> Front:
    """Return what stands outside of the flow tables; each grid with the row at which its flow table begins."""
    front = Front()
    sheets = [_Sheet(grid, last) for grid, last in grids]
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


# A list that may go on below: from where to where on the sheet, and its key.
_Open = tuple[float, float, str]


def _same(one: OldTable, other: OldTable) -> bool:
    """Tell whether a table may go on from another one: both as wide."""
    return not one.running and not other.running and abs(one.columns[-1] - other.columns[-1]) < 3


def _identity(front: Front, sheet: _Sheet) -> None:
    rows = [row for row in rows_of(sheet.grid, sheet.last) if f"identitas.{row.key}.nilai" not in front.texts]
    rows = list({row.key: row for row in reversed(rows)}.values())[::-1]
    if len({row.key for row in rows}) < 2 and not front.texts:
        return
    for row in rows:
        doubt = "" if row.sure else say('"{label}" is taken for the label', label=row.label.text)
        front.texts[f"identitas.{row.key}.judul"] = Found(row.label.text, row.label.spot, doubt)
        sheet.used |= {*row.cells}
        if row.key == "disahkan_oleh":
            _approver(front, sheet, row)
        elif row.value:
            front.texts[f"identitas.{row.key}.nilai"] = row.value
    if rows:
        _office(front, sheet, rows)


def _approver(front: Front, sheet: _Sheet, row: LabelledRow) -> None:
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


def _office(front: Front, sheet: _Sheet, rows: Sequence[LabelledRow]) -> None:
    """Take what stands left of the labels, or above them: the head of the office, below it the unit."""
    left = min(row.cells[0].column for row in rows)
    first, last = min(row.cells[0].row for row in rows), max(row.cells[0].row for row in rows)
    own = [
        cell for cell in sheet.cells if cell.column < left and cell.row <= last and not section(cell.filled[0].shown)
    ]
    own = own or [cell for cell in sheet.cells if cell.row < first]
    parts = _paragraphs(own)
    if not parts:
        return
    sheet.used |= set(own)
    unit, head = parts[-1], [one for group in parts[:-1] for one in group]
    if len(parts) == 1 and len(unit) > 1:
        head, unit = unit[:-1], unit[-1:]
    front.texts["identitas.satuan_kerja"] = unit[0]
    if len(unit) > 1:
        front.texts["identitas.nama_singkat"] = unit[1]
    front.unplaced += unit[2:]
    if head:
        front.lists["kop"] = head


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


def _lists(front: Front, sheet: _Sheet, going_on: list[_Open]) -> list[_Open]:
    """Take the lists of a sheet; return which may go on below it, the last ones first."""
    last = list(going_on)
    for cell in sheet.cells:
        key, lines = _headed(front, cell)
        owner = key or _above(last, cell, sheet.grid)
        if not owner or (not key and (identity(cell.text) or _is_cover_word(cell))):
            continue
        front.lists.setdefault(owner, [])
        _take(front.lists[owner], cell, lines)
        sheet.used.add(cell)
        columns = sheet.grid.columns
        last.insert(0, (columns[cell.column], columns[cell.column + cell.across], owner))
    return last


def _is_cover_word(cell: OldCell) -> bool:
    return YEAR.fullmatch(cell.text) is not None


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
