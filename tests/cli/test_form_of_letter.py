"""Forms that follow an issued letter, made from the register by its number alone."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.test_form import form, made_in, text
from tests.cli.test_order import FILE, order, order_file, roster, spec  # noqa: F401  (a fixture)
from tests.registers import begun, opened

from sopgen.cli.main import main

SAID = FILE + (
    "tempat: Aula Kelurahan Contoh\nsampai: 2026-12-02\npukul: 08.00-12.00\nuntuk: [membuat dokumentasi]\n"
)
OFFICIAL = """pejabat:
  - id: kasat
    jabatan: KASAT BINMAS
    nama: Personel Contoh 9
    pangkat: AJUN KOMISARIS POLISI
    nrp: "00000099"
"""
YEAR = ("--year", "2026")


def run(*words: object) -> Result:
    return CliRunner().invoke(main, [*map(str, words)], catch_exceptions=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def letters(spec: Path, tmp_path: Path) -> Path:  # noqa: F811
    """The SOP of a folder with a begun register."""
    begun()
    unit = tmp_path / "spec" / "satuan.yaml"
    words = unit.read_text("utf-8")
    assert "pejabat: []" in words
    unit.write_text(words.replace("pejabat: []", OFFICIAL), "utf-8")
    return spec


def test_a_number_gives_the_same_bytes_as_the_order_file(letters: Path, tmp_path: Path) -> None:
    path, _ = order_file(tmp_path, SAID + "surat: satu\npenandatangan: kasat\n"), roster(tmp_path, 3)
    made = run("order", path, "--register", "--yes", "--formats", "docx")
    assert 0 == made.exit_code, made.output
    assert 0 == form(letters, "--order", path, "--register", "--out", "berkas").exit_code
    Path(tmp_path / "daftar.csv").unlink()
    made = form(letters, "--letter", "1", *YEAR, "--out", "nomor")
    assert 0 == made.exit_code, made.output
    assert 6 == len(contents(tmp_path / "nomor"))
    assert contents(tmp_path / "berkas") == contents(tmp_path / "nomor")


def test_one_letter_of_many_has_its_own_forms(letters: Path, tmp_path: Path) -> None:
    path, _ = order_file(tmp_path, SAID + "surat: per_orang\n"), roster(tmp_path, 2)
    assert 0 == run("order", path, "--register", "--yes", "--formats", "docx").exit_code
    assert 0 == form(letters, "--order", path, "--register", "--out", "berkas", "--form", "laporan-hasil").exit_code
    assert 0 == form(letters, "--letter", "2", *YEAR, "--out", "nomor").exit_code
    names = ("laporan-hasil", "daftar-hadir", "notulen")
    assert {f"{name}-2026-0002-A-00000002" for name in names} == made_in(tmp_path / "nomor")
    of_file, of_number = contents(tmp_path / "berkas"), contents(tmp_path / "nomor")
    reports = {name for name in of_file if "-0002-" in name}
    assert 2 == len(reports)
    assert all(of_file[name] == of_number[name] for name in reports)


def test_the_forms_of_a_corrected_letter_follow_the_correction(letters: Path, tmp_path: Path) -> None:
    order(letters, roster(tmp_path, 1), "--register", "--formats", "docx", "--place", "Pos Lama")
    corrected = ("--correct", "1", "--reason", "salah tempat", "--formats", "docx", "--place", "Pos Baru")
    assert 0 == order(letters, roster(tmp_path, 2), *corrected).exit_code
    assert 0 == run("order", letters, "--reprint", "1", *YEAR, "--out", "cetak-ulang").exit_code
    made = form(letters, "--letter", "1", *YEAR, "--form", "laporan-hasil")
    assert 0 == made.exit_code, made.output
    report = text(tmp_path / "tindak-lanjut" / "laporan-hasil-2026-0001-A.docx")
    assert "Pos Baru" in report
    assert "Pos Lama" not in report
    assert "BRIPKA/00000002" in report


def test_a_number_without_a_letter_that_counts_is_told_in_one_line(letters: Path, tmp_path: Path) -> None:
    order(letters, roster(tmp_path, 1), "--register", "--formats", "docx")
    opened().void(2026, 1, "batal berangkat")
    opened().reserve(2026, 1, "blangko", str)
    for number, what in ((1, "is void: batal berangkat"), (2, "it is dicadangkan"), (7, "knows no number 7 of 2026")):
        made = form(letters, "--letter", number, *YEAR)
        assert 1 == made.exit_code
        assert what in made.output
        assert 1 == len(made.output.splitlines())
    assert not (tmp_path / "tindak-lanjut").exists()


def test_a_letter_whose_people_were_forgotten_is_to_be_named_otherwise(letters: Path, tmp_path: Path) -> None:
    order(letters, roster(tmp_path, 1), "--register", "--formats", "docx")
    opened().purge(date(2027, 1, 1))
    made = form(letters, "--letter", "1", *YEAR)
    assert 1 == made.exit_code
    assert "does not keep what letter Sprin/1/XII/CONTOH.1.1./2026 was made from" in made.output
    assert "fix: name it by its order file" in made.output
    again = form(letters, "--activity", "A", "--roster", roster(tmp_path, 1), "--date", "2026-12-01", "--number", "1")
    assert 0 == again.exit_code, again.output


@pytest.mark.parametrize(
    "more",
    [["--order", "x.yaml"], ["--activity", "A"], ["--register"], ["--place", "Pos A"], ["--number", "1"]],
)
def test_a_letter_s_number_stands_alone(more: list[str], letters: Path) -> None:
    made = form(letters, "--letter", "1", *more)
    assert 2 == made.exit_code
    assert "stands alone, since the register says what the letter is" in made.output
