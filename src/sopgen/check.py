"""From a path to all its problems: what the reader refuses, and what the rules find."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import sopgen.lint.flow
import sopgen.lint.identity
import sopgen.lint.life  # noqa: F401  (importing a module registers its rules)
from sopgen.errors import Problem, Severity, SpecError
from sopgen.lint.registry import Entry, Finding, Subject, findings
from sopgen.messages import say
from sopgen.model.life import RELEASED
from sopgen.read.load import Edition, load_edition


def problems(path: Path, today: date | None = None) -> list[Problem]:
    """Return every problem of an edition and its unit, in the order of the files."""
    try:
        return lint(load_edition(path), today)
    except SpecError as error:
        return error.problems


def lint(edition: Edition, today: date | None = None) -> list[Problem]:
    """Return what the rules find in an edition that could be read, in the order of the files."""
    return sorted([*voided(edition), *(problem for _, problem in _found(edition, today))])


def voided(edition: Edition) -> Iterator[Problem]:
    """Yield the last approval where it holds no more: what was changed since, and whose approval it was."""
    event = edition.life.voided
    if event and edition.record:
        parts = ", ".join(edition.life.changed) or say("(it kept no parts)")
        what = say(
            '"{state}" of {date} by {name} holds no more, changed since: {parts}',
            state=event.keadaan.value,
            date=event.tanggal,
            name=event.oleh.nama,
            parts=parts,
        )
        fix = say("take the change back, or have the edition reviewed and approved anew: `sopgen approve`")
        loc = ("riwayat", len(edition.events) - 1)
        severity: Severity = "error" if event.keadaan in RELEASED else "warning"
        yield edition.record.source.problem("PS01", loc, what, fix, severity=severity)


def _found(edition: Edition, today: date | None = None) -> Iterator[tuple[Entry, Problem]]:
    record = edition.record.file if edition.record else None
    subject = Subject(edition.sop, edition.unit, edition.regulations, today, record)
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
