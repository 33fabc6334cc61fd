"""The names by which old files call the parts of an SOP."""

from datetime import date

import pytest

from sopgen.read.old.labels import Known, answer, column, day, duration, identity, labelled, section, unit, unmarked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NOMOR SOP", Known("nomor_sop")),
        ("No. SOP :", Known("nomor_sop")),
        ("Tgl. Efektif", Known("tanggal_efektif")),
        ("Disahkan Oleh:", Known("disahkan_oleh")),
        ("Tanggal Pembuatam", Known("tanggal_pembuatan", sure=False)),
        ("Nama Pegawai", None),
        ("Kelengkapan", None),
    ],
)
def test_a_label_of_the_identity_part_is_known_by_its_words(text: str, found: Known | None) -> None:
    assert identity(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DASAR HUKUM:", Known("dasar_hukum")),
        ("PERALATAN / PERLENGKAPAN", Known("peralatan")),
        ("Pencatatan & Pendataan", Known("pencatatan")),
        ("KLARIFIKASI PELAKSANA:", Known("kualifikasi_pelaksana", sure=False)),
        ("KUALlFlKASI PELAKSANA", Known("kualifikasi_pelaksana", sure=False)),
        ("Materi", None),
        ("Dilarang bersosialisasi tentang kampanye politik", None),
    ],
)
def test_the_head_of_a_list_is_known_and_a_slip_in_it_is_not_sure(text: str, found: Known | None) -> None:
    assert section(text) == found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("No.", "nomor"),
        ("Uraian Kegiatan", "kegiatan"),
        ("WAKTU (menit)", "waktu"),
        ("Satuan", "satuan"),
        ("Persyaratan/ Kelengkapan", "kelengkapan"),
        ("Ket.", "keterangan"),
        ("Pejabat yang bertanggung jawab", "pelaksana"),
    ],
)
def test_a_column_is_known_by_one_of_its_many_heads(text: str, key: str) -> None:
    assert column(text) == Known(key)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("03 SEPTEMBER 2019", date(2019, 9, 3)),
        ("3-9-2019", date(2019, 9, 3)),
        ("Senin, 2 Nop 2020", date(2020, 11, 2)),
        ("31 Februari 2020", None),
        ("01", None),
        ("2 September 0219", None),
    ],
)
def test_a_day_is_read_as_offices_write_it_and_nothing_else_is_one(text: str, found: date | None) -> None:
    assert day(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1 Jam", (1, "jam")),
        ("15 mnt.", (15, "menit")),
        ("1 (satu) hari", (1, "hari")),
        ("1-3 hari", None),
        ("0 menit", None),
        ("15 menit/berkas", None),
        ("5 berkas", None),
    ],
)
def test_a_time_is_a_number_and_a_unit_and_all_others_stay_words(text: str, found: tuple[int, str] | None) -> None:
    assert duration(text) == found


def test_units_and_answers_are_told_from_other_words() -> None:
    assert [unit(one) for one in ("Menit", "HR", "berkas")] == ["menit", "hari", None]
    assert [answer(one) for one in ("Ya", "TIDAK", "Tidak lengkap", "Lengkap", "Kasat", "")] == [
        True,
        False,
        False,
        True,
        None,
        None,
    ]


def test_a_line_is_parted_into_label_and_value() -> None:
    found = labelled("TGL REVISI\t: 01")
    assert found
    assert (found.known.key, found.label, found.value) == ("tanggal_revisi", "TGL REVISI", "01")
    assert labelled("Catatan: dilarang") is None


def test_an_item_loses_its_mark_and_nothing_else() -> None:
    marked = ("- R4 / R2", "1. Surat", "a) Materi", "\u2022 Kamera", "di tengah- tengah - a. b")
    assert [unmarked(one) for one in marked] == ["R4 / R2", "Surat", "Materi", "Kamera", "di tengah- tengah - a. b"]
