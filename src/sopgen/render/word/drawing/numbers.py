"""The numbers of the drawings of a document: each has its own, whoever put it there."""

from itertools import count

from docx.document import Document
from docx.opc.part import XmlPart
from lxml import etree

NUMBERED = ("{*}docPr", "{*}cNvPr")


def number_drawings(document: Document) -> None:
    """Number all drawings of a document and its heads from 1 on: the template's, the emblems, the charts."""
    numbers = count(1)
    for element in _parts(document):
        for drawing in element.iter(*NUMBERED):
            drawing.set("id", str(next(numbers)))


def _parts(document: Document) -> list[etree._Element]:
    parts = [part for part in document.part.package.iter_parts() if isinstance(part, XmlPart)]
    return [part.element for part in sorted(parts, key=lambda part: str(part.partname))]
