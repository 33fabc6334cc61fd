"""The package of a workbook, looked into before anything unpacks it; only checked parts go on to the reader."""

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from lxml import etree

from sopgen.errors import SpecError
from sopgen.messages import say
from sopgen.read.packed.guard import Unsafe, declares_entities, plain_parser, strange_names, unsafe
from sopgen.read.roster.table import quoted, refuse

# Bytes unpacked: of one part that is read, of all of them.
LARGEST_PART: Final = 24 * 1024 * 1024
LARGEST_WHOLE: Final = 40 * 1024 * 1024


def again() -> str:
    """Return how a workbook is mended that is no plain one."""
    return say("open it in Excel and save it again as .xlsx without a password")


def broken(path: Path) -> SpecError:
    """Return the error of a file that is no workbook."""
    return refuse(path, say("this is no .xlsx workbook"), again())


class Package:
    """The parts of a workbook by name, each within its bounds."""

    def __init__(self, path: Path, package: zipfile.ZipFile) -> None:
        self.path, self._package = path, package
        entries = package.infolist()
        self.names = {entry.filename for entry in entries}
        if fault := unsafe(package):
            raise refuse(path, _said(fault, package), again())

    def part(self, name: str) -> bytes:
        """Return the bytes of a part. Raises SpecError where it is too large, or declares entities."""
        if self._package.getinfo(name).file_size > LARGEST_PART:
            what = say("the workbook unpacks to more than {size} MB", size=LARGEST_PART // 1024 // 1024)
            raise refuse(self.path, what, say("copy the list alone into a new workbook"))
        content = self._package.read(name)
        if declares_entities(content):
            raise refuse(self.path, say("the workbook declares entities"), again())
        return content

    def sheets(self) -> dict[str, str]:
        """Return the part of each worksheet by the sheet's name, in their order."""
        book = etree.fromstring(self.part("xl/workbook.xml"), plain_parser())
        links = etree.fromstring(self.part("xl/_rels/workbook.xml.rels"), plain_parser())
        targets = {link.get("Id"): link.get("Target", "") for link in links if _is_sheet(link.get("Type", ""))}
        found = {}
        for sheet in book.iter("{*}sheet"):
            link = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), None)
            target = targets.get(link)
            if target:
                full = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
                found[sheet.get("name", "")] = full
        return found

    def reduced(self, sheets: Iterable[str]) -> io.BytesIO:
        """Return a workbook of the checked parts alone: what is read later is what was looked at."""
        wanted = [name for name in sorted(self.names) if _is_needed(name)] + sorted(set(sheets))
        target, whole = io.BytesIO(), 0
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
            for name in wanted:
                content = self.part(name)
                whole += len(content)
                if whole > LARGEST_WHOLE:
                    what = say("the workbook unpacks to more than {size} MB", size=LARGEST_WHOLE // 1024 // 1024)
                    raise refuse(self.path, what, say("copy the list alone into a new workbook"))
                package.writestr(name, content)
        target.seek(0)
        return target


def _is_sheet(kind: str) -> bool:
    return kind.endswith("/worksheet")


def _is_needed(name: str) -> bool:
    """Tell the parts that every sheet needs: contents, relations, styles, shared texts."""
    return (
        re.fullmatch(r"(?:\[Content_Types\]\.xml|_rels/\.rels|xl/[^/]+\.xml|xl/_rels/workbook\.xml\.rels)", name)
        is not None
    )


def _said(fault: Unsafe, package: zipfile.ZipFile) -> str:
    if fault is Unsafe.MANY_PARTS:
        return say("the workbook has {count} parts", count=len(package.infolist()))
    if fault is Unsafe.BOMB:
        return say("the workbook unpacks to far more than its size")
    if fault is Unsafe.MACROS:
        return say("the workbook holds macros")
    if fault is Unsafe.STRANGE_NAME:
        name = quoted(strange_names(package)[0])
        return say('the workbook holds a part with a strange name: "{name}"', name=name)
    return say("the workbook holds a part twice")
