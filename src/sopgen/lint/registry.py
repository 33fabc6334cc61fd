"""The registry of rules: a rule is a small function over a valid SOP and what belongs to it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, Literal

from sopgen.errors import Severity
from sopgen.model.law.regulation import Regulations
from sopgen.model.life.record import RecordFile
from sopgen.model.printed import Printed, PrintedText, printed
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit

Loc = tuple[str | int, ...]
# What an error keeps from being done: drawing and printing at all, or only approving the edition.
Stops = Literal["build", "approval"]
# How sure the source of a rule is: read in the text itself, second-hand, from memory, or sopgen's own choice.
Sureness = Literal["A", "B", "M", "own"]


@dataclass(frozen=True)
class Subject:
    """What rules look at: an SOP, its unit, the known laws, the day of the check, the other editions, its record.

    Without a day no rule may ask what holds today. The other editions are those of the same folder.
    """

    sop: Sop
    unit: Unit
    regulations: Regulations
    today: date | None = None
    others: tuple[Sop, ...] = ()
    record: RecordFile | None = None

    @cached_property
    def sop_texts(self) -> tuple[PrintedText, ...]:
        """The printed texts of the SOP; seven rules ask for them, so that they are gathered once."""
        return tuple(printed(self.sop))

    @cached_property
    def unit_texts(self) -> tuple[PrintedText, ...]:
        """The printed texts of the unit's file."""
        return tuple(printed(self.unit))

    @cached_property
    def spec_texts(self) -> tuple["SpecText", ...]:
        """All printed texts, in the order of the spec, then of the unit's file."""
        own = [SpecText(one) for one in self.sop_texts]
        return (*own, *(SpecText(one, in_unit=True) for one in self.unit_texts))

    @cached_property
    def by_kind(self) -> dict[frozenset[Printed], tuple["SpecText", ...]]:
        """The texts of the kinds that were asked for, which some fifty rules ask for again."""
        return {}


@dataclass(frozen=True)
class SpecText:
    """A printed text of the SOP, or of its unit."""

    at: PrintedText
    in_unit: bool = False

    @property
    def text(self) -> str:
        """The text itself."""
        return self.at.text

    def finding(self, what: str, fix: str, right: str | None = None) -> "Finding":
        """Return a finding here; `right` is the text as a program may write it in place of this one."""
        return Finding(self.at.loc, what, fix, self.in_unit, self._rewrite(right))

    def proposing(self, what: str, fix: str, right: str) -> "Finding":
        """Return a finding here; `right` is the text as a person may accept it."""
        return Finding(self.at.loc, what, fix, self.in_unit, proposal=self._rewrite(right))

    def _rewrite(self, right: str | None) -> "Rewrite | None":
        mendable = right is not None and not self.in_unit and not self.at.is_key
        return Rewrite(self.at.loc, right) if right is not None and mendable else None


@dataclass(frozen=True)
class Rewrite:
    """A correction that needs no decision: the text at a place of the SOP becomes another."""

    loc: Loc
    text: str


@dataclass(frozen=True)
class Reorder:
    """A correction that needs no decision: the items of a list stand in another order (their present places)."""

    loc: Loc
    order: tuple[int, ...]


@dataclass(frozen=True)
class TakeOut:
    """An item of a list that is taken out; only ever proposed."""

    loc: Loc


Mend = Rewrite | Reorder | TakeOut


@dataclass(frozen=True)
class Finding:
    """What a rule found: the place in the spec, what is wrong, how to mend it.

    `mend` where a program can do it without changing what is said; `proposal` where the words would say something
    else (a title, a number, a name, a law), so that a person accepts it first.
    """

    loc: Loc
    what: str
    fix: str
    in_unit: bool = False
    mend: Rewrite | Reorder | None = None
    proposal: Mend | None = None


RuleCheck = Callable[[Subject], Iterable[Finding]]


@dataclass(frozen=True)
class Rule:
    """A registered rule: code, severity, source (regulation and place), how sure that is, what an error stops."""

    code: str
    severity: Severity
    source: str
    sure: Sureness
    stops: Stops
    check: RuleCheck


RULES: Final[dict[str, Rule]] = {}


def rule(
    code: str, severity: Severity, *, source: str, sure: Sureness, stops: Stops = "build"
) -> Callable[[RuleCheck], RuleCheck]:
    """Register a rule under its code. An error of a rule that stops approval only lets drafts be built.

    Its docstring is its page: what holds, why, and after `Wrong:` and `Right:` an example of each.
    """

    def register(check: RuleCheck) -> RuleCheck:
        if code in RULES:
            raise ValueError(f"rule {code} stands twice")
        RULES[code] = Rule(code, severity, source, sure, stops, check)
        return check

    return register


def findings(subject: Subject, rules: Iterable[Rule] | None = None) -> Iterator[tuple[Rule, Finding]]:
    """Yield what every registered rule, or each of those given, finds; rule by rule in the order of their codes."""
    for entry in sorted(rules or RULES.values(), key=lambda entry: entry.code):
        for finding in entry.check(subject):
            yield entry, finding
