"""The register's commands as staff type them."""

from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from sopgen.cli.main import main

ROOT = Path(__file__).parents[2]
SPEC = str(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml")


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    monkeypatch.delenv("SOPGEN_REGISTER", raising=False)


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["register", *words], catch_exceptions=False)


def test_numbers_are_reserved_listed_shown_voided_and_exported(tmp_path: Path) -> None:
    made = run("reserve", SPEC, "--count", "2", "--purpose", "formulir kosong", "--year", "2026")
    assert 0 == made.exit_code, made.output
    assert 2 == made.output.count("dicadangkan")
    assert "Sprin/2/..../..../2026" in run("list").output
    assert 0 == run("void", "2", "--year", "2026", "--reason", "rusak").exit_code
    assert "batal" in run("show", "2", "--year", "2026").output
    assert "0 numbers of 2026" in run("gaps", "--year", "2026").output
    assert 0 == run("export", "--out", "agenda.xlsx").exit_code
    sheet = openpyxl.load_workbook(tmp_path / "agenda.xlsx").active
    assert sheet is not None
    assert 3 == sheet.max_row


def test_an_unknown_number_is_one_clear_line() -> None:
    result = run("show", "9", "--year", "2026")
    assert 1 == result.exit_code
    assert "sopgen: the register knows no number 9 of 2026\n" == result.output


def test_a_wrong_address_is_one_clear_line() -> None:
    result = run("list", "--register", "bukan alamat")
    assert 1 == result.exit_code
    assert 1 == result.output.count("\n")
