"""rupa.yaml: every fault with its place; the shipped one where a folder has none."""

import shutil
from pathlib import Path

import pytest

from sopgen.errors import SpecError
from sopgen.model.look.sop import SopLook
from sopgen.read.look import LOOKS, load_look

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", sorted(LOOKS))
def test_every_shipped_look_is_sound(name: str) -> None:
    assert load_look(ROOT / "templates" / name, LOOKS[name])


@pytest.mark.parametrize("name", sorted(LOOKS))
def test_every_shipped_look_names_its_schema(name: str) -> None:
    first = (ROOT / "templates" / name / "rupa.yaml").read_text("utf-8").splitlines()[0]
    schema = ROOT / "templates" / name / first.removeprefix("# yaml-language-server: $schema=")
    assert schema.resolve() == ROOT / "spec" / "skema" / f"rupa-{name}.schema.json"
    assert schema.is_file()


def test_a_folder_without_a_look_has_the_shipped_one(tmp_path: Path) -> None:
    assert load_look(tmp_path / "sop", SopLook) == load_look(ROOT / "templates" / "sop", SopLook)


@pytest.mark.parametrize(
    ("old", "new", "line", "wanted"),
    [
        ("tahun: 20", "tahun: dua puluh", 13, '"dua puluh" is not a number'),
        ("tahun: 20", "tahun: 20,5", 13, '"20,5" is not a number'),
        ("tahun: 20", "tahun: 200", 13, "200 is too large: at most 48"),
        ("tahun: 20", "tahn: 20", 13, 'key "tahn" is not known'),
        ("  tahun: 20\n", "", 8, 'key "tahun" is missing'),
        ("huruf: Arial", "huruf: Calibri", 3, '"Calibri" is not one of the known words'),
        ("tinggi_kepala: [6.5, 9]", "tinggi_kepala: [6.5]", 29, "[1]"),
    ],
)
def test_a_fault_is_one_line_with_its_place(old: str, new: str, line: int, wanted: str, tmp_path: Path) -> None:
    folder = tmp_path / "sop"
    shutil.copytree(ROOT / "templates" / "sop", folder)
    path = folder / "rupa.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(SpecError) as refused:
        load_look(folder, SopLook)
    faults = refused.value.problems
    at = [fault for fault in faults if wanted in fault.what or wanted in fault.path]
    assert [(fault.file, fault.line) for fault in at] == [(path.as_posix(), line)]


def test_columns_wider_than_their_page_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "surat-perintah"
    shutil.copytree(ROOT / "templates" / "surat-perintah", folder)
    path = folder / "rupa.yaml"
    path.write_text(path.read_text("utf-8").replace("nama: 0.34", "nama: 0.94", 1), encoding="utf-8")
    with pytest.raises(SpecError) as refused:
        load_look(folder, LOOKS["surat-perintah"])
    (fault,) = refused.value.problems
    assert ("personel.kolom", True) == (fault.path, "take 1.6 of the width together" in fault.what)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "sop"
    folder.mkdir()
    text = (ROOT / "templates" / "sop" / "rupa.yaml").read_text("utf-8")
    (folder / "rupa.yaml").write_text(
        text.replace(": 20\n", ": x\n").replace("garis: 0.5", "garis: 0"), encoding="utf-8"
    )
    with pytest.raises(SpecError) as refused:
        load_look(folder, SopLook)
    assert [fault.path for fault in refused.value.problems] == ["garis", "sampul.tahun"]
