"""A number is given only for a letter that can be made: a run that fails gives none."""

import os
from pathlib import Path

import pytest
from tests.cli.test_order import order, roster, spec  # noqa: F401  (a fixture)
from tests.registers import begun, opened

NOBODY = "Nama;Pangkat;NRP;Jabatan;Ket\n"


def of(folder: Path, *rows: str) -> str:
    path = folder / "daftar.csv"
    path.write_text(NOBODY + "\n".join(rows), "utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("Budi 🚔;BRIPKA;00000002;Anggota;", "🚔"),
        ("Budi ٣;BRIPKA;00000002;Anggota;", "٣"),
        (f"{'Panjang ' * 700};BRIPKA;00000002;Anggota;", "200 have room"),
    ],
)
def test_names_that_can_not_be_printed_cost_no_number(row: str, what: str, spec: Path, tmp_path: Path) -> None:  # noqa: F811
    begun()
    people = of(tmp_path, "Personel Contoh 1;BRIPKA;00000001;Anggota;", row)
    for more in ((), ("--per-person",)):
        made = order(spec, people, "--register", *more)
        assert 1 == made.exit_code
        assert what in made.output
    assert [] == opened().entries()
    assert not (tmp_path / "surat").exists()


def test_a_template_that_does_not_compile_costs_no_number(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    from shutil import copytree

    copytree(Path(__file__).parents[4] / "templates", tmp_path / "templates")
    begun()
    (tmp_path / "templates" / "surat-perintah" / "surat-perintah.typ").write_text("#rusak(", "utf-8")
    assert 1 == order(spec, roster(tmp_path, 2), "--register").exit_code
    assert [] == opened().entries()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="a file in the folder's place")
def test_a_folder_that_can_not_be_written_costs_no_number(spec: Path, tmp_path: Path) -> None:  # noqa: F811
    begun()
    (tmp_path / "terkunci").write_text("bukan folder", "utf-8")
    made = order(spec, roster(tmp_path, 2), "--register", "--out", str(tmp_path / "terkunci" / "surat"))
    assert 1 == made.exit_code
    assert [] == opened().entries()
