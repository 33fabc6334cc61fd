"""Where the symbols of a flow stand: in lane and row (millimetres)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.flow import FlowRow, Step, Symbol, flow_rows, groups, symbol_rows
from sopgen.model.sop import Lane, SymbolText
from sopgen.plan.flow.connectors import TRACK
from sopgen.plan.flow.geometry import LaneBand, Point, Shape
from sopgen.plan.flow.symbols.sizes import FONT_PT, Size, size

SIDE_ROOM: Final = 4.0
SIDE_PART: Final = 0.19
# What a symbol whose words would be parted leaves free at least: room for one line beside it.
NARROW_SIDE: Final = 2.4
USUAL_LANE: Final = 22.0
GAP: Final = 6.0
DECISION_GAP: Final = 8.0


def bands(lanes: tuple[Lane, ...], lane_width: float) -> tuple[LaneBand, ...]:
    """Return the lanes side by side from x = 0, each of its own width or of this one."""
    found: list[LaneBand] = []
    own, others = 0.0, 0
    for lane in lanes:
        left = own + others * lane_width
        own, others = own + (lane.lebar or 0.0), others + (not lane.lebar)
        width = lane.lebar or lane_width
        found.append(LaneBand(lane.id, lane.label, left, own + others * lane_width, width, bool(lane.lebar)))
    return tuple(found)


def place(
    steps: tuple[Step, ...],
    lanes: tuple[LaneBand, ...],
    words: SymbolText,
    extra: tuple[float, ...],
    least: tuple[float, ...] | None = None,
    usual: float = USUAL_LANE,
) -> tuple[tuple[tuple[float, float], ...], tuple[Shape, ...]]:
    """Return the rows and the shapes in each, in millimetres. Raises PlanError where a symbol can not hold its words.

    `extra` is the height that a symbol's labels asked for, step by step; `least` what the texts of each row need:
    where there are any, a symbol that can not hold its words shows the row's number, and the heads above sub-steps
    are rows too. What a lane has over its `usual` width is all for lines.
    """
    rows: list[tuple[float, float]] = []
    shapes: list[Shape] = []
    refused: list[Refusal] = []
    top = 0.0
    flow = flow_rows(steps) if least else symbol_rows(steps)
    if not least:
        steps = _with_numbers(steps, flow)
    for place, (row, low) in enumerate(zip(flow, least or (0.0,) * len(flow), strict=True)):
        fitted = [_fitted(steps, n, row.number, lanes, words, usual, shorter=bool(least)) for n in row.steps]
        refused += [_squeezed(one.place, one.step, lanes) for one in fitted if not all(s.fits for s in one.sizes)]
        refused += _on_each_other(fitted)
        height = max((one.height + _gap(one.step) + extra[one.place] for one in fitted), default=0.0)
        rows.append((top, top + max(height + 2 * TRACK * max(len(fitted) - 1, 0), low)))
        middle, top = (top + rows[-1][1]) / 2, rows[-1][1]
        for one in fitted:
            shapes += one.shapes(place, row.number, middle)
    if refused:
        raise PlanError(*refused)
    return tuple(rows), tuple(sorted(shapes, key=lambda shape: shape.part))


def _with_numbers(steps: tuple[Step, ...], rows: tuple[FlowRow, ...]) -> tuple[Step, ...]:
    """Return the steps, the words of those numbered in whose row others show the number alone."""
    found = list(steps)
    for row in rows:
        own = [steps[n] for n in row.steps]
        if len(own) > 1 and not all(step.uraian for step in own):
            for n in row.steps:
                if steps[n].uraian:
                    found[n] = steps[n].model_copy(update={"uraian": f"{row.number}. {steps[n].uraian}"})
    return tuple(found)


def _gap(step: Step) -> float:
    return DECISION_GAP if step.simbol is Symbol.DECISION else GAP


@dataclass(frozen=True)
class _Fitted:
    """A step's symbols before they have a row: their lanes' borders, their sizes."""

    step: Step
    place: int
    spans: tuple[tuple[float, float], ...]
    sizes: tuple[Size, ...]

    @property
    def height(self) -> float:
        return max(one.height for one in self.sizes)

    @property
    def left(self) -> float:
        return self.spans[0][0]

    @property
    def right(self) -> float:
        return self.spans[-1][1]

    def shapes(self, row: int, number: str, middle: float) -> list[Shape]:
        """Return the symbols in the middle of their row, all equally high."""
        found = []
        for part, (span, one) in enumerate(zip(self.spans, self.sizes, strict=True)):
            centre = Point((span[0] + span[1]) / 2 + _off_rule(self.step), middle)
            found.append(
                Shape(
                    step=self.step.id,
                    number=self.place + 1,
                    row=row,
                    symbol=self.step.simbol,
                    centre=centre,
                    width=one.width,
                    height=self.height,
                    lines=one.lines,
                    font_pt=FONT_PT,
                    text=self.step.uraian or number,
                    part=part,
                )
            )
        return found


def _fitted(
    steps: tuple[Step, ...],
    place: int,
    number: str,
    lanes: tuple[LaneBand, ...],
    words: SymbolText,
    usual: float,
    *,
    shorter: bool,
) -> _Fitted:
    """Return the symbols of a step; one that can not hold its words may be `shorter`: it shows its row's number."""
    step = steps[place]
    spans = _spans((place, step), lanes)
    sizes = [_size_in(step, number, words, span, usual) for span in spans]
    if shorter and not all(one.fits for one in sizes):
        sizes = [_size_in(step, number, SymbolText.NUMBER, span, usual) for span in spans]
    return _Fitted(step, place, tuple((span[0].left, span[-1].right) for span in spans), tuple(sizes))


def _on_each_other(row: list[_Fitted]) -> Iterator[Refusal]:
    """Yield the steps that stand in a lane of another step of their row, or between two of its lanes."""
    for n, one in enumerate(row):
        if any(one.left < other.right and other.left < one.right for other in row[:n]):
            what = say('step "{id}" has a role of another step in its row, or one between its roles', id=one.step.id)
            yield Refusal("FL28", ("alur", one.place, "sebaris"), what, say("give it a row of its own"))


def _squeezed(place: int, step: Step, lanes: tuple[LaneBand, ...]) -> Refusal:
    what = say('the words of step "{id}" do not fit its symbol', id=step.id)
    fix = say("write fewer words, or use `tata_letak: per_langkah`, where a row holds them")
    if any(lane.own for lane in lanes):
        fix = say("write fewer words, or give its role a wider column and others a narrower one (`lebar`)")
    return Refusal("TL07", ("alur", place, "uraian"), what, fix)


def _size_in(step: Step, number: str, words: SymbolText, lanes: Sequence[LaneBand], usual: float) -> Size:
    """Return the symbol's size in its lanes; a box over several lanes fills them."""
    free = lanes[-1].right - lanes[0].left - 2 * _off_rule(step)
    side = max(_side_room(lane, usual) for lane in lanes)
    room = free - 2 * side
    found = size(step, number, words, room, free - 2 * min(side, NARROW_SIDE))
    return replace(found, width=max(found.width, room)) if len(lanes) > 1 else found


def _side_room(lane: LaneBand, usual: float) -> float:
    """Return what a symbol leaves free on both sides: 4 mm, less in a narrow lane, more where lines have room.

    A lane is as wide as the SOP says for the words in it.
    """
    for_lines = 0.0 if lane.own else max(0.0, lane.width - usual)
    return min(SIDE_ROOM, lane.width * SIDE_PART) + for_lines / 2


def _off_rule(step: Step) -> float:
    """Return how far a diamond over an even number of lanes moves aside: its tips may not stand on a lane rule."""
    return 2.0 if step.simbol is Symbol.DECISION and len(step.lanes) % 2 == 0 else 0.0


def _spans(one: tuple[int, Step], lanes: tuple[LaneBand, ...]) -> list[tuple[LaneBand, ...]]:
    """Return each group of neighbouring lanes that the step has."""
    number, step = one
    places = [n for n, lane in enumerate(lanes) if lane.id in step.lanes]
    found = groups(places)
    if len(places) != len(set(step.lanes)) or (len(found) > 1 and step.simbol is Symbol.DECISION):
        what = say('the roles of decision "{id}" are not neighbours', id=step.id)
        fix = say("put the columns of these roles side by side, or split the step")
        raise PlanError(Refusal("FL05", ("alur", number, "pelaksana"), what, fix))
    return [lanes[group[0] : group[-1] + 1] for group in found]


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
