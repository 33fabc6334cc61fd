"""Blank task orders that bear numbers of the reserved block."""

from collections.abc import Iterator

from sopgen.errors import SopgenError
from sopgen.jobs.letters.deployment import subject_of
from sopgen.jobs.work import Work
from sopgen.messages import say
from sopgen.model.sop import Activity
from sopgen.plan.letter.task import OrderTask
from sopgen.register.entry import NumberEntry, State
from sopgen.register.look import RegisterView
from sopgen.register.store import Register


def numbered_blanks(
    work: Work, activity: Activity, register: Register, *, year: int, count: int
) -> list[tuple[str, bytes]]:
    """Return blank task orders with the next reserved numbers of a year, DOCX and PDF, by their names.

    The numbers count as handed out when this returns. Raises SopgenError where fewer are reserved.
    """
    kept = _reserved(register, year, count)
    files = list(_files(work, activity, kept))
    register.draw(kept, subject_of(work, activity))
    return files


def _reserved(register: RegisterView, year: int, count: int) -> list[NumberEntry]:
    kept = [entry for entry in register.entries(year) if entry.state is State.RESERVED][:count]
    if len(kept) < count:
        fix = say("`sopgen register reserve --count {count}`", count=count - len(kept))
        what = say("{count} numbers of {year} are reserved and not used", count=len(kept), year=year)
        raise SopgenError(say("{what}. fix: {fix}", what=what, fix=fix))
    return kept


def _files(work: Work, activity: Activity, kept: list[NumberEntry]) -> Iterator[tuple[str, bytes]]:
    for entry in kept:
        plan = work.order_plan(activity, OrderTask(number=entry.text))
        for ending, content in work.letter_maker.files(plan).items():
            yield f"{plan.kind}-{entry.year}-{entry.number:04}-{activity.id}-blangko.{ending}", content
