"""The editions of units, made by processes."""

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from tests.jobs.folder import edit, run
from tests.jobs.overlays.office import begin, overlay

from sopgen.jobs.build import build

ONE, TWO = overlay("polres-a"), overlay("polres-b")


def rows(content: bytes, sheet: str) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(BytesIO(content))[sheet].iter_rows(values_only=True))


def test_units_are_made_by_processes_and_one_with_faults_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(begin(tmp_path, "polres-a", "polres-b"))
    monkeypatch.setenv("SOPGEN_LANG", "en")
    edit(TWO, "# kami", "kunci: x")
    result = run("build", "--units", "--workers", "2", "--out", "hasil")
    assert result.exit_code == 1
    assert f"{TWO.as_posix()}:2:1: error SK01" in result.output
    assert f"1 editions were not made: polres-b ({TWO.as_posix()})" in result.output
    own = build(ONE, Path("satu"), templates=Path("templates"))
    made = Path("hasil/polres-a/contoh-2026")
    assert {path.relative_to(own): path.read_bytes() for path in own.rglob("*") if path.is_file()} == {
        path.relative_to(made): path.read_bytes() for path in made.rglob("*") if path.is_file()
    }
    assert not Path("hasil/polres-b").exists()
    summary = Path("hasil/ringkasan.xlsx").read_bytes()
    told = [(row[1], row[2], row[5]) for row in rows(summary, "Ringkasan")[1:]]
    assert told == [("polres-a", "contoh", "dibuat"), ("polres-b", "contoh", "tidak dibuat")]
    assert rows(summary, "Kesalahan")[1][:4] == ("polres-b", TWO.as_posix(), 2, "SK01")
