"""Templates as Word and LibreOffice leave them: right in both formats, or one clear line."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import docx
import pytest
from tests.documents import docx_lines, docx_part, office_pdf, page_words, word_boxes
from tests.render.word.restyled import HARMLESS, WORD_ONLY, added_picture, change, save_by_office

from sopgen.errors import TemplateError
from sopgen.jobs.compare.editions import Comparison, matrix
from sopgen.jobs.outputs import document
from sopgen.jobs.templates.agreement import template_problems
from sopgen.jobs.templates.sample import PROSE
from sopgen.jobs.work import Work
from sopgen.read.emblem import Emblems
from sopgen.read.load import Edition, load_edition

ROOT = Path(__file__).parents[3]
FOLDERS = ("sop", "matriks-perubahan", "naskah-sop")
Made = tuple[bytes, bytes]


@cache
def edition(name: str) -> Edition:
    return load_edition(ROOT / "spec" / "sop" / f"{name}.yaml")


def official(templates: Path) -> Made:
    made = dict(document(Work(edition("fkpm/2019"), templates)))
    return made["sop.docx"], made["sop.pdf"]


def with_room(templates: Path) -> Made:
    """Make the document with one activity, so that its flow table leaves room on its page."""
    issued = edition("fkpm/2019")
    short = issued.sop.model_copy(update={"kegiatan": issued.sop.kegiatan[:1]})
    made = dict(document(Work(replace(issued, sop=short), templates)))
    return made["sop.docx"], made["sop.pdf"]


def matrix_of_changes(templates: Path) -> Made:
    found = Comparison(edition("fkpm/2019"), edition("mediasi/contoh"), templates)
    return matrix(found, "docx"), matrix(found, "pdf")


def prose(templates: Path) -> Made:
    made = dict(document(Work(load_edition(ROOT / PROSE), templates)))
    return made["sop.docx"], made["sop.pdf"]


MAKERS: dict[str, Callable[[Path], Made]] = {
    "sop": official,
    "matriks-perubahan": matrix_of_changes,
    "naskah-sop": prose,
}


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "templates", tmp_path / "templates"))


def word_template(templates: Path, folder: str) -> Path:
    return templates / folder / f"{folder}.docx"


@pytest.mark.exe
@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("habit", sorted(HARMLESS))
def test_prints_the_same_in_both_formats_after(habit: str, folder: str, templates: Path) -> None:
    change(word_template(templates, folder), HARMLESS[habit])
    docx_made, pdf = MAKERS[folder](templates)
    assert page_words(office_pdf(docx_made)) == page_words(pdf)


@pytest.mark.exe
@pytest.mark.parametrize("folder", FOLDERS)
def test_a_template_that_libreoffice_saved_prints_the_same_and_no_fault_is_told(
    folder: str, templates: Path, tmp_path: Path
) -> None:
    save_by_office(word_template(templates, folder), tmp_path)
    assert template_problems(templates) == []
    docx_made, pdf = MAKERS[folder](templates)
    assert page_words(office_pdf(docx_made)) == page_words(pdf)


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("habit", sorted(HARMLESS.keys() & {"other_face", "larger_type", "larger_spacing"}))
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
    make = with_room if folder == "sop" else MAKERS[folder]
    plain = len(docx_lines(make(templates)[0]))
    change(word_template(templates, folder), WORD_ONLY[habit])
    found = template_problems(templates)
    assert [("TP03", "warning")] * len(found) == [(one.code, one.severity) for one in found]
    assert found
    assert len(docx_lines(make(templates)[0])) > plain
    (templates / folder / f"{folder}.typ").unlink()
    assert template_problems(templates) == []


def test_an_added_picture_is_not_called_the_emblem(templates: Path) -> None:
    change(word_template(templates, "sop"), added_picture)
    emblem = (ROOT / "docs" / "contoh-halaman.png").read_bytes()
    issued = edition("fkpm/2019")
    short = issued.sop.model_copy(update={"kegiatan": issued.sop.kegiatan[:1], "berlambang": True})
    work = Work(replace(issued, sop=short, emblems=Emblems(emblem)), templates)
    made = dict(document(work))["sop.docx"]
    assert [one.get("descr") for one in docx_part(made).iter("{*}docPr")].count("Lambang satuan") == 2


@pytest.mark.parametrize(
    ("folder", "style"), [("sop", "Judul sampul"), ("sop", "Butir tabel"), ("matriks-perubahan", "Catatan")]
)
def test_a_renamed_style_is_one_line_that_names_it(folder: str, style: str, templates: Path) -> None:
    path = word_template(templates, folder)
    template = docx.Document(str(path))
    template.styles[style].name = "Gaya Saya"
    template.save(str(path))
    with pytest.raises(TemplateError, match=f'{path.name}.*"{style}"') as refused:
        MAKERS[folder](templates)
    assert len(str(refused.value).splitlines()) == 1
    assert [("TP01", "error")] == [(one.code, one.severity) for one in template_problems(templates)]


@pytest.mark.parametrize(
    ("folder", "table"), [("sop", "identitas"), ("matriks-perubahan", "edisi"), ("matriks-perubahan", "perubahan")]
)
def test_a_deleted_table_is_one_line_that_names_it(folder: str, table: str, templates: Path) -> None:
    path = word_template(templates, folder)
    template = docx.Document(str(path))
    named = [one for one in template.tables if f'w:val="{table}"' in one._tbl.xml]
    template.element.body.remove(named[0]._tbl)
    template.save(str(path))
    with pytest.raises(TemplateError, match=f'{path.name}.*"{table}"') as refused:
        MAKERS[folder](templates)
    assert len(str(refused.value).splitlines()) == 1


def test_a_deleted_section_break_is_one_line_that_says_what_to_put_back(templates: Path) -> None:
    path = word_template(templates, "sop")
    template = docx.Document(str(path))
    breaks = template.element.body.xpath("./w:p/w:pPr/w:sectPr")
    breaks[0].getparent().remove(breaks[0])
    template.save(str(path))
    with pytest.raises(TemplateError, match=r"sop\.docx.*section") as refused:
        official(templates)
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.exe
def test_a_changed_title_size_shows_in_word_and_pdf_alike(templates: Path) -> None:
    rupa = templates / "sop" / "rupa.yaml"
    text = rupa.read_text("utf-8")
    rupa.write_text(text.replace("judul: {ukuran: 20,", "judul: {ukuran: 28,"), encoding="utf-8")
    before, after = official(ROOT / "templates"), official(templates)
    for then, now in ((office_pdf(before[0]), office_pdf(after[0])), (before[1], after[1])):
        assert title_height(now) / title_height(then) == pytest.approx(28 / 20, rel=0.02)


def title_height(pdf: bytes) -> float:
    return next(bottom - top for word, _, top, _, bottom in word_boxes(pdf)[0] if word == "STANDAR")


@pytest.mark.exe
def test_larger_distances_and_columns_in_rupa_keep_the_formats_together(templates: Path) -> None:
    for folder, old, new in (
        ("sop", "tegak: 1,", "tegak: 2,"),
        ("sop", "kop: 82,", "kop: 70,"),
        ("sop", "tinggi_kepala: [6.5, 9]", "tinggi_kepala: [9, 14]"),
        ("matriks-perubahan", "tegak: 0.7", "tegak: 2.5"),
        ("matriks-perubahan", "tinggi_baris: 11.5", "tinggi_baris: 14"),
    ):
        rupa = templates / folder / "rupa.yaml"
        text = rupa.read_text("utf-8")
        assert old in text
        rupa.write_text(text.replace(old, new), encoding="utf-8")
    for make in MAKERS.values():
        made, pdf = make(templates)
        assert page_words(office_pdf(made)) == page_words(pdf)


def test_a_cover_that_its_page_can_not_hold_is_refused(templates: Path) -> None:
    rupa = templates / "sop" / "rupa.yaml"
    rupa.write_text(rupa.read_text("utf-8").replace("jarak_atas: 25", "jarak_atas: 150"), encoding="utf-8")
    with pytest.raises(Exception, match=r"sampul|cover") as refused:
        official(templates)
    assert len(str(refused.value).splitlines()) == 1


def test_a_word_template_that_is_no_word_file_is_told_by_check_and_build(templates: Path) -> None:
    word_template(templates, "sop").write_bytes(b"rusak")
    assert [("TP01", "not a readable Word file")] == [(one.code, one.what) for one in template_problems(templates)]
    with pytest.raises(TemplateError, match=r"sop\.docx"):
        official(templates)
