"""Alur: the flow is written as rows, by keyboard as by mouse, and the chart beside it is always that of the rows."""

from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page, expect
from tests.desk.axe import serious

DRAFT = "fkpm/2026-draf"


def opened(page: Page, about: str = DRAFT) -> None:
    page.evaluate("about => { location.hash = `#/alur/${about}`; }", about)
    expect(page.locator(".fit.good")).to_be_visible()


def flow_of(office: Path, activity: int = 0) -> list[dict[str, Any]]:
    """Return the steps as the file has them."""
    path = office / "spec" / "sop" / f"{DRAFT}.yaml"
    return list(yaml.safe_load(path.read_text("utf-8"))["kegiatan"][activity]["alur"])


def lanes_of(office: Path) -> list[dict[str, Any]]:
    """Return the roles as the file has them."""
    path = office / "spec" / "sop" / f"{DRAFT}.yaml"
    return list(yaml.safe_load(path.read_text("utf-8"))["pelaksana"])


def saved(page: Page) -> None:
    expect(page.locator(".saved")).to_have_text("Tersimpan")


def words(page: Page) -> list[str]:
    """Return what the rows say is done."""
    return [one.input_value() for one in page.locator("tr.step textarea").all()]


def drawn(page: Page) -> list[str]:
    """Return the words in the symbols of the chart, in the order of the steps."""
    shown = page.locator(".drawn .simbol").all()
    return [" ".join(one.locator("text").all_inner_texts()) for one in shown]


def test_by_keyboard_alone_a_step_is_added_moved_copied_and_taken_out(page: Page, office: Path) -> None:
    before = (office / "spec" / "sop" / f"{DRAFT}.yaml").read_bytes()
    opened(page)
    keys = page.keyboard
    page.locator('[data-number="1"]').focus()
    keys.press("Enter")
    expect(page.locator("tr.step")).to_have_count(7)
    expect(page.locator("tr.step textarea").nth(2)).to_be_focused()
    keys.type("Mencatat laporan")
    expect(page.locator(".drawn")).to_contain_text("Mencatat")
    keys.press("Alt+ArrowDown")
    expect(page.locator("tr.step textarea").nth(3)).to_be_focused()
    assert "Mencatat laporan" == words(page)[3]
    keys.press("Alt+ArrowDown")  # faster than the desk answers: every letter goes into the step that moves
    keys.press("Alt+ArrowUp")
    keys.type(" segera")
    expect(page.locator("tr.step textarea").nth(3)).to_have_value("Mencatat laporan segera")
    for _ in " segera":
        keys.press("Backspace")
    keys.press("Control+d")
    expect(page.locator("tr.step")).to_have_count(8)
    expect(page.locator("tr.step textarea").nth(4)).to_be_focused()
    assert ["Mencatat laporan"] * 2 == words(page)[3:5]
    keys.press("Shift+Tab")
    keys.press("Shift+Tab")
    keys.press("Shift+Tab")
    expect(page.locator('[data-number="4"]')).to_be_focused()
    keys.press("Delete")
    expect(page.locator("tr.step")).to_have_count(7)
    saved(page)
    assert ["l1", "l2", "l3", "l7", "l4", "l5", "l6"] == [one["id"] for one in flow_of(office)]
    assert "Mencatat laporan" == flow_of(office)[3]["uraian"]
    for _ in range(14):
        keys.press("Control+z")
        page.wait_for_timeout(60)
    expect(page.get_by_role("button", name="Urungkan")).to_be_disabled()
    saved(page)
    assert before == (office / "spec" / "sop" / f"{DRAFT}.yaml").read_bytes()


def test_a_click_on_a_symbol_chooses_its_row_and_a_row_marks_its_symbol(page: Page) -> None:
    opened(page)
    page.locator(".drawn .simbol").nth(3).click()
    expect(page.locator('[data-number="3"]')).to_be_focused()
    expect(page.locator("tr.step").nth(3)).to_have_class("step chosen ")
    page.locator("tr.step textarea").nth(1).focus()
    expect(page.locator(".drawn .simbol.chosen")).to_have_count(1)
    expect(page.locator(".drawn .simbol").nth(1)).to_have_class("simbol chosen")
    assert [] == serious(page)


def test_a_flow_of_seven_steps_with_a_decision_and_a_loop_is_typed_from_nothing(page: Page, office: Path) -> None:
    opened(page)
    page.get_by_role("button", name="Kegiatan baru").click()
    page.get_by_label("Nama kegiatan").fill("PENYULUHAN")
    page.keyboard.press("Enter")
    expect(page.locator("tr.step")).to_have_count(2)
    assert ["Mulai", "Selesai"] == words(page)
    page.locator('[data-number="0"]').focus()
    said = ("Menyusun rencana", "Memeriksa rencana", "Apakah lengkap?", "Melaksanakan penyuluhan", "Menyusun laporan")
    for text in said:
        page.keyboard.press("Enter")
        expect(page.locator("tr.step:focus-within textarea:focus")).to_have_value("")
        page.keyboard.type(text)
    expect(page.locator("tr.step")).to_have_count(7)
    page.get_by_label("Langkah 4, simbol").select_option(label="Keputusan")
    page.get_by_label("Langkah 4, Tidak lanjut ke").select_option(label="ke 2. Menyusun rencana")
    page.get_by_label("Langkah 2, pelaksana").select_option(label="KBO Binmas")
    expect(page.locator(".drawn")).to_contain_text("Tidak")
    expect(page.locator(".fit.good")).to_be_visible()
    saved(page)
    flow = flow_of(office, 3)
    assert ["Mulai", *said, "Selesai"] == [one["uraian"] for one in flow]
    fourth, second = flow[3], flow[1]
    assert ("keputusan", {"Ya": flow[4]["id"], "Tidak": second["id"]}) == (fourth["simbol"], fourth["cabang"])
    assert "kbo_binmas" == second["pelaksana"]
    assert not any(one.get("ke") for one in flow)


def test_what_does_not_fit_is_told_while_one_types_and_gone_when_it_is_mended(page: Page) -> None:
    opened(page)
    field = page.locator("tr.step textarea").nth(2)
    field.fill("Memeriksa kelengkapan berkas " * 30)
    expect(page.locator(".fit.bad")).to_contain_text("Belum muat")
    expect(page.locator(".fit.bad li")).to_contain_text("langkah 3")
    page.get_by_role("button", name="Ke tempatnya").first.click()
    expect(page.locator('[data-number="2"]')).to_be_focused()
    field.fill("Memeriksa berkas")
    expect(page.locator(".fit.good")).to_be_visible()


def test_who_takes_out_a_step_is_asked_where_those_lead_that_led_to_it(page: Page, office: Path) -> None:
    opened(page)
    page.get_by_label("Langkah 2 lanjut ke").select_option(label="ke 5. Kanit Bintibsos")
    page.locator('[data-number="4"]').focus()
    page.keyboard.press("Delete")
    expect(page.locator("dialog")).to_contain_text("Ke mana")
    assert [] == serious(page)
    page.get_by_label("2. KBO Binmas").select_option(label="ke 4. Kanit Binpolmas")
    page.locator("dialog").get_by_role("button", name="Hapus").click()
    expect(page.locator("tr.step")).to_have_count(5)
    saved(page)
    assert ("l4", ["l1", "l2", "l3", "l4", "l6"]) == (
        flow_of(office)[1]["ke"],
        [one["id"] for one in flow_of(office)],
    )


def test_roles_are_renamed_put_in_order_and_handed_over(page: Page, office: Path) -> None:
    opened(page)
    page.get_by_text("Pelaksana dan tata letak tabel").click()
    page.get_by_label("Pelaksana 1", exact=True).fill("Kepala Satuan")
    expect(page.locator(".drawn [data-jalur]").first).to_contain_text("Kepala")
    page.get_by_role("button", name="lebih ke kanan").first.click()
    expect(page.locator(".drawn [data-jalur]").nth(1)).to_contain_text("Kepala")
    page.get_by_role("button", name="Hapus FKPM / Polmas").click()
    page.locator("dialog").get_by_label("Pelaksana").select_option(label="KBO Binmas")
    page.locator("dialog").get_by_role("button", name="Hapus").click()
    expect(page.locator(".drawn [data-jalur]")).to_have_count(5)
    page.get_by_role("button", name="Tambah pelaksana").click()
    page.get_by_label("Nama jabatan atau bagian").fill("Bhabinkamtibmas")
    page.keyboard.press("Enter")
    expect(page.locator(".drawn [data-jalur]")).to_have_count(6)
    saved(page)
    assert "kbo_binmas" == flow_of(office)[5]["pelaksana"]
    assert [] == serious(page)


def test_the_column_of_a_role_is_made_wider_by_its_edge_by_keys_and_by_its_field(page: Page, office: Path) -> None:
    opened(page)
    edge = page.get_by_role("slider", name="Lebar Kasat Binmas dalam mm")
    start = edge.bounding_box()
    assert start
    page.mouse.move(start["x"] + 5, start["y"] + 5)
    page.mouse.down()
    page.mouse.move(start["x"] + 40, start["y"] + 5, steps=3)
    page.mouse.up()
    expect(edge).not_to_have_attribute("aria-valuenow", "22")
    saved(page)
    dragged = lanes_of(office)[0]["lebar"]
    assert dragged > 25
    edge.focus()
    page.keyboard.press("ArrowRight")
    expect(edge).to_have_attribute("aria-valuenow", str(dragged + 1))
    page.get_by_text("Pelaksana dan tata letak tabel").click()
    field = page.get_by_role("textbox", name="Lebar FKPM / Polmas dalam mm")
    field.fill("9")
    field.press("Enter")
    expect(page.locator(".fit.bad")).to_contain_text("lebarkan kolomnya")
    page.get_by_role("button", name="Ke tempatnya").first.click()
    expect(field).to_be_focused()
    field.fill("4")
    field.press("Enter")
    expect(page.locator(".lanes .faults")).to_contain_text("paling sedikit 8")
    field.fill("")
    field.press("Enter")
    expect(page.locator(".fit.good")).to_be_visible()
    assert [] == serious(page)
    page.get_by_role("button", name="Simpan bagan…").click()
    page.get_by_label("Sebagai").select_option("bpmn")
    assert [] == serious(page)
    with page.expect_download() as kept:
        page.get_by_role("button", name="Simpan", exact=True).click()
    assert kept.value.suggested_filename == "fkpm-2026-A.bpmn"
    page.get_by_role("button", name="Tutup").click()
    edge.focus()
    page.keyboard.press("Delete")
    expect(edge).to_have_attribute("aria-valuenow", "22")
    saved(page)
    assert not any("lebar" in one for one in lanes_of(office))


def test_a_row_a_step_shows_its_cells_and_a_step_is_dragged(page: Page, office: Path) -> None:
    opened(page, "mediasi/contoh")
    page.locator('[data-number="1"]').click()
    page.get_by_role("button", name="Rincian langkah").click()
    page.locator(".details").get_by_label("Kelengkapan").first.fill("Buku mutasi\nAlat tulis")
    page.locator(".details").get_by_label("Waktu").first.fill("20 menit")
    page.get_by_label("Langkah 2, uraian").focus()
    assert [] == serious(page)
    saved(page)
    path = office / "spec" / "sop" / "mediasi" / "contoh.yaml"
    second = yaml.safe_load(path.read_text("utf-8"))["kegiatan"][0]["alur"][1]
    assert ["Buku mutasi", "Alat tulis"] == second["mutu_baku"]["kelengkapan"]
    assert {"nilai": 20, "satuan": "menit"} == second["mutu_baku"]["waktu"]
    page.locator('[data-number="1"]').drag_to(page.locator("tr.step").nth(0), target_position={"x": 60, "y": 3})
    expect(page.get_by_label("Langkah 1, uraian")).to_have_value(second["uraian"])
