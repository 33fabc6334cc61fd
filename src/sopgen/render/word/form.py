"""From the plan of a form to DOCX: the Word template filled, on the unit's paper."""

from pathlib import Path
from typing import Final

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Row

from sopgen.plan.forms.table import FormPlan, as_data, letterhead_width
from sopgen.render.package import normalise
from sopgen.render.word.fill import Properties, fill, save
from sopgen.render.word.table import exact, stretch
from sopgen.render.word.word_art import under_pages

# Page number and mark above the text (mm).
HEADER: Final = 10.0
LIES: Final = {"tegak": WD_ORIENTATION.PORTRAIT, "mendatar": WD_ORIENTATION.LANDSCAPE}


def to_docx(plan: FormPlan, template: Path) -> bytes:
    """Return the form as DOCX. Raises TemplateError where the template can not be filled."""
    word = plan.watermark.word if plan.watermark else ""
    filled = fill(template, as_data(plan), Properties(plan.title, plan.subject, plan.author, plan.day, word))
    _measure(filled.docx, plan)
    if plan.watermark:
        under_pages(filled.docx, plan.watermark)
    return normalise(save(filled), day=plan.day)


def _measure(document: Document, plan: FormPlan) -> None:
    """Lay the form on its paper: the letterhead is the table of one column, the others are as wide as the text."""
    document.styles["Normal"].font.size = Pt(plan.size_pt)
    page, margin = plan.page, plan.page.margin
    for section in document.sections:
        section.orientation = LIES[page.orientasi]
        section.page_width, section.page_height = Mm(page.size[0]), Mm(page.size[1])
        section.top_margin, section.bottom_margin = Mm(margin.atas), Mm(margin.bawah)
        # A header taller than the margin would push the page's text down.
        section.header_distance = Mm(max(margin.atas - HEADER, 3.0))
        section.left_margin, section.right_margin = Mm(margin.kiri), Mm(margin.kanan)
    for table in document.tables:
        if len(table.columns) == 1:
            exact(table, [letterhead_width(plan) + 2])
        else:
            stretch(table, page.text_width)
            _list_rows(table, plan)


def _list_rows(table: Table, plan: FormPlan) -> None:
    """Give the rows of a list, the table whose head repeats, their least height: what is typed makes them higher."""
    if any(map(_is_head, table.rows)):
        for row in table.rows:
            if not _is_head(row):
                row.height, row.height_rule = Mm(plan.row), WD_ROW_HEIGHT_RULE.AT_LEAST


def _is_head(row: _Row) -> bool:
    return row._tr.trPr is not None and row._tr.trPr.find(qn("w:tblHeader")) is not None
