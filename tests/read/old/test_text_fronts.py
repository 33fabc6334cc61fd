"""The front page of pasted text: tables side by side, labels without colons, marks of HTML and Markdown."""

import pytest

from sopgen.errors import SopgenError
from sopgen.read.old.found import OldSop
from sopgen.read.old.text.reader import read_text


def read(text: str) -> OldSop:
    return read_text(text.encode())


def items(old: OldSop, key: str) -> list[str]:
    return [one.text for one in old.lists[key]]


def test_two_lists_side_by_side_are_told_apart() -> None:
    old = read(
        "Nomor SOP : 1/2020\n"
        "DASAR HUKUM:\tKUALIFIKASI PELAKSANA:\n"
        "1. UU Nomor 2\n2. PP Nomor 3\t1. Mampu membaca\n2. Mampu menulis\n"
        "KETERKAITAN\tPERALATAN/PERLENGKAPAN\n"
        "SOP Surat Masuk\tKomputer\nPrinter\n"
    )
    assert items(old, "dasar_hukum") == ["UU Nomor 2", "PP Nomor 3"]
    assert items(old, "kualifikasi_pelaksana") == ["Mampu membaca", "Mampu menulis"]
    assert items(old, "keterkaitan") == ["SOP Surat Masuk"]
    assert items(old, "peralatan") == ["Komputer", "Printer"]


def test_labels_beside_the_letterhead_and_without_a_colon_are_read() -> None:
    old = read(
        "PEMERINTAH KOTA CONTOH\tNomor SOP\t12/2020\n"
        "DINAS CONTOH\tTanggal Revisi\t-\n"
        "\tDisahkan oleh\tKepala Dinas\n"
        "\t\tContoh Satu, S.H.\n\t\tNIP. 19700101 199003 1 001\n"
        "\tNama SOP\tPelayanan\nSurat Masuk\n"
        "PERINGATAN\n- Jangan\n"
    )
    told = {path.removeprefix("identitas."): one.text for path, one in old.texts.items()}
    assert told["nomor_sop.nilai"] == "12/2020"
    assert told["tanggal_revisi.nilai"] == "-"
    assert told["disahkan_oleh.nilai"] == "Kepala Dinas"
    assert told["nama_sop.nilai"] == "Pelayanan Surat Masuk"
    assert (told["pengesah.nama"], told["pengesah.nrp"]) == ("Contoh Satu, S.H.", "19700101 199003 1 001")
    assert told["satuan_kerja"] == "DINAS CONTOH"
    assert items(old, "kop") == ["PEMERINTAH KOTA CONTOH"]


def test_marks_of_html_and_markdown_leave_the_words() -> None:
    old = read(
        "<p>Nomor&nbsp;SOP : <b>1/2020</b></p>\n"
        "## DASAR HUKUM\n* **UU** Nomor 2 &amp; 3\n* Waktu &lt; 5 menit\n"
        "<h2>PERINGATAN</h2><ul><li>Jangan</li><li>Dilarang</li></ul>\n"
    )
    assert old.texts["identitas.nomor_sop.nilai"].text == "1/2020"
    assert items(old, "dasar_hukum") == ["UU Nomor 2 & 3", "Waktu < 5 menit"]
    assert items(old, "peringatan") == ["Jangan", "Dilarang"]


def test_an_item_that_goes_on_in_the_next_line_stays_whole_and_a_stray_line_is_doubted() -> None:
    old = read(
        "PERINGATAN:\n- Pada saat pelaksanaan sosialisasi anggota tidak boleh menjurus ke\nunsur tertentu\n"
        "- Jangan\nRusak\n"
    )
    found = old.lists["peringatan"]
    assert found[0].text.endswith("menjurus ke unsur tertentu")
    assert [(one.text, bool(one.doubt)) for one in found[1:]] == [("Jangan", False), ("Rusak", True)]


def test_a_flow_in_mermaid_gives_steps_roles_and_exits() -> None:
    old = read(
        "No\tKegiatan\tStaf\tKasi\tKelengkapan\tWaktu\tOutput\n"
        "1\tA. SURAT\nMaksud\n- Tertib\t"
        "graph TD; A([Mulai]) --> B[Staf: Terima (asli)]; B --> C{Kasi: Lengkap?}; "
        "C -->|Ya| D((Selesai)); C -- Tidak --> B"
        "\t\tSurat\t1 jam\tArsip\n"
    )
    (activity,) = old.activities
    assert [(step.text.text, step.symbol.value, step.roles) for step in activity.steps] == [
        ("Mulai", "mulai", ()),
        ("Terima (asli)", "proses", (0,)),
        ("Lengkap?", "keputusan", (1,)),
        ("Selesai", "selesai", ()),
    ]
    assert [(one.to, one.label) for one in activity.steps[2].exits] == [(3, "Ya"), (1, "Tidak")]
    assert [bool(step.doubt) for step in activity.steps] == [True, False, False, True]


def test_what_is_no_text_is_refused_and_a_text_of_something_else_is_left_over() -> None:
    with pytest.raises(SopgenError):
        read_text(b"\x00\x01\x02")
    old = read_text(b"Hanya sebuah surat biasa.")
    assert (old.heads, old.activities) == ({}, ())
    assert [one.text for one in old.texts.values()] == ["Hanya sebuah surat biasa."]


COPIED_FROM_PDF = """BADAN CONTOH
PROVINSI CONTOH

Nomor SOP
Tanggal Pembuatan
Tanggal Revisi
Tanggal Efektif
Disahkan oleh

SOP-099/17000/2025
2 Januari 2014
2 Januari 2025
3 Januari 2025
Kepala Badan Contoh

TIM KERJA CONTOH
NAMA SOP
PENCETAKAN INSTRUMEN

DASAR HUKUM :
1.
2.

Undang-Undang Nomor 16 Tahun 1997 tentang Statistik
Peraturan Presiden Nomor 86 Tahun 2007

PERINGATAN
Jika SOP tidak dilaksanakan, maka terlambat
* Dokumen ini telah ditandatangani secara elektronik

PENCATATAN DAN PENDATAAN
Pelaksana
No

Kegiatan

1

Mengusulkan pencetakan
instrumen pelatihan

2

Memeriksa usulan

Mutu Baku
Kelengkapan
Waktu
3 Jam
Output
"""


def test_columns_that_a_pdf_gives_one_after_the_other_are_put_together_where_that_is_sure() -> None:
    old = read(COPIED_FROM_PDF)
    told = {path.removeprefix("identitas."): one for path, one in old.texts.items()}
    sure = ("nomor_sop", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
    assert [told[f"{key}.nilai"].text for key in sure] == [
        "SOP-099/17000/2025",
        "2 Januari 2014",
        "2 Januari 2025",
        "3 Januari 2025",
    ]
    assert not any(told[f"{key}.nilai"].doubt for key in sure)
    assert told["disahkan_oleh.nilai"].doubt
    assert items(old, "dasar_hukum") == [
        "Undang-Undang Nomor 16 Tahun 1997 tentang Statistik",
        "Peraturan Presiden Nomor 86 Tahun 2007",
    ]
    assert items(old, "peringatan") == ["Jika SOP tidak dilaksanakan, maka terlambat"]
    (activity,) = old.activities
    assert [step.text.text for step in activity.steps] == [
        "Mengusulkan pencetakan instrumen pelatihan",
        "Memeriksa usulan",
    ]
    assert activity.doubt
    left = [one.text for one in old.unplaced]
    assert {"TIM KERJA CONTOH", "3 Jam", "* Dokumen ini telah ditandatangani secara elektronik"} <= set(left)


def test_fewer_dates_than_labels_copied_apart_are_doubted() -> None:
    old = read(COPIED_FROM_PDF.replace("2 Januari 2014\n", ""))
    dates = [old.texts[f"identitas.tanggal_{key}.nilai"] for key in ("pembuatan", "revisi", "efektif")]
    assert [one.text for one in dates] == ["", "2 Januari 2025", "3 Januari 2025"]
    assert all(one.doubt for one in dates)


def test_lists_that_ran_into_each_other_are_doubted() -> None:
    old = read("DASAR HUKUM\n\nKUALIFIKASI PELAKSANA\n1. UU\n1. Siap\n2. PP\n2. Mampu\nPERINGATAN\n- Jangan\n")
    assert old.heads["kualifikasi_pelaksana"].doubt
    assert old.heads["peringatan"].doubt
    apart = read("DASAR HUKUM\n1. UU\n3. PP\nPERINGATAN\n- Jangan\n")
    assert apart.heads["dasar_hukum"].doubt
    assert not apart.heads["peringatan"].doubt


def test_columns_that_blanks_keep_apart_are_told_apart_and_their_table_is_left_over() -> None:
    rows = (
        ("", "Nomor SOP          SOP-1/2025"),
        ("   BADAN CONTOH", "Tanggal Revisi"),
        ("", "Tanggal Efektif    2 Januari 2025"),
        ("DASAR HUKUM :", "KUALIFIKASI PELAKSANA :"),
        ("1. UU Nomor 16", "1. Siap bekerja"),
        ("2. PP Nomor 51", ""),
        ("", "2. Mampu"),
        ("PERINGATAN", "PENCATATAN DAN PENDATAAN"),
        ("", "Disimpan"),
    )
    table = (
        "NO     AKTIVITAS      Staf     Kelengkapan     Output",
        " 1    Membuat surat        Surat     1 Hari     Arsip",
    )
    old = read("\n".join([*(f"{left:<50}{right}".rstrip() for left, right in rows), *table]))
    assert old.texts["identitas.nomor_sop.nilai"].text == "SOP-1/2025"
    dates = [old.texts[f"identitas.tanggal_{key}.nilai"] for key in ("revisi", "efektif")]
    assert [(one.text, one.doubt) for one in dates] == [("", ""), ("2 Januari 2025", "")]
    assert old.texts["identitas.satuan_kerja"].text == "BADAN CONTOH"
    assert items(old, "dasar_hukum") == ["UU Nomor 16", "PP Nomor 51"]
    assert items(old, "kualifikasi_pelaksana") == ["Siap bekerja", "Mampu"]
    assert (items(old, "peringatan"), items(old, "pencatatan")) == ([], ["Disimpan"])
    assert not old.activities
    assert "1 Membuat surat Surat 1 Hari Arsip" in [one.text for one in old.unplaced]


def test_steps_that_are_listed_in_words_become_a_flow_to_be_filled_in() -> None:
    old = read(
        "Nomor SOP : 1/2020\nPengertian\nPendaftaran adalah pencatatan.\nPERINGATAN\n- Jangan\n"
        "Langkah-langkah :\n1. Petugas memanggil pasien\n2. Petugas mencatat\n"
    )
    (activity,) = old.activities
    assert [step.text.text for step in activity.steps] == ["Petugas memanggil pasien", "Petugas mencatat"]
    assert activity.doubt
    assert items(old, "peringatan") == ["Jangan"]
    assert "Pendaftaran adalah pencatatan." in [one.text for one in old.unplaced]


def test_a_text_that_is_no_sop_by_its_size_is_refused_and_hidden_marks_leave_line_numbers() -> None:
    with pytest.raises(SopgenError, match="1000000"):
        read("Nomor SOP : 1\n" + "a " * 600_000)
    old = read("<!DOCTYPE html><style>\np {}\n</style><!-- catatan\n-->\nNomor SOP : 1/2020\n<!-- tidak ditutup\n")
    assert old.texts["identitas.nomor_sop.nilai"].spot.name.endswith(" 5")
