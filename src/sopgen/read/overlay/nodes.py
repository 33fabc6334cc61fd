"""The nodes of a YAML tree: what they say, and new ones that stand where another stands."""

import json
from collections.abc import Iterator, Sequence

import yaml

Pair = tuple[yaml.Node, yaml.Node]


def data_of(node: yaml.Node) -> object:
    """Return what a node says, as the reader gives it: texts, None, lists, mappings."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: data_of(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [data_of(item) for item in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return node.value if node.style or node.value not in {"", "~", "null"} else None


def child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """Return what stands at a key of a mapping; None where nothing does."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if name.value == key), None)


def id_of(node: yaml.Node) -> str | None:
    """Return the id of an item that has one."""
    found = child(node, "id")
    return found.value if isinstance(found, yaml.ScalarNode) and found.value else None


def by_ids(items: Sequence[yaml.Node]) -> bool:
    """Tell whether items are known by their ids: each has one, and none has another's."""
    ids = [id_of(item) for item in items]
    return None not in ids and len(set(ids)) == len(ids)


def known_as(node: yaml.Node, *, ids: bool) -> str:
    """Return what an item of a list is known by: its id, else all that it says."""
    return str(id_of(node)) if ids else json.dumps(data_of(node), sort_keys=True)


def mapping_at(node: yaml.Node, pairs: Sequence[Pair]) -> yaml.MappingNode:
    """Return a mapping that stands where a node stands."""
    return yaml.MappingNode("tag:yaml.org,2002:map", list(pairs), node.start_mark, node.end_mark)


def list_at(node: yaml.Node, items: Sequence[yaml.Node]) -> yaml.SequenceNode:
    """Return a list that stands where a node stands."""
    return yaml.SequenceNode("tag:yaml.org,2002:seq", list(items), node.start_mark, node.end_mark)


def without_keys(node: yaml.Node, keys: Sequence[str]) -> yaml.Node:
    """Return a mapping without some of its keys; the node itself where it has none of them."""
    if isinstance(node, yaml.MappingNode) and any(key.value in keys for key, _ in node.value):
        return mapping_at(node, [pair for pair in node.value if pair[0].value not in keys])
    return node


def every(node: yaml.Node) -> Iterator[yaml.Node]:
    """Yield a node and all below it, keys too; an alias once."""
    waiting, seen = [node], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, yaml.SequenceNode):
            waiting += one.value
        elif isinstance(one, yaml.MappingNode):
            waiting += [part for pair in one.value for part in pair]
