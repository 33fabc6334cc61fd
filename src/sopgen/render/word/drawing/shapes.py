"""A flow as native Word shapes: one inline group that staff can select, move and retype (DrawingML, lengths in EMU).

The first child is a transparent rectangle of the group's full size: without it LibreOffice stretches the group to its
content and the lanes shift.
"""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from sopgen.plan.flow.geometry import FlowPlan, Label, Point, Route, Shape
from sopgen.plan.flow.labels import LABEL_PT
from sopgen.render.word.drawing.elements import NAMES, Ids, add, emu, new, parent_of
from sopgen.render.word.drawing.outlines import draw_outline, own_geometry, preset

LINE: Final = 9525


@dataclass(frozen=True)
class ChartPicture:
    """A picture by its relationship's id, and the parts of its height that are cut off above and below (0 to 1)."""

    relationship: str
    above: float = 0.0
    below: float = 0.0


def chart_run(flow: FlowPlan, *, description: str, picture: ChartPicture, next_id: Ids) -> etree._Element:
    """Return the run that holds the flow: the shapes, and a picture for old readers."""
    run = new("w:r")
    alternate = add(run, "mc:AlternateContent")
    choice = add(alternate, "mc:Choice", Requires="wpg")
    data = _inline(choice, flow, description, next_id)
    graphic = add(data, "a:graphicData", uri=NAMES["wpg"])
    _group(graphic, flow, next_id)
    fallback = add(alternate, "mc:Fallback")
    data = _inline(fallback, flow, description, next_id)
    _picture(add(data, "a:graphicData", uri=NAMES["pic"]), flow, picture, next_id)
    return run


def _inline(parent: etree._Element, flow: FlowPlan, description: str, next_id: Ids) -> etree._Element:
    number = next_id()
    inline = add(add(parent, "w:drawing"), "wp:inline", distT=0, distB=0, distL=0, distR=0)
    add(inline, "wp:extent", cx=emu(flow.width), cy=emu(flow.height))
    add(inline, "wp:docPr", id=number, name=f"Bagan {number}", descr=description)
    add(inline, "wp:cNvGraphicFramePr")
    return add(inline, "a:graphic")


def _group(graphic: etree._Element, flow: FlowPlan, next_id: Ids) -> None:
    group = add(graphic, "wpg:wgp")
    add(group, "wpg:cNvGrpSpPr")
    transform = add(add(group, "wpg:grpSpPr"), "a:xfrm")
    for off, ext in (("a:off", "a:ext"), ("a:chOff", "a:chExt")):
        add(transform, off, x=0, y=0)
        add(transform, ext, cx=emu(flow.width), cy=emu(flow.height))
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
    shape = add(group, "wps:wsp")
    add(shape, "wps:cNvPr", id=next_id(), name=name)
    add(shape, "wps:cNvSpPr")
    properties = add(shape, "wps:spPr")
    transform = add(properties, "a:xfrm")
    add(transform, "a:off", x=emu(rect[0]), y=emu(rect[1]))
    add(transform, "a:ext", cx=emu(rect[2]), cy=emu(rect[3]))
    return properties


def _black_line(properties: etree._Element, *, arrow: bool = False) -> None:
    line = add(properties, "a:ln", w=LINE)
    add(add(line, "a:solidFill"), "a:srgbClr", val="000000")
    add(line, "a:miter", lim=800000)
    if arrow:
        add(line, "a:tailEnd", type="triangle", w="med", len="med")


def _frame(group: etree._Element, flow: FlowPlan, next_id: Ids) -> None:
    properties = _box(group, "Bingkai", (0.0, 0.0, flow.width, flow.height), next_id)
    preset(properties, "rect")
    add(properties, "a:noFill")
    add(add(properties, "a:ln"), "a:noFill")
    add(parent_of(properties), "wps:bodyPr")


def _symbol(group: etree._Element, shape: Shape, next_id: Ids) -> None:
    rect = (shape.centre.x - shape.width / 2, shape.centre.y - shape.height / 2, shape.width, shape.height)
    name = f"Penghubung {shape.connector.letter}" if shape.connector else f"Langkah {shape.number}"
    properties = _box(group, name, rect, next_id)
    draw_outline(properties, shape)
    _white(properties)
    _black_line(properties)
    _text(parent_of(properties), shape.lines, shape.font_pt)


def _white(properties: etree._Element) -> None:
    add(add(properties, "a:solidFill"), "a:srgbClr", val="FFFFFF")


def _word(group: etree._Element, label: Label, next_id: Ids) -> None:
    rect = (label.centre.x - label.width / 2, label.centre.y - label.height / 2, label.width, label.height)
    properties = _box(group, f"Kata {label.text}", rect, next_id)
    preset(properties, "rect")
    _white(properties)
    add(add(properties, "a:ln"), "a:noFill")
    _text(parent_of(properties), label.lines, LABEL_PT)


def _text(shape: etree._Element, lines: tuple[str, ...], size_pt: float) -> None:
    content = add(add(shape, "wps:txbx"), "w:txbxContent")
    for line in lines:
        _text_line(content, line, size_pt)
    body = add(shape, "wps:bodyPr", wrap="square", lIns=0, tIns=0, rIns=0, bIns=0, anchor="ctr", anchorCtr=0)
    add(body, "a:noAutofit")


def _text_line(content: etree._Element, line: str, size_pt: float) -> None:
    # A paragraph a line: LibreOffice drops a line break inside a grouped shape.
    paragraph = add(content, "w:p")
    properties = add(paragraph, "w:pPr")
    add(properties, "w:spacing", w__before=0, w__after=0, w__line=240, w__lineRule="auto")
    add(properties, "w:jc", w__val="center")
    run = add(paragraph, "w:r")
    style = add(run, "w:rPr")
    for name in ("w:sz", "w:szCs"):
        add(style, name, w__val=round(size_pt * 2))
    text = add(run, "w:t")
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    text.text = line


def _route(group: etree._Element, route: Route, next_id: Ids) -> None:
    _path(group, route.points, f"Garis {route.source}-{route.target}", next_id, arrow=route.arrow)


def _path(group: etree._Element, points: tuple[Point, ...], name: str, next_id: Ids, *, arrow: bool) -> None:
    left, top = min(p.x for p in points), min(p.y for p in points)
    width, height = max(p.x for p in points) - left, max(p.y for p in points) - top
    properties = _box(group, name, (left, top, width, height), next_id)
    path = add(own_geometry(properties), "a:path", w=emu(width), h=emu(height), fill="none")
    for n, point in enumerate(points):
        move = add(path, "a:lnTo" if n else "a:moveTo")
        add(move, "a:pt", x=emu(point.x - left), y=emu(point.y - top))
    add(properties, "a:noFill")
    _black_line(properties, arrow=arrow)
    add(parent_of(properties), "wps:bodyPr")


def _picture(data: etree._Element, flow: FlowPlan, image: ChartPicture, next_id: Ids) -> None:
    picture = add(data, "pic:pic")
    names = add(picture, "pic:nvPicPr")
    add(names, "pic:cNvPr", id=next_id(), name="Bagan")
    add(names, "pic:cNvPicPr")
    fill = add(picture, "pic:blipFill")
    add(fill, "a:blip", r__embed=image.relationship)
    if image.above or image.below:
        add(fill, "a:srcRect", t=round(image.above * 100_000), b=round(image.below * 100_000))
    add(add(fill, "a:stretch"), "a:fillRect")
    properties = add(picture, "pic:spPr")
    transform = add(properties, "a:xfrm")
    add(transform, "a:off", x=0, y=0)
    add(transform, "a:ext", cx=emu(flow.width), cy=emu(flow.height))
    preset(properties, "rect")
