"""What stands in the cells of an activity's row, paragraph by paragraph, and what of it a page holds (mm)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from sopgen.errors import Loc, PlanError, Refusal
from sopgen.messages import say
from sopgen.model.sop import Activity, Section, Sop
from sopgen.plan.columns import BOLD, Columns
from sopgen.plan.measure import line_height, softened, wrap
from sopgen.plan.table.cells import printed_time


class Kind(Enum):
    """What a paragraph of the column of activities is; those of the other columns are all items."""

    TITLE = "title"
    HEAD = "head"
    ITEM = "item"


@dataclass(frozen=True)
class Paragraph:
    """A text as it is printed, with its lines and its place in the activity."""

    text: str
    lines: int
    loc: Loc
    kind: Kind = Kind.ITEM


# The cells of texts: the activity, kelengkapan, waktu, keluaran, keterangan, those of further columns.
Cells = tuple[tuple[Paragraph, ...], ...]


def cells_of(sop: Sop, activity: Activity, table: Columns) -> Cells:
    """Return the paragraphs of each cell of texts."""
    quality, further = activity.mutu_baku, activity.tambahan or {}
    plain: list[list[tuple[Loc, str]]] = [
        [(("mutu_baku", "kelengkapan", n), item) for n, item in enumerate(quality.kelengkapan)],
        [(("mutu_baku", "waktu"), printed_time(quality))] if quality.time else [],
        [(("mutu_baku", "keluaran", n), item) for n, item in enumerate(quality.keluaran)],
        [(("keterangan", n), item) for n, item in enumerate(activity.keterangan)],
    ]
    plain += [
        [(("tambahan", one.id, n), item) for n, item in enumerate(further.get(one.id, ()))]
        for one in sop.kolom_tambahan
    ]
    others = (
        tuple(_paragraph(item, table.inner(table.of_cell(cell)), table, (loc, Kind.ITEM)) for loc, item in items)
        for cell, items in enumerate(plain, 1)
    )
    return (tuple(of_activity(activity, table.inner(1), table)), *others)


def of_activity(activity: Activity, inner: float, table: Columns) -> Iterator[Paragraph]:
    """Yield the title of an activity and its lists, for a place of this width (mm)."""
    yield _paragraph(activity.judul, inner / BOLD, table, (("judul",), Kind.TITLE))
    for name, section in (("maksud", activity.maksud), ("tujuan", activity.tujuan)):
        if section.isi:
            yield _paragraph(section.judul, inner / BOLD, table, ((name, "judul"), Kind.HEAD))
        for n, item in enumerate(section.isi):
            yield _paragraph(item, inner - table.dash, table, ((name, "isi", n), Kind.ITEM))


def _paragraph(text: str, width: float, table: Columns, what: tuple[Loc, Kind]) -> Paragraph:
    loc, kind = what
    lines = len(wrap(text, width, table.font_pt))
    # A head is a word or two; as it stands, it is no wider than the items below it.
    printed = text if kind is Kind.HEAD else softened(text, width, table.font_pt)
    return Paragraph(printed, lines, loc, kind)


def height(cells: Cells, table: Columns) -> float:
    """Return the height that a row needs for its texts."""
    lines = max(sum(one.lines for one in column) for column in cells)
    return (lines + 1) * line_height(table.font_pt) + 2 * table.cell


def over_pages(cells: Cells, table: Columns, room: float) -> list[Cells]:
    """Return the texts page by page, where a row may be as high as `room`.

    Raises PlanError where one paragraph alone is higher.
    """
    most = int((room - 2 * table.cell) / line_height(table.font_pt)) - 1
    if refused := [_too_tall(one, table, room) for column in cells for one in column if one.lines > most]:
        raise PlanError(*refused)
    pages: list[Cells] = []
    rest = cells
    while any(rest) or not pages:
        taken = [_held(column, most) for column in rest]
        pages.append(tuple(column[:count] for column, count in zip(rest, taken, strict=True)))
        rest = tuple(column[count:] for column, count in zip(rest, taken, strict=True))
    return pages


def _held(column: Sequence[Paragraph], most: int) -> int:
    """Return how many paragraphs a page holds; a head stays with what follows it, unless that leaves none."""
    counts = range(len(column), 0, -1)
    count = next((n for n in counts if sum(one.lines for one in column[:n]) <= most), 0)
    kept = count
    while 0 < kept < len(column) and column[kept - 1].kind is not Kind.ITEM:
        kept -= 1
    return kept or count


def _too_tall(one: Paragraph, table: Columns, room: float) -> Refusal:
    needed = (one.lines + 1) * line_height(table.font_pt) + 2 * table.cell
    what = say("the item needs {needed} mm, a page has {room} mm", needed=f"{needed:.0f}", room=f"{room:.0f}")
    return Refusal("TL06", one.loc, what, say("shorten it, or make several items of it"))


def title(column: Sequence[Paragraph]) -> str:
    """Return the title of the activity; empty where its texts go on."""
    return next((one.text for one in column if one.kind is Kind.TITLE), "")


def sections(column: Sequence[Paragraph]) -> tuple[Section, ...]:
    """Return the lists below the title; one that goes on has no head."""
    found: list[tuple[str, list[str]]] = []
    for one in column:
        if one.kind is Kind.HEAD:
            found.append((one.text, []))
        elif one.kind is Kind.ITEM:
            found = found or [("", [])]
            found[-1][1].append(one.text)
    return tuple(Section.model_construct(judul=head, isi=tuple(items)) for head, items in found)
