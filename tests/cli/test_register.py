"""The register's commands as staff type them."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from tests.cli.test_order import spec  # noqa: F401  (a fixture)
from tests.registers import REGISTER, begun, opened

from sopgen.cli.main import main
from sopgen.register.entry import LetterKey, State

pytestmark = pytest.mark.usefixtures("spec")
SPEC = "spec/sop/2019.yaml"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["register", *words], catch_exceptions=False)


def test_numbers_are_reserved_listed_shown_voided_and_exported(tmp_path: Path) -> None:
    begun()
    made = run("reserve", SPEC, "--count", "2", "--purpose", "formulir kosong", "--year", "2026")
    assert 0 == made.exit_code, made.output
    assert 2 == made.output.count("dicadangkan")
    assert "Sprin/2/..../CONTOH.1.1./2026" in run("list").output
    assert 0 == run("void", "2", "--year", "2026", "--reason", "rusak").exit_code
    assert "batal" in run("show", "2", "--year", "2026").output
    assert "0 numbers of 2026" in run("gaps", "--year", "2026").output
    assert 0 == run("export", "--out", "agenda.xlsx").exit_code
    sheet = openpyxl.load_workbook(tmp_path / "agenda.xlsx").active
    assert sheet is not None
    assert 3 == sheet.max_row


def test_a_list_has_the_day_and_whom_each_letter_orders() -> None:
    begun().give(LetterKey("a", "Penyuluhan", date(2026, 12, 1), to="BRIPKA Personel Contoh 1"), str)
    (line,) = run("list").output.splitlines()
    assert ["1", "2026-12-01", "diberikan", "BRIPKA"] == line.split()[:4]
    assert "BRIPKA Personel Contoh 1; Penyuluhan" in line


def test_an_unknown_number_is_one_clear_line() -> None:
    begun()
    result = run("show", "9", "--year", "2026")
    assert 1 == result.exit_code
    assert "sopgen: the register knows no number 9 of 2026\n" == result.output


def test_a_wrong_address_is_one_clear_line() -> None:
    result = run("list", "--register", "bukan alamat")
    assert 1 == result.exit_code
    assert 1 == result.output.count("\n")


def test_a_register_is_begun_at_the_next_number_of_the_paper_book(monkeypatch: pytest.MonkeyPatch) -> None:
    made = run("begin", "--start", "19", "--year", "2026")
    assert 0 == made.exit_code, made.output
    assert "gives number 19 next" in made.output
    assert (19, 18) == opened().span(2026)
    again = run("begin", "--start", "1", "--year", "2026")
    assert 1 == again.exit_code
    assert "the numbers of 2026 are begun: the last is 18" in again.output
    monkeypatch.chdir("spec")
    assert 0 == run("begin", "--start", "300", "--year", "2025").exit_code
    assert not Path("register").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("show", "1", "--year", "2026"),
        ("void", "1", "--year", "2026", "--reason", "x"),
        ("gaps", "--year", "2026"),
        ("export",),
        ("verify",),
        ("reserve", SPEC, "--count", "1", "--purpose", "x", "--year", "2026"),
    ],
)
def test_no_command_but_begin_begins_a_register(words: tuple[str, ...], tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    made = run(*words)
    assert 1 == made.exit_code
    assert (
        "there is no register register/surat-perintah.sqlite. fix: `sopgen register begin --start N`" in made.output
    )
    assert before == sorted(tmp_path.rglob("*"))


def test_outside_of_a_working_folder_it_is_asked_for(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun()
    home = Path.cwd()
    monkeypatch.chdir(tmp_path_factory.mktemp("luar"))
    made = run("list")
    assert 1 == made.exit_code
    assert "this is no working folder" in made.output
    assert 0 == run("list", "--register", REGISTER.replace("///", f"///{home}/")).exit_code
    assert [] == list(Path().iterdir())


def test_an_office_that_was_renamed_goes_on_with_its_numbers() -> None:
    register = begun(7)
    former = register.office.name
    unit = Path("spec", "satuan.yaml")
    unit.write_text(unit.read_text("utf-8").replace("RESOR GORONTALO KOTA", "RESORT GORONTALO KOTA"), "utf-8")
    made = run("list")
    assert 1 == made.exit_code
    assert "`sopgen register rename --from NAME`" in made.output
    assert 0 == run("rename", "--from", former).exit_code
    assert (7, 6) == opened().span(2026)


def test_people_are_purged_after_the_office_s_term_only() -> None:
    begun(1, 2020).give(LetterKey("a", "lama", date(2020, 1, 6), ("00000001",), "Personel Contoh 1"), str)
    unit = Path("spec", "satuan.yaml")
    told = run("purge", "--before", "2021-01-01", "--yes")
    assert "the office set no term" in told.output
    text = unit.read_text("utf-8")
    unit.write_text(text.replace("surat_perintah:\n", "surat_perintah:\n  simpan_personel: 24\n"), "utf-8")
    assert 1 == run("purge", "--before", "2999-01-01", "--yes").exit_code
    assert 1 == run("purge", "--before", "2021-01-01").exit_code
    assert "Personel Contoh 1" in run("list").output
    assert "the people of 1 letters are forgotten" in run("purge", "--before", "2021-01-01", "--yes").output
    assert "Personel Contoh 1" not in run("list").output
    assert State.GIVEN is opened().show(2020, 1).state
    assert b"Personel Contoh 1" not in Path("register", "surat-perintah.sqlite").read_bytes()


def test_a_password_in_a_command_is_warned_of() -> None:
    made = run("list", "--register", "postgresql+psycopg://sopgen:sandi-rahasia@127.0.0.1:1/x")
    assert 1 == made.exit_code
    assert "others can read the password" in made.output
    assert "sandi-rahasia" not in made.output
