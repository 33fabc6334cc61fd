"""A flow that did not change is not routed again: what was planned last is kept.

A form asks for the pages at every keystroke, of which most touch no flow; a flow takes most of the time of a plan.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeAlias, TypeVar

from sopgen.errors import PlanError
from sopgen.messages import language
from sopgen.model.flow import Step
from sopgen.model.sop import Lane

P = ParamSpec("P")
R = TypeVar("R")
Steps: TypeAlias = tuple[Step, ...]
Lanes: TypeAlias = tuple[Lane, ...]
# The flows of an edition with all the widths that are tried for them.
MOST: Final = 64


def kept(plan: Callable[Concatenate[Steps, Lanes, P], R]) -> Callable[Concatenate[Steps, Lanes, P], R]:
    """Let a function of steps and lanes give again what it gave, or refused, for the same ones."""
    made: OrderedDict[tuple[object, ...], R | PlanError] = OrderedDict()
    turn = threading.Lock()

    @wraps(plan)
    def again(steps: Steps, lanes: Lanes, /, *args: P.args, **values: P.kwargs) -> R:
        # A step may hold a mapping, which has no hash; as text it has one. Refusals are told in a language.
        texts = tuple(one.model_dump_json() for one in (*steps, *lanes))
        key = (language(), len(steps), texts, args, tuple(sorted(values.items())))
        with turn:
            found = made.get(key)
            if found is not None:
                made.move_to_end(key)
        if found is None:
            found = _of(lambda: plan(steps, lanes, *args, **values))
            with turn:
                made[key] = found
                while len(made) > MOST:
                    made.popitem(last=False)
        if isinstance(found, PlanError):
            raise PlanError(*found.refusals)
        return found

    return again


def _of(plan: Callable[[], R]) -> R | PlanError:
    try:
        return plan()
    except PlanError as error:
        return error
