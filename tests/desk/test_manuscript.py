"""Naskah in a real browser: the form, the live page beside it, findings, windows, a new edition."""

import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.desk_fixture import RunningDesk, Watched

from sopgen.read.load import load_edition

DRAFT = "fkpm/2026-draf"


def file_of(office: Path, name: str = DRAFT) -> Path:
    return office / "spec" / "sop" / f"{name}.yaml"


def go(page: Page, name: str = DRAFT) -> None:
    page.evaluate(f"location.hash = '#/naskah/{name}'")
    expect(page.locator(".paper svg")).to_have_count(1)


def part(page: Page, name: str) -> None:
    page.locator(".part h2 button", has_text=name).click()


def test_what_is_typed_fast_is_on_the_page_and_in_the_file_to_the_letter(page: Page, office: Path) -> None:
    before = file_of(office).read_text("utf-8")
    go(page)
    part(page, "Peringatan")
    field = page.locator('[data-di="peringatan.isi[1]"]')
    field.fill("")
    text = "Dilarang memihak; setiap anggota wajib netral dan santun terhadap warga"
    field.press_sequentially(text, delay=40)
    expect(field).to_have_value(text)
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    assert f"    - {text}\n" in file_of(office).read_text("utf-8")
    expect(page.locator('[data-isian="peringatan.isi[1]"].here')).not_to_have_count(0)
    while page.get_by_role("button", name="Urungkan").is_enabled():
        page.keyboard.press("Control+z")
        page.wait_for_timeout(120)
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    assert before == file_of(office).read_text("utf-8")


def test_a_click_on_the_page_finds_the_field_and_the_field_shows_its_place(page: Page) -> None:
    go(page)
    page.get_by_role("button", name="Halaman berikutnya").click()
    page.locator('[data-isian="dasar_hukum.isi[1]"] rect').first.click()
    expect(page.locator('[data-di="dasar_hukum.isi[1]"]')).to_be_focused()
    part(page, "C. ")
    page.locator('[data-di="kegiatan[2].mutu_baku.kelengkapan[2]"]').focus()
    expect(page.get_by_text("Halaman 4 dari 4")).to_be_visible()
    expect(page.locator('.isian.here[data-isian="kegiatan[2].mutu_baku.kelengkapan[2]"]')).not_to_have_count(0)


def test_items_are_added_moved_and_taken_out_by_keys_alone(page: Page, office: Path) -> None:
    go(page)
    part(page, "Peralatan")
    page.locator('[data-di="peralatan.isi[0]"]').focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator('[data-di="peralatan.isi[1]"]')).to_be_focused()
    page.keyboard.type("Perahu karet")
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator('[data-di="peralatan.isi[0]"]')).to_be_focused()
    expect(page.locator('[data-di="peralatan.isi[0]"]')).to_have_value("Perahu karet")
    page.get_by_role("button", name="Hapus: Peralatan/perlengkapan, butir 2").press("Enter")
    expect(page.locator('[data-di^="peralatan.isi["]')).to_have_count(6)
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    assert ("Perahu karet", "Surat perintah tugas") == load_edition(file_of(office)).sop.peralatan.isi[:2]


def test_a_wrong_value_is_told_at_its_field_and_the_file_stays_as_it_was(page: Page, office: Path) -> None:
    before = file_of(office).read_text("utf-8")
    go(page)
    field = page.locator('[data-di="identitas.tanggal_efektif.nilai"]')
    field.fill("31 Februari 2027")
    expect(page.locator(".field", has=field).locator(".faults li")).not_to_have_count(0)
    expect(page.locator(".saved")).to_have_text("Belum tersimpan: betulkan dahulu")
    assert before == file_of(office).read_text("utf-8")
    field.fill("27-11-2027")
    field.blur()
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    assert "2027-11-27" in file_of(office).read_text("utf-8")
    expect(field).to_have_value("27 November 2027")


def test_each_kind_of_finding_is_mended_by_one_click(page: Page, office: Path) -> None:
    path = file_of(office)
    slips = (("Kamera / HP", "kamera , HP"), ("Surat perintah tugas\n", "Surat perintah  tugas\n"))
    text = path.read_text("utf-8")
    for right, wrong in slips:
        text = text.replace(right, wrong, 1)
    path.write_text(text, "utf-8")
    go(page)
    tab = page.get_by_role("tab", name=re.compile("Temuan"))
    tab.click()
    button = page.get_by_role("button", name=re.compile("^(Perbaiki|Setujui)$"))
    found = page.locator("[role=tabpanel] li").filter(has=button)
    expect(found.first).to_be_visible()
    mended = 0
    while count := found.count():
        found.first.get_by_role("button", name=re.compile("^(Perbaiki|Setujui)$")).click()
        expect(found).not_to_have_count(count)
        mended += 1
    assert mended >= len(slips)
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    load_edition(path)


def test_a_law_is_chosen_from_the_list_and_the_reason_for_it_is_asked(page: Page, office: Path) -> None:
    go(page)
    part(page, "Dasar hukum")
    page.get_by_role("button", name="Pilih dari daftar peraturan").click()
    page.get_by_label("Cari kata atau nomor").fill("Tahun 2019")
    law = page.locator("dialog .laws li", has=page.locator("button:enabled")).first
    words = (law.locator("> span").inner_text()).rsplit(" ", 1)[0]
    law.get_by_role("button").click()
    expect(page.locator('[data-di="dasar_hukum.isi[4]"]')).to_be_visible()
    page.get_by_role("tab", name="Alasan perubahan").click()
    asked = page.locator(".change", has_text=words[:40])
    asked.get_by_label("Mengapa?").fill("Melengkapi dasar hukum.")
    asked.get_by_role("button", name="Simpan alasan").click()
    expect(page.get_by_text(re.compile("^Dibandingkan dengan edisi 2019: 0 dari"))).to_be_visible()
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    assert "Melengkapi dasar hukum." in [one.alasan for one in load_edition(file_of(office)).sop.alasan_perubahan]


def test_two_windows_never_overwrite_each_other(page: Page, desk: RunningDesk, office: Path) -> None:
    go(page)
    second = page.context.new_page()
    second.goto(f"{desk.origin}/#/naskah/{DRAFT}")
    expect(second.get_by_text("sedang menulis ini di jendela lain")).to_be_visible()
    expect(second.locator('[data-di="judul"]')).not_to_be_editable()
    page.locator('[data-di="judul"]').fill("SOP dari jendela pertama")
    expect(second.locator('[data-di="judul"]')).to_have_value("SOP dari jendela pertama")
    second.get_by_role("button", name="Tulis di sini").click()
    expect(second.locator('[data-di="judul"]')).to_be_editable()
    second.locator('[data-di="judul"]').fill("SOP dari jendela kedua")
    expect(page.locator('[data-di="judul"]')).not_to_be_editable()
    expect(page.locator('[data-di="judul"]')).to_have_value("SOP dari jendela kedua")
    expect(second.locator(".saved")).to_have_text("Tersimpan")
    assert "judul: SOP dari jendela kedua" in file_of(office).read_text("utf-8")


def test_a_file_that_another_program_wrote_is_shown_side_by_side(seen: tuple[Page, Watched], office: Path) -> None:
    page, watched = seen
    path = file_of(office)
    go(page)
    page.locator('[data-di="identitas.nama_singkat"]').fill("FKPM")
    theirs = path.read_text("utf-8").replace("judul: SOP Forum", "judul: SOP dari Notepad, Forum", 1)
    path.write_text(theirs, "utf-8")
    dialog = page.locator("dialog", has_text="Berkas diubah oleh program lain")
    expect(dialog).to_be_visible()
    expect(dialog).to_contain_text("SOP dari Notepad")
    assert theirs == path.read_text("utf-8")
    dialog.get_by_role("button", name="Pakai isi berkas").click()
    expect(page.locator('[data-di="judul"]')).to_have_value(re.compile("SOP dari Notepad"))
    # The browser notes each answer that says so.
    assert {"409 (Conflict)"} == {one.partition("status of ")[2] for one in watched.complaints}


def test_an_issued_edition_is_read_and_a_new_one_begins_from_it(page: Page, office: Path) -> None:
    go(page, "fkpm/2019")
    expect(page.locator('[data-di="judul"]')).not_to_be_editable()
    page.get_by_role("button", name="Mulai edisi baru dari edisi ini").click()
    page.get_by_label("Nama edisi").fill("2028")
    page.get_by_role("dialog").get_by_role("button", name="Mulai edisi", exact=True).click()
    expect(page.get_by_text("edisi 2028")).to_be_visible()
    expect(page.locator('[data-di="judul"]')).to_be_editable()
    assert "2028" == load_edition(file_of(office, "fkpm/2028-draf")).sop.edisi


def test_an_emblem_is_chosen_checked_and_seen(seen: tuple[Page, Watched], tmp_path: Path) -> None:
    page, watched = seen
    right, wrong = tmp_path / "lambang.png", tmp_path / "surat.png"
    Image.new("RGB", (64, 80), "red").save(right)
    wrong.write_bytes(b"bukan gambar")
    go(page)
    choose = page.locator("fieldset.emblem input[type=file]")
    choose.set_input_files(wrong)
    expect(page.locator("fieldset.emblem .faults li")).to_have_count(1)
    choose.set_input_files(right)
    expect(page.get_by_text("Lambang sudah dipakai.")).to_be_visible()
    expect(page.locator("fieldset.emblem img")).to_be_visible()
    page.get_by_role("button", name="Halaman berikutnya").click()
    expect(page.locator(".paper image")).not_to_have_count(1)  # the watermark, and the emblem
    assert ["422 (Unprocessable Entity)"] == [one.partition("status of ")[2] for one in watched.complaints]


def test_who_uses_it_by_keyboard_by_ear_or_enlarged_can_write_an_edition(page: Page) -> None:
    page.evaluate("location.hash = '#/naskah'")
    expect(page.locator("table.list a").first).to_be_visible()
    assert [] == serious(page)
    go(page)
    for name in ("Sampul", "Dasar hukum", "A. ", "Bentuk"):
        part(page, name)
        assert [] == serious(page), name
    for tab in ("Temuan", "Alasan perubahan"):
        page.get_by_role("tab", name=re.compile(tab)).click()
        expect(page.get_by_role("tabpanel").locator("*")).not_to_have_count(0)
        assert [] == serious(page), tab
    for size in ({"width": 1366, "height": 768}, {"width": 683, "height": 384}):  # the second one is 200 %
        page.set_viewport_size(size)  # type: ignore[arg-type]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), size
