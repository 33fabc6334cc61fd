"""Kemas, Buka kemasan, and a unit's folder from a base: what the desk gives and takes is what the commands do."""

from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.jobs.folder import REVIEWER, SPEC, begin, run, step

from sopgen.desk.calls import HandedFile
from sopgen.desk.incoming.packages import PackagePlace, PackAsked, UnitPlace, begun_from_base, made, unwrapped
from sopgen.errors import SopgenError
from sopgen.read.load import load_edition
from sopgen.read.overlay.spec import MergedSource

EDITION = "contoh/2026"


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder whose edition is approved to be signed."""
    monkeypatch.delenv("CI", raising=False)  # where nobody signs
    monkeypatch.setenv("SOPGEN_KEY", str(tmp_path / "kunci" / "kunci.pem"))
    monkeypatch.setenv("HOME", str(tmp_path))  # where the desk begins to look for folders
    (tmp_path / "kantor").mkdir()
    folder = begin(tmp_path / "kantor")
    monkeypatch.chdir(folder)
    monkeypatch.setattr("sopgen.desk.session.opened._OPEN", {})
    assert 0 == step("ditinjau", "2026-03-05", *REVIEWER).exit_code
    assert 0 == step("siap_ditandatangani", "2026-03-06").exit_code
    return folder


def test_a_package_is_that_of_the_command_and_opens_once_in_a_folder_of_its_own(office: Path, tmp_path: Path) -> None:
    told: dict[str, Any] = dict(made(PackAsked(edisi=EDITION)))
    assert "contoh-2026.paket.zip" == told["nama"]
    package = b64decode(told["isi"])
    assert 0 == run("pack", SPEC, "--out", "lain.zip").exit_code
    assert (office / "lain.zip").read_bytes() == package
    place, file = PackagePlace(di=str(tmp_path), nama="terbuka"), HandedFile("a.paket.zip", package)
    found = unwrapped(place, file)
    assert (str(tmp_path / "terbuka"), "siap_ditandatangani", "") == (
        found["folder"],
        found["keadaan"],
        found["kunci"],
    )
    assert load_edition(tmp_path / "terbuka" / SPEC).life.released
    with pytest.raises(SopgenError):
        unwrapped(place, file)
    with pytest.raises(SopgenError):
        unwrapped(PackagePlace(di=str(tmp_path), nama="../luar"), file)
    with pytest.raises(SopgenError):
        unwrapped(PackagePlace(di=str(tmp_path), nama="rusak"), HandedFile("a.zip", package[:-40]))
    assert not (tmp_path / "rusak").exists()


def test_a_folder_of_a_unit_begins_over_the_base_that_is_handed_in(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    went: list[Path] = []
    monkeypatch.setattr("sopgen.desk.incoming.packages.open_office", went.append)
    base = HandedFile("dasar.yaml", (office / SPEC).read_bytes())
    begun_from_base(UnitPlace(di=str(tmp_path), nama="polres a", satuan="Polres A"), base)
    assert [tmp_path / "polres a"] == went
    edition = load_edition(went[0] / "spec" / "sop" / "contoh" / "2026.yaml")
    assert isinstance(edition.sop_source, MergedSource)
    assert "Polres A" == edition.sop.identitas.satuan_kerja


def test_a_clerk_packs_an_approved_edition_and_opens_the_package_from_the_start_page(
    office: Path, page: Page, tmp_path: Path
) -> None:
    page.get_by_role("link", name="Pengesahan", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name="Kemas").click()
    expect(page.get_by_text("contoh-2026.paket.zip sudah dibuat.")).to_be_visible()
    saved.value.save_as(tmp_path / "dari-polda.paket.zip")
    page.get_by_role("link", name="Beranda", exact=True).click()
    page.get_by_role("button", name="Folder lain…").click()
    page.get_by_text("Buka kemasan").click()
    page.get_by_label("Letakkan kemasannya di sini").set_input_files(tmp_path / "dari-polda.paket.zip")
    expect(page.get_by_text("Kemasan utuh dan ditandatangani")).to_be_visible()
    assert [] == serious(page)
    page.get_by_role("button", name="Buka folder itu").click()
    expect(page.get_by_text("Folder: dari-polda")).to_be_visible()
    assert (tmp_path / "dari-polda" / SPEC).read_bytes() == (office / SPEC).read_bytes()
