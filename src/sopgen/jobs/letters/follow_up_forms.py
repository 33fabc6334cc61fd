"""The forms that follow task orders, filled from them: one for a letter, or one for all who go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sopgen.errors import SopgenError
from sopgen.jobs.forms import form_files, not_of_activity
from sopgen.jobs.letters.before.people import civilians_of, without_civilians
from sopgen.jobs.letters.deployment import Deployment, letter_name, letters, task_of
from sopgen.jobs.letters.numbers import Numbered
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.plan.forms.table import Form, FormPer
from sopgen.register.entry import NumberEntry


@dataclass(frozen=True)
class _Copy:
    """Whom one copy of a form is for; the number of the letter, and its entry where the register gave it."""

    one: Deployment
    number: str
    entry: NumberEntry | None


def filled_forms(
    work: Work,
    forms: Sequence[Form[Any]],
    *,
    deployment: Deployment,
    per_person: bool,
    numbers: Numbered,
    named: bool,
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each form that follows the letters of a deployment, DOCX and PDF.

    Raises SopgenError for one that this deployment does not have, where the forms were `named`; others are left out.
    """
    sent = without_civilians(deployment)
    ones = letters(sent, per_person=per_person) if sent.people else []
    of_letters = [_Copy(one, *given) for one, given in zip(ones, numbers(ones), strict=True)]
    entry = of_letters[0].entry if of_letters else None
    # Who meet, meet once, whoever had a letter of his own.
    of_all = [_Copy(deployment, "", entry)]
    invited = civilians_of(deployment)
    of_civilians = [_Copy(invited, "", None)] if invited.people else []
    for form in forms:
        copies = {FormPer.LETTER: of_letters, FormPer.CIVILIANS: of_civilians}.get(form.filled or FormPer.SOP, of_all)
        lacking = _lacking(form, deployment, copies)
        if lacking and named:
            raise SopgenError(lacking)
        if lacking:
            continue
        for position, copy in enumerate(copies, 1):
            name = f"{form.name}-{letter_name(position, copy.one, copy.entry)}"
            task = task_of(copy.one, copy.number)
            for ending, content in form_files(work, form, activity=copy.one.activity, task=task):
                yield f"{name}.{ending}", content


def _lacking(form: Form[Any], deployment: Deployment, copies: Sequence[_Copy]) -> str:
    """Return why a deployment does not have a form, an empty text where it has."""
    if not copies:
        return _nobody(form)
    return "" if form.belongs(deployment.activity) else not_of_activity(form, deployment.activity.id)


def _nobody(form: Form[Any]) -> str:
    if form.filled is FormPer.CIVILIANS:
        return say("the roster names no civilian: there is nobody to invite")
    return say("the roster names civilians only: no order was given, of which {form} could tell", form=form.name)
