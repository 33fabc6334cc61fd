"""From two official documents (DOCX) to one: the new one, with what changed since the old one tracked for Word.

The body is what is tracked. Headers, styles and the other parts are those of the new document.
"""

import copy
import hashlib
import io
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from lxml import etree

from sopgen.errors import TemplateError
from sopgen.finish.redline.merge import merge
from sopgen.finish.redline.paragraphs import note_section, paragraph
from sopgen.finish.redline.tokens import Canon, Sides
from sopgen.finish.redline.track import pen
from sopgen.messages import say
from sopgen.render.package import normalise
from sopgen.render.word.drawing.elements import ids, parent_of
from sopgen.render.word.issued import forget_issued

TABLE_STYLE: Final = "Tabel alur"
USUAL_PT: Final = 9.5
# How the name of a chart begins.
CHART: Final = "Bagan"
NUMBERED: Final = ("{*}docPr", "{*}cNvPr")
RELATED: Final = f"{{{nsmap['r']}}}"
# Traces of an editing session, which say nothing.
TRACES: Final = re.compile(r"\}rsid\w*$")
NOISE: Final = (qn("w:proofErr"), qn("w:lastRenderedPageBreak"))


def track(old: bytes, new: bytes, *, author: str, dated: date, day: date) -> bytes:
    """Return the new document with the changes since the old one as tracked changes of `author` on `dated`.

    `day` is the date of the package. Raises TemplateError where the template holds what Word can not track.
    """
    before, after = docx.Document(io.BytesIO(old)), docx.Document(io.BytesIO(new))
    for document in (before, after):
        _quiet(document.element.body)
    sides = Sides(_canon(before), _canon(after), _adopter(before, after), pen(author, dated), _size(after))
    body = after.element.body
    left, right = _sections(before.element.body), _sections(body)
    if len(left) != len(right):
        fix = say("use one template for both")
        raise TemplateError(say("sop.docx: the number of sections differs. fix: {fix}", fix=fix))
    made = [block for pair in zip(left, right, strict=True) for block in _section(*pair, sides)]
    body[:] = made
    forget_issued(after)
    out = io.BytesIO()
    after.save(out)
    return normalise(out.getvalue(), day=day)


@dataclass(frozen=True)
class _Part:
    """A section: its blocks, and the paragraph or the properties that end it."""

    blocks: list[etree._Element]
    end: etree._Element


def _sections(body: etree._Element) -> list[_Part]:
    found: list[_Part] = []
    blocks: list[etree._Element] = []
    for block in body:
        if block.tag == qn("w:sectPr") or block.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            found.append(_Part(blocks, block))
            blocks = []
        else:
            blocks.append(block)
    return found


def _section(old: _Part, new: _Part, sides: Sides) -> list[etree._Element]:
    last = new.end.tag == qn("w:sectPr")
    blocks = merge(old.blocks, new.blocks, sides, closed=last)
    if not last:
        return [*blocks, paragraph(old.end, new.end, sides)]
    end = copy.deepcopy(new.end)
    note_section(end, old.end, sides)
    return [*blocks, end]


def _quiet(body: etree._Element) -> None:
    """Take out what Word leaves in a template while someone types."""
    for element in list(body.iter(*NOISE)):
        parent_of(element).remove(element)
    for start in body.findall(f".//{qn('w:bookmarkStart')}[@{qn('w:name')}='_GoBack']"):
        number = start.get(qn("w:id"))
        for element in [start, *body.findall(f".//{qn('w:bookmarkEnd')}[@{qn('w:id')}='{number}']")]:
            parent_of(element).remove(element)


def _size(document: Document) -> float:
    """Return the type size of the flow table, in points."""
    styles = [style for style in document.styles if style.name == TABLE_STYLE]
    size = styles[0].font.size if styles else None
    return float(size.pt) if size is not None else USUAL_PT


def _canon(document: Document) -> Canon:
    """Return how elements of a document are compared: by what they say, not by numbers and traces in them.

    What a chart is called for those who do not see it follows from the words beside it, which are compared.
    """
    targets = {key: _target(rel) for key, rel in document.part.rels.items()}

    def canon(element: etree._Element) -> str:
        bare = copy.deepcopy(element)
        for one in bare.iter(etree.Element):
            for key, value in list(one.attrib.items()):
                if TRACES.search(str(key)):
                    del one.attrib[key]
                elif str(key).startswith(RELATED):
                    one.set(key, targets.get(str(value), str(value)))
        for one in bare.iter(*NUMBERED):
            one.set("name", _unnumbered(one))
            one.set("id", "")
            if one.get("name", "").startswith(CHART) and "descr" in one.attrib:
                del one.attrib["descr"]
        return etree.tostring(bare, method="c14n", exclusive=True).decode()

    return canon


def _unnumbered(drawing: etree._Element) -> str:
    return drawing.get("name", "").removesuffix(drawing.get("id", ""))


def _target(rel: object) -> str:
    """Return what a relationship stands for: a picture by its bytes, a part by its name, a link by its place."""
    if rel.is_external:  # type: ignore[attr-defined]
        return str(rel.target_ref)  # type: ignore[attr-defined]
    part = rel.target_part  # type: ignore[attr-defined]
    image = rel.reltype == RELATIONSHIP_TYPE.IMAGE  # type: ignore[attr-defined]
    return hashlib.sha256(part.blob).hexdigest() if image else str(part.partname)


def _adopter(before: Document, after: Document) -> Callable[[etree._Element], etree._Element]:
    """Return how an element of the old document goes into the new: pictures brought along, drawings numbered anew."""
    numbers = [int(one.get("id", "0")) for one in after.element.body.iter(*NUMBERED)]
    next_id = ids(max(numbers, default=0) + 1)

    def adopt(element: etree._Element) -> etree._Element:
        for one in element.iter(etree.Element):
            for key, value in one.attrib.items():
                if str(key).startswith(RELATED):
                    picture = before.part.rels[str(value)].target_part.blob
                    one.set(key, after.part.get_or_add_image(io.BytesIO(picture))[0])
        for one in element.iter(*NUMBERED):
            name, number = _unnumbered(one), str(next_id())
            renamed = name != one.get("name", "")
            one.set("name", f"{name}{number}" if renamed else name)
            one.set("id", number)
        return element

    return adopt
