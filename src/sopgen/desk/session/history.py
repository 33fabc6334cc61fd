"""Undo without bound: each step is the piece of the text that it changed, so that thousands of them stay small."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sopgen.errors import Loc


@dataclass(frozen=True)
class TextStep:
    """What a step changed: `was` became `now` at a place of the text; `loc` is the place of the spec."""

    at: int
    was: str
    now: str
    loc: Loc = ()

    def forth(self, text: str) -> str:
        """Return the text after the step."""
        return text[: self.at] + self.now + text[self.at + len(self.was) :]

    def back(self, text: str) -> str:
        """Return the text before the step."""
        return text[: self.at] + self.was + text[self.at + len(self.now) :]


def step_between(before: str, after: str, loc: Loc) -> TextStep:
    """Return the step from a text to another: all that stands between what both begin and end with."""
    head = alike(before, after)
    tail = alike(before[head:][::-1], after[head:][::-1])
    return TextStep(head, before[head : len(before) - tail], after[head : len(after) - tail], loc)


def alike(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many items, or characters of a text, two begin with alike."""
    unlike = (n for n, (left, right) in enumerate(zip(one, other, strict=False)) if left != right)
    return next(unlike, min(len(one), len(other)))


@dataclass
class History:
    """The steps that were made, and those that were taken back and can be made again."""

    past: list[TextStep] = field(default_factory=list)
    future: list[TextStep] = field(default_factory=list)

    def add(self, before: str, after: str, loc: Loc) -> None:
        """Note a step; what was taken back before it can not be made again."""
        self.past.append(step_between(before, after, loc))
        self.future.clear()

    def undo(self, text: str) -> tuple[str, Loc]:
        """Return the text before the last step, and where that was; raise LookupError where there is none."""
        if not self.past:
            raise LookupError
        self.future.append(self.past.pop())
        return self.future[-1].back(text), self.future[-1].loc

    def redo(self, text: str) -> tuple[str, Loc]:
        """Return the text with the step that was taken back last; raise LookupError where there is none."""
        if not self.future:
            raise LookupError
        self.past.append(self.future.pop())
        return self.past[-1].forth(text), self.past[-1].loc
