"""Places for the words on lines (Ya, Tidak): beside their own line, on no symbol, no line and no other word."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sopgen.model.flow import Symbol
from sopgen.plan.geometry import Label, Point, Shape
from sopgen.plan.measure import line_height, text_width

LABEL_PT: Final = 6.0
PADDING: Final = 0.25
BESIDE: Final = 0.35
STRIDE: Final = 0.5

Rect = tuple[float, float, float, float]


def place_label(
    text: str,
    line: tuple[Point, ...],
    row: tuple[float, float],
    taken: tuple[list[Shape], list[tuple[Point, Point]], list[Rect]],
    frame: tuple[float, float],
) -> Label | None:
    """Return the first free place along the line, in its decision's own row first; None where there is none.

    `taken` holds the shapes, the pieces of all lines, and the boxes of the words already placed.
    """
    width = text_width(text, LABEL_PT) + 2 * PADDING
    height = line_height(LABEL_PT)
    places = list(_places(line, width, height))
    in_row = [centre for centre in places if row[0] <= centre.y - height / 2 and centre.y + height / 2 <= row[1]]
    for centre in [*in_row, *places]:
        if _free(_rect(centre, width, height), taken, frame):
            return Label(text, centre, width, height)
    return None


def label_rect(label: Label) -> Rect:
    """Return left, top, right, bottom of a label."""
    return _rect(label.centre, label.width, label.height)


def _rect(centre: Point, width: float, height: float) -> Rect:
    return centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2


def _places(line: tuple[Point, ...], width: float, height: float) -> Iterator[Point]:
    for start, end in pairwise(line):
        across = start.y == end.y
        length = abs(end.x - start.x) + abs(end.y - start.y)
        half = (width if across else height) / 2
        for n in range(int(length / STRIDE) + 1):
            along = min(half - 0.8 + n * STRIDE, length)
            part = along / length if length else 0.0
            x, y = start.x + (end.x - start.x) * part, start.y + (end.y - start.y) * part
            off = BESIDE + (height if across else width) / 2
            for sign in (-1, 1):
                yield Point(x, y + sign * off) if across else Point(x - sign * off, y)


def _free(
    rect: Rect, taken: tuple[list[Shape], list[tuple[Point, Point]], list[Rect]], frame: tuple[float, float]
) -> bool:
    shapes, pieces, words = taken
    left, top, right, bottom = rect
    if left < 0.2 or top < 0.2 or right > frame[0] - 0.2 or bottom > frame[1] - 0.2:
        return False
    return not (
        any(_overlap(rect, word) for word in words)
        or any(_overlap(rect, _piece_rect(*piece)) for piece in pieces)
        or any(hits_shape(rect, shape) for shape in shapes)
    )


def _overlap(a: Rect, b: Rect) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _piece_rect(start: Point, end: Point) -> Rect:
    """Return a piece of a line with the room that it keeps from words."""
    room = 0.2
    return (
        min(start.x, end.x) - room,
        min(start.y, end.y) - room,
        max(start.x, end.x) + room,
        max(start.y, end.y) + room,
    )


def hits_shape(rect: Rect, shape: Shape) -> bool:
    """Tell whether a box touches a symbol; a diamond's corners are free."""
    x, y, w, h = shape.centre.x, shape.centre.y, shape.width / 2, shape.height / 2
    if shape.symbol is not Symbol.DECISION:
        return _overlap(rect, (x - w, y - h, x + w, y + h))
    near_x = max(rect[0] - x, 0.0, x - rect[2])
    near_y = max(rect[1] - y, 0.0, y - rect[3])
    return near_x / w + near_y / h < 1.02
