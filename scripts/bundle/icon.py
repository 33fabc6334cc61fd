"""The icon, drawn: a sheet with the symbols of a flow; and the picture of the installer's pages."""

import io
from typing import Final

from PIL import Image, ImageDraw

SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
# Each size is drawn this many times larger and then made smaller: its edges are smooth.
FINE: Final = 8
# As NSIS has it at the left of its pages, in dots.
BANNER: Final = (164, 314)
PAPER, EDGE, BLUE, GOLD = "#ffffff", "#1f3a5f", "#1f5fa8", "#e0a100"


def icon() -> bytes:
    """Return the .ico, with a picture of its own for each size that Windows shows."""
    pictures = [_drawn(size) for size in SIZES]
    into = io.BytesIO()
    pictures[-1].save(into, "ICO", sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])
    return into.getvalue()


def banner() -> bytes:
    """Return the picture of the installer's first and last page, a .bmp."""
    picture = Image.new("RGB", BANNER, EDGE)
    sheet = _drawn(128)
    picture.paste(sheet, ((BANNER[0] - sheet.width) // 2, (BANNER[1] - sheet.height) // 2), sheet)
    into = io.BytesIO()
    picture.save(into, "BMP")
    return into.getvalue()


def _drawn(size: int) -> Image.Image:
    """Return the picture at a size in dots; the sheet is told on a field of 32."""
    unit = size * FINE / 32
    picture = Image.new("RGBA", (size * FINE, size * FINE), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)

    def at(*places: float) -> list[float]:
        return [place * unit for place in places]

    thick = max(round(1.5 * unit), FINE)
    pen.polygon(at(5, 1, 20, 1, 27, 8, 27, 31, 5, 31), PAPER, EDGE, thick)
    pen.polygon(at(20, 1, 27, 8, 20, 8), EDGE)
    pen.rectangle(at(10, 10, 22, 14), BLUE)
    pen.line(at(16, 14, 16, 17), EDGE, thick)
    pen.polygon(at(16, 16, 22, 20, 16, 24, 10, 20), GOLD)
    pen.line(at(16, 24, 16, 26), EDGE, thick)
    pen.rounded_rectangle(at(10, 25, 22, 29), unit * 2, BLUE)
    return picture.resize((size, size), Image.Resampling.LANCZOS)
