"""From a planned flow to the SVG of a screen, without a process: each symbol knows its step, and can be clicked.

The same symbols, lines and words stand at the same places as in Graphviz's drawing, which the documents have.
"""

from collections.abc import Iterable, Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from sopgen.model.flow import Symbol
from sopgen.plan.chart import LANE_PT
from sopgen.plan.flow.geometry import FlowPlan, Point, Route, Shape
from sopgen.plan.flow.labels import LABEL_PT
from sopgen.plan.measure import line_height, wrap
from sopgen.render.chart.dot import ARROW_MM, OFFICIAL, PT, names_of

FONTS: Final = "Arimo, Arial, 'Liberation Sans', Helvetica, sans-serif"
# As Graphviz sets lines: their distance, and the foot line below the middle of a single one, in parts of the size.
LEADING: Final = 1.2
FOOT: Final = 0.3
LINE_PT: Final = 0.75
# Half the width of an arrow's head (mm).
BARB: Final = 0.62
# Between the title of a lane and its rules, above and below together (mm).
HEAD_AIR: Final = 2.0
# What a line at the border needs beyond it (mm).
BORDER: Final = 0.2
RULE: Final = "#c5ced8"
HEAD: Final = "#e9edf2"


def screen_svg(flow: FlowPlan, description: str) -> str:
    """Return a flow under the titles of its lanes; a symbol's group tells its step as `data-langkah`."""
    titles = [wrap(lane.title, lane.right - lane.left - 1.5, LANE_PT) for lane in flow.lanes]
    top = max(map(len, titles)) * line_height(LANE_PT) + HEAD_AIR
    wide, high = flow.width + 2 * BORDER, top + flow.height + 2 * BORDER
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(wide)}mm" height="{_n(high)}mm" '
        f'viewBox="-{BORDER} -{BORDER} {_n(wide)} {_n(high)}" role="img" font-family="{FONTS}" fill="none" '
        f'stroke="black" stroke-width="{_n(LINE_PT / PT)}" aria-label={quoteattr(description)}>'
    )
    drawing = f'<g class="bagan" transform="translate(0 {_n(top)})">{"".join(_drawing(flow))}</g>'
    return "".join([head, *_ground(flow, titles, top), drawing, "</svg>"])


def table_drawing(flow: FlowPlan, description: str) -> str:
    """Return a flow at its exact size, as it stands in the flow table of a document that is shown on the screen."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(flow.width)}mm" height="{_n(flow.height)}mm" '
        f'viewBox="0 0 {_n(flow.width)} {_n(flow.height)}" role="img" font-family="{FONTS}" fill="none" '
        f'stroke="black" stroke-width="{_n(LINE_PT / PT)}" aria-label={quoteattr(description)}>'
    )
    return "".join([head, *_drawing(flow), "</svg>"])


def _ground(flow: FlowPlan, titles: Iterable[tuple[str, ...]], top: float) -> Iterator[str]:
    """Yield the rules between the rows, the frame of each lane and its title."""
    left, right = flow.lanes[0].left, flow.lanes[-1].right
    for _, bottom in flow.rows[:-1]:
        yield f'<path stroke="{RULE}" d="M{_n(left)} {_n(top + bottom)}H{_n(right)}"/>'
    for lane, lines in zip(flow.lanes, titles, strict=True):
        middle, size = (lane.left + lane.right) / 2, (lane.right - lane.left, top + flow.height)
        yield f"<g data-jalur={quoteattr(lane.id)}>"
        yield _box(Point(middle, size[1] / 2), *size, "")
        yield _box(Point(middle, top / 2), size[0], top, f'fill="{HEAD}"')
        yield from _texts(lines, Point(middle, top / 2), LANE_PT)
        yield "</g>"


def _drawing(flow: FlowPlan) -> Iterator[str]:
    names = names_of(flow)
    for shape in flow.shapes:
        step = shape.connector.target if shape.connector else shape.step
        yield f'<g id="{names[shape.step, shape.part]}" class="simbol" data-langkah={quoteattr(step)}>'
        yield _outline(shape, f'fill="{OFFICIAL.symbols[shape.symbol]}"')
        yield from _texts(shape.lines, shape.centre, shape.font_pt)
        yield "</g>"
    for number, route in enumerate(flow.routes, 1):
        yield from _word(route, number)
    for number, route in enumerate(flow.routes, 1):
        yield from _route(route, number)
    for number, join in enumerate(flow.joins, 1):
        yield f'<g id="j{number}"><path d="{_line(join)}"/></g>'


def _outline(shape: Shape, look: str) -> str:
    x, y, right, down = shape.centre.x, shape.centre.y, shape.width / 2, shape.height / 2
    corners: tuple[tuple[float, float], ...]
    if shape.connector:
        low = 0.6 * down  # as in the official annex: four fifths straight, a point below
        corners = ((-right, -down), (right, -down), (right, low), (0, down), (-right, low))
    elif shape.symbol is Symbol.DECISION:
        corners = ((-right, 0), (0, -down), (right, 0), (0, down))
    else:
        rounded = f' rx="{_n(shape.corner)}"' if shape.symbol in (Symbol.START, Symbol.END) else ""
        return _box(shape.centre, shape.width, shape.height, look + rounded)
    points = " ".join(f"{_n(x + across)},{_n(y + along)}" for across, along in corners)
    return f'<polygon {look} points="{points}"/>'


def _box(centre: Point, width: float, height: float, look: str) -> str:
    place = f'x="{_n(centre.x - width / 2)}" y="{_n(centre.y - height / 2)}"'
    return f'<rect {place} width="{_n(width)}" height="{_n(height)}" {look}/>'


def _word(route: Route, number: int) -> Iterator[str]:
    word = route.label
    if word:
        yield f'<g id="l{number}">'
        yield _box(word.centre, word.width, word.height, 'fill="white" stroke="none"')
        yield from _texts(word.lines, word.centre, LABEL_PT)
        yield "</g>"


def _route(route: Route, number: int) -> Iterator[str]:
    yield f'<g id="e{number}" data-dari={quoteattr(route.source)} data-ke={quoteattr(route.target)}>'
    yield f'<path d="{_line(route.points)}"/>'
    if route.arrow:
        yield f'<path fill="black" d="{_head(*route.points[-2:])}"/>'
    yield "</g>"


def _head(before: Point, tip: Point) -> str:
    """Return the outline of an arrow's head; it is shorter where its piece of the line is."""
    length = abs(tip.x - before.x) + abs(tip.y - before.y) or 1.0
    along = Point((tip.x - before.x) / length, (tip.y - before.y) / length)
    back = min(ARROW_MM, 0.9 * length)
    foot = Point(tip.x - back * along.x, tip.y - back * along.y)
    barbs = [Point(foot.x + side * along.y, foot.y + side * along.x) for side in (-BARB, BARB)]
    return f"{_line((tip, *barbs))}z"


def _line(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{_n(point.x)} {_n(point.y)}" for point in points)


def _texts(lines: tuple[str, ...], centre: Point, size_pt: float) -> Iterator[str]:
    size = size_pt / PT
    first = centre.y + (FOOT - LEADING * (len(lines) - 1) / 2) * size
    look = f'font-size="{_n(size)}" text-anchor="middle" fill="black" stroke="none"'
    for n, line in enumerate(lines):
        yield f'<text x="{_n(centre.x)}" y="{_n(first + n * LEADING * size)}" {look}>{escape(line)}</text>'


def _n(number: float) -> str:
    """Return millimetres to a hundredth, as short as may be."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace("-0", "0" if abs(number) < 0.005 else "-0")
