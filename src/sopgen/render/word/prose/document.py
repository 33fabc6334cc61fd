"""From the plan of a prose SOP to DOCX: the template filled, each paragraph at its planned place."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.matrix import LinesLook
from sopgen.model.look.prose import JUSTIFIED, ProseLook
from sopgen.plan.chapters.contents import ParagraphKind, ProseParagraph, ProsePlan
from sopgen.render.package import normalise
from sopgen.render.word.drawing.numbers import number_drawings
from sopgen.render.word.fill import Properties, fill, save
from sopgen.render.word.hyphens import firm_hyphens, optional_hyphens
from sopgen.render.word.issued import say_issued
from sopgen.render.word.letters.tables import lay_out_letterhead, lay_out_plain
from sopgen.render.word.look import StyleLook, apply, rule_under
from sopgen.render.word.named import forget_bookmarks, styles
from sopgen.render.word.official.document import MARKER, flow_tables
from sopgen.render.word.prose.annex import KOP_RULE, lay_out_heads
from sopgen.render.word.prose.decree import put_decree, put_initials
from sopgen.render.word.prose.table import CELL, put_table
from sopgen.render.word.sheet import lay_out
from sopgen.render.word.table import underline
from sopgen.render.word.trusted.guard import from_template
from sopgen.render.word.word_art import under_pages

COVER_KOP: Final = "kop_sampul"
TABLES: Final = ("kop", COVER_KOP, "tanda_tangan")
DATE_RULE: Final = "Garis tanggal"
# The style of each kind of paragraph.
STYLES: Final = {
    ParagraphKind.CHAPTER: "Heading 1",
    ParagraphKind.HEAD: "Judul butir",
    ParagraphKind.ITEM: "Butir",
    ParagraphKind.TEXT: "Paragraf",
    ParagraphKind.TABLE: "Tempat tabel",
}
# Those that the look justifies.
FLOWING: Final = (STYLES[ParagraphKind.ITEM], STYLES[ParagraphKind.TEXT])
# A line that is there to begin a page, and to be seen by nobody (mm).
HAIR_LINE: Final = 0.4


@from_template
def to_docx(plan: ProsePlan, data: Mapping[str, object], template: Path, pictures: Mapping[str, bytes]) -> bytes:
    """Return the document; `data` is the plan as templates take it, `pictures` the PNG charts of its annex.

    Raises TemplateError where the template can not be filled, or lacks a table or a style.
    """
    emblem = {"lambang": (plan.emblem, plan.look.lambang.tinggi)} if plan.emblem else {}
    properties = Properties(plan.title, plan.subject, plan.author, plan.day, plan.sop.watermark)
    filled = fill(template, {**data, "lambang": "", "tabel_alur": MARKER}, properties, emblem)
    document = filled.docx
    _sections(document, plan)
    looks = style_looks(plan.look, plan.annex.font_pt if plan.annex else plan.look.isi.ukuran, plan.cover_room)
    apply(document, looks, plan.look.huruf, template.name)
    rule_under(
        styles(document, [DATE_RULE], template.name)[DATE_RULE],
        plan.look.garis_tanggal,
        plan.look.jarak_garis_tanggal,
    )
    _tables(document, plan, template.name)
    _paragraphs(document, plan, template.name)
    put_decree(document, plan)
    if plan.annex:
        lay_out_heads(document, plan.annex, plan.look, template.name)
        flow_tables(document, plan.annex, pictures, template.name)
    forget_bookmarks(document, TABLES)
    optional_hyphens(document)
    firm_hyphens(document)
    if plan.watermark:
        under_pages(document, plan.watermark)
    number_drawings(document)
    say_issued(document, plan.sop)
    return normalise(save(filled), day=plan.day)


def _sections(document: Document, plan: ProsePlan) -> None:
    """Lay out cover, text and annex, as far as there are; the pages are counted from the text on."""
    sections = list(document.sections)
    for section in sections:
        lay_out(section, plan.page)
    if plan.across:
        lay_out(sections[-1], plan.across)
    text = sections[-2 if plan.across else -1]._sectPr
    count = OxmlElement("w:pgNumType")
    count.set(qn("w:start"), "1")
    text.xpath("./w:pgMar")[0].addnext(count)


def style_looks(look: ProseLook, table_pt: float, cover_room: float = 0.0) -> dict[str, StyleLook]:
    """Return what the look says of each style of the template, where the annex is set in type of a size (pt).

    `cover_room` is the room over the office on the cover (mm).
    """
    line, signed, emblem = look.isi.tinggi_baris * MM_A_POINT, look.tanda_tangan, look.lambang
    dated = signed.tempat
    place = replace(_lines(look.isi), indent=dated.inden, tab=dated.label, right=dated.inden)
    table = StyleLook(size=table_pt, before=0.0, after=0.0, lines=1.0)
    return {
        "Normal": StyleLook(size=look.isi.ukuran, before=0.0, after=0.0, lines=1.0),
        "Isi": _lines(look.isi),
        **dict.fromkeys(STYLES.values(), _lines(look.isi)),
        **dict.fromkeys(FLOWING, replace(_lines(look.isi), justified=look.rata == JUSTIFIED)),
        STYLES[ParagraphKind.TABLE]: StyleLook(line=HAIR_LINE),
        CELL: _lines(look.tabel),
        "Judul naskah": _lines(look.judul),
        "Jarak atas sampul": StyleLook(line=look.sampul.jarak_atas),
        "Judul sampul": _lines(look.sampul.judul),
        "Jarak tahun sampul": StyleLook(line=look.sampul.jarak_tahun),
        "Ruang sampul": StyleLook(line=cover_room or HAIR_LINE),
        "Instansi sampul": _lines(look.sampul.instansi),
        "Nomor naskah": _lines(look.isi),
        "Kepala halaman": StyleLook(size=look.kepala_halaman.ukuran),
        "Jarak sesudah kop": StyleLook(line=look.kop.jarak_bawah),
        "Lambang": StyleLook(before=emblem.jarak_atas, least=emblem.tinggi, after=emblem.jarak_bawah),
        "Jarak sesudah judul": StyleLook(line=look.judul.jarak_bawah),
        "Kata sambung": _lines(look.isi),
        "Awal halaman": StyleLook(line=HAIR_LINE),
        "Jarak tanda tangan": StyleLook(line=look.jarak.tanda_tangan),
        "Tempat tanggal": place,
        DATE_RULE: place,
        "Jarak jabatan": StyleLook(line=signed.atas_jabatan * line),
        "Tanda tangan": _lines(look.isi),
        "Ruang tanda tangan": StyleLook(line=signed.ruang * line),
        "Akhir": StyleLook(line=HAIR_LINE),
        "Kepala lampiran": _lines(look.lampiran),
        "Judul lampiran": replace(_lines(look.lampiran), before=look.lampiran.jarak),
        KOP_RULE: _lines(look.lampiran),
        "Tabel alur": table,
        "Butir tabel": replace(table, hanging=look.lampiran.inden_butir),
        "Heading 2": table,
    }


def _lines(look: LinesLook) -> StyleLook:
    return StyleLook(size=look.ukuran, before=0.0, after=0.0, line=look.tinggi_baris * MM_A_POINT)


def _tables(document: Document, plan: ProsePlan, template: str) -> None:
    lay_out_letterhead(document, plan.kop_width, plan.look.kop, template)
    if plan.cover:
        for table in lay_out_plain(document, COVER_KOP, (plan.kop_width,), template):
            underline(table, plan.look.kop.garis, plan.look.kop.jarak_garis)
    left = plan.look.tanda_tangan.kiri * plan.page.text_width
    for table in lay_out_plain(document, "tanda_tangan", (left, plan.page.text_width - left), template):
        put_initials(document, plan, table)


def _paragraphs(document: Document, plan: ProsePlan, template: str) -> None:
    """Give each paragraph its indents and the room above it; they stand in the document in the plan's order."""
    names = {style.style_id for style in styles(document, STYLES.values(), template).values()}
    printed = [one for one in document.paragraphs if one.style is not None and one.style.style_id in names]
    planned = [one for sheet in plan.sheets for one in sheet.paragraphs]
    if len(printed) != len(planned):
        raise TemplateError(
            say(
                "{file}: it prints {printed} paragraphs of chapters instead of {planned}. fix: keep the loops of the "
                "shipped template, and its styles for these paragraphs alone",
                file=template,
                printed=len(printed),
                planned=len(planned),
            )
        )
    for paragraph, one in zip(printed, planned, strict=True):
        _place(paragraph, one)
        if one.table:
            put_table(document, paragraph, one, plan.look)


def _place(paragraph: Paragraph, one: ProseParagraph) -> None:
    form = paragraph.paragraph_format
    form.left_indent, form.first_line_indent = Mm(one.indent + one.hanging), Mm(-one.hanging)
    form.space_before = Mm(one.gap)
    if one.kind is ParagraphKind.HEAD:
        _outline(paragraph, one.outline)
    if one.hanging:
        form.tab_stops.add_tab_stop(Mm(one.indent + one.hanging))


def _outline(paragraph: Paragraph, level: int) -> None:
    """Give a head its level in the outline, from 1 on; Word counts from 0."""
    mark = OxmlElement("w:outlineLvl")
    mark.set(qn("w:val"), str(level - 1))
    paragraph._p.get_or_add_pPr().append(mark)
