"""The invitation (surat undangan) of civilians, such as members of an FKPM: no task order can order them."""

from typing import Final

from sopgen.model.base import long_date
from sopgen.model.look.form import InvitationLook
from sopgen.plan.forms.case import NOBODY, FormCase, dateline, lettered, signatory, signers_height
from sopgen.plan.forms.contents import Details, InvitationContent, Signers, Texts
from sopgen.plan.forms.report import code_of, hours, period
from sopgen.plan.forms.sheets import FormBlock, new_pages
from sopgen.plan.letter.numbers import hand_number
from sopgen.plan.letter.wording import ended, order_basis, title_case

TITLE: Final = "SURAT UNDANGAN"
GREETING: Final = "Kepada Yth."
CLOSING: Final = "Demikian untuk menjadi maklum. Atas kehadiran Saudara diucapkan terima kasih."
ROOMS: Final = 4


def invitation(case: FormCase, _: InvitationLook) -> InvitationContent:
    """Return the invitation of the civilians of a deployment, or a blank one."""
    return InvitationContent(
        titles=_titles(case),
        columns=(),
        row=case.line,
        signers=_signers(case),
        new_pages=new_pages(_pieces(case), case.room),
        greeting=GREETING,
        to=_invited(case),
        to_write=_to_write(case),
        their_place=f"di {case.unit.tempat}",
        basis=lettered(_basis(case)),
        asking=_asking(case),
        details=_details(case),
        closing=CLOSING,
    )


def _titles(case: FormCase) -> Texts:
    number = hand_number(case.unit, case.unit.formulir.nomor_undangan, case.size_pt, case.task.day, code_of(case))
    return TITLE, f"Nomor : {number}"


def _invited(case: FormCase) -> Details:
    told = [", ".join(filter(None, [one.name, one.post])) for one in case.task.people]
    return tuple((f"{n}.", text) for n, text in enumerate(told, 1))


def _to_write(case: FormCase) -> Details:
    """Return lines to write those who are invited on, where nobody is named."""
    return () if case.task.people else tuple((f"{n}.", case.dots(100)) for n in range(1, ROOMS + 1))


def _basis(case: FormCase) -> Texts:
    return ended(order_basis(case.sop, case.unit, case.task))


def _asking(case: FormCase) -> str:
    about = f"kegiatan {case.about}" if case.about else case.dots(80)
    unit = title_case(case.unit.nama)
    return f"Sehubungan dengan rujukan tersebut di atas, dimohon kehadiran Saudara dalam {about} oleh {unit}, pada:"


def _details(case: FormCase) -> Details:
    return ("Hari/tanggal", period(case)), ("Waktu", hours(case)), ("Tempat", case.task.place or case.value)


def _signers(case: FormCase) -> Signers:
    day = case.task.day
    return NOBODY, signatory(case, place=f"{case.unit.tempat}, {long_date(day)}" if day else dateline(case))


def _pieces(case: FormCase) -> list[FormBlock]:
    narrow = case.width - 2 * case.look.inden_nomor
    to = sum(case.height(text, narrow) for _, text in _invited(case))
    to += case.lines_height(len(_to_write(case)))
    title, wide = case.section_height, case.width - case.look.inden_nomor
    asked = title + case.height(_asking(case), wide) + case.labelled_height([text for _, text in _details(case)])
    closing = title + case.height(CLOSING, wide) + signers_height(case, *_signers(case))
    return [
        FormBlock("kepala", case.head_height(_titles(case)) + to + 2 * case.line),
        FormBlock("rujukan", title + sum(case.height(text, narrow) for text in _basis(case))),
        FormBlock("undangan", asked + closing),
    ]
