"""A flow as native Word shapes: one inline group that staff can select, move and retype (DrawingML, lengths in EMU).

The first child is a transparent rectangle of the group's full size: without it LibreOffice stretches the group to its
content and the lanes shift.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from typing import Final

from lxml import etree

from sopgen.model.flow import Symbol
from sopgen.plan.flow.geometry import FlowPlan, Label, Point, Route, Shape
from sopgen.plan.flow.labels import LABEL_PT

EMU: Final = 36_000
LINE: Final = 9525
NAMES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
PRESETS: Final = {
    Symbol.START: "flowChartTerminator",
    Symbol.END: "flowChartTerminator",
    Symbol.PROCESS: "flowChartProcess",
    Symbol.DECISION: "flowChartDecision",
    Symbol.CONNECTOR: "flowChartOffpageConnector",
}
Ids = Callable[[], int]


@dataclass(frozen=True)
class ChartPicture:
    """A picture by its relationship's id, and the parts of its height that are cut off above and below (0 to 1)."""

    relationship: str
    above: float = 0.0
    below: float = 0.0


def ids(start: int = 1000) -> Ids:
    """Return a source of numbers for drawings, unique in one document."""
    return count(start).__next__


def chart_run(flow: FlowPlan, *, description: str, picture: ChartPicture, next_id: Ids) -> etree._Element:
    """Return the run that holds the flow: the shapes, and a picture for old readers."""
    run = _new("w:r")
    alternate = _add(run, "mc:AlternateContent")
    choice = _add(alternate, "mc:Choice", Requires="wpg")
    data = _inline(choice, flow, description, next_id)
    graphic = _add(data, "a:graphicData", uri=NAMES["wpg"])
    _group(graphic, flow, next_id)
    fallback = _add(alternate, "mc:Fallback")
    data = _inline(fallback, flow, description, next_id)
    _picture(_add(data, "a:graphicData", uri=NAMES["pic"]), flow, picture, next_id)
    return run


def _qualified(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def _new(name: str) -> etree._Element:
    return etree.Element(_qualified(name), nsmap=NAMES)


def _add(parent: etree._Element, name: str, /, **attributes: object) -> etree._Element:
    texts = {key.replace("__", ":"): str(value) for key, value in attributes.items()}
    named = {_qualified(key) if ":" in key else key: value for key, value in texts.items()}
    return etree.SubElement(parent, _qualified(name), named)


def _emu(mm: float) -> int:
    return round(mm * EMU)


def _inline(parent: etree._Element, flow: FlowPlan, description: str, next_id: Ids) -> etree._Element:
    number = next_id()
    inline = _add(_add(parent, "w:drawing"), "wp:inline", distT=0, distB=0, distL=0, distR=0)
    _add(inline, "wp:extent", cx=_emu(flow.width), cy=_emu(flow.height))
    _add(inline, "wp:docPr", id=number, name=f"Bagan {number}", descr=description)
    _add(inline, "wp:cNvGraphicFramePr")
    return _add(inline, "a:graphic")


def _group(graphic: etree._Element, flow: FlowPlan, next_id: Ids) -> None:
    group = _add(graphic, "wpg:wgp")
    _add(group, "wpg:cNvGrpSpPr")
    transform = _add(_add(group, "wpg:grpSpPr"), "a:xfrm")
    for off, ext in (("a:off", "a:ext"), ("a:chOff", "a:chExt")):
        _add(transform, off, x=0, y=0)
        _add(transform, ext, cx=_emu(flow.width), cy=_emu(flow.height))
    _frame(group, flow, next_id)
    for lane in flow.lanes[1:]:
        ends = (Point(lane.left, 0.0), Point(lane.left, flow.height))
        _path(group, ends, f"Batas {lane.title}", next_id, arrow=False)
    for ends in flow.joins:
        _path(group, ends, "Garis sambung", next_id, arrow=False)
    for route in flow.routes:
        _route(group, route, next_id)
    for shape in flow.shapes:
        _symbol(group, shape, next_id)
    for route in flow.routes:
        if route.label:
            _word(group, route.label, next_id)


def _box(group: etree._Element, name: str, rect: tuple[float, float, float, float], next_id: Ids) -> etree._Element:
    """Add an empty shape of a place and size (left, top, width, height in mm); return its properties."""
    shape = _add(group, "wps:wsp")
    _add(shape, "wps:cNvPr", id=next_id(), name=name)
    _add(shape, "wps:cNvSpPr")
    properties = _add(shape, "wps:spPr")
    transform = _add(properties, "a:xfrm")
    _add(transform, "a:off", x=_emu(rect[0]), y=_emu(rect[1]))
    _add(transform, "a:ext", cx=_emu(rect[2]), cy=_emu(rect[3]))
    return properties


def _preset(properties: etree._Element, name: str) -> None:
    _add(_add(properties, "a:prstGeom", prst=name), "a:avLst")


def _round_corners(properties: etree._Element, shape: Shape) -> None:
    """Draw a capsule that is higher than wide; Word takes the radius in parts of 100,000 of the shorter side."""
    values = _add(_add(properties, "a:prstGeom", prst="roundRect"), "a:avLst")
    _add(values, "a:gd", name="adj", fmla=f"val {round(shape.corner / shape.width * 100_000)}")


def _black_line(properties: etree._Element, *, arrow: bool = False) -> None:
    line = _add(properties, "a:ln", w=LINE)
    _add(_add(line, "a:solidFill"), "a:srgbClr", val="000000")
    _add(line, "a:miter", lim=800000)
    if arrow:
        _add(line, "a:tailEnd", type="triangle", w="med", len="med")


def _frame(group: etree._Element, flow: FlowPlan, next_id: Ids) -> None:
    properties = _box(group, "Bingkai", (0.0, 0.0, flow.width, flow.height), next_id)
    _preset(properties, "rect")
    _add(properties, "a:noFill")
    _add(_add(properties, "a:ln"), "a:noFill")
    _add(_parent(properties), "wps:bodyPr")


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _symbol(group: etree._Element, shape: Shape, next_id: Ids) -> None:
    rect = (shape.centre.x - shape.width / 2, shape.centre.y - shape.height / 2, shape.width, shape.height)
    name = f"Penghubung {shape.connector.letter}" if shape.connector else f"Langkah {shape.number}"
    properties = _box(group, name, rect, next_id)
    if shape.symbol in (Symbol.START, Symbol.END) and shape.height > shape.width:
        _round_corners(properties, shape)
    else:
        _preset(properties, PRESETS[shape.symbol])
    _white(properties)
    _black_line(properties)
    _text(_parent(properties), shape.lines, shape.font_pt)


def _white(properties: etree._Element) -> None:
    _add(_add(properties, "a:solidFill"), "a:srgbClr", val="FFFFFF")


def _word(group: etree._Element, label: Label, next_id: Ids) -> None:
    rect = (label.centre.x - label.width / 2, label.centre.y - label.height / 2, label.width, label.height)
    properties = _box(group, f"Kata {label.text}", rect, next_id)
    _preset(properties, "rect")
    _white(properties)
    _add(_add(properties, "a:ln"), "a:noFill")
    _text(_parent(properties), label.lines, LABEL_PT)


def _text(shape: etree._Element, lines: tuple[str, ...], size_pt: float) -> None:
    content = _add(_add(shape, "wps:txbx"), "w:txbxContent")
    for line in lines:
        _text_line(content, line, size_pt)
    body = _add(shape, "wps:bodyPr", wrap="none", lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr", anchorCtr=0)
    _add(body, "a:noAutofit")


def _text_line(content: etree._Element, line: str, size_pt: float) -> None:
    # A paragraph a line: LibreOffice drops a line break inside a grouped shape.
    paragraph = _add(content, "w:p")
    properties = _add(paragraph, "w:pPr")
    _add(properties, "w:spacing", w__before=0, w__after=0, w__line=240, w__lineRule="auto")
    _add(properties, "w:jc", w__val="center")
    run = _add(paragraph, "w:r")
    style = _add(run, "w:rPr")
    for name in ("w:sz", "w:szCs"):
        _add(style, name, w__val=round(size_pt * 2))
    text = _add(run, "w:t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = line


def _route(group: etree._Element, route: Route, next_id: Ids) -> None:
    _path(group, route.points, f"Garis {route.source}-{route.target}", next_id, arrow=route.arrow)


def _path(group: etree._Element, points: tuple[Point, ...], name: str, next_id: Ids, *, arrow: bool) -> None:
    left, top = min(p.x for p in points), min(p.y for p in points)
    width, height = max(p.x for p in points) - left, max(p.y for p in points) - top
    properties = _box(group, name, (left, top, width, height), next_id)
    geometry = _add(properties, "a:custGeom")
    for part in ("avLst", "gdLst", "ahLst", "cxnLst"):
        _add(geometry, f"a:{part}")
    _add(geometry, "a:rect", l=0, t=0, r="r", b="b")
    path = _add(_add(geometry, "a:pathLst"), "a:path", w=_emu(width), h=_emu(height), fill="none")
    for n, point in enumerate(points):
        move = _add(path, "a:lnTo" if n else "a:moveTo")
        _add(move, "a:pt", x=_emu(point.x - left), y=_emu(point.y - top))
    _add(properties, "a:noFill")
    _black_line(properties, arrow=arrow)
    _add(_parent(properties), "wps:bodyPr")


def _picture(data: etree._Element, flow: FlowPlan, image: ChartPicture, next_id: Ids) -> None:
    picture = _add(data, "pic:pic")
    names = _add(picture, "pic:nvPicPr")
    _add(names, "pic:cNvPr", id=next_id(), name="Bagan")
    _add(names, "pic:cNvPicPr")
    fill = _add(picture, "pic:blipFill")
    _add(fill, "a:blip", r__embed=image.relationship)
    if image.above or image.below:
        _add(fill, "a:srcRect", t=round(image.above * 100_000), b=round(image.below * 100_000))
    _add(_add(fill, "a:stretch"), "a:fillRect")
    properties = _add(picture, "pic:spPr")
    transform = _add(properties, "a:xfrm")
    _add(transform, "a:off", x=0, y=0)
    _add(transform, "a:ext", cx=_emu(flow.width), cy=_emu(flow.height))
    _preset(properties, "rect")
