"""From the plan of a form to DOCX: the Word template filled, on the unit's paper."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path
from typing import Any, Final

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn

from sopgen.model.look.form import (
    AgreementLook,
    AttendanceLook,
    EvaluationLook,
    FormLook,
    FormsLook,
    InvitationLook,
    MinutesLook,
    MonitoringLook,
    ReportLook,
)
from sopgen.plan.forms.table import FormPlan
from sopgen.render.package import normalise
from sopgen.render.word.fill import Properties, fill, save
from sopgen.render.word.hyphens import firm_hyphens
from sopgen.render.word.letters.tables import (
    ListLayout,
    lay_out_letterhead,
    lay_out_list,
    lay_out_plain,
    least_height,
    rows_to_fill,
)
from sopgen.render.word.look import StyleLook, apply
from sopgen.render.word.named import forget_bookmarks
from sopgen.render.word.sheet import lay_out
from sopgen.render.word.table import EIGHTHS, inner_distances, ruled
from sopgen.render.word.trusted.guard import from_template
from sopgen.render.word.word_art import under_pages

# A line that is there to begin a page, and to be seen by nobody (mm).
HAIR_LINE: Final = 0.4


@from_template
def to_docx(plan: FormPlan, data: Mapping[str, object], template: Path) -> bytes:
    """Return the form as DOCX; `data` is the plan as templates take it.

    Raises TemplateError where the template can not be filled, or lacks a table or a style.
    """
    word = plan.watermark.word if plan.watermark else ""
    filled = fill(template, data, Properties(plan.title, plan.subject, plan.author, plan.day, word))
    document = filled.docx
    for section in document.sections:
        lay_out(section, plan.page)
    apply(document, style_looks(plan.look, plan.own_look), plan.look.huruf, template.name)
    if plan.kop:
        lay_out_letterhead(document, plan.kop_width, plan.look.kop, template.name)
    LAYOUTS[type(plan.own_look)](document, plan, plan.own_look, template.name)
    forget_bookmarks(document, TABLES)
    firm_hyphens(document)
    if plan.watermark:
        under_pages(document, plan.watermark)
    return normalise(save(filled), day=plan.day)


def style_looks(look: FormsLook, own: FormLook) -> Mapping[str, StyleLook]:
    """Return what the looks, that of all forms and the form's own, say of each style of the templates."""
    gaps, number = look.jarak, look.inden_nomor
    plain = StyleLook(size=own.ukuran, before=0.0, after=0.0, lines=1.0)
    written = replace(plain, before=gaps.garis_tulis)
    return {
        "Normal": plain,
        "Isi": plain,
        "Heading 1": replace(plain, size=own.ukuran * look.judul.kali),
        "Heading 2": replace(plain, before=gaps.bagian, hanging=number),
        "Kepala halaman": StyleLook(size=look.kepala_halaman.ukuran),
        "Jarak sesudah kop": StyleLook(line=look.kop.jarak_bawah),
        "Jarak sesudah judul": StyleLook(line=look.judul.jarak_bawah),
        "Jarak bagian": StyleLook(line=gaps.bagian),
        "Jarak tabel": StyleLook(line=gaps.tabel),
        "Awal halaman": StyleLook(line=HAIR_LINE),
        "Bagian": replace(plain, before=gaps.bagian),
        "Isian": replace(plain, before=gaps.isian, indent=0.0),
        "Isian menjorok": replace(plain, before=gaps.isian, indent=number),
        "Isi menjorok": replace(plain, indent=number),
        "Garis tulis": replace(written, indent=0.0),
        "Garis menjorok": replace(written, indent=number),
        "Garis bernomor": replace(written, hanging=number),
        "Garis agenda": replace(written, indent=number, hanging=number),
        "Nomor": replace(plain, indent=number, hanging=number),
        **(_stamp_looks(own, plain) if isinstance(own, AgreementLook) else {}),
    }


def _stamp_looks(own: AgreementLook, plain: StyleLook) -> dict[str, StyleLook]:
    around = StyleLook(line=max(2 * own.meterai.jarak / 5, HAIR_LINE))
    return {"Meterai": replace(plain, size=own.meterai.ukuran), "Di sekitar meterai": around}


def _list(document: Document, plan: FormPlan, name: str, heads: Sequence[float], template: str) -> None:
    cells, content = plan.look.jarak_sel, plan.content
    rule = plan.look.garis
    layout = ListLayout(content.columns, heads, repeat(content.row), rule, cells.mendatar, cells.tegak)
    lay_out_list(document, name, layout, template)


def _details(document: Document, plan: FormPlan, template: str) -> None:
    label, colon = plan.look.isian.label, plan.look.isian.titik_dua
    lay_out_plain(document, "rincian", (label, colon, plan.page.text_width - label - colon), template)


def _signatures(document: Document, plan: FormPlan, name: str, room: float, template: str) -> None:
    """Give signatures their columns, and the room to sign (mm); the posts stand on one level, as the names do."""
    text = plan.page.text_width
    left = plan.look.tanda_tangan.kiri * text
    for table in lay_out_plain(document, name, (left, text - left), template):
        for cell in table.rows[0].cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.BOTTOM
        for row in rows_to_fill(table):
            least_height(row, room)


def _report(document: Document, plan: FormPlan, look: ReportLook, template: str) -> None:
    _list(document, plan, "petugas", [look.tinggi_baris], template)
    _details(document, plan, template)
    half = plan.page.text_width / 2
    for table in lay_out_plain(document, "foto", (half, half), template):
        ruled(table, plan.look.garis)
        inner_distances(table, x=plan.look.jarak_sel.mendatar, y=0.0)
        for row in rows_to_fill(table):
            least_height(row, look.tinggi_foto)
    _signatures(document, plan, "tanda_tangan", plan.look.tanda_tangan.ruang, template)


def _attendance(document: Document, plan: FormPlan, look: AttendanceLook, template: str) -> None:
    _details(document, plan, template)
    _list(document, plan, "daftar", [look.tinggi_baris], template)
    _signatures(document, plan, "tanda_tangan", plan.look.tanda_tangan.ruang, template)


def _minutes(document: Document, plan: FormPlan, look: MinutesLook, template: str) -> None:
    _details(document, plan, template)
    _list(document, plan, "tindak_lanjut", [look.tinggi_baris], template)
    _signatures(document, plan, "tanda_tangan", plan.look.tanda_tangan.ruang, template)


def _agreement(document: Document, plan: FormPlan, look: AgreementLook, template: str) -> None:
    stamp = look.meterai
    _details(document, plan, template)
    _list(document, plan, "saksi", [look.tinggi_baris], template)
    _signatures(document, plan, "tanda_tangan_pihak", stamp.sisi + stamp.jarak, template)
    _signatures(document, plan, "tanda_tangan", plan.look.tanda_tangan.ruang, template)
    for box in lay_out_plain(document, "meterai", (stamp.sisi,), template):
        box.alignment = WD_TABLE_ALIGNMENT.CENTER
        least_height(box.rows[0], stamp.sisi)
        for border in chain.from_iterable(box._tbl.iter(qn("w:tcBorders"))):
            border.set(qn("w:sz"), str(round(stamp.garis * EIGHTHS)))


def _monitoring(document: Document, plan: FormPlan, look: MonitoringLook, template: str) -> None:
    _details(document, plan, template)
    _list(document, plan, "penilaian", look.tinggi_kepala, template)
    _signatures(document, plan, "tanda_tangan", plan.look.tanda_tangan.ruang, template)


def _evaluation(document: Document, plan: FormPlan, look: EvaluationLook, template: str) -> None:
    _details(document, plan, template)
    _list(document, plan, "kriteria", [look.tinggi_baris], template)
    _signatures(document, plan, "tanda_tangan", plan.look.tanda_tangan.ruang, template)


def _invitation(document: Document, plan: FormPlan, _: InvitationLook, template: str) -> None:
    _details(document, plan, template)
    _signatures(document, plan, "tanda_tangan", plan.look.tanda_tangan.ruang, template)


LAYOUTS: Final[dict[type[FormLook], Callable[[Document, FormPlan, Any, str], None]]] = {
    ReportLook: _report,
    AttendanceLook: _attendance,
    MinutesLook: _minutes,
    AgreementLook: _agreement,
    MonitoringLook: _monitoring,
    EvaluationLook: _evaluation,
    InvitationLook: _invitation,
}
TABLES: Final = (
    *("kop", "rincian", "petugas", "foto", "daftar", "tindak_lanjut", "saksi", "penilaian", "kriteria"),
    *("tanda_tangan", "tanda_tangan_pihak", "meterai"),
)
# What no form can do without.
NEEDED: Final = ("kop", "rincian", "tanda_tangan")
