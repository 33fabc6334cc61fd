"""Places for the words on lines (Ya, Tidak): in their decision's row, on no symbol, no line and no other word."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from sopgen.model.flow import Symbol
from sopgen.plan.flow.geometry import Label, LaneBand, Point, Shape
from sopgen.plan.measure import line_height, text_width, unbroken, wrap

LABEL_PT: Final = 8.0
PADDING: Final = 0.25
BESIDE: Final = 0.35
STRIDE: Final = 0.5
NEAR: Final = 9.0
ROOM: Final = 0.2
WIDEST: Final = 10.0
# How far a word in a diamond's corner may stand out above or below it: further, it belongs to no line any more.
ABOVE: Final = 3.0

Rect = tuple[float, float, float, float]


@dataclass
class Obstacles:
    """What a word may not touch: symbols, pieces of lines, words; and the lane rules that it had better not touch."""

    lanes: tuple[LaneBand, ...]
    shapes: tuple[Shape, ...]
    pieces: list[Rect]
    words: list[Rect] = field(default_factory=list)

    def near(self, top: float, bottom: float) -> "Obstacles":
        """Return what lies between two heights."""
        shapes = tuple(s for s in self.shapes if abs(s.centre.y - (top + bottom) / 2) < (s.height + bottom - top) / 2)
        pieces, words = ([r for r in rects if r[1] < bottom and r[3] > top] for rects in (self.pieces, self.words))
        return Obstacles(self.lanes, shapes, pieces, words)

    def frees(self, rect: Rect) -> bool:
        """Tell whether a word may stand here."""
        if rect[0] < self.lanes[0].left + ROOM or rect[2] > self.lanes[-1].right - ROOM:
            return False
        return not (
            any(overlap(rect, word) for word in self.words)
            or any(overlap(rect, piece) for piece in self.pieces)
            or any(hits_shape(rect, shape) for shape in self.shapes)
        )

    def on_rule(self, rect: Rect) -> bool:
        """Tell whether a lane rule runs through the word."""
        return any(rect[0] < lane.left < rect[2] for lane in self.lanes)


def label_lines(text: str) -> tuple[str, ...]:
    """Return the words on a line, broken where they are long."""
    return wrap(text, max(WIDEST, *(text_width(word, LABEL_PT) for word in unbroken(text) or [""])), LABEL_PT)


def label_width(text: str) -> float:
    """Return the width of the words on a line with some air, in millimetres."""
    return max((text_width(line, LABEL_PT) for line in label_lines(text)), default=0.0) + 2 * PADDING


def line_room(a: Point, b: Point) -> Rect:
    """Return a piece of a line with the room that it keeps from words."""
    return min(a.x, b.x) - ROOM, min(a.y, b.y) - ROOM, max(a.x, b.x) + ROOM, max(a.y, b.y) + ROOM


def place_label(
    text: str, line: tuple[Point, ...], source: Shape, row: tuple[float, float], taken: Obstacles
) -> Label | None:
    """Return the first free place in the row: near the exit, in a corner of the diamond, further along the line."""
    lines = label_lines(text)
    width, height = label_width(text), len(lines) * line_height(LABEL_PT)
    here = taken.near(*row)
    fallback = None
    for centre in _all_places(line, source, width, height):
        rect = rect_at(centre, width, height)
        if rect[1] < row[0] + ROOM or rect[3] > row[1] - ROOM or not here.frees(rect):
            continue
        if not here.on_rule(rect):
            return Label(text, lines, centre, width, height)
        fallback = fallback or Label(text, lines, centre, width, height)
    return fallback


def _all_places(line: tuple[Point, ...], source: Shape, width: float, height: float) -> Iterator[Point]:
    yield from _places(line, width, height, NEAR)
    yield from _corners(line[0], source, width, height)
    yield from _places(line, width, height, 1e9)


def rect_at(centre: Point, width: float, height: float) -> Rect:
    """Return left, top, right, bottom of a box around its centre."""
    return centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2


def _places(line: tuple[Point, ...], width: float, height: float, far: float) -> Iterator[Point]:
    """Yield places on both sides of a line, from its start on, up to `far` millimetres along it."""
    gone = 0.0
    for start, end in pairwise(line):
        across = start.y == end.y
        length = abs(end.x - start.x) + abs(end.y - start.y)
        half = (width if across else height) / 2
        for n in range(int(min(length, far - gone) / STRIDE) + 1):
            part = min(half - 0.8 + n * STRIDE, length) / length
            x, y = start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part
            off = BESIDE + (height if across else width) / 2
            for sign in (-1, 1):
                yield Point(x, y + sign * off) if across else Point(x - sign * off, y)
        gone += length
        if gone >= far:
            return


def _corners(start: Point, diamond: Shape, width: float, height: float) -> Iterator[Point]:
    """Yield the free corners of the diamond's box beside the tip that the line leaves by."""
    x, y, w, h = diamond.centre.x, diamond.centre.y, diamond.width / 2, diamond.height / 2
    tip = start.x - x
    for right in (1, -1) if abs(tip) < 0.01 else (1 if tip > 0 else -1,):
        for inward in [part * min(width, w - 0.5) for part in (0.25, 0.5, 0.75, 1.0)] + _under(width, w):
            rise = min(inward * h / w * 1.05, h) + 0.2 + height / 2
            if rise + height / 2 > h + ABOVE:
                continue
            for down in (1,) if abs(tip) < 0.01 else (-1, 1):
                yield Point(x + right * (w - inward + width / 2), y + down * rise)


def _under(width: float, half: float) -> list[float]:
    """Return how far a word that is wider than the corner reaches in below or above the whole diamond."""
    return [half + part * (width - half) for part in (0.0, 0.34, 0.67, 1.0)] if width > half else []


def overlap(a: Rect, b: Rect) -> bool:
    """Tell whether two boxes share an area."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def hits_shape(rect: Rect, shape: Shape) -> bool:
    """Tell whether a box touches a symbol; a diamond's corners are free."""
    x, y, w, h = shape.centre.x, shape.centre.y, shape.width / 2, shape.height / 2
    if shape.symbol is not Symbol.DECISION:
        return overlap(rect, (x - w, y - h, x + w, y + h))
    near_x = max(rect[0] - x, 0.0, x - rect[2])
    near_y = max(rect[1] - y, 0.0, y - rect[3])
    return near_x / w + near_y / h < 1.02
