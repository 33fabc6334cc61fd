"""From the plan of a task order to DOCX: the Word template filled, page and table at their exact measures."""

from pathlib import Path

from docx.document import Document
from docx.shared import Mm, Pt
from docx.table import Table

from sopgen.plan.order import OrderPlan, as_data
from sopgen.render._fill import Properties, fill, save
from sopgen.render._package import normalise
from sopgen.render._table import exact, row_height


def to_docx(plan: OrderPlan, template: Path) -> bytes:
    """Return the letter as DOCX. Raises TemplateError where the template can not be filled."""
    data = as_data(plan)
    half = -(-len(plan.equipment) // 2)
    padded = [*plan.equipment, ""][: 2 * half]
    context = {
        **data,
        "personel": list(range(1, plan.rows + 1)),
        "perlengkapan": [padded[n : n + 2] for n in range(0, 2 * half, 2)],
    }
    filled = fill(template, context, Properties(plan.title, plan.subject, plan.author, plan.day))
    _measure(filled.docx, plan)
    return normalise(save(filled), day=plan.day)


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
    if len(table.columns) == len(plan.columns):
        exact(table, plan.columns)
        for n, row in enumerate(table.rows):
            row_height(row, plan.row_height, head=n == 0)
    elif len(table.columns) == 1:
        exact(table, [plan.kop_width + 2])
    elif len(table.columns) == 2:
        exact(table, [text / 2, text / 2])
    elif len(table.columns) == 3:
        exact(table, [26.0, 4.0, text - 30.0])
    else:
        exact(table, [26.0, 4.0, (text - 30.0) / 2, (text - 30.0) / 2])
