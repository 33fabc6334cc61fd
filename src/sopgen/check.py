"""From a path to all its problems: what the reader refuses, and what the rules find."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import sopgen.lint.book  # noqa: F401  (importing it registers the rules)
from sopgen.errors import Problem, SpecError
from sopgen.lint.registry import Entry, Finding, Subject, findings
from sopgen.read.load import Edition, load_edition


def problems(path: Path, today: date | None = None) -> list[Problem]:
    """Return every problem of an edition and its unit, in the order of the files."""
    try:
        return lint(load_edition(path), today)
    except SpecError as error:
        return error.problems


def lint(edition: Edition, today: date | None = None) -> list[Problem]:
    """Return what the rules find in an edition that could be read, in the order of the files."""
    return sorted(problem for _, problem in _found(edition, today))


def _found(edition: Edition, today: date | None = None) -> Iterator[tuple[Entry, Problem]]:
    subject = Subject(edition.sop, edition.unit, edition.regulations, today)
    for entry, found in findings(subject):
        yield entry, _problem(edition, entry, found)


def _problem(edition: Edition, entry: Entry, found: Finding) -> Problem:
    """Return the finding with its place; the words of an edition as issued stay: an error in them is a warning."""
    source = edition.unit_source if found.in_unit else edition.sop_source
    kept = edition.sop.sebagaimana_terbit and entry.stops == "approval" and entry.severity == "error"
    severity = "warning" if kept else entry.severity
    return source.problem(entry.code, found.loc, found.what, found.fix, severity=severity)


def checked(path: Path) -> Edition:
    """Return an edition that can be built; raise SpecError with all errors that keep it from that."""
    return sound(load_edition(path))


def sound(edition: Edition) -> Edition:
    """Return the edition; raise SpecError with all errors that keep it from being built."""
    errors = [one for entry, one in _found(edition) if entry.stops == "build" and one.severity == "error"]
    if errors:
        raise SpecError(sorted(errors))
    return edition
