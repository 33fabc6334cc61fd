"""The code as a picture (QR, ISO/IEC 18004)."""

from io import BytesIO
from typing import Final

import zxingcpp
from PIL import Image

# Error correction M: a fold or a stamp over a corner does not make the code unreadable.
LEVEL: Final = "M"


def qr_png(text: str) -> bytes:
    """Return the code as a grey PNG of one pixel a module, with its quiet zone."""
    image = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=LEVEL).to_image(scale=1)
    height, width = image.shape
    grey = bytes(memoryview(image))  # type: ignore[arg-type]
    out = BytesIO()
    Image.frombytes("L", (width, height), grey).save(out, "PNG")
    return out.getvalue()
