"""Routes on the grid: A* for each edge, then rip-up of what blocks, until every edge has its way.

Lines may cross at right angles; they share a piece only when they end at the same step and start at different ones.
"""

import itertools
from collections import defaultdict
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Final

from sopgen.plan._grid import EAST, NORTH, SOUTH, TIP, WEST, Grid, Port, ports
from sopgen.plan.geometry import Point, Shape

BEND: Final = 5.0
CROSSING: Final = 7.0
JOIN: Final = 9.0
CONFLICT: Final = 60.0
STEP: Final = ((1, 0), (0, 1), (-1, 0), (0, -1))

Node = tuple[int, int]
Piece = tuple[int, int, bool]


@dataclass(frozen=True)
class Wire:
    """One edge to route: its number and its two shapes."""

    number: int
    source: Shape
    target: Shape


@dataclass(frozen=True)
class Goal:
    """A way into a symbol: the last node before it, the heading, and the nodes to the port."""

    heading: int
    cost: float
    stub: tuple[Node, ...]


@dataclass
class Board:
    """The grid and what runs on it: the wires of each piece and of each node."""

    grid: Grid
    pieces: dict[Piece, set[int]] = field(default_factory=lambda: defaultdict(set))
    nodes: dict[Node, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))
    paths: dict[int, tuple[Node, ...]] = field(default_factory=dict)
    ends: dict[int, tuple[str, str]] = field(default_factory=dict)

    def foreign(self, wire: int, other: int) -> bool:
        """Tell whether two wires may not share a piece."""
        (source, target), (their_source, their_target) = self.ends[wire], self.ends[other]
        return target != their_target or source == their_source

    def put(self, wire: int, path: tuple[Node, ...]) -> None:
        """Lay a wire along neighbouring nodes."""
        self.paths[wire] = path
        for before, after in itertools.pairwise(path):
            self.pieces[piece(before, after)].add(wire)
        for n, node in enumerate(path):
            self.nodes[node][wire] = _kind(path, n)

    def take(self, wire: int) -> None:
        """Take a wire off the board."""
        path = self.paths.pop(wire)
        for before, after in itertools.pairwise(path):
            self.pieces[piece(before, after)].discard(wire)
        for node in path:
            self.nodes[node].pop(wire, None)


def piece(a: Node, b: Node) -> Piece:
    """Return the piece between two neighbouring nodes: its upper left end and whether it runs across."""
    across = a[1] == b[1]
    return (*min(a, b), across)


def _kind(path: tuple[Node, ...], n: int) -> str:
    if n in (0, len(path) - 1):
        return "end"
    (x0, y0), (x1, y1) = path[n - 1], path[n + 1]
    return "across" if y0 == y1 else "down" if x0 == x1 else "bend"


def route_all(grid: Grid, wires: list[Wire]) -> dict[int, tuple[Point, ...]] | None:
    """Return the polyline of every wire, or None where one finds no way on this grid."""
    board = Board(grid)
    board.ends = {wire.number: (wire.source.step, wire.target.step) for wire in wires}
    order = sorted(wires, key=_distance)
    by_number = {wire.number: wire for wire in wires}
    if not _lay(board, order, by_number):
        return None
    for _ in range(2):
        for wire in order:
            _again(board, wire)
    return {number: _corners(grid, path) for number, path in board.paths.items()}


def _distance(wire: Wire) -> float:
    a, b = wire.source.centre, wire.target.centre
    return abs(a.x - b.x) + abs(a.y - b.y)


def _lay(board: Board, order: list[Wire], by_number: dict[int, Wire]) -> bool:
    """Route every wire; one that finds no way takes out what blocks it, which is routed again."""
    waiting = list(order)
    history: dict[int, int] = defaultdict(int)
    for _ in range(12 * len(order) + 20):
        if not waiting:
            return True
        wire = waiting.pop(0)
        path = search(board, wire, conflict=None)
        if path is None:
            path = search(board, wire, conflict=CONFLICT, history=history)
            if path is None:
                return False
            for other in _blocking(board, wire.number, path):
                history[other] += 1
                board.take(other)
                waiting.append(by_number[other])
        board.put(wire.number, path)
    return not waiting


def _blocking(board: Board, wire: int, path: tuple[Node, ...]) -> list[int]:
    found = set()
    for before, after in itertools.pairwise(path):
        found |= {other for other in board.pieces[piece(before, after)] if board.foreign(wire, other)}
    for n, node in enumerate(path):
        mine = _kind(path, n)
        for other, kind in board.nodes[node].items():
            if board.foreign(wire, other) and {mine, kind} != {"across", "down"}:
                found.add(other)
    return sorted(found)


def _again(board: Board, wire: Wire) -> None:
    old = board.paths[wire.number]
    board.take(wire.number)
    board.put(wire.number, search(board, wire, conflict=None) or old)


def _corners(grid: Grid, path: tuple[Node, ...]) -> tuple[Point, ...]:
    kept = [node for n, node in enumerate(path) if _kind(path, n) in ("end", "bend")]
    return tuple(Point(grid.xs[i], grid.ys[j]) for i, j in kept)


def search(
    board: Board, wire: Wire, *, conflict: float | None, history: dict[int, int] | None = None
) -> tuple[Node, ...] | None:
    """Return the cheapest path of a wire, from port to port; with `conflict` foreign wires cost, not block."""
    return _Search(board, wire, conflict, history or {}).run()


@dataclass
class _Search:
    """One A* run. A state is a node and a heading; turning on the spot and going on are moves of their own."""

    board: Board
    wire: Wire
    conflict: float | None
    history: dict[int, int]
    best: dict[tuple[int, int, int], float] = field(default_factory=dict)
    before: dict[tuple[int, int, int], tuple[int, int, int]] = field(default_factory=dict)

    def run(self) -> tuple[Node, ...] | None:
        goals = self._goals()
        if not goals:
            return None
        aims = [(self.board.grid.xs[i], self.board.grid.ys[j], goal.heading) for (i, j), goal in goals]
        heap: list[tuple[float, float, tuple[int, int, int]]] = []
        stubs = self._starts(heap, aims)
        by_node = defaultdict(list)
        for node, goal in goals:
            by_node[node].append(goal)
        return self._expand(heap, aims, by_node, stubs)

    def _expand(
        self,
        heap: list[tuple[float, float, tuple[int, int, int]]],
        aims: list[tuple[float, float, int]],
        by_node: dict[Node, list[Goal]],
        stubs: dict[tuple[int, int, int], tuple[Node, ...]],
    ) -> tuple[Node, ...] | None:
        final: dict[tuple[int, int, int], Goal] = {}
        done: set[tuple[int, int, int]] = set()
        while heap:
            _, cost, state = heappop(heap)
            if state in done:
                continue
            done.add(state)
            if state in final:
                return self._path(state, final[state], stubs)
            for after, more in self._moves(state):
                self._push(heap, aims, after, cost + more, state)
            for goal in by_node.get(state[:2], ()):
                if goal.heading == state[2]:
                    end = (state[0], state[1], 4 + goal.heading)
                    if cost + goal.cost < self.best.get(end, 1e9):
                        self.best[end], self.before[end], final[end] = cost + goal.cost, state, goal
                        heappush(heap, (cost + goal.cost, cost + goal.cost, end))
        return None

    def _push(
        self,
        heap: list[tuple[float, float, tuple[int, int, int]]],
        aims: list[tuple[float, float, int]],
        state: tuple[int, int, int],
        cost: float,
        origin: tuple[int, int, int] | None,
    ) -> None:
        if cost < self.best.get(state, 1e9) - 1e-9:
            self.best[state] = cost
            if origin is None:
                self.before.pop(state, None)
            else:
                self.before[state] = origin
            heappush(heap, (cost + self._estimate(state, aims), cost, state))

    def _estimate(self, state: tuple[int, int, int], aims: list[tuple[float, float, int]]) -> float:
        x, y = self.board.grid.xs[state[0]], self.board.grid.ys[state[1]]
        return min(abs(x - ax) + abs(y - ay) + (BEND if heading != state[2] else 0.0) for ax, ay, heading in aims)

    def _moves(self, state: tuple[int, int, int]) -> list[tuple[tuple[int, int, int], float]]:
        i, j, heading = state
        moves = []
        turning = self._node_cost((i, j), None)
        if turning is not None:
            moves = [((i, j, (heading + turn) % 4), BEND + turning) for turn in (1, 3)]
        forward = self._forward(state)
        return [*moves, forward] if forward else moves

    def _forward(self, state: tuple[int, int, int]) -> tuple[tuple[int, int, int], float] | None:
        i, j, heading = state
        grid = self.board.grid
        across = heading in (EAST, WEST)
        if not (grid.y_track[j] if across else grid.x_track[i]):
            return None
        after = (i + STEP[heading][0], j + STEP[heading][1])
        if not (0 <= after[0] < len(grid.xs) and 0 <= after[1] < len(grid.ys)):
            return None
        run = piece((i, j), after)
        if not (grid.right[run[1]][run[0]] if across else grid.down[run[0]][run[1]]):
            return None
        passing, sharing = self._node_cost((i, j), across), self._piece_cost(run, state)
        if passing is None or sharing is None:
            return None
        length = abs(grid.xs[after[0]] - grid.xs[i]) + abs(grid.ys[after[1]] - grid.ys[j])
        return (*after, heading), length + passing + sharing

    def _node_cost(self, node: Node, across: bool | None) -> float | None:
        """Return the cost of the wires at a node for passing (across or down) or, with None, for bending there."""
        cost = 0.0
        for other, kind in self.board.nodes.get(node, {}).items():
            if not self.board.foreign(self.wire.number, other):
                continue
            if across is not None and kind == ("down" if across else "across"):
                cost += CROSSING
            elif self.conflict is None:
                return None
            else:
                cost += self.conflict * (1 + self.history.get(other, 0))
        return cost

    def _piece_cost(self, run: Piece, state: tuple[int, int, int]) -> float | None:
        cost, joined = 0.0, False
        for other in self.board.pieces.get(run, ()):
            if self.board.foreign(self.wire.number, other):
                if self.conflict is None:
                    return None
                cost += self.conflict * (1 + self.history.get(other, 0))
            else:
                joined = True
        if joined and not self._was_joined(state):
            cost += JOIN
        return cost

    def _was_joined(self, state: tuple[int, int, int]) -> bool:
        i, j, heading = state
        back = (i - STEP[heading][0], j - STEP[heading][1])
        wires = self.board.pieces.get(piece(back, (i, j)), ())
        return any(not self.board.foreign(self.wire.number, other) for other in wires)

    def _starts(
        self, heap: list[tuple[float, float, tuple[int, int, int]]], aims: list[tuple[float, float, int]]
    ) -> dict[tuple[int, int, int], tuple[Node, ...]]:
        stubs = {}
        for port in ports(self.wire.source):
            stub = self._stub(port, clear=0.0)
            cost = self._stub_cost(stub) if stub else None
            if stub and cost is not None:
                state = (*stub[-1], port.out)
                stubs[state] = stub
                self._push(heap, aims, state, port.leave + cost, None)
        return stubs

    def _goals(self) -> list[tuple[Node, Goal]]:
        goals = []
        for port in ports(self.wire.target):
            stub = self._stub(port, clear=TIP)
            cost = self._stub_cost(stub) if stub else None
            if stub and cost is not None:
                goals.append((stub[-1], Goal((port.out + 2) % 4, port.enter + cost, tuple(reversed(stub)))))
        return goals

    def _stub(self, port: Port, clear: float) -> tuple[Node, ...]:
        """Return the nodes from a port straight out to the first track that is clear of the symbol."""
        grid = self.board.grid
        node = grid.node(port.x, port.y)
        nodes = [node]
        tracks = grid.x_track if port.out in (EAST, WEST) else grid.y_track
        while True:
            node = (node[0] + STEP[port.out][0], node[1] + STEP[port.out][1])
            place = node[0] if port.out in (EAST, WEST) else node[1]
            if not 0 <= place < len(tracks):
                return ()
            nodes.append(node)
            away = abs(grid.xs[node[0]] - port.x) + abs(grid.ys[node[1]] - port.y)
            if tracks[place] and away >= max(clear, 0.8) - 1e-6:
                return tuple(nodes)

    def _stub_cost(self, stub: tuple[Node, ...]) -> float | None:
        cost = 0.0
        across = stub[0][1] == stub[1][1]
        for node in stub[1:-1]:
            passing = self._node_cost(node, across)
            if passing is None:
                return None
            cost += passing
        for before, after in itertools.pairwise(stub):
            for other in self.board.pieces.get(piece(before, after), ()):
                if self.board.foreign(self.wire.number, other):
                    if self.conflict is None:
                        return None
                    cost += self.conflict * (1 + self.history.get(other, 0))
        return cost

    def _path(
        self, state: tuple[int, int, int], goal: Goal, stubs: dict[tuple[int, int, int], tuple[Node, ...]]
    ) -> tuple[Node, ...]:
        nodes = [*reversed(goal.stub)]
        state = self.before[state]
        while True:
            if nodes[-1] != state[:2]:
                nodes.append(state[:2])
            if state not in self.before:
                break
            state = self.before[state]
        nodes += list(reversed(stubs[state]))[1:]
        return tuple(reversed(nodes))


assert (EAST, SOUTH, WEST, NORTH) == (0, 1, 2, 3)
