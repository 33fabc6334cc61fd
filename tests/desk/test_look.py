"""Rupa: sizes as fields, the page that they make, the approvals that they would take away, the shipped look."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.jobs.folder import REVIEWER, SPEC, begin, step

from sopgen.desk.calls import Nothing
from sopgen.desk.look import screen
from sopgen.desk.look.fields import fields
from sopgen.desk.look.session import KINDS, LookSession
from sopgen.desk.office import open_office
from sopgen.desk.office_file.asking import ASKING_ACTS
from sopgen.desk.office_file.routes import whole_of
from sopgen.desk.session.acts import EditCall
from sopgen.desk.session.opened import all_closed
from sopgen.desk.session.routes import NamedEdition, changed_in
from sopgen.model.look.base import MOST_OF_A_WIDTH
from sopgen.model.look.measures import Measure, measures
from sopgen.read.load import load_edition
from sopgen.workspace import example

LOOK = Path("templates", "sop", "rupa.yaml")
TITLE = "sampul.judul.ukuran"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working folder whose small edition was reviewed."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "setelan"))
    monkeypatch.setenv("SOPGEN_LANG", "id")
    (tmp_path / "ditinjau").mkdir()
    monkeypatch.chdir(begin(tmp_path / "ditinjau"))
    monkeypatch.delenv("CI", raising=False)
    assert 0 == step("ditinjau", "2026-03-05", *REVIEWER).exit_code
    open_office(Path.cwd())
    yield Path.cwd()
    all_closed()


def do(name: str, act: str, path: str = "", value: Any = None) -> Any:
    """Do what a window asks, and return the whole; what can be saved is."""
    one = screen.opened_look(name)
    one.writes("a")
    changed_in(one, EditCall(nama=name, n=1, do=act, path=path, value=value, jendela="a"), ASKING_ACTS)
    one.session.rest()
    one.session.keep()
    return json.loads(json.dumps(whole_of(one, NamedEdition(nama=name, jendela="a"))))


def leaves(found: Any) -> Iterator[Any]:
    for one in found:
        yield from leaves(one["isi"]) if "isi" in one else [one]


@pytest.mark.parametrize("name", KINDS)
def test_every_size_of_a_look_is_a_field_with_its_unit_and_its_bounds(name: str) -> None:
    session = LookSession(example(), name)
    known = measures(KINDS[name], session.source.data)
    found = list(leaves(fields(session)))
    assert len(known) - len(found) == sum(len(one.choices) == 1 for one in known.values())
    assert all(one["least"] < one["most"] for one in found if not one["pilihan"])
    session.journal.drop()


def test_a_size_is_told_with_the_remark_of_its_line() -> None:
    found = {one["di"]: one for one in fields(LookSession(example(), "sop"))}
    assert "tebal garis tabel" == found["garis"]["ket"]
    known = measures(KINDS["sop"], {"garis": "0.5", "sampul": {"judul": {"ukuran": "20"}}, "tidak_dikenal": "1"})
    assert {("garis",): Measure("pt", 0.25, 3.0), ("sampul", "judul", "ukuran"): Measure("pt", 4.0, 48.0)} == known


@pytest.mark.usefixtures("here")
def test_what_cannot_be_is_told_at_its_field_and_not_saved() -> None:
    before = Path("templates/surat-perintah/rupa.yaml").read_bytes()
    told = do("surat-perintah", "put", "judul.kali", 9)
    assert ["judul.kali"] == [one["path"] for one in told["salah"]]
    told = do("surat-perintah", "undo")
    told = do("surat-perintah", "put", "personel.kolom.nama", 0.9 * MOST_OF_A_WIDTH)
    assert ["personel.kolom"] == [one["path"] for one in told["salah"]]
    assert before == Path("templates/surat-perintah/rupa.yaml").read_bytes()


@pytest.mark.usefixtures("here")
def test_a_look_that_approvals_rest_on_is_saved_when_a_person_agrees_and_becomes_the_shipped_one_again() -> None:
    before = LOOK.read_text("utf-8")
    told = do("sop", "put", TITLE, 24.5)
    assert (["2026"], False) == ([one["edisi"] for one in told["gugur"]], told["tersimpan"])
    assert before == LOOK.read_text("utf-8")
    do("sop", "agree")
    assert before.replace("judul: {ukuran: 20, ", "judul: {ukuran: 24.5, ", 1) == LOOK.read_text("utf-8")
    assert not load_edition(Path(SPEC)).life.approval
    screen.as_shipped(NamedEdition(nama="sop", jendela="a"))
    screen.opened_look("sop").session.keep()
    assert before == LOOK.read_text("utf-8")
    assert load_edition(Path(SPEC)).life.approval


@pytest.mark.usefixtures("here")
def test_the_sample_follows_the_look_before_it_is_saved() -> None:
    assert "formulir" in screen.looks(Nothing())["rupa"]  # type: ignore[operator]
    former = screen.picture(screen.PageAsked(nama="undangan"))
    do("undangan", "set", "ukuran", 13)
    now = screen.picture(screen.PageAsked(nama="undangan"))
    assert former["gambar"] != now["gambar"]
    assert base64.b64decode(str(now["gambar"])).startswith(b"\x89PNG")
    assert screen.sample_file(screen.SampleAsked(nama="undangan", jenis="docx")).content.startswith(b"PK")


def test_a_clerk_changes_a_size_sees_the_page_and_goes_back(page: Page, office: Path) -> None:
    page.get_by_role("link", name="Rupa", exact=True).click()
    picture = page.get_by_role("img", name="Halaman seperti yang akan dicetak")
    former = picture.get_attribute("src", timeout=60_000)
    size = page.locator(f'[data-di="{TITLE}"]')
    size.fill("100")
    expect(page.locator(".saved")).to_have_text("Belum tersimpan: ada yang harus dibetulkan dahulu")
    size.fill("28,5")
    size.blur()
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    expect(page.get_by_text("Halaman sedang digambar")).to_have_count(0)
    assert former != picture.get_attribute("src")
    assert [] == serious(page)
    assert "judul: {ukuran: 28.5, " in (office / LOOK).read_text("utf-8")
    page.get_by_role("button", name="Kembali ke rupa bawaan").click()
    page.get_by_role("dialog").get_by_role("button", name="Kembali ke rupa bawaan").click()
    expect(size).to_have_value("20")
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    assert (example() / LOOK).read_text("utf-8") == (office / LOOK).read_text("utf-8")
