"""What a double click on sopgen.exe does: it starts the desk, and shows in a window why the desk could not start."""

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

TITLE = "sopgen \N{EN DASH} SOP & Surat Perintah"
NOT_STARTED = "sopgen tidak dapat dibuka, atau berhenti karena kesalahan:"
HELP = "Jalankan lagi. Bila terulang, kirimkan gambar jendela ini kepada yang memasang sopgen."
WITHOUT_WORDS = (
    "sopgen berhenti tanpa keterangan. Jalankan lagi; bila terulang, buka sopgen.cmd meja di Command Prompt."
)
DESK = ("-X", "utf8", "-m", "sopgen", "meja")
# As much of what the desk said as a window shows whole.
LINES = 15


def main() -> None:
    """Start the desk, stay until it ends, and end this process as the desk ended."""
    try:
        forget_others()
        code, said = run([str(Path(sys.executable).parent / "program" / "python.exe"), *DESK])
    except Exception:  # there is no console: a window is the only place where a fault can be seen
        code, said = 1, traceback.format_exc()
    if code:
        show(last_words(said))
    # Python has not begun yet where this runs, and has nothing to do after it.
    os._exit(code)


def run(command: Sequence[str]) -> tuple[int, str]:
    """Run the desk in the user's folder of documents, without a console; return its exit code and what it said."""
    env = {"SOPGEN_LANG": "id", **os.environ}
    with tempfile.TemporaryFile() as said:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            cwd=documents(),
            env=env,
            # A console that nobody sees: the programs that the desk starts open no window of their own either.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
        said.seek(0)
        return done.returncode, said.read().decode("utf-8", "replace")


def documents() -> Path:
    """Return where the desk begins: never in the folder of the bundle."""
    home = Path.home()
    return next((folder for folder in (home / "Documents", home) if folder.is_dir()), Path(tempfile.gettempdir()))


def last_words(said: str) -> str:
    """Return the end of what the desk said, as much as a window shows."""
    end = "\n".join(said.strip().splitlines()[-LINES:])
    return f"{NOT_STARTED}\n\n{end}\n\n{HELP}" if end else WITHOUT_WORDS


def show(text: str) -> None:
    """Show a text in a window of Windows."""
    windows: Any = ctypes
    windows.windll.user32.MessageBoxW(None, text, TITLE, 0x10)


def forget_others() -> None:
    """Delete what other editions of the bundle compiled; files that are in use stay."""
    if sys.pycache_prefix:
        own = Path(sys.pycache_prefix)
        for other in own.parent.iterdir() if own.parent.is_dir() else ():
            if other != own:
                shutil.rmtree(other, ignore_errors=True)
