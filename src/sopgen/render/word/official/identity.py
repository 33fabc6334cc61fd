"""The identity page of the official document in Word: the table by its name, at the measures of the plan."""

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.front.lists import ListPart
from sopgen.render.word.habits import loosen
from sopgen.render.word.named import of_style, styles, tables_of
from sopgen.render.word.official.identity_pages import ITEM, TITLE, other_rows, over_pages
from sopgen.render.word.table import cell_margins, inner_distances, ruled, spread

NAME = "identitas"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


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
    _lists(document, found, plan, template)
    if len(plan.identity_pages) > 1:
        over_pages(document, found, plan, template)


def _lists(document: Document, table: Table, plan: DocumentPlan, template: str) -> None:
    """Give the items of each list the room for their marks; the style has that of a dash."""
    named = styles(document, [TITLE, ITEM], template)
    title, item = named[TITLE].style_id, named[ITEM].style_id
    cells = [cell for row in table._tbl.tr_lst for cell in row.tc_lst if of_style(cell, title)]
    lists = [one for pair in plan.pairs for one in pair]
    if plan.sop.bagian and len(cells) != len(lists):
        raise other_rows(template)
    for cell, one in zip(cells, lists, strict=False):
        for paragraph in of_style(cell, item):
            _mark(Paragraph(paragraph, table), one, plan.look.inden_butir)


def _mark(item: Paragraph, one: ListPart, usual: float) -> None:
    for words in item._p.iter(qn("w:t")):
        if words.text in one.marks:
            words.attrib.pop(SPACE, "")
    if one.indent != usual:
        form = item.paragraph_format
        form.left_indent, form.first_line_indent = Mm(one.indent), Mm(-one.indent)
        form.tab_stops.add_tab_stop(Mm(usual), WD_TAB_ALIGNMENT.CLEAR)
        if one.indent:
            form.tab_stops.add_tab_stop(Mm(one.indent))
        else:
            for run in item.runs:
                for tab in run._r.findall(qn("w:tab")):
                    run._r.remove(tab)
