"""The symbols of an activity over all its tables, as one flow: which belong together, which lead where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.found import Found
from sopgen.read.old.shapes.figures import Figure
from sopgen.read.old.tables.rows import OldRow


@dataclass(frozen=True, slots=True)
class Node:
    """A symbol in a row: `sheet` numbers the tables, `row` all rows of the activity; `key` is of the whole flow."""

    key: tuple[int, int]
    figure: Figure
    row: int
    lanes: tuple[int, ...]
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a symbol to a symbol, by their keys."""

    source: tuple[int, int]
    target: tuple[int, int]
    label: str = ""
    doubt: str = ""
    arrow: bool = True


@dataclass
class ActivityParts:
    """What belongs to one activity: its title, its rows from all tables, the symbols in them and the lines.

    `heads` are the rows of its title, `described` the words for who can not see the chart; `by_row` says that a row
    is a whole activity, `sheet` names the table in which it begins, `old` says that its flow was drawn with an old
    program.
    """

    title: Found
    lanes: tuple[Found, ...] = ()
    rows: list[OldRow] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    heads: list[OldRow] = field(default_factory=list)
    by_row: bool = False
    sheet: str = ""
    old: bool = False


def over_connectors(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[list[Edge], list[Node]]:
    """Return the lines with those over connectors made one, and the connectors that have no other end."""
    marks = {node.key: node for node in nodes if node.figure.symbol is Symbol.CONNECTOR}
    found = [edge for edge in edges if edge.source not in marks and edge.target not in marks]
    used = set()
    for edge in edges:
        if edge.target in marks and edge.source not in marks:
            for onward, end in _comes_in(marks, edges, edge):
                used |= {edge.target, end.key}
                doubt = edge.doubt or onward.doubt or _sign(marks[edge.target])
                found.append(replace(edge, target=onward.target, doubt=doubt))
    return once(found), [node for key, node in marks.items() if key not in used]


def once(edges: Sequence[Edge]) -> list[Edge]:
    """Return the lines with one of those between the same symbols: one with words, one without a doubt."""
    best: dict[tuple[tuple[int, int], tuple[int, int]], Edge] = {}
    for edge in edges:
        pair = edge.source, edge.target
        other = best.get(pair)
        if other is None or (bool(edge.label), not edge.doubt) > (bool(other.label), not other.doubt):
            best[pair] = edge
    return list(best.values())


def _comes_in(marks: dict[tuple[int, int], Node], edges: Sequence[Edge], edge: Edge) -> Iterator[tuple[Edge, Node]]:
    """Yield the lines out of the connectors with the letter of the one that a line goes into."""
    letter = marks[edge.target].figure.text.casefold()
    for other in edges:
        if other.source in marks and other.target not in marks:
            same = marks[other.source].figure.text.casefold() == letter
            if same and (other.source == edge.target or _other_end(edges, other.source)):
                yield other, marks[other.source]


def _other_end(edges: Sequence[Edge], key: tuple[int, int]) -> bool:
    return not any(edge.target == key for edge in edges)


def _sign(node: Node) -> str:
    return "" if node.figure.text else say("the connector has no letter")


def joined(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[list[Node], list[Edge]]:
    """Return the symbols with those of one step made one: in a row, tied by a line without an arrow head.

    The lines of all of them are those of the first.
    """
    by_key = {node.key: node for node in nodes}
    first = {node.key: node.key for node in nodes}
    for edge in edges:
        ends = [by_key.get(edge.source), by_key.get(edge.target)]
        if not edge.arrow and ends[0] and ends[1] and ends[0].row == ends[1].row and _level(ends[0], ends[1]):
            kept, gone = sorted((first[edge.source], first[edge.target]))
            first = {key: kept if own == gone else own for key, own in first.items()}
    found = []
    for node in nodes:
        if first[node.key] == node.key:
            lanes = {lane for other in nodes if first[other.key] == node.key for lane in other.lanes}
            found.append(replace(node, lanes=tuple(sorted(lanes))))
    moved = [
        replace(edge, source=first.get(edge.source, edge.source), target=first.get(edge.target, edge.target))
        for edge in edges
    ]
    return found, [edge for edge in moved if edge.source != edge.target]


def _level(one: Node, other: Node) -> bool:
    a, b = one.figure.area, other.figure.area
    return max(a.top, b.top) < min(a.bottom, b.bottom)
