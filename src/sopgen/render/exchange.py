"""From a planned chart to formats that other programs open: geometry as JSON, Mermaid, draw.io.

BPMN has a file of its own. All but Mermaid, which lays out by itself, keep the geometry.
"""

import json
import re
from dataclasses import asdict
from typing import Final

from lxml import etree

from sopgen.model.flow import Symbol
from sopgen.plan.chart import ChartPlan
from sopgen.plan.flow.geometry import LaneBand, Point, Route, Shape

# draw.io's unit is a hundredth of an inch; twice the size is easier to edit.
UNITS: Final = 2 * 100 / 25.4
STYLES: Final = {
    Symbol.START: "rounded=1;arcSize=50;",
    Symbol.END: "rounded=1;arcSize=50;",
    Symbol.PROCESS: "rounded=0;",
    Symbol.DECISION: "rhombus;",
}
BRACKETS: Final = {
    Symbol.START: ("([", "])"),
    Symbol.END: ("([", "])"),
    Symbol.PROCESS: ("[", "]"),
    Symbol.DECISION: ("{", "}"),
}


def to_json(chart: ChartPlan) -> str:
    """Return the chart's geometry in millimetres, as JSON."""
    return json.dumps(_rounded(asdict(chart)), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(inner) for inner in value]
    return value


def to_mermaid(chart: ChartPlan) -> str:
    """Return the flow as a Mermaid flowchart, a subgraph a lane."""
    flow = chart.flow
    shapes = flow.mains
    names = {step: f"n{shape.number}" for step, shape in shapes.items()}
    lines = ["---", f"title: {json.dumps(chart.title, ensure_ascii=False)}", "---", "flowchart TB"]
    for number, lane in enumerate(flow.lanes, 1):
        lines.append(f"  subgraph p{number}[{_quoted(lane.title)}]")
        lines += [f"    {names[shape.step]}{_node(shape)}" for shape in flow.shapes if flow.lane_of(shape) is lane]
        lines.append("  end")
    for route in flow.routes:
        word = f"|{_quoted(route.label.text)}|" if route.label else ""
        lines.append(f"  {names[route.source]} -->{word} {names[route.target]}")
    return "\n".join(lines) + "\n"


def _node(shape: Shape) -> str:
    left, right = BRACKETS[shape.symbol]
    return f"{left}{_quoted(shape.text)}{right}"


def _quoted(text: str) -> str:
    """Return a text in Mermaid's quotes, every sign that it could read as markup as a character code."""
    return '"' + re.sub(r"[^\w\s.,:;?!()/-]", lambda found: f"#{ord(found[0])};", text) + '"'


def to_drawio(chart: ChartPlan) -> bytes:
    """Return the chart as a draw.io file: lanes with their symbols in them, lines with every corner."""
    file = etree.Element("mxfile", {"host": "sopgen"})
    diagram = etree.SubElement(file, "diagram", {"id": "bagan", "name": chart.title})
    size = {"pageWidth": _units(chart.width), "pageHeight": _units(chart.height), "page": "1", "grid": "0"}
    root = etree.SubElement(etree.SubElement(diagram, "mxGraphModel", size), "root")
    etree.SubElement(root, "mxCell", {"id": "0"})
    etree.SubElement(root, "mxCell", {"id": "1", "parent": "0"})
    left, top, right, _ = chart.frame
    head = "\n".join(chart.head.lines)
    _vertex(
        root, "judul", (left, top, right - left, chart.head_bottom - top), ("text;align=center;fontStyle=1;", head)
    )
    for number, lane in enumerate(chart.flow.lanes, 1):
        _lane(root, f"p{number}", lane, chart)
    for shape in chart.flow.shapes:
        _symbol(root, shape, chart)
    for number, route in enumerate(chart.flow.routes, 1):
        _edge(root, f"e{number}", route, chart)
    for number, (start, end) in enumerate(chart.flow.joins, 1):
        _join(root, f"j{number}", start, end)
    return bytes(etree.tostring(file, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _units(mm: float) -> str:
    return f"{mm * UNITS:.2f}".rstrip("0").rstrip(".")


Look = tuple[str, str]
Rect = tuple[float, float, float, float]


def _vertex(root: etree._Element, name: str, rect: Rect, look: Look, parent: str = "1") -> None:
    style, text = look
    cell = {"id": name, "value": text, "style": f"{style}html=0;whiteSpace=wrap;", "vertex": "1", "parent": parent}
    element = etree.SubElement(root, "mxCell", cell)
    x, y, width, height = map(_units, rect)
    etree.SubElement(element, "mxGeometry", {"x": x, "y": y, "width": width, "height": height, "as": "geometry"})


def _lane(root: etree._Element, name: str, lane: LaneBand, chart: ChartPlan) -> None:
    head = chart.titles_bottom - chart.head_bottom
    rect = (lane.left, chart.head_bottom, lane.right - lane.left, chart.frame[3] - chart.head_bottom)
    _vertex(root, name, rect, (f"swimlane;startSize={_units(head)};collapsible=0;", lane.title))


def _id(shape: Shape) -> str:
    return f"n{shape.number}" + (f"p{shape.part}" if shape.part else "")


def _symbol(root: etree._Element, shape: Shape, chart: ChartPlan) -> None:
    """Add a symbol to its lane; one over several lanes belongs to none, or to move one lane would move it."""
    lane = chart.flow.lane_of(shape)
    x, y = shape.centre.x - shape.width / 2, shape.centre.y - shape.height / 2
    look = (STYLES[shape.symbol], shape.text)
    if x + shape.width > lane.right:
        _vertex(root, _id(shape), (x, y, shape.width, shape.height), look)
    else:
        inside = (x - lane.left, y - chart.head_bottom, shape.width, shape.height)
        _vertex(root, _id(shape), inside, look, f"p{chart.flow.lanes.index(lane) + 1}")


def _edge(root: etree._Element, name: str, route: Route, chart: ChartPlan) -> None:
    shapes = chart.flow.mains
    source, target = shapes[route.source], shapes[route.target]
    ends = _port("exit", source, route.points[0]) + _port("entry", target, route.points[-1])
    cell = {
        "id": name,
        "value": route.label.text if route.label else "",
        "style": f"edgeStyle=none;rounded=0;html=0;endArrow=block;endFill=1;{ends}",
        "edge": "1",
        "parent": "1",
        "source": f"n{source.number}",
        "target": f"n{target.number}",
    }
    element = etree.SubElement(root, "mxCell", cell)
    geometry = etree.SubElement(element, "mxGeometry", {"relative": "1", "x": "-1", "as": "geometry"})
    corners = etree.SubElement(geometry, "Array", {"as": "points"})
    for point in route.points[1:-1]:
        etree.SubElement(corners, "mxPoint", {"x": _units(point.x), "y": _units(point.y)})
    if route.label:
        away = (route.label.centre.x - route.points[0].x, route.label.centre.y - route.points[0].y)
        etree.SubElement(geometry, "mxPoint", {"x": _units(away[0]), "y": _units(away[1]), "as": "offset"})


def _join(root: etree._Element, name: str, start: Point, end: Point) -> None:
    cell = {"id": name, "style": "edgeStyle=none;html=0;endArrow=none;", "edge": "1", "parent": "1"}
    geometry = etree.SubElement(
        etree.SubElement(root, "mxCell", cell), "mxGeometry", {"relative": "1", "as": "geometry"}
    )
    for point, end_name in ((start, "sourcePoint"), (end, "targetPoint")):
        etree.SubElement(geometry, "mxPoint", {"x": _units(point.x), "y": _units(point.y), "as": end_name})


def _port(kind: str, shape: Shape, point: Point) -> str:
    """Return where a line touches a symbol, as parts of its width and height."""
    x = (point.x - shape.centre.x) / shape.width + 0.5
    y = (point.y - shape.centre.y) / shape.height + 0.5
    return f"{kind}X={x:.4g};{kind}Y={y:.4g};{kind}Perimeter=0;"
