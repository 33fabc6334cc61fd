"""What is drawn in a Word paragraph: shapes in the line and floating ones, modern and old, with their places."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from sopgen.read.old.areas import Area
from sopgen.read.old.shapes.drawingml import read_shapes
from sopgen.read.old.shapes.figures import EMU, Point, Sketch
from sopgen.read.old.shapes.frame import DrawingFrame, whole
from sopgen.read.old.word.numbering import W
from sopgen.read.old.word.paragraphs import shape_text

MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PICTURES: Final = ("pic", "chart", "relIds")
# What a floating shape's place counts from, and is the same as the corner of its own paragraph or cell.
_OWN: Final = ("column", "character", "paragraph", "line", "insideMargin", "leftMargin")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where places count from: the corner of the paragraph, and that of the page's text as far as it is known."""

    own: Point
    text: Point
    page: Point


def drawn_in(paragraph: etree._Element, origin: Origin) -> Sketch:
    """Return what a paragraph draws; pictures are named as strange."""
    found = Sketch()
    for one in _drawings(paragraph):
        found.take(_placed(one, origin) if one.tag == f"{W}drawing" else Sketch())
    return found


def old_shapes(paragraph: etree._Element) -> list[etree._Element]:
    """Return the old drawings (VML) of a paragraph that no modern ones stand beside."""
    return [one for one in _drawings(paragraph) if one.tag != f"{W}drawing"]


def _drawings(element: etree._Element) -> Iterator[etree._Element]:
    for child in element:
        if child.tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            yield child
        elif child.tag == f"{MC}AlternateContent":
            choice = child.find(f"{MC}Choice")
            yield from _drawings(choice if choice is not None else child)
        elif child.tag not in (f"{W}del", f"{W}txbxContent") and isinstance(child.tag, str):
            yield from _drawings(child)


def _placed(drawing: etree._Element, origin: Origin) -> Sketch:
    found = Sketch()
    for holder in drawing:
        extent = holder.find("{*}extent")
        data = holder.find("{*}graphic/{*}graphicData")
        if extent is None or data is None:
            continue
        wide, tall = whole(extent.get("cx", "")) / EMU, whole(extent.get("cy", "")) / EMU
        x, y = _place(holder, origin) if etree.QName(holder).localname == "anchor" else origin.own
        area = Area(x, y, x + wide, y + tall)
        about = holder.find("{*}docPr")
        described = about.get("descr", "") if about is not None else ""
        for child in data:
            if etree.QName(child).localname in _PICTURES:
                found.strange.append(described or (about.get("name", "") if about is not None else ""))
            else:
                found.take(read_shapes(child, DrawingFrame(x, y), shape_text, area))
        if described and found.figures:
            found.described.append(described)
    return found


def _place(anchor: etree._Element, origin: Origin) -> Point:
    return _offset(anchor, "positionH", origin, 0), _offset(anchor, "positionV", origin, 1)


def _offset(anchor: etree._Element, name: str, origin: Origin, side: int) -> float:
    place = anchor.find(f"{{*}}{name}")
    offset = place.find("{*}posOffset") if place is not None else None
    told = whole((offset.text or "").strip()) / EMU if offset is not None else 0.0
    counted = place.get("relativeFrom", "column") if place is not None else "column"
    if counted in _OWN or (anchor.get("layoutInCell") == "1" and side == 0):
        return origin.own[side] + told
    return (origin.page if counted == "page" else origin.text)[side] + told
