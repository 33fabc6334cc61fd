"""The measured tables of front pages in Word, where the template has their place."""

import io
from collections.abc import Mapping, Sequence
from typing import cast

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from sopgen.errors import TemplateError
from sopgen.messages import say
from sopgen.plan.contract.boxes import CellLine, FrontSheet, MeasuredTable, TableCell
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.letter.contents import height_within
from sopgen.render.word.drawing.elements import ids
from sopgen.render.word.drawing.shapes import ChartPicture
from sopgen.render.word.fill import EMBLEM, RIGHT_EMBLEM, stand_close
from sopgen.render.word.named import tables_of
from sopgen.render.word.official.drawing import DrawingContext
from sopgen.render.word.official.identity import NAME
from sopgen.render.word.sheet import begin_page, new_page_before, shrink
from sopgen.render.word.table import CENTRE, cell_margins, inner_distances, row_height, ruled, spread, text_height


def front_tables(
    document: Document, plan: DocumentPlan, pictures: Mapping[str, bytes], marker: str, template: str
) -> None:
    """Put the tables of the front pages in their place.

    `pictures` are the PNG charts for readers that know no shapes. Raises TemplateError where the template has no
    place for the tables.
    """
    drawn = DrawingContext(document, pictures, ids(), plan.look.alur.jarak_sel)
    leading = _decree(document, plan, drawn)
    if plan.front:
        place = _place(document, marker, template)
        _sheets(document, [*leading, *plan.opening, *plan.front], place, plan, drawn)
        document.element.body.remove(place._p)
        return
    for one in plan.initials:
        end = _section_end(document, plan, template)
        shrink(end.insert_paragraph_before())
        _table(document, one, plan, end._p, drawn)
    if leading or plan.opening:
        identity = tables_of(document, NAME, len(plan.identity_columns), template)[0]
        new_page_before(identity)
        place = Paragraph(cast("CT_P", identity._tbl.getprevious()), identity._parent)
        _sheets(document, [*leading, *plan.opening], place, plan, drawn)
        _annex(document, plan, identity._tbl, drawn)


def _decree(document: Document, plan: DocumentPlan, drawn: DrawingContext) -> tuple[FrontSheet, ...]:
    """Put the decree before the cover; return its pages where there is no cover: they come before the head."""
    if plan.cover is None or not plan.decree:
        return plan.decree
    first = document.paragraphs[0]
    place = first.insert_paragraph_before()
    _sheets(document, plan.decree, place, plan, drawn)
    begin_page(place)
    for table in plan.annex:
        _table(document, table, plan, first._p, drawn)
    return ()


def _annex(document: Document, plan: DocumentPlan, before: BaseOxmlElement, drawn: DrawingContext) -> None:
    """Put the head of the annex above the identity table, where there is no cover."""
    for table in plan.annex if plan.cover is None else ():
        _table(document, table, plan, before, drawn)
        between = cast("CT_P", OxmlElement("w:p"))
        before.addprevious(between)
        shrink(Paragraph(between, document._body))


def _section_end(document: Document, plan: DocumentPlan, template: str) -> Paragraph:
    """Return the paragraph that ends the section of the identity table."""
    identity = tables_of(document, NAME, len(plan.identity_columns), template)[0]
    ends = (one for one in identity._tbl.itersiblings() if one.find(f".//{qn('w:sectPr')}") is not None)
    return Paragraph(cast("CT_P", next(ends)), identity._parent)


def _place(document: Document, marker: str, template: str) -> Paragraph:
    place = next((paragraph for paragraph in document.paragraphs if paragraph.text.strip() == marker), None)
    if place is None:
        raise TemplateError(
            say(
                "{file}: no paragraph holds {tag} alone. fix: write it in a paragraph of its own behind the identity "
                "table, as the shipped template has it",
                file=template,
                tag="{{ halaman_depan }}",
            )
        )
    return place


def _sheets(
    document: Document, sheets: Sequence[FrontSheet], place: Paragraph, plan: DocumentPlan, drawn: DrawingContext
) -> None:
    """Put pages before a paragraph; between two tables stands a small one."""
    for n, sheet in enumerate(sheets):
        for m, table in enumerate(sheet):
            if n or m:
                between = place.insert_paragraph_before()
                shrink(between) if m else begin_page(between)
            _table(document, table, plan, place._p, drawn)


def _table(
    document: Document, planned: MeasuredTable, plan: DocumentPlan, before: BaseOxmlElement, drawn: DrawingContext
) -> None:
    made = document.add_table(rows=len(planned.rows), cols=len(planned.columns))
    before.addprevious(made._tbl)
    around = plan.look.identitas.jarak_sel
    if planned.ruled:
        ruled(made, plan.look.garis)
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
            picture = ChartPicture(drawn.relationship(cell.chart.key))
            drawn.put(merged, cell.chart.flow, cell.chart.description, picture)
        _fill(merged, cell, plan)
    spread(made, planned.columns)
    for row, line in zip(made.rows, planned.rows, strict=True):
        # Word gives every cell of a row the largest upper margin of them all: the chart begins at its top.
        for one in row._tr.tc_lst if any(cell.chart for cell in line.cells) else ():
            cell_margins(_Cell(one, made), x=around.mendatar * (next(one.iter(qn("w:drawing")), None) is None), y=0)


def _fill(cell: _Cell, planned: TableCell, plan: DocumentPlan) -> None:
    for n, line in enumerate(planned.lines):
        _line(cell.paragraphs[0] if n == 0 else cell.add_paragraph(), line, plan)
    if planned.middle:
        cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for side in ["left"] * planned.open_left + ["right"] * planned.open_right:
        _open(cell, side)


def _line(paragraph: Paragraph, line: CellLine, plan: DocumentPlan) -> None:
    form = paragraph.paragraph_format
    form.space_before = Mm(line.before) if line.before else None
    if line.centred:
        paragraph.alignment = CENTRE
    if line.heading:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "0")
        paragraph._p.get_or_add_pPr().append(level)
    if line.emblem:
        _emblem(paragraph, line, plan)
        return
    if line.indent:
        form.left_indent, form.first_line_indent = Mm(line.indent), Mm(-line.indent)
        form.tab_stops.add_tab_stop(Mm(line.indent), WD_TAB_ALIGNMENT.LEFT)
    run = paragraph.add_run(f"{line.mark}\t{line.text}" if line.indent else line.text)
    run.bold, run.underline = line.bold or None, line.underlined or None
    if line.size != plan.look.identitas.ukuran:
        run.font.size = Pt(line.size)


def _emblem(paragraph: Paragraph, place: CellLine, plan: DocumentPlan) -> None:
    """Put an emblem into its place, which stays without a picture."""
    picture = plan.right_emblem if place.is_right else plan.emblem
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
