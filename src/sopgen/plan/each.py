"""Something planned of each activity: what one refuses does not hide what the others refuse."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeVar

from sopgen.errors import PlanError, Refusal
from sopgen.model.sop import Activity, Sop

T = TypeVar("T")


def tried(plan: Callable[[], T], refused: list[Refusal]) -> T | None:
    """Return what is planned; None where it is refused, with the reasons added to `refused`."""
    try:
        return plan()
    except PlanError as error:
        refused += error.refusals
        return None


def of_each(sop: Sop, plan: Callable[[Activity], T], only: Iterable[str] | None = None) -> list[T]:
    """Return what is planned of every activity, or of those with the ids in `only`, in their order.

    Raises PlanError with what all of them refuse, each at its place in the SOP.
    """
    wanted = {activity.id for activity in sop.kegiatan} if only is None else set(only)
    made: list[T] = []
    refused: list[Refusal] = []
    for n, activity in enumerate(sop.kegiatan):
        if activity.id in wanted:
            try:
                made.append(plan(activity))
            except PlanError as error:
                refused += [replace(one, loc=("kegiatan", n, *one.loc)) for one in error.refusals]
    if refused:
        raise PlanError(*refused)
    return made
