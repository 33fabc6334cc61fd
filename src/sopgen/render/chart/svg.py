"""From Graphviz's drawing to an SVG of exact size in which every symbol and line was counted."""

import re
from typing import Final

from lxml import etree

from sopgen.errors import VerificationFailed
from sopgen.model.flow import Symbol
from sopgen.plan.flow.geometry import FlowPlan, Shape
from sopgen.plan.watermark import Watermark
from sopgen.render.chart.dot import PT, names_of
from sopgen.render.watermark import under_steps

SVG: Final = "{http://www.w3.org/2000/svg}"
FONTS: Final = "Arimo, Arial, Helvetica, sans-serif"


def exact_svg(drawn: bytes, flow: FlowPlan, *, width: float, height: float, title: str, description: str) -> bytes:
    """Return Graphviz's SVG at its exact size in millimetres, without its version and with title and description.

    Raises VerificationFailed where the drawing lacks a symbol or a line of the flow.
    """
    root = etree.fromstring(drawn, etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True))
    _verify(root, flow)
    _fit(root, width, height)
    names = names_of(flow)
    for shape in flow.shapes:
        if shape.symbol in (Symbol.START, Symbol.END):
            _make_capsule(root, shape, names[shape.step, shape.part])
        if shape.connector:
            _make_pentagon(root, shape, names[shape.step, 0])
    for text in root.iter(f"{SVG}text"):
        text.set("font-family", FONTS)
    for node in list(root.iter(f"{SVG}title")):
        node.getparent().remove(node)
    root.set("role", "img")
    for tag, words in (("desc", description), ("title", title)):
        element = etree.Element(f"{SVG}{tag}")
        element.text = words
        root.insert(0, element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def on_paper(svg: bytes, paper: tuple[float, float], scale: float) -> bytes:
    """Return a chart so many times enlarged in the middle of a sheet (width and height in mm)."""
    root = etree.fromstring(svg)
    x, y, width, height = map(float, root.get("viewBox", "").split())
    across, down = (side / scale * PT for side in paper)
    root.set("viewBox", f"{x - (across - width) / 2:.3f} {y - (down - height) / 2:.3f} {across:.3f} {down:.3f}")
    root.set("width", f"{paper[0]:.3f}mm")
    root.set("height", f"{paper[1]:.3f}mm")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def marked(svg: bytes, mark: Watermark) -> bytes:
    """Return a chart with a word across it, under its symbols."""
    root = etree.fromstring(svg)
    under_steps(root, mark)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def with_lanes(svg: bytes, flow: FlowPlan, thick: float) -> bytes:
    """Return a flow as it stands in the flow table with the rules between its lanes (pt), which the table draws."""
    root = etree.fromstring(svg)
    x, y, _, height = map(float, root.get("viewBox", "").split())
    place = next(n for n, child in enumerate(root) if child.tag == f"{SVG}g")
    for n, lane in enumerate(flow.lanes[1:]):
        at = f"{x + lane.left * PT:.3f}"
        ends = {"x1": at, "y1": f"{y:.3f}", "x2": at, "y2": f"{y + height:.3f}"}
        rule = etree.Element(f"{SVG}line", {**ends, "stroke": "black", "stroke-width": f"{thick:g}"})
        root.insert(place + n, rule)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _verify(root: etree._Element, flow: FlowPlan) -> None:
    """Count what was drawn: every symbol and every line of the flow, once each."""
    ids = [element.get("id") for element in root.iter(f"{SVG}g")]
    lines = [f"e{n}" for n in range(1, len(flow.routes) + 1)] + [f"j{n}" for n in range(1, len(flow.joins) + 1)]
    wanted = [*names_of(flow).values(), *lines]
    missing = [name for name in wanted if ids.count(name) != 1]
    if missing:
        raise VerificationFailed(f"Graphviz did not draw {', '.join(missing)}; report this with the spec")


def _fit(root: etree._Element, width: float, height: float) -> None:
    """Set the extent from the corner that Graphviz moved to, since it rounds the canvas by up to 0.8 pt."""
    x, y = _origin(root)
    root.set("viewBox", f"{x:.3f} {y - height * PT:.3f} {width * PT:.3f} {height * PT:.3f}")
    root.set("width", f"{width:.3f}mm")
    root.set("height", f"{height:.3f}mm")


def _make_capsule(root: etree._Element, shape: Shape, name: str) -> None:
    """Give start and end full half circles: Graphviz rounds a box's corners by a third of its height only."""
    group = next(g for g in root.iter(f"{SVG}g") if g.get("id") == name)
    path = group.find(f"{SVG}path")
    if path is None:
        raise VerificationFailed(f"Graphviz drew no outline of step {shape.step}; report this with the spec")
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", path.get("d", ""))]
    xs, ys = numbers[::2], numbers[1::2]
    rect = etree.Element(f"{SVG}rect", {key: path.get(key, "none") for key in ("fill", "stroke", "stroke-width")})
    for key, value in (
        ("x", min(xs)),
        ("y", min(ys)),
        ("width", max(xs) - min(xs)),
        ("height", max(ys) - min(ys)),
    ):
        rect.set(key, f"{value:.3f}")
    rect.set("rx", f"{(max(ys) - min(ys)) * shape.corner / shape.height:.3f}")
    group.replace(path, rect)


def _make_pentagon(root: etree._Element, shape: Shape, name: str) -> None:
    """Give a connector the official outline at its exact size: flat above, four fifths straight, a point below."""
    outline = next(g for g in root.iter(f"{SVG}g") if g.get("id") == name).find(f"{SVG}polygon")
    if outline is None:
        raise VerificationFailed(f"Graphviz drew no outline of connector {name}; report this with the spec")
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", outline.get("points", ""))]
    middle = (min(numbers[::2]) + max(numbers[::2])) / 2
    low = _base(root) + shape.centre.y * PT
    half, up = shape.width / 2 * PT, shape.height / 2 * PT
    corners = ((-half, -up), (half, -up), (half, 0.6 * up), (0, up), (-half, 0.6 * up), (-half, -up))
    outline.set("points", " ".join(f"{middle + x:.2f},{low + y:.2f}" for x, y in corners))


def _base(root: etree._Element) -> float:
    """Return the y of the drawing's upper edge in the group's own measure."""
    return float(root.get("viewBox", "").split()[1]) - _origin(root)[1]


def _origin(root: etree._Element) -> tuple[float, float]:
    """Return where Graphviz moved its group to."""
    group = root.find(f"{SVG}g")
    place = group.get("transform", "") if group is not None else ""
    found = re.search(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)", place)
    if found is None:
        raise VerificationFailed("Graphviz's SVG has no place for its origin; report this with the spec")
    return float(found[1]), float(found[2])
