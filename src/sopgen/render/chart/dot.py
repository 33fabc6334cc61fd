"""From a planned flow to DOT with every place fixed.

Graphviz is run as `neato -n2`: it draws what stands in the DOT and decides nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import graphviz

from sopgen.model.flow import Symbol
from sopgen.plan.chart import ChartPlan, TextBlock
from sopgen.plan.flow.geometry import FlowPlan, Label, Point, Route, Shape
from sopgen.plan.flow.labels import LABEL_PT

PT: Final = 72 / 25.4
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


def names_of(flow: FlowPlan) -> dict[tuple[str, int], str]:
    """Return each symbol's name in the drawing: n and the step's number, or c and the connector's.

    The further boxes of a step are n5p1, n5p2 and so on.
    """
    connectors = [shape for shape in flow.shapes if shape.connector]
    steps = [shape for shape in flow.shapes if not shape.connector]
    return {(s.step, s.part): f"n{s.number}" + (f"p{s.part}" if s.part else "") for s in steps} | {
        (shape.step, 0): f"c{n}" for n, shape in enumerate(connectors, 1)
    }


def _graph(width: float, height: float, title: str, colours: Colours) -> graphviz.Digraph:
    graph = graphviz.Digraph("bagan")
    graph.attr(pad="0", margin="0", notranslate="true", outputorder="nodesfirst", bgcolor="transparent")
    graph.attr(comment=_label((title.replace("\\", "/"),)))
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
    """Return lines as a label that Graphviz prints as they are.

    It would read `<...>` as a markup of its own, and `&amp;` as `&`.
    """
    label: str = graphviz.nohtml("\\n".join(graphviz.escape(line).replace("&", "&amp;") for line in lines))
    return label


def _flow(graph: graphviz.Digraph, flow: FlowPlan, height: float, colours: Colours) -> None:
    names = names_of(flow)
    for shape in flow.shapes:
        _shape(graph, shape, (names[shape.step, shape.part], height), colours.symbols[shape.symbol])
    for number, route in enumerate(flow.routes, 1):
        _route(graph, route, names, (f"e{number}", height))
        if route.label:
            _word(graph, route.label, (f"l{number}", height))
    for number, (start, end) in enumerate(flow.joins, 1):
        ends = [_place(point.x, point.y, height) for point in (start, start, end, end)]
        graph.edge("k1", "k2", id=f"j{number}", pos=" ".join(ends), dir="none")


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
        fontsize=f"{LABEL_PT:g}",
        pos=_pos(label.centre.x, label.centre.y, height),
        width=_inches(label.width),
        height=_inches(label.height),
    )
