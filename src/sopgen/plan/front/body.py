"""What front pages of every form have in common: the record of changes, charts in a cell, the row of initials."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from sopgen.model.base import long_date
from sopgen.model.look.sop import SopLook
from sopgen.model.sections import HistoryEntry
from sopgen.model.sop import Activity, Sop, SymbolText
from sopgen.plan.chart import describe
from sopgen.plan.contract.boxes import CellChart, CellLine, FrontSheet, MeasuredTable, TableCell
from sopgen.plan.each import of_each
from sopgen.plan.flow.one_sheet import plan_flow
from sopgen.plan.front.tables import PEN, Row, SheetFiller, measured
from sopgen.plan.lanes import share_of

HEADS: Final = ("No.", "Yang diubah", "Isi perubahan", "Tanggal mulai diberlakukan")
# Of a table that is written by hand as long as nothing was changed.
EMPTY_ROWS: Final = 3
# The columns of number and date (mm); the other two share the rest.
NUMBER, DATE = 10.0, 32.0


# The row of initials: its own name, each field, the height of a field (mm).
INITIALS, FIELD, FIELD_HEIGHT = 20.0, 30.0, 11.0


def initials(sop: Sop, look: SopLook, width: float) -> tuple[MeasuredTable, ...]:
    """Return the row in which a draft is initialled, with the room above it; nothing where nobody does."""
    who, size = sop.initialled_by, look.identitas.ukuran
    if not who:
        return ()
    names = tuple(TableCell((CellLine(name, size, centred=True),), middle=True) for name in who)
    label = TableCell((CellLine("Paraf", size, bold=True, centred=True),), down=2, middle=True)
    field = min(FIELD, (width - INITIALS) / len(who))
    rows: list[Row] = [((label, *names), 0.0), (tuple(TableCell() for _ in who), FIELD_HEIGHT)]
    space = measured([width], [((TableCell(),), 0.0)], look, ruled=False)
    return space, measured([INITIALS, *[field] * len(who)], rows, look)


def initialled(filler: SheetFiller, sop: Sop, look: SopLook, width: float) -> tuple[FrontSheet, ...]:
    """Return the filled pages, with the row of initials at the end of the last one."""
    if found := initials(sop, look, width):
        space, row = found
        filler.add(space, ("paraf",), with_next=row.height)
        filler.add(row, ("paraf",))
    return filler.done()


def history_columns(width: float) -> list[float]:
    """Return the widths of the columns (mm)."""
    text = width - NUMBER - DATE
    return [NUMBER, text * 0.4, text * 0.6, DATE]


def history_rows(history: Sequence[HistoryEntry], size: float) -> list[Row]:
    """Return head and rows; empty ones to be written by hand where nothing was changed yet."""
    head: Row = (
        tuple(TableCell((CellLine(name, size, bold=True, centred=True),), middle=True) for name in HEADS),
        0.0,
    )
    if not history:
        return [head, *[(tuple(TableCell() for _ in HEADS), PEN) for _ in range(EMPTY_ROWS)]]
    return [head, *((_cells(n, one, size), 0.0) for n, one in enumerate(history, 1))]


def _cells(n: int, one: HistoryEntry, size: float) -> tuple[TableCell, ...]:
    since = long_date(one.tanggal) if one.tanggal else ""
    number, date = (CellLine(text, size, centred=True) for text in (f"{n}.", since))
    texts = (number, CellLine(one.yang_diubah, size), CellLine(one.isi_perubahan, size), date)
    return tuple(TableCell((text,)) for text in texts)


def history_table(history: Sequence[HistoryEntry], look: SopLook, width: float) -> MeasuredTable:
    """Return the record of changes as a table of its own."""
    return measured(history_columns(width), history_rows(history, look.identitas.ukuran), look)


@dataclass(frozen=True)
class ChartRows:
    """The rows of an activity's chart: widths of the lanes (mm), their heads and the drawing, what stands above."""

    lanes: list[float]
    rows: list[tuple[tuple[TableCell, ...], float]]
    above: str


def chart_rows(sop: Sop, look: SopLook, width: float) -> list[ChartRows]:
    """Return the chart of each activity in lanes of the same width. Raises PlanError where they are too narrow."""
    return of_each(sop, partial(_chart, sop, look, width))


def _chart(sop: Sop, look: SopLook, width: float, activity: Activity) -> ChartRows:
    count, size = len(sop.pelaksana), look.identitas.ukuran
    words = sop.isi_simbol or SymbolText.WORDS
    flow = plan_flow(activity.alur, sop.pelaksana, lane_width=share_of(sop.pelaksana, width), words=words)
    heads = tuple(
        TableCell((CellLine(lane.label, size, bold=True, centred=True),), middle=True) for lane in sop.pelaksana
    )
    chart = CellChart(f"kepala-{activity.id}", describe(activity, flow), flow)
    rows: list[Row] = [(heads, 0.0), ((TableCell(across=count, chart=chart),), 0.0)]
    return ChartRows([lane.width for lane in flow.lanes], rows, activity.judul if len(sop.kegiatan) > 1 else "")
