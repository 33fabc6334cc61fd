"""From the document's plan to DOCX: the template fills cover and identity; the flow table is built here."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table, _Cell
from docxtpl import DocxTemplate

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.model.sop import Section
from sopgen.plan.columns import BESIDE
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.contract.flow_table import FlowTable, TableRow
from sopgen.plan.steps import StepPart, StepRow
from sopgen.plan.table.title import Title
from sopgen.render.package import normalise
from sopgen.render.templates import is_shipped
from sopgen.render.word.drawing.elements import ids
from sopgen.render.word.drawing.numbers import number_drawings
from sopgen.render.word.drawing.shapes import ChartPicture
from sopgen.render.word.fill import Properties, fill, save
from sopgen.render.word.hyphens import firm_hyphens, optional_hyphens
from sopgen.render.word.issued import say_issued
from sopgen.render.word.look import apply
from sopgen.render.word.named import forget_bookmarks
from sopgen.render.word.official.drawing import DrawingContext
from sopgen.render.word.official.front import front_tables
from sopgen.render.word.official.identity import lay_out_identity
from sopgen.render.word.official.look import style_looks
from sopgen.render.word.official.room import fit_added
from sopgen.render.word.sheet import begin_page, lay_out, shrink
from sopgen.render.word.table import (
    add_row,
    cell_margins,
    dash_items,
    head_height,
    over_rows,
    row_height,
    ruled,
    spread,
    text_height,
    write,
)
from sopgen.render.word.trusted.guard import from_template
from sopgen.render.word.word_art import under_pages

MARKER, FRONT = "[[tabel_alur]]", "[[halaman_depan]]"
# Cover, identity page, flow table.
SECTIONS = 3


@from_template
def render(plan: DocumentPlan, data: Mapping[str, object], template: Path, pictures: Mapping[str, bytes]) -> bytes:
    """Return the official document; `data` is the plan as templates take it.

    `pictures` are the PNG charts for readers that know no shapes. Raises TemplateError where the template lacks a
    style, a table, a section or the place of the flow table.
    """
    filled = _laid_out(plan, data, template)
    document = filled.docx
    front_tables(document, plan, pictures, FRONT, template.name)
    flow_tables(document, plan, pictures, template.name)
    if not plan.sheets and not plan.steps:
        _without_flow_table(document)
    forget_bookmarks(document, ["identitas"])
    firm_hyphens(document)
    optional_hyphens(document)
    if plan.watermark:
        under_pages(document, plan.watermark)
    number_drawings(document)
    say_issued(document, plan.sop)
    return normalise(save(filled), day=plan.day)


@from_template
def refuse_pages(plan: DocumentPlan, data: Mapping[str, object], template: Path) -> None:
    """Raise TemplateError where the template can not be used; without the drawings of the flow table."""
    _laid_out(plan, data, template)


def _laid_out(plan: DocumentPlan, data: Mapping[str, object], template: Path) -> DocxTemplate:
    """Return the filled template with all but the flow table."""
    context = {**data, "tabel_alur": MARKER, "halaman_depan": FRONT, "lambang_sampul": "", "lambang_identitas": ""}
    properties = Properties(plan.title, plan.subject, plan.author, plan.day, plan.sop.watermark)
    filled = fill(template, context, properties, _emblems(plan))
    document = filled.docx
    _pages(document, plan, template.name)
    apply(document, style_looks(plan), plan.look.huruf, template.name)
    if plan.identity_pages:
        lay_out_identity(document, plan, template.name)
    if not is_shipped(template):
        fit_added(document, plan, MARKER, template.name)
    return filled


def _emblems(plan: DocumentPlan) -> dict[str, tuple[bytes, float]]:
    """Return the emblem for each of its places, with its height (mm)."""
    heights = {
        "lambang_sampul": plan.look.sampul.lambang.tinggi,
        "lambang_identitas": plan.look.identitas.lambang.tinggi,
    }
    return {key: (plan.emblem, height) for key, height in heights.items()} if plan.emblem else {}


def _pages(document: Document, plan: DocumentPlan, template: str) -> None:
    *upright, across = document.sections
    if len(document.sections) < SECTIONS:
        raise TemplateError(
            say(
                "{file}: sections are missing: cover, identity page and flow table are one each. fix: in Word, put "
                "the cursor where the next one begins, Layout, Breaks, Next Page",
                file=template,
            )
        )
    if plan.cover is None:
        _without_cover(document)
        *upright, across = document.sections
    for section in upright:
        lay_out(section, plan.upright)
    lay_out(across, plan.across)


def _without_flow_table(document: Document) -> None:
    """End the document with the section before that of the flow table, where its charts stand in the head."""
    body = document.element.body
    last = next(one for one in reversed(list(body)[:-1]) if one.find(f".//{qn('w:sectPr')}") is not None)
    for after in list(last.itersiblings()):
        body.remove(after)
    end = next(last.iter(qn("w:sectPr")))
    end.getparent().remove(end)
    body.append(end)


def _without_cover(document: Document) -> None:
    """Take out what the template leaves of the cover: all up to the end of its section."""
    for one in list(document.element.body):
        document.element.body.remove(one)
        if one.find(f".//{qn('w:sectPr')}") is not None:
            return


def flow_tables(document: Document, plan: FlowTable, pictures: Mapping[str, bytes], template: str) -> None:
    """Put a table a page at the marker; between two stands a paragraph of 1 pt that begins the next page."""
    marker = next((paragraph for paragraph in document.paragraphs if paragraph.text.strip() == MARKER), None)
    if marker is None:
        raise TemplateError(
            say(
                "{file}: no paragraph holds {tag} alone. fix: write it in a paragraph of its own where the flow "
                "table stands",
                file=template,
                tag="{{ tabel_alur }}",
            )
        )
    drawn = DrawingContext(document, pictures, ids(), plan.look.alur.jarak_sel)
    makers = [partial(_activity_rows, rows) for rows in plan.sheets] + [
        partial(_parts, parts) for parts in plan.steps
    ]
    for n, make in enumerate(makers):
        if n:
            begin_page(marker.insert_paragraph_before())
        table = document.add_table(rows=2, cols=len(plan.columns))
        ruled(table, plan.look.garis)
        marker._p.addprevious(table._tbl)
        make(table, drawn)
        _head(table, plan)
        spread(table, plan.columns)
    for run in marker.runs:
        marker._p.remove(run._r)
    shrink(marker)


def _activity_rows(rows: tuple[TableRow, ...], table: Table, drawn: "DrawingContext") -> None:
    for row in rows:
        _row(table, row, drawn)


def _parts(parts: tuple[StepPart, ...], table: Table, drawn: "DrawingContext") -> None:
    for part in parts:
        if part.title:
            _title_row(table, part.title, drawn.cell)
        top = 0.0
        for row in part.rows:
            cut = ChartPicture(
                drawn.relationship(part.key), top / part.flow.height, 1 - (top + row.height) / part.flow.height
            )
            _step_row(table, row, drawn, cut)
            top += row.height


def _head(table: Table, plan: FlowTable) -> None:
    heads, lanes = plan.heads, plan.lanes
    last = 2 + len(lanes)
    over_both = (heads.keterangan, *plan.further_heads)
    rows = table.rows
    for row, height in zip(rows, plan.head_rows, strict=False):
        head_height(row, height)
    top, below = rows[0].cells, rows[1].cells
    around = plan.look.alur.jarak_sel_kepala
    tall = ((0, heads.nomor), (1, heads.kegiatan), *enumerate(over_both, last + 3))
    for column, text in tall:
        _title(top[column].merge(below[column]), text, around)
    _title(top[2].merge(top[last - 1]), heads.pelaksana, around)
    _title(top[last].merge(top[last + 2]), heads.mutu_baku, around)
    for column, text in enumerate([*lanes, heads.kelengkapan, heads.waktu, heads.keluaran], 2):
        _title(below[column], text, around)


def _title(cell: _Cell, text: str, around: float) -> None:
    write(cell, [text], bold=True, centred=True)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    cell_margins(cell, x=around, y=0)


def _row(table: Table, row: TableRow, drawn: "DrawingContext") -> None:
    line = add_row(table)
    row_height(line, row.height)
    cells = line.cells
    beside = BESIDE + len(row.tambahan)
    chart = cells[2].merge(cells[-beside - 1])
    write(cells[0], [row.nomor], centred=True)
    _titled(cells[1], row.judul, row.sections)
    _write_beside(cells[-beside:], row, ())
    _inner_distances((*cells[:2], *cells[-beside:]), drawn.cell)
    cell_margins(chart, x=0, y=0)
    drawn.put(chart, row.flow, row.description, ChartPicture(drawn.relationship(row.id)))


def _write_beside(cells: Sequence[_Cell], row: TableRow | StepRow, empty: Sequence[str]) -> None:
    """Write the cells right of the lanes; `empty` is what stands in one without texts."""
    time, *others = cells[1], cells[0], *cells[2:]
    for cell, lines in zip(others, (row.kelengkapan, row.keluaran, row.keterangan, *row.tambahan), strict=True):
        write(cell, lines or empty)
    write(time, [row.waktu], centred=True)


def _inner_distances(cells: Sequence[_Cell], around: float) -> None:
    """Keep texts off the rules.

    Word gives every cell of a row the largest upper margin of them all, and the chart must begin at the row's top: so
    no cell has one, and the texts keep their distance by themselves.
    """
    for cell in cells:
        cell_margins(cell, x=around, y=0)
        cell.paragraphs[0].paragraph_format.space_before = Mm(around)


def _step_row(table: Table, row: StepRow, drawn: "DrawingContext", picture: ChartPicture) -> None:
    line = add_row(table)
    row_height(line, row.height)
    cells = line.cells
    beside = BESIDE + len(row.tambahan)
    chart = cells[2].merge(cells[-beside - 1])
    write(cells[0], [row.nomor], centred=True)
    write(cells[1], [row.uraian])
    _write_beside(cells[-beside:], row, ("",))
    _inner_distances((*cells[:2], *cells[-beside:]), drawn.cell)
    for cell, count in zip(cells[-beside:], row.spans, strict=True):
        over_rows(cell, count)
    cell_margins(chart, x=0, y=0)
    drawn.put(chart, row.strip, row.description, picture)


def _title_row(table: Table, title: Title, around: float) -> None:
    line = add_row(table)
    text_height(line, title.height)
    cell = line.cells[0].merge(line.cells[-1])
    _titled(cell, title.judul, title.sections)
    cell_margins(cell, x=around, y=0)
    cell.paragraphs[0].paragraph_format.space_before = Mm(around)


def _titled(cell: _Cell, title: str, sections: Sequence[Section]) -> None:
    """Write a title and the lists below it; what goes on from the page before has no title."""
    if title:
        heading = cell.paragraphs[0]
        heading.style = "Heading 2"
        heading.add_run(title)
    for section in sections:
        if section.judul:
            cell.add_paragraph(section.judul, style="Tabel alur")
        dash_items(cell, section.isi)
    if not title and sections:
        cell._tc.remove(cell.paragraphs[0]._p)
