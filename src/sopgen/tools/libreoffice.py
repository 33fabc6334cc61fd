"""Run LibreOffice: print a DOCX as PDF, in a profile of its own so that an open Writer does not block it."""

import re
import shutil
import struct
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from sopgen.errors import ToolMissing, VerificationFailed, with_fix
from sopgen.messages import say, system_reason

TIMEOUT_S: Final = 180
WORD: Final = "docx:MS Word 2007 XML"
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


def to_pdf(docx: bytes, *, day: date) -> bytes:
    """Return the DOCX as LibreOffice prints it, dated `day`; the same bytes from the same LibreOffice and fonts.

    Raises ToolMissing where LibreOffice is not installed, VerificationFailed where it gives no PDF.
    """
    office = program()
    if office is None:
        raise ToolMissing("LibreOffice is missing (prints a DOCX as PDF). fix: install it, or use --pdf-engine typst")
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        source = Path(folder) / "dokumen.docx"
        source.write_bytes(docx)
        return dated(_run(argv(office, Path(folder) / "profile", source), source.with_suffix(".pdf")), day)


def to_docx(content: bytes, suffix: str) -> bytes:
    """Return a document that LibreOffice reads (`.odt`, `.doc`) as DOCX; its tracked changes and remarks are kept.

    Raises ToolMissing where LibreOffice is not installed, VerificationFailed where it gives no document.
    """
    office = program()
    if office is None:
        fix = say("install it, or save the document as .docx in the program that wrote it")
        raise ToolMissing(with_fix(say("LibreOffice is missing (reads {suffix})", suffix=suffix), fix))
    with tempfile.TemporaryDirectory(prefix="sopgen-") as folder:
        source, made = Path(folder) / f"naskah{suffix}", Path(folder) / "docx" / "naskah.docx"
        source.write_bytes(content)
        command = argv(office, Path(folder) / "profile", source)
        command[command.index(PDF_A_2B)] = WORD
        command[command.index("--outdir") + 1] = str(made.parent)
        done = _started(command)
        if not made.is_file():
            told = done.stderr.decode(errors="replace").strip()
            fix = say("save the document as .docx in the program that wrote it")
            raise VerificationFailed(with_fix(say("LibreOffice can not read it: {reason}", reason=told), fix))
        return made.read_bytes()


def dated(pdf: bytes, day: date) -> bytes:
    """Return a PDF with `day` in the place of the clock, and an id that follows from its content."""
    import pikepdf  # here, since it loads slowly and few runs come this way

    moment = datetime(day.year, day.month, day.day, tzinfo=UTC)
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.docinfo["/CreationDate"] = f"D:{moment:%Y%m%d%H%M%S}Z"
        metadata = document.Root.Metadata
        clock = rb"(<xmp:(?:Create|Modify|Metadata)Date>)[^<]*"
        metadata.write(re.sub(clock, rb"\g<1>" + f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode(), metadata.read_bytes()))
        for intent in document.Root.get("/OutputIntents", []):
            # The header of an ICC profile dates it in bytes 24 to 35 (ICC.1, 7.2.8).
            profile = bytearray(intent.DestOutputProfile.read_bytes())
            profile[24:36] = struct.pack(">6H", day.year, day.month, day.day, 0, 0, 0)
            intent.DestOutputProfile.write(bytes(profile))
        for key in ("/DocChecksum", "/ID"):
            if key in document.trailer:
                del document.trailer[key]
        document.save(out, deterministic_id=True)
    return out.getvalue()


def _run(command: list[str], made: Path) -> bytes:
    done = _started(command)
    if not made.is_file() or not made.read_bytes().startswith(b"%PDF"):
        told = done.stderr.decode(errors="replace").strip()
        raise VerificationFailed(
            with_fix(
                say("LibreOffice gave no PDF: {reason}", reason=told),
                say("close LibreOffice, and try again; or leave --pdf-engine out"),
            )
        )
    return made.read_bytes()


def _started(command: list[str]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(command, capture_output=True, timeout=TIMEOUT_S, check=False)
    except OSError as error:
        what = say("LibreOffice does not start: {reason}. fix: install it again", reason=system_reason(error))
        raise ToolMissing(what) from error
    except subprocess.TimeoutExpired as error:
        raise VerificationFailed(
            with_fix(
                say("LibreOffice gave no document within {seconds} s", seconds=TIMEOUT_S),
                say("close LibreOffice, and try again"),
            )
        ) from error
