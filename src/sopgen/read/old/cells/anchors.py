"""What is drawn on a sheet: the drawing part's anchors, between two cells, at one, or at a place of the sheet."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sopgen.read.old.areas import Area
from sopgen.read.old.cells.sizes import Sizes
from sopgen.read.old.shapes.drawingml import read_shapes
from sopgen.read.old.shapes.figures import EMU, Point, Sketch
from sopgen.read.old.shapes.frame import DrawingFrame, whole

ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
# Excel has so many columns and rows.
MOST_COLUMNS, MOST_ROWS = 16_384, 1_048_576


@dataclass(frozen=True)
class _Sheet:
    """The edges of a sheet's columns and rows as far as they are asked for."""

    sizes: Sizes

    def place(self, marker: etree._Element) -> Point:
        """Return the place of `xdr:from` or `xdr:to`: an offset within a cell, which it does not leave."""
        column, row = (whole(marker.findtext(f"{{*}}{name}", "")) for name in ("col", "row"))
        column, row = min(max(column, 0), MOST_COLUMNS), min(max(row, 0), MOST_ROWS)
        across, down = (whole(marker.findtext(f"{{*}}{name}", "")) / EMU for name in ("colOff", "rowOff"))
        wide = self.sizes.columns.get(column + 1, self.sizes.width)
        tall = self.sizes.rows.get(row + 1, self.sizes.height)
        return self.left(column) + min(max(across, 0.0), wide), self.top(row) + min(max(down, 0.0), tall)

    def left(self, column: int) -> float:
        known = {n: width for n, width in self.sizes.columns.items() if n <= column}
        return sum(known.values()) + (column - len(known)) * self.sizes.width

    def top(self, row: int) -> float:
        known = {n: height for n, height in self.sizes.rows.items() if n <= row}
        return sum(known.values()) + (row - len(known)) * self.sizes.height


def drawn_on(drawing: etree._Element, sizes: Sizes) -> Sketch:
    """Return what a sheet's drawing part draws."""
    sheet, found = _Sheet(sizes), Sketch()
    for anchor in _anchors(drawing):
        area = _area(anchor, sheet)
        for child in anchor:
            if isinstance(child.tag, str) and area is not None:
                found.take(read_shapes(child, DrawingFrame(), text_of, area))
    return found


def _anchors(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if not isinstance(child.tag, str):
            continue
        kind = etree.QName(child).localname
        if kind in ANCHORS:
            yield child
        elif kind in ("AlternateContent", "Choice"):
            yield from _anchors(child)


def _area(anchor: etree._Element, sheet: _Sheet) -> Area | None:
    begin, end = anchor.find("{*}from"), anchor.find("{*}to")
    place, extent = anchor.find("{*}pos"), anchor.find("{*}ext")
    if begin is not None:
        left, top = sheet.place(begin)
    elif place is not None:
        left, top = (whole(place.get(side, "")) / EMU for side in ("x", "y"))
    else:
        return None
    if end is not None:
        right, bottom = sheet.place(end)
    elif extent is not None:
        right, bottom = (a + whole(extent.get(side, "")) / EMU for a, side in ((left, "cx"), (top, "cy")))
    else:
        return None
    return Area(left, top, max(right, left), max(bottom, top))


def text_of(shape: etree._Element) -> str:
    """Return the words in a shape, a paragraph a line."""
    lines = []
    for paragraph in shape.iterfind("{*}txBody/{*}p"):
        words = [
            "\n" if etree.QName(one).localname == "br" else one.text or "" for one in paragraph.iter("{*}t", "{*}br")
        ]
        lines.append("".join(words).strip())
    return "\n".join(filter(None, lines))
