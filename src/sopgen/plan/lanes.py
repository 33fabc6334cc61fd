"""How wide the lanes of a flow are: as wide as the SOP says, and an equal share for the others (millimetres)."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.look.sop import FlowColumns, SopLook
from sopgen.model.sop import Lane

# Below this no symbol stands between two lines.
LEAST: Final = 8.0
# What rounding may take.
HAIR: Final = 1e-6


def own_widths(lanes: Sequence[Lane]) -> float:
    """Return what the lanes with a width of their own take together (mm)."""
    return sum((lane.lebar for lane in lanes if lane.lebar), 0.0)


def sharing(lanes: Sequence[Lane]) -> int:
    """Return how many lanes share what is left."""
    return sum(not lane.lebar for lane in lanes)


def share_of(lanes: tuple[Lane, ...], room: float) -> float:
    """Return the width (mm) of the lanes that have none of their own, where all together fill a room.

    Raises PlanError where those with a width of their own leave too little.
    """
    others = sharing(lanes)
    if others == len(lanes):
        return room / others
    left = room - own_widths(lanes)
    if left < LEAST * others - HAIR:
        raise PlanError(_too_wide(lanes, LEAST * others - left))
    return left / others if others else LEAST


def scaled(lanes: tuple[Lane, ...], room: float, usual: float) -> tuple[tuple[Lane, ...], float]:
    """Return lanes that fill a room (mm) in the proportions of their widths, and the width of those without one."""
    others = sharing(lanes)
    if others == len(lanes):
        return lanes, room / others
    factor = room / (own_widths(lanes) + usual * others)
    return tuple(one.model_copy(update={"lebar": one.lebar and one.lebar * factor}) for one in lanes), usual * factor


def evenly(lanes: tuple[Lane, ...]) -> tuple[Lane, ...]:
    """Return the lanes without widths of their own."""
    return tuple(one.model_copy(update={"lebar": None}) for one in lanes)


def wide_lanes(
    lanes: tuple[Lane, ...], look: SopLook, texts: FlowColumns, text: float, share: float
) -> Iterator[Refusal]:
    """Yield a refusal where the lanes' own widths leave the flow table too little.

    `texts` are the columns that are tried, `text` is what is left of them for that of the activity, `share` the width
    of a lane without one of its own (mm).
    """
    if not own_widths(lanes):
        return
    others = sharing(lanes)
    # Where all lanes together have too little room, no width of one is to blame for that.
    even = (own_widths(lanes) + share * others) / len(lanes) if others else share
    narrow = max(0.0, min(look.alur.jalur.paling_sempit, even) - share) * others if others else 0.0
    lacking = max(0.0, texts.kegiatan - text) + narrow
    if lacking > HAIR:
        yield _too_wide(lanes, lacking)


def _too_wide(lanes: tuple[Lane, ...], lacking: float) -> Refusal:
    """Return the refusal at the widest lane: that is where room is found first."""
    widest = max(range(len(lanes)), key=lambda n: lanes[n].lebar or 0.0)
    less = ceil(lacking - HAIR)
    what = say("the widths of the roles leave the other columns {less} mm too little", less=less)
    fix = say("make this or other roles narrower, or leave out widths (`lebar`)")
    return Refusal("TL08", ("pelaksana", widest, "lebar"), what, fix)
