"""Pengesahan: from a draft into force by clicks, as the command line does it."""

import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.jobs.folder import RECORD, REVIEWER, SPEC, begin, edit, run, step

from sopgen.desk.approval import screen
from sopgen.desk.approval.screen import AskedEdition, MadeFile, ReadOut, StepAsked
from sopgen.desk.calls import HandedFile
from sopgen.desk.manuscript.routes import emblem
from sopgen.errors import SopgenError
from sopgen.jobs.life.day import today_at
from sopgen.jobs.office.log import logged
from sopgen.model.sop import Status
from sopgen.read.load import load_unit

EDITION = "contoh/2026"
SCAN = b"%PDF-1.4 pindaian"


@pytest.fixture(autouse=True)
def _signing_is_let(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)  # where nobody signs
    monkeypatch.setenv("SOPGEN_LANG", "id")


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A working folder with the small edition of the tests."""
    (tmp_path / "kantor").mkdir()
    return begin(tmp_path / "kantor")


@pytest.fixture
def here(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(office)
    return office


def today(office: Path) -> date:
    return today_at(load_unit(office / "spec" / "satuan.yaml"))


def write_review(page: Page) -> None:
    for label, text in (("Nama", "Personel Contoh 2"), ("Pangkat", "AKP"), ("NRP atau NIP", "00000002")):
        page.get_by_label(label, exact=True).fill(text)
    page.get_by_label("Jabatan").fill("KASAT CONTOH")
    page.get_by_role("button", name="Catat peninjauan").click()


def test_an_edition_is_brought_into_force_by_clicks_and_its_record_is_that_of_the_command_line(
    page: Page, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pindaian.pdf").write_bytes(SCAN)
    page.get_by_role("link", name="Pengesahan", exact=True).first.click()
    write_review(page)
    page.get_by_role("button", name="Sahkan untuk ditandatangani").click()
    page.get_by_role("button", name="Buat berkas").click()
    expect(page.get_by_text("Berkas sudah dibuat.")).to_be_visible()
    assert [] == serious(page)
    page.get_by_label("Pindaian (PDF, JPEG, PNG)").set_input_files(tmp_path / "pindaian.pdf")
    page.get_by_role("button", name="Daftarkan pindaian").click()
    page.get_by_role("button", name="Nyatakan berlaku").click()
    expect(page.get_by_text("Dicatat: berlaku.")).to_be_visible()
    page.get_by_label("Berkas", exact=True).set_input_files(office / "build" / "contoh-2026" / "sop.pdf")
    expect(page.locator(".verdicts")).to_contain_text("naskah (PDF) sama dengan yang dibuat ulang")
    assert ["pindaian", "berkas", "langkah"] == [one.apa for one in logged(office, 9)][1:4]
    by_clicks = (office / RECORD).read_bytes()

    page.get_by_role("button", name="Batalkan langkah terakhir…").click()
    page.get_by_label("Alasan").fill("Salah edisi")
    page.get_by_role("button", name="Batalkan langkah", exact=True).click()
    expect(page.locator("main .state").first).to_have_text("disahkan, siap ditandatangani")

    day = today(office).isoformat()
    (tmp_path / "lain").mkdir()
    monkeypatch.chdir(begin(tmp_path / "lain"))
    step("ditinjau", day, *REVIEWER)
    step("siap_ditandatangani", day)
    run("build", SPEC, "--release")
    scan = ("--scan", str(tmp_path / "pindaian.pdf"), "--date", day)
    assert 0 == run("sign", "build/contoh-2026/sop.pdf", "--by", "penandatangan", *scan).exit_code
    assert 0 == step("berlaku", day).exit_code
    assert RECORD.read_bytes() == by_clicks


def test_what_is_missing_is_told_before_a_step_is_written(here: Path) -> None:
    wanted = StepAsked(edisi=EDITION, ke=Status.READY, tanggal=today(here).isoformat(), oleh="penandatangan")
    told = [one["what"] for one in screen.lacking(wanted)["kurang"]]  # type: ignore[attr-defined]
    assert told
    assert not (here / RECORD).exists()
    assert 1 == run("approve", SPEC, "--to", "siap_ditandatangani", "--date", wanted.tanggal, "--dry-run").exit_code
    review = ("--to", "ditinjau", "--date", wanted.tanggal, *REVIEWER, "--dry-run")
    assert 0 == run("approve", SPEC, *review).exit_code
    assert not (here / RECORD).exists()


def test_a_change_after_the_approval_is_told_with_whose_it_was(here: Path) -> None:
    day = today(here).isoformat()
    step("ditinjau", day, *REVIEWER)
    assert "Personel Contoh 2" == screen.told(AskedEdition(edisi=EDITION))["pegang"]["oleh"]  # type: ignore[index]
    edit(SPEC, "judul: ", "judul: Perubahan ")
    told = screen.told(AskedEdition(edisi=EDITION))
    assert "draf" == told["keadaan"]
    assert "Personel Contoh 2" == told["gugur"]["oleh"]  # type: ignore[index]


@pytest.mark.parametrize("name", ["../../spec/satuan.yaml", "manifest.json", "/etc/passwd", ""])
@pytest.mark.usefixtures("here")
def test_only_the_files_that_were_made_are_sent(name: str) -> None:
    with pytest.raises(SopgenError):
        screen.file(MadeFile(edisi=EDITION, berkas=name))


def test_a_file_that_nobody_knows_proves_nothing_and_is_not_kept(here: Path) -> None:
    before = sorted(here.rglob("*"))
    told = screen.checked(ReadOut(), HandedFile("../lain.pdf", SCAN))
    assert "../lain.pdf" == told["nama"]
    assert not re.search("holds", str([one["putusan"] for one in told["hasil"]]))  # type: ignore[attr-defined]
    assert sorted(here.rglob("*")) == before


@pytest.mark.usefixtures("here")
def test_a_scan_is_a_picture_or_a_pdf_and_has_a_day() -> None:
    for day, content in (("", SCAN), ("2026-01-01", b"bukan pindaian")):
        with pytest.raises(SopgenError):
            screen.signed(screen.ScannedSignature(edisi=EDITION, tanggal=day), HandedFile("a.pdf", content))


def test_the_emblem_of_an_approved_edition_is_changed_where_its_approval_is_asked_about(here: Path) -> None:
    step("ditinjau", today(here).isoformat(), *REVIEWER)
    before = Path("spec/satuan.yaml").read_bytes()
    with pytest.raises(SopgenError, match="SOP Contoh"):
        emblem(HandedFile("lambang.png", b"gambar"))
    assert before == Path("spec/satuan.yaml").read_bytes()
