"""From a planned flow to DOT with every place fixed, and from Graphviz's SVG to one of exact size.

Graphviz is run as `neato -n2`: it draws what stands in the DOT and decides nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import graphviz
from lxml import etree

from sopgen.errors import VerificationFailed
from sopgen.model.flow import Symbol
from sopgen.plan.chart import ChartPlan, TextBlock
from sopgen.plan.flow.geometry import FlowPlan, Label, Point, Route, Shape
from sopgen.plan.watermark import Watermark
from sopgen.render.watermark import over_svg

PT: Final = 72 / 25.4
SVG: Final = "{http://www.w3.org/2000/svg}"
FONTS: Final = "Arimo, Arial, Helvetica, sans-serif"
ARROW_MM: Final = 1.8
SHAPES: Final = {
    Symbol.START: "box",
    Symbol.END: "box",
    Symbol.PROCESS: "box",
    Symbol.DECISION: "diamond",
    Symbol.CONNECTOR: "invhouse",
}


@dataclass(frozen=True)
class Colours:
    """The fills of a chart: lanes in turn, lane titles, symbols, and the colour of lines and outlines."""

    lanes: tuple[str, ...]
    titles: str
    symbols: Mapping[Symbol, str]
    line: str


OFFICIAL: Final = Colours(("transparent",), "transparent", dict.fromkeys(Symbol, "white"), "black")
POSTER: Final = Colours(
    lanes=("#f3f7fb", "#e6eef7"),
    titles="#c9dcef",
    symbols={
        Symbol.START: "#cdebc8",
        Symbol.PROCESS: "#ffffff",
        Symbol.DECISION: "#ffe9ad",
        Symbol.END: "#f6cfc9",
        Symbol.CONNECTOR: "#ffffff",
    },
    line="#16324f",
)


def chart_dot(chart: ChartPlan, colours: Colours = OFFICIAL) -> str:
    """Return the DOT of a stand-alone chart: frame, head, lane titles, lane rules, flow."""
    graph = _graph(chart.width, chart.height, chart.title, colours)
    left, top, right, bottom = chart.frame
    _frame(graph, chart.height, (left, top, right, bottom))
    for number, lane in enumerate(chart.flow.lanes):
        fill = colours.lanes[number % len(colours.lanes)]
        _frame(graph, chart.height, (lane.left, chart.head_bottom, lane.right, bottom), fill)
        _frame(graph, chart.height, (lane.left, chart.head_bottom, lane.right, chart.titles_bottom), colours.titles)
    _frame(graph, chart.height, (left, chart.head_bottom, right, chart.titles_bottom))
    for block in (chart.head, *chart.lane_titles):
        _text(graph, chart.height, block)
    _flow(graph, chart.flow, chart.height, colours)
    return str(graph.source)


def table_dot(flow: FlowPlan, title: str) -> str:
    """Return the DOT of a flow alone, as it stands in the flow table: the table draws the lanes."""
    graph = _graph(flow.width, flow.height, title, OFFICIAL)
    _flow(graph, flow, flow.height, OFFICIAL)
    return str(graph.source)


def exact_svg(drawn: bytes, flow: FlowPlan, *, width: float, height: float, title: str, description: str) -> bytes:
    """Return Graphviz's SVG at its exact size in millimetres, without its version and with title and description.

    Raises VerificationFailed where the drawing lacks a symbol or a line of the flow.
    """
    root = etree.fromstring(drawn, etree.XMLParser(remove_comments=True, resolve_entities=False, no_network=True))
    _verify(root, flow)
    _fit(root, width, height)
    names = _names(flow)
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


def on_paper(svg: bytes, chart: ChartPlan, paper: tuple[float, float]) -> bytes:
    """Return a chart as large as a sheet (width and height in mm) holds it, in its middle, 10 mm from the edge."""
    root = etree.fromstring(svg)
    scale = min((paper[0] - 20) / chart.width, (paper[1] - 20) / chart.height)
    x, y, width, height = map(float, root.get("viewBox", "").split())
    across, down = (side / scale * PT for side in paper)
    root.set("viewBox", f"{x - (across - width) / 2:.3f} {y - (down - height) / 2:.3f} {across:.3f} {down:.3f}")
    root.set("width", f"{paper[0]:.3f}mm")
    root.set("height", f"{paper[1]:.3f}mm")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def marked(svg: bytes, mark: Watermark) -> bytes:
    """Return a chart with a word across it."""
    root = etree.fromstring(svg)
    over_svg(root, mark)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _graph(width: float, height: float, title: str, colours: Colours) -> graphviz.Digraph:
    graph = graphviz.Digraph("bagan")
    graph.attr(pad="0", margin="0", notranslate="true", outputorder="nodesfirst", bgcolor="transparent")
    graph.attr(comment=title.replace("\\", "/"))
    graph.attr("node", fontname="Arimo", fixedsize="true", penwidth="0.75", margin="0", color=colours.line)
    graph.attr("edge", penwidth="0.75", arrowsize="0.5", color=colours.line)
    # Two invisible corners pin the canvas.
    for name, x, y in (("k1", 0.0, 0.0), ("k2", width, height)):
        graph.node(name, label="", style="invis", shape="point", width="0.001", pos=_pos(x, y, height))
    return graph


def _pos(x: float, y: float, height: float) -> str:
    return f"{x * PT:.3f},{(height - y) * PT:.3f}!"


def _place(x: float, y: float, height: float) -> str:
    return _pos(x, y, height).removesuffix("!")


def _inches(mm: float) -> str:
    return f"{mm / 25.4:.5f}"


def _frame(
    graph: graphviz.Digraph, height: float, box: tuple[float, float, float, float], fill: str = "transparent"
) -> None:
    left, top, right, bottom = box
    look = {} if fill == "transparent" else {"style": "filled", "fillcolor": fill}
    graph.node(
        f"b{len(graph.body)}",
        label="",
        shape="box",
        pos=_pos((left + right) / 2, (top + bottom) / 2, height),
        width=_inches(right - left),
        height=_inches(bottom - top),
        **look,
    )


def _text(graph: graphviz.Digraph, height: float, block: TextBlock) -> None:
    graph.node(
        f"t{len(graph.body)}",
        label=_label(block.lines),
        shape="plaintext",
        fontname="Arimo Bold" if block.bold else "Arimo",
        fontsize=f"{block.size_pt:g}",
        pos=_pos(block.centre.x, block.centre.y, height),
        width="0.01",
        height="0.01",
    )


def _label(lines: tuple[str, ...]) -> str:
    return "\\n".join(graphviz.escape(line) for line in lines)


def _flow(graph: graphviz.Digraph, flow: FlowPlan, height: float, colours: Colours) -> None:
    names = _names(flow)
    for shape in flow.shapes:
        _shape(graph, shape, (names[shape.step, shape.part], height), colours.symbols[shape.symbol])
    for number, route in enumerate(flow.routes, 1):
        _route(graph, route, names, (f"e{number}", height))
        if route.label:
            _word(graph, route.label, (f"l{number}", height))
    for number, (start, end) in enumerate(flow.joins, 1):
        ends = [_place(point.x, point.y, height) for point in (start, start, end, end)]
        graph.edge("k1", "k2", id=f"j{number}", pos=" ".join(ends), dir="none")


def _names(flow: FlowPlan) -> dict[tuple[str, int], str]:
    """Return each symbol's name in the drawing: n and the step's number, or c and the connector's.

    The further boxes of a step are n5p1, n5p2 and so on.
    """
    connectors = [shape for shape in flow.shapes if shape.connector]
    steps = [shape for shape in flow.shapes if not shape.connector]
    return {(s.step, s.part): f"n{s.number}" + (f"p{s.part}" if s.part else "") for s in steps} | {
        (shape.step, 0): f"c{n}" for n, shape in enumerate(connectors, 1)
    }


def _shape(graph: graphviz.Digraph, shape: Shape, placed: tuple[str, float], fill: str) -> None:
    name, height = placed
    graph.node(
        name,
        id=name,
        label=_label(shape.lines),
        shape=SHAPES[shape.symbol],
        style="rounded,filled" if shape.symbol in (Symbol.START, Symbol.END) else "filled",
        fillcolor=fill,
        fontsize=f"{shape.font_pt:g}",
        pos=_pos(shape.centre.x, shape.centre.y, height),
        width=_inches(shape.width),
        height=_inches(shape.height),
    )


def _route(
    graph: graphviz.Digraph, route: Route, names: dict[tuple[str, int], str], placed: tuple[str, float]
) -> None:
    name, height = placed
    points = [*route.points[:-1], _before_tip(*route.points[-2:])]
    spline = [_place(points[0].x, points[0].y, height)]
    for start, end in pairwise(points):
        spline += [_place(start.x, start.y, height), *[_place(end.x, end.y, height)] * 2]
    tip = _place(route.points[-1].x, route.points[-1].y, height)
    graph.edge(names[route.source, 0], names[route.target, 0], id=name, pos=" ".join([f"e,{tip}", *spline]))


def _before_tip(before: Point, tip: Point) -> Point:
    length = abs(tip.x - before.x) + abs(tip.y - before.y)
    part = min(ARROW_MM / length, 0.9) if length else 0.0
    return Point(tip.x + (before.x - tip.x) * part, tip.y + (before.y - tip.y) * part)


def _word(graph: graphviz.Digraph, label: Label, placed: tuple[str, float]) -> None:
    name, height = placed
    graph.node(
        name,
        label=_label(label.lines),
        shape="box",
        style="filled",
        fillcolor="white",
        penwidth="0",
        fontsize="6",
        pos=_pos(label.centre.x, label.centre.y, height),
        width=_inches(label.width),
        height=_inches(label.height),
    )


def _verify(root: etree._Element, flow: FlowPlan) -> None:
    """Count what was drawn: every symbol and every line of the flow, once each."""
    ids = [element.get("id") for element in root.iter(f"{SVG}g")]
    lines = [f"e{n}" for n in range(1, len(flow.routes) + 1)] + [f"j{n}" for n in range(1, len(flow.joins) + 1)]
    wanted = [*_names(flow).values(), *lines]
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
    rect = etree.Element(f"{SVG}rect", {key: path.get(key, "none") for key in ("fill", "stroke")})
    for key, value in (
        ("x", min(xs)),
        ("y", min(ys)),
        ("width", max(xs) - min(xs)),
        ("height", max(ys) - min(ys)),
    ):
        rect.set(key, f"{value:.3f}")
    rect.set("rx", f"{(max(ys) - min(ys)) / 2:.3f}")
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
