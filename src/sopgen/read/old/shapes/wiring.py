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
    found: dict[tuple[int, int], Link] = {}
    for n in range(len(drawing.wires)):
        for which in (0, 1):
            start = ends[n][which].symbol
            if start >= 0 and not _both(drawing, n) and not drawing.wires[n].heads[which]:
                for link in _followed(drawing, ends, (n, which), start):
                    _keep(found, link)
            elif start >= 0 and which == 0 and _both(drawing, n):
                _two_headed(found, drawing, ends, n)
    links = [one for pair, one in found.items() if one.arrow or not _has_arrow(found, pair)]
    used = {n for one in links for n in one.wires}
    return links, [n for n in range(len(drawing.wires)) if n not in used]


def _both(drawing: Sketch, n: int) -> bool:
    return drawing.wires[n].heads == (True, True)


def _two_headed(found: dict[tuple[int, int], Link], drawing: Sketch, ends: Ends, n: int) -> None:
    first, last = ends[n]
    if last.symbol >= 0 and last.symbol != first.symbol:
        doubt = say("the line has an arrow head at both ends")
        _keep(found, Link(first.symbol, last.symbol, drawing.wires[n].points, doubt=doubt, wires=frozenset({n})))


def _has_arrow(found: dict[tuple[int, int], Link], pair: tuple[int, int]) -> bool:
    """Tell whether the same line is known with its direction, or the other way round from its other end."""
    back = found.get((pair[1], pair[0]))
    return back is not None and (back.arrow or list(found).index(pair[::-1]) < list(found).index(pair))


def _keep(found: dict[tuple[int, int], Link], link: Link) -> None:
    pair = link.source, link.target
    if link.source == link.target:
        return
    if pair not in found or (link.arrow and not found[pair].arrow):
        found[pair] = link
    elif len(link.doubt) < len(found[pair].doubt):
        found[pair] = replace(link, wires=link.wires | found[pair].wires)


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
