"""Every page of an edition, planned without drawing; what the planner refuses is named at its place in the spec."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Any, TypeVar

from sopgen.errors import PlanError, Problem, Refusal, SpecError
from sopgen.model.chapters import ProseSop, template_of
from sopgen.model.look.form import FormsLook
from sopgen.model.look.prose import ProseLook
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Activity
from sopgen.plan.basis import order_ground
from sopgen.plan.chapters.contents import ProsePlan
from sopgen.plan.chapters.plan import plan_prose
from sopgen.plan.chart import ChartPlan, plan_charts
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.document import plan_document
from sopgen.plan.each import of_each, placed
from sopgen.plan.forms.table import FORMS, Form, FormLooks, FormPer, FormPlan, plan_form
from sopgen.plan.letter.contents import OrderPlan
from sopgen.plan.letter.plan import plan_order
from sopgen.read.load import Edition
from sopgen.read.look import load_forms_look, load_letter_look, load_look
from sopgen.workspace import template_folder, templates

T = TypeVar("T")


@dataclass(frozen=True)
class PlannedPages:
    """The pages that need drawing: the document, and the stand-alone charts by the ids of their activities."""

    document: DocumentPlan | ProsePlan
    charts: Mapping[str, ChartPlan]


def plan_edition(edition: Edition, folder: Path) -> PlannedPages:
    """Return the pages of all that `build` makes, by the looks of a templates folder.

    Raises SpecError with all that the planner refuses of any of it, and the faults of the looks.
    """
    sop, found = edition.sop, list[Problem]()
    document = _tried(edition, lambda: _document(edition, folder), found)
    charts = _tried(edition, lambda: plan_charts(sop), found)
    _tried(edition, lambda: _orders(edition, folder), found)
    shared = cache(load_forms_look)  # read once for all forms
    for form in FORMS.values():
        _tried(edition, partial(_blanks, edition, folder, form, shared), found)
    if found or document is None or charts is None:
        raise SpecError(sorted({*found}))
    return PlannedPages(document, charts)


def refusals(edition: Edition) -> list[Problem]:
    """Return what the planner refuses of all that `build` makes, in the order of the file."""
    try:
        plan_edition(edition, templates(edition.path))
    except SpecError as error:
        return error.problems
    return []


def refused_of(edition: Edition, activity: Activity, error: PlanError) -> SpecError:
    """Return what the planner refuses of one activity as an error with its places in the edition's file."""
    place = [one.id for one in edition.sop.kegiatan].index(activity.id)
    return at_places(edition, placed(error, ("kegiatan", place)))


def _tried(edition: Edition, plan: Callable[[], T], found: list[Problem]) -> T | None:
    try:
        return plan()
    except PlanError as error:
        found += at_places(edition, error.refusals).problems
    except SpecError as error:  # of the look
        found += error.problems
    return None


def at_places(edition: Edition, refused: Iterable[Refusal]) -> SpecError:
    """Return what the planner refuses as an error with its places in the edition's file."""
    return SpecError(sorted({edition.sop_source.problem(one.code, one.loc, one.what, one.fix) for one in refused}))


def _document(edition: Edition, folder: Path) -> DocumentPlan | ProsePlan:
    return plan_by(edition, document_looks(edition, folder))


@dataclass(frozen=True)
class DocumentLooks:
    """The looks of the document: that of its table, and that of a prose SOP."""

    table: SopLook
    prose: ProseLook | None


def document_looks(edition: Edition, folder: Path) -> DocumentLooks:
    """Return the looks that an edition is printed by; raise SpecError with their faults."""
    own = template_folder(folder, template_of(edition.sop))
    if isinstance(edition.sop, ProseSop):
        return DocumentLooks(load_look(template_folder(folder, "sop"), SopLook), load_look(own, ProseLook))
    return DocumentLooks(load_look(own, SopLook), None)


def plan_by(edition: Edition, looks: DocumentLooks) -> DocumentPlan | ProsePlan:
    """Return the pages of the document by its looks; raise PlanError with what is refused of them."""
    emblems = edition.emblems.printed_in(edition.sop)
    if isinstance(edition.sop, ProseSop) and looks.prose:
        return plan_prose(edition.sop, edition.unit, looks.prose, looks.table, emblems.own)
    return plan_document(edition.sop, edition.unit, looks.table, emblems)


def _orders(edition: Edition, folder: Path) -> list[OrderPlan]:
    kind = edition.unit.surat_perintah.bentuk
    look = load_letter_look(template_folder(folder, kind), kind)
    ground = order_ground(edition.sop, edition.unit, edition.regulations, None)
    return of_each(edition.sop, lambda activity: plan_order(ground, activity, look))


def _blanks(edition: Edition, folder: Path, form: Form[Any], shared: Callable[[Path], FormsLook]) -> list[FormPlan]:
    """Return the blank copies of a form: one an activity, or one for all."""
    own = template_folder(folder, form.name)
    looks = FormLooks(shared(own.parent), load_look(own, form.look))

    def plan(activity: Activity | None) -> FormPlan:
        return plan_form(form, (edition.sop, edition.unit), looks, activity=activity)

    if form.blank is FormPer.ACTIVITY:
        return of_each(edition.sop, plan)
    return [plan(None)] if form.of_whole(edition.sop) else []
