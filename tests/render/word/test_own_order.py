"""A head and lists in the office's own order: the same words in both formats, each in its place."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.documents import docx_lines, office_pdf, page_words, pdf_pages

from sopgen.jobs.build import build
from sopgen.read.source import parse

ROOT = Path(__file__).parents[3]
ROWS = [
    {"dari": "nama_sop"},
    {"judul": "No. Dokumen", "nilai": "SOP-UM-07"},
    {"judul": "No. Revisi", "dari": "nomor_revisi"},
    {"judul": "Tanggal Terbit", "dari": "tanggal_efektif"},
    {"dari": "disahkan_oleh"},
    {"judul": "Halaman", "dari": "halaman"},
]
SECTIONS = [
    {"judul": "Tujuan", "isi": ["Sebagai acuan petugas"], "butir": "polos"},
    {"judul": "Pengertian", "isi": [f"Istilah ke-{n} dari SOP ini" for n in range(1, 13)], "butir": "nomor"},
    {"dari": "dasar_hukum"},
    {"judul": "Langkah", "dari": "langkah"},
    {"judul": "Rekaman Historis", "riwayat": [{"yang_diubah": "Judul", "isi_perubahan": "Disesuaikan"}]},
]


def own(folder: Path, **keys: object) -> Path:
    """Return the sound spec without cover, aims and other lists than those of the legal basis."""
    data: Any = {**parse(ROOT / "tests" / "contoh" / "sop.yaml").data}  # type: ignore[dict-item]
    kept = ("id", "edisi", "judul", "identitas", "dasar_hukum", "pelaksana", "kegiatan")
    data = {name: data[name] for name in kept} | {"bagian": SECTIONS, **keys}
    for name in ("nama_singkat", "tanggal_revisi", "tanggal_pembuatan"):
        del data["identitas"][name]
    data["identitas"]["baris"] = ROWS
    for name in ("maksud", "tujuan"):
        del data["kegiatan"][0][name]
    place = folder / "spec" / "sop.yaml"
    place.parent.mkdir(parents=True)
    place.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    shutil.copyfile(ROOT / "tests" / "contoh" / "satuan.yaml", folder / "spec" / "satuan.yaml")
    return place


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("urutan")
    return build(own(folder), folder / "build", templates=ROOT / "templates")


def test_rows_and_lists_stand_in_the_offices_order_with_their_marks(made: Path) -> None:
    lines = [" ".join(line.split()) for line in docx_lines((made / "sop.docx").read_bytes()) if line.strip()]
    wanted = ["NAMA SOP", "No. Dokumen", "No. Revisi", "Tanggal Terbit", "DISAHKAN OLEH", "Halaman"]
    assert wanted == [line for line in lines if line in wanted]
    assert {"SOP-UM-07", "00", "1 April 2026", "1 dari 2"} <= set(lines)
    lists = lines[lines.index("Tujuan") :]
    assert ["Tujuan", "Sebagai acuan petugas", "Pengertian", "1. Istilah ke-1 dari SOP ini"] == lists[:4]
    assert "12. Istilah ke-12 dari SOP ini" in lists
    assert lists.index("Dasar Hukum") < lists.index("Langkah") < lists.index("Rekaman Historis")
    assert "2. Menyusun laporan" in lists
    assert "- Judul: Disesuaikan" in lists


def test_what_the_sop_does_not_have_is_not_printed(made: Path) -> None:
    words = set(docx_lines((made / "sop.docx").read_bytes()))
    assert not words & {
        "Peringatan",
        "TANGGAL REVISI",
        "Maksud",
        "Tujuan kegiatan",
        "None",
        "STANDAR OPERASIONAL PROSEDUR",
    }


@pytest.mark.exe
def test_both_formats_have_the_same_pages(made: Path) -> None:
    pdf, docx = (made / "sop.pdf").read_bytes(), office_pdf((made / "sop.docx").read_bytes())
    assert 2 == len(pdf_pages(pdf))
    assert page_words(pdf)[0] == page_words(docx)[0]
    assert len(pdf_pages(docx)) == 2
