"""The picture of a code has the same bytes wherever it is made."""

import hashlib
import zlib
from io import BytesIO

import pytest
from PIL import Image

from sopgen.seal import picture
from sopgen.seal.picture import qr_png

# Of the picture as Linux made it before Windows made it too: letters that were issued print the same again.
DIGEST = "48e23e3109f323400ef1c7a2617cad3889a6b35ea44c40c2f080094f0c15c05d"


def test_its_bytes_are_those_of_letters_that_were_issued() -> None:
    assert DIGEST == hashlib.sha256(qr_png("sopgen")).hexdigest()


@pytest.mark.parametrize("level", [1, 6, 9])
def test_they_do_not_depend_on_how_pillow_packs(level: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "UNPACKED", ("L", False, level, -1, b""))
    assert DIGEST == hashlib.sha256(qr_png("sopgen")).hexdigest()


@pytest.mark.parametrize("length", [1, 40, 200, 500])
def test_pillow_itself_writes_the_same_rows(length: int) -> None:
    made = qr_png("kode" * length)
    image = Image.open(BytesIO(made))
    again = BytesIO()
    image.save(again, "PNG")
    assert (image.mode, image.size[0]) == ("L", image.size[1])
    assert picture._filtered(image) == zlib.decompress(_data(again.getvalue()))


def _data(png: bytes) -> bytes:
    """Return what the one part IDAT of a PNG of Pillow's holds."""
    at = png.index(b"IDAT")
    return png[at + 4 : at + 4 + int.from_bytes(png[at - 4 : at])]
