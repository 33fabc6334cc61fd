"""A word across the page as a drawing, not as text: who searches or copies a page's words does not meet it in them.

One place for the PDF, the charts and Word, so that it looks the same in all.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, TypeVar

import fontpkg_arimo
from fontTools.pens.basePen import AbstractPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from lxml import etree

from sopgen.plan.watermark import Watermark

GREY: Final = "#dddddd"
# Over the coloured lanes of a poster too: a shade of what is below it.
SHADE: Final = {"fill": "black", "fill-opacity": "0.13"}
BOLD: Final = {"wght": 700.0}
TURN: Final = 45.0
SVG: Final = "{http://www.w3.org/2000/svg}"
PT: Final = 72 / 25.4
Pen = TypeVar("Pen", bound=AbstractPen)


@dataclass(frozen=True)
class Outline:
    """A word's outline in units of the font, y growing downwards, and the box that it fills."""

    path: str
    left: float
    top: float
    width: float
    height: float


@cache
def outline(word: str) -> Outline:
    """Return the outline of a word in the bold letters of the documents' font."""
    path = written(word, lambda glyphs: SVGPathPen(glyphs, ntos=lambda number: f"{number:.0f}"))
    left, top, end, foot = written(word, BoundsPen).bounds
    return Outline(path.getCommands(), left, top, end - left, foot - top)


def written(word: str, pen_for: Callable[[Any], Pen]) -> Pen:
    """Return the pen of a set of glyphs after it drew a word: units of the font, the foot line at 0, y downwards."""
    with TTFont(fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf", lazy=True) as font:
        glyphs, names, right = font.getGlyphSet(location=BOLD), font.getBestCmap(), 0.0
        pen = pen_for(glyphs)
        for letter in word:
            glyph = glyphs[names[ord(letter)]]
            glyph.draw(TransformPen(pen, (1, 0, 0, -1, right, 0)))
            right += glyph.width
    return pen


def turned(mark: Watermark, x: float, y: float, unit: float = 1.0) -> dict[str, str]:
    """Return path and place of the word around a point; `unit` is how many of the drawing's units a mm has."""
    drawn = outline(mark.word)
    scale = mark.length * unit / drawn.width
    middle = f"{-drawn.left - drawn.width / 2:.2f} {-drawn.top - drawn.height / 2:.2f}"
    moves = f"translate({x:.3f} {y:.3f}) rotate({-TURN:g}) scale({scale:.6f}) translate({middle})"
    return {"d": drawn.path, "transform": moves}


def square_svg(mark: Watermark) -> tuple[str, float]:
    """Return the word in a square of its own as SVG, and the square's side in millimetres."""
    drawn = outline(mark.word)
    side = mark.length * (1 + drawn.height / drawn.width) / math.sqrt(2)
    root = etree.Element(f"{SVG}svg", {"viewBox": f"0 0 {side:.3f} {side:.3f}"})
    etree.SubElement(root, f"{SVG}path", {**turned(mark, side / 2, side / 2), "fill": GREY})
    return etree.tostring(root, encoding="unicode"), round(side, 3)


def under_steps(root: etree._Element, mark: Watermark) -> None:
    """Put the word over the lanes of a drawing whose unit is a point, under its symbols: their words stay clear."""
    x, y, width, height = map(float, root.get("viewBox", "").split())
    path = etree.Element(f"{SVG}path", {**turned(mark, x + width / 2, y + height / 2, PT), **SHADE})
    first = next((one for one in root.iter(f"{SVG}g") if re.fullmatch(r"n\d+", one.get("id", ""))), None)
    group = first.getparent() if first is not None else None
    if first is None or group is None:
        root.append(path)
        return
    # The group has a place of its own, which the word has not.
    moved = re.search(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)", group.get("transform", ""))
    back = f"translate({-float(moved[1]):g} {-float(moved[2]):g}) " if moved else ""
    path.set("transform", back + path.get("transform", ""))
    first.addprevious(path)
