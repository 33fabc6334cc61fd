"""The table of forms: everything else (choices, outputs, DOCX, PDF, tests) follows from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final, Literal

from sopgen.model.page import PageSetup
from sopgen.model.sop import Activity, Sop
from sopgen.model.unit import Unit
from sopgen.plan.forms.agreement import agreement
from sopgen.plan.forms.case import Content, FormCase
from sopgen.plan.forms.meeting import attendance, minutes
from sopgen.plan.forms.monitoring import monitoring
from sopgen.plan.forms.report import report
from sopgen.plan.letter.task import BLANK, OrderTask
from sopgen.plan.measure import text_width
from sopgen.plan.watermark import Watermark, plan_watermark


class FormPer(Enum):
    """What one copy of a form is for."""

    SOP = auto()
    ACTIVITY = auto()
    LETTER = auto()
    DEPLOYMENT = auto()


@dataclass(frozen=True)
class Form:
    """One form: `name` is its template folder and begins its files' names.

    `blank` says what a blank copy is for; `filled` what a copy from an order is for, None where an order says
    nothing of it.
    """

    name: str
    title: str
    content: Callable[[FormCase], Content]
    lies: Literal["tegak", "mendatar"] = "tegak"
    size_pt: float = 11.0
    blank: FormPer = FormPer.SOP
    filled: FormPer | None = FormPer.DEPLOYMENT


FORMS: Final = {
    form.name: form
    for form in (
        Form(
            "laporan-hasil", "Laporan Hasil Pelaksanaan Tugas", report, blank=FormPer.ACTIVITY, filled=FormPer.LETTER
        ),
        Form("daftar-hadir", "Daftar Hadir", attendance),
        Form("notulen", "Notulen", minutes),
        Form("kesepakatan-bersama", "Surat Kesepakatan Bersama", agreement, filled=FormPer.LETTER),
        Form("monitoring", "Monitoring Pelaksanaan SOP", monitoring, "mendatar", 10.0, filled=None),
    )
}


@dataclass(frozen=True)
class FormPlan:
    """All texts of one form, its page and type size."""

    title: str
    mark: str
    subject: str
    author: str
    day: date
    page: PageSetup
    size_pt: float
    kop: tuple[str, ...]
    content: Mapping[str, object]
    watermark: Watermark | None

    @property
    def row(self) -> float:
        """The least height of a row to fill in, in millimetres."""
        return float(str(self.content["row"]))


def plan_form(
    form: Form, of: tuple[Sop, Unit], *, activity: Activity | None = None, task: OrderTask = BLANK
) -> FormPlan:
    """Return a form of an SOP and its unit, blank or as an order fills it; its paper is the letters'."""
    sop, unit = of
    page = unit.surat_perintah.halaman.model_copy(update={"orientasi": form.lies})
    case = FormCase(sop, unit, page, form.size_pt, activity, task)
    return FormPlan(
        title=sop.marked(f"{form.title} - {case.about or sop.judul}"),
        mark=sop.mark,
        subject=sop.judul,
        author=unit.nama,
        day=task.day or sop.day,
        page=page,
        size_pt=form.size_pt,
        kop=unit.kop,
        content=form.content(case),
        watermark=plan_watermark(sop.watermark, *page.size),
    )


def as_data(plan: FormPlan) -> dict[str, object]:
    """Return the plan as the templates take it: texts, and millimetres."""
    page = plan.page
    return {
        "title": plan.title,
        "mark": plan.mark,
        "subject": plan.subject,
        "author": plan.author,
        "width": page.size[0],
        "height": page.size[1],
        "top": page.margin.atas,
        "right": page.margin.kanan,
        "bottom": page.margin.bawah,
        "left": page.margin.kiri,
        "size_pt": plan.size_pt,
        "kop": plan.kop,
        "kop_width": letterhead_width(plan),
        **plan.content,
    }


def letterhead_width(plan: FormPlan) -> float:
    """Return the width of the letterhead's longest line, in millimetres."""
    return round(max(text_width(line, plan.size_pt) for line in plan.kop), 2)
