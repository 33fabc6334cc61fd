"""From the paths of a page to thin strokes, which may be rules, and outlines, which may be symbols or arrows."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sopgen.read.old.areas import Area, corners_of
from sopgen.read.old.pdf.page.letters import area_of
from sopgen.read.old.pdf.page.outlines import PagePath, Point, is_box, outline
from sopgen.read.old.pdf.page.rules import THICKEST

# Lighter than this: a watermark, or the ground of a head.
_DARK = 0.75
# A curve is so many straight pieces.
_PIECES = 6


def paths_of(drawn: Mapping[str, Sequence[Mapping[str, Any]]]) -> tuple[list[Area], list[PagePath]]:
    """Return the thin strokes, which may be rules, and all outlines."""
    thin: list[Area] = []
    outlines: list[PagePath] = []
    for kind in ("line", "rect", "curve"):
        for one in drawn.get(kind, ()):
            area = area_of(one)
            found = _outline(one)
            if (
                min(area.width, area.height) <= THICKEST
                and (kind != "curve" or len(found.points) <= 4)
                and _seen(one)
            ):
                thin.append(area)
            if found.points:
                outlines.append(found)
    cells = _drawn_cells(outlines)
    thin += [side for one in cells for side in _sides(one)]
    return thin, [one for one in outlines if not (is_box(one) and one.area in cells)]


def _drawn_cells(outlines: Sequence[PagePath]) -> set[Area]:
    """Return the boxes that are cells of a table: such lie side by side, with corners in common."""
    boxes = sorted({one.area for one in outlines if is_box(one) and one.stroked})
    corners = Counter((round(x / 2), round(y / 2)) for one in boxes for x, y in corners_of(one))
    shared = {one for one in boxes if sum(_common(corners, x, y) for x, y in corners_of(one)) >= 2}
    return shared if len(shared) > 3 else set()


def _common(corners: Counter[tuple[int, int]], x: float, y: float) -> bool:
    a, b = round(x / 2), round(y / 2)
    return sum(corners[a + i, b + j] for i in (-1, 0, 1) for j in (-1, 0, 1)) > 1


def _sides(area: Area) -> Iterator[Area]:
    yield Area(area.left, area.top, area.right, area.top)
    yield Area(area.left, area.bottom, area.right, area.bottom)
    yield Area(area.left, area.top, area.left, area.bottom)
    yield Area(area.right, area.top, area.right, area.bottom)


def _outline(one: Mapping[str, Any]) -> PagePath:
    path = one.get("path") or ()
    kinds = [part[0] for part in path]
    return outline(
        list(_flat(path)) or [(float(x), float(y)) for x, y in one.get("pts") or ()],
        closed="h" in kinds or one["object_type"] == "rect",
        stroked=bool(one.get("stroke")) and _darkness(one.get("stroking_color")) <= _DARK,
        filled=bool(one.get("fill")),
        dark=bool(one.get("fill")) and _darkness(one.get("non_stroking_color")) <= _DARK,
        curved="c" in kinds or "v" in kinds or "y" in kinds,
    )


def _flat(path: Sequence[Sequence[Any]]) -> Iterator[Point]:
    """Return the points of a path, with some of each of its curves."""
    here: Point = (0.0, 0.0)
    for kind, *points in path:
        if not points:
            continue
        if kind in ("c", "v", "y") and len(points) >= 2:
            first, second = (points[0], points[1]) if kind == "c" else (here, points[0])
            second = points[0] if kind == "v" else points[-1] if kind == "y" else second
            first = points[0] if kind == "y" else first
            yield from _bent(here, first, second, points[-1])
        else:
            yield from ((float(x), float(y)) for x, y in points)
        here = points[-1]


def _bent(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    for n in range(1, _PIECES + 1):
        t = n / _PIECES
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        points = (start, first, second, end)
        yield (
            sum(weight * float(point[0]) for weight, point in zip(weights, points, strict=True)),
            sum(weight * float(point[1]) for weight, point in zip(weights, points, strict=True)),
        )


def _seen(one: Mapping[str, Any]) -> bool:
    by_pen = bool(one.get("stroke")) and _darkness(one.get("stroking_color")) <= 0.9
    return by_pen or (bool(one.get("fill")) and _darkness(one.get("non_stroking_color")) <= 0.9)


def _darkness(colour: object) -> float:
    """Return how light a colour is: 0 black, 1 white; by its parts in grey, RGB or CMYK."""
    parts = [float(part) for part in colour] if isinstance(colour, tuple | list) else [colour]
    numbers = [float(part) for part in parts if isinstance(part, int | float)]
    if len(numbers) == 4:
        return (1 - numbers[3]) * (1 - sum(numbers[:3]) / 3)
    return sum(numbers) / len(numbers) if numbers else 0.0
