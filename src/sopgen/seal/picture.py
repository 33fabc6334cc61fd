"""The code as a picture (QR, ISO/IEC 18004)."""

import struct
import zlib
from typing import Final

import zxingcpp
from PIL import Image

# Error correction M: a fold or a stamp over a corner does not make the code unreadable.
LEVEL: Final = "M"
# The first bytes of a PNG, and what its header says after width and height: 8 bits, grey, nothing interlaced.
SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
GREY: Final = bytes((8, 0, 0, 0, 0))
# How Pillow's encoder packs: a grey row as it is, not tried twice, at level 0, of the usual kind, from nothing.
UNPACKED: Final = ("L", False, 0, -1, b"")


def qr_png(text: str) -> bytes:
    """Return the code as a grey PNG of one pixel a module, with its quiet zone."""
    image = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL).to_image(scale=1)
    height, width = image.shape
    grey = bytes(memoryview(image))  # type: ignore[arg-type]
    rows = _filtered(Image.frombytes("L", (width, height), grey))
    head = struct.pack(">II", width, height) + GREY
    return SIGNATURE + _part(b"IHDR", head) + _part(b"IDAT", _packed(rows)) + _part(b"IEND", b"")


def _filtered(image: Image.Image) -> bytes:
    """Return the rows of a PNG, each with the filter that Pillow chooses for it."""
    return zlib.decompress(image.tobytes("zip", UNPACKED))


def _packed(rows: bytes) -> bytes:
    """Pack by Python's zlib: Pillow's own packs otherwise on Windows than on Linux."""
    packer = zlib.compressobj(level=6, strategy=zlib.Z_FILTERED)
    return packer.compress(rows) + packer.flush()


def _part(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
