"""The flow table with one row a step (tata_letak: per_langkah): rows of exact height, page by page (millimetres).

Row heights follow from the texts by the font's metrics, since an exact row cuts off what does not fit.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Final

from sopgen.errors import PlanError
from sopgen.model.flow import FlowRow, Step, flow_rows
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Activity, Lane, Sop
from sopgen.plan.columns import Columns, usual_lane
from sopgen.plan.contract.drawing import DrawingTags
from sopgen.plan.contract.tags import Tag
from sopgen.plan.each import of_each
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.flow.over_pages import FlowPage, PageHeights, plan_pages
from sopgen.plan.flow.strips import strip
from sopgen.plan.flow.symbols.placing import bands
from sopgen.plan.table.cells import CELLS, Texts, fitted_texts, row_texts, wide_in_steps, words_beside
from sopgen.plan.table.shared import SharedText, row_heights, shared_texts, spans, torn_texts
from sopgen.plan.table.title import Title, titles
from sopgen.plan.table.tries import first_that_fits

TIME: Final = 1 + CELLS.index("waktu")


@dataclass(frozen=True)
class StepRow:
    """A row of the table: one or several steps, the head of sub-steps, or the connectors at a page's edge."""

    nomor: Annotated[str, Tag("nomor", "nomor langkah")]
    uraian: Annotated[str, Tag("uraian", "uraian langkah")]
    kelengkapan: Annotated[tuple[str, ...], Tag("kelengkapan", "isi kolom kelengkapan")]
    waktu: Annotated[str, Tag("waktu", "isi kolom waktu")]
    keluaran: Annotated[tuple[str, ...], Tag("keluaran", "isi kolom keluaran")]
    keterangan: Annotated[tuple[str, ...], Tag("keterangan", "isi kolom keterangan")]
    height: Annotated[float, Tag("tinggi", "tinggi baris (mm)")]
    description: str
    strip: FlowPlan
    tambahan: Annotated[tuple[tuple[str, ...], ...], Tag("tambahan", "isi kolom tambahan, kolom demi kolom")] = ()
    spans: Annotated[
        tuple[int, ...],
        Tag("gabung", "banyaknya baris tiap sel di kanan jalur, dari kiri; 0: bersambung dari baris di atasnya"),
    ] = ()


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
    return first_that_fits(sop, look, tall, words_beside(sop), partial(_sheets, sop))


def _sheets(sop: Sop, columns: Columns, room: float) -> StepSheets:
    """Put activity after activity; one begins on a new page unless it ends on the present one."""
    sheets: list[list[StepPart]] = []
    free = 0.0
    for parts in of_each(sop, partial(activity_parts, sop, columns, room)):
        if len(parts) > 1 or _part_height(parts[0]) > free:
            sheets += [[part] for part in parts]
            free = room - _part_height(parts[-1])
        else:
            sheets[-1].append(parts[0])
            free -= _part_height(parts[0])
    return tuple(map(tuple, sheets))


def activity_parts(sop: Sop, columns: Columns, room: float, activity: Activity) -> list[StepPart]:
    """Return an activity's rows page by page, its title above the first."""
    if wide := tuple(wide_in_steps(sop, activity, columns)):
        raise PlanError(*wide)
    heads = titles(activity, columns, room)
    written = _written(sop, activity, columns)
    pages = _flow_pages(sop, written, columns, PageHeights(room - heads[-1].height, room))
    parts = [_part(sop.pelaksana, written, page, n) for n, page in enumerate(pages)]
    if heads[-1].height + parts[0].flow.height <= room:
        parts[0] = replace(parts[0], title=heads.pop())
    return [*(_alone(head, sop, columns, f"{activity.id}.{n}") for n, head in enumerate(heads)), *parts]


def _part_height(part: StepPart) -> float:
    return part.flow.height + (part.title.height if part.title else 0.0)


@dataclass(frozen=True)
class _Written:
    """An activity's rows with their texts, as the spec has them and as they are printed."""

    activity: Activity
    rows: tuple[FlowRow, ...]
    texts: tuple[Texts, ...]
    printed: tuple[Texts, ...]


def _written(sop: Sop, activity: Activity, columns: Columns) -> _Written:
    rows = flow_rows(activity.alur)
    texts = tuple(row_texts(sop, activity.alur, row) for row in rows)
    return _Written(activity, rows, texts, tuple(fitted_texts(one, columns) for one in texts))


def _flow_pages(sop: Sop, written: _Written, columns: Columns, room: PageHeights) -> tuple[FlowPage, ...]:
    """Return the flow page by page; a text over several rows that a page tears gets its room in their first row."""
    steps, rows, texts = written.activity.alur, written.rows, written.texts
    shared = shared_texts(steps, rows, texts, columns)
    torn: frozenset[SharedText] = frozenset()
    while True:
        least = row_heights(rows, texts, shared, columns, torn)
        widths = {"lane_width": columns.lane, "usual": usual_lane(sop, columns)}
        pages = plan_pages(steps, sop.pelaksana, least, room, words=sop.symbol_text, **widths)
        more = torn_texts(shared, pages) - torn
        if not more:
            return pages
        torn |= more


def _alone(title: Title, sop: Sop, columns: Columns, key: str) -> StepPart:
    """Return a page that holds no more than a title, or what goes on of one."""
    lanes = bands(sop.pelaksana, columns.lane)
    return StepPart(key, title, (), "", FlowPlan(lanes[-1].right, 0.0, lanes, (), (), ()))


def _part(lanes: tuple[Lane, ...], written: _Written, page: FlowPage, number: int) -> StepPart:
    activity = written.activity
    titles = {lane.id: lane.label for lane in lanes}
    first, last = page.rows
    told = [_told(activity.alur, row, titles) for row in written.rows[first : last + 1]]
    where = f"Bagan alur kegiatan {activity.judul}"
    return StepPart(
        key=f"{activity.id}-{number + 1}",
        title=None,
        rows=tuple(_rows(written, page, told)),
        description=f"{where}: {'; '.join(told)}.",
        flow=page.flow,
    )


def _told(steps: tuple[Step, ...], row: FlowRow, titles: Mapping[str, str]) -> str:
    """Return a row in words: `2a. Kanit/Kasi: Memeriksa berkas`."""
    own = (steps[n] for n in row.steps)
    said = [f"{'/'.join(titles[lane] for lane in step.lanes)}: {step.uraian or step.simbol.value}" for step in own]
    return f"{row.number}. {'; '.join(said) or row.head}"


def _rows(written: _Written, page: FlowPage, told: list[str]) -> Iterator[StepRow]:
    top, first = page.head, page.rows[0]
    cells = len(written.texts[0]) - 1
    spanned = spans(written.activity.alur, written.rows, page, cells)
    if page.head:
        yield _connector_row(page.flow, (0.0, page.head), cells)
    for n, height in enumerate(page.heights):
        texts = _merged(written.printed[first : first + len(page.heights)], n, spanned)
        piece = strip(page.flow, top, top + height)
        yield _step_row(texts, (written.rows[first + n].number, told[n]), spanned[n], piece)
        top += height
    if page.foot:
        yield _connector_row(page.flow, (top, top + page.foot), cells)


def _merged(texts: Sequence[Texts], place: int, spanned: Sequence[tuple[int, ...]]) -> Texts:
    """Return what a row prints: a cell over several rows what the first of them that says something says."""
    found = [texts[place][0]]
    for cell, count in enumerate(spanned[place], 1):
        below = (texts[n][cell] for n in range(place, place + count))
        found.append(next((items for items in below if any(items)), texts[place][cell]) if count else _nothing(cell))
    return tuple(found)


def _nothing(cell: int) -> tuple[str, ...]:
    """Return an empty cell; that of the time is one text."""
    return ("",) if cell == TIME else ()


def _connector_row(flow: FlowPlan, place: tuple[float, float], cells: int) -> StepRow:
    piece = strip(flow, *place)
    names = ", ".join(shape.connector.letter for shape in piece.shapes if shape.connector)
    texts = (("",), *(_nothing(n) for n in range(1, cells + 1)))
    return _step_row(texts, ("", f"Penghubung antarhalaman {names}"), (1,) * cells, piece)


def _step_row(texts: Texts, told: tuple[str, str], spanned: tuple[int, ...], piece: FlowPlan) -> StepRow:
    number, description = told
    said, kelengkapan, waktu, keluaran, keterangan, *others = texts
    return StepRow(
        nomor=f"{number}." if number else "",
        uraian=said[0],
        kelengkapan=kelengkapan,
        waktu=waktu[0],
        keluaran=keluaran,
        keterangan=keterangan,
        height=piece.height,
        description=f"{description}.",
        strip=piece,
        tambahan=tuple(others),
        spans=spanned,
    )
