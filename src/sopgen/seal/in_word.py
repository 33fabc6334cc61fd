"""The codes in a Word letter: its pictures that are no larger than a code is, read without printing the letter."""

import html
import io
import re
import zipfile
from pathlib import Path
from typing import Final

import zxingcpp

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say

# The most bytes and modules (with its quiet zone) of a code, and pixels to read a module by.
QR: Final = zxingcpp.barcode_formats_from_str("QRCode")
LARGEST: Final = 100_000
MOST_MODULES: Final = 200
PIXELS: Final = 4
WORDED: Final = re.compile(r"word/(?:document|header\d*)\.xml")
LARGEST_WORDS: Final = 10_000_000
TEXT: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")


def codes_in_word(path: Path) -> list[str]:
    """Return the texts of all codes in a Word letter, each once. Raises SopgenError where it is none."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = [part for part in package.infolist() if part.filename.startswith("word/media/")]
            found = [text for part in parts if part.file_size <= LARGEST for text in _texts(package.read(part))]
    except (OSError, ValueError, RuntimeError, SyntaxError, zipfile.BadZipFile) as error:
        raise _unreadable(path) from error
    return list(dict.fromkeys(found))


def words_in_word(path: Path) -> str:
    """Return what a Word letter says, headers first. Raises SopgenError where it is none."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = [part for part in package.infolist() if WORDED.fullmatch(part.filename)]
            parts.sort(key=lambda part: part.filename, reverse=True)
            xml = [package.read(part).decode("utf-8") for part in parts if part.file_size <= LARGEST_WORDS]
    except (OSError, ValueError, RuntimeError, zipfile.BadZipFile) as error:
        raise _unreadable(path) from error
    return html.unescape("\n".join("".join(TEXT.findall(part)) for part in xml))


def _unreadable(path: Path) -> SopgenError:
    return SopgenError(
        with_fix(
            say("{path} is no Word letter that can be read", path=path),
            say("bring back the file as it was issued"),
        )
    )


def _texts(content: bytes) -> list[str]:
    from PIL import Image  # here, since only who looks for codes needs it

    with Image.open(io.BytesIO(content)) as picture:
        width, height = picture.size
        if max(width, height) > MOST_MODULES:
            return []
        large = picture.convert("L").resize((width * PIXELS, height * PIXELS), Image.Resampling.NEAREST)
    view = memoryview(large.tobytes()).cast("B", (large.height, large.width))
    return [found.text for found in zxingcpp.read_barcodes(view, QR) if found.valid]
