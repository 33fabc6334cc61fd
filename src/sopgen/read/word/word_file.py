"""A Word file that came from outside, looked into before anything unpacks it: its parts by name, within bounds."""

import io
import posixpath
import zipfile
from pathlib import Path
from typing import Final

from lxml import etree

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.read.edited.names import MAIN, STRICT
from sopgen.read.edited.package import LARGEST_PART, again, content_of, refused, said
from sopgen.read.packed.guard import DAMAGED, OLD_OFFICE, declares_entities, plain_parser, unsafe

# All parts that are read, unpacked (bytes).
LARGEST_WHOLE: Final = 80 * 1024 * 1024
DOCUMENT: Final = "word/document.xml"


class WordFile:
    """The parts of a Word document. Raises SopgenError where it is none, naming the file and the cure."""

    def __init__(self, path: Path) -> None:
        self.name, content = path.name, content_of(path)
        if content.startswith(OLD_OFFICE):
            raise refused(
                self.name,
                say("the document is locked by a password, or of an old kind (.doc)"),
                say("open it in Word, take the password away, and save it as .docx"),
            )
        self._read = 0
        try:
            self._package = zipfile.ZipFile(io.BytesIO(content))
            if fault := unsafe(self._package):
                raise refused(self.name, said(fault, self._package), again())
        except DAMAGED as error:
            raise self._none() from error
        self.names = frozenset(self._package.namelist())
        self.document = self._main()

    def _none(self) -> SopgenError:
        return refused(self.name, say("this is no Word document (.docx)"), again())

    def _main(self) -> str:
        """Return the name of the part that is the text."""
        for kind, target in self.links(""):
            if kind == "officeDocument" and target in self.names:
                return target
        if DOCUMENT not in self.names:
            raise self._none()
        return DOCUMENT

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a part; None where the file has no such part."""
        if name not in self.names:
            return None
        try:
            entry = self._package.getinfo(name)
            if entry.flag_bits & 1:
                raise refused(self.name, say("the document is locked by a password"), again())
            self._read += entry.file_size
            if entry.file_size > LARGEST_PART or self._read > LARGEST_WHOLE:
                raise refused(self.name, say("the document unpacks to far more than its size"), again())
            content = self._package.read(name)
            if declares_entities(content):
                raise refused(self.name, say("the document declares entities"), again())
            return etree.fromstring(_usual(content), plain_parser())
        except DAMAGED as error:
            raise self._none() from error

    def body(self) -> etree._Element:
        """Return the body of the text."""
        root = self.xml(self.document)
        body = root.find(f"{{{MAIN}}}body") if root is not None else None
        if body is None:
            raise self._none()
        return body

    def links(self, part: str) -> list[tuple[str, str]]:
        """Return kind and target, as a name in the file, of each relationship of a part; "" is the file itself."""
        folder, name = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for link in root if root is not None else ():
            target = link.get("Target", "")
            if link.get("TargetMode") != "External":
                whole = posixpath.normpath(posixpath.join(folder, target))
                found.append((link.get("Type", "").rpartition("/")[2], whole.lstrip("/")))
        return found

    def of_kind(self, kind: str) -> list[etree._Element]:
        """Return the parts that the text has of a kind: `numbering`, `styles`, `header`."""
        names = [target for link, target in self.links(self.document) if link == kind]
        return [root for name in dict.fromkeys(names) if (root := self.xml(name)) is not None]


def _usual(content: bytes) -> bytes:
    """Return a part with the usual names in place of those of a strict document."""
    return content.replace(STRICT.encode(), MAIN.encode())
