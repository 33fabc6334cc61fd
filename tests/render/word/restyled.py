"""What staff do to a Word template, made by python-docx, lxml and LibreOffice: each a change of the file in place."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from sopgen.tools import libreoffice

PICTURE = Path(__file__).parents[3] / "docs" / "contoh-halaman.png"
Change = Callable[[Document], None]


def change(path: Path, how: Change) -> None:
    document = docx.Document(str(path))
    how(document)
    document.save(str(path))


def save_by_office(path: Path, folder: Path) -> None:
    """Have LibreOffice open and save the file as DOCX."""
    office = libreoffice.program()
    assert office is not None
    out = folder / "disimpan"
    printing = libreoffice.argv(office, folder / "profil", path)
    start = printing[: printing.index("--convert-to")]
    words = [*start, "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(path)]
    subprocess.run(words, capture_output=True, check=True)
    path.write_bytes((out / path.name).read_bytes())


def other_face(document: Document) -> None:
    for style in document.styles:
        if style.element.find(qn("w:rPr")) is not None:
            style.font.name = "Courier New"


def larger_type(document: Document) -> None:
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(28)


def larger_spacing(document: Document) -> None:
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    for paragraph in (*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)):
        if paragraph.style and paragraph.style.name not in ("Normal", "Tabel alur"):
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Mm(2.5)


def exact_rows(document: Document) -> None:
    for table in document.tables:
        for row in table.rows:
            row.height, row.height_rule = Mm(3), WD_ROW_HEIGHT_RULE.EXACTLY


def wider_columns(document: Document) -> None:
    for table in document.tables:
        for column in table.columns:
            column.width = Mm(20)


def split_runs(document: Document) -> None:
    """Put every letter of a paragraph into a run of its own, as Word does where its spelling is looked at."""
    for paragraph in document.paragraphs:
        for run in list(paragraph.runs):
            for letter in run.text[1:]:
                paragraph.add_run(letter)
            run.text = run.text[:1]


def added_table(document: Document) -> None:
    document.add_table(rows=1, cols=3).rows[0].cells[0].text = "Tabel tambahan"


def added_picture(document: Document) -> None:
    document.paragraphs[-1].insert_paragraph_before().add_run().add_picture(str(PICTURE), height=Mm(3))


def added_paragraph(document: Document) -> None:
    document.paragraphs[-1].insert_paragraph_before("Paragraf tambahan")


def added_page_break(document: Document) -> None:
    document.paragraphs[-1].insert_paragraph_before("Halaman tambahan").add_run().add_break(WD_BREAK.PAGE)


# What prints right in both formats.
HARMLESS: dict[str, Change] = {
    one.__name__: one for one in (other_face, larger_type, larger_spacing, exact_rows, wider_columns, split_runs)
}
# What is in Word only: told by `check` and `build`, and printed by Word.
WORD_ONLY: dict[str, Change] = {
    one.__name__: one for one in (added_table, added_picture, added_paragraph, added_page_break)
}
