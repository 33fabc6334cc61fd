"""What staff added to the Word template of an SOP takes room on its pages: it fits there, or is refused."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tbl
from docx.oxml.text.paragraph import CT_P
from docx.shared import Mm
from lxml import etree

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.plan.contract.document import DocumentPlan
from sopgen.render.word.heights import heights, pages
from sopgen.render.word.named import styles, table_names
from sopgen.render.word.official.identity import NAME

OFFICE: Final = "Instansi sampul"
# What is less comes from rounding (mm).
LEAST: Final = 0.5


class NoRoom(TemplateError):
    """A page of the template holds more than it has room for."""


def fit_added(document: Document, plan: DocumentPlan, marker: str, template: str) -> None:
    """Give what was added to the cover its room there. Raises NoRoom where a page can not hold what was added.

    `marker` is the text of the paragraph where the flow table will stand. Pages of their own, behind a page break or
    in a section, are as long as they are.
    """
    office = styles(document, [OFFICE], template)[OFFICE]
    for section in _sections(document):
        for page in pages(section):
            offices = sum(one.style == office.style_id for one in page if isinstance(one, CT_P))
            if offices:
                office.paragraph_format.space_before = Mm(_cover_room(document, page, plan, offices, template))
            elif any(NAME in table_names(table) for one in page for table in _tables(one)):
                _refuse_more(heights(document, page, plan.upright.text_width), plan.upright.text_height, template)
            _refuse_above(document, page, plan, marker, template)


def _tables(element: etree._Element) -> Iterator[CT_Tbl]:
    return (one for one in element.iter(qn("w:tbl")) if isinstance(one, CT_Tbl))


def _text(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t"))).strip()


def _sections(document: Document) -> Iterator[list[etree._Element]]:
    """Yield the elements of each section; the empty paragraph that ends one is none of them."""
    found: list[etree._Element] = []
    for one in document.element.body:
        ends = one.find(f".//{qn('w:sectPr')}") is not None
        if not ends or _text(one) or one.find(f".//{qn('w:drawing')}") is not None:
            found.append(one)
        if ends:
            yield found
            found = []
    yield found


def _cover_room(
    document: Document, page: Sequence[etree._Element], plan: DocumentPlan, offices: int, template: str
) -> float:
    """Return the room above the office that brings it to the foot of the page, with all that stands on it."""
    planned = plan.upright.text_height - plan.cover_room - plan.look.sampul.jarak_bawah
    added = heights(document, page, plan.upright.text_width) - offices * plan.cover_room - planned
    if abs(added) < LEAST:
        return plan.cover_room / offices
    if added > plan.cover_room:
        raise _no_room(template, say("the cover"), added - plan.cover_room)
    return (plan.cover_room - added) / offices


def _refuse_more(taken: float, room: float, template: str) -> None:
    if taken > room:
        raise _no_room(template, say("the identity page"), taken - room)


def _refuse_above(
    document: Document, page: Sequence[etree._Element], plan: DocumentPlan, marker: str, template: str
) -> None:
    """Raise NoRoom where so much stands above the flow table that its first page can not hold its rows."""
    place = next((n for n, one in enumerate(page) if _text(one) == marker), None)
    above = heights(document, page[:place], plan.across.text_width) if place else 0.0
    room = plan.across.text_height - sum(plan.head_rows) - _first_sheet(plan)
    if above > room:
        raise _no_room(template, say("the first page of the flow table"), above - room)


def _first_sheet(plan: DocumentPlan) -> float:
    if not plan.sheets and not plan.steps:
        return 0.0
    if plan.sheets:
        return sum(row.height for row in plan.sheets[0])
    return sum((part.title.height if part.title else 0.0) + part.flow.height for part in plan.steps[0])


def _no_room(template: str, page: str, over: float) -> NoRoom:
    return NoRoom(
        say(
            "{file}: {page} is {mm} mm taller than its page with what was added in Word. fix: take that out of the "
            "template, or put it on a page of its own (Insert, Page Break) in Word and in the .typ",
            file=template,
            page=page,
            mm=max(1, ceil(over)),
        )
    )
