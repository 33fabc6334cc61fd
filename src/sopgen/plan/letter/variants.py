"""What changes from letter to letter of a run, and what stays: a letter is filled once for each variant."""

from collections.abc import Hashable
from dataclasses import fields, replace
from itertools import islice
from operator import itemgetter
from typing import Final

from sopgen.plan.letter.contents import AssignmentPlan, OrderPlan, Receiver

CHANGING: Final = frozenset({"number", "issued", "receiver", "duties", "recipients", "code"})
# The look is the template folder's: all letters of a run have the same.
APART: Final = CHANGING | {"look"}


_STAYING: Final = {
    kind: itemgetter(*(field.name for field in fields(kind) if field.name not in APART))
    for kind in (OrderPlan, AssignmentPlan)
}


def changing_texts(plan: OrderPlan) -> tuple[str, ...]:
    """Return the texts that change from letter to letter of a run, always in the same order."""
    values = (line.value for line in plan.recipients)
    return (plan.number, plan.issued, plan.receiver.name, plan.receiver.rank, *plan.duties, *values)


def what_stays(plan: OrderPlan) -> Hashable:
    """Return what letters of one look have in common that differ only in their changing texts, and in their codes."""
    lines = tuple((line.head, line.number, line.label) for line in plan.recipients)
    return (
        _STAYING[type(plan)](vars(plan)),
        lines,
        plan.receiver.title,
        tuple(map(bool, changing_texts(plan))),
        bool(plan.code),
    )


def with_slots(plan: OrderPlan) -> OrderPlan:
    """Return the plan with a numbered slot in the place of each changing text; an empty one stays empty."""
    slots = (f"\ue000{n}\ue001" if text else "" for n, text in enumerate(changing_texts(plan)))
    number, issued, receiver, rank = islice(slots, 4)
    duties = tuple(islice(slots, len(plan.duties)))
    return replace(
        plan,
        number=number,
        issued=issued,
        receiver=Receiver(plan.receiver.title, receiver, rank),
        duties=duties,
        recipients=tuple(replace(line, value=slot) for line, slot in zip(plan.recipients, slots, strict=True)),
    )
