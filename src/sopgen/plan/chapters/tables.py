"""The tables of a prose SOP: their columns, and how high their rows are (millimetres)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sopgen.model.chapters import ItemTable
from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.prose import ProseLook
from sopgen.plan.chapters.contents import ParagraphKind, ProseParagraph, ProseTable
from sopgen.plan.chapters.lines import joined, prose_lines
from sopgen.plan.columns import BOLD


@dataclass(frozen=True)
class BrokenTable:
    """A table whose rows are measured; its place in the text is that of a paragraph without words."""

    paragraph: ProseParagraph
    table: ProseTable


def broken_table(table: ItemTable, level: int, indent: float, look: ProseLook, width: float) -> BrokenTable:
    """Return a table under an item of a level; `indent` is where the item's text begins, `width` the page's (mm)."""
    columns = _columns(table, width - indent)
    heads, head_height = _row(table.kepala, [column / BOLD for column in columns], look)
    rows = [_row([cell or "" for cell in row], columns, look) for row in table.baris]
    texts, heights = tuple(row for row, _ in rows), tuple(height for _, height in rows)
    place = ProseParagraph(ParagraphKind.TABLE, level, 1, "", "", indent, 0.0, look.jarak.paragraf)
    return BrokenTable(place, ProseTable(columns, heads, head_height, texts, heights))


def _columns(table: ItemTable, width: float) -> tuple[float, ...]:
    shares = table.lebar or (1.0,) * len(table.kepala)
    return tuple(round(width * share / sum(shares), 2) for share in shares)


def _row(cells: Sequence[str], columns: Sequence[float], look: ProseLook) -> tuple[tuple[str, ...], float]:
    """Return the texts of a row, parted where a word is wider than its column, and the row's height."""
    lines = [
        prose_lines(cell, column - 2 * look.tabel.mendatar, look.tabel.ukuran)
        for cell, column in zip(cells, columns, strict=False)
    ]
    most = max(1, *map(len, lines))
    height = most * look.tabel.tinggi_baris * MM_A_POINT + 2 * look.tabel.tegak + look.garis * MM_A_POINT
    return tuple(map(joined, lines)), round(height, 2)
