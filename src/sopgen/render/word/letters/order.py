"""From the plan of a letter to DOCX: the Word template filled, page and tables at their exact measures."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path
from typing import Final

from docx.document import Document

from sopgen.model.look.letter import LetterLook
from sopgen.plan.contract.tags import as_data
from sopgen.plan.letter.contents import Annex, OrderPlan
from sopgen.plan.letter.variants import changing_texts, what_stays, with_slots
from sopgen.plan.measure import line_height
from sopgen.render.package import normalise
from sopgen.render.word.fill import Properties, fill, save, show_last_as
from sopgen.render.word.hyphens import firm_hyphens
from sopgen.render.word.letters.cut import CutPackage, cut
from sopgen.render.word.letters.head import emblem_height, head_styles, lay_out_annex_head, lay_out_head
from sopgen.render.word.letters.tables import ListLayout, lay_out_list, lay_out_plain
from sopgen.render.word.look import StyleLook, apply
from sopgen.render.word.named import forget_bookmarks
from sopgen.render.word.sheet import lay_out
from sopgen.render.word.trusted.guard import from_template
from sopgen.render.word.word_art import under_pages

LABELLED: Final = ("pertimbangan", "dasar", "untuk")
# Which of these a letter has depends on what it says.
OPTIONAL: Final = ("kepada", "penerima_perintah", "personel", "kelengkapan")
# With the receiver's signature, and without.
SIGNED: Final = ("tanda_tangan_penerima", "tanda_tangan")
TABLES: Final = (*LABELLED, *OPTIONAL, *SIGNED, "kop", "tembusan")
ANNEX_TABLES: Final = ("kepala_lampiran", "personel_lampiran", "tanda_tangan_lampiran")
# A line that is there to begin a page, and to be seen by nobody (mm).
HAIR_LINE: Final = 0.4


@from_template
def to_docx(plan: OrderPlan, template: Path) -> bytes:
    """Return the letter as DOCX.

    Raises TemplateError where the template can not be filled, or lacks a table or a style.
    """
    word = plan.watermark.word if plan.watermark else ""
    properties = Properties(plan.title, plan.subject, plan.author, plan.day, word)
    filled = fill(template, as_data(plan), properties, _pictures(plan))
    if plan.code:
        show_last_as(filled, plan.code_title)
    _lay_out(filled.docx, plan, template.name)
    firm_hyphens(filled.docx)
    if plan.watermark:
        under_pages(filled.docx, plan.watermark)
    return normalise(save(filled), day=plan.day)


def _pictures(plan: OrderPlan) -> dict[str, tuple[bytes, float]]:
    """Return emblem and code with their heights, as far as the letter has them."""
    pictures = {"lambang": (plan.emblem_file, emblem_height(plan)), "kode": (plan.code, plan.look.kode.sisi)}
    return {name: picture for name, picture in pictures.items() if picture[0]}


PLAIN: Final = re.compile(r"(?:\S+(?: \S+)*)?", re.ASCII)
MOST_VARIANTS: Final = 64


class DocxLetterMaker:
    """Letters of one template: filled once for each variant, then only what changes is written.

    The first letter of a variant is also made by docxtpl, and compared byte for byte: a template that does more
    with a text than print it goes on through docxtpl.
    """

    def __init__(self, template: Path) -> None:
        self.template = template
        self._look: LetterLook | None = None
        self._cuts: dict[Hashable, CutPackage | None] = {}

    def docx(self, plan: OrderPlan) -> bytes:
        """Return the letter as DOCX, the same bytes as `to_docx`."""
        texts = changing_texts(plan)
        # A letter with an annex is made alone.
        if plan.annex or not all(map(PLAIN.fullmatch, texts)):
            return to_docx(plan, self.template)
        if plan.look is not self._look and plan.look != self._look:
            self._cuts.clear()
        self._look = plan.look
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


def style_looks(look: LetterLook, size_pt: float) -> Mapping[str, StyleLook]:
    """Return what the look says of each style of the template, where the letter is set in type of a size (pt)."""
    line = line_height(size_pt)
    signed, annex = look.tanda_tangan, look.lampiran
    dated = signed.tempat
    plain = StyleLook(size=size_pt, before=0.0, after=0.0, lines=1.0)
    return {
        "Normal": plain,
        "Isi": plain,
        "Heading 1": replace(plain, size=size_pt * look.judul.kali),
        "Kepala halaman": StyleLook(size=look.kepala_halaman.ukuran),
        "Nomor": replace(plain, hanging=look.inden_nomor),
        "Awal halaman": StyleLook(line=HAIR_LINE),
        "Tempat tanggal": replace(plain, indent=dated.inden, tab=dated.label, right=dated.inden),
        "Jarak sesudah judul": StyleLook(line=look.judul.jarak_bawah),
        "Jarak bagian": StyleLook(line=look.jarak.bagian),
        "Jarak diperintahkan": StyleLook(line=look.jarak.diperintahkan),
        "Jarak daftar": StyleLook(line=look.jarak.daftar),
        "Jarak tanda tangan": StyleLook(line=look.jarak.tanda_tangan),
        "Jarak jabatan": StyleLook(line=signed.atas_jabatan * line),
        "Ruang tanda tangan": StyleLook(line=signed.ruang * line),
        "Judul kode": StyleLook(size=look.kode.ukuran),
        "Judul lampiran": plain,
        "Jarak judul lampiran": StyleLook(line=annex.jarak_atas_judul),
        "Jarak daftar lampiran": StyleLook(line=annex.jarak_bawah_judul),
        "Jarak tanda tangan lampiran": StyleLook(line=annex.jarak_tanda_tangan),
        **head_styles(look, plain),
    }


def _lay_out(document: Document, plan: OrderPlan, template: str) -> None:
    apply(document, style_looks(plan.look, plan.size_pt), plan.look.huruf, template)
    first, *others = document.sections
    lay_out(first, plan.page)
    for section in others:
        lay_out(section, plan.annex.page if plan.annex else plan.page)
    _lay_out_tables(document, plan, template)
    if plan.annex:
        _lay_out_annex(document, plan.annex, plan, template)
    forget_bookmarks(document, (*TABLES, *ANNEX_TABLES))


def _lay_out_tables(document: Document, plan: OrderPlan, template: str) -> None:
    look, text = plan.look, plan.page.text_width
    label, colon = look.isian.label, look.isian.titik_dua
    beside = text - label - colon
    left = look.tanda_tangan.kiri * text
    lay_out_head(document, plan, template)
    for name in LABELLED:
        lay_out_plain(document, name, (label, colon, beside), template)
    if plan.equipment:
        lay_out_plain(document, "kelengkapan", (label, colon, beside / 2, beside / 2), template)
    if plan.recipients:
        person = (look.orang.nomor, look.orang.label, look.orang.titik_dua)
        columns = (label, colon, *person, beside - sum(person))
        lay_out_plain(document, "penerima_perintah", columns, template)
    else:
        lay_out_plain(document, "kepada", (label, colon, beside), template)
    for name in (SIGNED[0] if plan.receiver.title else SIGNED[1], "tembusan"):
        lay_out_plain(document, name, (left, text - left), template)
    if plan.personnel.rows:
        height = plan.personnel.height
        layout = ListLayout(plan.personnel.columns, (height,), repeat(height), look.garis, look.personel.jarak_sel)
        lay_out_list(document, "personel", layout, template)


def _lay_out_annex(document: Document, annex: Annex, plan: OrderPlan, template: str) -> None:
    look, text = plan.look, annex.page.text_width
    lay_out_annex_head(document, annex, plan, template)
    heights = chain.from_iterable([row.height for row in sheet] for sheet in annex.sheets)
    layout = ListLayout(annex.columns, (annex.head_height,), heights, look.garis, look.personel.jarak_sel)
    lay_out_list(document, "personel_lampiran", layout, template)
    lay_out_plain(document, "tanda_tangan_lampiran", (text / 2, text / 2), template)
