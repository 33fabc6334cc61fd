"""Count what is wrong with a drawn flow, from its geometry alone. Knows nothing of how lines are routed."""

from collections import Counter
from itertools import combinations, pairwise

from sopgen.model.flow import Step, Symbol, arrows
from sopgen.plan.flow.geometry import FlowPlan, Label, LaneBand, Point, Route, Shape
from sopgen.plan.flow.over_pages import FlowPage
from sopgen.plan.measure import line_height, text_width

Piece = tuple[Point, Point]
Rect = tuple[float, float, float, float]
EPSILON = 1e-6


def defects(flow: FlowPlan, steps: tuple[Step, ...]) -> Counter[str]:
    """Return how often each defect occurs; an empty counter means a clean drawing."""
    found: Counter[str] = Counter(_missing(flow, steps))
    return +(found + _drawn(flow, steps))


def page_defects(pages: tuple[FlowPage, ...], steps: tuple[Step, ...]) -> Counter[str]:
    """Return how often each defect occurs in a flow over several pages; connectors are counted with their mates."""
    found: Counter[str] = Counter()
    for page in pages:
        found += _drawn(page.flow, steps)
    found.update(_missing_over_pages(pages, steps))
    return +found


def _missing_over_pages(pages: tuple[FlowPage, ...], steps: tuple[Step, ...]) -> list[str]:
    shown = [shape.step for page in pages for shape in page.flow.mains.values() if not shape.connector]
    drawn: Counter[tuple[str, str, str | None]] = Counter()
    mates: Counter[tuple[str, str]] = Counter()
    found = ["missing step"] * (shown != [step.id for step in steps])
    into = {one: page for page in pages for one in _ends(page, leaves=False)}
    for page in pages:
        out = {shape.step: shape.connector for shape in page.flow.shapes if shape.connector}
        for route in page.flow.routes:
            end, start = out.get(route.target), out.get(route.source)
            if start:
                mates[start.letter, route.target] += 1
                continue
            if end:
                found += ["missing connector mate"] * ((end.letter, end.target) not in into)
            target = end.target if end else route.target
            drawn[route.source, target, route.label.text if route.label else None] += 1
        found += ["connector without line"] * len(
            set(out) - {name for r in page.flow.routes for name in (r.source, r.target)}
        )
    found += ["missing connector mate"] * sum(mates[one] != 1 for one in into)
    gone = {one for page in pages for one in _ends(page, leaves=True)}
    found += ["missing connector mate"] * len(gone ^ into.keys())
    wanted = Counter((edge.source, edge.target, edge.label) for edge in arrows(steps))
    return (
        found + ["missing edge"] * sum((wanted - drawn).values()) + ["invented edge"] * sum((drawn - wanted).values())
    )


def _ends(page: FlowPage, *, leaves: bool) -> list[tuple[str, str]]:
    """Return letter and target of the page's connectors that lead out, or in."""
    ends = [shape.connector for shape in page.flow.shapes if shape.connector and shape.connector.leaves is leaves]
    return [(end.letter, end.target) for end in ends]


def _drawn(flow: FlowPlan, steps: tuple[Step, ...]) -> Counter[str]:
    found: Counter[str] = Counter()
    for route in flow.routes:
        found.update(_of_route(flow, route))
        if route.label:
            found.update(_of_label(flow, route, route.label))
    for a, b in combinations(flow.routes, 2):
        found.update(_of_pair(flow, a, b))
    for shape in flow.shapes:
        found.update(_of_shape(flow, shape, steps))
    for join in flow.joins:
        found.update(_of_join(flow, join))
    labels = [rect(label) for route in flow.routes if (label := route.label)]
    found["label on label"] += sum(overlaps(a, b) for a, b in combinations(labels, 2))
    boxes = [shape_rect(shape) for shape in flow.shapes]
    found["box on box"] += sum(overlaps(a, b) for a, b in combinations(boxes, 2))
    return +found


def crossings(flow: FlowPlan) -> int:
    """Return how often lines cross at right angles."""
    return sum(
        _cross(one, other)
        for a, b in combinations(flow.routes, 2)
        for one in pairwise(a.points)
        for other in pairwise(b.points)
    )


def bends(flow: FlowPlan) -> int:
    """Return how many corners the lines have."""
    return sum(len(route.points) - 2 for route in flow.routes)


def _missing(flow: FlowPlan, steps: tuple[Step, ...]) -> list[str]:
    wanted = Counter((edge.source, edge.target, edge.label) for edge in arrows(steps))
    drawn = Counter((route.source, route.target, route.label.text if route.label else None) for route in flow.routes)
    shown = list(flow.mains)
    return (
        ["missing edge"] * sum((wanted - drawn).values())
        + ["invented edge"] * sum((drawn - wanted).values())
        + ["missing step"] * (shown != [step.id for step in steps])
    )


def _of_route(flow: FlowPlan, route: Route) -> list[str]:
    shapes = flow.mains
    pieces = list(pairwise(route.points))
    found = ["slanted" for a, b in pieces if a.x != b.x and a.y != b.y]
    found += ["no length" for a, b in pieces if a == b]
    found += ["straight corner" for (a, b), (_, c) in pairwise(pieces) if a.x == b.x == c.x or a.y == b.y == c.y]
    found += ["outside frame" for p in route.points if not (0 <= p.x <= flow.width and 0 <= p.y <= flow.height)]
    found += ["through box" for piece in pieces for shape in flow.shapes if _through(piece, shape)]
    found += ["loose start"] * (not _on_border(route.points[0], shapes[route.source]))
    found += ["loose end"] * (not _on_border(route.points[-1], shapes[route.target]))
    found += ["short arrow"] * (_length(pieces[-1]) < 2.0 - EPSILON)
    return found + ["on lane rule" for a, b in pieces for lane in flow.lanes[1:] if a.x == b.x == lane.left]


def _of_join(flow: FlowPlan, join: Piece) -> list[str]:
    """Return what is wrong with the line between two boxes of one step: it may only be crossed."""
    lines = [piece for route in flow.routes for piece in pairwise(route.points)]
    found = ["slanted"] * (join[0].y != join[1].y)
    found += ["through box" for shape in flow.shapes if _through(join, shape)]
    found += ["shared segment" for piece in lines if _shared(join, piece) > 0 or _too_near(join, piece)]
    words = [rect(route.label) for route in flow.routes if route.label]
    return found + ["label through line" for word in words if overlaps(word, _thin(join))]


def _of_label(flow: FlowPlan, route: Route, label: Label) -> list[str]:
    box = rect(label)
    source = next(shape for shape in flow.shapes if shape.step == route.source)
    top, bottom = flow.rows[source.row]
    found = ["label through line" for r in flow.routes for piece in pairwise(r.points) if overlaps(box, _thin(piece))]
    found += ["label on box" for shape in flow.shapes if _box_hits(box, shape)]
    found += ["label out of row"] * (box[1] < top or box[3] > bottom)
    found += ["label outside frame"] * (box[0] < 0 or box[2] > flow.width)
    far = min(_distance(box, piece) for piece in pairwise(route.points)) > 6.0
    return found + ["label far away"] * (far and not _in_own_corner(box, route.points[0], source))


def _in_own_corner(box: Rect, start: Point, source: Shape) -> bool:
    """Tell whether a word stands by the flank of its diamond, on the side of the tip that its line leaves by."""
    left, top, right, bottom = shape_rect(source)
    beside = box[1] >= top - 3.0 and box[3] <= bottom + 3.0 and box[0] < right + 1.0 and box[2] > left - 1.0
    return beside and (start.x - source.centre.x) * ((box[0] + box[2]) / 2 - source.centre.x) > -EPSILON


def _of_pair(flow: FlowPlan, a: Route, b: Route) -> list[str]:
    mine, theirs = list(pairwise(a.points)), list(pairwise(b.points))
    if a.target == b.target:
        shared = sum(_shared(one, other) for one in mine for other in theirs)
        return ["runs together and parts"] * (abs(shared - _common_end(a.points, b.points)) > 1e-3)
    if a.source == b.source and flow_forks(flow, a.source):
        shared = sum(_shared(one, other) for one in mine for other in theirs)
        return ["runs together and parts"] * (abs(shared - _common_end(a.points[::-1], b.points[::-1])) > 1e-3)
    found = ["shared segment" for one in mine for other in theirs if _shared(one, other) > 0 or _too_near(one, other)]
    corners = [(p, other) for p in a.points for other in theirs] + [(p, one) for p in b.points for one in mine]
    return found + ["corner on line" for point, piece in corners if _on_piece(point, piece)]


def flow_forks(flow: FlowPlan, step: str) -> bool:
    """Tell a step that begins more branches than a symbol has sides: they leave it together."""
    return sum(route.source == step for route in flow.routes) > 3


def _of_shape(flow: FlowPlan, shape: Shape, steps: tuple[Step, ...]) -> list[str]:
    names = next((step.lanes for step in steps if step.id == shape.step), ())
    lanes = [lane for lane in flow.lanes if lane.id in names] or _around(flow, shape)
    left, top, right, bottom = shape_rect(shape)
    found = ["out of lane"] * (left < min(lane.left for lane in lanes) or right > max(lane.right for lane in lanes))
    found += ["out of row"] * (top < flow.rows[shape.row][0] or bottom > flow.rows[shape.row][1])
    return found + ["text overflows"] * (not _text_fits(shape))


def _around(flow: FlowPlan, shape: Shape) -> list[LaneBand]:
    """Return the lane in which a connector's middle stands."""
    return [lane for lane in flow.lanes if lane.left <= shape.centre.x <= lane.right]


def _text_fits(shape: Shape) -> bool:
    pitch = line_height(shape.font_pt)
    top = -len(shape.lines) * pitch / 2
    for n, line in enumerate(shape.lines):
        half = text_width(line, shape.font_pt) / 2
        reach = max(abs(top + n * pitch), abs(top + (n + 1) * pitch))
        if shape.symbol is Symbol.DECISION:
            if half / (shape.width / 2) + reach / (shape.height / 2) > 1 + EPSILON:
                return False
        elif shape.symbol in (Symbol.START, Symbol.END):
            # The letters of a line do not fill all of its height.
            into = max(reach - 0.4 - shape.height / 2 + shape.corner, 0.0)
            if half > shape.width / 2 - shape.corner + max(shape.corner**2 - into**2, 0.0) ** 0.5 + EPSILON:
                return False
        elif half > shape.width / 2 or reach > shape.height / 2:
            return False
    return True


def rect(label: Label) -> Rect:
    x, y = label.centre.x, label.centre.y
    return x - label.width / 2, y - label.height / 2, x + label.width / 2, y + label.height / 2


def shape_rect(shape: Shape) -> Rect:
    x, y = shape.centre.x, shape.centre.y
    return x - shape.width / 2, y - shape.height / 2, x + shape.width / 2, y + shape.height / 2


def overlaps(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] - EPSILON and b[0] < a[2] - EPSILON and a[1] < b[3] - EPSILON and b[1] < a[3] - EPSILON


def _thin(piece: Piece) -> Rect:
    (a, b) = piece
    return min(a.x, b.x) - 0.05, min(a.y, b.y) - 0.05, max(a.x, b.x) + 0.05, max(a.y, b.y) + 0.05


def _through(piece: Piece, shape: Shape) -> bool:
    """Tell whether a piece runs through a symbol's inside, or closer than half a millimetre along a foreign one."""
    left, top, right, bottom = shape_rect(shape)
    a, b = piece
    if shape.symbol is not Symbol.DECISION:
        return overlaps(_thin(piece), (left + 0.1, top + 0.1, right - 0.1, bottom - 0.1))
    x, y = shape.centre.x, shape.centre.y
    near_x = max(min(a.x, b.x) - x, x - max(a.x, b.x), 0.0)
    near_y = max(min(a.y, b.y) - y, y - max(a.y, b.y), 0.0)
    return near_x / (shape.width / 2) + near_y / (shape.height / 2) < 1 - 1e-3


def _box_hits(box: Rect, shape: Shape) -> bool:
    if shape.symbol is not Symbol.DECISION:
        return overlaps(box, shape_rect(shape))
    x, y = shape.centre.x, shape.centre.y
    near_x = max(box[0] - x, x - box[2], 0.0)
    near_y = max(box[1] - y, y - box[3], 0.0)
    return near_x / (shape.width / 2) + near_y / (shape.height / 2) < 1


def _on_border(point: Point, shape: Shape) -> bool:
    left, top, right, bottom = shape_rect(shape)
    x, y = shape.centre.x, shape.centre.y
    if shape.symbol is Symbol.DECISION:
        away = abs(point.x - x) / (shape.width / 2) + abs(point.y - y) / (shape.height / 2)
        return abs(away - 1) < 1e-3
    level = abs(point.y - y) < shape.height / 2 + 1e-3
    upright = abs(point.x - x) < shape.width / 2 + 1e-3
    on_side = min(abs(point.x - left), abs(point.x - right)) < 1e-3 and level
    return on_side or (min(abs(point.y - top), abs(point.y - bottom)) < 1e-3 and upright)


def _length(piece: Piece) -> float:
    a, b = piece
    return abs(a.x - b.x) + abs(a.y - b.y)


def _shared(one: Piece, other: Piece) -> float:
    """Return the length that two pieces run on one another."""
    return _beside(one, other, 0.0)


def _too_near(one: Piece, other: Piece) -> bool:
    return _beside(one, other, 0.45) > 0.5


def _beside(one: Piece, other: Piece, apart: float) -> float:
    """Return the length over which two parallel pieces lie within a distance of each other."""
    (a, b), (c, d) = one, other
    if a.x == b.x and c.x == d.x and abs(a.x - c.x) <= apart:
        return _common(a.y, b.y, c.y, d.y)
    if a.y == b.y and c.y == d.y and abs(a.y - c.y) <= apart:
        return _common(a.x, b.x, c.x, d.x)
    return 0.0


def _common(a: float, b: float, c: float, d: float) -> float:
    return max(0.0, min(max(a, b), max(c, d)) - max(min(a, b), min(c, d)))


def _common_end(a: tuple[Point, ...], b: tuple[Point, ...]) -> float:
    """Return the length of the way that two lines have in common up to their end."""
    total = 0.0
    mine, theirs = list(pairwise(a))[::-1], list(pairwise(b))[::-1]
    for (a0, a1), (b0, b1) in zip(mine, theirs, strict=False):
        if a1 != b1:
            return total
        total += _shared((a0, a1), (b0, b1))
        if a0 != b0:
            return total
    return total


def _on_piece(point: Point, piece: Piece) -> bool:
    a, b = piece
    within_x = min(a.x, b.x) - EPSILON <= point.x <= max(a.x, b.x) + EPSILON
    within_y = min(a.y, b.y) - EPSILON <= point.y <= max(a.y, b.y) + EPSILON
    return within_x and within_y


def _cross(one: Piece, other: Piece) -> bool:
    (a, b), (c, d) = (one, other) if one[0].x == one[1].x else (other, one)
    if a.x != b.x or c.y != d.y:
        return False
    return min(c.x, d.x) < a.x < max(c.x, d.x) and min(a.y, b.y) < c.y < max(a.y, b.y)


def _distance(box: Rect, piece: Piece) -> float:
    thin = _thin(piece)
    across = max(box[0] - thin[2], thin[0] - box[2], 0.0)
    return max(across, max(box[1] - thin[3], thin[1] - box[3], 0.0))
