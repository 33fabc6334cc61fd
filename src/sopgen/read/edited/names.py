"""The names of WordprocessingML (ISO/IEC 29500-1) that an edited document is read by."""

from typing import Final

from lxml import etree

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# The strict form of the standard has a namespace of its own for the same elements.
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def w(name: str) -> str:
    """Return a name in the namespace of WordprocessingML."""
    return f"{{{MAIN}}}{name}"


def value(element: etree._Element | None, name: str = "val") -> str:
    """Return an attribute of WordprocessingML; empty where there is none."""
    return "" if element is None else element.get(w(name), "")


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for a comment or an instruction."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
