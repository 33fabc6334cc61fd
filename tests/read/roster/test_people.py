"""Rosters as Excel in Indonesia writes them: read as they are, or refused with row, column and what to do."""

import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.errors import SpecError
from sopgen.model.people.person import CIVIL, POLICE, rank
from sopgen.read.roster.people import load_roster

HEADS = ["No", "Nama", "Pangkat", "NRP", "Jabatan", "Ket"]
GOOD: list[list[Any]] = [
    ["1", "Personel Contoh 1", "AKP", "00000001", "Kasat", ""],
    ["2", "Personel Contoh 2", "bripka", "00000002", "Anggota", "Sopir"],
]


def workbook(folder: Path, rows: list[list[Any]], change: Callable[[openpyxl.Workbook], None] | None = None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [HEADS, *rows]:
        sheet.append(row)
    if change:
        change(book)
    path = folder / "daftar.xlsx"
    book.save(path)
    return path


def told(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("SOPGEN_LANG", "en")
    with pytest.raises(SpecError) as caught:
        load_roster(path)
    return [f"{p.line}:{p.column} {p.what}" for p in caught.value.problems]


def lines(separator: str, before: str = "") -> str:
    return before + "\r\n".join(separator.join(row) for row in [HEADS, *GOOD]) + "\r\n"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_csv_is_read_in_every_dress(separator: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_bytes(lines(separator).encode(encoding))
    people = load_roster(path).people
    assert ["Personel Contoh 1", "Personel Contoh 2"] == [person.name for person in people]
    assert ["00000001", "00000002"] == [person.number for person in people]
    assert ["AKP", "Bripka"] == [person.rank for person in people]


def test_a_sep_line_names_the_separator(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text(lines("|", "sep=|\r\n"), encoding="utf-8", newline="")
    assert 2 == len(load_roster(path).people)
    assert 3 == load_roster(path).people[0].row


def test_windows_1252_keeps_its_letters(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_bytes("Nama;Pangkat;NRP\nPersonel Conté;AKP;00000001\n".encode("cp1252"))
    assert "Personel Conté" == load_roster(path).people[0].name


def test_excel_s_way_to_keep_zeros_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text('Nama;Pangkat;NRP\nPersonel Contoh 1;AKP;"=""00000001"""\n', encoding="utf-8")
    assert "00000001" == load_roster(path).people[0].number


@pytest.mark.parametrize(
    "heads", ["Nama Lengkap,Pangkat,NRP/NIP", "NAMA,PANGKAT / GOL,N R P", " nama ,Pkt.,NIP / NRP"]
)
def test_heads_are_found_tolerantly(heads: str, tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    text = heads.replace("N R P", "NRP")
    path.write_text(f"DAFTAR PERSONEL,,\n,,\n{text}\nPersonel Contoh 1,Iptu,00000001\n", encoding="utf-8")
    assert "00000001" == load_roster(path).people[0].number


def test_rank_and_number_may_share_a_column(tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    path.write_text(
        "Nama;Pangkat/NRP\nPersonel Contoh 1;BRIPKA NRP 00000001\nPersonel Contoh 2;-\n", encoding="utf-8"
    )
    assert [("Bripka", "00000001"), ("", "")] == [(p.rank, p.number) for p in load_roster(path).people]


def test_a_workbook_is_read(tmp_path: Path) -> None:
    people = load_roster(workbook(tmp_path, [*GOOD])).people
    assert ["00000001", "00000002"] == [person.number for person in people]
    assert [2, 3] == [person.row for person in people]


def test_numbers_dates_errors_and_formulas_are_reported_with_their_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[list[Any]] = [
        [1, "Personel Contoh 1", "AKP", 1234567, "", ""],
        [2, "Personel Contoh 2", "AKP", date(2026, 1, 2), "", ""],
        [3, "Personel Contoh 3", "AKP", "=B2", "", ""],
        [4, "Personel Contoh 4", "AKP", "7.6E+07", "", ""],
        [5, "Personel Contoh 5", "AKP", "1234567", "", ""],
        [6, "Personel Contoh 6", "AKB", "00000006", "", ""],
        [7, "", "AKP", "00000007", "", ""],
        [8, "Personel Contoh 8", "AKP", "#N/A", "", ""],
    ]
    found = told(workbook(tmp_path, rows), monkeypatch)
    assert [
        "2:4 the cell holds the number 1234567, which may have lost a zero",
        "3:4 the cell holds the date 2026-01-02",
        "4:4 the cell holds a formula",
        '5:4 "7.6E+07" is a number that Excel shortened',
        '6:4 NRP "1234567" has 7 digits, a zero may be lost',
        '7:3 rank "AKB" is not known',
        "8:2 the row has no name",
        "9:4 the cell holds an error",
    ] == [line for line in found if not line.startswith('9:4 "')]


def test_characters_that_no_letter_can_show_are_named_with_their_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        ["1", "Personel 🚔", "AKP", "00000001", "Kasat ✓", ""],
        ["2", "Élise Ćosić", "entah", "00000002", "", "ب"],
    ]
    assert [
        '2:2 the character "🚔" (U+1F694 ONCOMING POLICE CAR) is not in Arial',
        '2:5 the character "✓" (U+2713 CHECK MARK) is not in Arial',
        '3:3 rank "entah" is not known',
        '3:6 the character "ب" (U+0628 ARABIC LETTER BEH) is not in Arial',
    ] == told(workbook(tmp_path, rows), monkeypatch)


def test_the_same_person_twice_is_named_with_both_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows: list[list[Any]] = [[*GOOD[0]], [*GOOD[1]], ["3", "Nama Lain", "AKP", "00000001", "", ""]]
    assert ["4:4 00000001 already stands in row 2"] == told(workbook(tmp_path, rows), monkeypatch)


def hide(book: openpyxl.Workbook) -> None:
    assert book.active is not None
    book.active.row_dimensions[3].hidden = True


def more(book: openpyxl.Workbook) -> None:
    book.create_sheet("Lain").append(HEADS)


def out_of_sight(book: openpyxl.Workbook) -> None:
    assert book.active is not None
    book.active.sheet_state = "hidden"
    book.create_sheet("Kosong")
    book.active = 1


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (hide, "3:1 the row is hidden"),
        (more, "1:1 several sheets hold data: Sheet, Lain"),
        (out_of_sight, '1:1 the sheet "Sheet" is'),
    ],
)
def test_what_nobody_sees_is_refused(
    change: Callable[[openpyxl.Workbook], None], what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = told(workbook(tmp_path, [*GOOD], change), monkeypatch)
    assert [True] == [line.startswith(what) for line in found]


def repacked(path: Path, extra: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        for name, content in extra.items():
            package.writestr(name, content)
    return path


@pytest.mark.parametrize(
    ("extra", "what"),
    [
        ({"xl/vbaProject.bin": b"x"}, "macros"),
        ({"xl/evil.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}, "declares entities"),
        ({"xl/bomb.bin": b"0" * 30_000_000}, "unpacks to far more"),
    ],
)
def test_attacks_are_refused(
    extra: dict[str, bytes], what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (found,) = told(repacked(workbook(tmp_path, [*GOOD]), extra), monkeypatch)
    assert what in found


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "encrypted or of an old kind"),
        (b"PK\x03\x04 rusak", "no .xlsx workbook"),
        (b"", "no .xlsx workbook"),
    ],
)
def test_what_is_no_workbook_is_refused(
    content: bytes, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "daftar.xlsx").write_bytes(content)
    (found,) = told(tmp_path / "daftar.xlsx", monkeypatch)
    assert what in found


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "1:1 no row has the head Nama"),
        ("Nama\nPersonel Contoh 1\n", "1:1 the heads lack Pangkat, NRP"),
        ("Nama;Pangkat;NRP\n", "1:1 the roster names nobody"),
        ("Nama;Pangkat;NRP\nA\x07;AKP;00000001\n", "2:1 the cell holds the invisible character U+0007"),
        ('Nama;Pangkat;NRP\n"A;AKP;00000001\n', "2:1 the quotes of this row do not close"),
    ],
)
def test_broken_csv_is_refused_with_its_row(
    text: str, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "daftar.csv").write_text(text, encoding="utf-8")
    (found,) = told(tmp_path / "daftar.csv", monkeypatch)
    assert found.startswith(what)


def test_a_missing_file_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ["1:1 there is no such file"] == told(tmp_path / "tiada.xlsx", monkeypatch)


@given(st.binary(max_size=300))
def test_no_bytes_make_the_reader_fail_otherwise(content: bytes) -> None:

    with tempfile.TemporaryDirectory() as folder:
        for ending in ("csv", "xlsx"):
            path = Path(folder) / f"daftar.{ending}"
            path.write_bytes(content)
            with suppress(SpecError):
                load_roster(path)


def test_every_rank_is_known_by_both_forms_and_ordered() -> None:
    orders = [(rank(short), rank(full.upper())) for short, full in POLICE]
    assert all(a is b for a, b in orders)
    assert list(range(len(POLICE))) == [a.order for a, _ in orders if a]
    assert 17 == len(CIVIL)
    assert all(rank(short) is rank(full) is rank(f"{full} ({grade})") for short, full, grade in CIVIL)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell no peak memory this way")
def test_fifty_thousand_rows_are_read_with_flat_memory(tmp_path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Daftar")
    sheet.append(HEADS)
    for n in range(50_000):
        sheet.append([str(n), f"Personel Contoh {n}", "Bripda", f"{n:08}", "Anggota", ""])
    book.save(tmp_path / "besar.xlsx")
    # Not getrusage: its peak is also that of the test run, from which this process was forked.
    script = (
        "import sys; from pathlib import Path; from sopgen.read.roster.people import load_roster; "
        "n = len(load_roster(Path(sys.argv[1])).people); status = Path('/proc/self/status').read_text(); "
        "print(n, status.split('VmHWM:')[1].split()[0])"
    )
    # By a small process between: the peak of a new one begins with that of its parent, here of all the tests.
    between = "import subprocess, sys; subprocess.run([sys.executable, *sys.argv[1:]], check=True)"
    command = [sys.executable, "-c", between, "-c", script, str(tmp_path / "besar.xlsx")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    count, kibibytes = map(int, done.stdout.split())
    assert 50_000 == count
    assert kibibytes < 250 * 1024
