"""Make a fresh templates/matriks-perubahan/matriks-perubahan.docx. Afterwards the .docx is the source."""

from pathlib import Path

from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from scripts.make_form_templates import begin_sheets, end_sheets
from scripts.make_order_template import letterhead
from scripts.plain_document import add_field, fresh_document

ROOT = Path(__file__).parents[1]
CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def styles(document: Document) -> None:
    """Set every line at 11.5 points: the PDF sets it so, too, and the plan measures so."""
    normal, heading = document.styles["Normal"], document.styles["Heading 1"]
    for style, size, pitch in ((normal, 9.5, 11.5), (heading, 12, 14.5)):
        style.font.size = Pt(size)
        style.paragraph_format.line_spacing = Pt(pitch)
        style.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    for name in ("Butir", "Tabel alur", "Butir tabel", "Heading 2"):
        style = document.styles[name]
        style.element.getparent().remove(style.element)


def gap(document: Document, mm: float) -> None:
    document.add_paragraph().paragraph_format.line_spacing = Mm(mm)


def title(document: Document) -> None:
    document.add_paragraph("{{ heading }}", style="Heading 1").alignment = CENTRE
    name = document.add_paragraph()
    name.alignment = CENTRE
    name.add_run("{{ sop }}").bold = True


def margins(table: Table, *, x: float, y: float) -> None:
    element = OxmlElement("w:tblCellMar")
    for side, size in (("top", y), ("left", x), ("bottom", y), ("right", x)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(size * 1440 / 25.4)))
        margin.set(qn("w:type"), "dxa")
        element.append(margin)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(element)


def editions(document: Document) -> None:
    table = document.add_table(rows=3, cols=3)
    margins(table, x=0, y=0)
    table.rows[0].cells[0].paragraphs[0].add_run("{%tr for edisi in editions %}")
    for cell, text in zip(table.rows[1].cells, ("{{ edisi[0] }}", ":", "{{ edisi[1] }}"), strict=True):
        cell.paragraphs[0].add_run(text)
    table.rows[2].cells[0].paragraphs[0].add_run("{%tr endfor %}")


def matrix(document: Document) -> None:
    """Add a table a page; each but the first begins it."""
    begin_sheets(document)
    table = document.add_table(rows=4, cols=5)
    table.style = "Table Grid"
    margins(table, x=1.6, y=0.7)
    for n, cell in enumerate(table.rows[0].cells):
        cell.paragraphs[0].add_run(f"{{{{ heads[{n}] }}}}").bold = True
        cell.paragraphs[0].alignment = CENTRE
    table.rows[1].cells[0].paragraphs[0].add_run("{%tr for baris in lembar %}")
    number, *others = table.rows[2].cells
    number.paragraphs[0].add_run("{{ baris.number }}")
    number.paragraphs[0].alignment = CENTRE
    for cell, name in zip(others, ("part", "old", "new", "reason"), strict=True):
        lines(cell, f"baris.{name}")
    table.rows[3].cells[0].paragraphs[0].add_run("{%tr endfor %}")
    keep_whole(table.rows[0], "w:cantSplit", "w:tblHeader")
    keep_whole(table.rows[2], "w:cantSplit")
    end_sheets(document)


def keep_whole(row: _Row, *properties: str) -> None:
    for name in properties:
        row._tr.get_or_add_trPr().append(OxmlElement(name))


def lines(cell: _Cell, name: str) -> None:
    """Print a paragraph a line; words that changed are underlined."""
    cell.paragraphs[0].add_run(f"{{%p for kalimat in {name} %}}")
    paragraph = cell.add_paragraph()
    paragraph.add_run("{%r for kata in kalimat %}")
    paragraph.add_run("{%r if kata.marked %}")
    paragraph.add_run("{{ kata.text }}").underline = True
    paragraph.add_run("{%r else %}")
    paragraph.add_run("{{ kata.text }}")
    paragraph.add_run("{%r endif %}")
    paragraph.add_run("{%r endfor %}")
    cell.add_paragraph("{%p endfor %}")


def head_of_page(paragraph: Paragraph) -> None:
    paragraph.alignment = CENTRE
    add_field(paragraph, "PAGE")
    for run in paragraph.runs:
        run.font.size = Pt(9)


def main() -> None:
    document = fresh_document()
    styles(document)
    section = document.sections[0]
    section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = Mm(330), Mm(215)
    head_of_page(section.header.paragraphs[0])
    mark = section.header.add_paragraph()
    mark.alignment = CENTRE
    mark.add_run("{{ mark }}").bold = True
    letterhead(document)
    gap(document, 6)
    title(document)
    gap(document, 4)
    editions(document)
    gap(document, 3)
    matrix(document)
    document.add_paragraph("{{ note }}").paragraph_format.space_before = Mm(1)
    folder = ROOT / "templates" / "matriks-perubahan"
    folder.mkdir(parents=True, exist_ok=True)
    document.save(str(folder / "matriks-perubahan.docx"))


if __name__ == "__main__":
    main()
