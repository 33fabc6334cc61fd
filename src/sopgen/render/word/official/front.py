"""The measured tables of front pages in Word, where the template has their place."""

from collections.abc import Mapping
from typing import cast

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.plan.contract.boxes import FrontSheet
from sopgen.plan.contract.document import DocumentPlan
from sopgen.read.emblem import Emblems
from sopgen.render.word.drawing.elements import ids
from sopgen.render.word.named import tables_of
from sopgen.render.word.official.boxes import BoxContext, put_box, put_sheets
from sopgen.render.word.official.drawing import DrawingContext
from sopgen.render.word.official.identity import NAME
from sopgen.render.word.sheet import begin_page, new_page_before, shrink


def front_tables(
    document: Document, plan: DocumentPlan, pictures: Mapping[str, bytes], marker: str, template: str
) -> None:
    """Put the tables of the front pages in their place.

    `pictures` are the PNG charts for readers that know no shapes. Raises TemplateError where the template has no
    place for the tables.
    """
    drawn = DrawingContext(document, pictures, ids(), plan.look.alur.jarak_sel)
    emblems = Emblems(plan.emblem, plan.right_emblem)
    boxes = BoxContext(plan.look, plan.look.identitas.ukuran, emblems, drawn)
    leading = _decree(document, plan, boxes)
    if plan.front:
        place = _place(document, marker, template)
        put_sheets(boxes, [*leading, *plan.opening, *plan.front], place)
        document.element.body.remove(place._p)
        return
    for one in plan.initials:
        end = _section_end(document, plan, template)
        shrink(end.insert_paragraph_before())
        put_box(boxes, one, end._p)
    if leading or plan.opening:
        identity = tables_of(document, NAME, len(plan.identity_columns), template)[0]
        new_page_before(identity)
        place = Paragraph(cast("CT_P", identity._tbl.getprevious()), identity._parent)
        put_sheets(boxes, [*leading, *plan.opening], place)
        _annex(document, plan, identity._tbl, boxes)


def _decree(document: Document, plan: DocumentPlan, boxes: BoxContext) -> tuple[FrontSheet, ...]:
    """Put the decree before the cover; return its pages where there is no cover: they come before the head."""
    if plan.cover is None or not plan.decree:
        return plan.decree
    first = document.paragraphs[0]
    place = first.insert_paragraph_before()
    put_sheets(boxes, plan.decree, place)
    begin_page(place)
    for table in plan.annex:
        put_box(boxes, table, first._p)
    return ()


def _annex(document: Document, plan: DocumentPlan, before: BaseOxmlElement, boxes: BoxContext) -> None:
    """Put the head of the annex above the identity table, where there is no cover."""
    for table in plan.annex if plan.cover is None else ():
        put_box(boxes, table, before)
        between = cast("CT_P", OxmlElement("w:p"))
        before.addprevious(between)
        shrink(Paragraph(between, document._body))


def _section_end(document: Document, plan: DocumentPlan, template: str) -> Paragraph:
    """Return the paragraph that ends the section of the identity table."""
    identity = tables_of(document, NAME, len(plan.identity_columns), template)[0]
    ends = (one for one in identity._tbl.itersiblings() if one.find(f".//{qn('w:sectPr')}") is not None)
    return Paragraph(cast("CT_P", next(ends)), identity._parent)


def _place(document: Document, marker: str, template: str) -> Paragraph:
    place = next((paragraph for paragraph in document.paragraphs if paragraph.text.strip() == marker), None)
    if place is None:
        raise TemplateError(
            say(
                "{file}: no paragraph holds {tag} alone. fix: write it in a paragraph of its own behind the identity "
                "table, as the shipped template has it",
                file=template,
                tag="{{ halaman_depan }}",
            )
        )
    return place
