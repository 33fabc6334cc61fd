"""What changes from letter to letter of a run, and what stays: a letter is filled once for each variant."""

from collections.abc import Hashable
from dataclasses import fields, replace
from itertools import chain, islice
from operator import itemgetter
from typing import Final

from sopgen.plan.letter.plan import OrderPlan, PersonLine

CHANGING: Final = frozenset({"number", "issued", "receiver", "receiver_rank", "duties", "personnel", "code"})
# The look is the template folder's: all letters of a run have the same.
_staying: Final = itemgetter(*(field.name for field in fields(OrderPlan) if field.name not in CHANGING | {"look"}))


def changing_texts(plan: OrderPlan) -> tuple[str, ...]:
    """Return the texts that change from letter to letter of a run, always in the same order."""
    rows = chain.from_iterable(vars(row).values() for row in plan.personnel.rows)
    return (plan.number, plan.issued, plan.receiver, plan.receiver_rank, *plan.duties, *rows)


def what_stays(plan: OrderPlan) -> Hashable:
    """Return what letters of one look have in common that differ only in their changing texts, and in their codes."""
    table = plan.personnel
    return (
        _staying(vars(plan)),
        (table.heads, table.columns, table.head_height, table.heights),
        tuple(map(bool, changing_texts(plan))),
        bool(plan.code),
    )


def with_slots(plan: OrderPlan) -> OrderPlan:
    """Return the plan with a numbered slot in the place of each changing text; an empty one stays empty."""
    slots = (f"\ue000{n}\ue001" if text else "" for n, text in enumerate(changing_texts(plan)))
    number, issued, receiver, receiver_rank = islice(slots, 4)
    duties = tuple(islice(slots, len(plan.duties)))
    rows = tuple(PersonLine(*islice(slots, len(vars(row)))) for row in plan.personnel.rows)
    return replace(
        plan,
        number=number,
        issued=issued,
        receiver=receiver,
        receiver_rank=receiver_rank,
        duties=duties,
        personnel=replace(plan.personnel, rows=rows),
    )
