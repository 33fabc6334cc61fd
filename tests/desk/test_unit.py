"""Satuan: the unit's data as a form, its emblem, and the approvals that a change would take away."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PIL import Image
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.jobs.folder import REVIEWER, SPEC, begin, edit, step

from sopgen.cli.main import main
from sopgen.desk.calls import HandedFile
from sopgen.desk.office import open_office
from sopgen.desk.office_file.asking import ASKING_ACTS
from sopgen.desk.office_file.routes import whole_of
from sopgen.desk.session.acts import EditCall
from sopgen.desk.session.opened import all_closed
from sopgen.desk.session.routes import NamedEdition, changed_in
from sopgen.desk.unit.screen import PictureHanded, emblem, opened_unit
from sopgen.errors import SopgenError
from sopgen.read.load import load_edition, load_unit

UNIT = Path("spec", "satuan.yaml")


def picture(colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 60), colour).save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def here(office: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "setelan"))
    monkeypatch.chdir(office)
    open_office(office)
    yield office
    all_closed()


@pytest.fixture
def reviewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder whose small edition was reviewed."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "setelan"))
    (tmp_path / "ditinjau").mkdir()
    monkeypatch.chdir(begin(tmp_path / "ditinjau"))
    monkeypatch.delenv("CI", raising=False)
    assert 0 == step("ditinjau", "2026-03-05", *REVIEWER).exit_code
    open_office(Path.cwd())
    yield Path.cwd()
    all_closed()


def whole() -> Any:
    return json.loads(json.dumps(whole_of(opened_unit(), NamedEdition(nama="satuan", jendela="a"))))


def do(act: str, path: str = "", **values: Any) -> Any:
    """Do what a window asks, and return the whole; what can be saved is."""
    one = opened_unit()
    one.writes("a")
    changed_in(one, EditCall(nama="satuan", n=1, do=act, path=path, jendela="a", **values), ASKING_ACTS)
    one.session.rest()
    one.session.keep()
    return whole()


@pytest.mark.usefixtures("here")
def test_only_the_changed_line_of_the_file_is_another() -> None:
    before = UNIT.read_text("utf-8")
    do("set", "surat_perintah.kka", value="BIN.2.1.")
    do("insert", "surat_perintah.tembusan", index=0, value="Kapolda Gorontalo")
    do("put", "surat_perintah.kelengkapan", value=True)
    do("put", "surat_perintah.halaman.margin.atas", value=22.5)
    settings = load_unit(UNIT).surat_perintah
    assert ("BIN.2.1.", ("Kapolda Gorontalo",), True, 22.5) == (
        settings.kka,
        settings.tembusan,
        settings.kelengkapan,
        settings.halaman.margin.atas,
    )
    lines = before.splitlines()
    assert 3 == sum(line not in UNIT.read_text("utf-8").splitlines() for line in lines)
    assert "# Kode Klasifikasi Arsip untuk kegiatan yang tidak memilikinya" in UNIT.read_text("utf-8")
    for _ in range(4):
        do("undo")
    assert before == UNIT.read_text("utf-8")


@pytest.mark.usefixtures("here")
def test_what_is_wrong_is_told_at_its_field_and_not_saved_but_not_lost() -> None:
    before = UNIT.read_bytes()
    told = do("set", "penandatangan.nrp", value="123")
    assert ["penandatangan.nrp"] == [one["path"] for one in told["salah"]]
    told = do("insert", "pejabat", index=0, value={"id": "p1", "jabatan": "", "nama": "", "pangkat": "", "nrp": ""})
    assert {"pejabat[0].jabatan", "pejabat[0].nrp"} < {one["path"] for one in told["salah"]}
    assert before == UNIT.read_bytes()
    assert "pejabat" in json.loads(Path(".meja", "satuan.json").read_text("utf-8"))["naskah"]


@pytest.mark.usefixtures("here")
def test_what_another_program_wrote_is_taken_over() -> None:
    whole()
    edit(UNIT, "tempat: Gorontalo", "tempat: Limboto")
    one = opened_unit()
    assert one.session.file.is_changed
    one.session.take_theirs()
    assert "Limboto" == whole()["isi"]["tempat"]


@pytest.mark.usefixtures("here")
def test_the_emblem_is_that_of_the_command(tmp_path: Path) -> None:
    whole()
    emblem(PictureHanded(jendela="a", kunci="lambang"), HandedFile("logo.png", picture()))
    opened_unit().session.keep()
    by_desk = UNIT.read_bytes()
    do("undo")
    all_closed()
    assert load_unit(UNIT).lambang is None
    (tmp_path / "logo.png").write_bytes(picture())
    assert 0 == CliRunner().invoke(main, ["emblem", str(tmp_path / "logo.png")]).exit_code
    assert by_desk == UNIT.read_bytes()
    with pytest.raises(SopgenError):
        emblem(PictureHanded(jendela="a", kunci="lambang"), HandedFile("logo.png", b"no picture"))


@pytest.mark.usefixtures("reviewed")
def test_what_takes_an_approval_away_is_saved_only_when_a_person_agrees() -> None:
    before = UNIT.read_bytes()
    told = do("put", "surat_perintah.kka", value="BIN.1.")  # no SOP prints it
    assert [] == told["gugur"]
    assert before != UNIT.read_bytes()
    before = UNIT.read_bytes()
    told = do("put", "nama", value="SATUAN LAIN")
    assert ["2026"] == [one["edisi"] for one in told["gugur"]]
    assert not told["tersimpan"]
    assert before == UNIT.read_bytes()
    assert load_edition(Path(SPEC)).life.approval
    assert [] == do("undo")["gugur"]
    assert [] == do("put", "nama", value="")["gugur"]  # a fault is told first
    do("undo")
    assert ["2026"] == [one["edisi"] for one in do("put", "nama", value="SATUAN LAIN")["gugur"]]
    told = do("agree")
    assert [] == told["gugur"]
    assert told["tersimpan"]
    assert "SATUAN LAIN" == load_unit(UNIT).nama
    assert not load_edition(Path(SPEC)).life.approval


def test_a_clerk_writes_the_data_of_the_unit(page: Page, office: Path, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(picture())
    page.get_by_role("link", name="Satuan", exact=True).click()
    page.get_by_label("Alamat", exact=True).fill("Jl. Contoh 1")
    page.get_by_label("Pilih gambar: Lambang satuan").set_input_files(tmp_path / "logo.png")
    expect(page.get_by_role("img", name="Lambang yang dicetak")).to_be_visible()
    page.get_by_role("button", name="Pejabat lain").click()
    page.get_by_role("button", name="Tambah pejabat").click()
    expect(page.locator(".saved")).to_have_text("Belum tersimpan: ada yang harus dibetulkan dahulu")
    assert [] == serious(page)
    for key, text in (
        ("jabatan", "KASAT BINMAS"),
        ("nama", "Personel Contoh 1"),
        ("pangkat", "AKP"),
        ("nrp", "00000001"),
    ):
        page.locator(f'[data-di="pejabat[0].{key}"]').fill(text)
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    page.get_by_role("button", name="Surat perintah", exact=True).click()
    page.get_by_label("Kode klasifikasi arsip (KKA)").fill("BIN.2.1.")
    page.get_by_role("button", name="Urungkan").click()
    expect(page.get_by_label("Kode klasifikasi arsip (KKA)")).to_have_value("")
    page.get_by_label("Surat memuat daftar kelengkapan kegiatan").check()
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    assert [] == serious(page)
    unit = load_unit(office / UNIT)
    assert ("Jl. Contoh 1", "lambang.png", True) == (unit.alamat, unit.lambang, unit.surat_perintah.kelengkapan)
    assert ["KASAT BINMAS"] == [one.jabatan for one in unit.pejabat]
