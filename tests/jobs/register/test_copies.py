"""Registers that were copied or brought back: no number is given twice without a word."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.test_order import roster, spec  # noqa: F401  (a fixture)
from tests.registers import begun

from sopgen.cli.main import main


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], catch_exceptions=False)


def order(spec: Path, people: str, *more: str) -> Result:  # noqa: F811
    words = ["order", spec, "--activity", "A", "--roster", people, "--date", "2026-11-20", "--formats", "docx"]
    return run(*words, "--register", *more)


def test_letters_of_a_copied_folder_are_told_and_asked_about(
    spec: Path,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begun()
    copy = tmp_path / "salinan"
    shutil.copytree(tmp_path / "spec", copy / "spec")
    shutil.copytree(tmp_path / "register", copy / "register")
    unit = "surat_perintah:\n  selisih_hari: 3650\n"
    for folder in (tmp_path, copy):
        path = folder / "spec" / "satuan.yaml"
        path.write_text(path.read_text("utf-8").replace("surat_perintah:\n", unit), "utf-8")
    assert 0 == order(spec, roster(tmp_path, 1)).exit_code
    monkeypatch.chdir(copy)
    assert 0 == order(copy / "spec" / "sop" / "2019.yaml", roster(copy, 2), "--yes").exit_code
    (other,) = (copy / "surat").iterdir()
    monkeypatch.chdir(tmp_path)
    shutil.copy(other, tmp_path / "surat")
    told = f"{other.name} bears number Sprin/1/XI/CONTOH.1.1./2026, which the register gave to another letter"
    compared = run("register", "verify")
    assert 4 == compared.exit_code
    assert told in compared.output
    asked = order(spec, roster(tmp_path, 3))
    assert 1 == asked.exit_code
    assert told in asked.output
    assert 0 == order(spec, roster(tmp_path, 3), "--yes").exit_code


def test_a_register_that_was_brought_back_reserves_no_number_of_a_letter(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    begun()
    file = tmp_path / "register" / "surat-perintah.sqlite"
    old = file.read_bytes()
    assert 0 == order(spec, roster(tmp_path, 1), "--yes").exit_code
    file.write_bytes(old)
    reserved = run("register", "reserve", spec, "--count", 1, "--purpose", "piket", "--year", 2026)
    assert 1 == reserved.exit_code
    assert "bears number 1 of 2026, not known to the register" in reserved.output
