"""Pages of measured tables: what stands in each cell, as both formats draw it (millimetres)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Annotated

from sopgen.plan.contract.drawing import DrawingTags
from sopgen.plan.contract.tags import Tag
from sopgen.plan.flow.geometry import FlowPlan

# Between two tables of a page: Word needs a paragraph there (mm).
GAP = 0.4


@dataclass(frozen=True)
class CellLine:
    """A paragraph of a cell, or the place of an emblem; `mark` stands before it, in the room of `indent`."""

    text: Annotated[str, Tag("teks", "kata-katanya")]
    size: Annotated[float, Tag("ukuran", "ukuran huruf (pt)")]
    bold: Annotated[bool, Tag("tebal", "dicetak tebal")] = False
    underlined: Annotated[bool, Tag("garis_bawah", "bergaris bawah")] = False
    centred: Annotated[bool, Tag("tengah", "rata tengah")] = False
    mark: Annotated[str, Tag("tanda", "tanda di depannya: strip, nomor, titik dua, atau kosong")] = ""
    indent: Annotated[float, Tag("inden", "tempat tanda itu (mm)")] = 0.0
    before: Annotated[float, Tag("jarak_atas", "jarak dari paragraf di atasnya (mm)")] = 0.0
    emblem: Annotated[float, Tag("lambang", "tinggi lambang yang berdiri di sini (mm); 0 bila tidak ada")] = 0.0
    emblem_width: Annotated[float, Tag("lebar_lambang", "lebar tempat lambang (mm)")] = 0.0
    is_right: Annotated[bool, Tag("kanan", "tempat lambang kedua")] = False
    heading: Annotated[bool, Tag("judul", "judul dokumen, untuk pembaca layar dan daftar penanda")] = False


@dataclass(frozen=True)
class CellChart(DrawingTags):
    """A flow that is drawn in a cell."""

    key: Annotated[str, Tag("kunci", "nama bagan dalam gambar_bagan")]
    description: Annotated[str, Tag("uraian_bagan", "bagan dalam kata, untuk pembaca layar")]
    flow: FlowPlan


@dataclass(frozen=True)
class TableCell:
    """A cell: over how many columns and rows it reaches, where its text stands, which of its sides have no rule."""

    lines: Annotated[tuple[CellLine, ...], Tag("isi", "paragraf sel")] = ()
    across: Annotated[int, Tag("kolom", "meliputi berapa kolom")] = 1
    down: Annotated[int, Tag("baris", "meliputi berapa baris")] = 1
    middle: Annotated[bool, Tag("tengah", "isinya di tengah tinggi sel")] = False
    open_left: Annotated[bool, Tag("tanpa_kiri", "tanpa garis kiri")] = False
    open_right: Annotated[bool, Tag("tanpa_kanan", "tanpa garis kanan")] = False
    chart: Annotated[CellChart | None, Tag("bagan", "bagan dalam sel; kosong bila tidak ada")] = None


@dataclass(frozen=True)
class TableLine:
    """A row of a measured table."""

    cells: Annotated[tuple[TableCell, ...], Tag("sel", "sel baris ini, tanpa yang dimulai di baris atasnya")]
    height: Annotated[float, Tag("tinggi", "tinggi baris (mm)")]


@dataclass(frozen=True)
class MeasuredTable:
    """A table of a front page: widths of its columns, its rows, whether it has rules."""

    columns: Annotated[tuple[float, ...], Tag("kolom", "lebar kolom (mm)")]
    rows: Annotated[tuple[TableLine, ...], Tag("baris", "baris tabel")]
    ruled: Annotated[bool, Tag("bergaris", "bergaris atau tidak")] = True

    @property
    def height(self) -> float:
        """Its height (mm)."""
        return sum(row.height for row in self.rows)

    @property
    def placed(self) -> Iterator[tuple[int, int, TableCell]]:
        """Its cells, each with the row and the column in which it begins."""
        return placed([row.cells for row in self.rows])


FrontSheet = tuple[MeasuredTable, ...]


def charts_of(sheets: Sequence[FrontSheet]) -> Iterator[CellChart]:
    """Yield the charts of pages, in their order."""
    cells = (cell for sheet in sheets for table in sheet for *_, cell in table.placed)
    yield from (cell.chart for cell in cells if cell.chart)


def joined(upper: MeasuredTable, lower: MeasuredTable) -> MeasuredTable:
    """Return two tables of one width as one, whose columns are those of both: no second rule stands between them."""
    edges = sorted({*_edges(upper.columns), *_edges(lower.columns)})
    columns = tuple(round(right - left, 2) for left, right in pairwise(edges))
    rows = (*_over(upper, edges), *_over(lower, edges))
    return MeasuredTable(columns, rows, upper.ruled)


def _edges(columns: Sequence[float]) -> list[float]:
    return [round(edge, 1) for edge in accumulate(columns, initial=0.0)]


def _over(table: MeasuredTable, edges: Sequence[float]) -> Iterator[TableLine]:
    """Yield the rows of a table with its cells over finer columns."""
    own = [edges.index(edge) for edge in _edges(table.columns)]
    cells: list[list[TableCell]] = [[] for _ in table.rows]
    for n, place, cell in table.placed:
        cells[n].append(replace(cell, across=own[place + cell.across] - own[place]))
    yield from (TableLine(tuple(one), row.height) for one, row in zip(cells, table.rows, strict=True))


def placed(rows: Sequence[Sequence[TableCell]]) -> Iterator[tuple[int, int, TableCell]]:
    """Yield the cells of rows, each with the row and the column in which it begins."""
    taken: set[tuple[int, int]] = set()
    for n, cells in enumerate(rows):
        place = 0
        for cell in cells:
            while (n, place) in taken:
                place += 1
            yield n, place, cell
            taken |= {(n + down, place + across) for down in range(cell.down) for across in range(cell.across)}
            place += cell.across
