"""A flow cut along its rows: the piece of the drawing that stands in one row of a table."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sopgen.plan.flow.geometry import FlowPlan, Point, Route


def strip(flow: FlowPlan, top: float, bottom: float) -> FlowPlan:
    """Return what lies between two heights (mm), as a flow of its own from y = 0.

    A line that passes becomes a piece from border to border; a word and an arrow head go with their row.
    """
    shapes = tuple(
        replace(shape, centre=_up(shape.centre, top)) for shape in flow.shapes if top < shape.centre.y < bottom
    )
    routes = tuple(piece for route in flow.routes for piece in _pieces(route, top, bottom))
    level = tuple((_up(a, top), _up(b, top)) for a, b in flow.joins if top < a.y < bottom)
    return FlowPlan(flow.width, bottom - top, flow.lanes, ((0.0, bottom - top),), shapes, routes, level)


def _up(point: Point, by: float) -> Point:
    return Point(point.x, point.y - by)


def _pieces(route: Route, top: float, bottom: float) -> Iterator[Route]:
    label = route.label if route.label and top < route.label.centre.y < bottom else None
    moved = label and replace(label, centre=_up(label.centre, top))
    runs = list(_runs(route.points, top, bottom))
    for n, run in enumerate(runs):
        points = tuple(_up(point, top) for point in run)
        ends = run[-1] == route.points[-1]
        yield Route(route.source, route.target, points, moved if n == 0 else None, arrow=ends)


def _runs(points: tuple[Point, ...], top: float, bottom: float) -> Iterator[list[Point]]:
    """Yield the parts of a line between two heights, each with its corners."""
    run: list[Point] = []
    for start, end in pairwise(points):
        a, b = (Point(p.x, min(max(p.y, top), bottom)) for p in (start, end))
        level = start.y == end.y
        if (level and not top < start.y < bottom) or (not level and a == b):
            if run:
                yield run
            run = []
            continue
        if run and run[-1] != a:
            yield run
            run = []
        run = [*(run or [a]), b]
    if run:
        yield run
