"""Tracked changes of Word (ISO/IEC 29500-1, 17.13.5): marks on runs, paragraphs, rows and properties."""

import copy
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree

from sopgen.render.word.drawing.elements import Ids, ids

Way = Literal["ins", "del"]
# What a change of properties does not hold: marks of its own, and headers, which are parts of their own.
NOT_IN_CHANGE: Final = {
    "pPr": ("rPr", "sectPr", "pPrChange"),
    "rPr": ("ins", "del", "rPrChange"),
    "sectPr": ("headerReference", "footerReference", "sectPrChange"),
    "trPr": ("ins", "del", "trPrChange"),
}
# What stands after the properties of a paragraph's mark.
AFTER_MARK: Final = (qn("w:sectPr"), qn("w:pPrChange"))


@dataclass(frozen=True)
class Pen:
    """Who changed the document and when; every mark has a number of its own."""

    author: str
    day: date
    next_id: Ids

    def mark(self, name: str) -> etree._Element:
        """Return an empty mark such as w:ins."""
        element = new(name)
        element.set(qn("w:id"), str(self.next_id()))
        element.set(qn("w:author"), self.author)
        element.set(qn("w:date"), f"{self.day.isoformat()}T00:00:00Z")
        return element


def pen(author: str, day: date) -> Pen:
    """Return a pen; its numbers stay clear of those of a template's bookmarks."""
    return Pen(author, day, ids(90_000))


def new(name: str) -> etree._Element:
    """Return an empty element of WordprocessingML."""
    element: etree._Element = OxmlElement(f"w:{name}")
    return element


def child(parent: etree._Element, name: str) -> etree._Element | None:
    """Return the child of a name, or None."""
    return parent.find(qn(f"w:{name}"))


def first(parent: etree._Element, name: str) -> etree._Element:
    """Return the child of a name; it is made as the first one where it is missing."""
    found = child(parent, name)
    if found is None:
        found = new(name)
        parent.insert(0, found)
    return found


def look_of_mark(paragraph: etree._Element) -> etree._Element:
    """Return the properties of a paragraph's mark; they are made where they are missing."""
    properties = first(paragraph, "pPr")
    look = child(properties, "rPr")
    if look is None:
        look = new("rPr")
        later = next((element for element in properties if element.tag in AFTER_MARK), None)
        if later is None:
            properties.append(look)
        else:
            later.addprevious(look)
    return look


def mark_paragraph(paragraph: etree._Element, ways: Iterable[Way], by: Pen) -> None:
    """Mark the end of a paragraph as inserted or deleted (both: it is there while the changes are)."""
    look = look_of_mark(paragraph)
    for place, way in enumerate(ways):
        look.insert(place, by.mark(way))


def mark_row(row: etree._Element, way: Way, by: Pen) -> None:
    """Mark a row as inserted or deleted."""
    properties = child(row, "trPr")
    if properties is None:
        properties = new("trPr")
        before = child(row, "tblPrEx")
        row.insert(0 if before is None else 1, properties)
    if not len(properties):  # the standard asks for a property before the mark: this one says what holds anyway
        properties.append(new("cantSplit"))
        properties[0].set(qn("w:val"), "off")
    properties.append(by.mark(way))


def mark_properties(now: etree._Element, before: etree._Element | None, by: Pen) -> None:
    """Note in the properties of a paragraph, a run or a section what they were before."""
    name = etree.QName(now).localname
    change = by.mark(f"{name}Change")
    held = new(name) if before is None else copy.deepcopy(before)
    for part in NOT_IN_CHANGE[name]:
        for element in held.findall(qn(f"w:{part}")):
            held.remove(element)
    change.append(held)
    now.append(change)
