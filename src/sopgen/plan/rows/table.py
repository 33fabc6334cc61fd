"""The columns and the pages of the table with a row an activity (millimetres)."""

from functools import partial

from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.plan.columns import Columns
from sopgen.plan.contract.flow_table import TableRow
from sopgen.plan.each import of_each
from sopgen.plan.rows.activity import activity_rows
from sopgen.plan.table.cells import unparted, words_of
from sopgen.plan.table.tries import first_that_fits

RowSheets = tuple[tuple[TableRow, ...], ...]


def plan_activities(sop: Sop, tall: float, look: SopLook) -> tuple[Columns, RowSheets]:
    """Return the columns and the pages of the table; `tall` is its height on a page.

    Raises PlanError where no type size and no column width makes all fit: with what those refuse that refuse least.
    """

    def sheets(table: Columns, room: float) -> RowSheets:
        return _sheets(of_each(sop, partial(activity_rows, sop, table, room)), room)

    return first_that_fits(sop, look, tall, _beside(sop), sheets)


def _beside(sop: Sop) -> tuple[list[str], ...]:
    """Return the words of each column right of the lanes; times stay on one line."""
    kegiatan = sop.kegiatan
    qualities = [activity.mutu_baku for activity in kegiatan]
    return (
        words_of(item for quality in qualities for item in quality.kelengkapan),
        [part for quality in qualities for part in unparted(quality)],
        words_of(item for quality in qualities for item in quality.keluaran),
        words_of(item for activity in kegiatan for item in activity.keterangan),
        *(
            words_of(item for activity in kegiatan for item in (activity.tambahan or {}).get(column.id, ()))
            for column in sop.kolom_tambahan
        ),
    )


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
