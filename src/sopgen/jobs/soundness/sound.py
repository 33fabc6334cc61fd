"""Whether an edition can be built: no error of the rules that stop it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sopgen.errors import Problem, Severity, SpecError
from sopgen.lint.registry import Finding, Rule, Subject, findings
from sopgen.lint.stopping import stopping
from sopgen.read.load import Edition, load_edition


@dataclass(frozen=True)
class RuleFound:
    """What a rule found, the rule, and the problem with its place."""

    entry: Rule
    finding: Finding
    problem: Problem


def found_by(edition: Edition, subject: Subject, rules: Sequence[Rule] | None = None) -> Iterator[RuleFound]:
    """Yield what the rules find, each with its place; without rules those of the whole book that is loaded."""
    for entry, finding in findings(subject, rules):
        yield RuleFound(entry, finding, problem_of(edition, entry, finding))


def problem_of(edition: Edition, entry: Rule, found: Finding) -> Problem:
    """Return the finding with its place; the words of an edition as issued stay: an error in them is a warning."""
    source = edition.unit_source if found.in_unit else edition.sop_source
    kept = edition.sop.sebagaimana_terbit and entry.stops == "approval" and entry.severity == "error"
    severity: Severity = "warning" if kept else entry.severity
    return source.problem(entry.code, found.loc, found.what, found.fix, severity=severity)


def checked(path: Path) -> Edition:
    """Return an edition that can be built; raise SpecError with all errors that keep it from that."""
    return sound(load_edition(path))


def sound(edition: Edition) -> Edition:
    """Return the edition; raise SpecError with all errors that keep it from being built."""
    subject = Subject(edition.sop, edition.unit, edition.regulations)
    if errors := [found.problem for found in found_by(edition, subject, stopping())]:
        raise SpecError(sorted(errors))
    return edition
