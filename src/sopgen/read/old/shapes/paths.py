"""The line that one of Office's connectors draws in its box, and the corners of a path that was drawn by hand."""

from dataclasses import dataclass
from typing import Final

from lxml import etree

from sopgen.read.old.shapes.figures import Point

_WHOLE: Final = 100_000
_MIDDLE: Final = 50_000
MOST_POINTS: Final = 2_000


@dataclass(frozen=True, slots=True)
class DrawnPath:
    """The corners of a path in parts of its box, whether it is closed, whether it has arcs."""

    corners: tuple[Point, ...]
    closed: bool
    arcs: bool


def connector(preset: str, geometry: etree._Element | None) -> tuple[Point, ...]:
    """Return the corners of a connector in parts of its box (ECMA-376, presetShapeDefinitions)."""
    turns = int(preset[-1]) if preset.startswith(("bent", "curved")) and preset[-1].isdigit() else 0
    if preset == "lineInv":
        return (0.0, 1.0), (1.0, 0.0)
    if turns == 2:
        return (0.0, 0.0), (1.0, 0.0), (1.0, 1.0)
    adjusts = [*_adjusts(geometry), *[_MIDDLE] * 3][: max(turns - 2, 0)]
    points = [(0.0, 0.0)]
    for n, adjust in enumerate(adjusts):
        share = adjust / _WHOLE
        x, y = points[-1]
        points.append((share, y) if n % 2 == 0 else (x, share))
    x, y = points[-1]
    if adjusts:
        points.append((x, 1.0) if len(adjusts) % 2 else (1.0, y))
    return (*points, (1.0, 1.0))


def _adjusts(geometry: etree._Element | None) -> list[int]:
    found = geometry.iter("{*}gd") if geometry is not None else ()
    texts = (guide.get("fmla", "").rpartition(" ")[2] for guide in found)
    return [int(text) for text in texts if text.lstrip("-").isdigit()]


def drawn(geometry: etree._Element) -> DrawnPath | None:
    """Return the longest path of a geometry of its own; None where it can not be told."""
    paths = [path for path in map(_path, geometry.iter("{*}path")) if path]
    return max(paths, key=lambda path: len(path.corners), default=None)


def _path(path: etree._Element) -> DrawnPath | None:
    points: list[tuple[float, float]] = []
    arcs = closed = False
    for step in path:
        kind = etree.QName(step).localname
        closed = closed or kind == "close"
        arcs = arcs or kind in ("arcTo", "cubicBezTo", "quadBezTo")
        ends = step.findall("{*}pt")[-1:]
        if any(not _number(end.get(side, "")) for end in ends for side in ("x", "y")):
            return None
        points += [(float(end.get("x", "")), float(end.get("y", ""))) for end in ends]
    if not 1 < len(points) <= MOST_POINTS:
        return None
    whole = [float(path.get(side) or max(p[n] for p in points)) for n, side in enumerate("wh")]
    width, height = (side or 1.0 for side in whole)
    corners = tuple((x / width, y / height) for x, y in points)
    closed = closed or (len(corners) > 3 and corners[0] == corners[-1] and path.get("fill") != "none")
    return DrawnPath(corners, closed, arcs)


def _number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()
