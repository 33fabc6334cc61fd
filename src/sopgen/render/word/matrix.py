"""From the plan of a matrix of changes to DOCX: the template filled, the sheet and the columns at their measures."""

from pathlib import Path
from typing import Final

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.shared import Mm

from sopgen.errors import TemplateError
from sopgen.plan.matrix import MatrixPlan, as_data
from sopgen.render.package import normalise
from sopgen.render.word.fill import Properties, fill, save
from sopgen.render.word.table import exact

LABEL: Final = 20.0
COLON: Final = 4.0


def to_docx(plan: MatrixPlan, template: Path) -> bytes:
    """Return the matrix as DOCX. Raises TemplateError where the template can not be filled."""
    filled = fill(template, as_data(plan), Properties(plan.title, plan.subject, plan.author, plan.day))
    document = filled.docx
    _sheet(document, plan)
    text = plan.width - plan.left - plan.right
    widths = {1: [plan.kop_width + 2], 3: [LABEL, COLON, text - LABEL - COLON], 5: plan.columns}
    for table in document.tables:
        if len(table.columns) not in widths:
            raise TemplateError(f"{template.name}: a table of {len(table.columns)} columns. fix: 1, 3 or 5 columns")
        exact(table, widths[len(table.columns)])
    return normalise(save(filled), day=plan.day)


def _sheet(document: Document, plan: MatrixPlan) -> None:
    for section in document.sections:
        section.orientation = WD_ORIENTATION.LANDSCAPE
        section.page_width, section.page_height = Mm(plan.width), Mm(plan.height)
        section.top_margin, section.bottom_margin = Mm(plan.top), Mm(plan.bottom)
        section.header_distance = Mm(plan.header)
        section.left_margin, section.right_margin = Mm(plan.left), Mm(plan.right)
