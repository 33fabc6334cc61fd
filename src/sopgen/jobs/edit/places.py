"""Where things stand in the text of a spec: the node of a place, where it ends, the lines of a list's items.

A place that does not exist raises LookupError.
"""

import re

import yaml

from sopgen.errors import Loc
from sopgen.read.source import Source


def node_at(source: Source, loc: Loc) -> yaml.Node:
    """Return the node at a place."""
    node = source.root
    for part in loc:
        node = _child(node, part)
    return node


def pair_at(source: Source, loc: Loc) -> tuple[yaml.MappingNode, int]:
    """Return the mapping that holds a key, and which of its pairs it is."""
    mapping = node_at(source, loc[:-1])
    if isinstance(mapping, yaml.MappingNode):
        for number, (key, _) in enumerate(mapping.value):
            if key.value == loc[-1]:
                return mapping, number
    raise LookupError(loc)


def _child(node: yaml.Node, part: str | int) -> yaml.Node:
    if isinstance(node, yaml.MappingNode):
        found: yaml.Node | None = next((value for key, value in node.value if key.value == part), None)
    elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and 0 <= part < len(node.value):
        found = node.value[part]
    else:
        found = None
    if found is None:
        raise LookupError(part)
    return found


def inside_flow(source: Source, loc: Loc) -> bool:
    """Tell whether a place stands in brackets or braces, where commas divide."""
    above = (node_at(source, loc[:depth]) for depth in range(len(loc)))
    return any(isinstance(node, yaml.CollectionNode) and bool(node.flow_style) for node in above)


def span(source: Source, node: yaml.Node) -> tuple[int, int]:
    """Return where a value begins, after its anchor, and where it ends, before comments and empty lines."""
    start: int = node.start_mark.index
    anchor = re.compile(r"&\S+\s+").match(source.text, start)
    return anchor.end() if anchor else start, _end(source, node)


def _end(source: Source, node: yaml.Node) -> int:
    """Return the end of a value; YAML's own end of a block lies past the comments that follow it."""
    if isinstance(node, yaml.MappingNode) and not node.flow_style:
        return _end(source, node.value[-1][1])
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return _end(source, node.value[-1])
    start: int = node.start_mark.index
    return start + len(source.text[start : node.end_mark.index].rstrip(" \t\r\n"))


def line_start(text: str, at: int) -> int:
    """Return where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Return where the line of a place ends, its line break included."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found + 1


def newline(text: str) -> str:
    """Return the line break that the text uses."""
    return "\r\n" if "\r\n" in text else "\n"


def item_spans(source: Source, node: yaml.SequenceNode) -> list[tuple[int, int]]:
    """Return where the lines of each item of a block list begin and end, with the comments above it."""
    floors = [0, *(line_end(source.text, _end(source, item)) for item in node.value)]
    starts = [
        _item_start(source.text, item.start_mark.index, floor)
        for item, floor in zip(node.value, floors, strict=False)
    ]
    return list(zip(starts, [*starts[1:], floors[-1]], strict=True))


def _item_start(text: str, at: int, floor: int) -> int:
    """Return the start of the line with the item's dash, or of the comment lines right above it, below the floor."""
    start = line_start(text, text.rfind("-", 0, at + 1))
    while start > floor and text[line_start(text, start - 1) : start].lstrip().startswith("#"):
        start = line_start(text, start - 1)
    return start
