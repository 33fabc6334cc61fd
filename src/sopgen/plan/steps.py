"""The flow table with one row a step (tata_letak: per_langkah): rows of exact height, page by page (millimetres).

Row heights follow from the texts by the font's metrics, since an exact row cuts off what does not fit.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import Annotated

from sopgen.errors import Loc, PlanError, Refusal
from sopgen.model.flow import Step
from sopgen.model.look.sop import SopLook
from sopgen.model.quality import Quality
from sopgen.model.sop import Activity, Lane, Section, Sop
from sopgen.plan.columns import BOLD, HAIR, Beside, Columns, choices, head_rows
from sopgen.plan.contract.drawing import DrawingTags
from sopgen.plan.contract.tags import Tag
from sopgen.plan.each import of_each
from sopgen.plan.fitting import WordWidth, fitted, wide_heads, wide_words
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.flow.over_pages import FlowPage, PageHeights, plan_pages
from sopgen.plan.flow.strips import strip
from sopgen.plan.measure import line_height, softened, text_width, widest_part, wrap


@dataclass(frozen=True)
class StepRow:
    """A row of the table: a step, or the connectors at a page's edge (then all texts are empty)."""

    nomor: Annotated[str, Tag("nomor", "nomor langkah")]
    uraian: Annotated[str, Tag("uraian", "uraian langkah")]
    kelengkapan: Annotated[tuple[str, ...], Tag("kelengkapan", "isi kolom kelengkapan")]
    waktu: Annotated[str, Tag("waktu", "isi kolom waktu")]
    keluaran: Annotated[tuple[str, ...], Tag("keluaran", "isi kolom keluaran")]
    keterangan: Annotated[tuple[str, ...], Tag("keterangan", "isi kolom keterangan")]
    height: Annotated[float, Tag("tinggi", "tinggi baris (mm)")]
    description: str
    strip: FlowPlan


@dataclass(frozen=True)
class Title:
    """The row above an activity's steps: its title and its two lists."""

    judul: Annotated[str, Tag("judul", "nama kegiatan")]
    sections: Annotated[tuple[Section, ...], Tag("bagian", "maksud dan tujuan kegiatan")]
    height: Annotated[float, Tag("tinggi", "tinggi baris judul (mm)")]


@dataclass(frozen=True)
class StepPart(DrawingTags):
    """An activity's rows on one page; `title` stands above the first of them."""

    key: Annotated[str, Tag("kunci", "nama bagan dalam gambar_bagan")]
    title: Annotated[Title | None, Tag("judul", "judul di atas baris pertama kegiatan; kosong pada halaman lanjutan")]
    rows: Annotated[tuple[StepRow, ...], Tag("baris", "baris tabel, satu langkah sebaris")]
    description: Annotated[str, Tag("uraian_bagan", "bagan dalam kata, untuk pembaca layar")]
    flow: FlowPlan


StepSheets = tuple[tuple[StepPart, ...], ...]


def plan_steps(sop: Sop, tall: float, look: SopLook) -> tuple[Columns, StepSheets]:
    """Return the columns and the pages of the flow table; `tall` is the height of the table on a page.

    Raises PlanError where no type size and no column width makes all fit: with what those refuse that refuse least.
    """
    errors: list[PlanError] = []
    around = 2 * look.alur.jarak_sel + 2 * HAIR
    whole, parted = (partial(_least, sop, around, width) for width in (text_width, widest_part))
    tries = [choices(sop.halaman.tabel, len(sop.pelaksana), look, least) for least in (whole, parted)]
    for one in chain.from_iterable(tries):
        try:
            if wide := tuple(wide_heads(sop, look, one)):
                raise PlanError(*wide)
            return one, _sheets(sop, one, tall - sum(head_rows(sop, look, one)))
        except PlanError as error:
            errors.append(error)
    raise min(reversed(errors), key=lambda error: len(error.refusals))


def _least(sop: Sop, around: float, width: WordWidth, font_pt: float) -> Beside:
    """Return the widths that hold the longest word of each column right of the lanes; times stay on one line.

    `width` tells how wide a place a word needs, as a whole or parted.
    """
    steps = [step for activity in sop.kegiatan for step in activity.alur]
    qualities = [step.mutu_baku or Quality() for step in steps]
    cells = (
        [word for quality in qualities for item in quality.kelengkapan for word in item.split()],
        [quality.time for quality in qualities],
        [word for quality in qualities for item in quality.keluaran for word in item.split()],
        [word for step in steps for item in _remarks(step) for word in item.split()],
    )
    needs = [max((width(word, font_pt) for word in words), default=0.0) + around for words in cells]
    return needs[0], needs[1], needs[2], needs[3]


def _sheets(sop: Sop, columns: Columns, room: float) -> StepSheets:
    """Put activity after activity; one begins on a new page unless it ends on the present one."""
    sheets: list[list[StepPart]] = []
    free = 0.0
    for parts in of_each(sop, partial(_parts, sop, columns, room)):
        if len(parts) > 1 or _part_height(parts[0]) > free:
            sheets += [[part] for part in parts]
            free = room - _part_height(parts[-1])
        else:
            sheets[-1].append(parts[0])
            free -= _part_height(parts[0])
    return tuple(map(tuple, sheets))


def _parts(sop: Sop, columns: Columns, room: float, activity: Activity) -> list[StepPart]:
    """Return an activity's rows page by page, its title above the first."""
    if wide := tuple(_wide(activity, columns)):
        raise PlanError(*wide)
    title = _title(activity, columns)
    pages = _flow_pages(sop, activity, columns, PageHeights(room - title.height, room))
    parts = [_part(sop.pelaksana, activity, columns, page, n) for n, page in enumerate(pages)]
    return [replace(parts[0], title=title), *parts[1:]]


def _part_height(part: StepPart) -> float:
    return part.flow.height + (part.title.height if part.title else 0.0)


def _flow_pages(sop: Sop, activity: Activity, columns: Columns, room: PageHeights) -> tuple[FlowPage, ...]:
    least = tuple(_text_height(step, columns) for step in activity.alur)
    return plan_pages(
        activity.alur,
        sop.pelaksana,
        least,
        room,
        lane_width=columns.lane,
        words=sop.symbol_text,
    )


def _title(activity: Activity, columns: Columns) -> Title:
    width = sum(columns.widths) - 2 * columns.cell - HAIR
    lines = len(wrap(activity.judul, width / BOLD, columns.font_pt))
    for section in activity.sections:
        lines += 1 + sum(len(wrap(item, width - columns.dash, columns.font_pt)) for item in section.isi)
    sections = tuple(fitted(one, width - columns.dash, columns.font_pt) for one in activity.sections)
    return Title(softened(activity.judul, width / BOLD, columns.font_pt), sections, _height_of(lines, columns))


def _remarks(step: Step) -> tuple[str, ...]:
    """Return the remarks of a step; the SOP to which it refers is one."""
    return (*step.keterangan, *([f"Lihat {step.rujukan}"] if step.rujukan else []))


def _text_height(step: Step, columns: Columns) -> float:
    """Return the height of the tallest cell of a step's row."""
    cells = _texts(step).items()
    return max(_height_of(cell_lines(items, place, columns), columns) for place, items in cells)


def _texts(step: Step) -> dict[int, tuple[str, ...]]:
    """Return the paragraphs of each cell of a step's row that has texts of the spec, by the column's place."""
    quality = step.mutu_baku or Quality()
    return {
        1: (step.uraian,),
        -4: quality.kelengkapan,
        -3: (quality.time,),
        -2: quality.keluaran,
        -1: _remarks(step),
    }


def _wide(activity: Activity, columns: Columns) -> Iterator[Refusal]:
    """Yield the words of an activity's steps that no syllables part for their columns."""
    for n, step in enumerate(activity.alur):
        quality = step.mutu_baku or Quality()
        texts: dict[int, list[tuple[Loc, str]]] = {
            1: [(("uraian",), step.uraian)],
            -4: [(("mutu_baku", "kelengkapan", i), item) for i, item in enumerate(quality.kelengkapan)],
            -2: [(("mutu_baku", "keluaran", i), item) for i, item in enumerate(quality.keluaran)],
            -1: [(("keterangan", i), item) for i, item in enumerate(step.keterangan)],
        }
        for place, items in texts.items():
            placed = ((("alur", n, *loc), text) for loc, text in items)
            yield from wide_words(placed, columns.inner(place), columns.font_pt, widest_part)


def cell_lines(items: Sequence[str], place: int, columns: Columns) -> int:
    """Return the number of lines that the paragraphs of a cell in a column take."""
    return sum(len(wrap(item, columns.inner(place), columns.font_pt)) for item in items if item)


def _height_of(lines: int, columns: Columns) -> float:
    return lines * line_height(columns.font_pt) + 2 * columns.cell + HAIR


def _part(lanes: tuple[Lane, ...], activity: Activity, columns: Columns, page: FlowPage, number: int) -> StepPart:
    titles = {lane.id: lane.label for lane in lanes}
    first, last = page.steps
    told = [
        f"{n}. {'/'.join(titles[lane] for lane in step.lanes)}: {step.uraian or step.simbol.value}"
        for n, step in enumerate(activity.alur[first : last + 1], first + 1)
    ]
    where = f"Bagan alur kegiatan {activity.judul}"
    return StepPart(
        key=f"{activity.id}-{number + 1}",
        title=None,
        rows=tuple(_rows(activity.alur[first : last + 1], columns, page, told)),
        description=f"{where}: {'; '.join(told)}.",
        flow=page.flow,
    )


def _rows(steps: tuple[Step, ...], columns: Columns, page: FlowPage, told: list[str]) -> Iterator[StepRow]:
    top = page.head
    if page.head:
        yield _connector_row(page.flow, 0.0, page.head)
    for n, (step, height) in enumerate(zip(steps, page.heights, strict=True)):
        texts = _fitted(step, columns)
        yield _step_row(texts, page.steps[0] + n + 1, told[n], strip(page.flow, top, top + height))
        top += height
    if page.foot:
        yield _connector_row(page.flow, top, top + page.foot)


def _connector_row(flow: FlowPlan, top: float, bottom: float) -> StepRow:
    piece = strip(flow, top, bottom)
    names = ", ".join(shape.connector.letter for shape in piece.shapes if shape.connector)
    return StepRow("", "", (), "", (), (), bottom - top, f"Penghubung antarhalaman {names}.", piece)


def _fitted(step: Step, columns: Columns) -> dict[int, tuple[str, ...]]:
    """Return the paragraphs of each cell as they are printed: words that are too wide for it have soft hyphens."""
    return {
        place: tuple(softened(item, columns.inner(place), columns.font_pt) for item in items)
        for place, items in _texts(step).items()
    }


def _step_row(texts: Mapping[int, tuple[str, ...]], number: int, told: str, piece: FlowPlan) -> StepRow:
    return StepRow(
        nomor=f"{number}.",
        uraian=texts[1][0],
        kelengkapan=texts[-4],
        waktu=texts[-3][0],
        keluaran=texts[-2],
        keterangan=texts[-1],
        height=piece.height,
        description=f"{told}.",
        strip=piece,
    )
