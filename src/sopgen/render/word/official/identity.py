"""The identity page of the official document in Word: the table by its name, at the measures of the plan."""

from docx.document import Document
from docx.table import _Cell

from sopgen.plan.contract.document import DocumentPlan
from sopgen.render.word.habits import loosen
from sopgen.render.word.named import styles, tables_of
from sopgen.render.word.official.identity_pages import over_pages
from sopgen.render.word.table import cell_margins, inner_distances, ruled, spread

NAME = "identitas"


def lay_out_identity(document: Document, plan: DocumentPlan, template: str) -> None:
    """Give the identity table its widths and distances. Raises TemplateError where it is missing or another one."""
    found = tables_of(document, NAME, len(plan.identity_columns), template)[0]
    loosen(found)
    spread(found, plan.identity_columns)
    around = plan.look.identitas.jarak_sel
    ruled(found, plan.look.garis)
    inner_distances(found, x=around.mendatar, y=around.tegak)
    colon = styles(document, ["Titik dua"], template)["Titik dua"].style_id
    for row in found._tbl.tr_lst:
        for cell in row.tc_lst:
            if any(paragraph.style == colon for paragraph in cell.p_lst):
                cell_margins(_Cell(cell, found), x=around.titik_dua, y=around.tegak)
    if len(plan.identity_pages) > 1:
        over_pages(document, found, plan, template)
