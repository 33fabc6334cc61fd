"""The text of any file that may be committed: plain, a Word or Excel package, a PDF; line by line."""

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pypdfium2

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say, system_reason

LARGEST: Final = 20 * 1024 * 1024
LARGEST_PART: Final = 24 * 1024 * 1024
LINE_ENDS: Final = re.compile(r"</(?:\w+:)?(?:p|si|c|row|tr|tc|table-cell)>")
TABLES: Final = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".ods"})


@dataclass(frozen=True)
class TextLine:
    """A line of a file's text, its number from 1, and whether it stands in a table."""

    number: int
    text: str
    in_table: bool


def lines_of(path: Path) -> Iterator[TextLine]:
    """Yield the lines of a file's text; of pictures and other binary files there are none.

    Raises SopgenError where the file can not be looked into: too large, damaged, behind a password.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise SopgenError(
                with_fix(
                    say("the file is larger than {size} MB", size=LARGEST // 1024 // 1024),
                    say("keep it outside of git"),
                )
            )
        content = path.read_bytes()
        in_table = path.suffix.lower() in TABLES
        for number, text in enumerate(_texts(content), 1):
            yield TextLine(number, text, in_table)
    except OSError as error:
        raise SopgenError(system_reason(error)) from error
    except (zipfile.BadZipFile, zlib.error, pypdfium2.PdfiumError, NotImplementedError, RuntimeError) as error:
        raise SopgenError(
            with_fix(say("the file is damaged, or behind a password"), say("save it again, without a password"))
        ) from error


def _texts(content: bytes) -> Iterator[str]:
    if content.startswith(b"PK\x03\x04"):
        yield from _package_texts(content)
    elif content.startswith(b"%PDF"):
        yield from _pdf_texts(content)
    elif content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        yield from content.decode("utf-16", errors="replace").splitlines()
    elif content.startswith(b"SQLite format 3") or b"\0" not in content[:8192]:
        yield from content.decode("utf-8", errors="replace").splitlines()


def _package_texts(content: bytes) -> Iterator[str]:
    """Yield the texts of a package's XML and text parts: a paragraph, a cell each."""
    import io

    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for entry in package.infolist():
            if not entry.filename.lower().endswith((".xml", ".txt", ".csv", ".yaml", ".json")):
                continue
            if entry.file_size > LARGEST_PART:
                raise SopgenError(
                    with_fix(say("the file unpacks to far more than its size"), say("keep it outside of git"))
                )
            text = package.read(entry).decode("utf-8", errors="replace")
            if entry.filename.lower().endswith(".xml"):
                text = html.unescape(re.sub(r"<[^>]*>", "", LINE_ENDS.sub("\n", text.replace("</f>", " "))))
            yield from text.splitlines()


def _pdf_texts(content: bytes) -> Iterator[str]:
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            yield from page.get_textpage().get_text_bounded().splitlines()
