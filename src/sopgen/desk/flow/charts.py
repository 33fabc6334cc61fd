"""The chart beside the steps: at each keystroke in the columns that were found last, anew when the hand rests."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from sopgen.desk.calls import shown
from sopgen.desk.flow.numbered import in_numbers
from sopgen.errors import PlanError, Problem, path_text
from sopgen.jobs.charts.on_screen import PrintedFlow, flow_alone, flow_in, is_drawable, printed_flow, table_room
from sopgen.jobs.pages import refusals
from sopgen.model.flow import numbers
from sopgen.model.sop import Activity, Sop
from sopgen.plan.columns import Columns
from sopgen.read.load import Edition
from sopgen.render.chart.screen import screen_svg
from sopgen.workspace import templates

# How many editions' columns are remembered.
MOST: Final = 16


@dataclass
class KnownColumns:
    """The columns that the table of each edition was last found to fit in, while its frame is the same."""

    found: dict[str, tuple[object, Columns]] = field(default_factory=dict)

    def of(self, edition: Edition) -> Columns | None:
        """Return the columns for an edition; None where they are not known."""
        frame, columns = self.found.get(str(edition.path), (None, None))
        return columns if frame == _frame(edition.sop) else None

    def learn(self, edition: Edition, columns: Columns | None) -> None:
        """Remember the columns of an edition; none where its charts do not stand in the table."""
        self.found.pop(str(edition.path), None)
        if columns:
            self.found[str(edition.path)] = (_frame(edition.sop), columns)
        while len(self.found) > MOST:
            self.found.pop(next(iter(self.found)))


KNOWN: Final = KnownColumns()


def _frame(sop: Sop) -> object:
    """Return what columns depend on beside the texts."""
    lanes = tuple((lane.id, lane.lebar) for lane in sop.pelaksana)
    return (lanes, sop.tata_letak, sop.isi_simbol, sop.halaman, sop.kolom_tambahan, sop.kepala_tabel)


def chart_while_typed(edition: Edition, place: int) -> Mapping[str, Any]:
    """Return the chart as fast as may be; `muat` is None where only a look at all columns tells."""
    sop, columns = edition.sop, KNOWN.of(edition)
    if not _has_chart(sop, place):
        return _told(sop, place, PrintedFlow(()), None)
    if columns:
        with suppress(PlanError):
            found = flow_in(sop, place, table_room(sop, templates(edition.path)), columns)
            return _told(sop, place, found, True)
    return _told(sop, place, _alone(sop, place), None)


def chart_at_rest(edition: Edition, place: int) -> Mapping[str, Any]:
    """Return the chart as it is printed, whether it fits, and what keeps it from that."""
    sop = edition.sop
    if not all(_has_chart(sop, n) for n in {place, *range(len(sop.kegiatan))}):
        return {**chart_while_typed(edition, place), "muat": None, "salah": []}
    refused = list(_of(refusals(edition), place))
    try:
        found = printed_flow(sop, place, table_room(sop, templates(edition.path)))
        KNOWN.learn(edition, found.columns)
    except PlanError:
        found = _alone(sop, place)
    return {**_told(sop, place, found, not refused), "salah": [_said(one, sop.kegiatan[place]) for one in refused]}


def _has_chart(sop: Sop, place: int) -> bool:
    return 0 <= place < len(sop.kegiatan) and is_drawable(sop, sop.kegiatan[place])


def _told(sop: Sop, place: int, found: PrintedFlow, fits: bool | None) -> Mapping[str, Any]:
    if not 0 <= place < len(sop.kegiatan):
        return {"bagan": [], "nomor": [], "muat": fits}
    activity = sop.kegiatan[place]
    drawn = [screen_svg(flow, activity.judul) for flow in found.pages if flow.shapes]
    return {"bagan": drawn, "nomor": numbers(activity.alur), "muat": fits}


def _said(problem: Problem, activity: Activity) -> Mapping[str, object]:
    told = shown(problem)
    return {**told, "what": in_numbers(str(told["what"]), activity)}


def _alone(sop: Sop, place: int) -> PrintedFlow:
    """Return the flow as it stands alone; nothing where that can not be drawn either."""
    try:
        return flow_alone(sop, place)
    except PlanError:
        return PrintedFlow(())


def _of(problems: list[Problem], place: int) -> Iterator[Problem]:
    """Yield what is refused of an activity, or of the table as a whole."""
    own = path_text(("kegiatan", place))
    for one in problems:
        if one.path.startswith(own) or not one.path.startswith("kegiatan["):
            yield one
