"""A table as it stands on a sheet: cells over rows and columns, their places in points, what is drawn there."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from sopgen.read.old.areas import Area
from sopgen.read.old.found import Found, Spot
from sopgen.read.old.labels import ITEM_MARK, unmarked
from sopgen.read.old.shapes.figures import Sketch


@dataclass(frozen=True, slots=True)
class CellText:
    """A paragraph of a cell; `mark` is the number or dash that its program puts before it."""

    text: str
    mark: str = ""

    @property
    def shown(self) -> str:
        """The paragraph with its mark, as it is seen."""
        return f"{self.mark} {self.text}".strip()

    @property
    def item(self) -> str:
        """The paragraph as an item of a list, without a mark before it."""
        return self.text.strip() if self.mark else unmarked(self.text)

    @property
    def marked(self) -> bool:
        """Whether it has a mark, its own or a typed one."""
        return bool(self.mark or ITEM_MARK.match(self.text.strip()))


@dataclass(frozen=True, slots=True)
class OldCell:
    """A cell: its first row and column, over how many of them, its paragraphs, and what it is called (`Alur!B7`)."""

    row: int
    column: int
    lines: tuple[CellText, ...]
    name: str
    down: int = 1
    across: int = 1

    @property
    def text(self) -> str:
        """All words of the cell on one line."""
        return " ".join(" ".join(one.shown for one in self.lines).split())

    @property
    def filled(self) -> tuple[CellText, ...]:
        """The paragraphs that have words."""
        return tuple(one for one in self.lines if one.shown)

    def found(self, text: str, doubt: str = "") -> Found:
        """Return a text of this cell with its place."""
        return Found(text, Spot(name=self.name), doubt)

    @property
    def whole(self) -> Found:
        """The paragraphs of the cell as one text, a line each."""
        return self.found("\n".join(one.shown for one in self.filled))


@dataclass(frozen=True)
class OldTable:
    """A table: the edges of its columns and rows (points, from its upper left corner), cells, what is drawn on it.

    `running` says that it is no table, but the paragraphs of a page, a row each.
    """

    name: str
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[OldCell, ...]
    drawing: Sketch = field(default_factory=Sketch)
    running: bool = False

    @cached_property
    def _at(self) -> dict[tuple[int, int], OldCell]:
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.row, cell.row + cell.down)
            for column in range(cell.column, cell.column + cell.across)
        }

    def at(self, row: int, column: int) -> OldCell | None:
        """Return the cell that covers a place."""
        return self._at.get((row, column))

    @property
    def height(self) -> int:
        """The number of its rows."""
        return len(self.rows) - 1

    @property
    def width(self) -> int:
        """The number of its columns."""
        return len(self.columns) - 1

    def row(self, row: int) -> Iterator[OldCell]:
        """Yield the cells that cover a row, from the left, each once."""
        before = None
        for column in range(self.width):
            cell = self.at(row, column)
            if cell is not None and cell is not before:
                yield cell
            before = cell

    def row_at(self, y: float) -> int:
        """Return the row in which a height lies; those beyond the table count as its first and last."""
        return min(max(bisect_right(self.rows, y) - 1, 0), max(self.height - 1, 0))

    def column_at(self, x: float) -> int:
        """Return the column in which a place lies; those beyond the table count as its first and last."""
        return min(max(bisect_right(self.columns, x) - 1, 0), max(self.width - 1, 0))

    def row_share(self, area: Area, row: int) -> float:
        """Return which part of a box's height lies in a row."""
        return _share(area.top, area.bottom, self.rows[row], self.rows[row + 1])

    def column_share(self, area: Area, columns: tuple[int, int]) -> float:
        """Return which part of a box's width lies in columns, the last one not counted."""
        return _share(area.left, area.right, self.columns[columns[0]], self.columns[columns[1]])


def _share(first: float, last: float, begin: float, end: float) -> float:
    if last <= first:
        return 1.0 if begin <= first < end else 0.0
    return max(0.0, min(last, end) - max(first, begin)) / (last - first)
