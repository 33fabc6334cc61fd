"""The editions of many units made at once, by processes or a dask cluster; the faults of one stop no other.

What is under way has a bound, and a process makes so many editions only before another one takes its place: memory
stays flat however many units there are.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, WrongUsage, with_fix
from sopgen.files import write_file
from sopgen.jobs.overlays.cluster import over_dask
from sopgen.jobs.overlays.one_unit import AHEAD, UnitResult, UnitTask, in_window, make
from sopgen.jobs.overlays.units import UnitFolder, UnitsRequest, unit_folders
from sopgen.messages import language, say
from sopgen.render.sheets.workbook import SheetTable, to_workbook
from sopgen.tools.processes import begun, work_folder

SUMMARY: Final = "ringkasan.xlsx"
TITLE: Final = "Hasil pembuatan SOP satuan"
# Editions that a process makes before it ends: what libraries keep goes with it.
EACH: Final = 16
MADE: Final = (("No", 5), ("Satuan", 24), ("SOP", 18), ("Edisi", 14), ("Keadaan", 20), ("Hasil", 13), ("Folder", 50))
FAULTS: Final = (("Satuan", 24), ("Berkas", 46), ("Baris", 8), ("Kode", 8), ("Yang salah", 60), ("Perbaikan", 50))


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
    for result in _spread(tasks, asked):
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


def _spread(tasks: Sequence[UnitTask], asked: UnitsRequest) -> Iterator[UnitResult]:
    return over_dask(tasks, asked.scheduler) if asked.scheduler else _over_processes(tasks, asked)


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
            yield from in_window(lambda task: pool.submit(make, task).result, tasks, count * AHEAD)
    except BrokenProcessPool as error:
        raise SopgenError(say("a process that makes editions was ended. fix: give the same command again")) from error


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
