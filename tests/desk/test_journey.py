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
    clerk.fill_at("identitas.nomor_sop.nilai", "SOP / 02 / I / 2027")
    clerk.fill_at("identitas.tanggal_pembuatan.nilai", "1-10-2026")
    clerk.fill_at("identitas.tanggal_efektif.nilai", "4 Januari 2027")
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
