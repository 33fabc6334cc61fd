"""From a place of a spec to its node, its data and its part of the text.

A place that does not exist raises LookupError.
"""

from collections.abc import Sequence

import yaml

from sopgen.errors import Loc
from sopgen.read.source import Source
from sopgen.splice.layout import Entry, OddLayout, Part, layout


def node_at(source: Source, loc: Loc) -> yaml.Node:
    """Return the node at a place."""
    node = source.root
    for part in loc:
        node = _child(node, part)
    return node


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


def number_of(data: object, part: str | int) -> int:
    """Return which of a list's items or of a mapping's keys a part of a place is."""
    if isinstance(data, dict) and part in data:
        return list(data).index(part)
    if isinstance(data, list) and isinstance(part, int) and 0 <= part < len(data):
        return part
    raise LookupError(part)


def data_at(data: object, loc: Loc) -> object:
    """Return the data at a place."""
    for part in loc:
        number_of(data, part)
        data = data[part]  # type: ignore[index]
    return data


def entries_along(source: Source, loc: Loc) -> list[Entry]:
    """Return the root as an entry, and the entry at each part of a place; raise OddLayout, past an alias too."""
    root = layout(source.text)
    found, data = [Entry(root.start, root)], source.data
    for part in loc:
        number = number_of(data, part)
        if found[-1].value.kind == "alias":
            raise OddLayout(found[-1].value.start)
        found.append(found[-1].value.entries[number])
        data = data[part]  # type: ignore[index]
    return found


def part_at(source: Source, loc: Loc) -> Part:
    """Return the part of the text at a place; raise OddLayout."""
    return entries_along(source, loc)[-1].value


def in_flow(entries: Sequence[Entry]) -> bool:
    """Tell whether the last of the entries along a place stands in brackets or braces, where commas divide."""
    return any(entry.value.flow for entry in entries[:-1])
