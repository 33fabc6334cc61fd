"""Perubahan: the changes with their reasons, the matrix and the tracked changes in a click."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page, expect
from tests.desk.axe import serious

from sopgen.cli.main import main
from sopgen.errors import SopgenError
from sopgen.jobs.compare.editions import Comparison, compared
from sopgen.jobs.compare.reasons import with_reason
from sopgen.read.load import load_edition

OLD, NEW = "spec/sop/fkpm/2019.yaml", "spec/sop/fkpm/2026-draf.yaml"


@pytest.fixture
def here(office: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(office)
    _edit("judul: SOP Forum Kemitraan Polisi Masyarakat (FKPM)", "judul: SOP Forum Kemitraan (FKPM)")
    return office


def _edit(old: str, new: str) -> None:
    path = Path(NEW)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")


def reasoned(found: Comparison, path: str, why: str) -> Comparison:
    """Write a reason, and compare anew."""
    kind = next(one.kind.value for one in found.changes if one.path == path)
    made = with_reason(found.new.sop_source, found, path, kind, why)
    Path(NEW).write_text(made.text, "utf-8", newline="\n")
    return compared(OLD, NEW, None)


def reason_of(found: Comparison, path: str) -> str:
    return next(one.reason for one in found.changes if one.path == path)


@pytest.mark.usefixtures("here")
def test_a_reason_is_written_for_one_change_and_can_be_reworded_and_taken_out() -> None:
    found = compared(OLD, NEW, None)
    before, others = Path(NEW).read_text("utf-8"), {one.path: one.reason for one in found.changes}
    assert not others.pop("judul")
    found = reasoned(found, "judul", "Nama yang lazim.")
    assert "Nama yang lazim." == reason_of(found, "judul")
    found = reasoned(found, "judul", "Nama menurut Perkap.")
    assert "Nama menurut Perkap." == reason_of(found, "judul")
    assert others == {one.path: one.reason for one in found.changes if one.path != "judul"}
    reasoned(found, "judul", "  ")
    assert before == Path(NEW).read_text("utf-8")


@pytest.mark.usefixtures("here")
def test_a_reason_that_stands_for_several_changes_stays_where_one_of_them_gets_its_own() -> None:
    found = compared(OLD, NEW, None)
    shared = [one for one in found.changes if one.reason and one.path.startswith("kegiatan")]
    one, other = shared[0], shared[-1]
    now = reasoned(found, one.path, "Hanya di sini.")
    assert "Hanya di sini." == reason_of(now, one.path)
    assert other.reason == reason_of(now, other.path)


@pytest.mark.usefixtures("here")
def test_the_command_line_writes_the_same_reason() -> None:
    found = compared(OLD, NEW, None)
    number = next(n for n, one in enumerate(found.changes, 1) if one.path == "judul")
    wanted = with_reason(found.new.sop_source, found, "judul", "changed", "Nama yang lazim.").text
    run = CliRunner().invoke
    assert 0 == run(main, ["reason", OLD, NEW, "--change", str(number), "--why", "Nama yang lazim."]).exit_code
    assert wanted == Path(NEW).read_text("utf-8")
    assert 2 == run(main, ["reason", OLD, NEW, "--change", "999", "--why", "Tidak ada."]).exit_code
    assert 1 == run(main, ["reason", NEW, OLD, "--change", "1", "--why", "Tidak boleh."]).exit_code
    assert wanted == Path(NEW).read_text("utf-8")


@pytest.mark.usefixtures("here")
def test_what_did_not_change_gets_no_reason() -> None:
    found = compared(OLD, NEW, None)
    with pytest.raises(SopgenError):
        with_reason(found.new.sop_source, found, "peringatan", "changed", "Tidak ada.")


def test_a_clerk_gives_the_missing_reason_and_saves_the_files_of_the_command_line(
    here: Path, page: Page, tmp_path: Path
) -> None:
    page.get_by_role("link", name="Perubahan").click()
    expect(page.get_by_text("1 tanpa alasan")).to_be_visible()
    page.get_by_label("Hanya yang tanpa alasan").check()
    page.locator("tbody textarea").fill("Nama yang lazim.")
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("semua beralasan")).to_be_visible()
    assert "Nama yang lazim." in {one.alasan for one in load_edition(here / NEW).sop.alasan_perubahan}
    page.get_by_label("Hanya yang tanpa alasan").uncheck()
    assert [] == serious(page)
    for button, words in (
        ("Matriks (PDF)", ("--to", "pdf", "--out")),
        ("Matriks (Word)", ("--to", "docx", "--out")),
        ("Naskah dengan perubahan terlacak (Word)", ("--redline",)),
    ):
        with page.expect_download() as saved:
            page.get_by_role("button", name=button).click()
        assert 0 == CliRunner().invoke(main, ["diff", OLD, NEW, *words, str(tmp_path / "f")]).exit_code
        assert (tmp_path / "f").read_bytes() == saved.value.path().read_bytes(), button
