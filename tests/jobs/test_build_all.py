"""A folder of several editions: each that can be made is made, and every fault of the others is told at the end."""

import shutil
from pathlib import Path

import pytest
from tests.jobs.folder import RECORD, SPEC, begin, edit, run

SECOND, THIRD = SPEC.replace("2026", "2027"), SPEC.replace("2026", "2028")


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder whose three editions were all made."""
    folder = begin(tmp_path_factory.mktemp("kerja"))
    text = (folder / SPEC).read_text("utf-8")
    for path in (SECOND, THIRD):
        made = text.replace('edisi: "2026"', f'edisi: "{Path(path).stem}"')
        (folder / path).write_text(made, encoding="utf-8")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(folder)
        assert 0 == run("build").exit_code
    return folder


@pytest.fixture(autouse=True)
def _in_its_copy(three: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(three, tmp_path / "kerja")
    monkeypatch.chdir(tmp_path / "kerja")
    monkeypatch.setenv("SOPGEN_LANG", "en")


def files() -> dict[str, dict[str, bytes]]:
    """Return the files of each edition's folder."""
    folders = [path for path in sorted(Path("build").iterdir()) if not path.name.startswith(".")]
    return {
        folder.name: {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in folders
    }


WRONG = [
    ("pelaksana: anggota, uraian: Menyusun laporan", "pelaksana: entah, uraian: Menyusun laporan", "error FL05"),
    ("judul: SOP Contoh", "judl: SOP Contoh", "error SK01"),
    ("uraian: Menyusun laporan}", 'uraian: "' + r"Kata\n" * 390 + '"}', "a page has"),
]


@pytest.mark.parametrize(("old", "new", "told"), WRONG, ids=["by a rule", "by the reader", "by the planner"])
def test_one_edition_that_can_not_be_made_keeps_no_other_from_it(old: str, new: str, told: str) -> None:
    edit(SECOND, "judul: SOP Contoh", "tata_letak: per_langkah\njudul: SOP Contoh")
    edit(SECOND, old, new)
    for path in (SPEC, THIRD):
        edit(path, "peralatan: {judul: Peralatan, isi: [Kamera]}", "peralatan: {judul: Peralatan, isi: [Meja]}")
    before = files()
    result = run("build")
    assert 1 == result.exit_code
    assert ["made build/contoh-2026", "made build/contoh-2028"] == [
        line for line in result.stdout.replace("\\", "/").splitlines() if line.startswith("made")
    ]
    assert told in result.stderr
    now = files()
    assert before["contoh-2027"] == now["contoh-2027"]
    for name in ("contoh-2026", "contoh-2028"):
        assert before[name][f"build/{name}/sop.docx"] != now[name][f"build/{name}/sop.docx"]


def test_every_fault_of_several_editions_is_told_and_a_shared_one_once() -> None:
    edit(SPEC, "judul: SOP Contoh", "judl: SOP Contoh")
    edit(SECOND, "pelaksana: anggota, uraian: Menyusun", "pelaksana: entah, uraian: Menyusun")
    edit("spec/satuan.yaml", "zona_waktu: WITA", "zona_waktu: WITA\nlain: x")
    before = files()
    result = run("build")
    assert 1 == result.exit_code
    assert f"{SPEC}:3:1: error SK01" in result.stderr
    assert 1 == result.stderr.count("spec/satuan.yaml:")
    assert before == files()


def test_only_the_approved_are_given_out_and_the_others_are_named() -> None:
    edit(SECOND, "judul: SOP Contoh", "status: draf\njudul: SOP Contoh")
    result = run("build", "--release", "--out", "rilis")
    assert 1 == result.exit_code
    assert 3 == result.stderr.count("error PS09")
    assert not Path("rilis").exists()
    assert not RECORD.exists()


def test_of_two_twins_none_is_made_and_a_third_is() -> None:
    edit(THIRD, 'edisi: "2028"', 'edisi: "2027"')
    before = files()
    shutil.rmtree("build/contoh-2026")
    result = run("build")
    assert (1, "made build/contoh-2026") == (result.exit_code, result.stdout.strip().replace("\\", "/"))
    assert f"{THIRD}:2:1: error ID08" in result.stderr
    assert before == files()
