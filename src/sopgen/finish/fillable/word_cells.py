"""What a Word table says about its cells: which are empty and ruled, and what they are called."""

from typing import Final

from docx.oxml.ns import nsmap, qn
from docx.oxml.table import CT_Tc
from lxml import etree

from sopgen.finish.fillable.places import SIGNED, says_something

Element = etree._Element
NS: Final = {"w": nsmap["w"]}
SIDES: Final = ("top", "left", "bottom", "right")
NO_LINE: Final = frozenset({"nil", "none"})
TEXT: Final = ("w:t", "w:tab", "w:br")
CONTENT: Final = ("w:drawing", "w:pict", "w:object", "w:sdt", "w:tbl", "w:fldSimple")
# A row is called by its first words where they are this short, else by its number.
SHORT_ROW: Final = 20
# A style of Word stands on at most ten others.
DEEPEST: Final = 11


def text_of(element: Element) -> str:
    """Return the text in an element; a tab or a break is a blank."""
    words = (node.text or "" if node.tag == qn("w:t") else " " for node in element.iter(*map(qn, TEXT)))
    return "".join(words)


def value_of(element: Element) -> str | None:
    """Return what an element is set to."""
    return element.get(qn("w:val"))


def is_empty(cell: Element, styles: Element) -> bool:
    """Say whether a cell is ruled and has nothing in it; a merged cell counts once."""
    filled = text_of(cell).strip() or next(cell.iter(*map(qn, CONTENT)), None) is not None
    merged = cell.find("w:tcPr/w:vMerge", NS)
    goes_on = merged is not None and value_of(merged) != "restart"
    return not filled and not goes_on and _is_ruled(cell, styles)


def _is_ruled(cell: Element, styles: Element) -> bool:
    """Say whether there are lines on all four sides: the cell's own, or the table's."""
    own = cell.find("w:tcPr/w:tcBorders", NS)
    ruled = _table_is_ruled(_holder(cell, "w:tbl"), styles)
    return all(_drawn(own, side, otherwise=ruled) for side in SIDES)


def _table_is_ruled(table: Element, styles: Element) -> bool:
    """Say whether a table draws lines between its cells: itself, or by its style or one that this stands on."""
    borders = table.find("w:tblPr/w:tblBorders", NS)
    name = table.find("w:tblPr/w:tblStyle", NS)
    for _ in range(DEEPEST):
        if borders is None and name is not None:
            style = _style(styles, value_of(name))
            borders, name = style.find("w:tblPr/w:tblBorders", NS), style.find("w:basedOn", NS)
    return borders is not None and all(_drawn(borders, side, otherwise=False) for side in ("insideH", "insideV"))


def _style(styles: Element, name: str | None) -> Element:
    """Return a style by its id; all styles, which have no borders, where there is none."""
    known = styles.findall("w:style", NS)
    return next((style for style in known if style.get(qn("w:styleId")) == name), styles)


def _drawn(borders: Element | None, side: str, *, otherwise: bool) -> bool:
    line = None if borders is None else borders.find(f"w:{side}", NS)
    return otherwise if line is None else value_of(line) not in NO_LINE


def cell_label(cell: Element) -> str | None:
    """Return what a cell is called: the head of its column and its row.

    None where it is not for typing: a head, room for a signature, a box without a name (a photo's).
    """
    row, rows = _holder(cell, "w:tr"), _holder(cell, "w:tbl").findall("w:tr", NS)
    marked = [one for one in rows if one.find("w:trPr/w:tblHeader", NS) is not None]
    heads = marked or rows[:1]
    above = [] if row is rows[0] else [text_of(_at(head, _column(cell))).strip() for head in heads]
    head = next(filter(None, reversed(above)), "")
    number = str(rows.index(row) + 1 - (len(heads) if above else 0))
    before = (text_of(one).strip() for one in cell.itersiblings(qn("w:tc"), preceding=True))
    beside = next(filter(None, before), number)
    label = " ".join(filter(None, [head, beside if len(beside) <= SHORT_ROW else number]))
    return None if row in marked or SIGNED.search(head) or not says_something(label) else label


def words_above(paragraph: Element) -> str:
    """Return the words above a line that is the first in its cell, as "Yang melaporkan," above a name.

    Nothing where a colon in the row says that what stands beside it is its name.
    """
    cell = paragraph.getparent()
    first = not any(text_of(one).strip() for one in paragraph.itersiblings(qn("w:p"), preceding=True))
    if not isinstance(cell, CT_Tc) or not first:
        return ""
    row = _holder(cell, "w:tr")
    if any(text_of(one).strip() == ":" for one in row.findall("w:tc", NS)):
        return ""
    above = (_at(one, _column(cell)) for one in row.itersiblings(qn("w:tr"), preceding=True))
    lines = (text_of(line) for one in above for line in reversed(list(one.iter(qn("w:p")))))
    return next(filter(says_something, lines), "")


def _holder(cell: Element, name: str) -> Element:
    """Return the row or the table that a cell stands in."""
    return next(cell.iterancestors(qn(name)))


def _at(row: Element, column: int) -> Element:
    """Return the cell of a row that covers a column of the table's grid."""
    cells = row.findall("w:tc", NS)
    return next((cell for cell in reversed(cells) if _column(cell) <= column), cells[0])


def _column(cell: Element) -> int:
    """Return the column of the table's grid at which a cell begins."""
    assert isinstance(cell, CT_Tc)
    return cell.grid_offset
