"""From a file that came back to the edited document: DOCX is read here, ODT and DOC are turned into it first."""

import io
import zipfile
from pathlib import Path
from typing import Final

from sopgen.messages import say
from sopgen.model.edited.document import EditedDocument
from sopgen.read.edited.document import edited_document
from sopgen.read.edited.package import content_of, refused
from sopgen.read.packed.guard import DAMAGED, OLD_OFFICE, unsafe
from sopgen.tools import libreoffice

ZIP: Final = b"PK\x03\x04"
# The stream of a compound file that holds an encrypted package, as its directory names it.
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
WORD_97: Final = "WordDocument".encode("utf-16-le")
OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument.text"
LARGEST_MANIFEST: Final = 1024 * 1024


def opened(path: Path) -> EditedDocument:
    """Return the edited document of a file.

    Raises SopgenError with one line where it is no document, locked, too large or not safe to open; ToolMissing where
    an ODT or DOC needs LibreOffice.
    """
    content = content_of(path)
    if content.startswith(OLD_OFFICE) and ENCRYPTED not in content and WORD_97 in content:
        content = libreoffice.to_docx(content, ".doc")
    elif _is_open_document(path.name, content):
        content = libreoffice.to_docx(content, ".odt")
    return edited_document(path.name, content)


def _is_open_document(name: str, content: bytes) -> bool:
    """Tell an ODT; raise SopgenError where it is locked, or not safe to hand on."""
    if not content.startswith(ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if (
                "mimetype" not in package.namelist()
                or package.getinfo("mimetype").file_size > len(OPEN_DOCUMENT) + 10
            ):
                return False
            if not package.read("mimetype").startswith(OPEN_DOCUMENT):
                return False
            if unsafe(package) or any(part.startswith(("Basic/", "Scripts/")) for part in package.namelist()):
                raise refused(name, say("the document holds macros or parts that are not safe"), _again())
            manifest = package.open("META-INF/manifest.xml").read(LARGEST_MANIFEST)
    except DAMAGED as error:
        raise refused(name, say("the document is damaged"), _again()) from error
    if b"encryption-data" in manifest:
        raise refused(name, say("the document is locked by a password"), _again())
    return True


def _again() -> str:
    return say("open it in Word and save it again as .docx without macros or a password")
