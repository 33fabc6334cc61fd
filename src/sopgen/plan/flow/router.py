"""Lines from symbol to symbol, each over one upright, short ones first; what stands in the way is laid again.

Lines cross at right angles only. They run together only where they end at the same step by the same side, and then
up to their end.
"""

from collections import deque
from typing import Final

from sopgen.plan.flow.board import Board, LaidWay, Wire, pieces
from sopgen.plan.flow.geometry import Point
from sopgen.plan.flow.ways import EAST, SOUTH, WEST, free_sides, least_cost, ways

BLOCKED: Final = 60.0


def route_all(board: Board, wires: list[Wire]) -> dict[int, tuple[Point, ...]] | None:
    """Return the corners of every wire, or None where the uprights do not suffice."""
    if _too_many(board, wires):
        return None
    order = sorted(wires, key=lambda wire: (abs(wire.source.row - wire.target.row), _across(wire), wire.number))
    for wire in order:
        board.waiting[wire.source.step] += 1
    if not _lay_all(board, order):
        return None
    for wire in order:
        old = board.take(wire)
        new = _best(board, wire, yielding=False) or old
        board.put(wire, old if board.crowds and _dearer(board, wire, new, old) else new)
    return {number: laid.way.points for number, laid in board.lying.items()}


def _dearer(board: Board, wire: Wire, new: LaidWay, old: LaidWay) -> bool:
    """Tell a new way that is worse: beside a line that came in meanwhile, a straight one needs no other side."""
    return new.way.cost + board.price(wire, new) > old.way.cost + board.price(wire, old)


def _too_many(board: Board, wires: list[Wire]) -> bool:
    """Tell whether more targets lie beyond a row than the row has free tracks for."""
    for row in range(len(board.tops)):
        beyond = {
            w.target.step for w in wires if min(w.source.row, w.target.row) < row < max(w.source.row, w.target.row)
        }
        free = sum(not covered >> row & 1 for covered in board.covered.values())
        if len(beyond) > free:
            return True
    return False


def _across(wire: Wire) -> float:
    return abs(wire.source.columns[0] - wire.target.columns[0])


def _lay_all(board: Board, order: list[Wire]) -> bool:
    """Lay every wire; one that finds no free upright takes out those in its way, which wait for their turn."""
    by_number = {wire.number: wire for wire in order}
    turns = deque(order)
    for _ in range(4 * len(order)):
        if not turns:
            return True
        wire = turns.popleft()
        laid = _best(board, wire, yielding=False) or _best(board, wire, yielding=True)
        if laid is None:
            return False
        for number in sorted(board.in_the_way(laid)):
            board.take(by_number[number])
            turns.append(by_number[number])
        board.put(wire, laid)
    return not turns


def _best(board: Board, wire: Wire, *, yielding: bool) -> LaidWay | None:
    """Return the cheapest way of a wire; one that is `yielding` may run into others, at a price."""
    source, target = wire.source, wire.target
    waiting = board.waiting[target.step]
    sides = (
        free_sides(source, board.used(source.step, (EAST, WEST, SOUTH)), entering=False, waiting=0, fork=wire.fork),
        free_sides(target, board.used(target.step, (EAST, WEST, SOUTH)), entering=True, waiting=waiting),
    )
    best, least = None, float("inf")
    for bound, x in _tracks(board, wire):
        if bound >= least:
            break
        for way in ways(source, target, x, sides, least):
            if way.cost >= least:  # of a way before this one over the same upright
                continue
            laid = pieces(wire, way)
            if board.crowds and board.runs_into(wire, laid):
                continue
            blocked = board.in_the_way(laid)
            if blocked and not yielding:
                continue
            cost = way.cost + BLOCKED * len(blocked) + board.price(wire, laid)
            if cost < least:
                best, least = laid, cost
    return best


def _tracks(board: Board, wire: Wire) -> list[tuple[float, float]]:
    """Return the tracks that no symbol covers between a wire's rows, each after the least that it costs there.

    They stay the same whatever lies on the board, and a wire is laid many times.
    """
    found = board.tracks.get(wire.number)
    if found is None:
        low, high = sorted((wire.source.row, wire.target.row))
        between = ((1 << high) - 1) & ~((1 << (low + 1)) - 1)
        free = (x for x, covered in board.covered.items() if not covered & between)
        found = board.tracks[wire.number] = sorted((least_cost(wire.source, wire.target, x), x) for x in free)
    return found
