"""The symbols of a flow: text broken into lines, sizes that hold it, places in lane and row (millimetres)."""

from dataclasses import dataclass
from typing import Final

from sopgen.errors import FlowError
from sopgen.model.flow import Step, Symbol
from sopgen.model.sop import Lane, SymbolText
from sopgen.plan._labels import label_width
from sopgen.plan.geometry import LaneBand, Point, Shape
from sopgen.plan.measure import line_height, text_width, wrap

FONT_PT: Final = 6.0
BOX: Final = (14.0, 6.6)
DIAMOND: Final = (15.0, 9.0)
INSET: Final = 0.8
SIDE_ROOM: Final = 4.0
SIDE_PART: Final = 0.19
USUAL_LANE: Final = 22.0
MAX_WIDTH: Final = 40.0
GAP: Final = 6.0
DECISION_GAP: Final = 8.0


@dataclass(frozen=True)
class Size:
    """A symbol's size and its text in lines."""

    width: float
    height: float
    lines: tuple[str, ...]


def bands(lanes: tuple[Lane, ...], lane_width: float) -> tuple[LaneBand, ...]:
    """Return the lanes side by side from x = 0."""
    return tuple(LaneBand(lane.id, lane.label, n * lane_width, (n + 1) * lane_width) for n, lane in enumerate(lanes))


def size(step: Step, number: int, words: SymbolText, room: float) -> Size:
    """Return the smallest symbol that holds the step's text; `room` is the widest that it may be."""
    text = step.uraian if words is SymbolText.WORDS and step.uraian else str(number)
    if step.simbol is Symbol.DECISION:
        return _diamond(text, room, max(map(label_width, step.cabang or {"": ""})))
    sizes = [_box(text, width, step.simbol) for width in _widths(min(BOX[0], room), room)]
    return next((one for one in sizes if len(one.lines) <= 3), sizes[-1])


def _widths(least: float, most: float) -> list[float]:
    count = max(0, int((min(most, MAX_WIDTH) - least) / 2))
    return [least + 2 * n for n in range(count + 1)]


def _box(text: str, width: float, symbol: Symbol) -> Size:
    round_ends = 0.0 if symbol is Symbol.PROCESS else 1.6
    lines = wrap(text, width - 2 * (INSET + round_ends), FONT_PT)
    return Size(width, max(BOX[1], len(lines) * line_height(FONT_PT) + 2 * INSET), lines)


def _diamond(text: str, room: float, label: float) -> Size:
    """Return the flattest rhombus of a fitting width in which every line's corners lie.

    Beside each lower and upper half of it a `label` of this width (mm) finds room.
    """
    most = min(room + 1.0, MAX_WIDTH)
    width = max(min(DIAMOND[0], most), most if len(text) > 12 else min(most, 2 * (label + 0.7)))
    tries = [wrap(text, width * part / 20, FONT_PT) for part in range(5, 15)]
    lines = min(tries, key=lambda lines: _rhombus_height(lines, width))
    return Size(width, max(DIAMOND[1], _rhombus_height(lines, width)), lines)


def _rhombus_height(lines: tuple[str, ...], width: float) -> float:
    """Return the height at which the block's outer lines still lie inside: w/W + h/H <= 1 at each corner."""
    half = len(lines) * line_height(FONT_PT) / 2
    needed = 0.0
    for n, line in enumerate(lines):
        reach = max(abs(half - n * line_height(FONT_PT)), abs(half - (n + 1) * line_height(FONT_PT)))
        free = 1 - (text_width(line, FONT_PT) + 2 * 0.3) / width
        if free <= 0.05:
            return 1000.0
        needed = max(needed, 2 * reach / free)
    return needed


def place(
    steps: tuple[Step, ...],
    lanes: tuple[LaneBand, ...],
    words: SymbolText,
    extra: tuple[float, ...],
    least: tuple[float, ...] | None = None,
) -> tuple[tuple[tuple[float, float], ...], tuple[Shape, ...]]:
    """Return the rows and the shape in each, in millimetres.

    `extra` is the height that a symbol's labels asked for, row by row; `least` what the row's texts need.
    """
    rows: list[tuple[float, float]] = []
    shapes: list[Shape] = []
    top = 0.0
    for number, (step, more, low) in enumerate(zip(steps, extra, least or (0.0,) * len(steps), strict=True), 1):
        left, right = _span(step, lanes)
        room = right - left - 2 * _side_room(lanes[0]) - 2 * _off_rule(step)
        found = size(step, number, words, room)
        if len(step.lanes) > 1:
            found = Size(max(found.width, room), found.height, found.lines)
        gap = DECISION_GAP if step.simbol is Symbol.DECISION else GAP
        bottom = top + max(found.height + gap + more, low)
        centre = Point((left + right) / 2 + _off_rule(step), (top + bottom) / 2)
        shapes.append(
            Shape(step.id, number, number - 1, step.simbol, centre, found.width, found.height, found.lines, FONT_PT)
        )
        rows.append((top, bottom))
        top = bottom
    return tuple(rows), tuple(shapes)


def _side_room(lane: LaneBand) -> float:
    """Return what a symbol leaves free on both sides: 4 mm, less in a narrow lane; over 22 mm all is for lines."""
    width = lane.right - lane.left
    return min(SIDE_ROOM, width * SIDE_PART) + max(0.0, width - USUAL_LANE) / 2


def _off_rule(step: Step) -> float:
    """Return how far a diamond over an even number of lanes moves aside: its tips may not stand on a lane rule."""
    return 2.0 if step.simbol is Symbol.DECISION and len(step.lanes) % 2 == 0 else 0.0


def _span(step: Step, lanes: tuple[LaneBand, ...]) -> tuple[float, float]:
    """Return left and right border of the step's lanes; lanes apart from each other can not share a box."""
    places = sorted(n for n, lane in enumerate(lanes) if lane.id in step.lanes)
    if len(places) != len(set(step.lanes)) or places != list(range(places[0], places[0] + len(places))):
        raise FlowError(
            f'step "{step.id}": its roles are not neighbouring columns. fix: put them side by side in pelaksana'
        )
    return lanes[places[0]].left, lanes[places[-1]].right
