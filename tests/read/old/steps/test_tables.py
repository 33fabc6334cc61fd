"""Tables of steps, one row a step, by whatever heads they have: roles, times, exits, and what is not sure."""

from pathlib import Path

import pytest
import xlsxwriter

from sopgen.errors import SopgenError
from sopgen.model.flow import Symbol
from sopgen.read.old.found import FoundActivity, FoundExit, OldSop
from sopgen.read.old.steps.reader import read_csv, read_workbook

PLAIN = """No;Kegiatan;Pelaksana;Kelengkapan;Waktu;Satuan;Output;Ket
1;Menerima surat;Staf;Surat;15;menit;Surat tercatat;
2;Apakah lengkap?;Kepala Seksi;"1. Surat
2. Kartu";1;jam;Hasil;segera
3;Menyerahkan alat;Staf, Kepala Seksi;;1-2;hari;Alat;
"""


def of_csv(tmp_path: Path, text: str) -> OldSop:
    path = tmp_path / "langkah.csv"
    path.write_text(text, "utf-8")
    return read_csv(path)


def only(old: OldSop) -> FoundActivity:
    (activity,) = old.activities
    return activity


def test_names_in_one_column_become_lanes_and_a_time_has_its_unit(tmp_path: Path) -> None:
    activity = only(of_csv(tmp_path, PLAIN))
    assert [lane.text for lane in activity.lanes] == ["Staf", "Kepala Seksi"]
    assert [step.roles for step in activity.steps] == [(0,), (1,), (0, 1)]
    assert [step.symbol for step in activity.steps] == [Symbol.START, Symbol.DECISION, Symbol.END]
    assert [step.time and step.time.text for step in activity.steps] == ["15 menit", "1 jam", "1-2 hari"]
    assert [one.text for one in activity.steps[1].materials] == ["1. Surat", "2. Kartu"]
    assert [one.text for one in activity.steps[1].notes] == ["segera"]
    assert activity.steps[1].text.spot.name == "B3"
    assert not [step.doubt for step in activity.steps if step.doubt]


@pytest.mark.parametrize("mark", ["x", "V", "\u25cf", "\u2713"])
def test_marks_in_a_column_for_each_role_tell_who_does_a_step(tmp_path: Path, mark: str) -> None:
    text = f"""No,Uraian Kegiatan,Pelaksana,,,Mutu Baku,,,Keterangan
,,Staf,Kasi,Kabid,Persyaratan,Waktu (menit),Keluaran,
1,2,3,4,5,6,7,8,9
1,Menerima,{mark},,,Surat,5,Catatan,
2,Memutuskan,,\u25c7,,Surat,10,Putusan,
3,Menyimpan,{mark},,{mark},Surat,5,Arsip,
"""
    old = of_csv(tmp_path, text)
    activity = only(old)
    assert [lane.text for lane in activity.lanes] == ["Staf", "Kasi", "Kabid"]
    assert [step.roles for step in activity.steps] == [(0,), (1,), (0, 2)]
    assert activity.steps[1].symbol is Symbol.DECISION
    assert [step.time and step.time.text for step in activity.steps] == ["5 menit", "10 menit", "5 menit"]
    assert {path: one.text for path, one in old.texts.items()} == {
        "kepala_tabel.nomor": "No",
        "kepala_tabel.kegiatan": "Uraian Kegiatan",
        "kepala_tabel.pelaksana": "Pelaksana",
        "kepala_tabel.mutu_baku": "Mutu Baku",
        "kepala_tabel.keterangan": "Keterangan",
        "kepala_tabel.kelengkapan": "Persyaratan",
        "kepala_tabel.waktu": "Waktu (menit)",
        "kepala_tabel.keluaran": "Keluaran",
    }


def test_columns_of_numbers_tell_where_a_decision_leads(tmp_path: Path) -> None:
    rows = ("No;Langkah;Pelaksana;Output;Ya;Tidak;Ke", "1;Terima;A;x;;;", "2;Periksa;B;y;4;1;", "3;Tolak;A;z;;;")
    text = "\n".join([*rows, "4;Simpan;A;z;;;9"])
    steps = only(of_csv(tmp_path, text)).steps
    assert steps[1].symbol is Symbol.DECISION
    assert steps[1].exits == (FoundExit(3, "Ya"), FoundExit(0, "Tidak"))
    assert "9" in steps[3].doubt


def test_what_a_table_does_not_say_for_certain_is_doubted(tmp_path: Path) -> None:
    text = (
        "No;Kegiatan;Pelaksana;Waktu;Output;Risiko\n1;Terima;A;15;x;rendah\n"
        "2;Periksa, jika tidak lengkap dikembalikan;B;1 jam;y;\n3;Simpan;;1 jam;z;\n"
    )
    first, second, third = only(of_csv(tmp_path, text)).steps
    assert first.time
    assert first.time.doubt
    assert [[one.text for one in cells] for cells in first.more] == [["rendah"]]
    assert second.doubt
    assert third.doubt
    assert not third.roles


def test_rows_of_titles_begin_activities_and_sub_steps_follow_their_head(tmp_path: Path) -> None:
    text = """No;Kegiatan;Staf;Kasi;Waktu;Output
A;PERSIAPAN;;;;
1;Terima;x;;1 jam;Surat
2;Susun;;;;
a;Tulis;x;;1 jam;Draf
b;Periksa;;x;1 jam;Draf
B;PELAKSANAAN;;;;
1;Laksanakan;x;;1 hari;Hasil
"""
    first, second = of_csv(tmp_path, text).activities
    assert (first.title.text, second.title.text) == ("PERSIAPAN", "PELAKSANAAN")
    terima, tulis, periksa = first.steps
    assert terima.parent is None
    assert tulis.parent is not None
    assert (tulis.parent.text, tulis.below) == ("Susun", False)
    assert (periksa.parent, periksa.below) == (None, True)


def test_the_front_page_above_the_table_is_read(tmp_path: Path) -> None:
    rows = ("Nomor SOP;SOP/01/2024", "Tanggal Efektif;5 Januari 2024", "Nama SOP;Peminjaman Alat", ";")
    text = "".join(f"{row};;;;;;\n" for row in rows) + PLAIN
    old = of_csv(tmp_path, text)
    assert old.texts["identitas.nomor_sop.nilai"].text == "SOP/01/2024"
    assert old.texts["identitas.tanggal_efektif.nilai"].text == "5 Januari 2024"
    assert only(old).title.text == "Peminjaman Alat"
    assert not old.unplaced


def test_a_workbook_names_its_cells_and_tells_hidden_rows(tmp_path: Path) -> None:
    path = tmp_path / "langkah.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Alur")
        for row, cells in enumerate(
            [["No", "Kegiatan", "Pelaksana", "Waktu", "Output"], [1, "Terima", "A", 15, "x"]]
        ):
            sheet.write_row(row, 0, cells)
        sheet.write_row(2, 0, [2, "Simpan", "B", "1 jam", "y"])
        sheet.write_row(3, 0, [3, "Rahasia", "C", "1 jam", "z"])
        sheet.set_row(3, options={"hidden": True})
    old = read_workbook(path)
    assert [step.text.text for step in only(old).steps] == ["Terima", "Simpan"]
    assert only(old).steps[0].text.spot.name == "Alur!B2"
    assert "Rahasia" in [one.text for one in old.unplaced]


def test_a_table_of_something_else_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SopgenError, match="no table of steps"):
        of_csv(tmp_path, "Nama;NRP\nA;1\n")
