"""From a photo or a PDF of an order to the texts of its codes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter, ImageOps

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say

DOTS_PER_INCH: Final = 200
QR: Final = zxingcpp.barcode_formats_from_str("QRCode")
PHOTOS: Final = ("PNG", "JPEG", "MPO", "WEBP", "TIFF", "BMP", "GIF")
# A phone's largest photo, a letter's longest form.
MOST_PIXELS: Final = 65_000_000
MOST_PAGES: Final = 200
LARGEST: Final = 64 * 1024 * 1024
# Pixels of a picture that is looked at a second time, enlarged: a page at 300 dots per inch and less.
LARGEST_TWICE: Final = 10_000_000
# Pixels; takes the noise of a poor scanner away.
SMOOTH: Final = 1.5


@dataclass(frozen=True)
class ScannedLetter:
    """A code and the text of the letter that bears it: its page and those after it; empty in a photo or scan."""

    code: str
    text: str


def codes_in(path: Path) -> list[str]:
    """Return the texts of all codes in a photo or on the pages of a PDF, each once (see scanned_letters)."""
    return list(dict.fromkeys(one.code for one in scanned_letters(path)))


def scanned_letters(path: Path) -> list[ScannedLetter]:
    """Return the codes in a photo or on the pages of a PDF, each with the text of its letter; the same ones once.

    Raises SopgenError where the file is neither, or too large to be one. What a PDF unpacks to is not known before:
    whoever reads a stranger's file calls this where time and memory have bounds.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise SopgenError(say("{path} is larger than 64 MiB. fix: name a single letter or photo", path=path))
        found = _letters((_texts(picture), text) for picture, text in _pages(path))
    except OSError as error:
        raise _unreadable(path) from error
    # Pillow and pdfium tell of a damaged file by any of these.
    except (ValueError, RuntimeError, SyntaxError, ArithmeticError, LookupError) as error:
        raise _unreadable(path) from error
    return list(dict.fromkeys(found))


def words_in_pdf(path: Path) -> str:
    """Return what the pages of a PDF say; nothing where they are pictures. Raises SopgenError where it is none."""
    try:
        with pypdfium2.PdfDocument(path) as document:
            pages = [document[number] for number in range(min(len(document), MOST_PAGES))]
            return "\n".join(page.get_textpage().get_text_bounded() for page in pages)
    except (OSError, ValueError, RuntimeError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> SopgenError:
    what = say("{path} is no photo and no PDF that can be read", path=path)
    return SopgenError(with_fix(what, say("name a .jpg, .png or .pdf, or type the code's text in quotes")))


def _letters(pages: Iterable[tuple[list[str], str]]) -> list[ScannedLetter]:
    """Put pages together: a page without a code belongs to the letter before it."""
    found: list[ScannedLetter] = []
    begun = 0
    for codes, text in pages:
        if codes:
            begun = len(found)
            found += [ScannedLetter(code, text) for code in codes]
        else:
            found[begun:] = [replace(one, text=f"{one.text}\n{text}") for one in found[begun:]]
    return found


def _pages(path: Path) -> Iterator[tuple[Any, str]]:
    """Yield each page as a picture, with its text."""
    if path.suffix.lower() == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            if len(document) > MOST_PAGES:
                raise SopgenError(
                    say("{path} has {count} pages. fix: name a single letter", path=path, count=len(document))
                )
            for page in document:
                _refuse_large(path, *(side * DOTS_PER_INCH / 72 for side in page.get_size()))
                picture = page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil()
                yield picture, page.get_textpage().get_text_bounded()
    else:
        # Looked at below, with a word of ours.
        Image.MAX_IMAGE_PIXELS = None
        with Image.open(path, formats=PHOTOS) as photo:
            _refuse_large(path, *photo.size)
            # A JPEG is unpacked in grey at once.
            photo.draft("L", photo.size)
            grey = photo.convert("L")
        ImageOps.exif_transpose(grey, in_place=True)
        yield grey, ""


def _refuse_large(path: Path, width: float, height: float) -> None:
    if width * height > MOST_PIXELS:
        raise SopgenError(
            say(
                "{path} has {width:.0f} x {height:.0f} pixels. fix: take the photo anew, of the code alone",
                path=path,
                width=width,
                height=height,
            )
        )


def _texts(picture: Any) -> list[str]:
    """Return the codes on a picture; of a coarse scan, those that show at twice its size."""
    if found := _read(picture):
        return found
    width, height = picture.size
    if width * height > LARGEST_TWICE:
        return []
    large = picture.resize((2 * width, 2 * height), Image.Resampling.BICUBIC)
    return _read(large) or _read(large.filter(ImageFilter.GaussianBlur(SMOOTH)))


def _read(picture: Any) -> list[str]:
    width, height = picture.size
    view = memoryview(picture.tobytes()).cast("B", (height, width))
    return [found.text for found in zxingcpp.read_barcodes(view, QR) if found.valid]
