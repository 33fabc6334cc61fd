"""A desk that runs as users start it, and a real browser that knows no other computer."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from typing import Final

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

PATIENCE: Final = 120.0
# A machine that is busy with other tests is slow, and not wrong.
PATIENCE_MS: Final = 1000 * PATIENCE
SCREEN: Final = {"width": 1366, "height": 768}


@dataclass
class RunningDesk:
    """A desk of its own process, in a working folder."""

    folder: Path
    settings: Path
    process: "subprocess.Popen[str]" = field(init=False)
    address: str = field(init=False)

    def start(self) -> None:
        """Start it, and read the address that opens it once."""
        env = {**os.environ, "XDG_CONFIG_HOME": str(self.settings), "SOPGEN_LANG": "id"}
        line = [sys.executable, "-m", "sopgen", "meja", str(self.folder), "--no-browser"]
        self.process = subprocess.Popen(line, stdout=subprocess.PIPE, text=True, env=env)
        assert self.process.stdout
        self.address = self.process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?buka=[\w-]+", self.address), self.address

    @property
    def origin(self) -> str:
        """The desk's own address."""
        return self.address.partition("/?")[0]

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.end()

    def end(self) -> None:
        """End it."""
        self.process.terminate()
        self.process.wait(PATIENCE)
        assert self.process.stdout
        self.process.stdout.close()


@contextmanager
def desk_in(folder: Path, settings: Path) -> Iterator[RunningDesk]:
    """Run a desk in a working folder."""
    running = RunningDesk(folder, settings)
    try:
        running.start()
        yield running
    finally:
        running.end()


def chromium() -> str:
    """Return the browser; without one the test is skipped, in CI it fails."""
    found = which("chromium") or which("chromium-browser") or which("google-chrome")
    if found is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("not installed: chromium")
    assert found
    return found


@contextmanager
def browser() -> Iterator[Browser]:
    """Run the computer's Chromium without a window."""
    with sync_playwright() as play:
        flags = ["--no-sandbox", "--disable-gpu"]
        started = play.chromium.launch(executable_path=chromium(), args=flags, timeout=PATIENCE_MS)
        yield started
        started.close()


@dataclass
class Watched:
    """What a page asked of other addresses, and what it complained of."""

    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def opened_page(browser: Browser, address: str) -> Iterator[tuple[Page, Watched]]:
    """Open the desk as its user does; every request to another address is refused and noted."""
    context = browser.new_context(viewport=SCREEN, locale="id-ID", accept_downloads=True)  # type: ignore[arg-type]
    origin, watched = address.partition("/?")[0], Watched()

    def gate(route: Route) -> None:
        # The browser shows a PDF by pages of its own.
        if route.request.url.startswith((origin, "data:", "blob:", "chrome:", "chrome-extension:")):
            route.continue_()
        else:
            watched.elsewhere.append(route.request.url)
            route.abort()

    context.set_default_timeout(PATIENCE_MS)
    context.route("**/*", gate)
    page = context.new_page()
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on("console", lambda told: watched.complaints.append(told.text) if told.type == "error" else None)
    try:
        page.goto(address)
        page.wait_for_selector("main h1")
        yield page, watched
    finally:
        context.close()
