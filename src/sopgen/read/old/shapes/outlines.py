"""Which symbol an outline is: one of Office's own shapes by its name, a drawn path by its corners."""

from typing import Final

from lxml import etree

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.shapes.figures import Point

# A terminator is a start or an end: which one, its place and its lines tell.
SYMBOLS: Final = {
    "flowChartTerminator": Symbol.START,
    "flowChartProcess": Symbol.PROCESS,
    "rect": Symbol.PROCESS,
    "flowChartDecision": Symbol.DECISION,
    "diamond": Symbol.DECISION,
    "homePlate": Symbol.CONNECTOR,
    "flowChartOffpageConnector": Symbol.CONNECTOR,
    "flowChartConnector": Symbol.CONNECTOR,
}
# What offices take for a symbol though Permenpan RB 35/2012 has another one.
NEAR: Final = {
    "ellipse": Symbol.START,
    "roundRect": Symbol.PROCESS,
    "flowChartAlternateProcess": Symbol.PROCESS,
    "flowChartPredefinedProcess": Symbol.PROCESS,
    "flowChartInputOutput": Symbol.PROCESS,
    "flowChartManualOperation": Symbol.PROCESS,
    "flowChartManualInput": Symbol.PROCESS,
    "flowChartDocument": Symbol.PROCESS,
    "flowChartMultidocument": Symbol.PROCESS,
    "flowChartPreparation": Symbol.PROCESS,
    "parallelogram": Symbol.PROCESS,
    "hexagon": Symbol.PROCESS,
    "pentagon": Symbol.CONNECTOR,
    "octagon": Symbol.PROCESS,
    "snip1Rect": Symbol.PROCESS,
    "round1Rect": Symbol.PROCESS,
    "round2SameRect": Symbol.PROCESS,
}
LINES: Final = frozenset(
    {
        "line",
        "lineInv",
        "straightConnector1",
        *(f"{kind}Connector{n}" for kind in ("bent", "curved") for n in range(2, 6)),
    }
)
# Where a block arrow begins and ends, in parts of its box.
BLOCK_ARROWS: Final[dict[str, tuple[Point, Point]]] = {
    "downArrow": ((0.5, 0.0), (0.5, 1.0)),
    "upArrow": ((0.5, 1.0), (0.5, 0.0)),
    "rightArrow": ((0.0, 0.5), (1.0, 0.5)),
    "leftArrow": ((1.0, 0.5), (0.0, 0.5)),
}
# A corner is where it should be within this part of the box.
_NEAR: Final = 0.12
# From this rounding on (of 50,000) a round box is a capsule.
_CAPSULE: Final = 35_000


def symbol_of(preset: str, properties: etree._Element) -> tuple[Symbol | None, str]:
    """Return the symbol that one of Office's shapes is, and a doubt; no symbol for a shape that is none."""
    if preset == "roundRect" and _rounding(properties) >= _CAPSULE:
        return Symbol.START, ""
    if preset in SYMBOLS:
        return SYMBOLS[preset], ""
    if preset == "roundRect":
        return Symbol.PROCESS, ""
    if preset in NEAR:
        return NEAR[preset], say('the symbol was drawn as "{shape}"', shape=preset)
    return None, ""


def _rounding(properties: etree._Element) -> int:
    guide = properties.find(".//{*}prstGeom/{*}avLst/{*}gd")
    text = (guide.get("fmla", "") if guide is not None else "").rpartition(" ")[2]
    return int(text) if text.isdigit() else 16_667


def drawn_symbol(corners: tuple[Point, ...], *, arcs: bool) -> tuple[Symbol, str]:
    """Return the symbol that a closed path is; `corners` in parts of its box (0 to 1)."""
    at = {corner for corner in map(_side, corners) if corner}
    if at == {"n", "e", "s", "w"} and not arcs:
        return Symbol.DECISION, ""
    if arcs:
        return Symbol.START, ""
    if at == {"nw", "ne", "se", "sw"}:
        return Symbol.PROCESS, ""
    if {"nw", "ne", "s"} <= at or {"nw", "sw", "e"} <= at:
        return Symbol.CONNECTOR, ""
    return Symbol.PROCESS, say("the symbol was drawn by hand")


def _side(corner: Point) -> str:
    """Return `n`, `se` and so on for a point on a box's edge at a corner or in the middle of a side."""
    x, y = corner
    across = "w" if x < _NEAR else "e" if x > 1 - _NEAR else "" if abs(x - 0.5) < _NEAR else "?"
    down = "n" if y < _NEAR else "s" if y > 1 - _NEAR else "" if abs(y - 0.5) < _NEAR else "?"
    return "" if "?" in across + down else down + across
