"""From remarks and findings to what is silenced, with its reason, and to the faults of remarks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopgen.errors import Problem
from sopgen.lint.book import RULES
from sopgen.lint.pages.others import OTHERS
from sopgen.messages import nearest, say
from sopgen.read.remarks import Remark


@dataclass(frozen=True, order=True)
class Silence:
    """A finding that is silenced: where, which rule, and why. `path` names the place in the spec."""

    file: str
    line: int
    path: str
    code: str
    reason: str


def judge(remarks: Sequence[Remark], found: Sequence[Problem], *, idle: bool) -> tuple[list[Silence], list[Problem]]:
    """Return the silences in force and the faults of remarks; `idle`: one that silences nothing is a fault too."""
    silences: list[Silence] = []
    faults: list[Problem] = []
    for remark in remarks:
        faults += _faults(remark)
        if not _has_reason(remark):
            continue
        for code in filter(_may_be_silent, remark.codes):
            here = [one for one in found if (one.file, one.line, one.code) == (remark.file, remark.silences, code)]
            silences += [Silence(one.file, one.line, one.path, code, remark.reason) for one in here]
            if idle and not here:
                what = say("{code} finds nothing here to silence", code=code)
                faults.append(_fault("SL03", remark, what, say("delete the remark, or put it at the finding's line")))
    return sorted(set(silences)), faults


def _has_reason(remark: Remark) -> bool:
    return bool(re.search(r"\w", remark.reason))


def _may_be_silent(code: str) -> bool:
    """Tell a rule whose findings a remark can silence: any but errors that stop the build."""
    entry = RULES.get(code)
    return entry is not None and not (entry.severity == "error" and entry.stops == "build")


def _faults(remark: Remark) -> Iterator[Problem]:
    if not _has_reason(remark):
        fix = say("write why: `# abaikan CODE: reason`")
        yield _fault("SL01", remark, say("the remark gives no reason, so that it silences nothing"), fix)
    for code in remark.codes:
        if code in RULES and not _may_be_silent(code):
            what = say("{code} is an error of structure and can not be silenced", code=code)
            yield _fault("SL04", remark, what, say("correct what it finds"))
        elif code not in RULES and code in OTHERS:
            what = say("{code} is no finding of a rule and can not be silenced", code=code)
            yield _fault("SL04", remark, what, say("correct what it finds"))
        elif code not in RULES:
            yield _fault(
                "SL02", remark, say('"{code}" is the code of no rule', code=code), nearest(code, sorted(RULES))
            )
    if not remark.codes:
        yield _fault("SL02", remark, say("the remark names no code"), say("write why: `# abaikan CODE: reason`"))


def _fault(code: str, remark: Remark, what: str, fix: str) -> Problem:
    return Problem(remark.file, remark.line, remark.column, code, what, fix, severity="warning")
