"""From a path to all its problems: what the reader refuses, and what the rules find."""

from pathlib import Path

import sopgen.lint.flow
import sopgen.lint.identity  # noqa: F401  (importing a module registers its rules)
from sopgen.errors import Problem, SpecError
from sopgen.lint.registry import Entry, Finding, findings
from sopgen.read.load import Edition, load_edition


def problems(path: Path) -> list[Problem]:
    """Return every problem of an edition and its unit, in the order of the files."""
    try:
        return lint(load_edition(path))
    except SpecError as error:
        return error.problems


def lint(edition: Edition) -> list[Problem]:
    """Return what the rules find in an edition that could be read, in the order of the files."""
    return sorted(_problem(edition, entry, found) for entry, found in findings(edition.sop, edition.unit))


def _problem(edition: Edition, entry: Entry, found: Finding) -> Problem:
    source = edition.unit_source if found.in_unit else edition.sop_source
    return source.problem(entry.code, found.loc, found.what, found.fix, severity=entry.severity)


def checked(path: Path) -> Edition:
    """Return an edition without errors; raise SpecError with all of them where it has any."""
    return sound(load_edition(path))


def sound(edition: Edition) -> Edition:
    """Return the edition; raise SpecError with all its errors where it has any."""
    errors = [problem for problem in lint(edition) if problem.severity == "error"]
    if errors:
        raise SpecError(errors)
    return edition
