"""What is to be committed is looked through for numbers of people; those of officials and of examples may stand."""

from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from click.testing import CliRunner, Result
from tests.documents import office_pdf

from sopgen.cli.main import main
from sopgen.jobs.committed.personal_data import personal_data
from sopgen.model.people.personal import personal_numbers

# Numbers of nobody that look true; the unit's official is another one.
NRP, NIK, NIP, PHONE = "81110001", "7571012311800003", "198111232005011002", "0812 3456 7890"
OFFICIAL = "76050993"


@pytest.fixture(autouse=True)
def _in_a_unit_s_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOPGEN_LANG", "en")
    for path, text in {
        "spec/satuan.yaml": f'penandatangan: {{nrp: "{OFFICIAL}", hp: "0813-1111-2222"}}\n',
        "spec/pengesahan/fkpm-2019.yaml": 'oleh: {nrp: "79030123"}\n',
        "spec/sop/fkpm/2019.yaml": 'disahkan:\n  nama: X\n  nrp: "68120456"\n',
    }.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


def told(path: str, text: str) -> list[str]:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return [f"{p.line} {p.what}" for p in personal_data([Path(path)])]


@pytest.mark.parametrize(
    "text",
    [
        f"NRP {NRP}",
        f"nrp: '{NRP}'",
        f"BRIPKA/{NRP}",
        f"Budi, AIPDA, {NRP}",
        NRP,
        f'- "{NRP}"',
        f"NIK {NIK}",
        "7571 0123 1180 0003",
        "757101 231180 0003",
        f"NIP {NIP}",
        "19811123 200501 1 002",
        f"HP {PHONE}",
        "+62 812-3456-7890",
        "6281234567890",
    ],
)
def test_a_personal_number_is_told_and_not_printed(text: str) -> None:
    (line,) = told("catatan.txt", f"Judul\n{text}\n")
    assert line.startswith("2 the file holds a personal number: ")
    assert not any(number in line for number in (NRP, NIK, NIP, PHONE, "34567890"))


@pytest.mark.parametrize(
    "text",
    [
        f"NRP {OFFICIAL}",
        "KASAT BINMAS, AKP NRP 79030123",
        "NRP 68120456",
        "HP 0813 1111 2222",
        "NRP 00000001",
        "NIP 000000000000000001",
        "HP 0812 0000 0000",
        "tanggal 20261201",
        "20261201",
        "sha256: 8f14e45fceea167a5a36dedd4bea2543 0412345678123456a",
        "versi 1.12345678",
        "Nomor SOP / 01 / VIII / 2019, 12.345.678 rupiah",
    ],
)
def test_officials_examples_days_and_digests_are_let_pass(text: str) -> None:
    assert [] == told("catatan.txt", text)


def test_a_table_s_cells_need_no_label() -> None:
    assert ["2 the file holds a personal number: ******01"] == told("d.csv", f"Nama;Nomor\nBudi;{NRP}\n")


def make_docx() -> Path:
    made = docx.Document()
    made.add_paragraph("Kepada: BRIPKA Budi")
    cell = made.add_table(1, 2).rows[0].cells[1].paragraphs[0]
    cell.add_run(NRP[:3])  # Word parts texts where it likes
    cell.add_run(NRP[3:])
    made.save("surat.docx")
    return Path("surat.docx")


def make_xlsx() -> Path:
    made = openpyxl.Workbook()
    assert made.active is not None
    made.active.append(["Budi", int(NRP)])
    made.save("daftar.xlsx")
    return Path("daftar.xlsx")


def make_named() -> Path:
    path = Path(f"surat-perintah-0001-A-{NRP}.bin")
    path.write_bytes(b"\0\1\2")
    return path


def make_utf16() -> Path:
    Path("x.txt").write_bytes(f"NIK {NIK}".encode("utf-16"))
    return Path("x.txt")


@pytest.mark.parametrize("make", [make_docx, make_xlsx, make_named, make_utf16])
def test_word_excel_names_and_other_encodings_are_looked_into(make: Callable[[], Path]) -> None:
    (found,) = personal_data([make()])
    assert "personal number" in found.what


@pytest.mark.exe
def test_a_pdf_is_looked_into() -> None:
    Path("surat.pdf").write_bytes(office_pdf(make_docx().read_bytes()))
    assert [True] == ["personal number" in one.what for one in personal_data([Path("surat.pdf")])]


@pytest.mark.parametrize("content", [b"PK\x03\x04 rusak", b"%PDF-1.7 rusak"])
def test_what_can_not_be_looked_into_is_refused(content: bytes) -> None:
    Path("x").write_bytes(content)
    (found,) = personal_data([Path("x")])
    assert found.what.startswith("the file can not be looked into: the file is damaged, or behind a password. fix: ")


def check(*files: str) -> Result:
    return CliRunner().invoke(main, ["check", "--personal-data", *files], catch_exceptions=False)


def test_the_command_ends_with_1_where_there_is_any_and_says_nothing_where_there_is_none() -> None:
    told("a.txt", f"NRP {NRP}")
    told("b.txt", "NRP 00000001")
    assert (1, True) == (check("b.txt", "a.txt").exit_code, "a.txt:1:1: error PR02" in check("a.txt").output)
    assert (0, "") == (check("b.txt").exit_code, check("b.txt").output)


def test_a_word_before_the_number_of_another_thing_is_no_label() -> None:
    assert [] == list(personal_numbers("Nomor surat 20191201 dan 81110001 lembar"))
