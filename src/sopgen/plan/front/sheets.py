"""The front pages of heads other than that of Permenpan RB 35/2012, page by page (millimetres)."""

from collections.abc import Callable
from typing import Final

from sopgen.model.identity import HeadStyle
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.contract.boxes import FrontSheet, MeasuredTable
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.front.heads.controlled import controlled_sheets
from sopgen.plan.front.heads.hospital import hospital_sheets
from sopgen.plan.front.heads.puskesmas import puskesmas_sheets
from sopgen.plan.front.rows import SOME_PAGE
from sopgen.plan.measure import line_height

FORMS: Final = {
    HeadStyle.CONTROLLED: controlled_sheets,
    HeadStyle.PUSKESMAS: puskesmas_sheets,
    HeadStyle.HOSPITAL: hospital_sheets,
}


def front_sheets(
    sop: Sop, unit: Unit, look: SopLook, frame: PageFrame, above: tuple[MeasuredTable, ...] = ()
) -> Callable[[int, int], tuple[FrontSheet, ...]]:
    """Return what makes the front pages, given the number of the first and how many other pages there are.

    `above` stands at the top of the first one.
    Raises PlanError where something is taller than a page.
    """
    make = FORMS[sop.bentuk_kepala]
    # Word needs a line after the last table, with which the section ends.
    room = frame.text_height - line_height(look.identitas.ukuran)
    count = len(make(sop, unit, look, frame.text_width, room, lambda _: SOME_PAGE, above))

    def made(first: int, others: int) -> tuple[FrontSheet, ...]:
        def page(n: int) -> str:
            return f"{first + n} dari {count + others}"

        return make(sop, unit, look, frame.text_width, room, page, above)

    return made
