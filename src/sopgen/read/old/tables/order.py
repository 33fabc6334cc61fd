"""The steps of an activity in their order, and which lines lead on from each: exits with their words and doubts."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from typing import Final

from sopgen.messages import say
from sopgen.model.flow import Symbol
from sopgen.read.old.found import FoundExit
from sopgen.read.old.labels import answer
from sopgen.read.old.tables.nodes import Edge, Node
from sopgen.read.old.tables.words import ToldStep

Key = tuple[int, int]
_LINE: Final = 4.0


def in_order(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    told: Sequence[Sequence[ToldStep]],
    titles: Sequence[str],
    *,
    by_height: bool,
) -> list[Node]:
    """Return the steps by their rows.

    In a row: as the description of its drawing tells them, else one that leads to another first, else from the left.
    """
    pairs = {(edge.source, edge.target) for edge in edges}
    ranked = sorted(nodes, key=lambda node: (node.row, _height(node) if by_height else 0.0, node.figure.area.left))
    found = _led(ranked, pairs, by_height=by_height)
    return found if by_height else _as_told(found, told, titles)


def _as_told(nodes: list[Node], told: Sequence[Sequence[ToldStep]], titles: Sequence[str]) -> list[Node]:
    """Put the steps of each row in the order in which a description tells just these lanes under one number."""
    found = list(nodes)
    for row in dict.fromkeys(node.row for node in nodes):
        own = [n for n, node in enumerate(nodes) if node.row == row]
        number = nodes[own[0]].figure.text
        for steps in told if len(own) > 1 else ():
            names = [one.lanes for one in steps]
            named = {nodes[n].key: tuple(titles[lane] for lane in nodes[n].lanes) for n in own}
            if steps[0].number == number and sorted(names) == sorted(named.values()):
                ranked = sorted((nodes[n] for n in own), key=lambda node: names.index(named[node.key]))
                for n, node in zip(own, ranked, strict=True):
                    found[n] = node
    return found


def _height(node: Node) -> float:
    return round(node.figure.area.middle[1] / _LINE)


def _led(ranked: list[Node], pairs: set[tuple[Key, Key]], *, by_height: bool) -> list[Node]:
    """Put a step of a row before those beside it that it leads to, where these do not lead back."""
    found: list[Node] = []
    left = list(ranked)
    while left:
        first = left[0]
        beside = [one for one in left if beside_each_other(one, first, by_height=by_height)]
        free = [one for one in beside if not any(_before(other, one, pairs) for other in beside if other is not one)]
        taken = (free or beside)[0]
        found.append(taken)
        left.remove(taken)
    return found


def beside_each_other(one: Node, other: Node, *, by_height: bool) -> bool:
    """Tell whether two steps are of one row of the flow."""
    return one.row == other.row and (not by_height or _height(one) == _height(other))


def _before(one: Node, other: Node, pairs: set[tuple[Key, Key]]) -> bool:
    return (one.key, other.key) in pairs and (other.key, one.key) not in pairs


def exits_of(place: int, steps: Sequence[Node], edges: Sequence[Edge], symbol: Symbol) -> tuple[FoundExit, ...]:
    """Return the exits of a step; none where its only line leads to the step after it."""
    places = {node.key: n for n, node in enumerate(steps)}
    own = [edge for edge in edges if edge.source == steps[place].key and edge.target in places]
    found = [FoundExit(places[edge.target], edge.label, edge.doubt) for edge in own]
    if symbol is Symbol.DECISION:
        return _answered(found)
    plain = [one for one in found if one.to == place + 1 and not one.label and not one.doubt]
    return () if len(found) == 1 and plain else tuple(found)


def _answered(exits: Sequence[FoundExit]) -> tuple[FoundExit, ...]:
    """Return the exits of a decision; where one has no word, the other's opposite, with a doubt."""
    told = [one for one in exits if one.label]
    if len({one.label.casefold() for one in told}) < len(told):
        doubt = say("two lines out of this decision have the same word")
        return tuple(replace(one, doubt=one.doubt or doubt) for one in exits)
    if len(exits) == 2 and len(told) == 1:
        says = answer(told[0].label)
        word = {True: "Tidak", False: "Ya", None: ""}[says]
        doubt = say("no word stands at this line")
        return tuple(one if one.label else FoundExit(one.to, word, one.doubt or doubt) for one in exits)
    return tuple(
        one if one.label else FoundExit(one.to, "", one.doubt or say("no word stands at this line")) for one in exits
    )


def symbol_of(
    place: int, steps: Sequence[Node], leads: Mapping[Key, int], comes: Mapping[Key, int], asked: Container[Key] = ()
) -> tuple[Symbol, str]:
    """Return a step's symbol, and a doubt; a terminator is a start or an end by its place and what leaves it."""
    node = steps[place]
    if node.figure.symbol is Symbol.PROCESS and node.key in asked:
        return Symbol.DECISION, say("words stand at the lines out of it, but it is drawn as a process")
    if node.figure.symbol is not Symbol.START:
        return node.figure.symbol or Symbol.PROCESS, node.figure.doubt
    last = place == len(steps) - 1
    if not leads.get(node.key) and place > 0:
        return Symbol.END, node.figure.doubt
    if place == 0 or not comes.get(node.key):
        return Symbol.START, node.figure.doubt
    if last:
        return Symbol.END, node.figure.doubt or say("lines leave the end")
    return Symbol.PROCESS, say("a start or an end was drawn between other steps")
