"""The registry of rules: a rule is a small function over a valid SOP and its unit."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sopgen.errors import Severity
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Finding:
    """What a rule found: the place in the spec, what is wrong, how to mend it."""

    loc: Loc
    what: str
    fix: str
    in_unit: bool = False


Rule = Callable[[Sop, Unit], Iterable[Finding]]


@dataclass(frozen=True)
class Entry:
    """A registered rule: its code and severity, and the source of the rule (regulation and place)."""

    code: str
    severity: Severity
    source: str
    check: Rule


RULES: Final[dict[str, Entry]] = {}


def rule(code: str, severity: Severity, *, source: str) -> Callable[[Rule], Rule]:
    """Register a rule under its code."""

    def register(check: Rule) -> Rule:
        if code in RULES:
            raise ValueError(f"rule {code} stands twice")
        RULES[code] = Entry(code, severity, source, check)
        return check

    return register


def findings(sop: Sop, unit: Unit) -> Iterator[tuple[Entry, Finding]]:
    """Yield what every registered rule finds, rule by rule in the order of their codes."""
    for code in sorted(RULES):
        for finding in RULES[code].check(sop, unit):
            yield RULES[code], finding
