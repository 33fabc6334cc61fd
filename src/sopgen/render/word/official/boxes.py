"""Measured tables in Word, cell by cell as the plan has them."""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from sopgen.model.look.sop import SopLook
from sopgen.plan.contract.boxes import CellLine, FrontSheet, MeasuredTable, TableCell
from sopgen.plan.letter.contents import height_within
from sopgen.read.emblem import Emblems
from sopgen.render.word.drawing.shapes import ChartPicture
from sopgen.render.word.fill import EMBLEM, RIGHT_EMBLEM, stand_close
from sopgen.render.word.official.drawing import DrawingContext
from sopgen.render.word.sheet import begin_page, shrink
from sopgen.render.word.table import CENTRE, cell_margins, inner_distances, row_height, ruled, spread, text_height


@dataclass(frozen=True)
class BoxContext:
    """What measured tables need of their document: their look, its usual type size (pt), pictures and drawings."""

    look: SopLook
    base_pt: float
    emblems: Emblems
    drawn: DrawingContext


def put_sheets(boxes: BoxContext, sheets: Sequence[FrontSheet], place: Paragraph) -> None:
    """Put pages before a paragraph; between two tables stands a small one."""
    for n, sheet in enumerate(sheets):
        for m, table in enumerate(sheet):
            if n or m:
                between = place.insert_paragraph_before()
                shrink(between) if m else begin_page(between)
            put_box(boxes, table, place._p)


def put_box(boxes: BoxContext, planned: MeasuredTable, before: BaseOxmlElement) -> None:
    """Put a table before an element of the document's body."""
    made = boxes.drawn.document.add_table(rows=len(planned.rows), cols=len(planned.columns))
    before.addprevious(made._tbl)
    around = boxes.look.identitas.jarak_sel
    if planned.ruled:
        ruled(made, boxes.look.garis)
    inner_distances(made, x=around.mendatar, y=around.tegak)
    for row, line in zip(made.rows, planned.rows, strict=True):
        if any(cell.chart for cell in line.cells):
            row_height(row, line.height)
        else:
            text_height(row, line.height)
    grid = [row.cells for row in made.rows]
    for n, column, cell in planned.placed:
        merged = grid[n][column].merge(grid[n + cell.down - 1][column + cell.across - 1])
        if cell.chart:
            picture = ChartPicture(boxes.drawn.relationship(cell.chart.key))
            boxes.drawn.put(merged, cell.chart.flow, cell.chart.description, picture)
        _fill(merged, cell, boxes)
    spread(made, planned.columns)
    for row, line in zip(made.rows, planned.rows, strict=True):
        # Word gives every cell of a row the largest upper margin of them all: the chart begins at its top.
        for one in row._tr.tc_lst if any(cell.chart for cell in line.cells) else ():
            cell_margins(_Cell(one, made), x=around.mendatar * (next(one.iter(qn("w:drawing")), None) is None), y=0)


def _fill(cell: _Cell, planned: TableCell, boxes: BoxContext) -> None:
    for n, line in enumerate(planned.lines):
        _line(cell.paragraphs[0] if n == 0 else cell.add_paragraph(), line, boxes)
    if planned.middle:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for side in ["left"] * planned.open_left + ["right"] * planned.open_right:
        _open(cell, side)


def _line(paragraph: Paragraph, line: CellLine, boxes: BoxContext) -> None:
    form = paragraph.paragraph_format
    form.space_before = Mm(line.before) if line.before else None
    if line.centred:
        paragraph.alignment = CENTRE
    if line.heading:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "0")
        paragraph._p.get_or_add_pPr().append(level)
    if line.emblem:
        _emblem(paragraph, line, boxes)
        return
    if line.indent:
        form.left_indent, form.first_line_indent = Mm(line.indent), Mm(-line.indent)
        form.tab_stops.add_tab_stop(Mm(line.indent), WD_TAB_ALIGNMENT.LEFT)
    run = paragraph.add_run(f"{line.mark}\t{line.text}" if line.indent else line.text)
    run.bold, run.underline = line.bold or None, line.underlined or None
    if line.size != boxes.base_pt:
        run.font.size = Pt(line.size)


def _emblem(paragraph: Paragraph, place: CellLine, boxes: BoxContext) -> None:
    """Put an emblem into its place, which stays without a picture."""
    picture = boxes.emblems.right if place.is_right else boxes.emblems.own
    height = height_within(picture, place.emblem_width, place.emblem) if picture else place.emblem
    form = paragraph.paragraph_format
    form.line_spacing, form.line_spacing_rule = Mm(height), WD_LINE_SPACING.AT_LEAST
    if picture:
        paragraph.add_run().add_picture(io.BytesIO(picture), height=Mm(height))
        for drawing in paragraph._p.iter(qn("wp:docPr")):
            drawing.set("descr", RIGHT_EMBLEM if place.is_right else EMBLEM)
        stand_close(paragraph._p)


def _open(cell: _Cell, side: str) -> None:
    """Take a rule off a cell."""
    properties = cell._tc.get_or_add_tcPr()
    borders = properties.find(qn("w:tcBorders"))
    if borders is None:
        borders = OxmlElement("w:tcBorders")
        later = [qn(f"w:{name}") for name in ("shd", "noWrap", "tcMar", "textDirection", "tcFitText", "vAlign")]
        after = next((one for one in properties if one.tag in later), None)
        properties.append(borders) if after is None else after.addprevious(borders)
    edge = OxmlElement(f"w:{side}")
    edge.set(qn("w:val"), "nil")
    borders.append(edge)
