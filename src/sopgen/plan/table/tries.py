"""Which columns a flow table gets: the most readable ones with which all fits (millimetres)."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from sopgen.errors import PlanError
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.plan.columns import HAIR, Beside, Columns, choices, head_rows
from sopgen.plan.fitting import WordWidth, wide_heads
from sopgen.plan.measure import text_width, widest_part

Sheets = TypeVar("Sheets")
# The words of each column right of the lanes.
Words = Sequence[Iterable[str]]


def first_that_fits(
    sop: Sop, look: SopLook, tall: float, words: Words, sheets: Callable[[Columns, float], Sheets]
) -> tuple[Columns, Sheets]:
    """Return the first columns with which all fits, and the sheets that `sheets` makes of them and a page's room.

    `tall` is the height of the table on a page. Columns hold their `words` whole, or else parted at syllables.
    Raises PlanError where no type size and no column width makes all fit: with what those refuse that refuse least.
    """
    errors: list[PlanError] = []
    around = 2 * look.alur.jarak_sel + 2 * HAIR
    tries = (choices(sop, look, partial(_widths, words, around, width)) for width in (text_width, widest_part))
    for one in chain.from_iterable(tries):
        try:
            if wide := one.refused or tuple(wide_heads(sop, look, one)):
                raise PlanError(*wide)
            return one, sheets(one, tall - sum(head_rows(sop, look, one)))
        except PlanError as error:
            errors.append(error)
    raise min(reversed(errors), key=lambda error: len(error.refusals))


def _widths(words: Words, around: float, width: WordWidth, font_pt: float) -> Beside:
    """Return the widths that hold the widest word of each column; `width` tells how wide a place one needs."""
    return tuple(max((width(word, font_pt) for word in cell), default=0.0) + around for cell in words)
