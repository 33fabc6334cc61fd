"""What every package (DOCX, XLSX) must keep to before a part of it is unpacked: number, size, names, no macros."""

import re
import zipfile
import zlib
from enum import Enum, auto
from typing import Final

from lxml import etree

# How old Office files and encrypted ones begin (compound files).
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
# A part that is large and shrinks more than this is a bomb.
BOMB_RATIO: Final = 200
SMALL_PART: Final = 1_000_000
MOST_PARTS: Final = 2_000
ENTITIES: Final = re.compile(rb"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
DAMAGED: Final = (
    *(zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, EOFError, NotImplementedError, RuntimeError),
    *(OSError, ValueError, zlib.error),
)


class Unsafe(Enum):
    """Why a package is not unpacked."""

    MANY_PARTS = auto()
    BOMB = auto()
    MACROS = auto()
    STRANGE_NAME = auto()
    TWICE = auto()


def unsafe(package: zipfile.ZipFile) -> Unsafe | None:
    """Return why a package is not to be unpacked; None where nothing speaks against it."""
    entries = package.infolist()
    names = {entry.filename for entry in entries}
    if len(entries) > MOST_PARTS:
        return Unsafe.MANY_PARTS
    if any(e.file_size > SMALL_PART and e.file_size > BOMB_RATIO * e.compress_size for e in entries):
        return Unsafe.BOMB
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        return Unsafe.MACROS
    if strange_names(package):
        return Unsafe.STRANGE_NAME
    return Unsafe.TWICE if len(names) != len(entries) else None


def strange_names(package: zipfile.ZipFile) -> list[str]:
    """Return the names of parts that lead out of the package."""
    return [name for name in package.namelist() if name.startswith(("/", "\\")) or ".." in name]


def declares_entities(part: bytes) -> bool:
    """Tell whether a part of XML declares entities, in an encoding that shows it or in one that no office writes."""
    return ENTITIES.search(part) is not None or b"\0" in part[:1000]


def plain_parser() -> etree.XMLParser:
    """Return a parser that fetches nothing and expands nothing."""
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
