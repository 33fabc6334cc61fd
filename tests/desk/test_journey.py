"""A clerk's whole way, by clicks and keys alone: from last year's edition to one in force, with its matrix."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from tests.jobs.folder import begin

from sopgen.model.sop import Status
from sopgen.read.load import load_edition

MOST_ACTS = 120
LAWS = (
    ("2 tahun 2002", "Undang-Undang Nomor 2 Tahun 2002"),
    ("pemolisian masyarakat", "Nomor 1 Tahun 2021 tentang Pemolisian Masyarakat"),
)
REVIEWER = (
    ("Nama", "Personel Contoh 2"),
    ("Pangkat", "AKP"),
    ("NRP atau NIP", "00000002"),
    ("Jabatan", "KASAT CONTOH"),
)
STANDARDS = (
    ("maksud.isi", "Memberi tahu warga"),
    ("tujuan.isi", "Warga mengetahui cara melapor"),
    ("mutu_baku.kelengkapan", "Buku"),
    ("mutu_baku.keluaran", "Laporan penyuluhan"),
)
STEPS = ("Menyusun rencana", "Memeriksa rencana", "Apakah lengkap?", "Melaksanakan kegiatan", "Menyusun laporan")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the small edition of last year."""
    monkeypatch.delenv("CI", raising=False)  # where nobody signs
    (tmp_path / "kantor").mkdir()
    return begin(tmp_path / "kantor")


@dataclass
class Clerk:
    """Who clicks and types; each act is counted."""

    page: Page
    acts: int = 0

    def click(self, name: str, role: str = "button", within: Locator | None = None) -> None:
        place: Page | Locator = within or self.page
        self._click(place.get_by_role(role, name=name, exact=True).first)  # type: ignore[arg-type]

    def _click(self, one: Locator) -> None:
        one.click()
        self.acts += 1

    def open_part(self, name: str) -> None:
        self._click(self.page.locator(".part h2 button", has_text=name))

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).first.fill(text)
        self.acts += 1

    def fill_at(self, path: str, text: str) -> None:
        self.page.locator(f'[data-di="{path}"]').fill(text)
        self.acts += 1

    def choose(self, label: str, words: str) -> None:
        self.page.get_by_label(label, exact=True).select_option(label=words)
        self.acts += 1

    def hand(self, place: Locator, file: Path) -> None:
        place.set_input_files(file)
        self.acts += 1

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.acts += 1

    def write(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.acts += 1

    def saved(self) -> None:
        expect(self.page.locator(".saved")).to_have_text("Tersimpan")


def begin_edition(clerk: Clerk) -> None:
    clerk.click("Edisi baru dari edisi 2026")
    clerk.fill("Nama edisi", "2027")
    clerk.click("Mulai edisi")
    expect(clerk.page.locator(".paper svg")).to_have_count(1)


def write_front(clerk: Clerk, emblem: Path) -> None:
    clerk.fill_at("judul", "SOP Penyuluhan")
    clerk.fill_at("identitas.nama_sop.nilai", "Penyuluhan")
    clerk.fill_at("identitas.nomor_sop.nilai", "SOP / 02 / X / 2026")
    clerk.fill_at("identitas.tanggal_pembuatan.nilai", "1-10-2026")
    clerk.fill_at("identitas.tanggal_revisi.nilai", "1 Oktober 2026")
    clerk.fill_at("identitas.tanggal_efektif.nilai", "2026-11-02")
    clerk.hand(clerk.page.locator("fieldset.emblem input[type=file]"), emblem)
    expect(clerk.page.get_by_text("Lambang sudah dipakai.")).to_be_visible()


def write_lists(clerk: Clerk) -> None:
    clerk.open_part("Peralatan")
    clerk.page.locator('[data-di="peralatan.isi[0]"]').focus()
    clerk.press("Control+Enter")
    clerk.fill_at("peralatan.isi[1]", "Pengeras suara")
    clerk.open_part("Dasar Hukum")
    for n, (sought, title) in enumerate(LAWS, 2):
        clerk.click("Pilih dari daftar peraturan")
        clerk.fill("Cari kata atau nomor", sought)
        clerk._click(clerk.page.locator("dialog .laws li", has_text=title).get_by_role("button").first)
        expect(clerk.page.get_by_role("button", name=f"Hapus: Peraturan {n}", exact=True)).to_be_visible()
    clerk._click(clerk.page.get_by_role("button", name="Hapus: Peraturan 1", exact=True))
    clerk.saved()


def write_flow(clerk: Clerk) -> None:
    clerk.click("Alur", "link", clerk.page.locator("main"))
    clerk.click("Kegiatan baru")
    clerk.fill("Nama kegiatan", "PENYULUHAN")
    clerk.press("Enter")
    expect(clerk.page.locator("tr.step")).to_have_count(2)
    clerk.page.locator('[data-number="0"]').focus()
    for text in STEPS:
        clerk.press("Enter")
        expect(clerk.page.locator("tr.step:focus-within textarea:focus")).to_have_value("")
        clerk.write(text)
    clerk.choose("Langkah 4, simbol", "Keputusan")
    clerk.choose("Langkah 4, Tidak lanjut ke", "ke 2. Menyusun rencana")
    expect(clerk.page.locator(".fit.good")).to_be_visible()
    clerk.saved()


def write_standards(clerk: Clerk) -> None:
    clerk.click("Naskah", "link", clerk.page.locator("main"))
    expect(clerk.page.locator(".paper svg")).to_have_count(1)
    clerk.open_part("B. PENYULUHAN")
    body = clerk.page.locator(".part", has_text="B. PENYULUHAN")
    for n, (path, text) in enumerate(STANDARDS):
        clerk._click(body.get_by_role("button", name="Tambah", exact=True).nth(n))
        expect(clerk.page.locator(f'[data-di="kegiatan[1].{path}[0]"]')).to_be_visible()
        clerk.fill_at(f"kegiatan[1].{path}[0]", text)
    clerk._click(body.get_by_role("button", name="Tambah", exact=True).nth(2))
    expect(clerk.page.locator('[data-di="kegiatan[1].mutu_baku.kelengkapan[1]"]')).to_be_visible()
    clerk.fill_at("kegiatan[1].mutu_baku.kelengkapan[1]", "Pengeras suara")
    body.get_by_label("Waktu").first.select_option("angka")
    clerk.acts += 1
    clerk.saved()


def mend_all(clerk: Clerk) -> None:
    """Mend by one click what can be, until nothing is left that keeps the edition from approval."""
    clerk._click(clerk.page.get_by_role("tab", name=re.compile("Temuan")))
    panel = clerk.page.locator("[role=tabpanel]")
    button = panel.get_by_role("button", name=re.compile("^(Perbaiki|Setujui)$"))
    while count := button.count():
        clerk._click(button.first)
        expect(button).not_to_have_count(count)
    expect(panel.get_by_text(re.compile("^Wajib diperbaiki"))).to_have_count(0)


def approve(clerk: Clerk, scan: Path) -> None:
    """Take the four steps into force."""
    clerk.click("Pengesahan", "link", clerk.page.locator("nav"))
    clerk.choose("SOP dan edisi", "SOP Penyuluhan, edisi 2027")
    for label, text in REVIEWER:
        clerk.fill(label, text)
    for button in ("Catat peninjauan", "Sahkan untuk ditandatangani", "Buat berkas"):
        clerk.click(button)
    clerk.hand(clerk.page.get_by_label("Pindaian (PDF, JPEG, PNG)"), scan)
    for button in ("Daftarkan pindaian", "Nyatakan berlaku"):
        clerk.click(button)
    expect(clerk.page.get_by_text("Dicatat: berlaku.")).to_be_visible()


def print_matrix(clerk: Clerk) -> Path:
    clerk.click("Perubahan", "link", clerk.page.locator("nav"))
    clerk.choose("Dari edisi", "SOP Contoh, edisi 2026")
    clerk.choose("Ke edisi", "SOP Penyuluhan, edisi 2027")
    with clerk.page.expect_download() as saved:
        clerk.click("Matriks (PDF)")
    return Path(saved.value.path())


def test_an_edition_goes_from_last_year_s_into_force_and_its_matrix_is_printed(
    page: Page, office: Path, tmp_path: Path
) -> None:
    Image.new("RGB", (64, 80), "red").save(tmp_path / "lambang.png")
    (tmp_path / "pindaian.pdf").write_bytes(b"%PDF-1.4 pindaian")
    clerk = Clerk(page)
    begin_edition(clerk)
    write_front(clerk, tmp_path / "lambang.png")
    write_lists(clerk)
    write_flow(clerk)
    write_standards(clerk)
    mend_all(clerk)
    approve(clerk, tmp_path / "pindaian.pdf")
    assert print_matrix(clerk).read_bytes().startswith(b"%PDF")
    edition = load_edition(office / "spec" / "sop" / "contoh" / "2027-draf.yaml")
    assert Status.IN_FORCE is edition.sop.status
    assert ["Mulai", *STEPS, "Selesai"] == [step.uraian for step in edition.sop.kegiatan[1].alur]
    assert ["Kamera", "Pengeras suara"] == list(edition.sop.peralatan.isi)
    assert clerk.acts < MOST_ACTS
