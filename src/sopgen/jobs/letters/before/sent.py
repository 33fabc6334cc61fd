"""Which letters a roster gets: one for all or one each, an order or an assignment; civilians one of their own."""

from dataclasses import replace

from sopgen.jobs.letters.before.people import civilians_of, ordered, without_civilians
from sopgen.jobs.letters.deployment import Deployment, letters
from sopgen.jobs.letters.request import LetterTerms
from sopgen.jobs.work import Work
from sopgen.model.unit import ForCivilians, LetterKind


def letters_of(work: Work, deployment: Deployment, terms: LetterTerms) -> list[Deployment]:
    """Return the deployment of each letter: of the people, and of civilians where the unit assigns them.

    An assignment may name whoever has no number, as the staff of other offices have none. Raises SopgenError as
    `ordered`.
    """
    settings, leave_out = work.edition.unit.surat_perintah, terms.without_civilians
    if settings.bentuk is LetterKind.ASSIGNMENT:
        return letters(without_civilians(deployment) if leave_out else deployment, per_person=terms.per_person)
    if leave_out or settings.warga is not ForCivilians.ASSIGNMENT:
        return letters(ordered(deployment, leave_out=leave_out), per_person=terms.per_person)
    assigned = replace(civilians_of(deployment), kind=LetterKind.ASSIGNMENT)
    sent = [one for one in (without_civilians(deployment), assigned) if one.people]
    return [letter for one in sent for letter in letters(one, per_person=terms.per_person)]
