"""From the editions that are to be checked, or all of the working folder, to all problems and whether they fail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import sopgen.jobs.templates.refused  # noqa: F401  (every check plans, and loads fastest what it loads at its start)
from sopgen.errors import Problem
from sopgen.jobs.as_issued import in_one_line
from sopgen.jobs.check import eased, problems_of, read_each
from sopgen.jobs.life.lost_records import lost_records
from sopgen.jobs.templates.agreement import template_problems
from sopgen.read.load import Edition
from sopgen.workspace import editions, templates


@dataclass(frozen=True)
class CheckRequest:
    """Which editions are to be checked (none named: all here, and what belongs to none), and for which day.

    `open_drafts`: what only keeps a draft from approval is a warning there. `strict`: a warning fails too.
    `whole`: each finding in the words of an edition as issued, which are one line else.
    """

    day: date
    specs: Sequence[Path] = ()
    open_drafts: bool = False
    strict: bool = False
    whole: bool = False


def check(asked: CheckRequest) -> list[Problem]:
    """Return every problem of the editions and their templates; where none was named, also of records of none."""
    paths = editions(asked.specs)
    folders = dict.fromkeys(map(templates, paths))
    of_templates = [one for folder in folders for one in template_problems(folder)]
    read = read_each(paths, asked.day)
    known = [one for one in read if isinstance(one, Edition)]
    # A look that can not be read is also why the pages can not be planned.
    found = list(dict.fromkeys([*problems_of(read, asked.day), *of_templates]))
    if asked.open_drafts:
        found = eased(found, known)
    if not asked.whole:
        found = in_one_line(found, known)
    return found if asked.specs else [*found, *lost_records(paths)]


def fails(found: Sequence[Problem], asked: CheckRequest) -> bool:
    """Tell whether a check with these problems fails."""
    heavy = ("error", "warning") if asked.strict else ("error",)
    return any(problem.severity in heavy for problem in found)
