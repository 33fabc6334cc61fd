"""The code as a picture (QR, ISO/IEC 18004), and back from a photo or a PDF."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import zxingcpp

from sopgen.errors import SopgenError
from sopgen.messages import say

if TYPE_CHECKING:
    from PIL import Image

# Error correction M: a fold or a stamp over a corner does not make the code unreadable.
LEVEL: Final = "M"
DOTS_PER_INCH: Final = 200
QR: Final = zxingcpp.barcode_formats_from_str("QRCode")
LARGEST: Final = 64 * 1024 * 1024


def qr_png(text: str) -> bytes:
    """Return the code as a grey PNG of one pixel a module, with its quiet zone."""
    image = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL).to_image(scale=1)
    height, width = image.shape
    grey = bytes(memoryview(image))  # type: ignore[arg-type]
    rows = b"".join(b"\0" + grey[n * width : (n + 1) * width] for n in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


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


def _pictures(path: Path) -> "Iterator[Image.Image]":
    # Here, since only who checks a letter needs these libraries.
    if path.suffix.lower() == ".pdf":
        import pypdfium2

        with pypdfium2.PdfDocument(path) as document:
            for page in document:
                yield page.render(scale=DOTS_PER_INCH / 72, grayscale=True).to_pil()
    else:
        from PIL import Image, ImageOps

        with Image.open(path) as photo:
            yield ImageOps.exif_transpose(photo).convert("L")


def _texts(picture: "Image.Image") -> list[str]:
    width, height = picture.size
    view = memoryview(picture.tobytes()).cast("B", (height, width))
    return [found.text for found in zxingcpp.read_barcodes(view, QR) if found.valid]
