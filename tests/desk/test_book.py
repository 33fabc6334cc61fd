"""Buku agenda at the desk: what follows an issued letter is what the commands do."""

from base64 import b64decode
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from click.testing import CliRunner
from tests.desk.sample import PEOPLE

from sopgen.cli.main import main
from sopgen.desk.calls import HandedFile
from sopgen.desk.letters.after import (
    BlankForms,
    CodeText,
    LetterForms,
    LetterNumber,
    Reprinted,
    as_form,
    blank_forms,
    code_picture,
    code_text,
    forms,
    made_forms,
    printed_again,
)
from sopgen.desk.letters.book import Beginning, LastOnes, Voiding, Year, began, book, sheet, voided
from sopgen.desk.letters.giving import LetterGiven, given
from sopgen.errors import SopgenError
from sopgen.jobs.letters import form_request
from sopgen.workspace import start

SPEC = "spec/sop/fkpm/2019.yaml"
FIRST = LetterNumber(tahun=2026, nomor=19)


def asked(**values: Any) -> LetterGiven:
    said = {"edisi": "fkpm/2019", "kegiatan": "A", "orang": PEOPLE[:3], "tanggal": "27-11-2026", "nomor": "buku"}
    terms = {"kka": "CONTOH.1.1.", "tempat": "Aula Mapolres", "pukul": "08.00-12.00", "untuk": ["mencatat hasil;"]}
    return LetterGiven.model_validate({**said, **terms, "yakin": True, **values})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose book has the letter 19."""
    folder = tmp_path_factory.mktemp("buku")
    start(folder / "kantor")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder / "kantor")
        patch.setenv("SOPGEN_KEY", str(folder / "kunci.pem"))
        began(Beginning(nomor=19, tahun=2026))
        given(asked())
    return folder / "kantor"


@pytest.fixture
def here(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, in which the desk stands."""
    folder = tmp_path / "kantor"
    copytree(made, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOPGEN_KEY", str(made.parent / "kunci.pem"))
    monkeypatch.setenv("SOPGEN_LANG", "id")
    return folder


def letters(year: int = 2026) -> list[Any]:
    told: Any = book(LastOnes(tahun=year))
    return list(told["surat"])


@pytest.mark.usefixtures("here")
def test_the_book_tells_of_a_letter_all_that_is_searched_for() -> None:
    (one,) = letters()
    assert ("Sprin/19/XI/CONTOH.1.1./2026", "2026-11-27", "terbit") == (one["nomor"], one["hari"], one["keadaan"])
    assert ["Bripka Budi Contoh 80010001", "Aipda Sitti Contoh 80010002", "Bripka Rahmat Contoh 80010003"] == sorted(
        one["orang"], key=lambda who: who[-1]
    )


def test_a_letter_is_printed_again_as_the_command_does_and_put_back_where_it_is_gone(here: Path) -> None:
    issued = {path.name: path.read_bytes() for path in (here / "surat").iterdir()}
    for path in (here / "surat").iterdir():
        path.unlink()
    again: Any = printed_again(Reprinted(tahun=2026, nomor=19, rangkap=2, sisi="satu"))
    assert issued == {path.name: path.read_bytes() for path in (here / "surat").iterdir()}
    assert issued == {one["nama"]: b64decode(one["isi"]) for one in again["berkas"]}
    line = ["order", SPEC, "--reprint", "19", "--year", "2026", "--print-run", "cetak.pdf", "--sides", "one"]
    told = CliRunner().invoke(main, [*line, "--copies", "2"])
    assert 0 == told.exit_code, told.output
    assert Path("cetak.pdf").read_bytes() == b64decode(again["cetakan"])


def test_a_letter_is_corrected_under_its_number_and_the_former_one_is_kept(here: Path) -> None:
    form: Any = as_form(FIRST)
    said = form["surat"]
    assert ("Aula Mapolres", "08.00 s.d. 12.00", ("mencatat hasil;",), "CONTOH.1.1.") == (
        *(said[key] for key in ("tempat", "pukul", "untuk", "kka")),
    )
    assert not said["urutan_daftar"]
    assert ["Sitti Contoh", "Budi Contoh", "Rahmat Contoh"] == [one[0] for one in said["orang"]]
    given(LetterGiven.model_validate({**said, "tempat": "Aula Polsek", "alasan": "tempat salah", "yakin": True}))
    (one,) = letters()
    assert [(1, "tempat salah")] == [(was["versi"], was["alasan"]) for was in one["dahulu"]]
    kept = {path.name for path in (here / "surat" / "diganti").iterdir()}
    assert {"surat-perintah-2026-0019-A-versi-1.docx", "surat-perintah-2026-0019-A-versi-1.pdf"} == kept
    later: Any = as_form(FIRST)
    assert "Aula Polsek" == later["surat"]["tempat"]


@pytest.mark.usefixtures("here")
def test_a_number_is_voided_with_its_reason_alone() -> None:
    with pytest.raises(SopgenError):
        voided(Voiding(tahun=2026, nomor=19, alasan="  "))
    told: Any = voided(Voiding(tahun=2026, nomor=19, alasan="kegiatan dibatalkan"))
    assert ["surat-perintah-2026-0019-A.docx", "surat-perintah-2026-0019-A.pdf"] == told["berkas"]
    (one,) = letters()
    assert ("batal", "kegiatan dibatalkan") == (one["keadaan"], one["alasan"])


def test_the_report_of_a_letter_is_that_of_the_command(here: Path) -> None:
    choices: Any = forms(FIRST)
    assert "laporan-hasil" in dict(choices["formulir"])
    assert "undangan" not in dict(choices["formulir"])
    report: Any = made_forms(LetterForms(tahun=2026, nomor=19, formulir=("laporan-hasil",)))
    kept = {path.name: path.read_bytes() for path in (here / "tindak-lanjut").iterdir()}
    assert kept == {one["nama"]: b64decode(one["isi"]) for one in report["berkas"]}
    line = ["form", SPEC, "--letter", "19", "--year", "2026", "--form", "laporan-hasil", "--out", "lain"]
    assert 0 == CliRunner().invoke(main, line).exit_code
    assert kept == {path.name: path.read_bytes() for path in (here / "lain").iterdir()}


def test_blank_forms_are_those_of_the_command(here: Path) -> None:
    wanted = ("surat-perintah-tugas", "daftar-hadir", "monitoring")
    blank: Any = blank_forms(BlankForms(edisi="fkpm/2019", kegiatan="B", formulir=wanted))
    for line in (["--activity", "B", "--form", wanted[0], "--form", wanted[1]], ["--form", wanted[2]]):
        assert 0 == CliRunner().invoke(main, ["form", SPEC, *line, "--out", "lain"]).exit_code
    told = {one["nama"]: b64decode(one["isi"]) for one in blank["berkas"]}
    assert told == {path.name: path.read_bytes() for path in (here / "lain").iterdir()}


def test_the_code_of_a_letter_is_checked_with_every_word(here: Path) -> None:
    pdf = next((here / "surat").glob("*.pdf"))
    told: Any = code_picture(HandedFile("../../surat.PDF", pdf.read_bytes()))
    (one,) = told["kode"]
    assert ([], True, "terbit") == (told["faults"], one["kata"], one["keadaan"])
    voided(Voiding(tahun=2026, nomor=19, alasan="batal"))
    told = code_picture(HandedFile("surat.pdf", pdf.read_bytes()))
    assert "batal" in told["faults"][0]["what"]


@pytest.mark.usefixtures("here")
def test_what_bears_no_code_is_told() -> None:
    for text in ("", "halo", "SOPGEN2|a|b"):
        with pytest.raises(SopgenError):
            code_text(CodeText(kode=text))
    with pytest.raises(SopgenError, match="PDF"):
        code_picture(HandedFile("../../etc/passwd", b"x"))


def test_the_book_is_kept_as_the_command_writes_it(here: Path) -> None:
    assert 0 == CliRunner().invoke(main, ["register", "export", "--year", "2026"]).exit_code
    assert (here / "agenda.xlsx").read_bytes() == sheet(Year(tahun=2026)).content


@pytest.mark.usefixtures("here")
def test_blank_letters_take_numbers_of_the_book_that_are_reserved_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_request, "today_at", lambda _: date(2026, 11, 27))
    wanted = BlankForms(edisi="fkpm/2019", kegiatan="A", formulir=("surat-perintah-tugas",), bernomor=2)
    for numbers in ((20, 21), (22, 23)):
        blank: Any = blank_forms(wanted)
        names = [
            f"surat-perintah-2026-{number:04}-A-blangko.{ending}" for number in numbers for ending in ("docx", "pdf")
        ]
        assert names == [one["nama"] for one in blank["berkas"]]
    assert ["blangko"] * 4 + ["terbit"] == [one["keadaan"] for one in letters()]
    with pytest.raises(SopgenError):
        blank_forms(wanted.model_copy(update={"bernomor": 101}))
