"""What front pages of every form have in common: the table of a record of changes."""

from collections.abc import Sequence
from typing import Final

from sopgen.model.base import long_date
from sopgen.model.look.sop import SopLook
from sopgen.model.sections import HistoryEntry
from sopgen.plan.contract.boxes import CellLine, MeasuredTable, TableCell
from sopgen.plan.front.tables import PEN, Row, measured

HEADS: Final = ("No.", "Yang diubah", "Isi perubahan", "Tanggal mulai diberlakukan")
# Of a table that is written by hand as long as nothing was changed.
EMPTY_ROWS: Final = 3
# The columns of number and date (mm); the other two share the rest.
NUMBER, DATE = 10.0, 32.0


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
