"""Symbols that stand in a picture: white areas that dark lines close, seen in the picture without the table."""

from collections.abc import Iterator, Sequence
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from sopgen.read.old.areas import Area
from sopgen.read.old.pdf.page.outlines import PagePath, Point

# Darker than this is a line; pictures are looked at with so many dots a point.
_DARK: Final = 150
_DOTS_A_POINT: Final = 2.0
_MOST_DOTS: Final = 40_000_000
# A closed area of so many points is a symbol; a larger one is the space between lines.
_LEAST, _WIDEST, _HIGHEST = (11.0, 6.0), 170.0, 90.0


def drawn_in_pictures(data: bytes, number: int, pictures: Sequence[Area]) -> list[PagePath]:
    """Return the outlines of the closed areas in the pictures that lie in these rectangles of a page (from 1)."""
    found: list[PagePath] = []
    with pypdfium2.PdfDocument(data) as pdf:
        page = pdf[number - 1]
        height = page.get_height()
        for one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE]):
            left, bottom, right, top = one.get_bounds()
            area = Area(left, height - top, right, height - bottom)
            wide, high = one.get_px_size()
            if wide * high <= _MOST_DOTS and any(area.overlap(picture) > 0.9 for picture in pictures):
                found += _closed(_Dots(one, area))
    return found


class _Dots:
    """The dots of a picture, dark or not, and where it stands."""

    def __init__(self, picture: pypdfium2.PdfImage, area: Area) -> None:
        drawn = picture.get_bitmap(render=True).to_pil().convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", drawn.size, "white"), drawn).convert("L")
        width = min(image.width, max(1, int(area.width * _DOTS_A_POINT)))
        height = min(image.height, max(1, int(area.height * _DOTS_A_POINT)))
        self.area, self.size = area, (width, height)
        self.dark = image.resize(self.size).point([1 if value < _DARK else 0 for value in range(256)]).tobytes()

    def point(self, x: float, y: float) -> Point:
        """Return the place of a dot on the page."""
        width, height = self.size
        return self.area.left + x * self.area.width / width, self.area.top + y * self.area.height / height


def _closed(dots: _Dots) -> Iterator[PagePath]:
    width, height = dots.size
    seen = bytearray(dots.dark)
    for start in range(width * height):
        if seen[start]:
            continue
        rows = _flooded(seen, start, width, height)
        if rows is not None:
            drawn = _outline(dots, rows)
            if drawn:
                yield drawn


def _flooded(seen: bytearray, start: int, width: int, height: int) -> dict[int, tuple[int, int]] | None:
    """Mark the area around a dot as seen; return its ends row by row, or None where it reaches the picture's edge."""
    rows: dict[int, tuple[int, int]] = {}
    stack, closed = [start], True
    seen[start] = 1
    while stack:
        at = stack.pop()
        y, x = divmod(at, width)
        left, right = rows.get(y, (x, x))
        rows[y] = (min(left, x), max(right, x))
        closed = closed and 0 < x < width - 1 and 0 < y < height - 1
        for other in (at - 1 if x else at, at + 1 if x < width - 1 else at, at - width, at + width):
            if 0 <= other < width * height and not seen[other]:
                seen[other] = 1
                stack.append(other)
    return rows if closed else None


def _outline(dots: _Dots, rows: dict[int, tuple[int, int]]) -> PagePath | None:
    """Return the way around an area, where it is as large as a symbol."""
    ys = sorted(rows)
    left = [dots.point(rows[y][0], y + 0.5) for y in ys]
    right = [dots.point(rows[y][1] + 1, y + 0.5) for y in ys]
    points = (*left, *reversed(right))
    xs = [x for x, _ in points]
    wide, high = max(xs) - min(xs), left[-1][1] - left[0][1]
    if not (_LEAST[0] <= wide <= _WIDEST and _LEAST[1] <= high <= _HIGHEST):
        return None
    return PagePath(points, closed=True, stroked=True, filled=False, dark=False)
