"""The editions of units, made by processes."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from tests.jobs.folder import edit, run
from tests.jobs.letters.test_workers import Cluster, cluster  # noqa: F401
from tests.jobs.overlays.office import BASE, begin, overlay

from sopgen.jobs.build import build
from sopgen.jobs.overlays.cluster import make_parcel, parcelled, received
from sopgen.jobs.overlays.one_unit import UnitTask

ONE, TWO = overlay("polres-a"), overlay("polres-b")


def rows(content: bytes, sheet: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True))


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(autouse=True)
def _in_an_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(begin(tmp_path / "kantor", "polres-a", "polres-b"))
    monkeypatch.setenv("SOPGEN_LANG", "en")


def test_units_are_made_by_processes_and_one_with_faults_stops_no_other() -> None:
    edit(TWO, "# kami", "kunci: x")
    result = run("build", "--units", "--workers", "2", "--out", "hasil")
    assert result.exit_code == 1
    assert f"{TWO.as_posix()}:2:1: error SK01" in result.output
    assert f"1 editions were not made: polres-b ({TWO.as_posix()})" in result.output
    own = build(ONE, Path("satu"), templates=Path("templates"))
    made = Path("hasil/polres-a/contoh-2026")
    assert files(own) == files(made)
    assert not Path("hasil/polres-b").exists()
    summary = Path("hasil/ringkasan.xlsx").read_bytes()
    told = [(row[1], row[2], row[5]) for row in rows(summary, "Ringkasan")[1:]]
    assert told == [("polres-a", "contoh", "dibuat"), ("polres-b", "contoh", "tidak dibuat")]
    assert rows(summary, "Kesalahan")[1][:4] == ("polres-b", TWO.as_posix(), 2, "SK01")


def test_a_cluster_makes_the_same_files_of_what_it_is_sent(cluster: Cluster) -> None:  # noqa: F811
    edit(TWO, "# kami", "kunci: x")
    result = run("build", "--units", "--scheduler", f"dask://{cluster.address}", "--out", "hasil")
    assert result.exit_code == 1
    assert f"{TWO.as_posix()}:2:1: error SK01" in result.output
    own = build(ONE, Path("satu"), templates=Path("templates"))
    assert files(own) == files(Path("hasil/polres-a/contoh-2026"))


def test_what_a_worker_finds_wrong_is_told_by_the_names_that_were_sent() -> None:
    edit(BASE, "uraian: Menyusun laporan", "uraian: Menyusun laporan, ke: entah")
    found, parcel = parcelled(UnitTask("polres-a", ONE, Path("hasil"), "typst", release=False, lang="en"))
    assert parcel
    made = make_parcel(parcel)
    assert str(made.error).startswith("spec/dasar/contoh/2026.yaml:")
    assert received(UnitTask("polres-a", ONE, Path("hasil"), "typst", False, "en"), found, made).folder is None
    assert not Path("hasil").exists()
