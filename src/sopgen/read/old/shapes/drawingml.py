"""From DrawingML to figures and lines: shapes, connectors and groups of spreadsheets (xdr) and of Word (wps, wpg)."""

from collections.abc import Callable
from typing import Final

from lxml import etree

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.areas import Area
from sopgen.read.old.labels import answer
from sopgen.read.old.shapes.figures import DrawnLine, Figure, Sketch
from sopgen.read.old.shapes.frame import DrawingFrame, oriented
from sopgen.read.old.shapes.outlines import BLOCK_ARROWS, LINES, drawn_symbol, symbol_of
from sopgen.read.old.shapes.paths import DrawnPath, connector, drawn

SHAPES: Final = ("sp", "wsp", "cxnSp")
GROUPS: Final = ("grpSp", "wgp", "wpc")
# Nested deeper than any office draws.
DEEPEST: Final = 30
TextOf = Callable[[etree._Element], str]


def read_shapes(element: etree._Element, frame: DrawingFrame, text_of: TextOf, area: Area | None = None) -> Sketch:
    """Return what an element draws: a shape, a connector, or a group of them.

    `area` is where it stands on the sheet, where its anchor says so; else its own measures in `frame`.
    """
    drawing = Sketch()
    _read(element, (frame, area), text_of, drawing, 0)
    return drawing


def _read(
    element: etree._Element, place: tuple[DrawingFrame, Area | None], text_of: TextOf, drawing: Sketch, depth: int
) -> None:
    frame, area = place
    kind = etree.QName(element).localname
    if kind in SHAPES:
        _shape(element, frame, text_of, drawing, area)
    elif kind in GROUPS and depth < DEEPEST:
        inner = frame.within(element.find("{*}grpSpPr/{*}xfrm"), area)
        for child in element:
            _read(child, (inner, None), text_of, drawing, depth + 1)
    elif kind in ("pic", "graphicFrame", "contentPart"):
        drawing.strange.append(_named(element, kind))


def _named(element: etree._Element, kind: str) -> str:
    named = next(element.iter("{*}cNvPr", "{*}docPr"), None)
    return (named.get("name") if named is not None else None) or kind


def _shape(element: etree._Element, frame: DrawingFrame, text_of: TextOf, drawing: Sketch, area: Area | None) -> None:
    properties = element.find("{*}spPr")
    if properties is None:
        return
    transform = properties.find("{*}xfrm")
    if area is None:
        area = frame.area(transform) if transform is not None else Area(frame.x, frame.y, frame.x, frame.y)
    geometry = properties.find("{*}prstGeom")
    preset = geometry.get("prst", "") if geometry is not None else ""
    path = _own_path(properties)
    if corners := _line(element, preset, geometry, path):
        points = oriented(corners, transform, area)
        drawing.wires.append(DrawnLine(points, _heads(properties), _glued(element), _named(element, "")))
    elif preset in BLOCK_ARROWS:
        points = oriented(BLOCK_ARROWS[preset], transform, area)
        drawing.wires.append(DrawnLine(points, (False, True), ("", ""), _named(element, "")))
    else:
        _figure(element, area, _symbol(preset, path, properties), text_of(element), drawing)


def _own_path(properties: etree._Element) -> DrawnPath | None:
    own = properties.find("{*}custGeom")
    return drawn(own) if own is not None else None


def _line(
    element: etree._Element, preset: str, geometry: etree._Element | None, path: DrawnPath | None
) -> tuple[tuple[float, float], ...]:
    """Return the corners of what is a line, in parts of its box; nothing for a shape."""
    if preset in LINES:
        return connector(preset, geometry)
    if path and not path.closed:
        return path.corners
    is_connector = etree.QName(element).localname == "cxnSp" or element.find("{*}cNvCnPr") is not None
    return ((0.0, 0.0), (1.0, 1.0)) if is_connector else ()


def _symbol(preset: str, path: DrawnPath | None, properties: etree._Element) -> tuple[Symbol | None, str]:
    if path:
        return drawn_symbol(path.corners, arcs=path.arcs)
    return symbol_of(preset, properties)


def _figure(
    element: etree._Element, area: Area, symbol: tuple[Symbol | None, str], text: str, drawing: Sketch
) -> None:
    shape, doubt = symbol
    name, key = _named(element, ""), _key(element)
    says = shape is Symbol.PROCESS and len(text.split()) == 1 and answer(text) is not None
    if _invisible(element) or says or (shape is None and text):
        shape, doubt = None, ""
    elif shape is None:
        drawing.strange.append(name or say("a shape"))
        return
    if shape or text:
        drawing.figures.append(Figure(key, area, shape, text, name, doubt))


def _invisible(element: etree._Element) -> bool:
    """Tell a box without an outline: it holds loose words."""
    line = element.find("{*}spPr/{*}ln")
    if line is not None:
        return line.find("{*}noFill") is not None
    boxed = element.find(".//{*}cNvSpPr")
    return boxed is not None and boxed.get("txBox") == "1" and element.find("{*}style") is None


def _key(element: etree._Element) -> str:
    named = next(element.iter("{*}cNvPr"), None)
    return named.get("id", "") if named is not None else ""


def _heads(properties: etree._Element) -> tuple[bool, bool]:
    line = properties.find("{*}ln")
    ends = [line.find(f"{{*}}{name}") if line is not None else None for name in ("headEnd", "tailEnd")]
    first, last = (end is not None and end.get("type", "none") != "none" for end in ends)
    return first, last


def _glued(element: etree._Element) -> tuple[str, str]:
    ends = [next(element.iter(f"{{*}}{name}"), None) for name in ("stCxn", "endCxn")]
    first, last = (end.get("id", "") if end is not None else "" for end in ends)
    return first, last
