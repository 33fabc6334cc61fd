"""The heads of letters in Word: Polri's letterhead with the emblem under it, that of other offices beside theirs."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from docx.document import Document

from sopgen.model.look.letter import AssignmentLook, LetterLook, OrderLook
from sopgen.plan.letter.contents import Annex, AssignmentPlan, OrderPlan
from sopgen.render.word.letters.tables import lay_out_letterhead, lay_out_plain
from sopgen.render.word.look import StyleLook, rule_under
from sopgen.render.word.named import styles
from sopgen.render.word.table import underline

KOP_RULE: Final = "Garis kop"
OF_LETTERS: Final = "kepala_lampiran"


def emblem_height(plan: OrderPlan) -> float:
    """Return the height of the emblem (mm)."""
    if isinstance(plan, AssignmentPlan):
        return plan.emblem_height
    assert isinstance(plan.look, OrderLook)
    return plan.look.lambang.tinggi


def head_styles(look: LetterLook, plain: StyleLook) -> Mapping[str, StyleLook]:
    """Return what the look says of the styles of a head; `plain` is that of the letter's text."""
    if isinstance(look, OrderLook):
        emblem = look.lambang
        return {
            "Lambang": StyleLook(before=emblem.jarak_atas, least=emblem.tinggi, after=emblem.jarak_bawah),
            "Jarak sesudah kop": StyleLook(line=look.kop.jarak_bawah),
            KOP_RULE: plain,
        }
    kop = _office(look).kop
    size = (plain.size or 0.0) * kop.kali
    return {
        "Lambang": StyleLook(before=0.0, least=kop.tinggi_lambang, after=0.0),
        "Baris kop": replace(plain, size=size),
        "Jarak sesudah kop": StyleLook(line=kop.jarak_bawah),
    }


def lay_out_head(document: Document, plan: OrderPlan, template: str) -> None:
    """Give the letterhead its columns and its rule."""
    if isinstance(plan.look, OrderLook):
        lay_out_letterhead(document, plan.kop_width, plan.look.kop, template)
        return
    kop = _office(plan.look).kop
    columns = (kop.lambang, plan.kop_width - 2 * kop.lambang, kop.lambang)
    for table in lay_out_plain(document, "kop", columns, template):
        underline(table, kop.garis, kop.jarak_garis)


def lay_out_annex_head(document: Document, annex: Annex, plan: OrderPlan, template: str) -> None:
    """Give the head of an annex its columns: the letterhead of an order, or nothing, and what the annex is of."""
    text = annex.page.text_width
    if isinstance(plan.look, OrderLook):
        gap = text - plan.kop_width - annex.head_width
        lay_out_plain(document, OF_LETTERS, (plan.kop_width, gap, annex.head_width), template)
        rule_under(styles(document, [KOP_RULE], template)[KOP_RULE], plan.look.kop.garis, plan.look.kop.jarak_garis)
    else:
        lay_out_plain(document, OF_LETTERS, (text - annex.head_width, annex.head_width), template)


def _office(look: LetterLook) -> AssignmentLook:
    assert isinstance(look, AssignmentLook)
    return look
