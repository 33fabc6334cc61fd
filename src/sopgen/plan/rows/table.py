"""The columns and the pages of the table with a row an activity (millimetres)."""

from collections.abc import Iterable
from functools import partial
from itertools import chain

from sopgen.errors import PlanError
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.plan.columns import HAIR, Beside, Columns, choices, head_rows
from sopgen.plan.contract.flow_table import TableRow
from sopgen.plan.each import of_each
from sopgen.plan.fitting import WordWidth, wide_heads
from sopgen.plan.measure import BLANKS, text_width, widest_part
from sopgen.plan.rows.activity import activity_rows
from sopgen.plan.table.cells import unparted

RowSheets = tuple[tuple[TableRow, ...], ...]


def plan_activities(sop: Sop, tall: float, look: SopLook) -> tuple[Columns, RowSheets]:
    """Return the columns and the pages of the table; `tall` is its height on a page.

    Raises PlanError where no type size and no column width makes all fit: with what those refuse that refuse least.
    """
    errors: list[PlanError] = []
    around = 2 * look.alur.jarak_sel + 2 * HAIR
    tries = (choices(sop, look, partial(_least, sop, around, width)) for width in (text_width, widest_part))
    for one in chain.from_iterable(tries):
        try:
            if wide := tuple(wide_heads(sop, look, one)):
                raise PlanError(*wide)
            room = tall - sum(head_rows(sop, look, one))
            return one, _sheets(of_each(sop, partial(activity_rows, sop, one, room)), room)
        except PlanError as error:
            errors.append(error)
    raise min(reversed(errors), key=lambda error: len(error.refusals))


def _least(sop: Sop, around: float, width: WordWidth, font_pt: float) -> Beside:
    """Return the widths that hold the longest word of each column right of the lanes; times stay on one line.

    `width` tells how wide a place a word needs, as a whole or parted.
    """
    kegiatan = sop.kegiatan
    qualities = [activity.mutu_baku for activity in kegiatan]
    cells = (
        _words(item for quality in qualities for item in quality.kelengkapan),
        [part for quality in qualities for part in unparted(quality)],
        _words(item for quality in qualities for item in quality.keluaran),
        _words(item for activity in kegiatan for item in activity.keterangan),
        *(
            _words(item for activity in kegiatan for item in (activity.tambahan or {}).get(column.id, ()))
            for column in sop.kolom_tambahan
        ),
    )
    return tuple(max((width(word, font_pt) for word in words), default=0.0) + around for words in cells)


def _words(items: Iterable[str]) -> list[str]:
    return [word for item in items for word in BLANKS.split(item) if word]


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
