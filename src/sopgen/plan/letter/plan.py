"""The letter that sends people on an activity, blank or filled: every text of it, ready to print.

The parts of an order (surat perintah) and their order are those of Polri's letters (Perkap 1/2023; orders in use at
Polres level in 2026), those of an assignment (surat tugas) of the letters of other offices (Peraturan ANRI 5/2021;
NIP, rank and post of each person as in the form of Permendagri 54/2009 and of its successors).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from sopgen.model.base import label_of, long_date
from sopgen.model.look.letter import AssignmentLook, LetterLook, OrderLook
from sopgen.model.sop import Activity
from sopgen.model.unit import Unit
from sopgen.plan.basis import OrderGround
from sopgen.plan.letter.annex import annex_of
from sopgen.plan.letter.contents import AssignmentPlan, OrderPlan, OrderSigner, Personnel, Receiver
from sopgen.plan.letter.height import letter_breaks
from sopgen.plan.letter.kinds import words_for
from sopgen.plan.letter.numbers import archive_code, number_room
from sopgen.plan.letter.page import kop_width, page_frame, shared_widths
from sopgen.plan.letter.recipients import MOST_IN_LETTER, recipient_lines
from sopgen.plan.letter.task import BLANK, OrderTask
from sopgen.plan.letter.wording import (
    clean,
    dots,
    duties,
    ended,
    order_basis,
    rank_line,
    signatory_rank,
    title_case,
)
from sopgen.plan.watermark import plan_watermark

# Page number and mark.
HEAD_LINES: Final = 2
# What stands for a list of equipment that is empty.
NOTHING: Final = ["-"]
NUMBER: Final = re.compile(r"^\d+[.)]\s*")
CODE_TITLE: Final = "QR untuk pemeriksaan, bukan tanda tangan elektronik"


def plan_order(ground: OrderGround, activity: Activity, look: LetterLook, task: OrderTask = BLANK) -> OrderPlan:
    """Return the letter of the kind that the unit sends, as whose the look is.

    For people it has always the same type size, and a second sheet where it needs one. A blank one has the largest
    type and rows at which it fits one sheet. A letter of more than MOST_IN_LETTER people has them in its annex.
    """
    tries = [(size, row) for size in look.ukuran for row in look.personel.tinggi_baris]
    usual = _at_size(ground, activity, (look, *tries[0]), task)
    smaller = (_at_size(ground, activity, (look, *one), task) for one in (() if task.people else tries[1:]))
    begun = letter_breaks(usual)
    if begun:
        fitting = next((plan for plan in smaller if not letter_breaks(plan)), None)
        plan = fitting or replace(usual, new_pages=begun)
    else:
        plan = usual
    listed = len(task.people) > MOST_IN_LETTER
    return replace(plan, annex=annex_of(plan, ground.unit, activity, task)) if listed else plan


def _at_size(
    ground: OrderGround, activity: Activity, at: tuple[LetterLook, float, float], task: OrderTask
) -> OrderPlan:
    sop, unit = ground.sop, ground.unit
    look, size, row = at
    settings, signatory, words = unit.surat_perintah, unit.penandatangan, words_for(unit)
    page = page_frame(settings.halaman, look.kepala_halaman, HEAD_LINES)
    name = title_case(activity.name)
    plan = OrderPlan(
        title=sop.marked(f"{title_case(settings.title)} - {name}"),
        mark=sop.mark,
        subject=sop.judul,
        author=unit.nama,
        page=page,
        look=look,
        size_pt=size,
        title_pt=size * look.judul.kali,
        new_pages=(),
        kop=unit.kop,
        kop_width=page.text_width,
        letter=settings.title,
        number=task.number or number_room(unit, size, task.day, archive_code(unit, activity, task.kka)),
        consideration=(
            f"bahwa dalam rangka pelaksanaan kegiatan {name} oleh {title_case(unit.nama)}, "
            f"dipandang perlu mengeluarkan {settings.title.lower()}."
        ),
        basis=ended([*map(clean, ground.cited), *map(clean, order_basis(sop, unit, task))]),
        to=words.addressed(unit, task.people) if len(task.people) > MOST_IN_LETTER else "",
        recipients=recipient_lines(task.people, words),
        personnel=_personnel(unit, look, page.text_width, row, task),
        duties=ended(duties(unit, activity, words.closing, size, task)),
        equipment=_equipment(unit, activity),
        place=unit.tempat,
        issued=long_date(task.day) if task.day else dots(38, size),
        receiver=_receiver(unit, size, task),
        signer=OrderSigner(signatory.on_behalf, signatory.post, signatory.nama, signatory_rank(signatory)),
        copies=settings.tembusan or (() if task.is_numbered else (dots(60, size), dots(60, size))),
        annex=None,
        code=b"",
        code_title=CODE_TITLE,
        day=task.day or sop.day,
        watermark=plan_watermark(sop.watermark, *settings.halaman.size),
        is_numbered=task.is_numbered,
    )
    return DRESSED[type(look)](plan, unit, look)


def _order(plan: OrderPlan, unit: Unit, look: OrderLook) -> OrderPlan:
    return replace(plan, kop_width=kop_width(unit, look.kop, plan.size_pt))


def _assignment(plan: OrderPlan, unit: Unit, _: AssignmentLook) -> AssignmentPlan:
    """Return the letter of another office: its address in the letterhead, rank and NIP of who signs on two lines."""
    signatory = unit.penandatangan
    signer = replace(plan.signer, post=f"{plan.signer.post},", rank=signatory.pangkat)
    shared: dict[str, Any] = {**vars(plan), "signer": signer}
    return AssignmentPlan(
        **shared,
        dictum=unit.surat_perintah.diktum,
        address=f"{unit.alamat}, Telepon {unit.telepon}",
        signer_number=f"{label_of(signatory.nrp)} {signatory.nrp}",
    )


DRESSED: Final[dict[type[LetterLook], Callable[..., OrderPlan]]] = {OrderLook: _order, AssignmentLook: _assignment}


def _personnel(unit: Unit, look: LetterLook, width: float, row: float, task: OrderTask) -> Personnel:
    """Return the rows to write in, in an order that names nobody."""
    count = 0 if task.people else unit.surat_perintah.baris_personel
    columns = shared_widths(look.personel.kolom, width)
    return Personnel(words_for(unit).heads, columns, tuple(str(n) for n in range(1, count + 1)), row)


def _equipment(unit: Unit, activity: Activity) -> tuple[tuple[str, ...], ...]:
    """Return the equipment, two items a row, counted anew; the order itself is no equipment of its own."""
    if not unit.surat_perintah.kelengkapan:
        return ()
    items = [NUMBER.sub("", clean(item)) for item in activity.mutu_baku.kelengkapan]
    listed = [item for item in items if not item.lower().startswith("surat perintah")]
    told = [f"{n}. {item}" for n, item in enumerate(listed, 1)] or NOTHING
    return tuple((*told[n : n + 2], "")[:2] for n in range(0, len(told), 2))


def _receiver(unit: Unit, size: float, task: OrderTask) -> Receiver:
    """Return who signs that the order was received: one person, or whoever writes the name on an unnumbered one."""
    if not unit.surat_perintah.penerima:
        return Receiver()
    words = words_for(unit)
    if len(task.people) == 1:
        return Receiver(words.receiver, task.people[0].name, rank_line(task.people[0]))
    if task.is_numbered:
        return Receiver()
    return Receiver(words.receiver, dots(55, size), f"{words.number_to_write} {dots(38, size)}")
