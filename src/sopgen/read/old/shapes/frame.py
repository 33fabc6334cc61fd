"""Where a drawing's own measures lie on the sheet: moved and scaled, group in group."""

from dataclasses import dataclass

from lxml import etree

from sopgen.read.old.areas import Area
from sopgen.read.old.shapes.figures import EMU, Point

_DEGREE = 60_000


@dataclass(frozen=True, slots=True)
class DrawingFrame:
    """Turns a length of a drawing (EMU) into points on the sheet: times a scale, plus a place."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1 / EMU
    down: float = 1 / EMU

    def point(self, x: float, y: float) -> Point:
        """Return a place of the drawing on the sheet."""
        return self.x + x * self.across, self.y + y * self.down

    def area(self, transform: etree._Element) -> Area:
        """Return the box of `a:xfrm`; one turned by a quarter stands upright on its middle."""
        left, top = _pair(transform, "off", "x", "y")
        wide, tall = _pair(transform, "ext", "cx", "cy")
        (x1, y1), (x2, y2) = self.point(left, top), self.point(left + wide, top + tall)
        return turned(Area(x1, y1, x2, y2)) if quarters(transform) % 2 else Area(x1, y1, x2, y2)

    def within(self, transform: etree._Element | None, area: Area | None = None) -> "DrawingFrame":
        """Return the frame of a group's children, which stands in `area` or where its own measures say."""
        if transform is None:
            return self
        area = area or self.area(transform)
        left, top = _pair(transform, "chOff", "x", "y")
        wide, tall = _pair(transform, "chExt", "cx", "cy")
        across = area.width / wide if wide else self.across
        down = area.height / tall if tall else self.down
        return DrawingFrame(area.left - left * across, area.top - top * down, across, down)


def _pair(transform: etree._Element, name: str, *sides: str) -> tuple[float, float]:
    found = transform.find(f"{{*}}{name}")
    first, second = (whole(found.get(side, "") if found is not None else "") for side in sides)
    return first, second


def whole(text: str) -> int:
    """Return a whole number of a drawing; 0 where it is none."""
    return int(text) if text.lstrip("-").isdigit() and len(text) < 20 else 0


def quarters(transform: etree._Element) -> int:
    """Return by how many quarters a shape is turned, to the nearest, clockwise."""
    return round(whole(transform.get("rot", "")) / _DEGREE / 90) % 4


def turned(area: Area) -> Area:
    """Return a box that is turned by a quarter about its middle."""
    (x, y), wide, tall = area.middle, area.height, area.width
    return Area(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2)


def oriented(corners: tuple[Point, ...], transform: etree._Element | None, area: Area) -> tuple[Point, ...]:
    """Return corners, in parts of an unturned box, on the sheet: first mirrored, then turned about its middle.

    `area` is the box as it stands on the sheet, turned already.
    """
    turns = quarters(transform) if transform is not None else 0
    flips = [transform is not None and transform.get(side) in ("1", "true") for side in ("flipH", "flipV")]
    found = []
    for x, y in corners:
        across, down = (1 - x if flips[0] else x) - 0.5, (1 - y if flips[1] else y) - 0.5
        for _ in range(turns):
            across, down = -down, across
        found.append((area.left + (across + 0.5) * area.width, area.top + (down + 0.5) * area.height))
    return tuple(found)
