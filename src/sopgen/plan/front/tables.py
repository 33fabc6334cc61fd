"""The measured tables of front pages: how high their rows are, on which page each of them stands (millimetres)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.sop import SopLook
from sopgen.plan.columns import BOLD
from sopgen.plan.contract.boxes import GAP, CellLine, FrontSheet, MeasuredTable, TableCell, TableLine, joined, placed
from sopgen.plan.front.lists import FrontList, ListPart
from sopgen.plan.measure import line_height, softened, text_width, unbroken, wrap

# What programs measure otherwise than we do: in a line, in a row, on a page (mm).
SIDEWAYS: Final = 0.4
HAIR: Final = 0.3
SPARE: Final = 2.0
# The least height of a row that is filled in by hand (mm).
PEN: Final = 8.0
# A row: its cells and its least height.
Row = tuple[tuple[TableCell, ...], float]


def measured(columns: Sequence[float], rows: Sequence[Row], look: SopLook, *, ruled: bool = True) -> MeasuredTable:
    """Return a table whose rows are as high as their texts need; words too wide for their cell are parted."""
    around = look.identitas.jarak_sel
    heights = [least for _, least in rows]
    fitted: list[list[TableCell]] = [[] for _ in rows]
    found = list(placed([cells for cells, _ in rows]))
    for n, place, cell in found:
        inner = sum(columns[place : place + cell.across]) - 2 * around.mendatar - SIDEWAYS
        fitted[n].append(replace(cell, lines=tuple(_fitted(line, inner) for line in cell.lines)))
    # A cell over several rows makes the last of them higher, where those do not suffice.
    for n, place, cell in sorted(found, key=lambda one: one[2].down):
        inner = sum(columns[place : place + cell.across]) - 2 * around.mendatar - SIDEWAYS
        # An empty cell has a line, too.
        said = sum(_tall(line, inner) for line in cell.lines) or line_height(look.identitas.ukuran)
        text = said + 2 * around.tegak + look.garis * MM_A_POINT + HAIR
        needed = cell.chart.flow.height if cell.chart else text
        last = n + cell.down - 1
        heights[last] += max(0.0, needed - sum(heights[n : last + 1]))
    lines = tuple(TableLine(tuple(cells), round(height, 2)) for cells, height in zip(fitted, heights, strict=True))
    return MeasuredTable(tuple(columns), lines, ruled)


def _width(line: CellLine, inner: float) -> float:
    return (inner - line.indent) / (BOLD if line.bold else 1)


def _fitted(line: CellLine, inner: float) -> CellLine:
    return replace(line, text=softened(line.text, _width(line, inner), line.size))


def _tall(line: CellLine, inner: float) -> float:
    if line.emblem:
        return line.before + line.emblem
    return line.before + max(1, len(wrap(line.text, _width(line, inner), line.size))) * line_height(line.size)


def column_of(texts: Iterable[str], look: SopLook, *, bold: bool = False) -> float:
    """Return the width of a column in which no word of some texts is parted (mm)."""
    widest = max((text_width(word, look.identitas.ukuran) for text in texts for word in unbroken(text)), default=0.0)
    return widest * (BOLD if bold else 1) + 2 * look.identitas.jarak_sel.mendatar + SIDEWAYS + HAIR


def emblem_cell(look: SopLook, column: float, down: int, *, right: bool = False) -> TableCell:
    """Return the place of the emblem, or of the one at the right, in the middle of a column of this width (mm)."""
    place, around = look.identitas.lambang.tinggi, 2 * look.identitas.jarak_sel.mendatar + SIDEWAYS
    line = CellLine(
        "", look.identitas.ukuran, centred=True, emblem=place, emblem_width=column - around, is_right=right
    )
    return TableCell((line,), down=down, middle=True)


def list_lines(part: ListPart, size: float, *, titled: bool) -> tuple[CellLine, ...]:
    """Return the items of a list as paragraphs, below its title where that is wanted."""
    title = (CellLine(part.title, size, bold=True),) if titled and part.title else ()
    items = (
        CellLine(item, size, mark=mark, indent=part.indent) for item, mark in zip(part.items, part.marks, strict=True)
    )
    return (*title, *items)


@dataclass
class SheetFiller:
    """Fills pages with tables from top to bottom; each page begins with `head`, which is told its number from 0."""

    room: float
    look: SopLook
    head: Callable[[int], tuple[MeasuredTable, ...]]
    sheets: list[list[MeasuredTable]] = field(default_factory=list)
    left: float = 0.0

    def begin(self) -> None:
        """Begin a page."""
        self.sheets.append([])
        self.left = self.room - SPARE
        for table in self.head(len(self.sheets) - 1):
            self._put(table)

    def _put(self, table: MeasuredTable) -> None:
        page = self.sheets[-1]
        former = page[-1] if page else None
        if former and former.ruled == table.ruled:
            page[-1] = joined(former, table)
            self.left -= table.height
        else:
            page.append(table)
            self.left -= table.height + GAP

    def add(self, table: MeasuredTable, loc: tuple[str | int, ...], *, with_next: float = 0.0) -> None:
        """Add a table that does not break, on the page of the next one where that is told (mm).

        Raises PlanError where it is taller than a page.
        """
        if table.height + GAP + (with_next + GAP if with_next else 0.0) > self.left:
            self.begin()
        if table.height + GAP > self.left:
            raise _too_tall(loc, table.height, self.left)
        self._put(table)

    def add_list(self, one: FrontList, make: Callable[[ListPart], MeasuredTable]) -> None:
        """Add a list; each page gets what it has room for. Raises PlanError for an item taller than a page."""
        rest, done, fresh = one.whole, 0, False
        while rest.title or rest.items:
            count = self._held(rest, make)
            if count is None and fresh:
                raise _too_tall((*one.loc, "isi", done), make(rest.cut(0, 1)).height, self.left)
            if count is not None:
                self._put(make(rest.cut(0, count)))
                rest, done = replace(rest.cut(count), title=""), done + count
            if rest.title or rest.items:
                self.begin()
                fresh = True

    def _held(self, rest: ListPart, make: Callable[[ListPart], MeasuredTable]) -> int | None:
        """Return how many items there is room for; None where not even the first one has."""
        for count in range(len(rest.items), 0 if rest.items else -1, -1):
            if make(rest.cut(0, count)).height + GAP <= self.left:
                return count
        return None

    def done(self) -> tuple[FrontSheet, ...]:
        """Return the pages."""
        return tuple(map(tuple, self.sheets))


def _too_tall(loc: tuple[str | int, ...], needed: float, room: float) -> PlanError:
    what = say("the item needs {needed} mm, a page has {room} mm", needed=f"{needed:.0f}", room=f"{room:.0f}")
    fix = say("shorten it, or make several items of it")
    if loc[0] == "kegiatan":
        fix = say("shorten its flow or its texts, split it, or take `dari: bagan` out of `bagian`")
    return PlanError(Refusal("TL06", loc, what, fix))
