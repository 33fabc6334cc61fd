"""What changes from letter to letter of a run, and what stays: a letter is filled once for each variant."""

from collections.abc import Hashable
from dataclasses import fields, replace
from itertools import chain, islice
from operator import itemgetter
from typing import Final

from sopgen.plan.letter.plan import OrderPlan
from sopgen.plan.letter.task import PersonRow

CHANGING: Final = frozenset({"number", "issued", "receiver", "receiver_rank", "duties", "people", "code"})
_staying: Final = itemgetter(*(field.name for field in fields(OrderPlan) if field.name not in CHANGING))


def changing_texts(plan: OrderPlan) -> tuple[str, ...]:
    """Return the texts that change from letter to letter of a run, always in the same order."""
    rows = chain.from_iterable(vars(row).values() for row in plan.people)
    return (plan.number, plan.issued, plan.receiver, plan.receiver_rank, *plan.duties, *rows)


def what_stays(plan: OrderPlan) -> Hashable:
    """Return what letters have in common that differ only in their changing texts, and in their codes."""
    return _staying(vars(plan)), len(plan.people), tuple(map(bool, changing_texts(plan))), bool(plan.code)


def with_slots(plan: OrderPlan) -> OrderPlan:
    """Return the plan with a numbered slot in the place of each changing text; an empty one stays empty."""
    slots = (f"\ue000{n}\ue001" if text else "" for n, text in enumerate(changing_texts(plan)))
    number, issued, receiver, receiver_rank = islice(slots, 4)
    duties = tuple(islice(slots, len(plan.duties)))
    people = tuple(PersonRow(*islice(slots, len(vars(row)))) for row in plan.people)
    return replace(
        plan,
        number=number,
        issued=issued,
        receiver=receiver,
        receiver_rank=receiver_rank,
        duties=duties,
        people=people,
    )
