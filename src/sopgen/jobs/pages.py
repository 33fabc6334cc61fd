"""Every page of an edition, planned without drawing; what the planner refuses is named at its place in the spec."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sopgen.errors import PlanError, Problem, Refusal, SpecError
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Activity
from sopgen.plan.basis import basis, on_basis
from sopgen.plan.chart import ChartPlan, plan_charts
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.document import plan_document
from sopgen.plan.each import of_each, placed, tried
from sopgen.plan.forms.table import FORMS, Form, FormPer, FormPlan, plan_form
from sopgen.plan.letter.plan import OrderPlan, plan_order
from sopgen.read.load import Edition
from sopgen.read.look import load_look
from sopgen.workspace import templates


@dataclass(frozen=True)
class PlannedPages:
    """The pages that need drawing: the document, and the stand-alone charts by the ids of their activities."""

    document: DocumentPlan
    charts: Mapping[str, ChartPlan]


def plan_edition(edition: Edition, folder: Path) -> PlannedPages:
    """Return the pages of all that `build` makes, by the look of a template folder `sop`.

    Raises SpecError with all that the planner refuses of any of it, or with the faults of the look.
    """
    sop, look = edition.sop, load_look(folder, SopLook)
    refused: list[Refusal] = []
    document = tried(lambda: plan_document(sop, edition.unit, look, edition.emblem), refused)
    charts = tried(lambda: plan_charts(sop), refused)
    tried(lambda: _orders(edition), refused)
    tried(lambda: _forms(edition), refused)
    if refused or document is None or charts is None:
        raise _at_places(edition, refused)
    return PlannedPages(document, charts)


def refusals(edition: Edition) -> list[Problem]:
    """Return what the planner refuses of all that `build` makes, in the order of the file."""
    try:
        plan_edition(edition, templates(edition.path) / "sop")
    except SpecError as error:
        return error.problems
    return []


def refused_of(edition: Edition, activity: Activity, error: PlanError) -> SpecError:
    """Return what the planner refuses of one activity as an error with its places in the edition's file."""
    place = [one.id for one in edition.sop.kegiatan].index(activity.id)
    return _at_places(edition, placed(error, ("kegiatan", place)))


def _at_places(edition: Edition, refused: Iterable[Refusal]) -> SpecError:
    found = {edition.sop_source.problem(one.code, one.loc, one.what, one.fix) for one in refused}
    return SpecError(sorted(found))


def _orders(edition: Edition) -> list[OrderPlan]:
    sop, unit = edition.sop, edition.unit
    cited = on_basis(sop, basis(sop, unit, edition.regulations, None))
    return of_each(sop, lambda activity: plan_order(cited, unit, activity))


def _forms(edition: Edition) -> list[FormPlan]:
    made: list[FormPlan] = []
    for form in FORMS.values():
        plan = partial(_form, edition, form)
        made += of_each(edition.sop, plan) if form.blank is FormPer.ACTIVITY else [plan(None)]
    return made


def _form(edition: Edition, form: Form, activity: Activity | None) -> FormPlan:
    return plan_form(form, (edition.sop, edition.unit), activity=activity)
