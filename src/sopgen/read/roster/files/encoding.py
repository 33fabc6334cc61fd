"""From the bytes of a CSV file to its text: the encoding is known, or told, and never mends what is broken."""

import re
from itertools import islice
from pathlib import Path
from typing import Final

from sopgen.errors import Problem
from sopgen.messages import say
from sopgen.read.roster.table import note, quoted, refuse

SEVERAL_BYTES: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
UTF_16: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
HTML: Final = (b"<!DOCTYPE", b"<!doctype", b"<html", b"<HTML", b"<table", b"<TABLE")
OTHER_FILES: Final = (
    (b"PK\x03\x04", ".xlsx, .docx"),
    (b"\xd0\xcf\x11\xe0", ".xls, .doc"),
    (b"%PDF", ".pdf"),
    *((mark, ".html") for mark in HTML),
)
MOST_TOLD: Final = 3


def csv_text(path: Path) -> tuple[str, list[Problem]]:
    """Return a CSV file's text, and notes on its encoding where it is not UTF-8.

    Raises SpecError where the bytes are no text of one encoding, with the row and the column in it.
    """
    return decoded(path, path.read_bytes())


def decoded(path: Path, content: bytes) -> tuple[str, list[Problem]]:
    """Return the text of a table's bytes, as `csv_text` does; `path` names them in its faults."""
    for start, ending in OTHER_FILES:
        if content.startswith(start):
            what = say("this is no CSV file, it begins like {ending}", ending=ending)
            raise refuse(path, what, say("save it from Excel as .xlsx or CSV UTF-8"))
    wide = _utf_16(content)
    if wide:
        return _wide_text(path, content, wide)
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        return _windows_text(path, content, error.start)


def _again() -> str:
    return say("save the file again as CSV UTF-8")


def _utf_16(content: bytes) -> str:
    """Return the UTF-16 that a file is in, by its mark, or by the zeros of Latin letters; else an empty text."""
    if content[:2] in UTF_16:
        return UTF_16[content[:2]]
    start = content[:400]
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        every_other = start[offset::2]
        if len(start) >= 4 and every_other.count(0) > 0.7 * len(every_other):
            return name
    return ""


def _wide_text(path: Path, content: bytes, encoding: str) -> tuple[str, list[Problem]]:
    try:
        text = content.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, errors="ignore")
        place = (before.count("\n") + 1, 1)
        raise refuse(path, say("the UTF-16 text is cut or damaged here"), _again(), place=place) from error
    return text, [note(path, (1, 1), say("read as UTF-16 text"), "")]


def _windows_text(path: Path, content: bytes, first: int) -> tuple[str, list[Problem]]:
    """Return text of an old Windows program; bytes that fit neither it nor UTF-8 are faults."""
    if SEVERAL_BYTES.search(content):
        what = say("byte {byte:02X} is no UTF-8, as the rest of the file is", byte=content[first])
        raise refuse(path, what, _again(), place=_place(content, first))
    try:
        text = content.decode("cp1252")
    except UnicodeDecodeError as error:
        what = say("byte {byte:02X} is no letter, neither in UTF-8 nor in Windows-1252", byte=content[error.start])
        raise refuse(path, what, _again(), place=_place(content, error.start)) from error
    words = (found[0] for found in re.finditer(r"[^\s;,]*[^\x00-\x7f][^\s;,]*", text))
    shown = ", ".join(quoted(word) for word in dict.fromkeys(islice(words, MOST_TOLD)))
    what = say("read as Windows-1252 text; look at {words}", words=shown)
    return text, [note(path, _place(content, first), what, _again(), severity="warning")]


def _place(content: bytes, position: int) -> tuple[int, int]:
    before = content[:position]
    line = before.count(b"\n") + 1
    return line, 1 + len(re.findall(rb"[;,\t|]", before[before.rfind(b"\n") + 1 :]))
