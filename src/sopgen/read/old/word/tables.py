"""From the body of a Word document to grids: its tables, and the paragraphs between them as a grid of one column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from lxml import etree

from sopgen.messages import say
from sopgen.read.old.areas import Area
from sopgen.read.old.shapes.figures import Sketch
from sopgen.read.old.shapes.vml import read_old
from sopgen.read.old.tables.grid import CellText, OldCell, OldTable
from sopgen.read.old.word.drawn import Origin, drawn_in, old_shapes
from sopgen.read.old.word.measures import column_edges, left_margin, lines_height, row_height, spans
from sopgen.read.old.word.numbering import Numbering, W
from sopgen.read.old.word.paragraphs import shape_text, text_of

_WRAPPERS = tuple(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
# Tables in tables deeper than this are not read.
DEEPEST = 6
MOST_COLUMNS = 200
_PAGE = 600.0


@dataclass
class _Cell:
    """A cell while its table is read: its element, its place, its paragraphs; the tables in it come after its own."""

    element: etree._Element
    row: int
    column: int
    across: int
    down: int = 1
    lines: list[tuple[etree._Element, CellText]] = field(default_factory=list)


class BodyReader:
    """Reads a body part by part, so that lists are counted in their order."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._tables = 0

    def grids(self, body: etree._Element) -> list[OldTable]:
        """Return all tables and runs of paragraphs, in their order."""
        found: list[OldTable] = []
        running: list[etree._Element] = []
        for block in blocks(body):
            if block.tag == f"{W}p":
                running.append(block)
            else:
                found += self._running(running)
                running = []
                found += self._table(block, 0)
        return over_tables([*found, *self._running(running)])

    def _running(self, paragraphs: Sequence[etree._Element]) -> list[OldTable]:
        lines = [self._line(one) for one in paragraphs]
        heights = [lines_height([line.text], _PAGE) for line in lines]
        edges = tuple(accumulate(heights, initial=0.0))
        drawing = Sketch()
        for paragraph, top in zip(paragraphs, edges, strict=False):
            drawing.take(_drawn(paragraph, Origin((0.0, top), (0.0, top), (-_LEFT, top))))
        cells = tuple(
            OldCell(n, 0, (line,), say("paragraph: {words}", words=line.text[:30]))
            for n, line in enumerate(lines)
            if line.text
        )
        filled = cells or drawing.figures or drawing.wires or drawing.strange
        return [OldTable(say("paragraphs"), (0.0, _PAGE), edges, cells, drawing, running=True)] if filled else []

    def _line(self, paragraph: etree._Element) -> CellText:
        return CellText(text_of(paragraph), self._numbering.mark(paragraph))

    def _table(self, table: etree._Element, depth: int) -> list[OldTable]:
        self._tables += 1
        number = self._tables
        inner: list[OldTable] = []
        cells = self._cells(table, inner, depth)
        rows = list(_rows(table))
        columns = column_edges(table, min(max((one.column + one.across for one in cells), default=1), MOST_COLUMNS))
        heights = [row_height(row, _estimate(cells, n, columns)) for n, row in enumerate(rows)]
        edges = tuple(accumulate(heights, initial=0.0))
        drawing = Sketch()
        for one in cells:
            drawing.take(_in_cell(table, one, columns, edges))
        told = tuple(
            OldCell(
                one.row, one.column, tuple(line for _, line in one.lines), _name(number, one), one.down, one.across
            )
            for one in cells
        )
        return [OldTable(say("table {number}", number=number), columns, edges, told, drawing), *inner]

    def _cells(self, table: etree._Element, inner: list[OldTable], depth: int) -> list[_Cell]:
        found: list[_Cell] = []
        above: dict[int, _Cell] = {}
        for n, row in enumerate(_rows(table)):
            for column, element in _placed(row):
                across, down = spans(element)
                upper = above.get(column)
                if down == "continue" and upper and upper.row + upper.down == n:
                    upper.down += 1
                    upper.lines += self._filled(element, inner, depth)
                    continue
                one = _Cell(element, n, column, across)
                one.lines = self._filled(element, inner, depth, empty=True)
                found.append(one)
                above[column] = one
        return found

    def _filled(
        self, element: etree._Element, inner: list[OldTable], depth: int, *, empty: bool = False
    ) -> list[tuple[etree._Element, CellText]]:
        lines = []
        for block in blocks(element):
            if block.tag == f"{W}p":
                lines.append((block, self._line(block)))
            elif depth < DEEPEST:
                inner += self._table(block, depth + 1)
        return [line for line in lines if empty or line[1].text]


_LEFT = 72.0


def blocks(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables of a body or a cell, through content controls and tracked changes."""
    for child in element:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from blocks(child)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == f"{W}tr" and child.find(f"{W}trPr/{W}del") is None:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _placed(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield the cells of a row with their first columns."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    column = int(before.get(f"{W}val", "0")) if before is not None and before.get(f"{W}val", "").isdigit() else 0
    for cell in _cells_of(row):
        if column >= MOST_COLUMNS:
            return
        yield column, cell
        column += spans(cell)[0]


def _cells_of(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _cells_of(child)


def _name(number: int, one: _Cell) -> str:
    return say("table {number}, row {row}, column {column}", number=number, row=one.row + 1, column=one.column + 1)


def _width(columns: Sequence[float], one: _Cell) -> float:
    return columns[min(one.column + one.across, len(columns) - 1)] - columns[min(one.column, len(columns) - 1)]


def _estimate(cells: Sequence[_Cell], row: int, columns: Sequence[float]) -> float:
    own = [one for one in cells if one.row == row and one.down == 1]
    return max((lines_height([line.text for _, line in one.lines], _width(columns, one)) for one in own), default=0.0)


def _in_cell(table: etree._Element, one: _Cell, columns: Sequence[float], rows: Sequence[float]) -> Sketch:
    found = Sketch()
    left = columns[one.column] + left_margin(table, one.element)
    top = rows[one.row]
    for paragraph, line in one.lines:
        found.take(_drawn(paragraph, Origin((left, top), (0.0, rows[one.row]), (-_LEFT, rows[one.row]))))
        if line.text:
            top += lines_height([line.text], _width(columns, one))
    return found


def _drawn(paragraph: etree._Element, origin: Origin) -> Sketch:
    found = drawn_in(paragraph, origin)
    for old in old_shapes(paragraph):
        found.take(read_old(old, origin.own, shape_text))
    return found


def over_tables(grids: Sequence[OldTable]) -> list[OldTable]:
    """Return the grids with what floats over a table, but hangs on a paragraph beside it, on that table."""
    found = list(grids)
    for n, grid in enumerate(found):
        if not grid.running or not (grid.drawing.figures or grid.drawing.wires):
            continue
        after = n + 1 < len(found) and not found[n + 1].running
        before = n > 0 and not found[n - 1].running
        if after and _below(grid):
            _move(found, n, n + 1, -grid.rows[-1])
        elif before:
            _move(found, n, n - 1, found[n - 1].rows[-1])
    return found


def _below(grid: OldTable) -> bool:
    """Tell whether most of what is drawn lies below the paragraphs on which it hangs."""
    tops = [one.area.middle[1] for one in grid.drawing.figures] or [one.points[0][1] for one in grid.drawing.wires]
    return sum(top > grid.rows[-1] for top in tops) * 2 > len(tops)


def _move(found: list[OldTable], source: int, target: int, down: float) -> None:
    own = found[source].drawing
    drawing = Sketch(old=own.old)
    drawing.figures = [replace(one, area=_lower(one.area, down)) for one in own.figures]
    drawing.wires = [replace(one, points=tuple((x, y + down) for x, y in one.points)) for one in own.wires]
    drawing.take(found[target].drawing)
    found[target] = replace(found[target], drawing=drawing)
    found[source] = replace(found[source], drawing=Sketch(strange=own.strange))


def _lower(area: Area, down: float) -> Area:
    return Area(area.left, area.top + down, area.right, area.bottom + down)
