"""What `check` and `build` tell of template folders; the habits themselves are tried in tests/render/word."""

import shutil
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner
from docx.shared import Mm, Pt

from sopgen.cli.main import main
from sopgen.jobs.templates.agreement import template_problems
from sopgen.jobs.templates.known import WORD_TEMPLATES
from sopgen.jobs.templates.word_templates import folder_problems
from sopgen.read.look import LOOKS

ROOT = Path(__file__).parents[3]
SPEC = "spec/sop/fkpm/2019.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working folder with templates of its own, which is the current one."""
    for room in ("spec", "templates"):
        shutil.copytree(ROOT / room, tmp_path / room)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    return tmp_path


def test_the_shipped_templates_agree() -> None:
    assert [problem for name in WORD_TEMPLATES for problem in folder_problems(ROOT / "templates" / name)] == []


def test_every_template_folder_is_looked_at() -> None:
    folders = {path.parent.name for path in (ROOT / "templates").glob("*/*.docx")}
    assert folders == WORD_TEMPLATES.keys() == LOOKS.keys()


def test_check_and_build_tell_of_a_restyled_template(folder: Path) -> None:
    path = folder / "templates" / "sop" / "sop.docx"
    template = docx.Document(str(path))
    template.styles["Judul sampul"].font.size = Pt(26)
    template.save(str(path))
    line = f'{path.as_posix()}:1:1: warning TP02: style "Judul sampul" has 26 pt, rupa.yaml says 20 pt, which counts.'
    for words in (["check", SPEC], ["build", SPEC, "--out", "keluar"]):
        done = CliRunner().invoke(main, words, catch_exceptions=False)
        assert 0 == done.exit_code
        assert line in done.output


def test_check_and_build_name_a_fault_of_rupa_with_its_place(folder: Path) -> None:
    path = folder / "templates" / "sop" / "rupa.yaml"
    path.write_text(path.read_text("utf-8").replace("  tahun: 20", "  tahun: besar"), encoding="utf-8")
    for words in (["check", SPEC], ["build", SPEC, "--out", "keluar"]):
        done = CliRunner().invoke(main, words, catch_exceptions=False)
        assert 1 == done.exit_code
        assert f'{path.relative_to(Path.cwd()).as_posix()}:13:3: error SK01: "besar" is not a number' in done.output
        assert 1 == done.output.count("is not a number")
    assert not (folder / "keluar").exists()


@pytest.mark.parametrize("name", sorted(WORD_TEMPLATES))
def test_a_paragraph_added_to_any_word_template_is_told(name: str, folder: Path) -> None:
    path = folder / "templates" / name / f"{name}.docx"
    template = docx.Document(str(path))
    template.add_paragraph("Kalimatbaru tambahan")
    template.save(str(path))
    assert [("TP03", path.as_posix())] == [(one.code, one.file) for one in template_problems(folder / "templates")]


@pytest.mark.parametrize("name", sorted(WORD_TEMPLATES))
def test_each_measure_of_a_style_is_told_where_word_has_another(name: str, folder: Path) -> None:
    path = folder / "templates" / name / f"{name}.docx"
    template = docx.Document(str(path))
    style = template.styles["Kepala halaman"]
    style.font.size, style.font.name = Pt(17), "Georgia"
    template.save(str(path))
    found = template_problems(folder / "templates")
    assert {("TP02", path.as_posix())} == {(one.code, one.file) for one in found}
    assert ["Georgia", "17 pt"] == [one.what.split(" has ")[1].split(",")[0] for one in found]


def test_the_size_of_a_letter_may_be_any_that_the_look_tries(folder: Path) -> None:
    path = folder / "templates" / "surat-perintah" / "surat-perintah.docx"
    for size, told in ((10.0, []), (12.0, ['style "Isi" has 12 pt, rupa.yaml says 11 pt, 10.5 pt, 10 pt, '])):
        template = docx.Document(str(path))
        template.styles["Isi"].font.size = Pt(size)
        template.save(str(path))
        found = [one.what for one in template_problems(folder / "templates")]
        assert [one[: len(told[0])] for one in found] == told if told else found == []


def test_the_room_of_a_style_of_the_forms_is_said_to_stand_in_what_all_share(folder: Path) -> None:
    path = folder / "templates" / "notulen" / "notulen.docx"
    template = docx.Document(str(path))
    template.styles["Bagian"].paragraph_format.space_before = Mm(9)
    template.save(str(path))
    (found,) = template_problems(folder / "templates")
    assert found.what == 'style "Bagian" has 9.0 mm, formulir.yaml, rupa.yaml says 3.0 mm, which counts'


def test_a_size_changed_in_rupa_alone_is_no_fault_of_word(folder: Path) -> None:
    path = folder / "templates" / "sop" / "rupa.yaml"
    path.write_text(path.read_text("utf-8").replace("  tahun: 20", "  tahun: 24"), encoding="utf-8")
    assert template_problems(folder / "templates") == []


@pytest.mark.parametrize("name", ["sop", "matriks-perubahan", "surat-perintah", "notulen"])
def test_words_added_to_the_typst_template_alone_are_told_with_their_line(name: str, folder: Path) -> None:
    path = folder / "templates" / name / f"{name}.typ"
    lines = len(path.read_text("utf-8").splitlines())
    path.write_text(path.read_text("utf-8") + "Kalimatbaru #lower[SAJA]\n", encoding="utf-8")
    (found,) = template_problems(folder / "templates")
    assert ("TP03", path.as_posix(), lines + 1, "warning") == (found.code, found.file, found.line, found.severity)
    assert found.what == '"Kalimatbaru saja" stands in the PDF only'


def test_words_added_to_both_templates_and_code_that_prints_none_are_no_fault(folder: Path) -> None:
    path = folder / "templates" / "notulen" / "notulen.docx"
    template = docx.Document(str(path))
    template.add_paragraph("Kalimatbaru tambahan")
    template.save(str(path))
    typst = path.with_suffix(".typ")
    typst.write_text(typst.read_text("utf-8") + '#let warna = "Merah"\nKalimatbaru tambahan\n', encoding="utf-8")
    assert template_problems(folder / "templates") == []


def test_a_typst_template_that_can_not_be_typeset_is_told_by_check(folder: Path) -> None:
    path = folder / "templates" / "notulen" / "notulen.typ"
    path.write_text(path.read_text("utf-8") + "#tidak-ada\n", encoding="utf-8")
    (found,) = template_problems(folder / "templates")
    assert ("TP01", path.as_posix(), "error") == (found.code, found.file, found.severity)
    assert 'there is nothing of the name "tidak-ada"' in found.what


def test_a_typst_template_of_a_former_version_is_told_where_columns_are_added(folder: Path) -> None:
    spec, template = folder / SPEC, folder / "templates" / "sop" / "sop.typ"
    shipped = template.read_text("utf-8")
    template.write_text(shipped.replace(", ..d.kepala_tambahan.map(k => kepala(k, rowspan: 2))", ""), "utf-8")
    assert "TP01" not in CliRunner().invoke(main, ["check", SPEC], catch_exceptions=False).output
    column = "kolom_tambahan: [{id: cek, judul: Cek}]\n"
    spec.write_text(spec.read_text("utf-8") + column, "utf-8")
    for words in (["check", SPEC], ["build", SPEC, "--out", "keluar"]):
        done = CliRunner().invoke(main, words, catch_exceptions=False)
        assert 1 == done.exit_code
        assert "the columns of kolom_tambahan are not printed. fix: copy the shipped template anew" in done.output
