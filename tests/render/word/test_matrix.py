"""The matrix of changes: DOCX and PDF say the same, sound, in their own font, the same each time."""

import random
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from tests.checkers import CHECKERS, assert_sound
from tests.compare.edits import edited, with_
from tests.documents import docx_lines, office_pdf, office_pdfs, page_sizes, page_words, pdf_fonts, pdf_pages, run
from tests.looks import MATRIX_LOOK
from tests.render.word.test_document import ATTACKS

from sopgen.compare.changes import changes
from sopgen.errors import TemplateError
from sopgen.model.sop import Sop
from sopgen.plan.contract.matrix import MatrixPlan
from sopgen.plan.contract.tags import as_data
from sopgen.plan.matrix.plan import HEADS, plan_matrix
from sopgen.read.load import Edition, load_edition
from sopgen.render import typst
from sopgen.render.word import matrix

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "templates" / "matriks-perubahan"
MEDIASI = load_edition(ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml")
LONG = " ".join(f"kata{n} yang panjang" for n in range(170))


def made(plan: MatrixPlan) -> tuple[bytes, bytes]:
    """Return both formats without the word across the pages, which is text in one of them only."""
    plan = replace(plan, watermark=None)
    data = as_data(plan)
    docx = matrix.to_docx(plan, data, FOLDER / "matriks-perubahan.docx")
    return docx, typst.render(FOLDER / "matriks-perubahan.typ", data, day=plan.day)


def long_ones(sop: Sop) -> tuple[Sop, Sop]:
    """Return two editions that differ in a text longer than a page, in a very long word and in an activity."""
    old = with_(sop, "dasar_hukum.isi.0", LONG)
    new = with_(old, "dasar_hukum.isi.0", LONG.replace("kata77", "kata tujuh puluh tujuh"))
    new = with_(new, "peralatan.isi.0", "https://contoh.go.id/" + "x" * 150)
    new = with_(new, "alasan_perubahan", [{"di": "dasar_hukum", "alasan": "Penyesuaian dengan ketentuan " * 20}])
    return old, with_(new, "kegiatan", [one.model_dump(mode="json") for one in new.kegiatan[:1]])


def letters(pdf: bytes) -> list[list[str]]:
    """Return the letters of each page in a fixed order, without the marks of where a word may break."""
    return [sorted("".join(re.sub("[-\u200b]", "", page).split())) for page in pdf_pages(pdf)]


def random_pair(seed: int, edition: Edition) -> tuple[Sop, Sop]:
    """Return two editions that differ in much, tall texts and the paper too."""
    chance = random.Random(seed)
    old = edited(edition.sop, seed, most=30)
    new = edited(chance.choice([old, MEDIASI.sop]), seed + 1, most=30)
    margin = {"atas": chance.choice([5, 15, 20, 33]), "bawah": chance.choice([5, 15, 27.5]), "kiri": 25, "kanan": 15}
    new = with_(new, "halaman.tabel", {"kertas": chance.choice(["A4", "F4"]), "margin": margin})
    words = " ".join(chance.choices(LONG.split(), k=chance.choice([60, 200, 500])))
    return old, with_(new, "peringatan.isi.0", words)


@pytest.mark.exe
def test_docx_and_pdf_say_the_same_on_as_many_pages(edition: Edition) -> None:
    for old, new in ((edition.sop, MEDIASI.sop), (edition.sop, edition.sop)):
        docx, pdf = made(plan_matrix(old, new, edition.unit, MATRIX_LOOK))
        assert page_words(pdf) == page_words(office_pdf(docx))


@pytest.mark.exe
def test_pages_of_random_editions_begin_where_the_plan_says(edition: Edition, tmp_path: Path) -> None:
    pairs = [random_pair(seed, edition) for seed in range(0, 12, 2)]
    plans = {
        str(n): plan_matrix(*pair, edition.unit, MATRIX_LOOK)
        for n, pair in enumerate([*pairs, long_ones(edition.sop)])
    }
    both = {name: made(plan) for name, plan in plans.items()}
    printed = office_pdfs({name: docx for name, (docx, _) in both.items()}, tmp_path)
    for name, plan in plans.items():
        assert letters(both[name][1]) == letters(printed[name])
        assert [len(plan.sheets), len(plan.sheets)] == [len(tables_of(both[name][0])), len(letters(printed[name]))]


def tables_of(docx: bytes) -> list[Table]:
    return [table for table in Document(BytesIO(docx)).tables if len(table.columns) == len(HEADS)]


@pytest.mark.exe
def test_long_rows_go_on_over_pages_and_short_ones_stay_whole(edition: Edition) -> None:
    old, new = long_ones(edition.sop)
    plan = plan_matrix(old, new, edition.unit, MATRIX_LOOK)
    docx, pdf = made(plan)
    for pages in (pdf_pages(office_pdf(docx)), pdf_pages(pdf)):
        assert [True] * len(pages) == [all(head in page for head in HEADS) for page in pages]
        assert [False, True] == ["kata169" in page for page in pages[:2]]
        assert "kata0" in pages[0]
    first, second, third, *_ = ([row.number for row in sheet] for sheet in plan.sheets)
    assert (["1."], ["", "2.", "3."], ["", "4."]) == (first, second, third)
    parts = (plan.sheets[0][0], plan.sheets[1][0])
    lines = [line for part in parts for cell in part.cells for line in cell]
    assert ["kata77", "kata tujuh puluh tujuh"] == [piece.text for line in lines for piece in line if piece.marked]
    rows = [row for table in tables_of(docx) for row in table.rows]
    assert [True] * len(rows) == [row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in rows]


def test_rows_are_cut_between_words_and_nothing_is_lost(edition: Edition) -> None:
    for seed in range(0, 40, 2):
        old, new = random_pair(seed, edition)
        plan = plan_matrix(old, new, edition.unit, MATRIX_LOOK)
        told: list[list[list[str]]] = []
        for row in (row for sheet in plan.sheets for row in sheet):
            told += [[[], [], [], []]] if row.number else []
            for words, cell in zip(told[-1], row.cells, strict=True):
                words += [word for line in cell for word in "".join(segment.text for segment in line).split()]
        found = changes(old, new)
        texts = [((one.part,), one.old or ("-",), one.new or ("Dihapus",), (one.reason,)) for one in found]
        assert [[" ".join(cell).split() for cell in cells] for cells in texts] == told


@pytest.mark.exe
def test_the_pdf_is_archival_and_has_arimo_only(edition: Edition, tmp_path: Path) -> None:
    _, pdf = made(plan_matrix(edition.sop, MEDIASI.sop, edition.unit, MATRIX_LOOK))
    assert {("Arimo-Regular", True)} == {(name, inside) for name, inside in pdf_fonts(pdf, tmp_path)}
    assert {(330, 215)} == {(round(width), round(height)) for width, height in page_sizes(pdf, tmp_path)}
    (tmp_path / "x.pdf").write_bytes(pdf)
    run("qpdf", "--check", tmp_path / "x.pdf")
    with pikepdf.open(BytesIO(pdf)) as document:
        metadata = document.open_metadata()
        assert ("2", "A") == (metadata["pdfaid:part"], metadata["pdfaid:conformance"])


def test_the_word_across_the_pages_of_what_is_not_in_force_stands_in_word(edition: Edition) -> None:
    plan = plan_matrix(edition.sop, MEDIASI.sop, edition.unit, MATRIX_LOOK)
    assert plan.watermark
    docx = matrix.to_docx(plan, as_data(plan), FOLDER / "matriks-perubahan.docx")
    headers = [section.header._element.xml for section in Document(BytesIO(docx)).sections]
    assert all(f'alt="{plan.watermark.word}"' in header for header in headers)


def test_the_same_editions_give_the_same_bytes(edition: Edition) -> None:
    first, second = (made(plan_matrix(edition.sop, MEDIASI.sop, edition.unit, MATRIX_LOOK)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("checker", CHECKERS)
def test_the_docx_is_sound_for(checker: str, edition: Edition, tmp_path: Path) -> None:
    path = tmp_path / "matriks.docx"
    path.write_bytes(made(plan_matrix(edition.sop, MEDIASI.sop, edition.unit, MATRIX_LOOK))[0])
    assert_sound(checker, tmp_path)


@pytest.mark.exe
def test_text_never_becomes_code(edition: Edition) -> None:
    new = with_(edition.sop, "peringatan.isi", list(ATTACKS))
    new = with_(new, "alasan_perubahan", [{"di": "peringatan", "alasan": "{{ 8*8 }} #eval(2) <i>"}])
    docx, pdf = made(plan_matrix(edition.sop, new, edition.unit, MATRIX_LOOK))
    for text in ("".join(docx_lines(docx)), "".join(pdf_pages(pdf))):
        for attack in (*ATTACKS, "{{ 8*8 }} #eval(2) <i>"):
            assert "".join(attack.split()) in "".join(text.split())


def test_words_that_changed_are_underlined_and_the_rest_is_not(edition: Edition) -> None:
    new = with_(edition.sop, "dasar_hukum.isi.3", "Perkap Nomor 3 Tahun 2015 tentang pemolisian masyarakat")
    docx, _ = made(plan_matrix(edition.sop, new, edition.unit, MATRIX_LOOK))
    cells = Document(BytesIO(docx)).tables[-1].rows[1].cells
    marked = [[run.text for p in cell.paragraphs for run in p.runs if run.underline] for cell in cells]
    assert [[], [], ["nomor", "thn"], ["Nomor", "Tahun"], []] == marked
    assert "Kata yang berubah digarisbawahi." == docx_lines(docx)[-1]


def test_nothing_changed_is_said(edition: Edition) -> None:
    docx, _ = made(plan_matrix(edition.sop, edition.sop, edition.unit, MATRIX_LOOK))
    assert "Tidak ada perubahan." == docx_lines(docx)[-1]


def test_a_table_that_the_matrix_does_not_know_stays_as_it_is(edition: Edition, tmp_path: Path) -> None:
    template = Document(str(FOLDER / "matriks-perubahan.docx"))
    template.add_table(rows=1, cols=4).rows[0].cells[0].text = "Tabel tambahan"
    template.save(str(tmp_path / "lain.docx"))
    plan = plan_matrix(edition.sop, edition.sop, edition.unit, MATRIX_LOOK)
    assert "Tabel tambahan" in docx_lines(matrix.to_docx(plan, as_data(plan), tmp_path / "lain.docx"))


def test_a_table_of_other_columns_is_named(edition: Edition, tmp_path: Path) -> None:
    template = Document(str(FOLDER / "matriks-perubahan.docx"))
    template.tables[2].add_column(Mm(9))
    template.save(str(tmp_path / "lain.docx"))
    plan = plan_matrix(edition.sop, edition.sop, edition.unit, MATRIX_LOOK)
    with pytest.raises(TemplateError, match=r'lain\.docx.*"perubahan".* 6 .* 5 '):
        matrix.to_docx(plan, as_data(plan), tmp_path / "lain.docx")
