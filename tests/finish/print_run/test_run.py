"""A print run is written letter after letter: the same bytes each time, every word as it was."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents import pdf_pages, run

from sopgen.errors import SopgenError
from sopgen.files import opened
from sopgen.finish.print_run.run import PrintedLetter, PrintRun
from sopgen.render.typst import SvgPage, picture_pdf

DAY = date(2026, 12, 1)


def letter(words: str, width: float = 210.0) -> bytes:
    text = f'<text x="9" y="9" font-size="5" font-family="Arimo">{words}</text>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} 100">{text}</svg>'
    return picture_pdf(SvgPage(svg.encode(), width, 100.0, "Surat", "surat", "uji"), day=DAY)


PDF = letter("SURAT")
TEXT = st.text(st.characters(codec="utf-8")) | st.just("(1 0 R) \\) 2 0 R")


def print_run(*letters: PrintedLetter) -> bytes:
    file = BytesIO()
    made = PrintRun(file, day=DAY)
    for one in letters:
        made.add(one)
    made.finish()
    return file.getvalue()


def test_the_same_letters_give_the_same_bytes() -> None:
    letters = [PrintedLetter("satu", PDF), PrintedLetter("dua", letter("DUA", 330.0), 4)]
    assert print_run(*letters) == print_run(*letters)


@given(titles=st.lists(TEXT, min_size=1, max_size=4))
def test_bookmarks_lead_to_their_letters_with_any_words(titles: list[str]) -> None:
    made = print_run(*(PrintedLetter(title, PDF, prints) for prints, title in enumerate(titles, 2)))
    with pikepdf.open(BytesIO(made)) as pdf, pdf.open_outline() as outline:
        assert titles == [item.title for item in outline.root]
        firsts = [sum(2 * (prints + 2) for prints in range(n)) for n in range(len(titles))]
        pages = [page.obj.objgen for page in pdf.pages]
        assert firsts == [pages.index(item.obj.Dest[0].objgen) for item in outline.root if item.obj]


@pytest.mark.exe
def test_every_copy_has_its_words_its_size_and_its_mark(tmp_path: Path) -> None:
    made = print_run(PrintedLetter("satu", PDF), PrintedLetter("dua", letter("DUA", 330.0), 4))
    (tmp_path / "cetak.pdf").write_bytes(made)
    run("qpdf", "--check", tmp_path / "cetak.pdf")
    pages = [set(page.split()) for page in pdf_pages(made)]
    letters = [("SURAT", "ASLI"), ("SURAT", "TEMBUSAN"), ("SURAT", "ARSIP")]
    letters += [("DUA", "ASLI"), ("DUA", "TEMBUSAN"), ("DUA", "TEMBUSAN"), ("DUA", "ARSIP")]
    assert [set(), *map(set, letters)] == [pages[1], *pages[::2]]
    with pikepdf.open(BytesIO(made)) as pdf:
        assert [210, 330] == [round(float(pdf.pages[n].mediabox[2]) * 25.4 / 72) for n in (5, 7)]


@pytest.mark.exe
def test_the_offices_own_copy_has_a_row_for_initials_on_its_first_page() -> None:
    file = BytesIO()
    made = PrintRun(file, day=DAY, initials=("Konseptor", "Kasium"))
    made.add(PrintedLetter("satu", PDF))
    made.finish()
    pages = [page.split() for page in pdf_pages(file.getvalue())]
    assert [{"SURAT", "ASLI"}, {"SURAT", "TEMBUSAN"}] == [set(page) for page in pages[:4:2]]
    assert {"SURAT", "ARSIP", "Konseptor", "Kasium"} == set(pages[4])


def test_a_print_run_that_fails_leaves_the_former_one(tmp_path: Path) -> None:
    path = tmp_path / "cetak.pdf"
    path.write_bytes(b"yang lama")
    with pytest.raises(ZeroDivisionError), opened(path) as file:
        file.write(bytes(1 // (file.write(b"setengah") - 8)))
    assert [b"yang lama"] == [one.read_bytes() for one in tmp_path.iterdir()]
    with pytest.raises(SopgenError, match="can not be written"), opened(path / "x.pdf"):
        pass
