"""The package of an edited document: looked into before it is unpacked, of bounded size, parts found by relations.

Raises SopgenError with one line for a file that is not what it says.
"""

import io
import posixpath
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say, system_reason
from sopgen.read.edited.names import MAIN, STRICT
from sopgen.read.packed.guard import (
    DAMAGED,
    OLD_OFFICE,
    Unsafe,
    declares_entities,
    plain_parser,
    strange_names,
    unsafe,
)

# Bytes: of the file, of one part unpacked.
LARGEST: Final = 50 * 1024 * 1024
LARGEST_PART: Final = 24 * 1024 * 1024
CORE: Final = "docProps/core.xml"
CUSTOM: Final = "docProps/custom.xml"
RELATIONS: Final = "_rels/.rels"


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raise SopgenError where it can not be read or is larger than 50 MB."""
    try:
        if path.stat().st_size > LARGEST:
            raise refused(
                path.name,
                say("the file is larger than {size} MB", size=LARGEST // 1024 // 1024),
                say("make its pictures smaller"),
            )
        return path.read_bytes()
    except OSError as error:
        what = say("{path} can not be read: {reason}", path=path, reason=system_reason(error))
        raise SopgenError(f"{what}.") from error


def refused(name: str, what: str, fix: str) -> SopgenError:
    """Return the error of a file that is not read."""
    return SopgenError(with_fix(f"{name}: {what}", fix))


def parts_of(name: str, content: bytes) -> Mapping[str, etree._Element]:
    """Return the parts that are read, as XML: `document`, and where there are `comments`, `core`, `custom`."""
    if content.startswith(OLD_OFFICE):
        raise refused(
            name,
            say("the document is locked by a password, or of an old kind (.doc)"),
            say("open it in Word, take the password away, and save it as .docx"),
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if fault := unsafe(package):
                raise refused(name, said(fault, package), again())
            return _Parts(name, package).all()
    except DAMAGED as error:
        raise refused(name, say("this is no Word document (.docx)"), again()) from error


def again() -> str:
    """Return how a document is mended that is no plain one."""
    return say("open it in Word and save it again as .docx without macros or a password")


def said(fault: Unsafe, package: zipfile.ZipFile) -> str:
    """Return why a document is not unpacked, in words."""
    if fault is Unsafe.MANY_PARTS:
        return say("the document has {count} parts", count=len(package.infolist()))
    if fault is Unsafe.BOMB:
        return say("the document unpacks to far more than its size")
    if fault is Unsafe.MACROS:
        return say("the document holds macros")
    if fault is Unsafe.STRANGE_NAME:
        return say('the document holds a part with a strange name: "{name}"', name=strange_names(package)[0][:80])
    return say("the document holds a part twice")


class _Parts:
    """The parts of one package, each looked at before it is parsed."""

    def __init__(self, name: str, package: zipfile.ZipFile) -> None:
        self.name, self.package, self.names = name, package, set(package.namelist())

    def all(self) -> dict[str, etree._Element]:
        main = self._target(RELATIONS, "officeDocument")
        if main is None or main not in self.names:
            raise refused(self.name, say("the part of the text is missing in it"), again())
        folder, file = posixpath.split(main)
        comments = self._target(f"{folder}/_rels/{file}.rels", "comments", folder)
        wanted = {"document": main, "comments": comments, "core": CORE, "custom": CUSTOM}
        found = {key: self._xml(part) for key, part in wanted.items() if part in self.names}
        if found["document"].tag != f"{{{MAIN}}}document":
            raise refused(self.name, say("this is no Word document (.docx)"), again())
        return found

    def _target(self, relations: str, kind: str, folder: str = "") -> str | None:
        """Return the part that a relation of this kind names."""
        if relations not in self.names:
            return None
        for one in self._xml(relations):
            if one.get("Type", "").rpartition("/")[2] == kind and one.get("TargetMode") != "External":
                target = one.get("Target", "")
                return posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
        return None

    def _xml(self, part: str) -> etree._Element:
        entry = self.package.getinfo(part)
        if entry.flag_bits & 1:
            raise refused(self.name, say("the document is locked by a password"), again())
        if entry.file_size > LARGEST_PART:
            what = say("its part {part} is larger than {size} MB", part=part, size=LARGEST_PART // 1024 // 1024)
            raise refused(self.name, what, again())
        content = self.package.read(part)
        if declares_entities(content):
            raise refused(self.name, say("the document declares entities"), again())
        return etree.fromstring(content.replace(STRICT.encode(), MAIN.encode()), plain_parser())
