"""What an old file is, by its content: its name may say anything."""

import io
import zipfile
from enum import Enum
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say, system_fix, system_reason
from sopgen.read.old.steps.table_file import separator_of
from sopgen.read.old.text.reader import text_of

LARGEST: Final = 50 * 1024 * 1024
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")


class FileKind(Enum):
    """The kinds of files that an SOP is read from."""

    TEXT = "text"
    CSV = "CSV"
    PDF = "PDF"
    WORKBOOK = "XLSX"
    WORD = "DOCX"
    OLD_WORD = "DOC"
    WRITER = "ODT"
    RICH_TEXT = "RTF"


# What LibreOffice makes a DOCX of, by the ending that it knows each by.
ENDINGS: Final = {FileKind.OLD_WORD: ".doc", FileKind.WRITER: ".odt", FileKind.RICH_TEXT: ".rtf"}


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raise SopgenError where it is too large, empty, or can not be read."""
    try:
        if path.stat().st_size > LARGEST:
            what = say("the file is larger than {size} MB", size=LARGEST // 1024 // 1024)
            raise _refused(path, what, say("save it again without pictures"))
        content = path.read_bytes()
    except OSError as error:
        raise _refused(path, system_reason(error), system_fix(error)) from error
    if not content.strip():
        raise _refused(path, say("the file is empty"), say("name the right file"))
    return content


def kind_of(path: Path, content: bytes) -> FileKind:
    """Return what a file is; raise SopgenError where no SOP is read from such a file."""
    if b"%PDF-" in content[:1024]:
        return FileKind.PDF
    if content.startswith(b"PK\x03\x04"):
        return _package(path, content)
    if content.startswith(OLE):
        return _old_office(path, content)
    if content.startswith(b"{\\rtf"):
        return FileKind.RICH_TEXT
    if content.startswith(PICTURES):
        fix = say("have its text read by a scanner's program first, and import that text")
        raise _refused(path, say("this is a picture: it holds no text"), fix)
    try:
        sign = separator_of(text_of(content))
    except SopgenError as error:
        raise SopgenError(f"{path.as_posix()}: {error}") from error
    return FileKind.CSV if sign in (";", ",") else FileKind.TEXT


def _package(path: Path, content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            small = "mimetype" in names and package.getinfo("mimetype").file_size < 200
            mime = package.read("mimetype") if small else b""
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise _refused(path, say("the file is damaged"), say("save it again from Word or Excel")) from error
    if "word/document.xml" in names:
        return FileKind.WORD
    if "xl/workbook.xml" in names:
        return FileKind.WORKBOOK
    if b"opendocument.text" in mime:
        return FileKind.WRITER
    raise _refused(path, say("this is no Word file and no workbook"), _others())


def _old_office(path: Path, content: bytes) -> FileKind:
    """Return what a file of the former Office is, by the names in its folder."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise _refused(path, say("the file is encrypted"), say("save it again without a password"))
    if "WordDocument".encode("utf-16-le") in content:
        return FileKind.OLD_WORD
    raise _refused(path, say("this is an old workbook (.xls)"), say("open it in Excel and save it again as .xlsx"))


def _others() -> str:
    return say("import a text, a CSV, a PDF, a DOCX or an XLSX")


def _refused(path: Path, what: str, fix: str) -> SopgenError:
    return SopgenError(with_fix(f"{path.as_posix()}: {what}", fix))
