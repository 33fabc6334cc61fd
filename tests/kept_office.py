"""A LibreOffice that stays open while the tests of a process run: a start costs a second, a print by it a tenth."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Final

from docx import Document

from sopgen.tools import libreoffice

PATIENCE_S: Final = 120
FRESH: Final = libreoffice.argv


class KeptOffice:
    """LibreOffice with a profile of its own, begun at the first print."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._folder = Path(tempfile.mkdtemp(prefix="kantor-"))

    def argv(self, office: Path, profile: Path, source: Path) -> list[str]:
        """Return the command that prints `source`; in place of a fresh profile it names that of the open office."""
        del profile
        if self._process is None or self._process.poll() is not None:
            self._begin(office)
        return FRESH(office, self._folder / "profil", source)

    def end(self) -> None:
        """Close the office and forget its profile."""
        if self._process:
            self._process.terminate()
            self._process.wait(PATIENCE_S)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _begin(self, office: Path) -> None:
        """Start LibreOffice with an empty page open: without one it closes after a print."""
        page, lock = self._folder / "terbuka.docx", self._folder / ".~lock.terbuka.docx#"
        lock.unlink(missing_ok=True)
        Document().save(str(page))
        profile = f"-env:UserInstallation={(self._folder / 'profil').as_uri()}"
        command = [str(office), profile, "--headless", "--norestore", str(page)]
        own = {**os.environ, "TMPDIR": str(self._folder)}
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(command, env=own, stdout=quiet, stderr=quiet)
        until = time.monotonic() + PATIENCE_S
        while not lock.exists():
            assert time.monotonic() < until, "LibreOffice does not start"
            assert self._process.poll() is None, "LibreOffice ended at once"
            time.sleep(0.02)
