"""All pages before the flow table, of whatever form of the head: decree, cover, contents, head (millimetres)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sopgen.errors import PlanError, Refusal
from sopgen.model.identity import HeadStyle
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.contract.boxes import GAP, FrontSheet, MeasuredTable, charts_of
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.each import tried
from sopgen.plan.fitting import wide_in_lists
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.front.body import initials
from sopgen.plan.front.columns import identity_columns
from sopgen.plan.front.cover import cover_room
from sopgen.plan.front.decree import annex_head, decree_sheets
from sopgen.plan.front.identity import IdentityPages, identity_pages
from sopgen.plan.front.opening import opening_sheets
from sopgen.plan.front.sheets import front_sheets

# Between the last table of the decree's pages, the head of the annex and what follows it.
GAPS = 3 * GAP


@dataclass(frozen=True)
class FlowOutline:
    """What front pages tell of the flow table: how many pages it has, on which each activity begins (from 0)."""

    pages: int
    begun: Sequence[int]
    flows: Sequence[FlowPlan]


@dataclass(frozen=True)
class FrontPages:
    """The pages before the flow table; `annex` stands at the top of the cover, or of the identity table."""

    cover_room: float
    identity_columns: tuple[float, ...]
    identity_pages: IdentityPages
    decree: tuple[FrontSheet, ...]
    annex: tuple[MeasuredTable, ...]
    opening: tuple[FrontSheet, ...]
    initials: tuple[MeasuredTable, ...]
    front: tuple[FrontSheet, ...]


def front_pages(
    sop: Sop, unit: Unit, look: SopLook, frame: PageFrame, table: FlowOutline | None, refused: list[Refusal]
) -> FrontPages | None:
    """Return the pages before a flow table; None where there is none, or what is refused was added to the others."""
    annex = annex_head(sop, look, frame.text_width)
    # It stands above what comes first behind the decree.
    to_opening = annex if not sop.sampul and (sop.daftar_isi or sop.penjelasan) else ()
    to_head = annex if not sop.sampul and not to_opening else ()
    columns = identity_columns(sop, unit, look, frame)
    taken = _height(annex) if sop.sampul else 0.0
    room = tried(lambda: cover_room(sop.sampul, look.sampul, frame.text_width, frame.text_height - taken), refused)
    decree = tried(lambda: decree_sheets(sop, unit, look, frame), refused)
    identity = tried(lambda: _identity(sop, unit, look, columns, frame, _height(to_head)), refused)
    front = tried(lambda: _front(sop, unit, look, frame, to_head), refused)
    if room is None or decree is None or identity is None or front is None or table is None:
        return None
    before = len(decree) + bool(sop.sampul)

    def later(opening: int) -> tuple[FrontSheet, ...]:
        return front(1 + before + opening, before + opening + table.pages)

    head = _Head(before, len(identity or later(0)), later(0))
    opening = tried(lambda: _opening(sop, look, frame, head, table, to_opening), refused)
    if opening is None:
        return None
    drafted = initials(sop, look, frame.text_width) if identity else ()
    at_template = annex if sop.sampul or (identity and to_head) else ()
    return FrontPages(room, columns, identity, decree, at_template, opening, drafted, later(len(opening)))


def _height(tables: Sequence[MeasuredTable]) -> float:
    return sum(table.height for table in tables) + GAPS if tables else 0.0


def _identity(
    sop: Sop, unit: Unit, look: SopLook, columns: tuple[float, ...], page: PageFrame, above: float
) -> IdentityPages:
    """Return the pages of the identity table; a head of another form has none."""
    if sop.bentuk_kepala is not HeadStyle.PERMENPAN:
        return ()
    if wide := tuple(wide_in_lists(sop, look, columns)):
        raise PlanError(*wide)
    return identity_pages(sop, unit, look, columns, page, above=above)


def _front(
    sop: Sop, unit: Unit, look: SopLook, page: PageFrame, above: tuple[MeasuredTable, ...]
) -> Callable[[int, int], tuple[FrontSheet, ...]]:
    """Return what makes the pages of a head of another form: of the number of the first, and of the other pages."""
    if sop.bentuk_kepala is HeadStyle.PERMENPAN:
        return lambda *_: ()
    return front_sheets(sop, unit, look, page, above)


@dataclass(frozen=True)
class _Head:
    """How many pages stand before the contents, how many the head has, and those of them that may hold charts."""

    before: int
    pages: int
    sheets: tuple[FrontSheet, ...]


def _opening(
    sop: Sop, look: SopLook, page: PageFrame, head: _Head, table: FlowOutline, above: tuple[MeasuredTable, ...]
) -> tuple[FrontSheet, ...]:
    """Return contents and explanations."""
    flows = [*table.flows, *(one.flow for one in charts_of(head.sheets))]

    def places(contents: int, opening: int) -> list[tuple[str, int]]:
        first = 1 + head.before
        told = [("Penjelasan", first + contents)] if sop.penjelasan else []
        begun = first + opening
        activities = [n for n, sheet in enumerate(head.sheets, begun) for _ in charts_of([sheet])]
        activities += [begun + head.pages + n for n in table.begun]
        named = [(one.judul, page) for one, page in zip(sop.kegiatan, activities, strict=False)]
        return [*told, ("Identitas SOP", begun), *named]

    return opening_sheets(sop, look, page, flows, places, above)
