"""Changes of the steps of one flow: each gives the spec as it is afterwards, with every reference to a step right.

`loc` is the place of the flow, `kegiatan[n].alur`. Raises LookupError where there is none, SpecError where its text
can not be changed alone.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sopgen.errors import Loc
from sopgen.jobs.edit.flow import rows
from sopgen.jobs.edit.flow.brought import WantedItem, brought, with_items
from sopgen.jobs.edit.flow.exits import StepExit, after, led_elsewhere, onward, with_onward, with_symbol
from sopgen.jobs.edit.flow.ids import step_id
from sopgen.jobs.edit.flow.levels import Placed, PlacedStep, StepData, StepLevel, row_end
from sopgen.model.flow import Symbol
from sopgen.read.source import Source
from sopgen.splice.places import data_at

# What a copy of a step has not: where it leads, how it stood, what it had in common with the row above.
_NOT_COPIED: Final = ("id", "ke", "cabang", "induk", "sebaris", "bersama")


def steps_at(source: Source, loc: Loc) -> list[StepData]:
    """Return the steps of a flow as the spec's data has them."""
    found = data_at(source.data, loc)
    if not isinstance(found, list) or not all(isinstance(step, dict) and "id" in step for step in found):
        raise LookupError(loc)
    return found


def with_step(source: Source, loc: Loc, place: int, values: Mapping[str, Any]) -> Source:
    """Put a new step before a place; the one above leads to it, and it to where that one led."""
    steps = steps_at(source, loc)
    new = {"id": step_id([step["id"] for step in steps]), **values}
    made = rows.put_in(steps, place, new)
    at = next(n for n, one in enumerate(made) if one.was is None)
    above = made[at - 1].data if at else {}
    if above.get("ke") and not above.get("cabang"):
        made[at] = _other(made[at], with_onward(made[at].data, onward(above)))
        made[at - 1] = _other(made[at - 1], with_onward(above, []))
    return _written(source, loc, made)


def with_copy(source: Source, loc: Loc, place: int) -> Source:
    """Put a copy of a step below its row."""
    steps = steps_at(source, loc)
    copied = {key: value for key, value in _at(steps, place).items() if key not in _NOT_COPIED}
    if copied.get("simbol") in (Symbol.START, Symbol.DECISION):  # a flow has one start; a copy has no exits
        copied["simbol"] = Symbol.PROCESS.value
    return with_step(source, loc, row_end(steps, place), copied)


def without_step(source: Source, loc: Loc, place: int, targets: Mapping[StepExit, str]) -> Source:
    """Take a step out; exits that named it lead where `targets` say, else where it led."""
    steps = steps_at(source, loc)
    gone = str(_at(steps, place)["id"])
    led = after(steps, place)
    others = [*([led] if led else []), *(str(step["id"]) for step in reversed([*steps[place + 1 :], *steps[:place]]))]
    made = rows.taken_out(steps, place)
    return _written(source, loc, [_other(one, led_elsewhere(one.data, gone, targets, others)) for one in made])


def with_step_moved(source: Source, loc: Loc, place: int, to: int) -> Source:
    """Move a step before another place, with what goes along."""
    steps = steps_at(source, loc)
    _at(steps, place)
    return _written(source, loc, rows.moved(steps, place, max(0, min(to, len(steps)))))


def with_step_up(source: Source, loc: Loc, place: int) -> Source:
    """Move a step a row up."""
    return _moved_by(source, loc, place, rows.moved_up)


def with_step_down(source: Source, loc: Loc, place: int) -> Source:
    """Move a step a row down."""
    return _moved_by(source, loc, place, rows.moved_down)


def with_level(source: Source, loc: Loc, place: int, level: StepLevel, head: str) -> Source:
    """Let a step stand otherwise below the one before it."""
    steps = steps_at(source, loc)
    _at(steps, place)
    return _written(source, loc, rows.relevelled(steps, place, level, head))


def with_step_symbol(source: Source, loc: Loc, place: int, symbol: str) -> Source:
    """Give a step another symbol, with the exits of such a one."""
    steps = steps_at(source, loc)
    _at(steps, place)
    return brought(source, (*loc, place), with_symbol(steps, place, symbol))


def with_step_onward(source: Source, loc: Loc, place: int, targets: Sequence[str]) -> Source:
    """Let a step lead to these steps; to the next one where there are none."""
    step = _at(steps_at(source, loc), place)
    return brought(source, (*loc, place), with_onward(step, targets))


def with_step_roles(source: Source, loc: Loc, place: int, roles: Sequence[str]) -> Source:
    """Let these roles do a step; an only one is written as one."""
    step = _at(steps_at(source, loc), place)
    said = list(dict.fromkeys(roles))
    return brought(source, (*loc, place), {**step, "pelaksana": said[0] if len(said) == 1 else said})


def place_after(source: Source, loc: Loc, made: Source, place: int) -> int:
    """Return where the step that stood at a place stands in the changed spec; the nearest place where it is gone."""
    wanted = _at(steps_at(source, loc), place)["id"]
    found = [step["id"] for step in steps_at(made, loc)]
    return found.index(wanted) if wanted in found else min(place, max(len(found) - 1, 0))


def _moved_by(source: Source, loc: Loc, place: int, move: Callable[[Sequence[StepData], int], Placed]) -> Source:
    steps = steps_at(source, loc)
    _at(steps, place)
    return _written(source, loc, move(steps, place))


def _at(steps: Sequence[StepData], place: int) -> StepData:
    if not 0 <= place < len(steps):
        raise LookupError(place)
    return steps[place]


def _other(one: PlacedStep, data: StepData) -> PlacedStep:
    return replace(one, data=data)


def _written(source: Source, loc: Loc, made: Placed) -> Source:
    return with_items(source, loc, [WantedItem(one.data, one.was) for one in made])
