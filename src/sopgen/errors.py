"""The faults that a user can mend, and the few error classes; imports nothing of ours but what says them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sopgen.messages import say

Severity = Literal["error", "warning", "info"]
Loc = tuple[str | int, ...]


def path_text(loc: Loc) -> str:
    """Return `kegiatan[0].alur[2].ke` for the parts of a place."""
    text = ""
    for part in loc:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")


def path_anywhere(path: str) -> str:
    """Return `kegiatan[].alur[].ke`: the path without the numbers of the items."""
    return re.sub(r"\[\d+\]", "[]", path)


def severity_word(severity: Severity) -> str:
    """Return the severity in the reader's language."""
    return {"error": say("error"), "warning": say("warning"), "info": say("info")}[severity]


def with_fix(what: str, fix: str) -> str:
    """Return what is wrong, and how it is mended where that is known."""
    return f"{what}. {say('fix: {fix}', fix=fix)}" if fix else f"{what}."


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in the input: where it is, what is wrong and how to mend it.

    `file` is the path as the user gave it; `line` and `column` count from 1; `path` names the
    place in the spec (`kegiatan[0].alur[2].ke`).
    """

    file: str
    line: int
    column: int
    code: str
    what: str
    fix: str = ""
    path: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        """Return the one line that is printed for this problem."""
        place = f"{self.file}:{self.line}:{self.column}"
        where = f" ({self.path})" if self.path else ""
        line = f"{place}: {severity_word(self.severity)} {self.code}: {with_fix(f'{self.what}{where}', self.fix)}"
        # Also where it quotes a text of several lines.
        return " ".join(line.splitlines())


class SopgenError(Exception):
    """Base of every error that is the user's to mend, not ours."""


class WrongUsage(SopgenError):
    """What was asked for can not be meant: values that do not go together, a name that is not known.

    `of` names the option whose value it is, where it is one's alone.
    """

    def __init__(self, what: str, of: str = "") -> None:
        super().__init__(what)
        self.of = of


class SpecError(SopgenError):
    """The spec has faults; all of them are in `problems`."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class TemplateError(SopgenError):
    """A template can not be used: a tag that is not known, a forbidden part, no such file."""


@dataclass(frozen=True)
class Refusal:
    """Why a page can not be made: the code, the place in the SOP, what is wrong and how to mend it."""

    code: str
    loc: Loc
    what: str
    fix: str

    def __str__(self) -> str:
        """Return what is said where the spec's file is not at hand."""
        return with_fix(f"{path_text(self.loc)}: {self.what}", self.fix)


class PlanError(SopgenError):
    """Pages of an SOP can not be made as asked; all reasons are in `refusals`."""

    def __init__(self, *refusals: Refusal) -> None:
        super().__init__("\nsopgen: ".join(map(str, refusals)))
        self.refusals = refusals


class ToolMissing(SopgenError):
    """A program that the job needs is not installed."""


class VerificationFailed(SopgenError):
    """A made file is not what was planned."""


class SeveralErrors(SopgenError):
    """What kept several editions from being made; each in `errors`."""

    def __init__(self, errors: Sequence[SopgenError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = tuple(errors)


def together(errors: Sequence[SopgenError]) -> SopgenError:
    """Return one error for several; a fault that editions share, in the unit's file for example, is named once."""
    problems = [problem for error in errors if isinstance(error, SpecError) for problem in error.problems]
    others = {str(error): error for error in errors if not isinstance(error, SpecError)}
    left = [*([SpecError(list(dict.fromkeys(problems)))] if problems else []), *others.values()]
    return left[0] if len(left) == 1 else SeveralErrors(left)


def problems_in(error: SopgenError) -> list[Problem]:
    """Return the problems of an error, or of several; what has no place in a file is none."""
    if isinstance(error, SeveralErrors):
        return [problem for one in error.errors for problem in problems_in(one)]
    return error.problems if isinstance(error, SpecError) else []
