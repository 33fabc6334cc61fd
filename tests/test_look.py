"""`make look` says what differs from what was accepted, and never fails by it."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from scripts.look import accepted, engines, index, outputs

from sopgen.model.sop import Status
from sopgen.read.load import load_edition

PAGE = Path("uji", "sop", "pdf", "01.png")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (accepted, index):
        monkeypatch.setattr(module, "NOW", tmp_path / "now")
        monkeypatch.setattr(module, "ACCEPTED", tmp_path / "accepted")


def drawn(left: int, *, grey: int = 0) -> None:
    """Draw a page with one black box, `left` dots from its side, as a picture of now."""
    page = Image.new("RGB", (100, 60), (255, 255, 255))
    ImageDraw.Draw(page).rectangle((left, 10, left + 9, 19), fill=(grey, grey, grey))
    path = accepted.NOW / PAGE
    path.parent.mkdir(parents=True, exist_ok=True)
    page.save(path)


def test_a_page_that_nobody_accepted_is_new() -> None:
    drawn(10)
    assert "new" == accepted.compared(PAGE).state
    assert [] == accepted.gone(set())


def test_an_accepted_page_is_the_same_until_something_moves() -> None:
    drawn(10)
    accepted.accept()
    assert accepted.Picture(PAGE, "same") == accepted.compared(PAGE)
    drawn(10, grey=20)  # no eye sees it
    assert "same" == accepted.compared(PAGE).state


def test_what_moved_is_drawn_red_where_it_was_and_blue_where_it_is() -> None:
    drawn(10)
    accepted.accept()
    drawn(50)
    found = accepted.compared(PAGE)
    assert "changed" == found.state
    assert 200 / 6000 == pytest.approx(found.share)
    with Image.open(accepted.NOW / found.difference) as picture:
        was, now, ground = (picture.getpixel((x, 15)) for x in (15, 55, 90))
    assert isinstance(was, tuple)
    assert isinstance(now, tuple)
    assert was[0] > was[2]
    assert now[2] > now[0]
    assert (255, 255, 255) == ground


def test_a_page_that_is_no_more_is_gone_and_accepting_forgets_it() -> None:
    drawn(10)
    accepted.accept()
    assert [accepted.Picture(PAGE, "gone")] == accepted.gone(set())
    (accepted.NOW / PAGE).unlink()
    accepted.accept()
    assert [] == accepted.gone(set())


def test_the_index_shows_what_changed_first_and_says_what_is_missing_and_refused() -> None:
    drawn(10)
    accepted.accept()
    drawn(50)
    index.write([accepted.compared(PAGE)], [outputs.Refused("uji", "surat-1", "no <SOP>")], ["Chromium is missing"])
    page = (accepted.NOW / "index.html").read_text("utf-8")
    assert page.index("Not as accepted") < page.index("<h2>uji</h2>")
    assert "beda/uji/sop/pdf/01.png" in page
    assert "Chromium is missing" in page
    assert "no &lt;SOP&gt;" in page


def test_a_browser_that_is_not_there_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(engines, "MODULES", tmp_path)
    monkeypatch.setenv("PATH", "")
    assert "Chromium and docx-preview (npm ci in tests/browser)" == engines.Browser().missing


def test_every_example_is_looked_at_with_letters_as_if_it_were_in_force(tmp_path: Path) -> None:
    place = outputs.copied(tmp_path)
    found = {one.name: one for one in outputs.editions(place)}
    assert {"fkpm-2019", "fkpm-2026-draf", "mediasi-contoh"} < found.keys()
    assert found["fkpm-2019"].spec == found["fkpm-2026-draf"].former
    for edition in found.values():
        spec = outputs.in_force(edition, place)
        assert load_edition(spec).sop.status is Status.IN_FORCE
        assert [spec] == [one for one in spec.parent.glob("*.yaml") if one.name != "satuan.yaml"]
