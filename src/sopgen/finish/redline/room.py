"""The room of a row of exact height while changes are shown in it: deleted words and drawings take theirs, too."""

from typing import Final

from docx.oxml.ns import qn
from lxml import etree

from sopgen.finish.redline.tokens import Canon, Sides
from sopgen.finish.redline.track import child, mark_properties
from sopgen.plan.measure import line_height, wrap

HEIGHT: Final = f"{qn('w:trPr')}/{qn('w:trHeight')}"
TWIPS: Final = 1440 / 25.4
# Items hang by a dash; bold words are wider than their measure in the regular face by less than a tenth.
DASH_MM: Final = 4.0
BOLD: Final = 1.1


def fits(row: etree._Element, size_pt: float) -> bool:
    """Tell whether each cell's words have room; a row without an exact height grows with them."""
    height = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}[@{qn('w:hRule')}='exact']")
    if height is None:
        return True
    room = float(height.get(qn("w:val"), "0")) / TWIPS
    return all(_height(cell, size_pt) <= room for cell in row.iter(qn("w:tc")))


def _height(cell: etree._Element, size_pt: float) -> float:
    """Return the height of the words of a cell in millimetres; a drawing takes its own room."""
    if cell.find(f".//{qn('w:drawing')}") is not None:
        return 0.0
    width = _twips(cell, "w:tcPr/w:tcW", "w:w") - 2 * _twips(cell, "w:tcPr/w:tcMar/w:left", "w:w")
    lines = sum(_lines(paragraph, width / TWIPS, size_pt) for paragraph in cell.iter(qn("w:p")))
    return lines * line_height(size_pt) + _twips(cell, "w:p/w:pPr/w:spacing", "w:before") / TWIPS


def _lines(paragraph: etree._Element, width: float, size_pt: float) -> int:
    text = "".join(element.text or "" for element in paragraph.iter(qn("w:t"), qn("w:delText")))
    hanging = DASH_MM if text.startswith("-") else 0.0
    return max(1, len(wrap(text, max(width - hanging, 1.0) / BOLD, size_pt)))


def _twips(cell: etree._Element, path: str, attribute: str) -> float:
    found = cell.find("/".join(map(qn, path.split("/"))))
    return float(found.get(qn(attribute), "0")) if found is not None else 0.0


def same_room(old: etree._Element, now: etree._Element, sides: Sides) -> bool:
    """Tell rows of one height with the same drawings."""
    return _told(old) == _told(now) and _drawn(old, sides.old) == _drawn(now, sides.new)


def _told(row: etree._Element) -> list[str]:
    """Return the height of a row as it is told, and whether it is exact."""
    return [height.get(qn(f"w:{key}"), "") for height in row.iterfind(HEIGHT) for key in ("val", "hRule")]


def _drawn(row: etree._Element, canon: Canon) -> list[str]:
    return [canon(one) for one in row.iter(qn("w:drawing"))]


def let_grow(row: etree._Element, old: etree._Element, sides: Sides) -> None:
    """Have a row be as high as what went and what came in it needs, and note what height it had."""
    for height in row.iterfind(HEIGHT):
        height.set(qn("w:hRule"), "atLeast")
    properties = child(row, "trPr")
    if properties is not None:
        mark_properties(properties, child(old, "trPr"), sides.by)
