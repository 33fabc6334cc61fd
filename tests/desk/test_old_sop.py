"""SOP lama: an old file becomes a draft, and its doubts are settled beside the old page as the command line does."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.edited.truth import ROOT

from sopgen.cli.main import main
from sopgen.desk.calls import HandedFile, Nothing
from sopgen.desk.incoming.old import AskedOldPage, OldSopAsked, edited, handed, page, under_way, whole
from sopgen.desk.session.acts import EditCall
from sopgen.desk.session.opened import all_closed, opened
from sopgen.desk.session.routes import NamedEdition
from sopgen.errors import SopgenError
from sopgen.jobs.old.doubts.kept import kept_pages, with_boxes
from sopgen.jobs.old.doubts.remarks import open_doubts
from sopgen.jobs.old.importing import draft_of
from sopgen.read.source import parse_text

OLD = ROOT / "tests" / "seed" / "fkpm-2019.txt"
DRAFT = Path("spec/sop/fkpm/lama-draf.yaml")


@pytest.fixture
def here(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(office)
    monkeypatch.setattr("sopgen.desk.session.opened._OPEN", {})
    return office


def begun() -> dict[str, Any]:
    handed(OldSopAsked(edisi="lama"), HandedFile(OLD.name, OLD.read_bytes()))
    return dict(whole(NamedEdition(nama="fkpm/lama-draf", jendela="a")))


def test_the_remarks_of_a_draft_tell_the_doubts_that_its_import_had() -> None:
    draft = draft_of(OLD)
    found = open_doubts(parse_text("draf.yaml", draft.text))
    assert [(one.line, one.text) for one in draft.doubts] == [(one.line, one.text) for one in found]
    assert [one.path for one in draft.doubts] == [one.path for one in found]


def test_a_sign_inside_a_text_of_several_lines_is_no_doubt() -> None:
    source = parse_text("a.yaml", "a: |\n  satu\n  # periksa: b\n  dua\n# periksa: ragu (halaman 3, baris 2)\nb: x\n")
    (one,) = open_doubts(source)
    assert ("b", 6, "ragu", 3, "baris 2") == (one.path, one.line, one.text, one.spot.page, one.spot.name)


def test_a_settled_doubt_leaves_the_draft_as_by_the_command_and_can_be_brought_back(here: Path) -> None:
    told = begun()
    before = DRAFT.read_bytes()
    shutil.copytree(here, here.parent / "perintah")
    second = told["ragu"][1]
    where = {"path": second["path"], "kode": second["kata"], "index": second["baris"]}
    call = EditCall(nama="fkpm/lama-draf", n=1, do="settle", jendela="a", **where)
    answer: dict[str, Any] = dict(edited(call))
    assert len(told["ragu"]) - 1 == len(answer["ragu"])
    session = opened("fkpm/lama-draf").session
    session.keep()
    with pytest.MonkeyPatch.context() as there:
        there.chdir(here.parent / "perintah")
        run = CliRunner().invoke(main, ["doubts", str(DRAFT), "--done", "2"])
        assert 0 == run.exit_code, run.output
        assert 2 == CliRunner().invoke(main, ["doubts", str(DRAFT), "--done", "99"]).exit_code
        by_command = DRAFT.read_bytes()
    assert by_command == DRAFT.read_bytes() != before
    session.undo()
    session.keep()
    assert before == DRAFT.read_bytes()
    all_closed()


def test_what_found_no_place_is_told_and_a_text_has_its_lines_beside_the_draft(here: Path) -> None:
    told = begun()
    assert draft_of(OLD).unplaced[0].text in told["lain"][0]
    assert told["teks"][told["ragu"][0]["garis"] - 1].strip()
    assert [{"nama": "fkpm/lama-draf", "ragu": len(told["ragu"])}] == under_way(Nothing())["draf"]
    with pytest.raises(SopgenError):
        page(AskedOldPage(nama="fkpm/lama-draf", halaman=1))
    kept = kept_pages(here, DRAFT)
    assert kept is not None
    (here / ".meja" / "lama" / "fkpm-lama-draf.json").write_text("{", "utf-8")
    assert kept_pages(here, DRAFT) is None
    assert [] == with_boxes([], kept)
    all_closed()


def test_a_clerk_settles_doubts_by_keys_and_the_count_goes_down(here: Path, page: Page) -> None:
    page.get_by_role("link", name="SOP lama", exact=True).click()
    page.get_by_label("Nama edisi").fill("lama")
    page.locator("input[type=file]").set_input_files(OLD)
    questions = page.locator(".questions > li")
    expect(questions.first).to_have_class("here")
    count = questions.count()
    assert [] == serious(page)
    page.keyboard.press("F8")
    expect(questions.nth(1)).to_have_class("here")
    expect(page.locator(".oldtext li.here")).to_be_in_viewport()
    page.get_by_role("button", name="Sudah diperiksa").click()
    expect(page.get_by_text(f"{count - 1} perlu diperiksa, 1 selesai")).to_be_visible()
    page.get_by_role("button", name="Urungkan").click()
    expect(page.get_by_text(f"{count} perlu diperiksa, 0 selesai")).to_be_visible()
    page.get_by_role("tab", name="Tanpa tempat").click()
    expect(page.get_by_role("button", name="Salin").first).to_be_visible()
    assert here
