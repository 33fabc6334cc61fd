"""The head of the annex, which stands in the heads of its pages: letterhead and title of the annex side by side."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.model.look.prose import ProseLook
from sopgen.plan.chapters.annex import ProseAnnex
from sopgen.render.word.habits import loosen
from sopgen.render.word.look import rule_under
from sopgen.render.word.named import styles
from sopgen.render.word.table import exact, inner_distances

KOP_RULE = "Garis kop"


def lay_out_heads(document: Document, annex: ProseAnnex, look: ProseLook, template: str) -> None:
    """Give the tables in the heads of the annex's pages the widths of letterhead, room between, and title.

    Raises TemplateError where the template's last section has no such table in its heads.
    """
    between = annex.across.text_width - annex.kop_width - annex.head_width
    for reference in document.sections[-1]._sectPr.iter(qn("w:headerReference")):
        # By the relationship: python-docx's own way leads to the header as it was before it was filled.
        header = document.part.rels[reference.get(qn("r:id"))].target_part.element
        found = [Table(one, document) for one in header.iter(qn("w:tbl"))]
        _lay_out(found, (annex.kop_width, between, annex.head_width), template)
    rule_under(styles(document, [KOP_RULE], template)[KOP_RULE], look.kop.garis, look.kop.jarak_garis)


def _lay_out(tables: list[Table], widths: tuple[float, float, float], template: str) -> None:
    if not tables or len(tables[0].columns) != len(widths):
        raise TemplateError(
            say(
                "{file}: the heads of the annex's pages have no table of three columns. fix: copy the shipped "
                "template anew (`sopgen new` writes it)",
                file=template,
            )
        )
    loosen(tables[0])
    exact(tables[0], widths)
    inner_distances(tables[0], x=0.0, y=0.0)
