"""The forms of an edition, blank or filled, as DOCX and PDF: task orders, and what follows them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from sopgen.errors import SopgenError
from sopgen.jobs.work import PaperFiles, TypstContent, Work
from sopgen.messages import say
from sopgen.model.sop import Activity
from sopgen.model.unit import LetterKind
from sopgen.plan.forms.table import FORMS, Form, FormPer, FormPlan, form_data, plan_form
from sopgen.plan.letter.contents import OrderPlan
from sopgen.plan.letter.task import BLANK, OrderTask
from sopgen.render.word.letters.form import to_docx

ORDERS: Final = "surat-perintah-tugas"
# What the files of the blank letters are called.
BLANKS: Final = {LetterKind.ORDER: ORDERS, LetterKind.ASSIGNMENT: "surat-tugas"}


def form_names() -> list[str]:
    """Return the names of all forms: task orders first, then what follows them."""
    return [ORDERS, *FORMS]


def blank_orders(work: Work, wanted: str | None = None) -> Iterator[tuple[str, bytes]]:
    """Yield the blank task order of every activity, or of the wanted one, DOCX and PDF."""
    for activity in work.activities(wanted):
        plan = work.order_plan(activity)
        stem = f"forms/{BLANKS[plan.kind]}-{activity.id}"
        yield from work.made(_names(stem), plan, partial(_letter_files, work, stem, plan))


def _names(stem: str) -> list[str]:
    return [f"{stem}.{ending}" for ending in ("docx", "pdf")]


def _letter_files(work: Work, stem: str, plan: OrderPlan) -> Iterator[tuple[str, bytes]]:
    for ending, content in work.letter_maker.alone(plan).items():
        yield f"{stem}.{ending}", content


def follow_ups(work: Work, wanted: str | None = None, names: Iterable[str] = FORMS) -> Iterator[tuple[str, bytes]]:
    """Yield the blank forms that follow task orders, one an activity where they differ, DOCX and PDF."""
    for form in (FORMS[name] for name in names):
        by_activity = form.blank is FormPer.ACTIVITY or wanted
        having = [one for one in work.activities(wanted) if form.belongs(one)]
        if wanted and not having:
            raise SopgenError(not_of_activity(form, wanted))
        wanted_for: Sequence[Activity | None] = having if by_activity else [None] * form.of_whole(work.edition.sop)
        for activity in wanted_for:
            stem = f"forms/{form.name}-{activity.id}" if activity else f"forms/{form.name}"
            plan = _plan(work, form, activity, BLANK)
            yield from work.made(_names(stem), (form.name, plan), partial(_form_files, work, form, stem, plan))


def _form_files(work: Work, form: Form[Any], stem: str, plan: FormPlan) -> Iterator[tuple[str, bytes]]:
    files = _paper(work, form, plan)
    yield f"{stem}.docx", files.docx
    yield f"{stem}.pdf", files.pdf


def not_of_activity(form: Form[Any], activity: str) -> str:
    """Return the words for a form that an activity does not have."""
    return say(
        "activity {id} has no {form}. fix: write `kesepakatan: true` in it where it can end in an agreement",
        id=activity,
        form=form.name,
    )


def form_files(
    work: Work, form: Form[Any], *, activity: Activity | None = None, task: OrderTask = BLANK
) -> Iterator[tuple[str, bytes]]:
    """Yield a form, blank or filled, by its ending: docx, then pdf."""
    files = form_paper(work, form, activity=activity, task=task)
    yield "docx", files.docx
    yield "pdf", files.pdf


def form_paper(
    work: Work, form: Form[Any], *, activity: Activity | None = None, task: OrderTask = BLANK
) -> PaperFiles:
    """Return what makes a form, blank or filled."""
    return _paper(work, form, _plan(work, form, activity, task))


def _plan(work: Work, form: Form[Any], activity: Activity | None, task: OrderTask) -> FormPlan:
    said = work.edition.sop, work.edition.unit
    return plan_form(form, said, work.form_looks(form), activity=activity, task=task)


def _paper(work: Work, form: Form[Any], plan: FormPlan) -> PaperFiles:
    folder = work.template_folder(form.name)
    data = form_data(plan)
    content = TypstContent(data, plan.day, plan.watermark)
    return PaperFiles(
        work, lambda: to_docx(plan, data, folder / f"{form.name}.docx"), folder / f"{form.name}.typ", content
    )


def with_fields(made: Iterable[tuple[str, bytes]], *, day: date) -> Iterator[tuple[str, bytes]]:
    """Yield forms (each a DOCX, then its PDF) with fields to fill on the screen, dated `day`."""
    from sopgen.finish.fillable.form import fillable  # here, since it loads PDF libraries that a build does not need

    for stem, files in groupby(made, key=lambda one: one[0].rpartition(".")[0]):
        form = {name.rpartition(".")[2]: content for name, content in files}
        for ending, content in fillable(form, name=Path(stem).name, day=day).items():
            yield f"{stem}-isian.{ending}", content
