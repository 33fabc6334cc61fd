"""Beranda: the editions, what is due, a new edition, a new SOP, another folder, and the end of the desk."""

import os
from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.desk_fixture import RunningDesk

from sopgen.desk.calls import Nothing
from sopgen.desk.office import at_work, edition_file, open_office
from sopgen.desk.running import FOLDERS, LAST_FOLDER, Running
from sopgen.desk.start import screen
from sopgen.desk.start.folders import place_to_make, subfolders
from sopgen.errors import SopgenError
from sopgen.jobs.edit.revise import next_edition
from sopgen.jobs.edit.sample_sop import sop_begun
from sopgen.jobs.office.log import logged
from sopgen.read.load import load_edition
from sopgen.workspace import samples, start

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the user's own folder be one of the test."""
    home = tmp_path / "rumah"
    (home / "Dokumen").mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "setelan"))


@pytest.fixture
def here(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the office, as its desk does."""
    monkeypatch.chdir(office)
    return office


def test_a_clerk_begins_an_edition_and_an_sop_moves_to_a_new_folder_and_closes(
    page: Page, desk: RunningDesk, office: Path
) -> None:
    expect(page.get_by_text("pemantauan paling lambat 1 April 2020")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="2026").get_by_text("sebaiknya")).to_be_visible()
    assert [] == serious(page)
    page.get_by_role("button", name="Edisi baru dari edisi 2019").click()
    page.get_by_label("Nama edisi").fill("2027")
    page.get_by_role("button", name="Mulai edisi").click()
    expect(page.locator("h1")).to_have_text("Naskah")
    old = load_edition(office / "spec" / "sop" / "fkpm" / "2019.yaml")
    assert next_edition(old, "2027").text == (old.path.parent / "2027-draf.yaml").read_text("utf-8")

    page.get_by_role("link", name="Beranda").click()
    page.get_by_role("button", name="SOP baru…").click()
    page.get_by_label("Nama singkat").fill("Surat masuk")
    page.get_by_role("button", name="Mulai SOP").click()
    expect(page.locator("h1")).to_have_text("Naskah")
    assert (office / "spec" / "sop" / "surat-masuk" / "2026.yaml").is_file()

    page.get_by_role("link", name="Beranda").click()
    page.get_by_role("button", name="Folder lain…").click()
    page.get_by_label("Nama folder", exact=True).first.fill("SOP baru kantor")
    assert [] == serious(page)
    page.get_by_role("button", name="Buat folder").click()
    expect(page.get_by_text("Folder: SOP baru kantor")).to_be_visible()
    assert (Path.home() / "Dokumen" / "SOP baru kantor" / "spec" / "satuan.yaml").is_file()
    page.get_by_role("button", name="Folder lain…").click()
    page.get_by_role("button", name="kantor").filter(has_text=str(office)).click()
    expect(page.get_by_text("Folder: kantor")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="2026").get_by_text("sebaiknya").first).to_be_visible()

    page.get_by_text("Yang sudah dikerjakan").click()
    expect(page.locator(".log")).to_contain_text("memulai edisi")
    assert ["sop", "edisi"] == [one.apa for one in logged(office, 9)]
    page.get_by_role("button", name="Tutup sopgen").click()
    page.get_by_role("dialog").get_by_role("button", name="Tutup", exact=True).click()
    expect(page.get_by_text("sopgen sudah ditutup")).to_be_visible()
    assert 0 == desk.process.wait(30)


def test_beranda_tells_of_each_edition_where_it_stands(here: Path) -> None:
    (here / "spec" / "sop" / "fkpm" / "rusak.yaml").write_text("id: [", "utf-8")
    told = screen.overview(Nothing())
    states = {one["nama"]: one["keadaan"] for one in told["edisi"]}  # type: ignore[attr-defined]
    assert {"fkpm/2019": "berlaku", "fkpm/2026-draf": "draf", "fkpm/rusak": "rusak"}.items() <= states.items()
    assert told["surat"] is None
    counted = {one["nama"]: one for one in screen.checks(Nothing())["edisi"]}  # type: ignore[attr-defined]
    assert counted["fkpm/rusak"]["wajib"] > 0


def test_a_folder_without_an_sop_can_be_opened(here: Path) -> None:
    for path in (here / "spec" / "sop").rglob("*.yaml"):
        path.unlink()
    assert [] == screen.overview(Nothing())["edisi"]


def test_the_folders_of_a_folder_are_listed_without_the_hidden_ones(here: Path) -> None:
    (here.parent / ".rahasia").mkdir()
    told = subfolders(here.parent)
    assert ("kantor", True) in [(one["nama"], one["kantor"]) for one in told["isi"]]  # type: ignore[attr-defined]
    assert ".rahasia" not in [one["nama"] for one in told["isi"]]  # type: ignore[attr-defined]
    with pytest.raises(SopgenError):
        subfolders(here / "tidak ada")


@pytest.mark.parametrize("name", ["", "  ", "..", ".git", "a/b", "a\\b", "C:", "titik."])
def test_a_new_folder_has_a_name_of_its_own(tmp_path: Path, name: str) -> None:
    with pytest.raises(SopgenError):
        place_to_make(tmp_path, name)


def test_the_folders_that_were_opened_are_known_the_last_first_and_so_after_the_desk_ended(tmp_path: Path) -> None:
    record = Running(tmp_path / "meja.json")
    for name in ("satu", "dua", "satu"):
        record.went_into(tmp_path / name)
    record.put(proses=os.getpid())
    record.ended()
    assert [str(tmp_path / "satu"), str(tmp_path / "dua")] == record.told()[FOLDERS]
    assert str(tmp_path / "satu") == record.told()[LAST_FOLDER]


@pytest.mark.parametrize("sample", samples())
def test_an_sop_begins_as_each_sample_and_is_read_in_any_office(here: Path, sample: str) -> None:
    made = sop_begun(here, "lain", sample)
    assert "lain" == load_edition(made).sop.id
    assert edition_file(f"lain/{made.stem}").is_file()


def test_an_sop_begins_once_and_by_a_name_that_can_be_one(tmp_path: Path) -> None:
    start(tmp_path / "k", "kendali")
    with pytest.raises(SopgenError, match="surat-masuk"):
        sop_begun(tmp_path / "k", "Surat-Masuk", "permenpan")
    with pytest.raises(SopgenError):
        sop_begun(tmp_path / "k", "../lain", "permenpan")
    with pytest.raises(SopgenError):
        sop_begun(tmp_path / "k", "lain", "tidak-ada")


def test_another_folder_waits_for_the_work_in_this_one(here: Path, tmp_path: Path) -> None:
    start(tmp_path / "lain")
    stands, inside, done = [], Event(), Event()

    def work() -> None:
        with at_work():
            inside.set()
            done.wait(30)
            stands.append(Path.cwd())

    worker = Thread(target=work)
    worker.start()
    inside.wait(30)
    opener = Thread(target=open_office, args=(tmp_path / "lain",))
    opener.start()
    done.set()
    worker.join()
    opener.join()
    assert [here] == stands
    assert tmp_path / "lain" == Path.cwd()


@pytest.mark.usefixtures("desk")
def test_a_clerk_begins_an_edition_over_a_base_and_writes_it(page: Page, office: Path) -> None:
    base = office / "spec" / "dasar" / "polda" / "2026.yaml"
    base.parent.mkdir(parents=True)
    text = (ROOT / "tests" / "contoh" / "sop.yaml").read_text("utf-8")
    base.write_text(text.replace("id: contoh\n", "id: polda\n", 1), "utf-8")
    page.reload()
    page.get_by_role("button", name="Dari naskah dasar…").click()
    page.get_by_label("Nama satuan").fill("SATUAN KAMI")
    assert [] == serious(page)
    page.get_by_role("button", name="Mulai edisi").click()
    expect(page.locator("h1")).to_have_text("Naskah")
    own = office / "spec" / "sop" / "polda" / "2026.yaml"
    assert load_edition(own).sop.identitas.satuan_kerja == "SATUAN KAMI"
    field = page.get_by_label("Judul SOP")
    field.fill("SOP Satuan Kami")
    field.blur()
    for _ in range(100):
        if "judul: SOP Satuan Kami" in own.read_text("utf-8"):
            break
        page.wait_for_timeout(100)
    assert "judul: SOP Satuan Kami" in own.read_text("utf-8")
    assert base.read_text("utf-8") == text.replace("id: contoh\n", "id: polda\n", 1)
