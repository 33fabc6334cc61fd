"""The matrix of changes (matriks perubahan): its rows and its page, ready to print (millimetres)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from sopgen.compare.changes import Change, changes, edition_day
from sopgen.compare.differences import ChangeKind
from sopgen.compare.likeness import Segment, differing
from sopgen.model.base import long_date
from sopgen.model.page import PAPER_MM
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.matrix_sheets import LINE, SIZE_PT, Cell, MatrixHeights, MatrixRow, height, plan_sheets
from sopgen.plan.measure import MM_PER_PT, text_width

HEADS: Final = ("No", "Bagian", "Semula", "Menjadi", "Alasan")
NUMBER: Final = 10.0
PARTS: Final = (0.16, 0.31, 0.31, 0.22)
# What the templates put between the parts of the first page (mm), and how much wider bold letters are.
UNDER_KOP, AFTER_KOP, AFTER_TITLE, AFTER_EDITIONS, ABOVE_NOTE = 0.6, 6.0, 4.0, 3.0, 1.0
HEADING: Final = 14.5 * MM_PER_PT
EDITION_LABEL: Final = 24.0
BOLD: Final = 1.1
# Page number and mark above the text take two lines; they begin so far from the paper's edge where there is room.
HEADER, HEADER_LINES = 10.0, 8.0
# Printers leave the edge of the paper free.
EDGE: Final = 3.0
NOTHING, GONE, NO_CHANGE = "-", "Dihapus", "Tidak ada perubahan."
LEGEND: Final = "Kata yang berubah digarisbawahi."


@dataclass(frozen=True)
class MatrixPlan:
    """All texts of the matrix, its paper and the widths of its columns; `sheets` are its rows page by page."""

    title: str
    heading: str
    sop: str
    editions: tuple[tuple[str, str], ...]
    mark: str
    subject: str
    author: str
    day: date
    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    kop: tuple[str, ...]
    kop_width: float
    heads: tuple[str, ...]
    columns: tuple[float, ...]
    sheets: tuple[tuple[MatrixRow, ...], ...]
    note: str


def plan_matrix(old: Sop, new: Sop, unit: Unit) -> MatrixPlan:
    """Return the matrix of all changes from the old to the new edition, on the sheet of its flow table, across."""
    page = new.halaman.tabel
    tall, width = PAPER_MM[page.kertas]
    top = max(page.margin.atas, EDGE + HEADER_LINES)
    text = width - page.margin.kiri - page.margin.kanan
    columns = (NUMBER, *(round((text - NUMBER) * part, 2) for part in PARTS))
    editions = (("Semula", _edition(old)), ("Menjadi", _edition(new)))
    rows = [_row(n, change) for n, change in enumerate(changes(old, new), 1)]
    room = MatrixHeights(
        tall - top - page.margin.bawah, _above(unit.kop, new.judul, editions, text), ABOVE_NOTE + LINE
    )
    return MatrixPlan(
        title=f"Matriks perubahan - {new.judul}",
        heading="MATRIKS PERUBAHAN",
        sop=new.judul,
        editions=editions,
        mark=new.mark,
        subject=new.identitas.nomor_sop.nilai,
        author=unit.nama,
        day=new.day,
        width=width,
        height=tall,
        top=top,
        right=page.margin.kanan,
        bottom=page.margin.bawah,
        left=page.margin.kiri,
        header=min(HEADER, top - HEADER_LINES),
        kop=unit.kop,
        kop_width=round(max(text_width(line, SIZE_PT) for line in unit.kop), 2),
        heads=HEADS,
        columns=columns,
        sheets=plan_sheets(rows, columns[1:], room),
        note=_note(rows),
    )


def as_data(plan: MatrixPlan) -> dict[str, object]:
    """Return the plan as the templates take it."""
    return {**asdict(plan), "day": plan.day.isoformat()}


def _edition(sop: Sop) -> str:
    day = edition_day(sop)
    dated = f", tanggal {long_date(day)}" if day else ""
    return f"Edisi {sop.edisi}, Nomor {sop.identitas.nomor_sop.nilai}{dated}"


def _above(kop: Sequence[str], title: str, editions: Iterable[tuple[str, str]], width: float) -> float:
    """Return the height of all that stands above the table."""
    letterhead = len(kop) * LINE + UNDER_KOP + AFTER_KOP
    titles = HEADING + height([title], width / BOLD) + AFTER_TITLE
    return letterhead + titles + height([said for _, said in editions], width - EDITION_LABEL) + AFTER_EDITIONS


def _note(rows: Sequence[MatrixRow]) -> str:
    if not rows:
        return NO_CHANGE
    lines = (line for row in rows for line in (*row.old, *row.new))
    return LEGEND if any(segment.marked for line in lines for segment in line) else ""


def _row(number: int, change: Change) -> MatrixRow:
    # A number stays with its word: "butir 2".
    part = re.sub(r" (?=\d)", "\u00a0", change.part)
    return MatrixRow(f"{number}.", _plain([part]), *_cells(change), _plain([change.reason]))


def _cells(change: Change) -> tuple[Cell, Cell]:
    """Return what stands under Semula and Menjadi; words that differ are marked where one line became another."""
    old, new = _lines(change.old), _lines(change.new)
    if change.kind is ChangeKind.CHANGED and len(old) == len(new) == 1:
        left, right = differing(old[0], new[0])
        return (left,), (right,)
    return _plain(old or [NOTHING]), _plain(new or [GONE])


def _plain(lines: Iterable[str]) -> Cell:
    return tuple((Segment(line),) for line in lines)


def _lines(told: Sequence[str]) -> list[str]:
    return [line.replace("\t", " ") for text in told for line in text.splitlines()]
