"""How the steps of a flow stand below each other: rows of several symbols, groups of sub-steps.

Steps are as the spec's data has them. A row is a step and those beside it (`sebaris`); a group is a row and the
sub-steps below it, or sub-steps under a head of words (`induk`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

StepData = dict[str, Any]


class StepLevel(StrEnum):
    """How a step stands below the one before it."""

    OWN = "langkah"
    SUB = "sublangkah"
    HEADED = "berjudul"
    BESIDE = "sebaris"


MARKS = ("sebaris", "sublangkah", "induk")


def is_on(step: Mapping[str, Any], key: str) -> bool:
    """Tell whether a step's mark is set; the reader leaves it as the text that was typed."""
    return str(step.get(key, "")).lower() in ("true", "yes", "on", "y", "t", "1")


def named(step: Mapping[str, Any], key: str) -> list[str]:
    """Return what a step names by a key: one word, or several."""
    said = step.get(key) or []
    return [said] if isinstance(said, str) else list(said)


def level_of(step: Mapping[str, Any]) -> StepLevel:
    """Return how a step stands below the one before it."""
    if is_on(step, "sebaris"):
        return StepLevel.BESIDE
    if step.get("induk"):
        return StepLevel.HEADED
    return StepLevel.SUB if is_on(step, "sublangkah") else StepLevel.OWN


def levelled(step: Mapping[str, Any], level: StepLevel, head: str = "") -> StepData:
    """Return a step at a level; one that begins sub-steps under a head keeps its own, or gets `head`."""
    if level_of(step) is level:
        return dict(step)
    kept = {key: value for key, value in step.items() if key not in MARKS}
    if level is StepLevel.HEADED:
        return {**kept, "induk": head}
    return {**kept, **({level.value: True} if level in (StepLevel.SUB, StepLevel.BESIDE) else {})}


@dataclass(frozen=True)
class PlacedStep:
    """A step in a wanted order; `was` is its place before, None for a new one.

    `row` and `group` are the places before of the first step of its row and of its group; a step of its own has none.
    """

    data: StepData
    was: int | None = None
    row: int | None = None
    group: int | None = None

    @property
    def level(self) -> StepLevel:
        """How it stands below the one before it."""
        return level_of(self.data)

    def at(self, level: StepLevel, head: str = "") -> "PlacedStep":
        """Return the step at another level."""
        return replace(self, data=levelled(self.data, level, head))


Placed = list[PlacedStep]


def placed(steps: Sequence[StepData]) -> Placed:
    """Return the steps as they stand."""
    found: Placed = []
    row = 0
    group: int | None = None
    for n, step in enumerate(steps):
        level = level_of(step)
        if level is not StepLevel.BESIDE or not n:
            row = n
            if level is not StepLevel.SUB:
                group = n if level is StepLevel.HEADED or _has_below(steps, n) else None
        found.append(PlacedStep(dict(step), n, row, group))
    return found


def _has_below(steps: Sequence[Mapping[str, Any]], start: int) -> bool:
    end = row_end(steps, start)
    return end < len(steps) and level_of(steps[end]) is StepLevel.SUB


def row_end(steps: Sequence[Mapping[str, Any]], start: int) -> int:
    """Return the place after the row that a step is in."""
    return _end(steps, start, (StepLevel.BESIDE,))


def group_end(steps: Sequence[Mapping[str, Any]], start: int) -> int:
    """Return the place after the group that a step begins or is in, else after its row."""
    return _end(steps, start, (StepLevel.BESIDE, StepLevel.SUB))


def unit_end(steps: Sequence[Mapping[str, Any]], start: int) -> int:
    """Return the place after what goes along when a step is moved: its row, and its sub-steps."""
    level = level_of(steps[start])
    if level is StepLevel.BESIDE:
        return start + 1
    return group_end(steps, start) if level is StepLevel.OWN else row_end(steps, start)


def _end(steps: Sequence[Mapping[str, Any]], start: int, going_on: Sequence[StepLevel]) -> int:
    end = start + 1
    while end < len(steps) and level_of(steps[end]) in going_on:
        end += 1
    return end
