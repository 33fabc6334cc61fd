"""Accepting and rejecting all tracked changes of a DOCX, and what two documents must have in common.

A program of its own, from the standard (ISO/IEC 29500-1, 17.13.5): it shares nothing with the one that makes changes.
"""

import copy
import re
from hashlib import sha256
from io import BytesIO

from docx import Document
from lxml import etree
from tests.documents import W

NOT_IN_CHANGE = {"pPr": ("rPr", "sectPr"), "rPr": (), "sectPr": ("headerReference", "footerReference"), "trPr": ()}
RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(*names: str) -> list[str]:
    return [f"{W}{name}" for name in names]


def drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def settled(docx: bytes, *, accept: bool) -> str:
    """Return the body of a DOCX after all changes are accepted, or rejected, in its plain form."""
    out, stay = ("del", "ins") if accept else ("ins", "del")
    document = Document(BytesIO(docx))
    body = copy.deepcopy(document.element.body)
    settle_rows(body, out, stay)
    for change in list(body.iter(*w(out))):
        if change.getparent().tag not in w("rPr", "trPr"):
            drop(change)
    for change in list(body.iter(*w(stay))):
        if change.getparent().tag not in w("rPr", "trPr"):
            place = change.getparent()
            at = place.index(change)
            place[at : at + 1] = list(change)
    for text in list(body.iter(*w("delText"))):
        text.tag = f"{W}t"
    settle_properties(body, accept=accept)
    settle_marks(body, out, stay)
    return plain(body, document)


def settle_rows(body: etree._Element, out: str, stay: str) -> None:
    for row in list(body.iter(*w("tr"))):
        if row.find(f"{W}trPr/{W}{out}") is not None:
            drop(row)
        elif (mark := row.find(f"{W}trPr/{W}{stay}")) is not None:
            drop(mark)
    for table in list(body.iter(*w("tbl"))):
        if table.find(f"{W}tr") is None:
            drop(table)


def settle_properties(body: etree._Element, *, accept: bool) -> None:
    for name, others in NOT_IN_CHANGE.items():
        for change in list(body.iter(*w(f"{name}Change"))):
            now = change.getparent()
            assert now is not None
            drop(change)
            if not accept:
                before = change.find(f"{W}{name}")
                assert before is not None
                apart = [element for element in now if element.tag in w(*others)]
                head = [element for element in apart if "Reference" in str(element.tag)]
                now[:] = [*head, *before, *(element for element in apart if element not in head)]


def settle_marks(body: etree._Element, out: str, stay: str) -> None:
    """Take out the ends of paragraphs that go: what is left of a paragraph belongs to the next one."""
    for paragraph in list(body.iter(*w("p"))):
        look = paragraph.find(f"{W}pPr/{W}rPr")
        if look is None:
            continue
        for mark in look.findall(f"{W}{stay}"):
            look.remove(mark)
        gone = look.findall(f"{W}{out}")
        for mark in gone:
            look.remove(mark)
        if not len(look):
            drop(look)
        if gone:
            join(paragraph)


def join(paragraph: etree._Element) -> None:
    rest = [element for element in paragraph if element.tag != f"{W}pPr"]
    following = paragraph.getnext()
    if rest:
        assert following is not None
        assert following.tag == f"{W}p", "words are left whose paragraph has no end"
        at = 0 if following.find(f"{W}pPr") is None else 1
        following[at:at] = rest
    drop(paragraph)


def plain(body: etree._Element, document: object) -> str:
    """Return a body in the form by which documents are compared.

    Runs of one look that touch are one run, and one that holds nothing is none; pictures stand for their bytes, other
    parts for their names. That a row may be split is so without being said. What is in a row has room in it, so that
    its height is the same exactly or at least.
    """
    body = copy.deepcopy(body)
    name_parts(body, document)
    forget_numbers(body)
    for height in body.iter(*w("trHeight")):
        height.set(f"{W}hRule", "")
    for said in [one for one in body.iter(*w("cantSplit")) if one.get(f"{W}val") == "off"]:
        drop(said)
    for name in w("rPr", "pPr", "trPr"):
        for properties in [one for one in body.iter(name) if not len(one)]:
            drop(properties)
    for run in [one for one in body.iter(*w("r")) if not [part for part in one if part.tag != f"{W}rPr"]]:
        drop(run)
    for paragraph in body.iter(*w("p")):
        join_runs(paragraph)
    return etree.tostring(body, method="c14n", exclusive=True).decode()


def forget_numbers(body: etree._Element) -> None:
    """Take the numbers out of drawings; charts are called by the words beside them, which stand there anyway."""
    for drawing in body.iter("{*}docPr", "{*}cNvPr"):
        drawing.set("name", re.sub(r"^Bagan \d+$", "Bagan", drawing.get("name", "")))
        drawing.set("id", "")
        if drawing.get("name") == "Bagan":
            drawing.set("descr", "")


def name_parts(body: etree._Element, document: object) -> None:
    for element in body.iter(etree.Element):
        for key, value in list(element.attrib.items()):
            if str(key).startswith(RELATED):
                part = document.part.related_parts[value]  # type: ignore[attr-defined]
                picture = part.content_type.startswith("image/")
                element.set(key, sha256(part.blob).hexdigest() if picture else part.partname)


def join_runs(paragraph: etree._Element) -> None:
    for run in [one for one in paragraph if one.tag == f"{W}r"]:
        before = run.getprevious()
        if before is not None and before.tag == f"{W}r" and look_of(before) == look_of(run):
            before.extend([one for one in run if one.tag != f"{W}rPr"])
            drop(run)
    for text in list(paragraph.iter(*w("t"))):
        text.set(SPACE, "preserve")
        before = text.getprevious()
        if before is not None and before.tag == text.tag:
            before.text = (before.text or "") + (text.text or "")
            drop(text)


def look_of(run: etree._Element) -> bytes:
    look = run.find(f"{W}rPr")
    return b"" if look is None else etree.tostring(look, method="c14n", exclusive=True)


def body_of(docx: bytes) -> str:
    """Return the body of a DOCX without changes in its plain form."""
    document = Document(BytesIO(docx))
    return plain(document.element.body, document)
