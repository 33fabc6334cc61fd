"""Old drawings of Word and Excel (VML): shapes, lines and groups, by their styles in points."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from sopgen.model.flow import Symbol
from sopgen.read.old.areas import Area
from sopgen.read.old.labels import answer
from sopgen.read.old.shapes.figures import DrawnLine, Figure, Point, Sketch
from sopgen.read.old.shapes.outlines import LINES, symbol_of
from sopgen.read.old.shapes.paths import connector

OFFICE: Final = "{urn:schemas-microsoft-com:office:office}"
# Points in a unit of CSS.
UNITS: Final = {"pt": 1.0, "in": 72.0, "cm": 28.3465, "mm": 2.83465, "pc": 12.0, "px": 0.75, "": 1.0}
# Numbers of shape types (ECMA-376, part 4, 19.1.2.20: o:spt) as the names of today's shapes.
TYPES: Final = {
    **{1: "rect", 2: "roundRect", 3: "ellipse", 4: "diamond", 15: "homePlate", 20: "line", 32: "straightConnector1"},
    **{33: "bentConnector2", 34: "bentConnector3", 35: "bentConnector4", 36: "bentConnector5"},
    **{37: "curvedConnector2", 38: "curvedConnector3", 109: "flowChartProcess", 110: "flowChartDecision"},
    **{111: "flowChartInputOutput", 112: "flowChartPredefinedProcess", 114: "flowChartDocument"},
    **{115: "flowChartMultidocument", 116: "flowChartTerminator", 117: "flowChartPreparation"},
    **{118: "flowChartManualInput", 119: "flowChartManualOperation", 120: "flowChartConnector"},
    **{176: "flowChartAlternateProcess", 177: "flowChartOffpageConnector"},
}
NAMES: Final = {"rect": "rect", "roundrect": "roundRect", "oval": "ellipse", "line": "line"}
DEEPEST: Final = 30
_LENGTH: Final = re.compile(r"(-?[\d.]+)\s*(pt|in|cm|mm|pc|px)?")


@dataclass(frozen=True, slots=True)
class _Space:
    """Where a group's own measures lie on the sheet: a place, and what one of its units is in points."""

    x: float
    y: float
    across: float = 1.0
    down: float = 1.0


def read_old(element: etree._Element, origin: Point, text_of: Callable[[etree._Element], str]) -> Sketch:
    """Return what an old drawing holds."""
    found = Sketch()
    for child in element:
        _read(child, _Space(*origin), text_of, found, 0)
    found.old = bool(found.figures)
    return found


def _read(
    element: etree._Element, space: _Space, text_of: Callable[[etree._Element], str], found: Sketch, depth: int
) -> None:
    if not isinstance(element.tag, str) or depth > DEEPEST:
        return
    kind = etree.QName(element).localname
    style = _style(element)
    if kind == "group":
        area = _area(style, space)
        left, top = _pair(element.get("coordorigin", ""), 0.0)
        wide, tall = _pair(element.get("coordsize", ""), 1000.0)
        across, down = area.width / (wide or 1.0), area.height / (tall or 1.0)
        inner = _Space(area.left - left * across, area.top - top * down, across, down)
        for child in element:
            _read(child, inner, text_of, found, depth + 1)
    elif kind in ("shape", *NAMES):
        _shape(element, kind, (style, space), text_of, found)


def _shape(
    element: etree._Element,
    kind: str,
    place: tuple[dict[str, str], _Space],
    text_of: Callable[[etree._Element], str],
    found: Sketch,
) -> None:
    style, space = place
    number = re.search(r"_t(\d+)$", element.get("type", ""))
    preset = NAMES.get(kind) or (TYPES.get(int(number[1]), "") if number else "")
    name = element.get("alt", "") or element.get("id", "")
    if kind == "line":
        ends = tuple(_point(element.get(side, ""), space) for side in ("from", "to"))
        found.wires.append(DrawnLine(ends, _heads(element), name=name))
    elif preset in LINES:
        area = _area(style, space)
        flips = style.get("flip", "")
        corners = connector(preset, None)
        turned = ((1 - x if "x" in flips else x, 1 - y if "y" in flips else y) for x, y in corners)
        points = tuple((area.left + x * area.width, area.top + y * area.height) for x, y in turned)
        found.wires.append(DrawnLine(points, _heads(element), name=name))
    else:
        _figure(element, _area(style, space), preset, text_of(element), found)


def _figure(element: etree._Element, area: Area, preset: str, text: str, found: Sketch) -> None:
    symbol, doubt = symbol_of(preset, element)
    name = element.get("alt", "") or element.get("id", "")
    outlined = element.get("stroked", "t") not in ("f", "false")
    if (not outlined or not symbol or (answer(text) is not None and symbol is Symbol.PROCESS)) and text:
        found.figures.append(Figure(name, area, None, text, name))
    elif symbol and outlined:
        found.figures.append(Figure(name, area, symbol, text, name, doubt))
    elif outlined:
        found.strange.append(name)


def _style(element: etree._Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in element.get("style", "").split(";"))
    return {name.strip(): text.strip() for name, _, text in pairs}


def _area(style: dict[str, str], space: _Space) -> Area:
    left = sum(_length(style.get(name, "")) for name in ("margin-left", "left"))
    top = sum(_length(style.get(name, "")) for name in ("margin-top", "top"))
    wide, tall = _length(style.get("width", "")), _length(style.get("height", ""))
    x, y = space.x + left * space.across, space.y + top * space.down
    return Area(x, y, x + wide * space.across, y + tall * space.down)


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return (
        float(found[1]) * UNITS[found[2] or ""]
        if found and found[1].count(".") < 2 and found[1] not in ("-", ".")
        else 0.0
    )


def _pair(text: str, usual: float) -> Point:
    parts = [part.strip() for part in text.split(",")]
    first, last = (_length(part) if part else usual for part in (*parts, "", "")[:2])
    return first, last


def _point(text: str, space: _Space) -> Point:
    x, y = _pair(text, 0.0)
    return space.x + x * space.across, space.y + y * space.down


def _heads(element: etree._Element) -> tuple[bool, bool]:
    stroke = next(element.iter("{*}stroke"), None)
    ends = [stroke.get(name, "none") if stroke is not None else "none" for name in ("startarrow", "endarrow")]
    return ends[0] != "none", ends[1] != "none"
