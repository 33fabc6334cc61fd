"""Peraturan: the laws are looked up, added and checked at the desk, with the bytes of the command line."""

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.desk.test_manuscript import go, part

from sopgen.cli.main import main
from sopgen.desk.calls import Nothing, faults
from sopgen.desk.laws import screen
from sopgen.desk.laws.screen import LawNamed, LawsAsked, LawTyped
from sopgen.errors import SopgenError
from sopgen.model.law.regulation import Standing
from sopgen.workspace import start

OWN = Path("spec", "peraturan.yaml")


@pytest.fixture
def here(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(office)
    monkeypatch.setenv("SOPGEN_LANG", "id")
    return office


def test_laws_are_found_by_words_and_standing_and_told_with_their_source(here: Path) -> None:
    everything: Any = screen.laws(LawsAsked())
    assert everything["semua"] == len(everything["peraturan"]) > 50
    revoked: Any = screen.laws(LawsAsked(status=Standing.REVOKED))["peraturan"]
    assert {"dicabut"} == {one["status"] for one in revoked}
    found: Any = screen.laws(LawsAsked(kata="2 2002"))["peraturan"]
    assert any("Nomor 2 Tahun 2002" in one["sebutan_resmi"] for one in found)
    told: Any = screen.law(LawNamed(id=found[0]["id"], hari="27 November 2026"))
    assert {"sumber", "judul"} <= {name for name, _ in told["fakta"]}
    assert "id" not in {name for name, _ in told["fakta"]}
    assert here.is_dir()


def test_a_law_is_added_with_the_bytes_of_the_command(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = LawTyped(
        sebutan="Perpol Nomor 77 Tahun 2026", judul="Contoh", tanggal="2 Januari 2026", sumber="Contoh", kepastian="B"
    )
    assert "berlaku" != screen.add(typed)["status"]
    by_clicks = (here / OWN).read_bytes()
    start(tmp_path / "lain")
    monkeypatch.chdir(tmp_path / "lain")
    line = ["peraturan", "add", typed.sebutan, "--title", "Contoh", "--day", "2026-01-02"]
    assert 0 == CliRunner().invoke(main, [*line, "--source", "Contoh", "--sure", "B"]).exit_code
    assert OWN.read_bytes() == by_clicks


@pytest.mark.parametrize(
    ("wrong", "key"),
    [({"sebutan": "Surat edaran"}, "sebutan"), ({"tanggal": "31-02-2026"}, "tanggal"), ({"sumber": " "}, "sumber")],
)
def test_what_is_wrong_with_a_law_stands_at_its_field(here: Path, wrong: dict[str, str], key: str) -> None:
    before = (here / OWN).read_bytes()
    typed = {"sebutan": "Perpol Nomor 77 Tahun 2026", "sumber": "Contoh", "kepastian": "A", **wrong}
    with pytest.raises(SopgenError) as refused:
        screen.add(LawTyped.model_validate(typed))
    assert [key] == [one["path"] for one in faults(refused.value)]
    assert before == (here / OWN).read_bytes()


def test_what_is_still_to_be_looked_up_is_told_in_words(here: Path) -> None:
    found: Any = screen.checked(Nothing())["temuan"]
    assert found
    assert not any("sopgen" in one["what"] + one["fix"] for one in found)
    assert here.is_dir()


def test_a_law_is_added_from_the_legal_basis_and_stands_in_the_list(page: Page, office: Path) -> None:
    go(page)
    part(page, "Dasar hukum")
    page.get_by_role("button", name="Pilih dari daftar peraturan").first.click()
    page.get_by_label("Cari kata atau nomor").fill("Perpol Nomor 77 Tahun 2026")
    page.get_by_role("button", name="Tambah peraturan yang belum ada di daftar…").click()
    page.get_by_label("Judul: yang tertulis").fill("Contoh Peraturan")
    page.get_by_label("Diketahui dari mana?").fill("JDIH")
    assert [] == serious(page)
    page.get_by_role("button", name="Tambahkan").click()
    page.get_by_role("button", name="Pilih: ").click()
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    assert "Nomor 77 Tahun 2026" in (office / "spec" / "sop" / "fkpm" / "2026-draf.yaml").read_text("utf-8")
    page.get_by_role("link", name="Peraturan", exact=True).click()
    page.get_by_label("Cari kata atau nomor").fill("77 2026")
    expect(page.locator("table.laws-known tbody tr")).to_have_count(1)
    page.get_by_role("button", name="Rincian Per").click()
    expect(page.locator(".law-facts")).to_contain_text("JDIH")
    assert [] == serious(page)
