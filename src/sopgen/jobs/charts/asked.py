"""The charts that are asked for by hand, as files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sopgen.errors import WrongUsage, with_fix
from sopgen.jobs.charts.drawn import chart_bytes
from sopgen.jobs.charts.poster import DRAWN, drawn, notes_of, sheets_of
from sopgen.jobs.charts.request import ChartRequest
from sopgen.jobs.work import Work, open_work
from sopgen.messages import say
from sopgen.model.sop import Activity

ENDINGS: Final[dict[str, str]] = {"mermaid": "mmd"}


@dataclass(frozen=True)
class AskedCharts:
    """The files of charts, and what is to be known of them, in words."""

    files: dict[Path, bytes]
    notes: tuple[str, ...] = ()


def asked_charts(asked: ChartRequest) -> AskedCharts:
    """Return the charts that are asked for, <activity>.<format> where no file is named.

    A poster of several sheets is as many files: A-1.svg, A-2.svg. Raises WrongUsage where one file is named for
    several charts, or an activity is not known.
    """
    work = open_work(asked.spec)
    wanted = work.needed_activities(asked.activity)
    if asked.out is not None and len(wanted) > 1:
        raise WrongUsage(with_fix(say("--out names one file for several charts"), say("give --activity too")))
    files: dict[Path, bytes] = {}
    notes: list[str] = []
    for one in wanted:
        path = asked.out or Path(f"{one.id}.{ENDINGS.get(asked.fmt, asked.fmt)}")
        made, told = _made(work, one, asked)
        files |= _named(path, made)
        notes += told
    return AskedCharts(files, tuple(notes))


def _made(work: Work, activity: Activity, asked: ChartRequest) -> tuple[list[bytes], list[str]]:
    """Return the sheets of an activity's chart, and what is to be known of them."""
    if asked.style != "poster" or asked.fmt not in DRAWN:
        return [chart_bytes(work, activity, asked.fmt)], []
    sheets = sheets_of(work, activity)
    return list(drawn(work, sheets, asked.fmt)), list(notes_of(activity, sheets))


def _named(path: Path, sheets: Sequence[bytes]) -> dict[Path, bytes]:
    if len(sheets) == 1:
        return {path: sheets[0]}
    return {path.with_stem(f"{path.stem}-{n}"): content for n, content in enumerate(sheets, 1)}
