"""Something planned of each activity: what one refuses does not hide what the others refuse."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from sopgen.errors import Loc, PlanError, Refusal
from sopgen.model.sop import Activity, Sop

T = TypeVar("T")


def tried(plan: Callable[[], T], refused: list[Refusal]) -> T | None:
    """Return what is planned; None where it is refused, with the reasons added to `refused`."""
    try:
        return plan()
    except PlanError as error:
        refused += error.refusals
        return None


def placed(error: PlanError, at: Loc) -> list[Refusal]:
    """Return what is refused of a part of the SOP with its place in the whole."""
    return [replace(one, loc=(*at, *one.loc)) for one in error.refusals]


def of_each(sop: Sop, plan: Callable[[Activity], T]) -> list[T]:
    """Return what is planned of every activity, in their order.

    Raises PlanError with what all of them refuse, each at its place in the SOP.
    """
    made: list[T] = []
    refused: list[Refusal] = []
    for n, activity in enumerate(sop.kegiatan):
        try:
            made.append(plan(activity))
        except PlanError as error:
            refused += placed(error, ("kegiatan", n))
    if refused:
        raise PlanError(*refused)
    return made
