"""The row above an activity's steps: its title and its two lists, over several pages where one does not hold them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from sopgen.model.sop import Activity, Section
from sopgen.plan.columns import HAIR, Columns
from sopgen.plan.contract.tags import Tag
from sopgen.plan.rows.texts import Paragraph, of_activity, over_pages, sections, title
from sopgen.plan.table.cells import height_of


@dataclass(frozen=True)
class Title:
    """The row above an activity's steps: its title and its two lists; where they go on, the title is empty."""

    judul: Annotated[str, Tag("judul", "nama kegiatan; kosong bila daftarnya bersambung")]
    sections: Annotated[tuple[Section, ...], Tag("bagian", "maksud dan tujuan kegiatan; tanpa judul bila bersambung")]
    height: Annotated[float, Tag("tinggi", "tinggi baris judul (mm)")]


def titles(activity: Activity, columns: Columns, room: float) -> list[Title]:
    """Return the title of an activity page by page, none higher than `room`, mostly one.

    Raises PlanError where one item alone is higher than a page.
    """
    width = sum(columns.widths) - 2 * columns.cell - HAIR
    paragraphs = tuple(of_activity(activity, width, columns))
    return [_title(page[0], columns) for page in over_pages((paragraphs,), columns, room)]


def _title(paragraphs: Sequence[Paragraph], columns: Columns) -> Title:
    lines = sum(one.lines for one in paragraphs)
    return Title(title(paragraphs), sections(paragraphs), height_of(lines, columns))
