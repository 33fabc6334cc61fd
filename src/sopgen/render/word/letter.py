"""From the plan of a task order to DOCX: the Word template filled, page and table at their exact measures."""

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.enum.section import WD_ORIENTATION, WD_SECTION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import Table

from sopgen.plan.letter.data import as_data
from sopgen.plan.letter.plan import ANNEX_HEADS, CODE_SIZE, CODE_TITLE, OrderPlan
from sopgen.plan.letter.variants import changing_texts, what_stays, with_slots
from sopgen.render.package import normalise
from sopgen.render.word.cut import CutPackage, cut
from sopgen.render.word.fill import Properties, fill, save, show_as
from sopgen.render.word.table import add_row, cell_margins, exact, row_height
from sopgen.render.word.word_art import under_pages


def to_docx(plan: OrderPlan, template: Path) -> bytes:
    """Return the letter as DOCX. Raises TemplateError where the template can not be filled."""
    data = as_data(plan)
    half = -(-len(plan.equipment) // 2)
    padded = [*plan.equipment, ""][: 2 * half]
    context = {
        **data,
        "perlengkapan": [padded[n : n + 2] for n in range(0, 2 * half, 2)],
    }
    pictures = {"code": (plan.code, CODE_SIZE)} if plan.code else {}
    word = plan.watermark.word if plan.watermark else ""
    properties = Properties(plan.title, plan.subject, plan.author, plan.day, word)
    filled = fill(template, context, properties, pictures)
    show_as(filled, CODE_TITLE)
    _measure(filled.docx, plan)
    if plan.annex:
        _annex(filled.docx, plan)
    if plan.watermark:
        under_pages(filled.docx, plan.watermark)
    return normalise(save(filled), day=plan.day)


PLAIN: Final = re.compile(r"(?:\S+(?: \S+)*)?", re.ASCII)
MOST_VARIANTS: Final = 64


class DocxLetterMaker:
    """Letters of one template: filled once for each variant, then only what changes is written.

    The first letter of a variant is also made by docxtpl, and compared byte for byte: a template that does more
    with a text than print it goes on through docxtpl.
    """

    def __init__(self, template: Path) -> None:
        self.template = template
        self._cuts: dict[Hashable, CutPackage | None] = {}

    def docx(self, plan: OrderPlan) -> bytes:
        """Return the letter as DOCX, the same bytes as `to_docx`."""
        texts = changing_texts(plan)
        # A letter with an annex is made alone.
        if plan.annex or not all(map(PLAIN.fullmatch, texts)):
            return to_docx(plan, self.template)
        key = what_stays(plan)
        try:
            made = self._cuts[key]
        except KeyError:
            if len(self._cuts) >= MOST_VARIANTS:
                self._cuts.clear()
            made = self._cuts[key] = self._cut(plan, texts)
        return made.fill(texts, plan.code) if made else to_docx(plan, self.template)

    def _cut(self, plan: OrderPlan, texts: tuple[str, ...]) -> CutPackage | None:
        made = cut(to_docx(with_slots(plan), self.template), plan.code)
        return made if made.fill(texts, plan.code) == to_docx(plan, self.template) else None


def _measure(document: Document, plan: OrderPlan) -> None:
    document.styles["Normal"].font.size = Pt(plan.size_pt)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(plan.width), Mm(plan.height)
    section.top_margin, section.bottom_margin = Mm(plan.top), Mm(plan.bottom)
    section.left_margin, section.right_margin = Mm(plan.left), Mm(plan.right)
    for table in document.tables:
        _fit(table, plan)


def _fit(table: Table, plan: OrderPlan) -> None:
    """Set a table's widths by what it is: the letterhead, the personnel, label rows, signatures."""
    text = plan.width - plan.left - plan.right
    if len(table.columns) == len(plan.columns) and not plan.people:
        body = table._tbl.getparent()
        assert body is not None
        body.remove(table._tbl)
    elif len(table.columns) == len(plan.columns):
        exact(table, plan.columns)
        for n, (row, height) in enumerate(zip(table.rows, (plan.row_height, *plan.heights), strict=True)):
            row_height(row, height, head=n == 0)
    elif len(table.columns) == 1:
        exact(table, [plan.kop_width + 2])
    elif len(table.columns) == 2:
        exact(table, [text * 0.4, text * 0.6])
    elif len(table.columns) == 3:
        exact(table, [26.0, 4.0, text - 30.0])
    else:
        exact(table, [26.0, 4.0, (text - 30.0) / 2, (text - 30.0) / 2])


def _annex(document: Document, plan: OrderPlan) -> None:
    """Add the list of personnel on a sheet of its own, laid across, with the signature again."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = Mm(plan.height), Mm(plan.width)
    text = plan.height - plan.left - plan.right
    for line in plan.annex_head:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.left_indent = Mm(plan.annex_indent)
        paragraph.add_run(line).underline = line is plan.annex_head[-1] or None
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    title.paragraph_format.space_before, title.paragraph_format.space_after = Mm(4), Mm(3)
    title.add_run("DAFTAR PERSONEL").bold = True
    _annex_table(document, plan)
    _annex_signature(document, plan, text)


def _annex_table(document: Document, plan: OrderPlan) -> None:
    table = document.add_table(rows=1, cols=len(ANNEX_HEADS), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, ANNEX_HEADS, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    for number, row in enumerate(plan.annex, 1):
        cells = add_row(table).cells
        for cell, words in zip(cells, row.in_annex(number), strict=True):
            cell.paragraphs[0].add_run(words)
        cells[0].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
    exact(table, plan.annex_columns)
    for n, (line, height) in enumerate(zip(table.rows, plan.annex_heights, strict=True)):
        row_height(line, height, head=n == 0)
        for cell in line.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            cell_margins(cell, x=1.0, y=0.0)


def _annex_signature(document: Document, plan: OrderPlan, text: float) -> None:
    lines = [*plan.on_behalf, plan.post, "", "", "", "", plan.name, plan.rank]
    for n, words in enumerate(lines):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        form = paragraph.paragraph_format
        form.left_indent, form.keep_with_next = Mm(text / 2), n < len(lines) - 1
        if n == 0:
            form.space_before = Mm(4)
        run = paragraph.add_run(words)
        run.bold = run.underline = words == plan.name or None
