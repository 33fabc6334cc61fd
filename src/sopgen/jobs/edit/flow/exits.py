"""Where steps lead: exits of decisions, onward steps, and what becomes of them when a step goes.

Steps are as the spec's data has them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sopgen.jobs.edit.flow.levels import StepData, named
from sopgen.model.flow import Symbol

YES: Final = "Ya"
NO: Final = "Tidak"


@dataclass(frozen=True)
class StepExit:
    """An exit of a step that names another: the step's id, and the exit's word where it is a decision's."""

    step: str
    word: str | None = None


def onward(step: Mapping[str, Any]) -> list[str]:
    """Return the ids that a step's `ke` names."""
    return named(step, "ke")


def led_to(step: Mapping[str, Any]) -> list[str]:
    """Return the ids that a step names, by `ke` or by its exits."""
    return [*(step.get("cabang") or {}).values(), *onward(step)]


def after(steps: Sequence[StepData], place: int) -> str | None:
    """Return where a step leads by itself: what it names, else the next one; None for an end."""
    if named := led_to(steps[place]):
        return named[0]
    if str(steps[place].get("simbol", "")) == Symbol.END or place + 1 >= len(steps):
        return None
    return str(steps[place + 1]["id"])


def led_elsewhere(step: StepData, gone: str, targets: Mapping[StepExit, str], others: Sequence[str]) -> StepData:
    """Return a step whose exits to one that goes lead where `targets` say, else to the first of the others."""
    made = dict(step)
    usual = next((one for one in others if one != step["id"]), "")
    if gone in (step.get("cabang") or {}).values():
        told = {
            word: targets.get(StepExit(step["id"], word), usual) if to == gone else to
            for word, to in step["cabang"].items()
        }
        made["cabang"] = {word: to for word, to in told.items() if to}
    if gone in onward(step):
        told_on = [targets.get(StepExit(step["id"]), usual) if to == gone else to for to in onward(step)]
        made = with_onward(made, [to for to in told_on if to and to != step["id"]])
    return made


def with_onward(step: StepData, targets: Sequence[str]) -> StepData:
    """Return a step that leads to these; to the next one where there are none."""
    to = list(dict.fromkeys(targets))
    kept = {key: value for key, value in step.items() if key != "ke"}
    return {**kept, **({"ke": to[0] if len(to) == 1 else to} if to else {})}


def with_symbol(steps: Sequence[StepData], place: int, symbol: str) -> StepData:
    """Return a step with another symbol, and with the exits that such a symbol has.

    A new decision leads on by `Ya` and back by `Tidak`; of a former one the first exit stays the way on.
    """
    step = steps[place]
    made = {key: value for key, value in step.items() if key not in ("cabang", "ke")}
    made["simbol"] = symbol
    if symbol == Symbol.END:
        return made
    if symbol == Symbol.DECISION:
        return {**made, "cabang": step.get("cabang") or _first_exits(steps, place)}
    former = led_to(step)
    following = str(steps[place + 1]["id"]) if place + 1 < len(steps) else None
    return with_onward(made, [to for to in former[:1] if to != following] if step.get("cabang") else onward(step))


def _first_exits(steps: Sequence[StepData], place: int) -> dict[str, str]:
    others = [str(step["id"]) for n, step in enumerate(steps) if n != place]
    named = [to for to in led_to(steps[place]) if to in others]
    on = [*named, *others[place : place + 1], *others]
    back = [*others[place - 1 : place], *others] if place else others
    return {YES: on[0], NO: next((one for one in back if one != on[0]), on[0])} if others else {}
