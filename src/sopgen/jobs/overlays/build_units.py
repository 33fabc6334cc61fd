"""The editions of many units made at once, by processes of this machine; the faults of one stop no other.

What is under way has a bound, and a process makes so many editions only before another one takes its place: memory
stays flat however many units there are.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, SopgenError, SpecError, WrongUsage, problems_in, with_fix
from sopgen.files import write_file
from sopgen.jobs.build import build_edition
from sopgen.jobs.life.release import refuse_unapproved
from sopgen.jobs.overlays.units import UnitFolder, UnitsRequest, unit_folders
from sopgen.messages import language, say, spoken
from sopgen.model.page import PdfEngine
from sopgen.read.load import load_edition
from sopgen.render.sheets.workbook import SheetTable, to_workbook
from sopgen.tools.processes import begun, work_folder
from sopgen.workspace import templates

SUMMARY: Final = "ringkasan.xlsx"
TITLE: Final = "Hasil pembuatan SOP satuan"
# Editions under way for each process: one at work, one waiting.
AHEAD: Final = 2
# Editions that a process makes before it ends: what libraries keep goes with it.
EACH: Final = 16
MADE: Final = (("No", 5), ("Satuan", 24), ("SOP", 18), ("Edisi", 14), ("Keadaan", 20), ("Hasil", 13), ("Folder", 50))
FAULTS: Final = (("Satuan", 24), ("Berkas", 46), ("Baris", 8), ("Kode", 8), ("Yang salah", 60), ("Perbaikan", 50))


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


def build_units(asked: UnitsRequest) -> Iterator[UnitResult]:
    """Make every edition of every unit, and yield what became of each, in the order of the units.

    A summary of all stands in the folder at the end. Raises WrongUsage where what is named is no unit or none has an
    edition, and at the end SopgenError with the units whose faults kept editions from being made.
    """
    units = unit_folders(asked.units)
    tasks = [_task(unit, path, asked) for unit in units for path in unit.editions]
    if not tasks:
        what = say("the units have no editions")
        raise WrongUsage(with_fix(what, say("put them at satuan/<name>/spec/sop/<sop>/<edisi>.yaml")))
    results = []
    for result in _over_processes(tasks, asked):
        results.append(result)
        yield result
    write_file(asked.out / SUMMARY, summary(results))
    if failed := [one for one in results if one.folder is None]:
        names = ", ".join(f"{one.unit} ({one.path.as_posix()})" for one in failed)
        raise UnitsFailed(say("{count} editions were not made: {names}", count=len(failed), names=names), failed)


class UnitsFailed(SopgenError):
    """Editions of some units were not made; `results` tell why."""

    def __init__(self, what: str, results: Sequence[UnitResult]) -> None:
        super().__init__(what)
        self.results = tuple(results)


def _task(unit: UnitFolder, path: Path, asked: UnitsRequest) -> UnitTask:
    return UnitTask(unit.name, path, asked.out / unit.name, asked.pdf_engine, asked.release, language())


def _over_processes(tasks: Sequence[UnitTask], asked: UnitsRequest) -> Iterator[UnitResult]:
    count = min(asked.workers or os.cpu_count() or 1, len(tasks))
    try:
        with (
            work_folder(asked.out) as folder,
            ProcessPoolExecutor(
                count,
                mp_context=get_context("spawn"),  # Typst's threads do not survive a fork
                initializer=begun,
                initargs=(folder,),
                max_tasks_per_child=EACH,
            ) as pool,
        ):
            yield from _ordered(pool, tasks, count * AHEAD)
    except BrokenProcessPool as error:
        raise SopgenError(say("a process that makes editions was ended. fix: give the same command again")) from error


def _ordered(pool: ProcessPoolExecutor, tasks: Iterable[UnitTask], most: int) -> Iterator[UnitResult]:
    waiting: deque[Future[UnitResult]] = deque()
    rest = iter(tasks)
    while True:
        waiting.extend(pool.submit(make, task) for task in islice(rest, most - len(waiting)))
        if not waiting:
            return
        yield waiting.popleft().result()


def make(task: UnitTask) -> UnitResult:
    """Make one edition in a process of its own kind; what is wrong with it is told in the language of who asked."""
    with spoken(task.lang):
        found = UnitResult(task.unit, task.path)
        try:
            edition = load_edition(task.path)
            sop = edition.sop
            found = UnitResult(task.unit, task.path, sop.id, sop.edisi, sop.status.value)
            if task.release:
                refuse_unapproved([edition])
            folder = build_edition(edition, task.out, templates=templates(task.path), pdf_engine=task.pdf_engine)
        except SopgenError as error:
            return UnitResult(
                found.unit,
                found.path,
                found.sop,
                found.edition,
                found.state,
                problems=tuple(problems_in(error)),
                said="" if isinstance(error, SpecError) else str(error),
            )
        return UnitResult(found.unit, found.path, found.sop, found.edition, found.state, folder)


def summary(results: Sequence[UnitResult]) -> bytes:
    """Return the summary as a workbook: a row an edition, and a row a fault."""
    made = [
        (
            number,
            one.unit,
            one.sop or one.path.parent.name,
            one.edition or one.path.stem,
            one.state,
            "dibuat" if one.folder else "tidak dibuat",
            one.folder.as_posix() if one.folder else "",
        )
        for number, one in enumerate(results, 1)
    ]
    sheets = (
        SheetTable("Ringkasan", MADE, made, frozenset({0, 5})),
        SheetTable("Kesalahan", FAULTS, _faults(results)),
    )
    return to_workbook(TITLE, sheets)


def _faults(results: Sequence[UnitResult]) -> list[tuple[str | int, ...]]:
    rows: list[tuple[str | int, ...]] = []
    for one in results:
        rows += [(one.unit, p.file, p.line, p.code, p.what, p.fix) for p in one.problems]
        rows += [(one.unit, one.path.as_posix(), "", "", one.said, "")] if one.said else []
    return rows
