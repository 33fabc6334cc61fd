"""The symbols of a flow: text broken into lines, sizes that hold it, places in lane and row (millimetres)."""

from dataclasses import dataclass, replace
from itertools import pairwise
from math import sqrt
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.flow import Step, Symbol, groups
from sopgen.model.sop import Lane, SymbolText
from sopgen.plan.flow.geometry import LaneBand, Point, Shape, corner
from sopgen.plan.flow.labels import label_width
from sopgen.plan.measure import line_height, text_width, widest_part, wrap

# The least that is read well on paper; no symbol has smaller words.
FONT_PT: Final = 8.0
BOX: Final = (14.0, 6.6)
DIAMOND: Final = (15.0, 9.0)
INSET: Final = 0.8
# Above and below one or two lines a box keeps less: a line has air of its own.
ABOVE: Final = 0.45
LINE_AIR: Final = 0.4
MOST_LINES: Final = 59
CAPSULE_END: Final = 1.2
END_ROOM: Final = 0.6
SIDE_ROOM: Final = 4.0
SIDE_PART: Final = 0.19
# What a symbol whose words would be parted leaves free at least: room for one line beside it.
NARROW_SIDE: Final = 2.4
# A start or an end that is higher than so many times its width is no symbol to the eye.
TALLEST: Final = 3.0
# A diamond that is higher than so many times its width is none to the eye.
STEEPEST: Final = 2.5
USUAL_LANE: Final = 22.0
MAX_WIDTH: Final = 72.0
GAP: Final = 6.0
DECISION_GAP: Final = 8.0


@dataclass(frozen=True)
class Size:
    """A symbol's size and its text in lines; one that does not hold them in a readable form does not fit."""

    width: float
    height: float
    lines: tuple[str, ...]
    fits: bool = True

    def shows_well(self, text: str) -> bool:
        """Tell whether it holds a text without a parted word and is no higher than wide."""
        return self.fits and self.height <= self.width and bool(_whole([self.lines], text))


def bands(lanes: tuple[Lane, ...], lane_width: float) -> tuple[LaneBand, ...]:
    """Return the lanes side by side from x = 0."""
    return tuple(LaneBand(lane.id, lane.label, n * lane_width, (n + 1) * lane_width) for n, lane in enumerate(lanes))


def size(step: Step, number: int, words: SymbolText, room: float, widest: float) -> Size:
    """Return the smallest symbol that holds the step's text, no wider than `room`.

    It is as narrow as three lines and whole words allow; where it would part a word or be higher than wide, it may be
    as wide as `widest`.
    """
    text = step.uraian if words is SymbolText.WORDS and step.uraian else str(number)
    found = _size(step, text, room)
    if found.shows_well(text) or widest <= room:
        return found
    wider = _size(step, text, widest)
    return wider if wider.shows_well(text) or not found.fits else found


def _size(step: Step, text: str, room: float) -> Size:
    if step.simbol is Symbol.DECISION:
        return _diamond(text, room, max(map(label_width, step.cabang or {"": ""})))
    fit = _box if step.simbol is Symbol.PROCESS else _capsule
    sizes = [fit(text, width) for width in _widths(min(BOX[0], room), room)]
    fitting = [one for one in sizes if one.fits] or sizes
    whole = [one for one in fitting if _whole([one.lines], text)] or fitting
    best = [one for one in whole if one.shows_well(text)] or whole
    return next((one for one in best if len(one.lines) <= 3), best[-1])


def _whole(tries: list[tuple[str, ...]], text: str) -> list[tuple[str, ...]]:
    """Return those ways to break a text that break no word."""
    return [lines for lines in tries if " ".join(lines) == " ".join(text.split())]


def _widths(least: float, most: float) -> list[float]:
    count = max(0, int((min(most, MAX_WIDTH) - least) / 2))
    return [least + 2 * n for n in range(count + 1)]


def _box(text: str, width: float) -> Size:
    lines = wrap(text, width - 2 * INSET, FONT_PT)
    return Size(width, _box_height(len(lines)), lines, _whole_parts(text, width - 2 * INSET))


def _whole_parts(text: str, width: float) -> bool:
    """Tell whether no word of a text is parted but between its syllables in a place of this width (mm)."""
    words = text.split()
    return all(text_width(word, FONT_PT) <= width or widest_part(word, FONT_PT) <= width for word in words)


def _box_height(lines: int) -> float:
    return max(BOX[1], lines * line_height(FONT_PT) + 2 * (ABOVE if lines <= 2 else INSET))


def _capsule(text: str, width: float) -> Size:
    """Return a box with round ends; the rounder they are, the more they take of the outer lines."""
    for count in range(1, MOST_LINES + 1):
        height = _box_height(count)
        free = max(width - 2 * max(_taken(height, width, count), CAPSULE_END) - 2 * END_ROOM, 2.0)
        lines = wrap(text, free, FONT_PT)
        if len(lines) <= count:
            break
    fits = len(lines) <= count and _whole_parts(text, free) and height <= TALLEST * width
    return Size(width, height, lines, fits)


def _taken(height: float, width: float, lines: int) -> float:
    """Return what the round ends take of the first and the last line on each side (mm)."""
    radius = corner(height, width)
    into = max(radius - (height - lines * line_height(FONT_PT)) / 2 - LINE_AIR, 0.0)
    return radius - sqrt(radius**2 - into**2)


def _diamond(text: str, room: float, label: float) -> Size:
    """Return the flattest rhombus of a fitting width in which every line's corners lie.

    Beside each lower and upper half of it a `label` of this width (mm) finds room.
    """
    most = min(room + 1.0, MAX_WIDTH)
    width = max(min(DIAMOND[0], most), most if len(text) > 12 else min(most, 2 * (label + 0.7)))
    tries = [wrap(text, width * part / 20, FONT_PT) for part in range(5, 15)]
    tries = _whole(tries, text) or tries
    lines = min(tries, key=lambda lines: _rhombus_height(lines, width))
    height = max(DIAMOND[1], _rhombus_height(lines, width))
    return Size(width, height, lines, height <= STEEPEST * width)


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
    usual: float = USUAL_LANE,
) -> tuple[tuple[tuple[float, float], ...], tuple[Shape, ...]]:
    """Return the rows and the shape in each, in millimetres. Raises PlanError where a symbol can not hold its words.

    `extra` is the height that a symbol's labels asked for, row by row; `least` what the row's texts need:
    where it has any, a symbol that can not hold its words shows the row's number. What a lane has over its `usual`
    width is all for lines.
    """
    rows: list[tuple[float, float]] = []
    shapes: list[Shape] = []
    refused: list[Refusal] = []
    top = 0.0
    for number, (step, more, low) in enumerate(zip(steps, extra, least or (0.0,) * len(steps), strict=True), 1):
        spans = _spans((number - 1, step), lanes)
        sizes = [_size_in(step, number, words, (span, lanes[0], usual)) for span in spans]
        if least and not all(one.fits for one in sizes):
            sizes = [_size_in(step, number, SymbolText.NUMBER, (span, lanes[0], usual)) for span in spans]
        if not all(one.fits for one in sizes):
            refused.append(_squeezed(number - 1, step))
        gap = DECISION_GAP if step.simbol is Symbol.DECISION else GAP
        height = max(one.height for one in sizes)
        rows.append((top, top + max(height + gap + more, low)))
        top = rows[-1][1]
        for part, (span, one) in enumerate(zip(spans, sizes, strict=True)):
            centre = Point((span[0] + span[1]) / 2 + _off_rule(step), (rows[-1][0] + top) / 2)
            one = Size(one.width, height, one.lines)
            shapes.append(_shape(step, number, (one, centre), part))
    if refused:
        raise PlanError(*refused)
    return tuple(rows), tuple(sorted(shapes, key=lambda shape: shape.part))


def _squeezed(place: int, step: Step) -> Refusal:
    what = say('the words of step "{id}" do not fit its symbol', id=step.id)
    fix = say("write fewer words; where an activity is one row, `isi_simbol: nomor` helps too")
    return Refusal("TL07", ("alur", place, "uraian"), what, fix)


def _shape(step: Step, number: int, placed: tuple[Size, Point], part: int) -> Shape:
    found, centre = placed
    return Shape(
        step=step.id,
        number=number,
        row=number - 1,
        symbol=step.simbol,
        centre=centre,
        width=found.width,
        height=found.height,
        lines=found.lines,
        font_pt=FONT_PT,
        text=step.uraian or str(number),
        part=part,
    )


def _size_in(step: Step, number: int, words: SymbolText, place: tuple[tuple[float, float], LaneBand, float]) -> Size:
    """Return the symbol's size in its lanes; a box over several lanes fills them."""
    span, lane, usual = place
    free = span[1] - span[0] - 2 * _off_rule(step)
    side = _side_room(lane, usual)
    room = free - 2 * side
    found = size(step, number, words, room, free - 2 * min(side, NARROW_SIDE))
    over_several = span[1] - span[0] > lane.right - lane.left + 1e-6
    return replace(found, width=max(found.width, room)) if over_several else found


def _side_room(lane: LaneBand, usual: float) -> float:
    """Return what a symbol leaves free on both sides: 4 mm, less in a narrow lane, more in a wide one."""
    width = lane.right - lane.left
    return min(SIDE_ROOM, width * SIDE_PART) + max(0.0, width - usual) / 2


def _off_rule(step: Step) -> float:
    """Return how far a diamond over an even number of lanes moves aside: its tips may not stand on a lane rule."""
    return 2.0 if step.simbol is Symbol.DECISION and len(step.lanes) % 2 == 0 else 0.0


def _spans(one: tuple[int, Step], lanes: tuple[LaneBand, ...]) -> list[tuple[float, float]]:
    """Return left and right border of each group of neighbouring lanes that the step has."""
    number, step = one
    places = [n for n, lane in enumerate(lanes) if lane.id in step.lanes]
    found = groups(places)
    if len(places) != len(set(step.lanes)) or (len(found) > 1 and step.simbol is Symbol.DECISION):
        what = say('the roles of decision "{id}" are not neighbours', id=step.id)
        fix = say("put the columns of these roles side by side, or split the step")
        raise PlanError(Refusal("FL05", ("alur", number, "pelaksana"), what, fix))
    return [(lanes[group[0]].left, lanes[group[-1]].right) for group in found]


def joins(shapes: tuple[Shape, ...]) -> tuple[tuple[Point, Point], ...]:
    """Return the level lines between the boxes of each step that has several."""
    boxes: dict[str, list[Shape]] = {}
    for shape in shapes:
        boxes.setdefault(shape.step, []).append(shape)
    return tuple(
        (Point(a.centre.x + a.width / 2, a.centre.y), Point(b.centre.x - b.width / 2, b.centre.y))
        for same in boxes.values()
        for a, b in pairwise(same)
    )
