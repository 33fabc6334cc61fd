"""Surat Perintah in a real browser: from a pasted block to the print dialog, by mouse and by keyboard alone."""

import re
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from tests.desk.axe import serious
from tests.desk.sample import CLEAN, POST, SLIPS
from tests.desk_fixture import RunningDesk, Watched, desk_in, opened_page

from sopgen.workspace import start

Kept = tuple[Page, Watched, RunningDesk]
# Milliseconds.

# The print dialog is the system's: a browser without a window has none. What asks for it is noted.
PRINTING = """Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {get() {
    return {focus() {}, print() { document.documentElement.dataset.printed = "1"; }}; }});"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory, chrome: Browser) -> Iterator[Kept]:
    """One office, its desk and its page for all of these: they read what they wrote themselves alone."""
    folder = tmp_path_factory.mktemp("surat")
    start(folder / "kantor")
    with desk_in(folder / "kantor", folder / "setelan") as desk, opened_page(chrome, desk.address) as (page, watched):
        yield page, watched, desk


@pytest.fixture
def letters(kept: Kept) -> Iterator[Page]:
    """The screen, fresh; at the end nothing was asked of another address, and nothing was complained of."""
    page, watched, desk = kept
    page.goto(f"{desk.origin}/#/surat")
    page.reload()
    page.evaluate(PRINTING)
    expect(page.get_by_label("Kegiatan")).to_be_visible()
    watched.complaints.clear()
    yield page
    assert [] == watched.elsewhere
    assert [] == watched.complaints


def paste(page: Page, text: str) -> None:
    page.evaluate(
        """text => { const data = new DataTransfer(); data.setData("text/plain", text);
        document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true})); }""",
        text,
    )


def print_button(page: Page) -> Locator:
    return page.get_by_role("button", name="Cetak", exact=True)


def test_from_a_clean_block_one_click_leads_to_the_print_dialog(letters: Page, kept: Kept) -> None:
    page, office = letters, kept[2].folder
    paste(page, CLEAN)
    expect(page.locator(".grid tbody tr")).to_have_count(12)
    expect(page.get_by_alt_text("Surat, halaman 1 dari 3")).to_be_visible()
    print_button(page).click()
    expect(page.locator("html")).to_have_attribute("data-printed", "1")
    expect(page.locator("#cetakan")).to_have_count(1)
    assert {".docx", ".pdf"} == {path.suffix for path in (office / "surat").iterdir()}
    with page.expect_download() as saved:
        page.get_by_role("button", name="Simpan Word").click()
    assert saved.value.suggested_filename.endswith(".docx")
    assert Path(saved.value.path()).read_bytes() == next((office / "surat").glob("*.docx")).read_bytes()


def test_each_fault_of_a_block_is_mended_by_one_click(letters: Page) -> None:
    page = letters
    paste(page, SLIPS)
    expect(page.locator(".sum")).to_have_text("Perlu diperbaiki: 3")
    expect(print_button(page)).to_be_disabled()
    for words, left in (("Tulis Bripka", "2"), ("Tulis 04010003", "1"), ("Tidak ikut", "")):
        page.get_by_role("button", name=words).click()
        expect(page.locator(".sum")).to_have_text(f"Perlu diperbaiki: {left}" if left else "")
    expect(page.get_by_label("Pangkat, Budi Contoh")).to_have_value("Bripka")
    expect(print_button(page)).to_be_enabled()


def test_a_block_in_a_cell_adds_people_and_a_list_that_was_replaced_comes_back(letters: Page) -> None:
    page = letters
    paste(page, CLEAN)
    expect(page.locator("tr.person")).to_have_count(12)
    page.get_by_label("Ket, Joko Contoh").evaluate(
        """cell => { const data = new DataTransfer();
        data.setData("text/plain", "Contoh Lain\\tBripka\\t80010099\\tBa");
        cell.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true})); }"""
    )
    expect(page.locator("tr.person")).to_have_count(13)
    paste(page, "Contoh Satu\tBripka\t80010001\tBa")
    expect(page.locator("tr.person")).to_have_count(1)
    page.get_by_role("button", name="Daftar sebelumnya").click()
    expect(page.locator("tr.person")).to_have_count(13)


def test_of_a_file_with_two_sheets_one_is_chosen(letters: Page, tmp_path: Path) -> None:
    page = letters
    book = openpyxl.Workbook()
    for name, number in (("Januari", 80010001), ("Februari", 80010002)):
        sheet = book.create_sheet(name)
        for row in (["DAFTAR"], ["Nama", "Pangkat", "NRP", "Jabatan"], [f"Contoh {name}", "Bripka.", number, POST]):
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "daftar.xlsx")
    page.locator("input[type=file]").set_input_files(tmp_path / "daftar.xlsx")
    expect(page.get_by_label("Nama, Contoh Januari")).to_be_visible()
    page.get_by_label("Lembar").select_option("Februari")
    expect(page.get_by_label("NRP/NIP, Contoh Februari")).to_have_value("80010002")


def test_an_order_is_printed_by_keyboard_alone(letters: Page) -> None:
    page = letters
    page.get_by_label("Tempel di sini").focus()
    press(page, "Tambah orang")
    for number in ("80010001", "80010002"):
        for text in (f"Contoh {number}", "Bripka", number, POST):
            if page.evaluate(
                "!document.activeElement.matches('.grid input:not([type=checkbox])') || document.activeElement.value"
            ):
                tab_to(page, ".grid input:not([type=checkbox])")
            page.keyboard.type(text)
        page.keyboard.press("Enter")
        page.wait_for_timeout(100)
    expect(print_button(page)).to_be_enabled()
    press(page, "Cetak")
    expect(page.locator("html")).to_have_attribute("data-printed", "1")


def begin(page: Page) -> None:
    """Begin the book at 19, where it is not begun."""
    button = page.get_by_role("button", name="Mulai buku agenda…")
    if button.count():
        button.click()
        page.get_by_label("Nomor berikutnya").fill("19")
        page.get_by_role("button", name="Mulai", exact=True).click()
    expect(page.get_by_label("Nomor", exact=True)).to_have_value("buku")


def tab_to(page: Page, selector: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no Tab leads to {selector}")


CELL = ".grid input:not([type=checkbox])"


def press(page: Page, words: str) -> None:
    for _ in range(80):
        if page.evaluate("document.activeElement.innerText?.trim()") == words:
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {words}")


def test_a_script_in_a_name_is_text(letters: Page) -> None:
    page = letters
    name = "<img src=x onerror=window.ran=1>"
    paste(page, f"Nama\tPangkat\tNRP\tJabatan\n{name}\tBripka\t80010001\t<script>window.ran=1</script>")
    expect(page.locator(".grid input").nth(1)).to_have_value(name)
    expect(page.locator("img.sheet").first).to_be_visible()
    assert page.evaluate("window.ran") is None


def test_a_file_over_the_bound_and_one_of_another_kind_are_refused_in_words(kept: Kept, tmp_path: Path) -> None:
    page, _, desk = kept
    page.reload()
    chooser = page.locator("input[type=file]")
    chooser.set_input_files({"name": "../../spec/satuan.yaml", "mimeType": "text/plain", "buffer": b"x"})
    expect(page.locator(".people .faults")).to_contain_text("bukan daftar yang dapat dibaca")
    (tmp_path / "besar.csv").write_bytes(b"x" * (21 * 2**20))
    chooser.set_input_files(tmp_path / "besar.csv")
    expect(page.locator(".people .faults")).to_contain_text("terlalu besar")
    send = """async () => (await fetch("/api/surat/daftar", {method: "POST", headers: {"x-nama-berkas": "a.csv"},
        body: new Blob([new Uint8Array(21 * 2 ** 20)])})).status"""
    assert 413 == page.evaluate(send)
    assert desk.process.poll() is None


def test_a_letter_gets_its_number_is_found_corrected_and_voided(letters: Page) -> None:
    page = letters
    begin(page)
    paste(page, CLEAN)
    expect(page.locator(".terms .faults")).to_contain_text("KKA")
    page.get_by_label("KKA").fill("CONTOH.1.")
    expect(page.locator(".next strong")).to_have_text(re.compile(r"^Sprin/19/[IVX]+/CONTOH\.1\./20\d\d$"))
    print_button(page).click()
    expect(page.locator(".made")).to_contain_text("12 orang")
    expect(page.locator(".next")).to_contain_text("sudah bernomor")

    page.get_by_role("link", name="Buku agenda", exact=True).click()
    search = page.get_by_label("Cari nama, NRP")
    for words, count in (("joko 80010012", 1), ("sprin/19", 1), ("bukan siapa-siapa", 0), ("", 1)):
        search.fill(words)
        expect(page.locator(".book tbody tr")).to_have_count(count)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Simpan Excel").click()
    assert saved.value.suggested_filename.startswith("agenda-20")

    page.get_by_role("link", name="Betulkan Sprin/19").click()
    page.get_by_label("Tempat", exact=True).fill("Aula Contoh")
    page.get_by_label("Alasan dibetulkan").fill("tempat belum disebut")
    expect(page.locator(".next")).to_contain_text("Nomor, tetap: Sprin/19/")
    print_button(page).click()
    expect(page.locator(".made")).to_be_visible()
    expect(page.locator(".book")).to_contain_text("versi 1 diganti: tempat belum disebut")

    page.get_by_role("button", name="Batalkan nomor… Sprin/19").first.click()
    page.get_by_label("Alasan", exact=True).fill("kegiatan dibatalkan")
    page.get_by_role("button", name="Batalkan nomor", exact=True).click()
    page.get_by_role("button", name="Selesai").click()
    expect(page.locator(".book tr", has_text="Sprin/19").locator(".state")).to_have_text("batal")


def test_no_state_of_the_screens_keeps_anybody_out(letters: Page) -> None:
    page = letters
    paste(page, SLIPS.replace("Dewi", "dewi"))
    expect(page.locator(".findings").first).to_be_visible()
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert [] == serious(page)
    for words in ("Personel surat terdahulu…", "Surat blangko dan formulir…"):
        page.get_by_role("button", name=words).click()
        assert [] == serious(page)
        page.keyboard.press("Escape")
    page.get_by_role("link", name="Buku agenda", exact=True).click()
    page.get_by_role("button", name="Periksa surat…").click()
    assert [] == serious(page)


def test_people_of_former_letters_are_picked_and_a_second_order_is_asked_about(letters: Page) -> None:
    page = letters
    begin(page)
    paste(page, "Contoh Lama\tBripka\t80010099\tBa Unit\nContoh Baru\tBripka\t80010098\tBa Unit")
    expect(page.locator(".people .faults").first).to_contain_text("1 Nama, 2 Pangkat, 3 NRP, 4 Jabatan")
    page.get_by_label("KKA").fill("CONTOH.1.")
    print_button(page).click()
    expect(page.locator(".made")).to_contain_text("2 orang")
    page.get_by_role("button", name="Surat baru").click()
    expect(page.locator(".grid")).to_have_count(0)
    page.get_by_role("button", name="Personel surat terdahulu…").click()
    page.get_by_label("Cari nama atau NRP").fill("lama")
    page.get_by_label("Contoh Lama").check()
    page.get_by_role("button", name="Ambil 1 orang").click()
    expect(page.get_by_label("NRP/NIP, Contoh Lama")).to_have_value("80010099")
    page.get_by_label("KKA").fill("CONTOH.1.")
    page.get_by_label("Tempat", exact=True).fill("Aula Contoh")
    print_button(page).click()
    expect(page.locator("dialog")).to_contain_text("memerintahkan orang yang sama")
    page.get_by_role("button", name="Ya, cetak").click()
    expect(page.locator(".made")).to_contain_text("1 orang")
    page.get_by_role("link", name="Beranda", exact=True).click()
    page.get_by_role("link", name="Surat perintah").click()
    expect(page.get_by_label("NRP/NIP, Contoh Lama")).to_have_value("80010099")
