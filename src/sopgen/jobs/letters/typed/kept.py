"""An issued letter taken up again: from which edition it was made, and what its form said."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from sopgen.errors import SopgenError, SpecError, with_fix
from sopgen.jobs.letters.before.people import civilians_of, without_civilians
from sopgen.jobs.letters.deployment import Deployment, from_content
from sopgen.jobs.letters.numbers import refuse_unissued
from sopgen.jobs.work import open_work
from sopgen.messages import say
from sopgen.model.sop import Status
from sopgen.plan.forms.table import FORMS, AnyForm, FormPer
from sopgen.read.load import load_edition
from sopgen.register.entry import NumberEntry


def spec_of(entry: NumberEntry, specs: Iterable[Path]) -> Path:
    """Return the file of the edition that a letter was made from, else of one in force: it prints what is kept.

    Raises SopgenError where there is neither.
    """
    in_force: list[Path] = []
    for path in specs:
        with suppress(SpecError):  # a broken edition keeps no letter of another one
            sop = load_edition(path).sop
            if f"({sop.name})" in entry.subject:
                return path
            if sop.status is Status.IN_FORCE:
                in_force.append(path)
    if not in_force:
        raise SopgenError(
            with_fix(say("no edition is in force"), say("open the working folder that the letter was made in"))
        )
    return in_force[0]


def as_asked(entry: NumberEntry, spec: Path) -> tuple[Deployment, str | None]:
    """Return what an issued letter was asked for, and the official who signed it (None for the unit's own).

    Raises SopgenError where the register keeps it no more, or no issued letter bears the number.
    """
    refuse_unissued(entry)
    work = open_work(spec)
    signed, one = from_content(work, entry)
    own, given = work.edition.unit.penandatangan, signed.edition.unit.penandatangan
    return one, None if own.nrp == given.nrp else getattr(given, "id", None)


def forms_of(entry: NumberEntry, spec: Path) -> list[AnyForm]:
    """Return the forms that can follow an issued letter. Raises SopgenError as `as_asked`."""
    one, _ = as_asked(entry, spec)
    civilians, others = civilians_of(one).people, without_civilians(one).people
    return [
        form
        for form in FORMS.values()
        if form.filled
        and form.belongs(one.activity)
        and (form.filled is not FormPer.CIVILIANS or civilians)
        and (form.filled is not FormPer.LETTER or others)
    ]
