"""A Word file that came from outside, looked into before anything unpacks it: its parts by name, within bounds.

Bounds as for a workbook (`read/roster/files/package.py`); macros and links are never run or followed, so they do not
matter here.
"""

import posixpath
import re
import zipfile
import zlib
from pathlib import Path
from typing import Final

from lxml import etree

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say, system_reason

# The file; one part, and all parts that are read, unpacked (bytes); a part that shrinks more is a bomb.
LARGEST: Final = 50 * 1024 * 1024
LARGEST_PART: Final = 24 * 1024 * 1024
LARGEST_WHOLE: Final = 80 * 1024 * 1024
BOMB_RATIO: Final = 200
MOST_PARTS: Final = 4_000
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
DOCUMENT: Final = "word/document.xml"
_BROKEN: Final = (
    zipfile.BadZipFile,
    KeyError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    zlib.error,
)


class WordFileError(SopgenError):
    """A file can not be read as a Word document."""


class WordFile:
    """The parts of a Word document, parsed without entities. Raises WordFileError, naming the file and the cure."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._read = 0
        try:
            if path.stat().st_size > LARGEST:
                raise self._refused(say("is larger than 50 MB"), say("take out its pictures"))
            with path.open("rb") as file:
                if file.read(4) == OLD_OFFICE:
                    raise self._refused(say("is locked by a password, or of an old kind (.doc)"), _again())
            self._package = zipfile.ZipFile(path)
            self._look(self._package.infolist())
        except _BROKEN as error:
            reason = system_reason(error) if isinstance(error, OSError) and error.errno else ""
            raise self._refused(say("is no Word document") + (f" ({reason})" if reason else ""), _again()) from error
        self.names = frozenset(self._package.namelist())
        self.document = self._main()

    def _look(self, entries: list[zipfile.ZipInfo]) -> None:
        names = [entry.filename for entry in entries]
        if any(entry.flag_bits & 1 for entry in entries):
            raise self._refused(say("is locked by a password"), say("save it again without a password"))
        if len(entries) > MOST_PARTS or len(set(names)) != len(names):
            raise self._refused(say("is built as no program builds it"), _again())
        if any(
            entry.file_size > 1_000_000 and entry.file_size > BOMB_RATIO * entry.compress_size for entry in entries
        ):
            raise self._refused(say("unpacks to far more than its size"), _again())

    def _main(self) -> str:
        """Return the name of the part that is the text."""
        for link in self.links("") if "_rels/.rels" in self.names else ():
            if link[0].endswith("/officeDocument"):
                return link[1]
        if DOCUMENT not in self.names:
            raise self._refused(say("is no Word document"), _again())
        return DOCUMENT

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a part; None where the file has no such part."""
        if name not in self.names:
            return None
        try:
            if self._package.getinfo(name).file_size > LARGEST_PART:
                raise self._refused(say("unpacks to far more than its size"), _again())
            content = self._package.read(name)
            self._read += len(content)
            if self._read > LARGEST_WHOLE:
                raise self._refused(say("unpacks to far more than its size"), _again())
            if re.search(rb"<!(?:DOCTYPE|ENTITY)", content, re.IGNORECASE):
                raise self._refused(say("declares entities"), _again())
            return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
        except (*_BROKEN, etree.XMLSyntaxError) as error:
            raise self._refused(say("is damaged"), _again()) from error

    def body(self) -> etree._Element:
        """Return the body of the text."""
        root = self.xml(self.document)
        body = root.find("{*}body") if root is not None else None
        if body is None:
            raise self._refused(say("is no Word document"), _again())
        return body

    def links(self, part: str) -> list[tuple[str, str]]:
        """Return type and target, as a name in the file, of each relationship of a part; "" is the file itself."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for link in root if root is not None else ():
            target = link.get("Target", "")
            if link.get("TargetMode") != "External":
                full = (
                    target.lstrip("/")
                    if target.startswith("/")
                    else posixpath.normpath(posixpath.join(folder, target))
                )
                found.append((link.get("Type", ""), full))
        return found

    def of_kind(self, kind: str) -> list[etree._Element]:
        """Return the parts that the text has of a kind: `numbering`, `styles`, `header`."""
        names = [target for link, target in self.links(self.document) if link.rpartition("/")[2] == kind]
        return [root for name in dict.fromkeys(names) if (root := self.xml(name)) is not None]

    def close(self) -> None:
        """Let the file go."""
        self._package.close()

    def _refused(self, what: str, fix: str) -> WordFileError:
        return WordFileError(with_fix(f"{self.path.name}: {what}", fix))


def _again() -> str:
    return say("open it in Word and save it again as .docx")
