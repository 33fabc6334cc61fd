"""The outline of a symbol: one of Word's own shapes where the place that it has for text holds the words.

Word cuts off what is higher than that place, and breaks what is wider: its terminator has seven tenths of its height
for text, its diamond half of its sides. Where that is too little, the same outline is drawn as a path, and the text
may take all of its box.
"""

from typing import Final

from lxml import etree

from sopgen.model.flow import Symbol
from sopgen.plan.flow.geometry import Shape
from sopgen.plan.measure import line_height, text_width
from sopgen.render.word.drawing.elements import add, emu

# Each symbol in Word, and the parts of its width and height that it has for text.
PRESETS: Final = {
    Symbol.START: ("flowChartTerminator", 0.9, 0.7),
    Symbol.END: ("flowChartTerminator", 0.9, 0.7),
    Symbol.PROCESS: ("flowChartProcess", 1.0, 1.0),
    Symbol.DECISION: ("flowChartDecision", 0.5, 0.5),
    Symbol.CONNECTOR: ("flowChartOffpageConnector", 1.0, 0.8),
}
# Turns are counted in 60,000ths of a degree.
QUARTER: Final = 5_400_000


def draw_outline(properties: etree._Element, shape: Shape) -> None:
    """Draw the outline of a symbol."""
    name, wide, tall = PRESETS[shape.symbol]
    capsule = shape.symbol in (Symbol.START, Symbol.END)
    half_circles = not capsule or shape.corner == shape.height / 2
    if half_circles and _fits(shape, shape.width * wide, shape.height * tall):
        preset(properties, name)
    elif capsule:
        _rounded(_path(properties, shape), emu(shape.width), emu(shape.height), emu(shape.corner))
    else:
        _rhombus(_path(properties, shape), emu(shape.width), emu(shape.height))


def preset(properties: etree._Element, name: str) -> None:
    """Draw a shape of Word's own."""
    add(add(properties, "a:prstGeom", prst=name), "a:avLst")


def own_geometry(properties: etree._Element) -> etree._Element:
    """Begin an outline of one's own, whose text may take all of its box; return the list of its paths."""
    geometry = add(properties, "a:custGeom")
    for part in ("avLst", "gdLst", "ahLst", "cxnLst"):
        add(geometry, f"a:{part}")
    add(geometry, "a:rect", l=0, t=0, r="r", b="b")
    return add(geometry, "a:pathLst")


def _fits(shape: Shape, width: float, height: float) -> bool:
    """Tell whether the lines of a symbol fit in a place of this size (mm)."""
    widest = max((text_width(line, shape.font_pt) for line in shape.lines), default=0.0)
    return widest <= width and len(shape.lines) * line_height(shape.font_pt) <= height


def _path(properties: etree._Element, shape: Shape) -> etree._Element:
    return add(own_geometry(properties), "a:path", w=emu(shape.width), h=emu(shape.height))


def _rounded(path: etree._Element, width: int, height: int, corner: int) -> None:
    """Draw a box with round corners; where they are half its height, a capsule."""
    _to(path, "moveTo", 0, corner)
    sides = ((width - corner, 0), (width, height - corner), (corner, height), (0, corner))
    for n, side in enumerate(sides):
        add(path, "a:arcTo", wR=corner, hR=corner, stAng=(2 + n) % 4 * QUARTER, swAng=QUARTER)
        _to(path, "lnTo", *side)
    add(path, "a:close")


def _rhombus(path: etree._Element, width: int, height: int) -> None:
    corners = ((width // 2, 0), (width, height // 2), (width // 2, height), (0, height // 2))
    for n, corner in enumerate(corners):
        _to(path, "lnTo" if n else "moveTo", *corner)
    add(path, "a:close")


def _to(path: etree._Element, how: str, x: int, y: int) -> None:
    add(add(path, f"a:{how}"), "a:pt", x=x, y=y)
