"""Off-page connectors: which lines cross the breaks of a flow, their letters, and their places at a page's edges.

A line that crosses a break goes out once and comes in once, however many pages lie between: it leaves downwards to
a later page and enters that page at its head, upwards to an earlier one and enters it at its foot (Permenpan RB
35/2012, annex: connectors stand at page breaks only, with the same letter at both ends).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.model.flow import Arrow, Symbol, in_letters
from sopgen.plan.flow.geometry import Connector, LaneBand, Point, Shape

SIZE: Final = (5.2, 5.4)
# Between two connectors a line finds its way to a further row of them.
PITCH: Final = 7.5
BESIDE: Final = 0.8
TRACK: Final = 1.0
FROM_EDGE: Final = 0.9
STRAIGHT: Final = 2.2
AWAY: Final = 1.0
LETTER_PT: Final = 8.0

Span = tuple[int, int]
Key = tuple[str, bool]


@dataclass(frozen=True)
class Crossing:
    """A connector before it has a place: the step that its line goes to, out or in, and the lane it stands in.

    `rows` tells how many rows of the page lie between it and its step.
    """

    target: str
    onward: bool
    leaves: bool
    lane: int
    rows: int = 0

    @property
    def at_foot(self) -> bool:
        """Lines to later pages go out at the foot; lines from later pages come in there too."""
        return self.onward == self.leaves

    @property
    def name(self) -> str:
        """The connector's name among the steps of its page; no step's id holds a space."""
        return f"{self.target} {'onward' if self.onward else 'back'} {'out' if self.leaves else 'in'}"


def crossings(edges: Sequence[Arrow], places: dict[str, int], lanes: dict[str, int], page: Span) -> list[Crossing]:
    """Return the connectors of a page that holds the steps `page[0]` to `page[1]` (places), head before foot.

    The nearer its step, the earlier a connector comes, and the nearer to the middle of its lane: so its line is
    straight, and the others pass it.
    """
    found: dict[str, Crossing] = {}
    for edge in edges:
        source, target = places[edge.source], places[edge.target]
        here = page[0] <= source <= page[1], page[0] <= target <= page[1]
        if here[0] == here[1]:
            continue
        lane, place = (lanes[edge.source], source) if here[0] else (lanes[edge.target], target)
        one = Crossing(edge.target, target > source, here[0], lane)
        rows = page[1] - place if one.at_foot else place - page[0]
        found.setdefault(one.name, replace(one, rows=rows))
    return sorted(found.values(), key=lambda one: (one.at_foot, one.rows))


def letters(pages: Sequence[Sequence[Crossing]], lanes: Sequence[LaneBand]) -> dict[Key, str]:
    """Return the letter of each target and direction: page by page where lines first go out, from left to right."""
    keys: dict[Key, None] = {}
    for page in pages:
        for foot in (False, True):
            rows = benches([one for one in page if one.at_foot is foot], lanes)
            placed = sorted((x, n, one) for n, row in enumerate(rows) for one, x in row if one.leaves)
            keys |= dict.fromkeys((one.target, one.onward) for _, _, one in placed)
    return {key: in_letters(n) for n, key in enumerate(keys)}


def benches(ones: Sequence[Crossing], lanes: Sequence[LaneBand]) -> list[list[tuple[Crossing, float]]]:
    """Return the connectors of one edge of a page in as few rows as hold them, each with its x in its own lane."""
    found: list[list[tuple[Crossing, float]]] = []
    taken: dict[int, int] = {}
    for one in ones:
        slots = _slots(lanes[one.lane])
        row, slot = divmod(taken.get(one.lane, 0), len(slots))
        taken[one.lane] = taken.get(one.lane, 0) + 1
        while len(found) <= row:
            found.append([])
        found[row].append((one, slots[slot]))
    return found


def _slots(lane: LaneBand) -> list[float]:
    """Return the places for connectors in a lane, the middle first."""
    middle = (lane.left + lane.right) / 2
    beside = int(((lane.right - lane.left - SIZE[0]) / 2 - BESIDE) // PITCH)
    return [middle, *(middle + sign * n * PITCH for n in range(1, beside + 1) for sign in (-1, 1))]


def bench_height(count: int) -> float:
    """Return the height of a row with so many connectors: a track for each, the straight end, the symbol."""
    return FROM_EDGE + (count - 1) * TRACK + STRAIGHT + SIZE[1] + AWAY


def edge_height(ones: Sequence[Crossing], lanes: Sequence[LaneBand]) -> float:
    """Return the height of all connector rows at one edge of a page."""
    return sum(bench_height(len(bench)) for bench in benches(ones, lanes))


def connector_shape(one: Crossing, place: tuple[int, float], band: tuple[float, float], text: str) -> Shape:
    """Return a connector's symbol; `place` is its row and its x, `band` that row's top and bottom."""
    top, bottom = band
    y = bottom - AWAY - SIZE[1] / 2 if one.at_foot else top + AWAY + SIZE[1] / 2
    return Shape(
        step=one.name,
        number=0,
        row=place[0],
        symbol=Symbol.CONNECTOR,
        centre=Point(place[1], y),
        width=SIZE[0],
        height=SIZE[1],
        lines=(text,),
        font_pt=LETTER_PT,
        text=text,
        connector=Connector(text, one.target, one.leaves, one.at_foot),
    )
