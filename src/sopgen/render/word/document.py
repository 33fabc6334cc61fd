"""From the document's plan to DOCX: the template fills cover and identity; the flow table is built here."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.section import Section as PageSection
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from sopgen.errors import TemplateError
from sopgen.model.sop import Section
from sopgen.plan.columns import CELL
from sopgen.plan.document import HEAD_ROWS, DocumentPlan, TableRow, TableSheet, as_data
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.steps import StepPart, StepRow, Title
from sopgen.render.package import normalise
from sopgen.render.word.fill import Properties, fill, save
from sopgen.render.word.shapes import ChartPicture, Ids, chart_run, ids
from sopgen.render.word.table import add_row, cell_margins, dash_items, exact, row_height, write
from sopgen.render.word.word_art import under_pages

MARKER = "[[tabel_alur]]"
COVER_EMBLEM, IDENTITY_EMBLEM = 30.0, 22.0


def render(plan: DocumentPlan, template: Path, pictures: Mapping[str, bytes]) -> bytes:
    """Return the official document; `pictures` are the PNG charts for readers that know no shapes.

    Raises TemplateError where the template lacks the place of the flow table.
    """
    sop = plan.sop
    context = {**as_data(plan), "tabel_alur": MARKER, "lambang_sampul": "", "lambang_identitas": ""}
    number = sop.identitas.nomor_sop.nilai
    properties = Properties(sop.marked(sop.judul), number, plan.unit.nama, plan.day, sop.watermark)
    emblems = {"lambang_sampul": COVER_EMBLEM, "lambang_identitas": IDENTITY_EMBLEM}
    pictures_of = {key: (plan.emblem, height) for key, height in emblems.items()} if plan.emblem else {}
    filled = fill(template, context, properties, pictures_of)
    document = filled.docx
    _pages(document, plan)
    _type_size(document, plan.font_pt)
    _flow_tables(document, plan, pictures)
    if plan.watermark:
        under_pages(document, plan.watermark)
    return normalise(save(filled), day=plan.day)


def _pages(document: Document, plan: DocumentPlan) -> None:
    *upright, across = document.sections
    for section in upright:
        _page(section, plan.upright, WD_ORIENTATION.PORTRAIT)
    _page(across, plan.across, WD_ORIENTATION.LANDSCAPE)


def _page(section: PageSection, sheet: TableSheet, orientation: WD_ORIENTATION) -> None:
    section.orientation = orientation
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
    section.left_margin, section.right_margin = Mm(sheet.left), Mm(sheet.right)


def _type_size(document: Document, size: float) -> None:
    for style in ("Tabel alur", "Butir tabel", "Heading 2"):
        document.styles[style].font.size = Pt(size)


def _flow_tables(document: Document, plan: DocumentPlan, pictures: Mapping[str, bytes]) -> None:
    """Put a table a page at the marker; between two stands a paragraph of 1 pt that begins the next page."""
    marker = next((paragraph for paragraph in document.paragraphs if paragraph.text == MARKER), None)
    if marker is None:
        raise TemplateError("sop.docx: no paragraph {{ tabel_alur }}. fix: put it where the flow table stands")
    drawn = DrawingContext(document, pictures, ids())
    makers = [partial(_activity_rows, rows) for rows in plan.sheets] + [
        partial(_parts, parts) for parts in plan.steps
    ]
    for n, make in enumerate(makers):
        if n:
            _small(marker.insert_paragraph_before(), new_page=True)
        table = document.add_table(rows=2, cols=len(plan.columns), style="Table Grid")
        marker._p.addprevious(table._tbl)
        make(table, drawn)
        exact(table, plan.columns)
        _head(table, plan)
    for run in marker.runs:
        marker._p.remove(run._r)
    _small(marker, new_page=False)


def _activity_rows(rows: tuple[TableRow, ...], table: Table, drawn: "DrawingContext") -> None:
    for row in rows:
        _row(table, row, drawn)


def _parts(parts: tuple[StepPart, ...], table: Table, drawn: "DrawingContext") -> None:
    for part in parts:
        if part.title:
            _title_row(table, part.title)
        top = 0.0
        for row in part.rows:
            cut = ChartPicture(
                drawn.relationship(part.key), top / part.flow.height, 1 - (top + row.height) / part.flow.height
            )
            _step_row(table, row, drawn, cut)
            top += row.height


def _small(paragraph: Paragraph, *, new_page: bool) -> None:
    form = paragraph.paragraph_format
    form.line_spacing = Mm(0.4)
    form.page_break_before = new_page


def _head(table: Table, plan: DocumentPlan) -> None:
    heads, lanes = plan.sop.kepala_tabel, plan.sop.pelaksana
    last = 2 + len(lanes)
    rows = table.rows
    for row, height in zip(rows, HEAD_ROWS, strict=False):
        row_height(row, height, head=True)
    top, below = rows[0].cells, rows[1].cells
    tall = ((0, heads.nomor), (1, heads.kegiatan), (last + 3, heads.keterangan))
    for column, text in tall:
        _title(top[column].merge(below[column]), text)
    _title(top[2].merge(top[last - 1]), heads.pelaksana)
    _title(top[last].merge(top[last + 2]), heads.mutu_baku)
    lane_titles = [lane.label for lane in lanes]
    for column, text in enumerate([*lane_titles, heads.kelengkapan, heads.waktu, heads.keluaran], 2):
        _title(below[column], text)


def _title(cell: _Cell, text: str) -> None:
    write(cell, [text], bold=True, centred=True)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    cell_margins(cell, x=0.5, y=0)


def _row(table: Table, row: TableRow, drawn: "DrawingContext") -> None:
    line = add_row(table)
    row_height(line, row.height)
    cells = line.cells
    chart = cells[2].merge(cells[-5])
    write(cells[0], [row.nomor], centred=True)
    _titled(cells[1], row.judul, (row.maksud, row.tujuan))
    for cell, lines in ((cells[-4], row.kelengkapan), (cells[-2], row.keluaran), (cells[-1], row.keterangan)):
        write(cell, lines)
    write(cells[-3], [row.waktu], centred=True)
    _inner_distances(cells)
    cell_margins(chart, x=0, y=0)
    drawn.put(chart, row.flow, row.description, ChartPicture(drawn.relationship(row.id)))


def _inner_distances(cells: Sequence[_Cell]) -> None:
    """Keep texts off the rules.

    Word gives every cell of a row the largest upper margin of them all, and the chart must begin at the row's top: so
    no cell has one, and the texts keep their distance by themselves.
    """
    for cell in (cells[0], cells[1], *cells[-4:]):
        cell_margins(cell, x=CELL, y=0)
        cell.paragraphs[0].paragraph_format.space_before = Mm(CELL)


def _step_row(table: Table, row: StepRow, drawn: "DrawingContext", picture: ChartPicture) -> None:
    line = add_row(table)
    row_height(line, row.height)
    cells = line.cells
    chart = cells[2].merge(cells[-5])
    write(cells[0], [row.nomor], centred=True)
    write(cells[1], [row.uraian])
    for cell, lines in ((cells[-4], row.kelengkapan), (cells[-2], row.keluaran), (cells[-1], row.keterangan)):
        write(cell, lines or [""])
    write(cells[-3], [row.waktu], centred=True)
    _inner_distances(cells)
    cell_margins(chart, x=0, y=0)
    drawn.put(chart, row.strip, row.description, picture)


def _title_row(table: Table, title: Title) -> None:
    line = add_row(table)
    row_height(line, title.height)
    cell = line.cells[0].merge(line.cells[-1])
    _titled(cell, title.judul, title.sections)
    cell_margins(cell, x=CELL, y=0)
    cell.paragraphs[0].paragraph_format.space_before = Mm(CELL)


def _titled(cell: _Cell, title: str, sections: Sequence[Section]) -> None:
    heading = cell.paragraphs[0]
    heading.style = "Heading 2"
    heading.add_run(title)
    for section in sections:
        cell.add_paragraph(section.judul, style="Tabel alur")
        dash_items(cell, section.isi)


@dataclass(frozen=True)
class DrawingContext:
    """What drawings need of the document: it, the PNG of each drawing for old readers, numbers."""

    document: Document
    pictures: Mapping[str, bytes]
    next_id: Ids

    def relationship(self, key: str) -> str:
        """Return the id of a drawing's picture in the document; the same picture has one."""
        relationship, _ = self.document.part.get_or_add_image(io.BytesIO(self.pictures[key]))
        return relationship

    def put(self, cell: _Cell, flow: FlowPlan, description: str, picture: ChartPicture) -> None:
        """Put a drawing into a cell."""
        paragraph = cell.paragraphs[0]
        paragraph.style = "Tabel alur"
        paragraph._p.append(chart_run(flow, description=description, picture=picture, next_id=self.next_id))
