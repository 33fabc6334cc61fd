"""Plan a whole run before its first number is given: a number is given only for a letter that can be made."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sopgen.errors import SopgenError, together
from sopgen.files import refuse_unwritable
from sopgen.jobs.letters.deployment import Deployment, letter_key, task_of
from sopgen.jobs.letters.issue import sealed_plan
from sopgen.jobs.letters.kept_files import refuse_replacing
from sopgen.jobs.letters.numbers import number_text
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.plan.letter.plan import OrderPlan, plan_order
from sopgen.register.look import RegisterView

# As long as a running number gets: what fits with it fits with every shorter one.
LONGEST: Final = 99999


def rehearse(work: Work, ones: Sequence[Deployment], formats: Sequence[str], out: Path) -> None:
    """Plan every letter, make the first, and see that the folder can be written.

    Raises SopgenError with every reason, a line each, why a letter can not be made; nothing is numbered or kept.
    """
    sop, unit = work.ordering(ones[0].day), work.edition.unit
    wrong = []
    for one in ones:
        plan = plan_order(sop, unit, one.activity, work.order_look, task_of(one, number_text(work, one)(LONGEST)))
        wrong += _too_tall(plan, one)
        if one is ones[0] and not wrong:
            work.letter_maker.files(plan, formats)
    if wrong:
        raise together([SopgenError(what) for what in wrong])
    refuse_unwritable(out)


def refuse_changed(
    work: Work, ones: Sequence[Deployment], register: RegisterView, key: Ed25519PrivateKey | None
) -> None:
    """Raise SopgenError where letters of a run were issued with other words; others of it have no number yet."""
    known = register.known([letter_key(work, one) for one in ones])
    issued = [(one, known[letter_key(work, one)]) for one in ones if letter_key(work, one) in known]
    if len(issued) == len(ones):
        return  # no number is to be given: each letter is compared when it is made
    sop = work.ordering(ones[0].day)
    for one, entry in issued:
        plan = sealed_plan(work, sop, one, entry.text, key)
        endings = [name.rpartition(".")[2] for name in entry.files]
        made = work.letter_maker.files(plan, endings)
        refuse_replacing(entry, {Path(f"{entry.number}.{ending}"): content for ending, content in made.items()}, {})


def _too_tall(plan: OrderPlan, one: Deployment) -> list[str]:
    """Return a line for each person whose row is taller than a sheet; the annex lies across, under a row of heads."""
    rows, sheet = plan.personnel.heights, plan.page.text_height
    if plan.annex:
        rows, sheet = plan.annex.heights[1:], plan.page.text_width
    return [
        say(
            "row {row}: the texts of {name} fit on no sheet. fix: shorten them", row=person.row, name=person.name[:40]
        )
        for person, height in zip(one.people, rows, strict=False)
        if height > sheet
    ]
