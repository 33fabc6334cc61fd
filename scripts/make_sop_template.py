"""Make a fresh templates/sop/sop.docx. Afterwards the .docx is the source: staff restyle it in Word."""

from pathlib import Path

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from scripts.plain_document import add_field, border_sides, fresh_document, set_widths

ROOT = Path(__file__).parents[1]
WIDTHS = (82.0, 38.0, 4.0, 56.0)
CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def line(
    holder: Document | _Cell, text: str, *, size: float = 9.5, bold: bool = False, after: float = 0
) -> Paragraph:
    paragraph = holder.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(size), bold
    paragraph.paragraph_format.space_after = Mm(after)
    return paragraph


def emblem(paragraph: Paragraph, heights: tuple[float, float, float]) -> None:
    """Keep the place of the emblem, with or without a picture: room above, its height, room below (mm)."""
    form = paragraph.paragraph_format
    form.space_before, form.line_spacing, form.space_after = map(Mm, heights)
    form.line_spacing_rule = WD_LINE_SPACING.AT_LEAST


def first(cell: _Cell, text: str, *, bold: bool = False) -> Paragraph:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    run.font.size, run.font.bold = Pt(9.5), bold
    return paragraph


def cover(document: Document) -> None:
    title = document.add_paragraph(style="Heading 1")
    title.add_run("{{ sampul.judul[0] }}").font.size = Pt(20)
    title.paragraph_format.space_before, title.paragraph_format.space_after = Mm(25), Mm(3)
    title.alignment = CENTRE
    repeated(document, "baris in sampul.judul[1:]", "{{ baris }}", size=16, bold=True, after=2)
    emblem(line(document, "{{ lambang_sampul }}"), (19, 30, 20))
    line(document, "{{ sampul.tahun }}", size=20, bold=True)
    line(document, "{{ sampul.instansi[0] }}", size=14, bold=True, after=1).paragraph_format.space_before = Mm(122)
    repeated(document, "baris in sampul.instansi[1:]", "{{ baris }}", size=12, after=1)
    for paragraph in document.paragraphs:
        paragraph.alignment = CENTRE


def repeated(
    holder: Document | _Cell, loop: str, text: str, *, size: float, bold: bool = False, after: float = 0
) -> None:
    line(holder, f"{{%p for {loop} %}}")
    line(holder, text, size=size, bold=bold, after=after)
    line(holder, "{%p endfor %}")


def identity(document: Document) -> None:
    table = document.add_table(rows=0, cols=4)
    table.style = "Table Grid"
    rows = [table.add_row() for _ in range(12)]
    set_widths(table, WIDTHS)
    upper_and_lower_margins(table, 1.0)
    left = rows[0].cells[0].merge(rows[8].cells[0])
    letterhead(left)
    label_rows(table)
    approval(rows[7].cells[1].merge(rows[7].cells[3]))
    rows[7].height, rows[7].height_rule = Mm(37), WD_ROW_HEIGHT_RULE.AT_LEAST
    labelled(rows[8].cells, "{{ identitas.nama_sop.judul }}", "{{ identitas.nama_sop.nilai }}", bold=True)
    for n, row in enumerate(rows[9:]):
        section(row.cells[0], f"pasangan[{n}][0]")
        section(row.cells[1].merge(row.cells[3]), f"pasangan[{n}][1]")


def upper_and_lower_margins(table, size: float) -> None:  # type: ignore[no-untyped-def]
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "bottom"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(size * 1440 / 25.4)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(margins)


def letterhead(cell: _Cell) -> None:
    cell.paragraphs[0].paragraph_format.space_after = Mm(2)
    repeated(cell, "baris in kop[:-1]", "{{ baris }}", size=9.5)
    line(cell, "{{ kop[-1] }}").runs[0].font.underline = True
    emblem(line(cell, "{{ lambang_identitas }}"), (8, 22, 8))
    heading = cell.add_paragraph("{{ identitas.satuan_kerja }}", style="Heading 1")
    heading.runs[0].font.size = Pt(10.5)
    heading.paragraph_format.space_after = Mm(4)
    line(cell, "{{ identitas.nama_singkat }}", bold=True)
    for paragraph in cell.paragraphs:
        paragraph.alignment = CENTRE


def label_rows(table) -> None:  # type: ignore[no-untyped-def]
    for n in range(5):
        labelled(table.rows[n].cells, f"{{{{ baris_identitas[{n}][0] }}}}", f"{{{{ baris_identitas[{n}][1] }}}}")
    for n in (6, 5):
        table._tbl.remove(table.rows[n]._tr)


def labelled(cells: tuple[_Cell, ...], label: str, value: str, *, bold: bool = False) -> None:
    first(cells[1], label)
    first(cells[2], ":")
    first(cells[3], value, bold=bold)
    border_sides(cells[1], right=False)
    border_sides(cells[2], left=False, right=False)
    border_sides(cells[3], left=False)


def approval(cell: _Cell) -> None:
    cell.paragraphs[0].paragraph_format.space_after = Mm(22)
    name = line(cell, "{{ identitas.pengesah.nama }}", bold=True)
    name.runs[0].font.underline = True
    line(cell, "{{ identitas.pengesah.pangkat }} NRP {{ identitas.pengesah.nrp }}")
    for paragraph in cell.paragraphs:
        paragraph.alignment = CENTRE
        paragraph.paragraph_format.keep_with_next = True


def section(cell: _Cell, name: str) -> None:
    title = first(cell, f"{{{{ {name}.judul }}}}", bold=True)
    title.paragraph_format.space_before, title.paragraph_format.space_after = Mm(1), Mm(1)
    line(cell, f"{{%p for butir in {name}.isi %}}")
    item = line(cell, "-\t{{ butir }}")
    item.style = "Butir"
    line(cell, "{%p endfor %}")


def main() -> None:
    document = fresh_document()
    mark(document.sections[0].header.paragraphs[0])
    cover(document)
    part = document.add_section(WD_SECTION.NEW_PAGE)
    part.header.is_linked_to_previous = False
    page_number(part.header.paragraphs[0])
    mark(part.header.add_paragraph())
    identity(document)
    across = document.add_section(WD_SECTION.NEW_PAGE)
    across.header.is_linked_to_previous = False
    page_number(across.header.paragraphs[0])
    mark(across.header.add_paragraph())
    document.add_paragraph("{{ tabel_alur }}", style="Tabel alur")
    for paragraph in document.element.body.iter(qn("w:p")):
        paragraph.get_or_add_pPr()
    (ROOT / "templates" / "sop").mkdir(parents=True, exist_ok=True)
    document.save(str(ROOT / "templates" / "sop" / "sop.docx"))


def mark(paragraph: Paragraph) -> None:
    """Leave the place of the words that mark a draft or an example."""
    paragraph.alignment = CENTRE
    run = paragraph.add_run("{{ tanda }}")
    run.font.size, run.font.bold = Pt(9), True


def page_number(paragraph: Paragraph) -> None:
    paragraph.alignment = CENTRE
    add_field(paragraph, "PAGE")
    for run in paragraph.runs:
        run.font.size = Pt(9)


if __name__ == "__main__":
    main()
