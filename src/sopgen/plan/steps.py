"""The flow table with one row a step (tata_letak: per_langkah): rows of exact height, page by page (millimetres).

Row heights follow from the texts by the font's metrics, since an exact row cuts off what does not fit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.flow import Step
from sopgen.model.look.sop import SopLook
from sopgen.model.quality import Quality
from sopgen.model.sop import Activity, Lane, Section, Sop
from sopgen.plan.columns import BOLD, Beside, Columns, choices, head_rows
from sopgen.plan.contract.drawing import DrawingTags
from sopgen.plan.contract.tags import Tag
from sopgen.plan.each import of_each
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.flow.over_pages import FlowPage, PageHeights, plan_pages
from sopgen.plan.flow.strips import strip
from sopgen.plan.measure import line_height, text_width, wrap

# Programs differ by a hair in how wide and how high they set a line.
HAIR: Final = 0.4
# So many characters of a word that is too wide are told.
TOLD: Final = 40


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
    least = partial(_least, sop, _around(look.alur.jarak_sel))
    for one in choices(sop.halaman.tabel, len(sop.pelaksana), look, least):
        try:
            return one, _sheets(sop, one, tall - sum(head_rows(sop, look, one)))
        except PlanError as error:
            errors.append(error)
    raise min(reversed(errors), key=lambda error: len(error.refusals))


def _around(cell: float) -> float:
    """Return what a cell takes beside its words."""
    return 2 * cell + 2 * HAIR


def _least(sop: Sop, around: float, font_pt: float) -> Beside:
    """Return the widths that hold the longest word of each column right of the lanes; times stay on one line."""
    steps = [step for activity in sop.kegiatan for step in activity.alur]
    qualities = [step.mutu_baku or Quality() for step in steps]
    cells = (
        [word for quality in qualities for item in quality.kelengkapan for word in item.split()],
        [quality.time for quality in qualities],
        [word for quality in qualities for item in quality.keluaran for word in item.split()],
        [word for step in steps for item in _remarks(step) for word in item.split()],
    )
    needs = [max((text_width(word, font_pt) for word in words), default=0.0) + around for words in cells]
    return needs[0], needs[1], needs[2], needs[3]


def _refuse_long_words(activity: Activity, columns: Columns) -> None:
    """Raise PlanError where a word of a step is wider than its column: no program may break it as it likes."""
    wide = [
        (n, word if len(word) <= TOLD else f"{word[:TOLD]}...")
        for n, step in enumerate(activity.alur)
        for word in step.uraian.split()
        if text_width(word, columns.font_pt) + _around(columns.cell) > columns.widths[1]
    ]
    told = [(n, say('the word "{word}" is wider than its column', word=word)) for n, word in wide]
    fix = say("write it with a space, or a shorter word")
    if told:
        raise PlanError(*(Refusal("TL04", ("alur", n, "uraian"), what, fix) for n, what in told))


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
    _refuse_long_words(activity, columns)
    title = _title(activity, columns)
    pages = _flow_pages(sop, activity, columns, PageHeights(room - title.height, room))
    parts = [_part(sop.pelaksana, activity, page, n) for n, page in enumerate(pages)]
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
        words=sop.isi_simbol,
    )


def _title(activity: Activity, columns: Columns) -> Title:
    width = sum(columns.widths) - 2 * columns.cell - HAIR
    sections = (activity.maksud, activity.tujuan)
    lines = len(wrap(activity.judul, width / BOLD, columns.font_pt))
    for section in sections:
        lines += 1 + sum(len(wrap(item, width - columns.dash, columns.font_pt)) for item in section.isi)
    return Title(activity.judul, sections, _height_of(lines, columns))


def _remarks(step: Step) -> tuple[str, ...]:
    """Return the remarks of a step; the SOP to which it refers is one."""
    return (*step.keterangan, *([f"Lihat {step.rujukan}"] if step.rujukan else []))


def _text_height(step: Step, columns: Columns) -> float:
    """Return the height of the tallest cell of a step's row."""
    quality = step.mutu_baku or Quality()
    cells = {
        1: [step.uraian],
        -4: quality.kelengkapan,
        -3: [quality.time],
        -2: quality.keluaran,
        -1: _remarks(step),
    }
    return max(
        _height_of(cell_lines(items, columns.widths[place], columns), columns) for place, items in cells.items()
    )


def cell_lines(items: Sequence[str], width: float, columns: Columns) -> int:
    """Return the number of lines that the paragraphs of a cell take."""
    return sum(len(wrap(item, width - 2 * columns.cell - HAIR, columns.font_pt)) for item in items)


def _height_of(lines: int, columns: Columns) -> float:
    return lines * line_height(columns.font_pt) + 2 * columns.cell + HAIR


def _part(lanes: tuple[Lane, ...], activity: Activity, page: FlowPage, number: int) -> StepPart:
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
        rows=tuple(_rows(activity.alur[first : last + 1], page, told)),
        description=f"{where}: {'; '.join(told)}.",
        flow=page.flow,
    )


def _rows(steps: tuple[Step, ...], page: FlowPage, told: list[str]) -> Iterator[StepRow]:
    top = page.head
    if page.head:
        yield _connector_row(page.flow, 0.0, page.head)
    for n, (step, height) in enumerate(zip(steps, page.heights, strict=True)):
        yield _step_row(step, page.steps[0] + n + 1, told[n], strip(page.flow, top, top + height))
        top += height
    if page.foot:
        yield _connector_row(page.flow, top, top + page.foot)


def _connector_row(flow: FlowPlan, top: float, bottom: float) -> StepRow:
    piece = strip(flow, top, bottom)
    names = ", ".join(shape.connector.letter for shape in piece.shapes if shape.connector)
    return StepRow("", "", (), "", (), (), bottom - top, f"Penghubung antarhalaman {names}.", piece)


def _step_row(step: Step, number: int, told: str, piece: FlowPlan) -> StepRow:
    quality = step.mutu_baku or Quality()
    return StepRow(
        nomor=f"{number}.",
        uraian=step.uraian,
        kelengkapan=quality.kelengkapan,
        waktu=quality.time,
        keluaran=quality.keluaran,
        keterangan=_remarks(step),
        height=piece.height,
        description=f"{told}.",
        strip=piece,
    )
