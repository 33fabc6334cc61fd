"""The desk in Firefox, which many offices have: every screen opens, what is typed is on its page and in its file."""

import json
import os
import re
import subprocess
from pathlib import Path
from shutil import which

import pytest
import yaml
from tests.desk_fixture import PATIENCE, RunningDesk

import sopgen.desk

DRIVER = Path(__file__).parents[1] / "browser" / "firefox.mjs"
APP = Path(sopgen.desk.__file__).parent / "static" / "app.js"
MENU = re.compile(r'^ +\["([\w-]+)", \(\) => say', re.MULTILINE)
DRAFT = "fkpm/2026-draf"


def firefox() -> str:
    """Return the browser; without it, or what drives it, the test is skipped, in CI it fails."""
    found = which("firefox-esr") or which("firefox")
    driver = DRIVER.parent / "node_modules" / "puppeteer-core"
    if found is None or not driver.is_dir() or which("node") is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("not installed: firefox-esr, node, or puppeteer-core (`npm ci` in tests/browser)")
    assert found
    return found


def test_every_screen_opens_in_firefox_and_what_is_typed_is_on_its_page(desk: RunningDesk, office: Path) -> None:
    line = ["node", str(DRIVER), firefox(), desk.address, DRAFT]
    done = subprocess.run(line, capture_output=True, text=True, timeout=2 * PATIENCE, check=False)
    assert 0 == done.returncode, done.stderr
    told = json.loads(done.stdout)
    assert {f"#/{name}" for name in MENU.findall(APP.read_text("utf-8"))} == told["screens"].keys()
    assert not [faults for faults in told["screens"].values() if faults]
    assert ([], []) == (told["elsewhere"], told["complaints"])
    assert told["letter"]
    written = yaml.safe_load((office / "spec" / "sop" / f"{DRAFT}.yaml").read_text("utf-8"))
    assert "Dilarang memihak siapa pun" == told["typed"] == written["peringatan"]["isi"][1]
    assert "Menerima warga" == told["step"] == written["kegiatan"][0]["alur"][0]["uraian"]
