"""The bundle under Wine: what a Windows computer does with it, as far as Wine is one.

Only under Wine, and not in the bundle that ships: a stand-in for bcryptprimitives.dll, which Wine 8 lacks and the
libraries in Rust ask for chance; no _wmi.pyd, at which Wine 8 hangs; Windows set to 10; and no console, so that what
is said goes through a pipe.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bundle.stub import forwarding

# Seconds; a machine with much else to do takes ten times as long as a free one.
PATIENCE: Final = 300
# No menus and no browser of the Linux under it; and no offers to download parts of Wine.
OVERRIDES: Final = "winemenubuilder.exe,winebrowser.exe,mscoree,mshtml=d"


@dataclass(frozen=True)
class Windows:
    """A Windows of its own, in a folder that goes away with the test."""

    folder: Path

    @property
    def user(self) -> Path:
        """The folder of the user."""
        (found,) = (
            each for each in (self.folder / "windows" / "drive_c" / "users").iterdir() if each.name != "Public"
        )
        return found

    @property
    def key(self) -> Path:
        """The unit's key, the same for sopgen there and here."""
        return self.folder / "kunci.pem"

    @property
    def settings(self) -> Path:
        """Where programs keep the user's settings: %APPDATA%."""
        return self.user / "AppData" / "Roaming"

    def start(self, program: str | Path, *words: str | Path, cwd: Path | None = None) -> "subprocess.Popen[bytes]":
        """Start a program; a test reads its output through the pipe."""
        line = ["wine", str(program), *map(str, words)]
        pipe = subprocess.PIPE
        return subprocess.Popen(
            line, stdin=subprocess.DEVNULL, stdout=pipe, stderr=subprocess.STDOUT, cwd=cwd, env=self._env()
        )

    def run(self, program: str | Path, *words: str | Path, cwd: Path | None = None) -> tuple[int, str]:
        """Run a program to its end; return its exit code and what it said."""
        with self.start(program, *words, cwd=cwd) as process:
            said, _ = process.communicate(timeout=PATIENCE)
        return process.returncode, said.decode("utf-8", "replace")

    def _env(self) -> dict[str, str]:
        own = {"WINEPREFIX": str(self.folder / "windows"), "WINEARCH": "win64", "WINEDEBUG": "-all"}
        # A home of its own: Wine makes its desktop and documents links into it.
        own |= {"SOPGEN_LANG": "id", "SOPGEN_KEY": f"Z:{self.key}"}
        own |= {"HOME": str(self.folder / "home"), "WINEDLLOVERRIDES": OVERRIDES, "LC_ALL": "C.UTF-8"}
        return {name: value for name, value in os.environ.items() if not name.startswith(("SOPGEN", "XDG"))} | own

    def close(self) -> None:
        """End every program of this Windows."""
        subprocess.run(["wineserver", "-k"], env=self._env(), check=False, timeout=PATIENCE)


def missing() -> str:
    """Return why there is no Wine here; nothing where there is one."""
    return "" if shutil.which("wine") and shutil.which("wineserver") else "not installed: wine"


@contextmanager
def windows(folder: Path) -> Iterator[Windows]:
    """Make a Windows in a folder."""
    (folder / "home").mkdir()
    made = Windows(folder)
    try:
        made.run("wineboot", "--init")
        made.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
        library = forwarding("bcryptprimitives.dll", "ProcessPrng", "advapi32.SystemFunction036")
        (folder / "windows" / "drive_c" / "windows" / "system32" / "bcryptprimitives.dll").write_bytes(library)
        yield made
    finally:
        made.close()
