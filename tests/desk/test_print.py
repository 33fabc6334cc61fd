"""Cetak in a browser with a window: it ends in a print job of the very pages that the desk gave out.

Under Xvfb, where the print dialog takes its first choice by itself: to save the pages as a PDF.
"""

import base64
import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from tests.desk.sample import CLEAN
from tests.desk.test_letters import paste, print_button
from tests.desk_fixture import PATIENCE, PATIENCE_MS, SCREEN, RunningDesk, chromium
from tests.documents import page_sizes, page_words

# What the browser remembers of the last time that one printed.
TO_A_FILE = {
    "version": 2,
    "isHeaderFooterEnabled": False,
    "selectedDestinationId": "Save as PDF",
    "recentDestinations": [{"id": "Save as PDF", "origin": "local", "account": ""}],
}


@contextmanager
def screen() -> Iterator[str]:
    """Show a screen that nobody sees, and return its name; without it the test is skipped, in CI it fails."""
    program = which("Xvfb")
    if program is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("not installed: Xvfb")
    assert program
    line = [program, "-displayfd", "1", "-screen", "0", "1366x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as shown:
        assert shown.stdout
        try:
            yield f":{shown.stdout.readline().strip()}"
        finally:
            shown.terminate()


@contextmanager
def window(profile: Path, printed: Path) -> Iterator[BrowserContext]:
    """Open a browser with a window, whose print dialog saves a PDF in a folder."""
    settings = profile / "Default" / "Preferences"
    settings.parent.mkdir(parents=True)
    sticky = {"print_preview_sticky_settings": {"appState": json.dumps(TO_A_FILE)}}
    settings.write_text(json.dumps({"printing": sticky, "savefile": {"default_directory": str(printed)}}))
    with screen() as display, sync_playwright() as play:
        context = play.chromium.launch_persistent_context(
            str(profile),
            executable_path=chromium(),
            headless=False,
            args=["--no-sandbox", "--disable-gpu", "--kiosk-printing"],
            env={**os.environ, "DISPLAY": display},
            viewport=SCREEN,  # type: ignore[arg-type]
            timeout=PATIENCE_MS,
        )
        context.set_default_timeout(PATIENCE_MS)
        try:
            yield context
        finally:
            context.close()


def job(folder: Path, page: Page) -> bytes:
    """Return the PDF that was printed, once it is whole."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for path in folder.glob("*.pdf"):
            content = path.read_bytes()
            if content.rstrip().endswith(b"%%EOF"):
                return content
        page.wait_for_timeout(100)
    raise AssertionError("nothing was printed")


def test_cetak_prints_the_pages_that_the_desk_gave(desk: RunningDesk, tmp_path: Path) -> None:
    printed = tmp_path / "tercetak"
    printed.mkdir()
    with window(tmp_path / "profil", printed) as context:
        page = context.new_page()
        page.goto(desk.address)
        page.goto(f"{desk.origin}/#/surat")
        expect(page.get_by_label("Kegiatan")).to_be_visible()
        paste(page, CLEAN)
        expect(page.get_by_alt_text("Surat, halaman 1 dari 3")).to_be_visible()
        with page.expect_response("**/api/surat/cetak") as answer:
            print_button(page).click()
        given = base64.b64decode(answer.value.json()["cetakan"])
        came = job(printed, page)
    assert page_words(given) == page_words(came)
    for own, other in zip(page_sizes(given, tmp_path), page_sizes(came, tmp_path), strict=True):
        assert own == pytest.approx(other, abs=0.1)
