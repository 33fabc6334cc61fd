"""The table of forms: everything else (choices, outputs, DOCX, PDF, tests) follows from it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from typing import Annotated, Any, Final, Generic, Literal, TypeVar

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
from sopgen.model.sop import Activity, Sop
from sopgen.model.unit import Unit
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.contract.tags import Tag, as_data
from sopgen.plan.forms.agreement import agreement
from sopgen.plan.forms.case import FormCase
from sopgen.plan.forms.contents import FormContent
from sopgen.plan.forms.evaluation import evaluation
from sopgen.plan.forms.invitation import invitation
from sopgen.plan.forms.meeting import attendance, minutes
from sopgen.plan.forms.monitoring import monitoring
from sopgen.plan.forms.report import report
from sopgen.plan.letter.page import kop_width, page_frame
from sopgen.plan.letter.task import BLANK, OrderTask
from sopgen.plan.watermark import Watermark, plan_watermark

L = TypeVar("L", bound=FormLook)


def _to_all(_: Activity) -> bool:
    return True


def _always(_: Unit) -> bool:
    return True


class FormPer(Enum):
    """What one copy of a form is for."""

    SOP = auto()
    ACTIVITY = auto()
    LETTER = auto()
    DEPLOYMENT = auto()
    CIVILIANS = auto()


@dataclass(frozen=True)
class Form(Generic[L]):
    """One form: `name` is its template folder and begins its files' names.

    `blank` says what a blank copy is for; `filled` what a copy from an order is for, None where an order says
    nothing of it. `belongs` tells whether an activity has it, `letterhead` whether it bears the unit's.
    """

    name: str
    title: str
    look: type[L]
    content: Callable[[FormCase, L], FormContent]
    lies: Literal["tegak", "mendatar"] = "tegak"
    blank: FormPer = FormPer.SOP
    filled: FormPer | None = FormPer.DEPLOYMENT
    belongs: Callable[[Activity], bool] = _to_all
    letterhead: Callable[[Unit], bool] = _always

    def of_whole(self, sop: Sop) -> bool:
        """Tell whether an SOP has a blank copy for all of it; one without activities has what no order asks for."""
        return any(map(self.belongs, sop.kegiatan)) if sop.kegiatan else self.filled is None


_REPORT = Form("laporan-hasil", "Laporan Hasil Pelaksanaan Tugas", ReportLook, report)
_AGREEMENT = Form(
    "kesepakatan-bersama",
    "Surat Kesepakatan Bersama",
    AgreementLook,
    agreement,
    letterhead=lambda unit: unit.formulir.kop_kesepakatan,
)
# A form of the table: which look it has is known to its own functions only.
AnyForm = Form[Any]
FORMS: Final[dict[str, AnyForm]] = {
    form.name: form
    for form in (
        replace(_REPORT, blank=FormPer.ACTIVITY, filled=FormPer.LETTER),
        Form("daftar-hadir", "Daftar Hadir", AttendanceLook, attendance),
        Form("notulen", "Notulen", MinutesLook, minutes),
        replace(_AGREEMENT, filled=FormPer.LETTER, belongs=lambda activity: activity.kesepakatan),
        Form("undangan", "Surat Undangan", InvitationLook, invitation, filled=FormPer.CIVILIANS),
        Form("monitoring", "Monitoring Pelaksanaan SOP", MonitoringLook, monitoring, "mendatar", filled=None),
        Form("evaluasi", "Evaluasi Penerapan SOP", EvaluationLook, evaluation, filled=None),
    )
}


@dataclass(frozen=True)
class FormLooks:
    """The look of a form: what all forms share, and its own."""

    shared: FormsLook
    own: FormLook


@dataclass(frozen=True)
class FormPlan:
    """All texts of one form, its page and type size."""

    title: Annotated[str, Tag("judul", "judul berkas")]
    mark: Annotated[str, Tag("tanda", "tanda draf atau contoh; kosong bila SOP berlaku")]
    subject: Annotated[str, Tag("pokok", "pokok berkas: nama SOP")]
    author: Annotated[str, Tag("satuan", "nama satuan")]
    page: Annotated[PageFrame, Tag("halaman", "halaman formulir")]
    look: Annotated[FormsLook, Tag("rupa", "isi formulir.yaml")]
    own_look: Annotated[FormLook, Tag("rupa_sendiri", "isi rupa.yaml")]
    size_pt: Annotated[float, Tag("ukuran", "huruf isi (pt)")]
    title_pt: Annotated[float, Tag("ukuran_judul", "huruf judul (pt)")]
    kop: Annotated[tuple[str, ...], Tag("kop", "baris kop")]
    kop_width: Annotated[float, Tag("lebar_kop", "lebar kop dengan garisnya (mm)")]
    day: date
    content: FormContent
    watermark: Watermark | None

    @property
    def pdf_face(self) -> Annotated[str, Tag("huruf_pdf", "huruf PDF, selebar huruf Word")]:
        """The face of the PDF."""
        return self.look.pdf_face


def plan_form(
    form: Form[L],
    of: tuple[Sop, Unit],
    looks: FormLooks,
    *,
    activity: Activity | None = None,
    task: OrderTask = BLANK,
) -> FormPlan:
    """Return a form of an SOP and its unit, blank or as an order fills it; its paper is the letters'."""
    sop, unit = of
    if not form.letterhead(unit):
        unit = unit.model_copy(update={"kop": ()})
    paper = unit.surat_perintah.halaman.model_copy(update={"orientasi": form.lies})
    shared, own = looks.shared, looks.own
    size = own.ukuran
    # Page number and mark.
    page = page_frame(paper, shared.kepala_halaman, lines=2)
    case = FormCase(sop, unit, page, shared, size, activity, task)
    assert isinstance(own, form.look)
    return FormPlan(
        title=sop.marked(f"{form.title} - {case.about or sop.judul}"),
        mark=sop.mark,
        subject=sop.judul,
        author=unit.nama,
        page=page,
        look=shared,
        own_look=own,
        size_pt=size,
        title_pt=size * shared.judul.kali,
        kop=unit.kop,
        kop_width=kop_width(unit, shared.kop, size),
        day=task.day or sop.day,
        content=form.content(case, own),
        watermark=plan_watermark(sop.watermark, *paper.size),
    )


def form_data(plan: FormPlan) -> dict[str, Any]:
    """Return the plan as the templates take it: what its form says stands beside what all forms have."""
    return {**as_data(plan), **as_data(plan.content)}
