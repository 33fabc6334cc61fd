"""Every page of an edition, planned without drawing; what the planner refuses is named at its place in the spec."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from sopgen.errors import PlanError, Problem, SpecError
from sopgen.model.sop import Activity
from sopgen.plan.basis import basis, on_basis
from sopgen.plan.chart import ChartPlan, plan_charts
from sopgen.plan.document import DocumentPlan, plan_document
from sopgen.plan.each import of_each
from sopgen.plan.forms.table import FORMS, Form, FormPer, FormPlan, plan_form
from sopgen.plan.letter.plan import OrderPlan, plan_order
from sopgen.read.load import Edition

T = TypeVar("T")


@dataclass(frozen=True)
class PlannedPages:
    """The pages that need drawing: the document, and the stand-alone charts by the ids of their activities."""

    document: DocumentPlan
    charts: Mapping[str, ChartPlan]


def plan_edition(edition: Edition) -> PlannedPages:
    """Return the pages of all that `build` makes. Raises SpecError with all that the planner refuses of any of it."""
    refused: list[Problem] = []
    document, charts = _tried(edition, _document, refused), _tried(edition, _charts, refused)
    _tried(edition, _orders, refused)
    _tried(edition, _forms, refused)
    if refused or document is None or charts is None:
        raise SpecError(sorted({*refused}))
    return PlannedPages(document, charts)


def refusals(edition: Edition) -> list[Problem]:
    """Return what the planner refuses of all that `build` makes, in the order of the file."""
    try:
        plan_edition(edition)
    except SpecError as error:
        return error.problems
    return []


@contextmanager
def placed(edition: Edition) -> Iterator[None]:
    """Raise SpecError, with the places in the edition's file, for what the planner refuses."""
    try:
        yield
    except PlanError as error:
        raise SpecError(_problems(edition, error)) from error


def _tried(edition: Edition, plan: Callable[[Edition], T], refused: list[Problem]) -> T | None:
    try:
        return plan(edition)
    except PlanError as error:
        refused += _problems(edition, error)
        return None


def _problems(edition: Edition, error: PlanError) -> list[Problem]:
    return sorted(edition.sop_source.problem(one.code, one.loc, one.what, one.fix) for one in error.refusals)


def _document(edition: Edition) -> DocumentPlan:
    return plan_document(edition.sop, edition.unit, edition.emblem)


def _charts(edition: Edition) -> dict[str, ChartPlan]:
    return plan_charts(edition.sop)


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
