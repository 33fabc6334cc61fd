"""Templates of letters and forms as Word and LibreOffice leave them: right in both formats, or one clear line."""

import shutil
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Mm
from tests.documents import docx_lines, office_pdf, page_words, word_boxes
from tests.render.word.restyled import HARMLESS, WORD_ONLY, change, save_by_office

from sopgen.errors import SpecError, TemplateError
from sopgen.jobs.forms import form_files
from sopgen.jobs.templates.agreement import template_problems
from sopgen.jobs.work import Work
from sopgen.plan.forms.table import FORMS
from sopgen.plan.letter.plan import plan_order
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.read.load import Edition, load_edition
from sopgen.render.word.named import table

ROOT = Path(__file__).parents[4]
ORDER = "surat-perintah"
FOLDERS = (ORDER, *FORMS)
TITLES = ("SURAT ", "LAPORAN ", "DAFTAR ", "NOTULEN", "MONITORING ", "EVALUASI ")
EIGHT = tuple(PersonRow(f"Personel Contoh {n}", "BRIPKA", f"{n:08}", "Anggota Binpolmas") for n in range(1, 9))


@cache
def edition() -> Edition:
    return load_edition(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml")


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "templates", tmp_path / "templates"))


def word_template(templates: Path, folder: str) -> Path:
    return templates / folder / f"{folder}.docx"


def made(templates: Path, folder: str, people: int = 3) -> tuple[bytes, bytes]:
    """Return a letter, or a blank form, as DOCX and PDF."""
    work, activity = Work(edition(), templates), edition().sop.kegiatan[0]
    if folder == ORDER:
        task = OrderTask(EIGHT[:people], date(2026, 12, 1), None, "Gorontalo", "Sprin/1/XII/CONTOH/2026")
        files = work.letter_maker.files(plan_order(work.ground(task.day), activity, work.order_look, task))
    else:
        files = dict(form_files(work, FORMS[folder], activity=activity))
    return files["docx"], files["pdf"]


def renamed_style(document: Document) -> None:
    document.styles["Jarak sesudah judul"].name = "Jarak lain"


def no_table(document: Document) -> None:
    first = document.tables[0]._tbl
    parent = first.getparent()
    assert parent is not None
    parent.remove(first)


def added_column(document: Document) -> None:
    document.tables[0].add_column(Mm(20))


FAULTS = (
    (renamed_style, '"Jarak sesudah judul"'),
    (no_table, 'no table is named "kop"'),
    (added_column, '"kop" has 2 columns'),
)


def may_be_so(folder: str, how: Callable[[Document], None]) -> bool:
    """Tell whether a template may lack that: an agreement has no letterhead where the unit wants none."""
    return folder == "kesepakatan-bersama" and how is not renamed_style


@pytest.mark.parametrize(
    ("how", "wanted", "folder"),
    [(*fault, folder) for fault in FAULTS for folder in FOLDERS if not may_be_so(folder, fault[0])],
)
def test_what_is_missing_is_one_line_that_names_the_file_and_what_to_put_back(
    how: Callable[[Document], None], wanted: str, folder: str, templates: Path
) -> None:
    change(word_template(templates, folder), how)
    with pytest.raises(TemplateError) as refused:
        made(templates, folder)
    said = str(refused.value)
    assert said.startswith(f"{folder}.docx: ")
    assert wanted in said
    assert " fix: " in said
    assert len(said.splitlines()) == 1


@pytest.mark.exe
@pytest.mark.parametrize("folder", [ORDER, "laporan-hasil"])
@pytest.mark.parametrize("habit", sorted(HARMLESS))
def test_prints_the_same_in_both_formats_after(habit: str, folder: str, templates: Path) -> None:
    change(word_template(templates, folder), HARMLESS[habit])
    word, pdf = made(templates, folder)
    assert page_words(office_pdf(word)) == page_words(pdf)


@pytest.mark.exe
@pytest.mark.parametrize(("folder", "people"), [(ORDER, 8), *((folder, 3) for folder in FOLDERS)])
def test_a_template_that_libreoffice_saved_prints_the_same(
    folder: str, people: int, templates: Path, tmp_path: Path
) -> None:
    save_by_office(word_template(templates, folder), tmp_path)
    assert template_problems(templates) == []
    word, pdf = made(templates, folder, people)
    assert page_words(office_pdf(word)) == page_words(pdf)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("habit", ["larger_spacing", "larger_type", "other_face"])
def test_what_is_not_used_is_told(habit: str, folder: str, templates: Path) -> None:
    change(word_template(templates, folder), HARMLESS[habit])
    found = template_problems(templates)
    assert found
    assert {("TP02", "warning", word_template(templates, folder).as_posix())} == {
        (one.code, one.severity, one.file) for one in found
    }


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("habit", sorted(WORD_ONLY))
def test_what_stands_in_word_only_is_told_and_printed(habit: str, folder: str, templates: Path) -> None:
    assert not template_problems(templates)
    change(word_template(templates, folder), WORD_ONLY[habit])
    made(templates, folder)
    found = template_problems(templates)
    assert found
    assert {("TP03", word_template(templates, folder).as_posix())} == {(one.code, one.file) for one in found}


def test_a_row_that_was_added_to_the_personnel_is_printed_with_all_others(templates: Path) -> None:
    def added_row(document: Document) -> None:
        row = table(document, "penerima_perintah", "").add_row()  # type: ignore[no-untyped-call]
        row.cells[5].text = "Baris tambahan"

    change(word_template(templates, ORDER), added_row)
    lines = docx_lines(made(templates, ORDER)[0])
    assert {"Baris tambahan", *(person.name for person in EIGHT[:3])} <= set(lines)


@pytest.mark.parametrize(
    ("folder", "file"), [(ORDER, f"{ORDER}/rupa.yaml"), *((folder, "formulir.yaml") for folder in FORMS)]
)
def test_a_larger_title_in_the_look_is_larger_in_word_and_pdf(folder: str, file: str, templates: Path) -> None:
    def title_sizes() -> tuple[float, float]:
        word, pdf = made(templates, folder)
        (templates / "surat.docx").write_bytes(word)
        size = docx.Document(str(templates / "surat.docx")).styles["Heading 1"].font.size
        assert size is not None
        title = next(line for line in docx_lines(word) if line.startswith(TITLES)).split()
        words = word_boxes(pdf)[0]
        top, bottom = next((top, bottom) for text, _, top, _, bottom in words if text == title[0])
        return size.pt, bottom - top

    plain = title_sizes()
    path = templates / file
    text = path.read_text("utf-8")
    assert "judul: {kali: 1," in text
    path.write_text(text.replace("judul: {kali: 1,", "judul: {kali: 1.5,"), encoding="utf-8")
    larger = title_sizes()
    assert larger[0] >= plain[0] * 1.3
    assert larger[1] >= plain[1] * 1.3


@pytest.mark.parametrize(
    ("file", "old", "new", "path"),
    [
        (f"{ORDER}/rupa.yaml", "inden_nomor: 6", "inden_nomor: enam", "inden_nomor"),
        ("formulir.yaml", "sisa_halaman: 5", "sisa_halamn: 5", "sisa_halamn"),
        ("notulen/rupa.yaml", "ukuran: 11", "ukuran: 110", "ukuran"),
    ],
)
def test_a_fault_in_a_look_has_its_place(file: str, old: str, new: str, path: str, templates: Path) -> None:
    own = templates / file
    text = own.read_text("utf-8")
    own.write_text(text.replace(old, new), encoding="utf-8")
    line = next(n for n, one in enumerate(text.splitlines(), 1) if one.startswith(old))
    with pytest.raises(SpecError) as refused:
        made(templates, ORDER if ORDER in file else "notulen")
    assert (own.as_posix(), line, path) in [(one.file, one.line, one.path) for one in refused.value.problems]


def test_more_room_between_the_parts_still_leaves_the_letter_on_one_sheet(templates: Path) -> None:
    path = templates / ORDER / "rupa.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("jarak: {bagian: 2,", "jarak: {bagian: 5,"), encoding="utf-8")
    _, pdf = made(templates, ORDER)
    assert 1 == len(page_words(pdf))
