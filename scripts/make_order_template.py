"""Make a fresh templates/surat-perintah/surat-perintah.docx. Afterwards the .docx is the source: staff restyle it."""

from pathlib import Path

from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from scripts.plain_document import fresh_document

ROOT = Path(__file__).parents[1]
CENTRE = WD_ALIGN_PARAGRAPH.CENTER


def gap(document: Document, mm: float) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Mm(mm)


def table(document: Document, rows: int, columns: int, *, ruled: bool = False) -> Table:
    made = document.add_table(rows=rows, cols=columns)
    if ruled:
        made.style = "Table Grid"
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:w"), "57" if ruled else "0")
        element.set(qn("w:type"), "dxa")
        margins.append(element)
    made._tbl.tblPr.append(margins)
    return made


def letterhead(document: Document) -> None:
    cell = table(document, 1, 1).rows[0].cells[0]
    cell.paragraphs[0].add_run("{%p for baris in kop %}")
    cell.add_paragraph("{{ baris }}").alignment = CENTRE
    cell.add_paragraph("{%p endfor %}")
    borders = OxmlElement("w:tcBorders")
    bottom = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "6"), ("space", "0"), ("color", "000000")):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    cell._tc.get_or_add_tcPr().append(borders)


def title(document: Document) -> None:
    heading = document.add_paragraph(style="Heading 1")
    run = heading.add_run("{{ letter }}")
    run.underline, run.font.size = True, None
    heading.alignment = CENTRE
    document.add_paragraph("Nomor : {{ number }}").alignment = CENTRE


def labelled(document: Document, label: str) -> _Cell:
    cells = table(document, 1, 3).rows[0].cells
    cells[0].paragraphs[0].add_run(label)
    cells[1].paragraphs[0].add_run(":")
    return cells[2]


def numbered(holder: _Cell, name: str) -> None:
    holder.paragraphs[0].add_run(f"{{%p for butir in {name} %}}")
    holder.add_paragraph("{{ loop.index }}.\t{{ butir }}", style="Nomor")
    holder.add_paragraph("{%p endfor %}")


def personnel(document: Document) -> None:
    made = table(document, 4, 5, ruled=True)
    for n, cell in enumerate(made.rows[0].cells):
        cell.paragraphs[0].add_run(f"{{{{ heads[{n}] }}}}").bold = True
    made.rows[1].cells[0].paragraphs[0].add_run("{%tr for orang in personel %}")
    parts = ("loop.index", "orang.name", "orang.rank_and_number", "orang.post", "orang.remark")
    for cell, part in zip(made.rows[2].cells, parts, strict=True):
        cell.paragraphs[0].add_run(f"{{{{ {part} }}}}")
    made.rows[3].cells[0].paragraphs[0].add_run("{%tr endfor %}")
    for row in made.rows:
        for cell in row.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            cell.paragraphs[0].alignment = CENTRE
    for cell in made.rows[2].cells[1:]:
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT


def equipment(document: Document) -> None:
    made = table(document, 3, 4)
    made.rows[0].cells[0].paragraphs[0].add_run("{%tr for pasangan in perlengkapan %}")
    cells = made.rows[1].cells
    cells[0].paragraphs[0].add_run("{% if loop.first %}Kelengkapan{% endif %}")
    cells[1].paragraphs[0].add_run("{% if loop.first %}:{% endif %}")
    cells[2].paragraphs[0].add_run("{{ pasangan[0] }}")
    cells[3].paragraphs[0].add_run("{{ pasangan[1] }}")
    made.rows[2].cells[0].paragraphs[0].add_run("{%tr endfor %}")


def blank_lines(cell: _Cell, count: int) -> None:
    for _ in range(count):
        cell.add_paragraph()


def signatures(document: Document) -> None:
    left, right = table(document, 1, 2).rows[0].cells
    blank_lines(left, 2)
    left.add_paragraph("Yang Menerima Perintah,")
    blank_lines(left, 4)
    left.add_paragraph("{{ receiver }}")
    left.add_paragraph("{{ receiver_rank }}")
    right.paragraphs[0].add_run("Dikeluarkan di : {{ place }}")
    right.add_paragraph().add_run("pada tanggal : {{ issued }}").underline = True
    right.add_paragraph().paragraph_format.line_spacing = Mm(1.5)
    right.add_paragraph("{%p for baris in on_behalf %}")
    right.add_paragraph("{{ baris }}")
    right.add_paragraph("{%p endfor %}")
    right.add_paragraph("{{ post }}")
    blank_lines(right, 4)
    name = right.add_paragraph().add_run("{{ name }}")
    name.bold, name.underline = True, True
    right.add_paragraph("{{ rank }}")
    for paragraph in (*left.paragraphs, *right.paragraphs):
        together(paragraph)


def together(paragraph: Paragraph) -> None:
    paragraph.alignment = CENTRE
    paragraph.paragraph_format.keep_with_next = True


def foot(document: Document) -> None:
    left, right = table(document, 1, 2).rows[0].cells
    left.paragraphs[0].add_run("Tembusan :").underline = True
    left.add_paragraph("{%p for butir in copies %}")
    left.add_paragraph("{{ loop.index }}.\t{{ butir }}", style="Nomor")
    left.add_paragraph("{%p endfor %}")
    right.paragraphs[0].add_run("{% if code %}{{ code }}{% endif %}")
    right.add_paragraph().add_run("{% if code %}{{ code_title }}{% endif %}").font.size = Pt(7)
    for paragraph in right.paragraphs:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def main() -> None:
    document = fresh_document()
    style = document.styles["Butir"]
    style.name = "Nomor"
    style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(6), Mm(-6)
    style.paragraph_format.tab_stops.clear_all()
    style.paragraph_format.tab_stops.add_tab_stop(Mm(6))
    document.styles["Heading 1"].font.size = None
    mark = document.sections[0].header.paragraphs[0]
    mark.alignment = CENTRE
    mark.add_run("{{ mark }}").bold = True
    letterhead(document)
    gap(document, 7)
    title(document)
    gap(document, 4)
    labelled(document, "Pertimbangan").paragraphs[0].add_run("{{ consideration }}")
    gap(document, 2)
    numbered(labelled(document, "Dasar"), "basis")
    gap(document, 3)
    heading = document.add_paragraph()
    heading.add_run("DIPERINTAHKAN").bold = True
    heading.alignment = CENTRE
    gap(document, 2)
    labelled(document, "Kepada").paragraphs[0].add_run("{{ to }}")
    gap(document, 1)
    personnel(document)
    gap(document, 2)
    numbered(labelled(document, "Untuk"), "duties")
    gap(document, 2)
    equipment(document)
    gap(document, 2)
    document.add_paragraph("Selesai.")
    gap(document, 3)
    signatures(document)
    gap(document, 2)
    foot(document)
    folder = ROOT / "templates" / "surat-perintah"
    folder.mkdir(parents=True, exist_ok=True)
    document.save(str(folder / "surat-perintah.docx"))


if __name__ == "__main__":
    main()
