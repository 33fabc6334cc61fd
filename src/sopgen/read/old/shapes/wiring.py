"""Which symbol leads to which: lines followed over their pieces, and where one flows into another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.messages import say
from sopgen.read.old.shapes.ends import Ends, ends_of
from sopgen.read.old.shapes.figures import Figure, Point, Sketch

# A line is of fewer pieces than this; more is a knot.
LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Link:
    """A line from a symbol to a symbol (their places), its corners, what is written at it, and a doubt."""

    source: int
    target: int
    points: tuple[Point, ...]
    arrow: bool = True
    label: str = ""
    doubt: str = ""
    wires: frozenset[int] = frozenset()


def links_of(drawing: Sketch, symbols: Sequence[Figure]) -> tuple[list[Link], list[int]]:
    """Return the lines between symbols, in the order of the drawing, and the places of lines that lead nowhere.

    One without any arrow head is found once, from its first end, with `arrow` False.
    """
    ends = ends_of(drawing, symbols)
    every: list[Link] = []
    for n in range(len(drawing.wires)):
        for which in (0, 1):
            start = ends[n][which].symbol
            if start >= 0 and all(drawing.wires[n].heads):
                every += _two_headed(drawing, ends, n) if which == 0 else []
            elif start >= 0 and not drawing.wires[n].heads[which]:
                every += _parted(list(_followed(drawing, ends, (n, which), start)))
    every = [one for one in every if one.source != one.target]
    used = {n for one in every for n in one.wires}
    return _once(every), [n for n in range(len(drawing.wires)) if n not in used]


def _parted(links: list[Link]) -> list[Link]:
    """Return the lines that one line out of a symbol becomes; where it leads to several, each has a doubt."""
    if len({one.target for one in links}) < 2:
        return links
    doubt = say("the line parts, or crosses another one: where does it lead?")
    return [replace(one, doubt=one.doubt or doubt) for one in links]


def _two_headed(drawing: Sketch, ends: Ends, n: int) -> list[Link]:
    first, last = ends[n]
    doubt = say("the line has an arrow head at both ends")
    link = Link(first.symbol, last.symbol, drawing.wires[n].points, doubt=doubt, wires=frozenset({n}))
    return [link] if last.symbol >= 0 else []


def _once(every: Sequence[Link]) -> list[Link]:
    """Return one line between two symbols each way; one without an arrow head only where its pieces have none."""
    pointed = {n for one in every if one.arrow for n in one.wires}
    found: dict[tuple[int, int], Link] = {}
    for one in every:
        pair = one.source, one.target
        if one.arrow or (not one.wires & pointed and pair[::-1] not in found):
            former = found.get(pair)
            if former is None or (one.arrow, not one.doubt) > (former.arrow, not former.doubt):
                found[pair] = one
    return list(found.values())


def _followed(drawing: Sketch, ends: Ends, begin: tuple[int, int], start: int) -> Iterator[Link]:
    """Yield where a line leads that leaves a symbol."""
    unsure = ends[begin[0]][begin[1]].unsure
    waiting: list[tuple[tuple[int, int], tuple[Point, ...], frozenset[int], bool]] = [
        (begin, (), frozenset(), unsure)
    ]
    while waiting:
        (n, which), points, passed, unsure = waiting.pop()
        wire = drawing.wires[n]
        far = 1 - which
        if n in passed or len(passed) > LONGEST or wire.heads[which]:
            continue
        here = (*points, *(wire.points if which == 0 else wire.points[::-1]))
        passed, end = passed | {n}, ends[n][far]
        unsure = unsure or end.unsure
        if end.symbol >= 0:
            doubt = say("the line ends between two symbols, or far from any") if unsure else ""
            yield Link(start, end.symbol, here, arrow=wire.heads[far], doubt=doubt, wires=passed)
        elif not wire.heads[far] and end.onto >= 0:
            waiting += [(one, here, passed, unsure) for one in _flows_into(drawing, end.onto)]
        else:
            waiting += [(one, here, passed, unsure) for one in end.onward]


def _flows_into(drawing: Sketch, n: int) -> list[tuple[int, int]]:
    """Return the other line, to be followed to where its arrow points."""
    first, last = drawing.wires[n].heads
    return [(n, 0)] if last or not first else [(n, 1)]
