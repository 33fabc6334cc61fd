"""Bantuan: the guide inside the desk, and the same one from the command line."""

from typing import Any

from click.testing import CliRunner
from playwright.sync_api import Page, expect

from sopgen.cli.main import main
from sopgen.desk.calls import Nothing
from sopgen.desk.help import programs
from sopgen.jobs.guide import GUIDES, guide_parts, guide_text


def test_the_parts_of_a_guide_hold_all_of_its_words() -> None:
    for name in GUIDES:
        heads = [line.removeprefix("## ") for line in guide_text(name).splitlines() if line.startswith("## ")]
        assert heads == [one.title for one in guide_parts(name)]
        assert all("<script" not in one.html for one in guide_parts(name))


def test_the_command_prints_the_guide_of_the_desk() -> None:
    assert guide_text("meja") == CliRunner().invoke(main, ["panduan"]).output
    assert guide_text("perintah") == CliRunner().invoke(main, ["panduan", "perintah"]).output


def test_the_programs_that_sopgen_uses_are_told_without_a_command() -> None:
    found: Any = programs(Nothing())["program"]
    assert {"typst", "LibreOffice"} <= {one["nama"] for one in found}
    assert all(one["ada"] for one in found if one["perlu"])
    assert not any("pip" in one["guna"] for one in found)


def test_a_clerk_finds_in_the_guide_what_he_looks_for(page: Page) -> None:
    page.get_by_role("link", name="Bantuan").click()
    expect(page.get_by_role("heading", name="Alur kegiatan")).to_be_visible()
    page.get_by_label("Cari di panduan").fill("ctrl+v")
    expect(page.get_by_role("heading", level=2)).to_have_text(["Surat perintah: dari daftar nama sampai cetak"])
    page.get_by_label("Cari di panduan").fill("kata yang tidak ada")
    expect(page.get_by_text("Tidak ada bagian panduan")).to_be_visible()
    page.get_by_role("link", name="Panduan baris perintah").click()
    expect(page.get_by_role("heading", name="Mengubah SOP", exact=True)).to_be_visible()
