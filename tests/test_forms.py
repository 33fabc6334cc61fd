"""The forms that follow a task order as they are printed: every word in both formats, on the unit's paper."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pikepdf
import pytest
from lxml import etree
from tests.checkers import CHECKERS, assert_sound
from tests.documents import (
    W,
    docx_lines,
    docx_part,
    office_pdfs,
    page_sizes,
    page_words,
    pdf_fonts,
    pdf_pages,
    raw_pages,
    run,
    word_boxes,
)

from sopgen.jobs.forms import form_files
from sopgen.jobs.work import Work
from sopgen.model.page import PAPER_MM
from sopgen.model.unit import Unit
from sopgen.plan.forms.table import FORMS
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.read.load import Edition, load_edition
from sopgen.read.look import LOOKS, load_forms_look, load_look

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "templates"
Paper = Literal["A4", "F4"]
PAPERS: tuple[Paper, ...] = ("A4", "F4")
NUMBER = "Sprin/1234/XII/CONTOH.1.1./2026"
PLACE = (
    "Aula Kantor Kelurahan Contoh & Sekitarnya, Jalan Contoh <Panjang> {{ 7*7 }} #eval Nomor 123, "
    "Kecamatan Contoh Selatan, Kota Gorontalo, Provinsi Gorontalo"
)
LONG = "Bernama & Bergelar <Panjang> {{ nama }} #1 {% x %}, S.I.K., M.Si."


def people(count: int, more: str = "") -> tuple[PersonRow, ...]:
    return tuple(
        PersonRow(f"Personel Contoh {n} {more}".strip(), "BRIPKA", f"{n:08}", "Bhabinkamtibmas Kelurahan Contoh")
        for n in range(1, count + 1)
    )


def task(rows: tuple[PersonRow, ...], place: str = "Kota Gorontalo") -> OrderTask:
    return OrderTask(rows, date(2026, 12, 1), None, place, NUMBER)


# Words wider than their column or line.
WIDE = PersonRow("Kata" * 20, "PENATA MUDA TINGKAT I", "0" * 18, "Pemberdayaanmasyarakatkelurahan")
TASKS = {
    "kosong": OrderTask(),
    "satu": task(people(1)),
    "lebar": task((WIDE, WIDE), "Jalan" * 40),
    "penuh": task(people(40, LONG), PLACE),
}


@dataclass(frozen=True)
class Made:
    """A form in both formats, and the Word file as LibreOffice prints it."""

    docx: bytes
    pdf: bytes
    printed: bytes


def kinds_on(paper: Paper) -> list[str]:
    """Every kind on F4; on A4 the blank and the fullest ones."""
    return list(TASKS) if paper == "F4" else ["kosong", "penuh"]


def on(paper: Paper, edition: Edition) -> Edition:
    settings = edition.unit.surat_perintah
    page = settings.halaman.model_copy(update={"kertas": paper})
    unit: Unit = edition.unit.model_copy(update={"surat_perintah": settings.model_copy(update={"halaman": page})})
    return replace(edition, unit=unit)


@pytest.fixture(scope="module")
def made(edition: Edition, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Every form, blank and filled, on both papers; monitoring also of an SOP with a row a step."""
    by_step = load_edition(ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml")
    files = {}
    for paper in PAPERS:
        work = Work(on(paper, edition), TEMPLATES)
        for form in FORMS.values():
            for name in kinds_on(paper) if form.filled else ["kosong"]:
                one = TASKS[name]
                activity = work.edition.sop.kegiatan[0] if one.day else None
                files[f"{form.name}-{name}-{paper}"] = dict(form_files(work, form, activity=activity, task=one))
        steps = Work(on(paper, by_step), TEMPLATES)
        files[f"monitoring-langkah-{paper}"] = dict(form_files(steps, FORMS["monitoring"]))
    printed = office_pdfs({name: one["docx"] for name, one in files.items()}, tmp_path_factory.mktemp("formulir"))
    return {name: Made(one["docx"], one["pdf"], printed[name]) for name, one in files.items()}


def names(form: str) -> list[str]:
    if FORMS[form].filled:
        return [f"{form}-{kind}-{paper}" for paper in PAPERS for kind in kinds_on(paper)]
    kinds = ("kosong", "langkah") if form == "monitoring" else ("kosong",)
    return [f"{form}-{kind}-{paper}" for paper in PAPERS for kind in kinds]


ALL = [name for form in FORMS for name in names(form)]
FILLED = [name for name in ALL if "penuh" in name]


@pytest.mark.exe
@pytest.mark.parametrize("name", ALL)
def test_both_formats_carry_the_same_words_in_the_same_order_page_by_page(name: str, made: dict[str, Made]) -> None:
    """The order in which words were drawn, or that of their places: a table's cells have no other order."""
    pdf, printed = made[name].pdf, made[name].printed
    assert page_words(pdf) == page_words(printed)
    drawn = zip(raw_pages(pdf), raw_pages(printed), strict=True)
    placed = zip(pdf_pages(pdf), pdf_pages(printed), strict=True)
    for number, orders in enumerate(zip(drawn, placed, strict=True), 1):
        assert any(ours.split() == theirs.split() for ours, theirs in orders), f"page {number}"


@pytest.mark.exe
@pytest.mark.parametrize("name", ALL)
def test_no_word_leaves_the_margins_or_covers_another(name: str, made: dict[str, Made]) -> None:
    width, height = paper_of(name)
    for pdf in (made[name].pdf, made[name].printed):
        for page in word_boxes(pdf):
            for word, left, _, right, bottom in page:
                assert left >= 25.0 - 0.5, word
                assert right <= width - 15.0 + 0.5, word
                assert bottom <= height - 15.0 + 0.5, word
            assert [] == overlaps(page)


def paper_of(name: str) -> tuple[float, float]:
    """Return width and height of the paper as the form of that name lies on it."""
    short, long = PAPER_MM["A4" if name.endswith("A4") else "F4"]
    return (short, long) if FORMS[name.rsplit("-", 2)[0]].lies == "tegak" else (long, short)


def overlaps(page: list[tuple[str, float, float, float, float]]) -> list[tuple[str, str]]:
    """Return the pairs of words whose middles' heights share a line and that cover one another by 0.5 mm."""
    found = []
    for n, (word, left, top, right, bottom) in enumerate(page):
        middle = (top + bottom) / 2
        for other, left2, top2, right2, bottom2 in page[n + 1 :]:
            level = top2 < middle < bottom2
            if level and min(right, right2) - max(left, left2) > 0.5:
                found.append((word, other))
    return found


def test_words_on_one_another_are_seen() -> None:
    page = [("a", 10.0, 10.0, 30.0, 14.0), ("b", 29.0, 10.5, 40.0, 14.5), ("c", 29.0, 16.0, 40.0, 20.0)]
    assert [("a", "b")] == overlaps(page)


@pytest.mark.exe
@pytest.mark.parametrize("form", FORMS)
def test_the_pages_have_the_size_of_the_unit_s_paper(form: str, made: dict[str, Made], tmp_path: Path) -> None:
    for name in names(form):
        wanted = paper_of(name)
        for pdf in (made[name].pdf, made[name].printed):
            assert {wanted} == {(round(w), round(h)) for w, h in page_sizes(pdf, tmp_path)}


@pytest.mark.exe
@pytest.mark.parametrize("name", FILLED)
def test_what_the_order_says_stands_whole_in_every_format(name: str, made: dict[str, Made]) -> None:
    form = FORMS[name.rsplit("-", 2)[0]]
    wanted = [PLACE]
    if form.name in ("laporan-hasil", "daftar-hadir"):
        wanted += [f"Personel Contoh {n} {LONG}" for n in range(1, 41)]
    if form.name == "laporan-hasil":
        wanted += [f"BRIPKA/{n:08}" for n in range(1, 41)]
    if form.name in ("laporan-hasil", "kesepakatan-bersama"):
        wanted += [f"Nomor {NUMBER} tanggal 1 Desember 2026"]
    for text in (docx_text(made[name].docx), raw_text(made[name].pdf), raw_text(made[name].printed)):
        for words in wanted:
            assert words in text


def docx_text(docx: bytes) -> str:
    return " ".join(" ".join(docx_lines(docx)).split())


def raw_text(pdf: bytes) -> str:
    return " ".join(" ".join(raw_pages(pdf)).split())


@pytest.mark.exe
@pytest.mark.parametrize("name", ALL)
def test_every_page_after_the_first_has_its_number(name: str, made: dict[str, Made]) -> None:
    for pdf in (made[name].pdf, made[name].printed):
        first, *rest = pdf_pages(pdf)
        assert not first.split()[0].isdigit()
        assert [str(n) for n in range(2, len(rest) + 2)] == [page.split()[0] for page in rest]


@pytest.mark.exe
@pytest.mark.parametrize("name", FILLED)
def test_a_filled_form_is_pdf_a_with_arimo_only(name: str, made: dict[str, Made], tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(made[name].pdf)
    run("qpdf", "--check", tmp_path / "x.pdf")
    assert {True} == {font.startswith("Arimo") and inside for font, inside in pdf_fonts(made[name].pdf, tmp_path)}
    with pikepdf.open(tmp_path / "x.pdf") as pdf:
        metadata = pdf.open_metadata()
        assert ("2", "A") == (metadata["pdfaid:part"], metadata["pdfaid:conformance"])


@pytest.mark.exe
@pytest.mark.parametrize("checker", CHECKERS)
def test_a_filled_docx_is_sound_for(checker: str, made: dict[str, Made], tmp_path: Path) -> None:
    for name in (name for name in FILLED if name.endswith("F4")):
        (tmp_path / f"{name}.docx").write_bytes(made[name].docx)
    assert_sound(checker, tmp_path)


@pytest.mark.parametrize("form", [form for form in FORMS.values() if form.filled], ids=lambda form: form.name)
def test_the_same_order_gives_the_same_bytes(form: object, edition: Edition) -> None:
    one = {"activity": edition.sop.kegiatan[0], "task": TASKS["penuh"]}
    first, second = (dict(form_files(Work(edition, TEMPLATES), form, **one)) for _ in range(2))  # type: ignore[arg-type]
    assert first == second


@pytest.mark.exe
def test_a_row_to_fill_grows_with_what_is_typed_into_it(made: dict[str, Made]) -> None:
    """A row of an exact height would cut off what staff type into the Word file."""
    # An invitation has no list.
    for name in (name for name in ALL if "kosong" in name and "undangan" not in name):
        rules = {height.get(f"{W}hRule") for height in list_rows(made[name].docx)}
        assert {"atLeast"} == rules, name


def list_rows(docx: bytes) -> list[etree._Element]:
    part = docx_part(docx)
    return [
        height
        for table in part.iter("{*}tbl")
        if table.find(".//{*}tblHeader") is not None
        for height in table.iter("{*}trHeight")
    ]


def rows_of_dots(pdf: bytes) -> list[list[float]]:
    """Return the tops of the lines to write on, page by page (mm)."""
    return [
        sorted({round(top, 1) for text, left, top, right, _ in page if set(text) == {"."} and right - left > 100})
        for page in word_boxes(pdf)
    ]


@pytest.mark.exe
@pytest.mark.parametrize("form", ["notulen", "laporan-hasil", "kesepakatan-bersama", "evaluasi", "undangan"])
def test_lines_to_write_on_lie_at_least_eight_millimetres_apart(form: str, made: dict[str, Made]) -> None:
    for paper in PAPERS:
        one = made[f"{form}-kosong-{paper}"]
        for tops in (*rows_of_dots(one.pdf), *rows_of_dots(one.printed)):
            assert all(later - earlier > 7.9 for earlier, later in pairwise(tops)), (paper, tops)


@pytest.mark.exe
@pytest.mark.parametrize("paper", PAPERS)
def test_two_signers_stand_on_one_level_as_far_from_the_middle(paper: Paper, made: dict[str, Made]) -> None:
    one = made[f"laporan-hasil-kosong-{paper}"]
    page = on(paper, load_edition(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml")).unit.surat_perintah.halaman
    width = page.size[0]
    middle = (page.margin.kiri + width - page.margin.kanan) / 2
    for pdf in (one.pdf, one.printed):
        boxes = word_boxes(pdf)[-1]
        post, reporting = (
            next(top for text, _, top, _, _ in boxes if text == word) for word in ("KASAT", "melaporkan,")
        )
        assert abs(post - reporting) < 0.5
        centres = [(left + right) / 2 for text, left, _, right, _ in boxes if text.startswith("(...")]
        assert abs(sum(centres) / 2 - middle) < 1


def test_no_form_and_no_letter_is_set_small_or_has_tight_cells_or_rows() -> None:
    for name, kind in LOOKS.items():
        if name in ("sop", "matriks-perubahan", "naskah-sop"):
            continue
        look = load_look(TEMPLATES / name, kind).model_dump()
        sizes = look["ukuran"] if isinstance(look["ukuran"], tuple) else (look["ukuran"],)
        rows = look.get("personel", look).get("tinggi_baris", 8)
        heights = rows.values() if isinstance(rows, dict) else rows if isinstance(rows, tuple) else (rows,)
        assert min(sizes) >= 10, name
        assert min(heights) >= 8, name
        assert look.get("personel", {"jarak_sel": 1.2})["jarak_sel"] >= 1.2, name
    cells = load_forms_look(TEMPLATES).jarak_sel
    assert min(cells.mendatar, cells.tegak) >= 1.2
