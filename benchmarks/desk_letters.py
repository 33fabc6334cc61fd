"""Time a click on Cetak to the print dialog's PDF, in a real browser: one letter for twelve, and one for each."""

import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from playwright.sync_api import Page
from results import Result

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.desk.sample import CLEAN  # noqa: E402
from tests.desk_fixture import browser, desk_in, opened_page  # noqa: E402

from desk import processor  # noqa: E402
from sopgen.workspace import start  # noqa: E402

ROUNDS: Final = 3
# Seconds.
GOAL: Final = 3.0
# A browser without a window has no print dialog: what would open it is noted.
PRINTING: Final = """Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {get() {
    return {focus() {}, print() { document.documentElement.dataset.printed = "1"; }}; }});"""
PASTE: Final = """text => { const data = new DataTransfer(); data.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true})); }"""


def printed(page: Page, place: str, process: int, *, each: bool) -> tuple[float, float]:
    """Have a letter made that was not made before; return the seconds from the click to the PDF.

    The second figure is what the desk used of the processor, which does not depend on what else runs.
    """
    page.reload()
    page.evaluate(PRINTING)
    page.get_by_label("Kegiatan").wait_for()
    page.evaluate(PASTE, CLEAN)
    page.get_by_label("Tempat", exact=True).fill(place)
    page.get_by_label("KKA").fill("CONTOH.1.")
    page.locator("summary", has_text="Lainnya").click()
    page.get_by_label("Satu surat untuk setiap orang").set_checked(each)
    page.get_by_alt_text(re.compile("Surat, halaman 1")).wait_for()
    page.wait_for_timeout(1500)
    button = page.get_by_role("button", name="Cetak", exact=True)
    begun, before = time.perf_counter(), processor(process)
    button.click()
    sure = page.get_by_role("button", name="Ya, cetak")
    sure.or_(page.locator("html[data-printed]")).first.wait_for(state="attached")
    if sure.count():
        begun = time.perf_counter()
        sure.click()
        page.locator("html[data-printed]").wait_for(state="attached")
    return time.perf_counter() - begun, (processor(process) - before) / 1e3


def goals() -> Iterator[Result]:
    """Yield a row for each way."""
    with tempfile.TemporaryDirectory() as place, browser() as chrome:
        start(Path(place, "kantor"))
        with (
            desk_in(Path(place, "kantor"), Path(place, "setelan")) as desk,
            opened_page(chrome, desk.address) as (page, _),
        ):
            page.goto(f"{desk.origin}/#/surat")
            page.get_by_role("button", name="Mulai buku agenda…").click()
            page.get_by_role("button", name="Mulai", exact=True).click()
            page.locator("dialog").wait_for(state="detached")
            for what, each in (("one for 12 people", False), ("12, one for each", True)):
                times, used = [], []
                for n in range(ROUNDS):
                    took, of_desk = printed(page, f"Aula {what} {n}", desk.process.pid, each=each)
                    times.append(took)
                    used.append(of_desk)
                middle = statistics.median(times)
                figures = (
                    f"longest of {ROUNDS} {max(times):.2f} s, processor of the desk {statistics.median(used):.2f} s"
                )
                yield Result(f"Cetak to the print dialog, {what}, s", figures, middle, most=GOAL)
