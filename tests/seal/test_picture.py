"""The picture of a code has the same bytes wherever it is made."""

import hashlib
from functools import partialmethod

import pytest
from PIL import Image

from sopgen.seal.picture import qr_png

# Of the picture as Linux made it before Windows made it too: letters that were issued print the same again.
DIGEST = "48e23e3109f323400ef1c7a2617cad3889a6b35ea44c40c2f080094f0c15c05d"


def test_its_bytes_are_those_of_letters_that_were_issued() -> None:
    assert DIGEST == hashlib.sha256(qr_png("sopgen")).hexdigest()


@pytest.mark.parametrize("level", [0, 1, 9])
def test_they_do_not_depend_on_how_pillow_packs(level: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Image.Image, "save", partialmethod(Image.Image.save, compress_level=level))
    assert DIGEST == hashlib.sha256(qr_png("sopgen")).hexdigest()
