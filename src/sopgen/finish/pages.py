"""Which pages of two PDFs look different."""

from itertools import zip_longest
from typing import Final

import pypdfium2

SCALE: Final = 1.0  # 72 dots an inch: a changed letter shows


def differing_pages(one: bytes, other: bytes) -> list[int]:
    """Return the numbers, from 1, of the pages that do not look the same; of a page that only one has, too."""
    pairs = zip_longest(_pictures(one), _pictures(other))
    return [number for number, (first, second) in enumerate(pairs, 1) if first != second]


def _pictures(pdf: bytes) -> list[tuple[tuple[int, int], bytes]]:
    with pypdfium2.PdfDocument(pdf) as document:
        pictures = [page.render(scale=SCALE, may_draw_forms=False).to_pil() for page in document]
    return [(picture.size, picture.tobytes()) for picture in pictures]
