"""From a photo or a PDF of an order to the texts of its codes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pypdfium2
import zxingcpp
from PIL import Image, ImageOps

from sopgen.errors import SopgenError
from sopgen.messages import say

DOTS_PER_INCH: Final = 200
QR: Final = zxingcpp.barcode_formats_from_str("QRCode")
PHOTOS: Final = ("PNG", "JPEG", "MPO", "WEBP", "TIFF", "BMP", "GIF")
# A phone's largest photo, a letter's longest form.
MOST_PIXELS: Final = 65_000_000
MOST_PAGES: Final = 200
LARGEST: Final = 64 * 1024 * 1024


def codes_in(path: Path) -> list[str]:
    """Return the texts of all codes in a photo or on the pages of a PDF, each once.

    Raises SopgenError where the file is neither, or too large to be one. What a PDF unpacks to is not known before:
    whoever reads a stranger's file calls this where time and memory have bounds.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise SopgenError(say("{path} is larger than 64 MiB. fix: name a single letter or photo", path=path))
        found = [text for picture in _pictures(path) for text in _texts(picture)]
    except OSError as error:
        raise _unreadable(path) from error
    # Pillow and pdfium tell of a damaged file by any of these.
    except (ValueError, RuntimeError, SyntaxError, ArithmeticError, LookupError) as error:
        raise _unreadable(path) from error
    return list(dict.fromkeys(found))


def _unreadable(path: Path) -> SopgenError:
    return SopgenError(say("{path} is no photo and no PDF that can be read", path=path))


def _pictures(path: Path) -> Iterator[Any]:
    if path.suffix.lower() == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            if len(document) > MOST_PAGES:
                raise SopgenError(
                    say("{path} has {count} pages. fix: name a single letter", path=path, count=len(document))
                )
            for page in document:
                _refuse_large(path, *(side * DOTS_PER_INCH / 72 for side in page.get_size()))
                yield page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil()
    else:
        # Looked at below, with a word of ours.
        Image.MAX_IMAGE_PIXELS = None
        with Image.open(path, formats=PHOTOS) as photo:
            _refuse_large(path, *photo.size)
            # A JPEG is unpacked in grey at once.
            photo.draft("L", photo.size)
            grey = photo.convert("L")
        ImageOps.exif_transpose(grey, in_place=True)
        yield grey


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
    width, height = picture.size
    view = memoryview(picture.tobytes()).cast("B", (height, width))
    return [found.text for found in zxingcpp.read_barcodes(view, QR) if found.valid]
