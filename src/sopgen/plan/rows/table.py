"""The columns and the pages of the table with a row an activity (millimetres)."""

from functools import partial

from sopgen.errors import PlanError
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.plan.columns import HAIR, Beside, Columns, choices, head_rows
from sopgen.plan.contract.document import TableRow
from sopgen.plan.each import of_each
from sopgen.plan.fitting import wide_heads
from sopgen.plan.measure import BLANKS, widest_part
from sopgen.plan.rows.activity import activity_rows

RowSheets = tuple[tuple[TableRow, ...], ...]


def plan_activities(sop: Sop, tall: float, look: SopLook) -> tuple[Columns, RowSheets]:
    """Return the columns and the pages of the table; `tall` is its height on a page.

    Raises PlanError where no type size and no column width makes all fit: with what those refuse that refuse least.
    """
    errors: list[PlanError] = []
    for one in choices(sop.halaman.tabel, len(sop.pelaksana), look, partial(_least, sop, look)):
        try:
            if wide := tuple(wide_heads(sop, look, one)):
                raise PlanError(*wide)
            room = tall - sum(head_rows(sop, look, one))
            return one, _sheets(of_each(sop, partial(activity_rows, sop, one, room)), room)
        except PlanError as error:
            errors.append(error)
    raise min(reversed(errors), key=lambda error: len(error.refusals))


def _least(sop: Sop, look: SopLook, font_pt: float) -> Beside:
    """Return the widths that hold the longest parts of words of each column right of the lanes."""
    around = 2 * look.alur.jarak_sel + 2 * HAIR
    qualities = [activity.mutu_baku for activity in sop.kegiatan]
    cells = (
        [item for quality in qualities for item in quality.kelengkapan],
        [quality.time for quality in qualities],
        [item for quality in qualities for item in quality.keluaran],
        [item for activity in sop.kegiatan for item in activity.keterangan],
    )
    words = ([word for item in items for word in BLANKS.split(item) if word] for items in cells)
    needs = [max((widest_part(word, font_pt) for word in column), default=0.0) + around for column in words]
    return needs[0], needs[1], needs[2], needs[3]


def _sheets(activities: list[list[TableRow]], room: float) -> RowSheets:
    """Fill pages with whole rows: none is torn, and an activity of several rows begins on a page of its own."""
    sheets: list[list[TableRow]] = []
    free = 0.0
    for rows in activities:
        if len(rows) > 1 or rows[0].height > free:
            sheets += [[row] for row in rows]
            free = room - rows[-1].height
        else:
            sheets[-1].append(rows[0])
            free -= rows[0].height
    return tuple(map(tuple, sheets))
