"""Run LibreOffice: print a DOCX as PDF, in a profile of its own so that an open Writer does not block it."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from sopgen.errors import ToolMissing, VerificationFailed

TIMEOUT_S: Final = 180
PDF_A_2B: Final = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'
WINDOWS_PLACES: Final = (
    Path("C:/Program Files/LibreOffice/program/soffice.exe"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.exe"),
)


def program() -> Path | None:
    """Return LibreOffice's program, where it is installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Path(found)
    return next((place for place in WINDOWS_PLACES if sys.platform == "win32" and place.is_file()), None)


def argv(office: Path, profile: Path, source: Path) -> list[str]:
    """Return the command that prints `source` beside itself as PDF/A-2b."""
    return [
        str(office),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        PDF_A_2B,
        "--outdir",
        str(source.parent),
        str(source),
    ]


def to_pdf(docx: bytes) -> bytes:
    """Return the DOCX as LibreOffice prints it.

    Raises ToolMissing where LibreOffice is not installed, VerificationFailed where it gives no PDF.
    """
    office = program()
    if office is None:
        raise ToolMissing("LibreOffice is missing (prints a DOCX as PDF). fix: install it, or use --pdf-engine typst")
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        source = Path(folder) / "dokumen.docx"
        source.write_bytes(docx)
        return _run(argv(office, Path(folder) / "profile", source), source.with_suffix(".pdf"))


def _run(command: list[str], made: Path) -> bytes:
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT_S, check=False)
    except OSError as error:
        raise ToolMissing(f"LibreOffice does not start: {error.strerror}. fix: install it again") from error
    except subprocess.TimeoutExpired as error:
        raise VerificationFailed(f"LibreOffice gave no PDF within {TIMEOUT_S} s") from error
    if not made.is_file() or not made.read_bytes().startswith(b"%PDF"):
        raise VerificationFailed(f"LibreOffice gave no PDF: {done.stderr.decode(errors='replace').strip()}")
    return made.read_bytes()
