"""From a planned chart to BPMN 2.0 (OMG formal/2011-01-03): pool, lanes and process, and where each is drawn."""

from math import sqrt
from typing import Final

from lxml import etree

from sopgen.model.flow import Symbol
from sopgen.plan.chart import ChartPlan
from sopgen.plan.flow.geometry import Point, Route, Shape

NAMES: Final = {
    "bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "dc": "http://www.omg.org/spec/DD/20100524/DC",
    "di": "http://www.omg.org/spec/DD/20100524/DI",
}
# Editors write 12 pt text: a box of 14 mm becomes one of 105 units.
UNITS: Final = 7.5
POOL_HEAD: Final = 4.0
ELEMENTS: Final = {
    Symbol.START: "startEvent",
    Symbol.END: "endEvent",
    Symbol.PROCESS: "task",
    Symbol.DECISION: "exclusiveGateway",
}
EVENTS: Final = (Symbol.START, Symbol.END)


def to_bpmn(chart: ChartPlan) -> bytes:
    """Return the chart as BPMN 2.0 with diagram coordinates; symbols and lines keep their places."""
    root = etree.Element(_name("bpmn:definitions"), {"targetNamespace": "urn:sopgen", "id": "sopgen"}, nsmap=NAMES)
    collaboration = _add(root, "bpmn:collaboration", id="kolaborasi")
    _add(collaboration, "bpmn:participant", id="pool", name=chart.title, processRef="proses")
    _process(root, chart)
    plane = _add(
        _add(root, "bpmndi:BPMNDiagram", id="bagan"), "bpmndi:BPMNPlane", id="bidang", bpmnElement="kolaborasi"
    )
    left, top, right, bottom = chart.frame[0], chart.head_bottom - POOL_HEAD, chart.frame[2], chart.frame[3]
    _drawn(plane, "pool", (left, top, right - left, bottom - top), isHorizontal="false")
    for number, lane in enumerate(chart.flow.lanes, 1):
        rect = (lane.left, chart.head_bottom, lane.right - lane.left, bottom - chart.head_bottom)
        _drawn(plane, f"p{number}", rect, isHorizontal="false")
    for shape in chart.flow.mains.values():
        _symbol(plane, shape)
    for number, route in enumerate(chart.flow.routes, 1):
        _edge(plane, f"e{number}", route, chart)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _name(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{NAMES[prefix]}}}{local}"


def _add(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, _name(name), attributes)


def _process(root: etree._Element, chart: ChartPlan) -> None:
    """Write the process: lanes with their nodes, nodes with their lines, lines.

    A task of several lanes belongs to the first, since BPMN gives a node one lane.
    """
    flow = chart.flow
    process = _add(root, "bpmn:process", id="proses", isExecutable="false")
    lanes = _add(process, "bpmn:laneSet", id="jalur")
    for number, lane in enumerate(flow.lanes, 1):
        element = _add(lanes, "bpmn:lane", id=f"p{number}", name=lane.title)
        for shape in flow.mains.values():
            if flow.lane_of(shape) is lane:
                _add(element, "bpmn:flowNodeRef").text = f"n{shape.number}"
    for shape in flow.mains.values():
        _node(process, shape, flow.routes)
    names = {step: f"n{shape.number}" for step, shape in flow.mains.items()}
    for number, route in enumerate(flow.routes, 1):
        ends = {"sourceRef": names[route.source], "targetRef": names[route.target]}
        word = {"name": route.label.text} if route.label else {}
        _add(process, "bpmn:sequenceFlow", id=f"e{number}", **ends, **word)


def _node(process: etree._Element, shape: Shape, routes: tuple[Route, ...]) -> None:
    node = _add(process, f"bpmn:{ELEMENTS[shape.symbol]}", id=f"n{shape.number}", name=shape.text)
    for tag, end in (("incoming", "target"), ("outgoing", "source")):
        for number, route in enumerate(routes, 1):
            if getattr(route, end) == shape.step:
                _add(node, f"bpmn:{tag}").text = f"e{number}"


Rect = tuple[float, float, float, float]


def _drawn(plane: etree._Element, name: str, rect: Rect, **attributes: str) -> etree._Element:
    shape = _add(plane, "bpmndi:BPMNShape", id=f"{name}_di", bpmnElement=name, **attributes)
    _bounds(shape, rect)
    return shape


def _bounds(parent: etree._Element, rect: Rect) -> None:
    x, y, width, height = (f"{mm * UNITS:.2f}" for mm in rect)
    _add(parent, "dc:Bounds", x=x, y=y, width=width, height=height)


def _symbol(plane: etree._Element, shape: Shape) -> None:
    """Draw a symbol; events are circles in BPMN, their names stand beside them."""
    x, y = shape.centre.x, shape.centre.y
    width = min(shape.width, shape.height) if shape.symbol in EVENTS else shape.width
    height = width if shape.symbol in EVENTS else shape.height
    drawn = _drawn(plane, f"n{shape.number}", (x - width / 2, y - height / 2, width, height))
    if shape.symbol is Symbol.DECISION or shape.symbol in EVENTS:
        _bounds(_add(drawn, "bpmndi:BPMNLabel"), (x - shape.width / 2, y + height / 2 + 0.3, shape.width, 4.0))


def _edge(plane: etree._Element, name: str, route: Route, chart: ChartPlan) -> None:
    edge = _add(plane, "bpmndi:BPMNEdge", id=f"{name}_di", bpmnElement=name)
    shapes = chart.flow.mains
    points = [*route.points]
    points[0] = _on_outline(points[0], shapes[route.source])
    points[-1] = _on_outline(points[-1], shapes[route.target])
    for point in points:
        _add(edge, "di:waypoint", x=f"{point.x * UNITS:.2f}", y=f"{point.y * UNITS:.2f}")
    if route.label:
        box = route.label
        rect = (box.centre.x - box.width / 2, box.centre.y - box.height / 2, box.width, box.height)
        _bounds(_add(edge, "bpmndi:BPMNLabel"), rect)


def _on_outline(point: Point, shape: Shape) -> Point:
    """Return where a line meets the circle that BPMN has in the place of our capsule; others keep their border."""
    if shape.symbol not in EVENTS:
        return point
    x, y, radius = shape.centre.x, shape.centre.y, min(shape.width, shape.height) / 2
    if abs(abs(point.x - x) - shape.width / 2) < 1e-6:
        half = sqrt(max(radius**2 - (point.y - y) ** 2, 0.0))
        return Point(x + (half if point.x > x else -half), point.y)
    return Point(point.x, y + (radius if point.y > y else -radius))
