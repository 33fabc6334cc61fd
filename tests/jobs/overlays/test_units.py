"""Units begin from a base, are made at once, and what they change of it is listed."""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from tests.jobs.folder import edit, run
from tests.jobs.overlays.office import BASE, begin, overlay

from sopgen.jobs.overlays import build_units
from sopgen.jobs.overlays.one_unit import UnitResult, UnitTask, make
from sopgen.read.load import load_edition, load_sop, load_unit

ONE, TWO = overlay("polres-a"), overlay("polres-b")


@pytest.fixture(autouse=True)
def _in_an_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(begin(tmp_path, "polres-a", "polres-b"))
    monkeypatch.setenv("SOPGEN_LANG", "en")


def rows(content: bytes, sheet: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True))


def _here(tasks: list[UnitTask], _: object) -> Iterator[UnitResult]:
    yield from map(make, tasks)


def test_the_summary_has_the_same_bytes_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_units, "_over_processes", _here)
    edit(TWO, "# kami", "kunci: x")
    edit(ONE, "# kami", "kunci: y")
    for folder in ("a", "b"):
        run("build", "--units", "satuan/polres-a", "satuan/polres-b/spec/satuan.yaml", "--out", folder)
    assert Path("a/ringkasan.xlsx").read_bytes() == Path("b/ringkasan.xlsx").read_bytes()


def test_only_what_is_approved_is_made_for_release(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_units, "_over_processes", _here)
    result = run("build", "--units", "satuan/polres-a", "--release")
    assert result.exit_code == 1
    assert not Path("build/polres-a").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("spec",), "the units have no editions"),
        (("templates",), "templates is no unit: there is no satuan.yaml"),
        (("satuan/polres-a", "satuan/polres-a"), 'two units are called "polres-a"'),
    ],
)
def test_what_is_no_unit_is_wrong_usage(words: tuple[str, ...], told: str) -> None:
    result = run("build", "--units", *words)
    assert result.exit_code == 2
    assert told in " ".join(result.output.split())


def test_a_folder_is_no_edition() -> None:
    result = run("build", "satuan/polres-a")
    assert result.exit_code == 2
    assert "name a file" in result.output


def test_what_each_unit_changes_is_listed_and_set_side_by_side() -> None:
    edit(TWO, "{tambah: [Kamera saku]}", "{ganti: [{dari: Kamera, menjadi: Laptop}]}")
    TWO.write_text(
        f"{TWO.read_text('utf-8')}kegiatan: {{ganti: {{A: {{alur: {{ganti: {{l2: {{uraian: Menulis}}}}}}}}}}}}\n"
    )
    result = run("deviations", "contoh/2026")
    assert result.exit_code == 0, result.output
    assert "added: Peralatan/perlengkapan, butir 2\n        + Kamera saku" in result.output
    assert "changed: Kegiatan A, langkah 2, uraian\n        - Menyusun laporan\n        + Menulis" in result.output
    data = json.loads(run("deviations", "--to", "json", "--units", "satuan/polres-b").output)
    assert [change["path"] for change in data[0]["changes"]][-1] == "kegiatan[0].alur[1].uraian"
    assert run("deviations", "--to", "xlsx", "--out", "a.xlsx").exit_code == 0
    assert run("deviations", "--to", "xlsx", "--out", "b.xlsx").exit_code == 0
    assert Path("a.xlsx").read_bytes() == Path("b.xlsx").read_bytes()
    head, *matrix = rows(Path("a.xlsx").read_bytes(), "Matriks")
    assert head == ("Naskah dasar", "Bagian", "polres-a", "polres-b")
    assert ("contoh/2026", "Kegiatan A, langkah 2, uraian", "", "diubah") in matrix
    assert ("contoh/2026", "Peralatan/perlengkapan, butir 2: Kamera saku", "ditambah", "") in matrix
    assert rows(Path("a.xlsx").read_bytes(), "Daftar")[1][1:4] == (
        "polres-a",
        "contoh/2026",
        "Peralatan/perlengkapan, butir 2",
    )


def test_units_with_faults_are_told_beside_the_others() -> None:
    edit(ONE, "# kami", "kunci: x")
    result = run("deviations")
    assert result.exit_code == 1
    assert f"{ONE.as_posix()}:2:1: error SK01" in result.output
    assert TWO.as_posix() in result.output


def test_an_office_without_editions_of_its_own_is_told_how_its_units_are_named() -> None:
    for command in ("status", "check", "build"):
        result = run(command)
        assert result.exit_code == 1
        assert f"name those of a unit, such as {ONE.as_posix()}; `sopgen build --units` makes all" in result.output


def test_a_unit_without_a_name_does_not_begin() -> None:
    result = run("new-unit", "polres-c", "--title", " ")
    assert (result.exit_code, "the unit has no name" in result.output) == (2, True), result.output
    assert not Path("satuan/polres-c").exists()


def test_a_unit_begins_with_an_overlay_for_each_base() -> None:
    result = run("new-unit", "polres-c", "--title", "SATUAN CONTOH C")
    assert result.exit_code == 0, result.output
    path = overlay("polres-c")
    edition = load_edition(path)
    assert edition.sop.identitas.satuan_kerja == edition.unit.nama == "SATUAN CONTOH C"
    assert edition.sop.identitas.pengesah.nama == edition.unit.penandatangan.nama == "..."
    assert edition.sop.identitas.nomor_sop.nilai == "SOP / ... / ... / 2026"
    assert edition.sop.kegiatan == load_sop(BASE).kegiatan
    assert "is as its base" in run("update", "--units", "satuan/polres-c").output
    assert run("new-unit", "polres-c", "--title", "X").exit_code == 1
    assert run("new-unit", "a/b", "--title", "X").exit_code == 2
    assert not Path("satuan/a").exists()


def test_a_unit_of_its_own_begins_from_a_base_s_file() -> None:
    result = run("new", "kerja", "--base", BASE.as_posix(), "--title", "SATUAN CONTOH D")
    assert result.exit_code == 0, result.output
    path = Path("kerja/spec/sop/contoh/2026.yaml")
    assert load_sop(path).identitas.satuan_kerja == "SATUAN CONTOH D"
    assert load_unit(Path("kerja/spec/satuan.yaml")).nama == "SATUAN CONTOH D"
    assert sorted(one.name for one in Path("kerja/spec/sop").iterdir()) == ["contoh"]
    assert run("new", "lain", "--base", BASE.as_posix()).exit_code == 2


def test_an_own_edition_over_a_base_is_begun() -> None:
    from sopgen.jobs.overlays.begin import edition_begun_from

    path = edition_begun_from("contoh/2026", "SATUAN CONTOH")
    assert path == Path("spec/sop/contoh/2026.yaml")
    assert load_sop(path).identitas.satuan_kerja == "SATUAN CONTOH"
