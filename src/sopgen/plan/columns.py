"""The widths of the flow table's columns (millimetres) and the type size of its texts.

Where many lanes need room, the type gets smaller first, then the columns of text get narrower.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from sopgen.model.page import PageSetup

LANE_WIDTH: Final = 22.0
LEAST_LANE: Final = 12.5
WIDE_LANE: Final = 40.0
CELL: Final = 1.5

Beside = tuple[float, float, float, float]


@dataclass(frozen=True)
class TextColumns:
    """The columns beside the lanes; the text of the activity or step takes what is left, but at least `text`."""

    font_pt: float
    text: float = 45.0
    number: float = 9.0
    requirements: float = 34.0
    time: float = 15.0
    output: float = 20.0
    remark: float = 14.0

    @property
    def beside(self) -> Beside:
        """The widths of the columns right of the lanes."""
        return self.requirements, self.time, self.output, self.remark


@dataclass(frozen=True)
class Columns:
    """The table's columns from left to right, the width of a lane, the type size."""

    widths: tuple[float, ...]
    lane: float
    font_pt: float


NARROW: Final = {"text": 38.0, "number": 8.0, "requirements": 24.0, "time": 13.0, "output": 18.0, "remark": 10.0}
STEPS: Final = (
    TextColumns(9.0),
    TextColumns(8.0),
    TextColumns(8.0, **NARROW),
    TextColumns(7.0, **NARROW),
    TextColumns(6.5, **NARROW),
)


def columns(
    page: PageSetup,
    lanes: int,
    texts: TextColumns,
    least: Beside = (0.0, 0.0, 0.0, 0.0),
    *,
    widest: float = LANE_WIDTH,
) -> Columns:
    """Return the columns for so many lanes; lanes are 22 mm, less where the text would have too little.

    `widest` is the width of a lane where there is room; `least` are the widths that the columns right of the lanes
    need for their words.
    """
    beside = [max(pair) for pair in zip(texts.beside, least, strict=True)]
    lane = min(widest, (page.text_width - texts.number - sum(beside) - texts.text) / lanes)
    text = page.text_width - texts.number - sum(beside) - lane * lanes
    return Columns((texts.number, text, *(lane,) * lanes, *beside), lane, texts.font_pt)


def choices(page: PageSetup, lanes: int, least: Callable[[float], Beside]) -> Iterator[Columns]:
    """Yield the columns to try, the most readable first; those with lanes under 12.5 mm are left out.

    A few lanes with more lines than they hold may become wider in the end.
    `least` tells for a type size what the columns right of the lanes need.
    """
    found = [columns(page, lanes, texts, least(texts.font_pt)) for texts in STEPS]
    yield from [one for one in found if one.lane >= LEAST_LANE] or found[-1:]
    wide = columns(page, lanes, STEPS[0], least(STEPS[0].font_pt), widest=WIDE_LANE)
    if wide.lane > LANE_WIDTH:
        yield wide
