"""What stands around a prose SOP in Word: the decree whose annex it is, the row in which a draft is initialled."""

from copy import deepcopy
from typing import cast

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table
from docx.text.paragraph import Paragraph

from sopgen.plan.chapters.contents import ProsePlan
from sopgen.read.emblem import Emblems
from sopgen.render.word.drawing.elements import ids
from sopgen.render.word.official.boxes import BoxContext, put_box, put_sheets
from sopgen.render.word.official.drawing import DrawingContext
from sopgen.render.word.sheet import shrink


def put_decree(document: Document, plan: ProsePlan) -> None:
    """Put the decree before all else, in a section of its own, and the head of its annex above cover or text."""
    boxes = _boxes(document, plan)
    first = document.element.body[0]
    for table in plan.over:
        put_box(boxes, table, first)
        _between(document, first)
    if plan.decree:
        first = document.element.body[0]
        first.addprevious(end := cast("CT_P", OxmlElement("w:p")))
        put_sheets(boxes, plan.decree, place := Paragraph(end, document._body))
        shrink(place)
        text = document.sections[-2 if plan.across else -1]._sectPr
        own = deepcopy(text)
        for count in own.findall(qn("w:pgNumType")):
            own.remove(count)
        end.get_or_add_pPr().append(own)


def put_initials(document: Document, plan: ProsePlan, signature: Table) -> None:
    """Put the row of initials under the signature, if there is one."""
    boxes = _boxes(document, plan)
    after = cast("BaseOxmlElement", signature._tbl.getnext())
    for table in plan.initials:
        _between(document, after)
        put_box(boxes, table, after)


def _boxes(document: Document, plan: ProsePlan) -> BoxContext:
    drawn = DrawingContext(document, {}, ids(), plan.box_look.alur.jarak_sel)
    return BoxContext(plan.box_look, plan.look.isi.ukuran, Emblems(), drawn)


def _between(document: Document, before: BaseOxmlElement) -> None:
    """Put the small paragraph that Word needs between two tables."""
    before.addprevious(between := cast("CT_P", OxmlElement("w:p")))
    shrink(Paragraph(between, document._body))
