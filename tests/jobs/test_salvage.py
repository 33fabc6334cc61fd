"""A fault of structure hides nothing else of its file, and makes up nothing."""

from datetime import date
from pathlib import Path

import pytest

from sopgen.jobs.check import problems

ROOT = Path(__file__).parents[2]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    text = (ROOT / "tests" / "contoh" / "sop.yaml").read_text("utf-8")
    (tmp_path / "satuan.yaml").write_bytes((ROOT / "tests" / "contoh" / "satuan.yaml").read_bytes())
    made = tmp_path / "sop.yaml"
    made.write_text(text, encoding="utf-8")
    return made


def codes(spec: Path, *changes: tuple[str, str]) -> list[str]:
    text = spec.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    spec.write_text(text, encoding="utf-8")
    return [one.code for one in problems(spec)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("simbol: mulai", "simbol: mula"),
        ("satuan: jam", "satuan: jm"),
        ("nama_sop: {judul", "nama_spo: {judul"),
        ("  disahkan_oleh: {judul: DISAHKAN OLEH, nilai: KEPALA SATUAN CONTOH}\n", ""),
        ("kelengkapan: [Kamera, Buku]", "kelengkapan: Kamera"),
    ],
)
def test_the_rest_is_told_beside_a_fault_of_structure(spec: Path, before: str, after: str) -> None:
    found = codes(spec, (before, after), ("Apabila lalai dapat", "Apabila aktifitas dapat"))
    assert "LG01" in found
    assert {"SK01", "LG01"} == set(found)


def test_what_follows_from_a_fault_is_not_told(spec: Path) -> None:
    assert {"SK01"} == set(
        codes(spec, ("pelaksana: anggota, uraian: Menyusun", "pelaksnaa: anggota, uraian: Menyusun"))
    )


def test_the_flow_is_told_beside_a_wrong_number_of_the_approver(spec: Path) -> None:
    before = ("uraian: Menyusun laporan", "uraian: Penyusunan laporan"), ("keluaran: [Laporan]", "keluaran: []")
    assert {"SK01", "FL06", "FL09"} == set(codes(spec, ('nrp: "00000001"', 'nrp: "0000001"'), *before))


def test_a_step_is_told_beside_the_fault_of_another(spec: Path) -> None:
    found = codes(spec, ("simbol: keputusan", "simbol: putusan"), ("Menyusun laporan", "Penyusunan laporan"))
    assert {"SK01", "FL09"} == set(found)


def test_a_remark_silences_what_is_told_beside_a_fault(spec: Path) -> None:
    silenced = "Apabila aktifitas dapat ditegur]} # abaikan LG01: istilah lama"
    found = codes(spec, ("simbol: mulai", "simbol: mula"), ("Apabila lalai dapat ditegur]}", silenced))
    assert ["SK01"] == found


def test_what_asks_for_today_is_told_beside_a_fault_and_what_asks_for_a_faulty_day_is_not(spec: Path) -> None:
    text = spec.read_text("utf-8").replace("2026-03-02}", "2062-03-02}").replace("2026-04-01", "2062-04-01")
    law = "Peraturan Pemerintah Nomor 9 Tahun 2063 tentang Contoh"
    spec.write_text(text.replace("Aturan contoh", law).replace("simbol: mulai", "simbol: mula"), encoding="utf-8")
    assert {"ID18", "LB15", "SK01"} <= {one.code for one in problems(spec, date(2026, 9, 1))}
    spec.write_text(spec.read_text("utf-8").replace("2062-04-01", "2062-04-31"), encoding="utf-8")
    assert not {"LB15"} & {one.code for one in problems(spec, date(2026, 9, 1))}


def test_the_rest_is_told_beside_an_item_that_its_indent_glues_to_the_one_above(spec: Path) -> None:
    lists = ("kelengkapan: [Kamera, Buku]", "kelengkapan:\n        - Kamera\n          - Buku")
    assert {"YM12", "LG01"} == set(codes(spec, lists, ("Apabila lalai dapat", "Apabila aktifitas dapat")))
