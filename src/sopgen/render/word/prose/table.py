"""A table of a prose SOP in Word, behind the paragraph that keeps its place."""

from collections.abc import Sequence
from typing import Final

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Row
from docx.text.paragraph import Paragraph

from sopgen.model.look.prose import ProseLook
from sopgen.plan.chapters.contents import ProseParagraph
from sopgen.render.word.table import CENTRE, exact, head_height, inner_distances, ruled, text_height

CELL: Final = "Isi tabel"


def put_table(document: Document, marker: Paragraph, place: ProseParagraph, look: ProseLook) -> None:
    """Put the table of a place behind its paragraph, as far in as the text that it belongs to."""
    table = place.table
    if table is None:
        return
    made = document.add_table(rows=1 + len(table.rows), cols=len(table.columns))
    marker._p.addnext(made._tbl)
    ruled(made, look.garis)
    head, *rows = made.rows
    head_height(head, table.head_height)
    _write(head, table.heads, is_head=True)
    for row, texts, height in zip(rows, table.rows, table.heights, strict=True):
        text_height(row, height)
        _write(row, texts, is_head=False)
    exact(made, table.columns)
    inner_distances(made, x=look.tabel.mendatar, y=look.tabel.tegak)
    for indent in made._tbl.tblPr.iter(qn("w:tblInd")):
        indent.set(qn("w:w"), str(Mm(place.indent).twips))


def _write(row: _Row, texts: Sequence[str], *, is_head: bool) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = CELL
        paragraph.add_run(text).bold = is_head or None
        if is_head:
            paragraph.alignment = CENTRE
