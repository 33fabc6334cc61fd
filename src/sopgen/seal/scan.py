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
LARGEST: Final = 64 * 1024 * 1024


def codes_in(path: Path) -> list[str]:
    """Return the texts of all codes in a photo or on the pages of a PDF, each once.

    Raises SopgenError where the file is neither, or too large to be one.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise SopgenError(say("{path} is larger than 64 MiB. fix: name a single letter or photo", path=path))
        found = [text for picture in _pictures(path) for text in _texts(picture)]
    except (OSError, ValueError, RuntimeError, SyntaxError) as error:
        raise SopgenError(say("{path} is no photo and no PDF that can be read", path=path)) from error
    return list(dict.fromkeys(found))


def _pictures(path: Path) -> Iterator[Any]:
    if path.suffix.lower() == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                yield page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil()
    else:
        with Image.open(path) as photo:
            yield ImageOps.exif_transpose(photo).convert("L")


def _texts(picture: Any) -> list[str]:
    width, height = picture.size
    view = memoryview(picture.tobytes()).cast("B", (height, width))
    return [found.text for found in zxingcpp.read_barcodes(view, QR) if found.valid]
