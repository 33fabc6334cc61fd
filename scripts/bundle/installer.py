"""The installer: for one user, without administrator rights, by NSIS."""

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from scripts.bundle.icon import banner

SCRIPT: Final = Path(__file__).parent / "installer.nsi"
# Where Debian's NSIS is, the moment that it writes down is taken from here.
MOMENT: Final = "315532800"


class NotBuilt(Exception):
    """NSIS refused; the text is what it said."""


def build(folder: Path, out: Path, version: str) -> Path | None:
    """Make the installer of a bundle's folder and return its file; None where makensis is missing."""
    program = shutil.which("makensis")
    if program is None:
        return None
    target = out.resolve() / f"sopgen-{version}-windows-setup.exe"
    with tempfile.TemporaryDirectory(prefix="sopgen-") as room:
        picture = Path(room, "banner.bmp")
        picture.write_bytes(banner())
        _make(program, VERSION=version, FOLDER=str(folder.resolve()), TARGET=str(target), PICTURE=str(picture))
    return target


def _make(program: str, **defined: str) -> None:
    command = [program, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *(f"-D{name}={one}" for name, one in defined.items())]
    done = subprocess.run(
        [*command, str(SCRIPT)],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(Path(program).parent), "SOURCE_DATE_EPOCH": MOMENT, "LC_ALL": "C.UTF-8"},
    )
    if done.returncode != 0:
        raise NotBuilt(done.stdout + done.stderr)
