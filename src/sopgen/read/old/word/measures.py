"""Widths and heights of a Word table in points: what its XML says, else an estimate from its words."""

from collections.abc import Sequence
from itertools import accumulate
from math import ceil
from typing import Final

from lxml import etree

from sopgen.read.old.shapes.frame import whole
from sopgen.read.old.word.numbering import W, value

TWIPS: Final = 20
# An estimate where nothing is said: a line, a letter, the margin at both sides of a cell.
LINE: Final = 12.5
LETTER: Final = 4.9
MARGIN: Final = 5.4
_NARROW: Final = 20.0


def column_edges(table: etree._Element, count: int) -> tuple[float, ...]:
    """Return the edges of a table's columns from its left edge, for at least so many columns."""
    widths = [whole(one.get(f"{W}w", "")) / TWIPS for one in table.findall(f"{W}tblGrid/{W}gridCol")]
    widths += [_NARROW] * (count - len(widths))
    return tuple(accumulate((max(width, 1.0) for width in widths), initial=0.0))


def row_height(row: etree._Element, estimate: float) -> float:
    """Return a row's height: exact, at least, or as its words need."""
    said = row.find(f"{W}trPr/{W}trHeight")
    height = whole(said.get(f"{W}val", "")) / TWIPS if said is not None else 0.0
    if said is not None and said.get(f"{W}hRule") == "exact":
        return max(height, 1.0)
    return max(height, estimate, LINE)


def lines_height(texts: Sequence[str], width: float) -> float:
    """Return how high paragraphs are in a width, roughly."""
    per_line = max((width - 2 * MARGIN) / LETTER, 1.0)
    return sum(max(ceil(len(part) / per_line), 1) for text in texts for part in text.split("\n")) * LINE


def left_margin(table: etree._Element, cell: etree._Element) -> float:
    """Return the distance of what stands in a cell from its left edge."""
    for margins in (cell.find(f"{W}tcPr/{W}tcMar"), table.find(f"{W}tblPr/{W}tblCellMar")):
        for name in ("left", "start"):
            side = margins.find(f"{W}{name}") if margins is not None else None
            if side is not None:
                return whole(side.get(f"{W}w", "")) / TWIPS
    return MARGIN


def spans(cell: etree._Element) -> tuple[int, str]:
    """Return over how many columns a cell goes, and its part of a merge downwards: "", `restart`, `continue`."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return 1, ""
    down = properties.find(f"{W}vMerge")
    across = whole(value(properties.find(f"{W}gridSpan"))) or 1
    return min(max(across, 1), 200), "" if down is None else down.get(f"{W}val", "continue")
