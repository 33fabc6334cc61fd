"""Steps in another order: rows of several symbols and groups of sub-steps hold together."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sopgen.jobs.edit.flow.levels import (
    Placed,
    PlacedStep,
    StepData,
    StepLevel,
    group_end,
    level_of,
    named,
    placed,
    row_end,
    unit_end,
)

_STANDARD: Final = ("kelengkapan", "waktu", "keluaran")


def moved(steps: Sequence[StepData], start: int, to: int) -> Placed:
    """Return the steps after one was moved before the place `to` (their count is the end), with what goes along.

    A step that leaves its group or its row is one of its own; one that comes into a group is a sub-step there.
    """
    end = unit_end(steps, start)
    if start <= to <= end:
        return placed(steps)
    every = placed(steps)
    unit, rest = every[start:end], every[:start] + every[end:]
    unit, rest = _head_left(unit, rest, start)
    at = _no_row_torn(unit, rest, to - (end - start if to > start else 0))
    return _cells_kept(steps, [*rest[:at], *_at_home(unit, rest, at), *rest[at:]])


def moved_up(steps: Sequence[StepData], start: int) -> Placed:
    """Return the steps after one was moved a row up; a group is passed as a whole by what is none of it."""
    every = placed(steps)
    if start == 0:
        return every
    above = every[start - 1]
    same = above.group is not None and above.group == every[start].group
    passed = above.row if same or above.group is None else above.group
    return moved(steps, start, passed or 0)


def moved_down(steps: Sequence[StepData], start: int) -> Placed:
    """Return the steps after one was moved a row down; a group is passed as a whole by what is none of it."""
    end = unit_end(steps, start)
    if end >= len(steps):
        return placed(steps)
    inside = level_of(steps[start]) in (StepLevel.SUB, StepLevel.HEADED) and level_of(steps[end]) is StepLevel.SUB
    return moved(steps, start, row_end(steps, end) if inside else group_end(steps, end))


def taken_out(steps: Sequence[StepData], place: int) -> Placed:
    """Return the steps without one: the next of its row or of its group takes its part."""
    every = placed(steps)
    gone, rest = every[place], every[:place] + every[place + 1 :]
    heir = rest[place] if place < len(rest) else None
    if heir and heir.level is StepLevel.BESIDE and gone.level is not StepLevel.BESIDE:
        rest[place] = heir.at(gone.level, str(gone.data.get("induk", "")))
    elif heir and heir.level is StepLevel.SUB and gone.level is StepLevel.HEADED:
        rest[place] = heir.at(StepLevel.HEADED, str(gone.data["induk"]))
    elif heir and heir.level is StepLevel.SUB and gone.level is StepLevel.OWN:
        rest = [
            one.at(StepLevel.OWN) if one.group == gone.was and one.level is StepLevel.SUB else one for one in rest
        ]
    return _cells_kept(steps, rest)


def put_in(steps: Sequence[StepData], place: int, new: StepData) -> Placed:
    """Return the steps with a new one before a place: a sub-step in a group, and below the last one of it."""
    every = placed(steps)
    at = _no_row_torn([PlacedStep(new)], every, place)
    above = every[every[at - 1].row or 0].level if at else StepLevel.OWN
    sub = at > 0 and (above in (StepLevel.SUB, StepLevel.HEADED) or _is_sub(every, at))
    made = PlacedStep(new).at(StepLevel.SUB if sub else StepLevel.OWN)
    return _cells_kept(steps, [*every[:at], made, *every[at:]])


def relevelled(steps: Sequence[StepData], place: int, level: StepLevel, head: str) -> Placed:
    """Return the steps with one at another level; the first is always one of its own or under a head."""
    every = placed(steps)
    if place or level in (StepLevel.OWN, StepLevel.HEADED):
        every[place] = every[place].at(level, head)
    return every


def _is_sub(steps: Placed, at: int) -> bool:
    return at < len(steps) and steps[at].level is StepLevel.SUB


def _head_left(unit: Placed, rest: Placed, start: int) -> tuple[Placed, Placed]:
    """Leave the words over sub-steps with them when the first one goes; it takes them along where it is alone."""
    if unit[0].level is not StepLevel.HEADED or not _is_sub(rest, start):
        return unit, rest
    heir = rest[start].at(StepLevel.HEADED, str(unit[0].data["induk"]))
    return [unit[0].at(StepLevel.SUB), *unit[1:]], [*rest[:start], heir, *rest[start + 1 :]]


def _holds_a_group(unit: Placed) -> bool:
    return unit[0].level is StepLevel.HEADED or any(one.level is StepLevel.SUB for one in unit[1:])


def _no_row_torn(unit: Placed, rest: Placed, at: int) -> int:
    """Return the first place from `at` on where the unit tears no row, and no group where it is one itself."""
    if unit[0].level is StepLevel.BESIDE and at and rest[at - 1].row == unit[0].row:
        return at
    whole = (StepLevel.BESIDE, StepLevel.SUB) if _holds_a_group(unit) else (StepLevel.BESIDE,)
    while at < len(rest) and rest[at].level in whole:
        at += 1
    return at


def _at_home(unit: Placed, rest: Placed, at: int) -> Placed:
    """Return a unit at the level of its new place."""
    first, above = unit[0], rest[at - 1] if at else None
    if _holds_a_group(unit) or (first.level is StepLevel.BESIDE and above and above.row == first.row):
        return unit
    stays = above is not None and above.group is not None and above.group == first.group
    return [first.at(StepLevel.SUB if stays or (above and _is_sub(rest, at)) else StepLevel.OWN), *unit[1:]]


def _cells_kept(steps: Sequence[StepData], made: Placed) -> Placed:
    """Let a step that shares cells with the row above say them itself where another row stands above it now."""
    found = []
    for n, one in enumerate(made):
        above = made[n - 1].was if n else None
        if one.was and one.data.get("bersama") and above != one.was - 1:
            one = replace(one, data=_said_itself(steps, one.data, one.was))
        found.append(one)
    return found


def _said_itself(steps: Sequence[StepData], step: StepData, was: int) -> StepData:
    """Return a step with the cells that it had in common with the rows above it."""
    cells = [cell for one in named(step, "bersama") for cell in (_STANDARD if one == "mutu_baku" else (one,))]
    own = {cell: said for cell in cells if (said := _said_above(steps, was, cell))}
    remark = {"keterangan": own.pop("keterangan")} if "keterangan" in own else {}
    standard = {"mutu_baku": {**(step.get("mutu_baku") or {}), **own}} if own else {}
    return {**{key: value for key, value in step.items() if key != "bersama"}, **standard, **remark}


def _said_above(steps: Sequence[StepData], was: int, cell: str) -> Any:
    return next((said for n in range(was, -1, -1) if (said := _cell(steps[n], cell))), None)


def _cell(step: Mapping[str, Any], cell: str) -> Any:
    return step.get(cell) if cell == "keterangan" else (step.get("mutu_baku") or {}).get(cell)
