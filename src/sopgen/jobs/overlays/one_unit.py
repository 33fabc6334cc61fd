"""One edition of one unit: what is to be made, what became of it, and the window of those that are under way."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SopgenError, SpecError, problems_in
from sopgen.jobs.build import build_edition
from sopgen.jobs.life.release import refuse_unapproved
from sopgen.messages import spoken
from sopgen.model.page import PdfEngine
from sopgen.read.load import Edition, load_edition
from sopgen.workspace import templates

# Editions under way for each worker: one at work, one waiting.
AHEAD: Final = 2


@dataclass(frozen=True)
class UnitTask:
    """An edition of a unit that is to be made: its file, and the folder that its own one comes into."""

    unit: str
    path: Path
    out: Path
    pdf_engine: PdfEngine
    release: bool
    lang: str


@dataclass(frozen=True)
class UnitResult:
    """What became of an edition: its folder, or why there is none; `problems` are those with a place."""

    unit: str
    path: Path
    sop: str = ""
    edition: str = ""
    state: str = ""
    folder: Path | None = None
    problems: tuple[Problem, ...] = ()
    said: str = ""

    def refused(self, error: SopgenError) -> "UnitResult":
        """Return that it was not made, and why."""
        said = "" if isinstance(error, SpecError) else str(error)
        return replace(self, problems=tuple(problems_in(error)), said=said)

    def read(self, edition: Edition) -> "UnitResult":
        """Return it with what the edition says of itself."""
        sop = edition.sop
        return replace(self, sop=sop.id, edition=sop.edisi, state=sop.status.value)


def opened(task: UnitTask) -> tuple[UnitResult, Edition | None]:
    """Return an edition with what it says of itself; none where it can not be read or given out, with why."""
    found = UnitResult(task.unit, task.path)
    try:
        edition = load_edition(task.path)
        found = found.read(edition)
        if task.release:
            refuse_unapproved([edition])
    except SopgenError as error:
        return found.refused(error), None
    return found, edition


def make(task: UnitTask) -> UnitResult:
    """Make one edition; what is wrong with it is told in the language of who asked."""
    with spoken(task.lang):
        found, edition = opened(task)
        if edition is None:
            return found
        try:
            folder = build_edition(edition, task.out, templates=templates(task.path), pdf_engine=task.pdf_engine)
        except SopgenError as error:
            return found.refused(error)
        return replace(found, folder=folder)


def in_window(
    submit: Callable[[UnitTask], Callable[[], UnitResult]], tasks: Iterable[UnitTask], most: int
) -> Iterator[UnitResult]:
    """Yield the results in the order of the tasks, with at most `most` of them under way."""
    waiting: deque[Callable[[], UnitResult]] = deque()
    rest = iter(tasks)
    while True:
        waiting.extend(submit(task) for task in islice(rest, most - len(waiting)))
        if not waiting:
            return
        yield waiting.popleft()()
