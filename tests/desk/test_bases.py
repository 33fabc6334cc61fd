"""Naskah dasar at the desk: what a unit says otherwise, and a base that moved on, as by `deviations` and `update`."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.jobs.folder import run
from tests.jobs.overlays.office import BASE, begin

from sopgen.desk.calls import Nothing
from sopgen.desk.changes.bases import Settled, applied, list_file, told
from sopgen.desk.session.opened import all_closed, opened
from sopgen.jobs.overlays.begin import edition_begun_from

OWN = Path("spec/sop/contoh/2026.yaml")
ITEM = "    - Alat tulis\n"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder whose own edition stands on a base, with a list of its own words."""
    folder = begin(tmp_path / "kantor")
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sopgen.desk.session.opened._OPEN", {})
    edition_begun_from("contoh/2026", "Polres A")
    with OWN.open("a", encoding="utf-8") as file:
        file.write("judul: SOP Milik Satuan\n")
    return folder


def move(*titles: str) -> None:
    """Let the base move on: its title, and a text that the unit does not speak of."""
    text = BASE.read_text("utf-8")
    (old,) = [line for line in text.splitlines() if line.startswith("judul:")]
    BASE.write_text(text.replace(old, f"judul: {titles[0]}", 1), "utf-8")


def test_a_base_that_moved_on_is_brought_over_as_by_the_command_and_can_be_taken_back(office: Path) -> None:
    deviating: Any = told(Nothing())
    assert not deviating["pembaruan"]
    assert "SOP Milik Satuan" in [text for one in deviating["satuan"][0]["beda"] for text in one["menjadi"]]
    move("SOP Baru dari Polda")
    now: Any = told(Nothing())
    (update,) = now["pembaruan"]
    (clash,) = update["bentrok"]
    assert ("Judul", "SOP Baru dari Polda", "SOP Milik Satuan") == (clash["bagian"], clash["dasar"], clash["satuan"])
    before = OWN.read_bytes()
    stays: Any = applied(Settled())
    assert (before, [], 1) == (OWN.read_bytes(), stays["dibawa"], len(stays["tinggal"]))
    shutil.copytree(office, office.parent / "perintah" / "kantor")
    assert [OWN.as_posix()] == applied(Settled(ambil=(clash["tempat"],)))["dibawa"]
    with pytest.MonkeyPatch.context() as there:
        there.chdir(office.parent / "perintah" / "kantor")
        assert 0 == run("update", "--apply", "--take", clash["tempat"]).exit_code
        by_command = OWN.read_bytes()
    assert by_command == OWN.read_bytes() != before
    session = opened("contoh/2026").session
    session.undo()
    session.keep()
    assert before == OWN.read_bytes()
    all_closed()


@pytest.mark.usefixtures("office")
def test_the_list_of_deviations_is_the_workbook_of_the_command() -> None:
    assert 0 == run("deviations", "--to", "xlsx").exit_code
    assert Path("penyimpangan.xlsx").read_bytes() == list_file(Nothing()).content


def test_a_clerk_settles_a_clash_and_the_edition_follows_its_base(office: Path, page: Page) -> None:
    move("SOP Baru dari Polda")
    page.get_by_role("link", name="Perubahan", exact=True).click()
    page.get_by_label("Ambil naskah dasar").check()
    assert [] == serious(page)
    page.get_by_role("button", name="Terapkan").click()
    expect(page.get_by_text("1 edisi kini mengikuti")).to_be_visible()
    assert "SOP Milik Satuan" not in (office / OWN).read_text("utf-8")


def test_a_field_of_the_unit_s_own_goes_back_to_its_base_and_can_be_brought_back(office: Path, page: Page) -> None:
    page.get_by_role("link", name="Naskah", exact=True).click()
    page.goto(f"{page.url.partition('#')[0]}#/naskah/contoh/2026")
    expect(page.get_by_text("Edisi ini mengikuti naskah dasar contoh/2026")).to_be_visible()
    title = page.get_by_label("Judul SOP", exact=True)
    expect(title).to_have_value("SOP Milik Satuan")
    own = page.locator(".ownwords").filter(has_text="SOP Contoh")
    own.get_by_role("button", name="Kembali ke dasar").click()
    expect(title).to_have_value("SOP Contoh")
    expect(own).to_have_count(0)
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    assert "judul:" not in (office / OWN).read_text("utf-8").split()
    page.get_by_role("button", name="Urungkan").click()
    expect(title).to_have_value("SOP Milik Satuan")
