"""Where the pages of a letter begin: its parts' heights, added up (millimetres, a little on the safe side)."""

from typing import Final

from sopgen.model.look.letter import AssignmentLook, OrderLook
from sopgen.plan.forms.sheets import FormBlock, new_pages
from sopgen.plan.letter.contents import AssignmentPlan, OrderPlan
from sopgen.plan.measure import line_height, wrap

# Rules and hairs between lines.
HAIR: Final = 1.0
# Bold letters are at most so much wider than regular ones.
BOLD: Final = 1.1


def letter_breaks(plan: OrderPlan) -> tuple[str, ...]:
    """Return the parts that begin a new page, none where the letter fits one sheet.

    What is ordered stands with the signature: a sheet with nothing but that could be put under another letter.
    """
    room = plan.page.text_height - plan.look.sisa_halaman
    return new_pages([_reasons(plan), _people(plan), _ordered(plan)], room)


def _line(plan: OrderPlan) -> float:
    return line_height(plan.size_pt)


def _beside(plan: OrderPlan) -> float:
    """Return the width beside a label and its colon."""
    return plan.page.text_width - plan.look.isian.label - plan.look.isian.titik_dua


def _height(plan: OrderPlan, text: str, width: float) -> float:
    return max(1, len(wrap(text, width - HAIR, plan.size_pt))) * _line(plan)


def _items(plan: OrderPlan, items: tuple[str, ...]) -> float:
    return sum(_height(plan, item, _beside(plan) - plan.look.inden_nomor) for item in items)


def _reasons(plan: OrderPlan) -> FormBlock:
    """Return what stands before the order: letterhead, emblem, title, consideration, basis."""
    look, line = plan.look, _line(plan)
    title = (look.judul.kali + 1) * line + look.judul.jarak_bawah
    basis = look.jarak.bagian + _items(plan, plan.basis)
    return FormBlock("kepala", _letterhead(plan) + title + _height(plan, plan.consideration, _beside(plan)) + basis)


def _letterhead(plan: OrderPlan) -> float:
    """Return the height of the letterhead with its emblem."""
    look, line = plan.look, _line(plan)
    if isinstance(look, OrderLook):
        emblem = look.lambang.jarak_atas + look.lambang.tinggi + look.lambang.jarak_bawah
        return len(plan.kop) * line + look.kop.jarak_garis + look.kop.jarak_bawah + emblem
    assert isinstance(look, AssignmentLook)
    assert isinstance(plan, AssignmentPlan)
    kop, width = look.kop, plan.page.text_width - 2 * look.kop.lambang - HAIR
    lines = sum(len(wrap(text, width / BOLD, plan.size_pt * kop.kali)) for text in plan.kop)
    address = len(wrap(plan.address, width, plan.size_pt))
    return max(kop.tinggi_lambang, (lines * kop.kali + address) * line) + kop.jarak_garis + kop.jarak_bawah + HAIR


def _people(plan: OrderPlan) -> FormBlock:
    """Return whom it is given to, as a block, a sentence or rows to write in."""
    look, line = plan.look, _line(plan)
    person, rows = look.orang, plan.personnel.rows
    value = _beside(plan) - person.nomor - person.label - person.titik_dua
    named = sum(_height(plan, one.value, value) for one in plan.recipients)
    table = look.jarak.daftar + (len(rows) + 1) * plan.personnel.height if rows else 0.0
    to = named or _height(plan, plan.to, _beside(plan))
    return FormBlock("diperintahkan", look.jarak.diperintahkan + line + look.jarak.bagian + to + table)


def _ordered(plan: OrderPlan) -> FormBlock:
    """Return what is ordered, with the signature and what stands under it."""
    look, line = plan.look, _line(plan)
    equipment = look.jarak.bagian + _equipment(plan) if plan.equipment else 0.0
    duties = look.jarak.bagian + _items(plan, plan.duties) + equipment
    end = look.jarak.bagian + line + look.jarak.tanda_tangan + _signature(plan)
    copies = (len(plan.copies) + 1) * line if plan.copies else 0.0
    below = max(copies, _coded(plan)) if plan.receiver.title else copies
    # Word ends a cell and a document with a paragraph of its own.
    return FormBlock("untuk", duties + end + 3 * look.jarak.bagian + below)


def _equipment(plan: OrderPlan) -> float:
    """Return the height of the equipment, two items a row."""
    half = _beside(plan) / 2 - plan.look.inden_nomor
    return sum(max(_height(plan, item, half) for item in row) for row in plan.equipment)


def _coded(plan: OrderPlan) -> float:
    return plan.look.kode.sisi + _line(plan) if plan.is_numbered else 0.0


def _signature(plan: OrderPlan) -> float:
    """Return the height of place, date and signature; without a receiver the code stands beside it."""
    signed, line = plan.look.tanda_tangan, _line(plan)
    width = (1 - signed.kiri) * plan.page.text_width
    post = sum(_height(plan, text, width) for text in (*plan.signer.on_behalf, plan.signer.post))
    names = _height(plan, plan.signer.name, width / BOLD) + _height(plan, plan.signer.rank, width)
    names += line if isinstance(plan, AssignmentPlan) else 0.0
    left, received = plan.page.text_width - width, plan.receiver
    names = max(names, _height(plan, received.name, left) + _height(plan, received.rank, left))
    beside = 0.0 if plan.receiver.title else _coded(plan)
    return (2 + signed.atas_jabatan) * line + max(post + signed.ruang * line + names, beside) + HAIR
