"""The command that tells what changed: between files, and between revisions of git."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.documents import docx_lines, run
from tests.finish.tracked import body_of, settled

from sopgen.cli.main import main
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.read.load import load_edition
from sopgen.tools import git

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"
PERSON = {"GIT_AUTHOR_NAME": "Personel Contoh 1", "GIT_AUTHOR_EMAIL": "contoh@example.org"}
CHANGES = (
    ('edisi: "2019"', 'edisi: "2026"'),
    ("Perkap nomor 3 thn 2015", "Perkap Nomor 3 Tahun 2015"),
    ("    - Soundsystem\n", ""),
    ("kegiatan:\n  - id", "alasan_perubahan:\n  - {di: dasar_hukum, alasan: Ejaan}\nkegiatan:\n  - id"),
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the 2019 edition and one of 2026 that was made of it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    home = tmp_path / "spec" / "sop" / "fkpm"
    home.mkdir(parents=True)
    shutil.copy(ROOT / "spec" / "satuan.yaml", tmp_path / "spec")
    shutil.copy(SPEC, home)
    (home / "2026.yaml").write_text(changed(SPEC.read_text("utf-8")), encoding="utf-8")
    return tmp_path


def changed(text: str) -> str:
    for old, new in CHANGES:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def diff(*words: str) -> Result:
    return CliRunner().invoke(main, ["diff", *words], catch_exceptions=False)


OLD, NEW = "spec/sop/fkpm/2019.yaml", "spec/sop/fkpm/2026.yaml"


@pytest.mark.usefixtures("folder")
def test_changes_are_told_in_words_with_their_reasons() -> None:
    result = diff(OLD, NEW)
    assert 0 == result.exit_code
    assert (
        """
  2. Dasar hukum, butir 4 [changed] dasar_hukum.isi[3]
     - Perkap nomor 3 thn 2015 tentang pemolisian masyarakat
     + Perkap Nomor 3 Tahun 2015 tentang pemolisian masyarakat
     reason: Ejaan
"""
        in result.output
    )
    assert "3 changes: 1 removed, 2 changed" in result.output
    assert "without a reason: 1, 3." in result.output
    assert "\x1b[" not in result.output


@pytest.mark.usefixtures("folder")
def test_a_terminal_is_told_in_colour() -> None:
    words = ["diff", OLD, NEW]
    assert "\x1b[32m     + Perkap Nomor 3" in CliRunner().invoke(main, words, color=True).output


@pytest.mark.usefixtures("folder")
def test_staff_are_told_in_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "id")
    result = diff(OLD, NEW)
    assert "[diubah]" in result.output
    assert "alasan: Ejaan" in result.output


def test_a_reason_for_what_did_not_change_is_named(folder: Path) -> None:
    path = folder / NEW
    path.write_text(path.read_text("utf-8").replace("di: dasar_hukum", "di: peringatan"), encoding="utf-8")
    assert "nothing changed at peringatan" in diff(OLD, NEW).output
    assert ["peringatan"] == json.loads(diff(OLD, NEW, "--to", "json").output)["unused_reasons"]


def test_a_reason_for_a_text_that_no_change_has_is_named_with_the_text(folder: Path) -> None:
    path = folder / NEW
    reason = "{di: 'dasar_hukum.isi[3]', menjadi: Perkap 3, alasan: Ejaan}"
    path.write_text(path.read_text("utf-8").replace("{di: dasar_hukum, alasan: Ejaan}", reason), encoding="utf-8")
    told = diff(OLD, NEW).output
    assert 'no change at dasar_hukum.isi[3] or in its list to "Perkap 3"' in told
    assert "reason: Ejaan" not in told


def test_two_states_of_one_draft_miss_no_reasons_that_tell_of_the_former_edition(folder: Path) -> None:
    path = folder / NEW
    (folder / "spec/sop/fkpm/kemarin.yaml").write_bytes(path.read_bytes())
    path.write_text(path.read_text("utf-8").replace("- Materi", "- Materi penyuluhan", 1), encoding="utf-8")
    result = diff("spec/sop/fkpm/kemarin.yaml", NEW)
    assert "1 changes: 1 changed" in result.output
    assert "nothing changed at" not in result.output


@pytest.mark.usefixtures("folder")
def test_changes_are_told_as_json() -> None:
    told = json.loads(diff(OLD, NEW, "--to", "json").output)
    assert ("2019", "2026") == (told["old"]["edition"], told["new"]["edition"])
    assert {
        "part": "Peralatan/perlengkapan, butir 5",
        "path": "peralatan.isi[4]",
        "kind": "removed",
        "layout": False,
        "old": "Soundsystem",
        "new": None,
        "reason": None,
    } == told["changes"][2]


def test_matrix_and_redline_are_written_to_files(folder: Path) -> None:
    assert 0 == diff(OLD, NEW, "--to", "docx", "--redline", "lacak.docx").exit_code
    assert 0 == diff(OLD, NEW, "--to", "pdf", "--out", "m.pdf").exit_code
    assert 0 == diff(OLD, NEW, "--out", "m.txt").exit_code
    lines = docx_lines((folder / "matriks-perubahan-fkpm-2026.docx").read_bytes())
    assert {"MATRIKS PERUBAHAN", "RESOR GORONTALO KOTA", "Ejaan", "Dihapus"} <= set(lines)
    assert (folder / "m.pdf").read_bytes().startswith(b"%PDF")
    assert "Soundsystem" in (folder / "m.txt").read_text("utf-8")
    official = [next(document(Work(load_edition(Path(one)), ROOT / "templates")))[1] for one in (OLD, NEW)]
    redline = (folder / "lacak.docx").read_bytes()
    assert [body_of(docx) for docx in official] == [settled(redline, accept=accept) for accept in (False, True)]


@pytest.mark.usefixtures("folder")
def test_a_unit_s_own_matrix_without_typst_is_printed_from_word() -> None:
    own = Path("templates", "matriks-perubahan")
    shutil.copytree(ROOT / "templates" / "sop", "templates/sop")
    assert 0 == diff(OLD, NEW, "--to", "docx").exit_code, "a working folder of before has no such template"
    shutil.copytree(ROOT / "templates" / "matriks-perubahan", own)
    (own / "matriks-perubahan.docx").write_bytes(b"no Word file")
    assert 1 == diff(OLD, NEW, "--to", "docx").exit_code


@pytest.mark.usefixtures("folder")
def test_faults_of_both_are_told_at_once() -> None:
    for name in (OLD, NEW):
        Path(name).write_text(Path(name).read_text("utf-8").replace("judul:", "judl:", 1), encoding="utf-8")
    result = diff(OLD, NEW)
    assert 1 == result.exit_code
    assert f"{OLD}:6:1: error SK01" in result.output
    assert f"{NEW}:6:1: error SK01" in result.output


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("words", [[OLD], [OLD, NEW, "--out", "x", "--redline", "x"], [OLD, NEW, "--to", "odt"]])
def test_wrong_usage_exits_with_2(words: list[str]) -> None:
    assert 2 == diff(*words).exit_code


@pytest.mark.usefixtures("folder")
def test_a_windows_path_is_no_revision() -> None:
    result = diff(r"C:\kerja\2019.yaml", NEW)
    assert 1 == result.exit_code
    assert "can not be read" in result.output
    assert "git" not in result.output


@pytest.fixture
def kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same folder under git: at v1.0 another telephone and the former words; the file as it stands is changed."""
    for key, value in {**PERSON, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}.items():
        monkeypatch.setenv(key, value)
        monkeypatch.setenv(key.replace("AUTHOR", "COMMITTER"), value)
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "satu"], ["tag", "v1.0"]):
        run("git", "-C", folder, *words)
    (folder / OLD).write_text(changed(SPEC.read_text("utf-8")), encoding="utf-8")
    return folder


@pytest.mark.exe
@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("words", [[f"v1.0:{OLD}", OLD], ["v1.0", "--spec", OLD], [f"HEAD:./{OLD}", OLD]])
def test_revisions_are_compared_with_files(words: list[str]) -> None:
    assert "3 changes: 1 removed, 2 changed" in diff(*words).output


@pytest.mark.exe
def test_two_revisions_of_a_file_are_compared_from_any_folder(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("git", "-C", kept, "commit", "-qam", "dua")
    monkeypatch.chdir(kept / "spec")
    assert "3 changes: 1 removed, 2 changed" in diff("HEAD~1", "HEAD", "--spec", "sop/fkpm/2019.yaml").output


@pytest.mark.exe
def test_the_unit_and_its_emblem_are_those_of_the_revision(kept: Path) -> None:
    picture = (ROOT / "docs" / "contoh-halaman.png").read_bytes()
    unit = kept / "spec" / "satuan.yaml"
    former = unit.read_text("utf-8")
    (kept / "spec" / "lambang.png").write_bytes(picture)
    unit.write_text(former.replace("lambang: null", "lambang: lambang.png"), encoding="utf-8")
    issued = kept / OLD
    issued.write_text(f"{issued.read_text('utf-8')}\nberlambang: true\n", encoding="utf-8")
    run("git", "-C", kept, "add", ".")
    run("git", "-C", kept, "commit", "-qm", "dua")
    (kept / "spec" / "lambang.png").unlink()
    unit.write_text(former, encoding="utf-8")
    assert 0 == diff(f"v1.0:{OLD}", f"HEAD:{OLD}", "--redline", "lacak.docx").exit_code
    redline = (kept / "lacak.docx").read_bytes()
    assert 2 == settled(redline, accept=True).count('descr="Lambang satuan"')
    assert 0 == settled(redline, accept=False).count('descr="Lambang satuan"')


@pytest.mark.exe
@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("name", "told"),
    [
        (f"v9.9:{OLD}", 'git knows no revision "v9.9"'),
        ("v1.0:spec/sop/fkpm/2018.yaml", 'revision "v1.0" has no file spec/sop/fkpm/2018.yaml'),
        ("v1.0:../rahasia.yaml", 'revision "v1.0" has no file ../rahasia.yaml'),
    ],
)
def test_what_git_does_not_know_is_one_clear_line(name: str, told: str) -> None:
    result = diff(name, OLD)
    assert 1 == result.exit_code
    assert told in result.output
    assert "Traceback" not in result.output


@pytest.mark.exe
def test_faults_of_a_revision_are_told_by_its_name(kept: Path) -> None:
    (kept / OLD).write_text("judl: x\n", encoding="utf-8")
    run("git", "-C", kept, "commit", "-qam", "rusak")
    assert f"HEAD:{OLD}:1:1: error SK01" in diff(f"HEAD:{OLD}", f"v1.0:{OLD}").output


@pytest.mark.exe
def test_a_revision_without_a_unit_is_told_so(kept: Path) -> None:
    run("git", "-C", kept, "rm", "-q", "--cached", "spec/satuan.yaml")
    run("git", "-C", kept, "commit", "-qm", "tanpa satuan")
    result = diff(f"HEAD:{OLD}", OLD)
    assert 1 == result.exit_code
    assert f"HEAD:{OLD}:1:1: error YM01: there is no satuan.yaml above it" in result.output


@pytest.mark.exe
@pytest.mark.usefixtures("folder")
def test_a_folder_without_git_is_told_so() -> None:
    result = diff(f"v1.0:{OLD}", NEW)
    assert 1 == result.exit_code
    assert "this folder is not kept in git" in result.output


@pytest.mark.usefixtures("folder")
def test_without_git_the_command_exits_with_3(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(git, "program", lambda: None)
    result = diff(f"v1.0:{OLD}", NEW)
    assert 3 == result.exit_code
    assert "git is missing" in result.output
