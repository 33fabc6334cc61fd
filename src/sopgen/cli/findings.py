"""From problems to the forms in which people and programs read them: text, JSON, SARIF, for GitHub and GitLab."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Final
from urllib.parse import quote

from sopgen import VERSION
from sopgen.cli.finding_formats import FINDING_FORMATS
from sopgen.cli.rule_pages import on_terminal
from sopgen.errors import Problem, Severity, with_fix
from sopgen.lint.pages.all import PAGES
from sopgen.lint.pages.page import RulePage
from sopgen.messages import say, translated

SARIF_LEVELS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
GITLAB_LEVELS: Final[dict[Severity, str]] = {"error": "major", "warning": "minor", "info": "info"}
# How Python keeps the bytes of a file's name that is not UTF-8.
ODD_BYTES: Final = "surrogateescape"
GITHUB_COMMANDS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}


def as_text(problems: Sequence[Problem]) -> str:
    """Return one line a problem, under what it means for the edition, and how many there are."""
    groups = {severity: [one for one in problems if one.severity == severity] for severity in SARIF_LEVELS}
    heads = {"error": say("stops the build or the approval:"), "warning": say("to be mended:"), "info": say("hints:")}
    lines = [line for severity, some in groups.items() if some for line in (heads[severity], *map(str, some))]
    errors = len(groups["error"])
    return "\n".join([*lines, f"{_errors(errors)}, {_others(len(problems) - errors)}"])


def _errors(count: int) -> str:
    return say("1 error") if count == 1 else say("{count} errors", count=count)


def _others(count: int) -> str:
    return say("1 other finding") if count == 1 else say("{count} other findings", count=count)


def as_json(problems: Sequence[Problem]) -> str:
    """Return the problems as a JSON list; `sumber` is the source of the rule."""
    rows = [{**asdict(problem), "sumber": _source(problem)} for problem in problems]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _source(problem: Problem) -> str:
    page = PAGES.get(problem.code)
    return translated(page.source) if page else ""


def as_github(problems: Sequence[Problem]) -> str:
    """Return the problems as workflow commands, which GitHub shows at the lines of a change."""
    return "\n".join(map(_command, problems))


def _command(problem: Problem) -> str:
    place = {"file": problem.file, "line": problem.line, "col": problem.column, "title": problem.code}
    values = ",".join(f"{name}={_property(str(value))}" for name, value in place.items())
    return f"::{GITHUB_COMMANDS[problem.severity]} {values}::{_data(_message(problem))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _message(problem: Problem) -> str:
    where = f" ({problem.path})" if problem.path else ""
    return with_fix(f"{problem.what}{where}", problem.fix)


def as_sarif(problems: Sequence[Problem]) -> str:
    """Return the problems as SARIF 2.1.0, with the page of every rule that found something."""
    codes = sorted({problem.code for problem in problems})
    driver = {"name": "sopgen", "semanticVersion": VERSION, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, codes.index(problem.code)) for problem in problems],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str) -> dict[str, object]:
    page = PAGES.get(code)
    return {"id": code, **(_described(page) if page else {})}


def _described(page: RulePage) -> dict[str, object]:
    return {
        "shortDescription": {"text": f"{translated(page.title)}."},
        "fullDescription": {"text": translated(page.why)},
        "help": {"text": on_terminal(page)},
        "defaultConfiguration": {"level": SARIF_LEVELS[page.severity]},
    }


def _result(problem: Problem, index: int) -> dict[str, object]:
    region = {"startLine": problem.line, "startColumn": problem.column}
    location: dict[str, object] = {
        "physicalLocation": {"artifactLocation": {"uri": _uri(problem.file)}, "region": region}
    }
    if problem.path:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.path}]
    return {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": SARIF_LEVELS[problem.severity],
        "message": {"text": _message(problem)},
        "locations": [location],
    }


def _uri(file: str) -> str:
    """Return a file's URI, relative to the working folder where it lies in it."""
    path = Path(file)
    if path.is_absolute() and not path.is_relative_to(Path.cwd()):
        return path.as_uri()
    shown = path.relative_to(Path.cwd()) if path.is_absolute() else path
    return quote(shown.as_posix(), errors=ODD_BYTES)


def as_gitlab(problems: Sequence[Problem]) -> str:
    """Return the problems as a code quality report of GitLab, which it shows in a merge request."""
    rows = []
    told: dict[str, int] = {}
    for problem in problems:
        # A line that moves stays the same finding; the same words twice in a file are two.
        words = f"{problem.file}|{problem.code}|{problem.path}|{problem.what}"
        told[words] = told.get(words, 0) + 1
        rows.append(
            {
                "description": _message(problem),
                "check_name": problem.code,
                "fingerprint": hashlib.sha256(f"{words}|{told[words]}".encode(errors=ODD_BYTES)).hexdigest(),
                "severity": GITLAB_LEVELS[problem.severity],
                "location": {"path": _uri(problem.file), "lines": {"begin": problem.line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: Final[dict[str, Callable[[Sequence[Problem]], str]]] = dict(
    zip(FINDING_FORMATS, (as_text, as_json, as_sarif, as_github, as_gitlab), strict=True)
)
