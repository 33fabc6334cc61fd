"""The matrix of changes (matriks perubahan): its rows and its page, ready to print (millimetres)."""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Final

from sopgen.model.base import long_date
from sopgen.model.page import PAPER_MM
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.changes import Change, changes, edition_day
from sopgen.plan.differences import Kind
from sopgen.plan.likeness import Segment, differing
from sopgen.plan.measure import MM_PER_PT, text_width, wrap

SIZE_PT: Final = 9.5
LINE_PT: Final = 11.5
HEADS: Final = ("No", "Bagian", "Semula", "Menjadi", "Alasan")
NUMBER: Final = 10.0
PARTS: Final = (0.16, 0.31, 0.31, 0.22)
# Inner distance of a cell, left and right (mm).
IN_CELL: Final = 3.2
# A row may go on over a page's end where it is taller than this part of a page; a shorter one stays whole.
TALL: Final = 1 / 3
NOTHING, GONE, NO_CHANGE = "-", "Dihapus", "Tidak ada perubahan."
LEGEND: Final = "Kata yang berubah digarisbawahi."
Line = tuple[Segment, ...]


@dataclass(frozen=True)
class MatrixRow:
    """One change; a `tall` row may go on over the end of a page."""

    number: int
    part: str
    old: tuple[Line, ...]
    new: tuple[Line, ...]
    reason: str
    tall: bool


@dataclass(frozen=True)
class MatrixPlan:
    """All texts of the matrix, its sheet and the widths of its columns."""

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
    kop: tuple[str, ...]
    kop_width: float
    heads: tuple[str, ...]
    columns: tuple[float, ...]
    rows: tuple[MatrixRow, ...]
    note: str


def plan_matrix(old: Sop, new: Sop, unit: Unit) -> MatrixPlan:
    """Return the matrix of all changes from the old to the new edition, on the sheet of its flow table, across."""
    page = new.halaman.tabel
    height, width = PAPER_MM[page.kertas]
    text = width - page.margin.kiri - page.margin.kanan
    columns = (NUMBER, *(round((text - NUMBER) * part, 2) for part in PARTS))
    tall = (height - page.margin.atas - page.margin.bawah) * TALL
    rows = tuple(_row(n, change, columns, tall) for n, change in enumerate(changes(old, new), 1))
    marked = any(segment.marked for row in rows for line in (*row.old, *row.new) for segment in line)
    return MatrixPlan(
        title=f"Matriks perubahan - {new.judul}",
        heading="MATRIKS PERUBAHAN",
        sop=new.judul,
        editions=(("Semula", _edition(old)), ("Menjadi", _edition(new))),
        mark=new.mark,
        subject=new.identitas.nomor_sop.nilai,
        author=unit.nama,
        day=new.day,
        width=width,
        height=height,
        top=page.margin.atas,
        right=page.margin.kanan,
        bottom=page.margin.bawah,
        left=page.margin.kiri,
        kop=unit.kop,
        kop_width=round(max(text_width(line, SIZE_PT) for line in unit.kop), 2),
        heads=HEADS,
        columns=columns,
        rows=rows,
        note=LEGEND if marked else "" if rows else NO_CHANGE,
    )


def as_data(plan: MatrixPlan) -> dict[str, object]:
    """Return the plan as the templates take it."""
    return {**asdict(plan), "day": plan.day.isoformat()}


def _edition(sop: Sop) -> str:
    day = edition_day(sop)
    dated = f", tanggal {long_date(day)}" if day else ""
    return f"Edisi {sop.edisi}, Nomor {sop.identitas.nomor_sop.nilai}{dated}"


def _row(number: int, change: Change, columns: Sequence[float], tall: float) -> MatrixRow:
    old, new = _cells(change)
    texts = [[change.part], *([_text(line) for line in cell] for cell in (old, new)), [change.reason]]
    lines = max(
        sum(len(wrap(text, width - IN_CELL, SIZE_PT)) for text in cell)
        for cell, width in zip(texts, columns[1:], strict=True)
    )
    # A number stays with its word: "butir 2".
    part = re.sub(r" (?=\d)", "\u00a0", change.part)
    return MatrixRow(number, part, old, new, change.reason, lines * LINE_PT * MM_PER_PT > tall)


def _cells(change: Change) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return what stands under Semula and Menjadi; words that differ are marked where one line became another."""
    old, new = _lines(change.old), _lines(change.new)
    if change.kind is Kind.CHANGED and len(old) == len(new) == 1:
        left, right = differing(old[0], new[0])
        return (left,), (right,)
    plain = [tuple((Segment(line),) for line in lines) for lines in (old or [NOTHING], new or [GONE])]
    return plain[0], plain[1]


def _lines(told: Sequence[str]) -> list[str]:
    return [line.replace("\t", " ") for text in told for line in text.splitlines()]


def _text(line: Line) -> str:
    return "".join(segment.text for segment in line)
