"""The edition that a Word document is issued from, in its properties: so that an edited one is known again.

It stands there twice: Word keeps both, LibreOffice the identifier of the core properties alone.
"""

from typing import Final, cast

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from sopgen.model.sop import Sop
from sopgen.read.edited.identity import PROPERTY, issued_as, written

PART: Final = "/docProps/custom.xml"
CUSTOM: Final = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VALUES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# Properties that users name (ISO/IEC 29500-1, 22.3.2.1); their ids begin at 2.
FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
FIRST_ID: Final = 2


def say_issued(document: Document, sop: Sop) -> None:
    """Write the edition and the digest of its meaning into the document's properties."""
    text = written(issued_as(sop))
    document.core_properties.identifier = text
    root = _properties(document)
    number = max((int(one.get("pid", "0")) for one in root), default=FIRST_ID - 1) + 1
    own = etree.SubElement(root, f"{{{CUSTOM}}}property", fmtid=FORMAT, pid=str(number), name=PROPERTY)
    etree.SubElement(own, f"{{{VALUES}}}lpwstr").text = text
    _put(document, root)


def forget_issued(document: Document) -> None:
    """Take the edition out of the properties of a document that shows more than what was issued."""
    document.core_properties.identifier = ""
    root = _properties(document)
    if len(root):
        _put(document, root)
    else:
        for name in [name for name, one in _relations(document)]:
            del document.part.package.rels[name]


def _relations(document: Document) -> list[tuple[str, Part]]:
    rels = document.part.package.rels
    return [
        (name, one.target_part) for name, one in rels.items() if one.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES
    ]


def _properties(document: Document) -> etree._Element:
    """Return the properties that the template has of its own, without ours."""
    found = [part for _, part in _relations(document)]
    names = cast("dict[str, str]", {"vt": VALUES, None: CUSTOM})
    root = etree.fromstring(found[0].blob) if found else etree.Element(f"{{{CUSTOM}}}Properties", nsmap=names)
    for one in [one for one in root if one.get("name") == PROPERTY]:
        root.remove(one)
    return root


def _put(document: Document, root: etree._Element) -> None:
    package = document.part.package
    for name, _ in _relations(document):
        del package.rels[name]
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(PackURI(PART), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, blob, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
