"""From the plan of a matrix of changes to DOCX: the template filled, the sheet and the columns at their measures."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.table import Table

from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.matrix import LinesLook, MatrixLook
from sopgen.plan.contract.matrix import MatrixPlan
from sopgen.render.package import normalise
from sopgen.render.word.fill import Properties, fill, save
from sopgen.render.word.habits import loosen
from sopgen.render.word.hyphens import firm_hyphens
from sopgen.render.word.look import StyleLook, apply
from sopgen.render.word.named import forget_bookmarks, tables, tables_of
from sopgen.render.word.sheet import lay_out, new_page_before
from sopgen.render.word.table import exact, inner_distances, ruled, underline
from sopgen.render.word.trusted.guard import from_template
from sopgen.render.word.word_art import under_pages

TABLES: Final = ("kop", "edisi", "perubahan")


@from_template
def to_docx(plan: MatrixPlan, data: Mapping[str, object], template: Path) -> bytes:
    """Return the matrix as DOCX; `data` is the plan as templates take it.

    Raises TemplateError where the template can not be filled, or lacks a table or a style.
    """
    word = plan.watermark.word if plan.watermark else ""
    filled = fill(template, data, Properties(plan.title, plan.subject, plan.author, plan.day, word))
    document = filled.docx
    for section in document.sections:
        lay_out(section, plan.page)
    apply(document, style_looks(plan.look), plan.look.huruf, template.name)
    _lay_out_tables(document, plan, template.name)
    for table in tables(document, "perubahan", template.name)[1:]:
        new_page_before(table)
    forget_bookmarks(document, TABLES)
    firm_hyphens(document)
    if plan.watermark:
        under_pages(document, plan.watermark)
    return normalise(save(filled), day=plan.day)


def style_looks(look: MatrixLook) -> dict[str, StyleLook]:
    """Return what the look says of each style of the template."""
    return {
        "Normal": _lines(look.isi),
        "Heading 1": _lines(look.judul),
        "Kepala halaman": StyleLook(size=look.kepala_halaman.ukuran),
        "Jarak sesudah kop": StyleLook(line=look.kop.jarak_bawah),
        "Jarak sesudah judul": StyleLook(line=look.judul.jarak_bawah),
        "Jarak sesudah edisi": StyleLook(line=look.edisi.jarak_bawah),
        "Catatan": StyleLook(before=look.jarak_catatan),
    }


def _lines(look: LinesLook) -> StyleLook:
    return StyleLook(size=look.ukuran, line=look.tinggi_baris * MM_A_POINT)


def _lay_out_tables(document: Document, plan: MatrixPlan, template: str) -> None:
    label, colon = plan.look.edisi.label, plan.look.edisi.titik_dua
    widths = {
        "kop": (plan.kop_width,),
        "edisi": (label, colon, plan.page.text_width - label - colon),
        "perubahan": plan.columns,
    }
    for name, columns in widths.items():
        for table in tables_of(document, name, len(columns), template):
            loosen(table)
            exact(table, columns)
            _distances(table, name, plan.look)


def _distances(table: Table, name: str, look: MatrixLook) -> None:
    """Give a table its rules and the distance of its texts from them."""
    if name == "perubahan":
        ruled(table, look.garis)
        inner_distances(table, x=look.jarak_sel.mendatar, y=look.jarak_sel.tegak)
    else:
        inner_distances(table, x=0.0, y=0.0)
    if name == "kop":
        underline(table, look.kop.garis, look.kop.jarak_garis)
