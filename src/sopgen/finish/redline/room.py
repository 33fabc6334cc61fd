"""Whether the words of a row, deleted ones too, have room in its exact height while the changes are shown."""

from typing import Final

from docx.oxml.ns import qn
from lxml import etree

from sopgen.plan.measure import line_height, wrap

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
