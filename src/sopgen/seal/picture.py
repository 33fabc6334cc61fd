"""The code as a picture (QR, ISO/IEC 18004)."""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final

import zxingcpp
from PIL import Image

# Error correction M: a fold or a stamp over a corner does not make the code unreadable.
LEVEL: Final = "M"
# The first bytes of a PNG, and how long, of what kind a part of it is.
SIGNATURE: Final = 8
PART: Final = struct.Struct(">I4s")
DATA: Final = b"IDAT"


def qr_png(text: str) -> bytes:
    """Return the code as a grey PNG of one pixel a module, with its quiet zone."""
    image = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL).to_image(scale=1)
    height, width = image.shape
    grey = bytes(memoryview(image))  # type: ignore[arg-type]
    out = BytesIO()
    Image.frombytes("L", (width, height), grey).save(out, "PNG")
    return _packed_alike(out.getvalue())


def _packed_alike(png: bytes) -> bytes:
    """Return the PNG with its data packed by Python's zlib: Pillow's own packs otherwise on Windows than on Linux."""
    parts = list(_parts(png))
    packer = zlib.compressobj(level=6, strategy=zlib.Z_FILTERED)
    data = zlib.decompress(b"".join(content for kind, content in parts if kind == DATA))
    packed = packer.compress(data) + packer.flush()
    first, last = ([part for part in parts if part[0] == kind] for kind in (b"IHDR", b"IEND"))
    return png[:SIGNATURE] + b"".join(_part(*part) for part in (*first, (DATA, packed), *last))


def _parts(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = SIGNATURE
    while place < len(png):
        length, kind = PART.unpack_from(png, place)
        place += PART.size
        yield kind, png[place : place + length]
        place += length + 4


def _part(kind: bytes, content: bytes) -> bytes:
    return PART.pack(len(content), kind) + content + struct.pack(">I", zlib.crc32(kind + content))
