"""Dari Word: the edited document is dropped, each change is decided, and the draft gets what the command writes."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect
from tests.desk.axe import serious
from tests.desk.edited_word import DRAFT, ISSUED, edited

from sopgen.cli.main import main
from sopgen.desk.calls import HandedFile, Outdated
from sopgen.desk.incoming.held import MOST, file_name, held, hold
from sopgen.desk.incoming.word import ChosenProposals, WordAsked, handed, saved
from sopgen.desk.session.opened import all_closed, opened
from sopgen.errors import SopgenError

NAME = "dari-kapolres.docx"


@pytest.fixture
def here(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(office)
    monkeypatch.setattr("sopgen.desk.session.opened._OPEN", {})
    return office


def dropped(spec: Path = DRAFT) -> dict[str, Any]:
    return dict(handed(WordAsked(), HandedFile(NAME, edited(spec))))


def by_command(office: Path, spec: Path, *words: str) -> Path:
    """Return a copy of the office in which the command line has accepted the document."""
    other = office.parent / "perintah"
    shutil.copytree(office, other)
    (other / NAME).write_bytes(edited(spec))
    with pytest.MonkeyPatch.context() as there:
        there.chdir(other)
        assert 0 == CliRunner().invoke(main, ["accept-word", NAME, *words]).exit_code
    return other


def test_the_draft_gets_the_bytes_of_the_command_and_undo_brings_the_former_ones_back(here: Path) -> None:
    other, before = by_command(here, DRAFT, "--accept", "all"), DRAFT.read_bytes()
    told = dropped()
    sure = [one for one in told["usulan"] if one["pasti"]]
    assert not told["draf"]["baru"]
    assert [["R4 / ", False], ["R2", True]] == sure[0]["semula"]
    answer = saved(ChosenProposals(kunci=told["kunci"], pilihan={one["id"]: None for one in sure}, jendela="a"))
    assert ("fkpm/2026-draf", 2, 2) == (answer["tertulis"], answer["banyak"], answer["sudah"])
    assert (other / DRAFT).read_bytes() == DRAFT.read_bytes() != before
    session = opened("fkpm/2026-draf").session
    session.undo()
    session.keep()
    assert before == DRAFT.read_bytes()
    all_closed()


def test_what_comes_back_for_an_edition_in_force_begins_its_next_one_as_the_command_does(here: Path) -> None:
    DRAFT.unlink()
    other, before = by_command(here, ISSUED, "--accept", "all", "--edition", "2027"), ISSUED.read_bytes()
    told: dict[str, Any] = dict(handed(WordAsked(edisi="2027"), HandedFile(NAME, edited(ISSUED))))
    assert told["draf"] == {"nama": "fkpm/2027-draf", "edisi": "2027", "baru": True}
    chosen = {one["id"]: None for one in told["usulan"] if one["pasti"]}
    saved(ChosenProposals(kunci=told["kunci"], pilihan=chosen, edisi="2027"))
    made = Path("spec/sop/fkpm/2027-draf.yaml")
    assert before == ISSUED.read_bytes()
    assert (other / made).read_bytes() == made.read_bytes()
    session = opened("fkpm/2027-draf").session
    session.undo()
    assert made.read_text("utf-8") != session.source.text
    assert "edisi: '2027'" in session.source.text.replace('"', "'")
    all_closed()


def test_another_window_that_writes_the_draft_is_not_overwritten(here: Path) -> None:
    one, before = opened("fkpm/2026-draf"), (here / DRAFT).read_bytes()
    assert one.writes("other")
    told = dropped()
    chosen = {one["id"]: None for one in told["usulan"] if one["pasti"]}
    with pytest.raises(Outdated):
        saved(ChosenProposals(kunci=told["kunci"], pilihan=chosen, jendela="mine"))
    assert before == DRAFT.read_bytes()
    all_closed()


def test_only_the_newest_files_are_kept_and_their_names_lead_nowhere() -> None:
    keys = [hold(HandedFile(f"{n}.docx", b"")) for n in range(MOST + 1)]
    assert "1.docx" == held(keys[1]).name
    with pytest.raises(SopgenError):
        held(keys[0])
    names = ["../../etc/passwd", "C:\\a\\b.docx", "..", 'a:"<>|.doc', f"{'x' * 300}.docx"]
    assert ["passwd", "b.docx", "berkas", "a_.doc", f"{'x' * 100}.docx"] == [file_name(name) for name in names]


def test_a_clerk_decides_by_keys_and_the_draft_has_what_was_accepted(here: Path, page: Page, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(edited())
    page.get_by_role("link", name="Dari Word", exact=True).click()
    page.locator("input[type=file]").set_input_files(tmp_path / NAME)
    proposals = page.locator(".proposal")
    expect(proposals).to_have_count(3)
    expect(page.get_by_text("Mohon dicek lagi.")).to_be_visible()
    assert [] == serious(page)
    proposals.nth(0).focus()
    page.keyboard.press("y")
    expect(proposals.nth(1)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("T")
    expect(page.get_by_text("0 perlu diputuskan, 1 diterima")).to_be_visible()
    before = (here / DRAFT).read_text("utf-8")
    page.get_by_role("button", name="Simpan 1 ke draf").click()
    expect(page.get_by_text("1 usulan sudah masuk ke draf")).to_be_visible()
    assert before != (here / DRAFT).read_text("utf-8")
    page.get_by_role("link", name="Buka draf").click()
    page.get_by_role("button", name="Urungkan").click()
    expect(page.locator(".saved")).to_have_text("Tersimpan")
    assert before == (here / DRAFT).read_text("utf-8")
