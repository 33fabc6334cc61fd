"""The elements of drawings in Word documents (DrawingML, lengths in EMU)."""

from collections.abc import Callable
from itertools import count
from typing import Final

from lxml import etree

EMU: Final = 36_000
NAMES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
Ids = Callable[[], int]


def ids(start: int = 1000) -> Ids:
    """Return a source of numbers for drawings, unique in one document."""
    return count(start).__next__


def _qualified(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def new(name: str) -> etree._Element:
    """Return an element that knows all prefixes of drawings."""
    return etree.Element(_qualified(name), nsmap=NAMES)


def add(parent: etree._Element, name: str, /, **attributes: object) -> etree._Element:
    """Add an element; `__` in the name of an attribute stands for the colon after its prefix."""
    texts = {key.replace("__", ":"): str(value) for key, value in attributes.items()}
    named = {_qualified(key) if ":" in key else key: value for key, value in texts.items()}
    return etree.SubElement(parent, _qualified(name), named)


def emu(mm: float) -> int:
    """Return a length as drawings have it."""
    return round(mm * EMU)


def parent_of(element: etree._Element) -> etree._Element:
    """Return the element that holds another."""
    parent = element.getparent()
    assert parent is not None
    return parent
