"""From a base and what a unit says otherwise to one tree: mappings key by key, lists item by item.

A text, or a list written out, takes the place of the base's. In a mapping `tanpa` names keys that the unit leaves
out. Items of a list are added (`tambah`), changed (`ganti`), left out (`tanpa`): known by their id where all have
one, else by what they say. `sesudah` and `sebelum` tell the place of an item, by another item of the base.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml

from sopgen.errors import Loc, Problem, SpecError
from sopgen.messages import likeliest, nearest, say
from sopgen.read.overlay.nodes import by_ids, child, data_of, id_of, known_as, list_at, mapping_at, without_keys
from sopgen.read.source import Source

ADDED: Final = "tambah"
CHANGED: Final = "ganti"
LEFT_OUT: Final = "tanpa"
EDITS: Final = (ADDED, CHANGED, LEFT_OUT)
AFTER: Final = "sesudah"
BEFORE: Final = "sebelum"
PLACES: Final = (AFTER, BEFORE)
# Of an item without an id: it itself, what it was, what it becomes.
ITEM: Final = "butir"
WAS: Final = "dari"
BECOMES: Final = "menjadi"
# What of an overlay says which base it is of.
HEAD: Final = ("dasar", "sidik_dasar")


@dataclass(frozen=True)
class Tree:
    """A merged tree, and the nodes of it that were made anew: each stands where the overlay has its part."""

    root: yaml.Node
    made: tuple[yaml.Node, ...]


def merge(overlay: Source, base: yaml.Node) -> Tree:
    """Return the tree of an overlay over a base; raise SpecError with all that names nothing in the base."""
    merging = _Merging(overlay)
    root = merging.value(base, without_keys(overlay.root, HEAD), ())
    if merging.faults:
        raise SpecError(sorted(merging.faults))
    return Tree(root, tuple(merging.made))


def edits_a_list(base: yaml.Node | None, over: yaml.Node) -> bool:
    """Tell whether a mapping of an overlay says how a list differs: what it is over is one, or nothing yet."""
    if not isinstance(over, yaml.MappingNode) or not over.value or isinstance(base, yaml.MappingNode):
        return False
    keys = {key.value for key, _ in over.value}
    return bool(keys & {*EDITS}) if isinstance(base, yaml.SequenceNode) else keys <= {*EDITS}


@dataclass(eq=False)
class _Item:
    """An item of a list while it is merged, and those that the overlay puts right before and behind it."""

    node: yaml.Node
    name: str
    is_left_out: bool = False
    is_placed: bool = False
    before: "list[_Item]" = field(default_factory=list)
    behind: "list[_Item]" = field(default_factory=list)

    def group(self) -> "Iterator[_Item]":
        """Yield what stands before it, it itself, what stands behind it; a chain of them may be long."""
        waiting = [(self, False)]
        while waiting:
            item, is_opened = waiting.pop()
            if is_opened:
                yield item
            else:
                waiting += [(one, False) for one in reversed(item.behind)]
                waiting.append((item, True))
                waiting += [(one, False) for one in reversed(item.before)]


@dataclass
class _Row:
    """The items of a list, those of the base first, and each by what it is known by: its id, or what it says."""

    ids: bool
    items: list[_Item] = field(default_factory=list)
    by_name: dict[str, list[_Item]] = field(default_factory=dict)

    def add(self, item: _Item) -> None:
        self.items.append(item)
        self.by_name.setdefault(item.name, []).append(item)

    def has(self, name: str) -> bool:
        """Tell whether an item that is not left out has a name."""
        return any(not one.is_left_out for one in self.by_name.get(name, ()))


@dataclass
class _Merging:
    overlay: Source
    faults: list[Problem] = field(default_factory=list)
    made: list[yaml.Node] = field(default_factory=list)

    def fault(self, loc: Loc, what: str, fix: str) -> None:
        self.faults.append(self.overlay.problem("DS01", loc, what, fix))

    def new(self, node: yaml.Node) -> yaml.Node:
        self.made.append(node)
        return node

    def value(self, base: yaml.Node | None, over: yaml.Node, loc: Loc) -> yaml.Node:
        """Return what stands at a place: the overlay's value, merged into the base's where both have parts."""
        if not isinstance(over, yaml.MappingNode):
            return over
        if edits_a_list(base, over):
            return self.items(base, over, loc)
        return self.mapping(base if isinstance(base, yaml.MappingNode) else None, over, loc)

    def mapping(self, base: yaml.MappingNode | None, over: yaml.MappingNode, loc: Loc) -> yaml.Node:
        left_out = child(over, LEFT_OUT) if base else None
        gone = self.names(left_out, (*loc, LEFT_OUT))
        told = {key.value for key, _ in base.value} if base else set()
        for number, name in enumerate(gone):
            if name not in told:
                what = say('the base has no "{name}" here', name=name)
                self.fault((*loc, LEFT_OUT, number), what, nearest(name, told))
        own = {key.value: (key, value) for key, value in over.value if left_out is None or value is not left_out}
        pairs = []
        for key, value in base.value if base else ():
            if key.value in own:
                mine, other = own.pop(key.value)
                pairs.append((mine, self.value(None if key.value in gone else value, other, (*loc, key.value))))
            elif key.value not in gone:
                pairs.append((key, value))
        pairs += [(key, self.value(None, value, (*loc, name))) for name, (key, value) in own.items()]
        return self.new(mapping_at(over, pairs))

    def names(self, node: yaml.Node | None, loc: Loc) -> list[str]:
        """Return the words of a list of words."""
        if node is None:
            return []
        if isinstance(node, yaml.SequenceNode) and all(isinstance(one, yaml.ScalarNode) for one in node.value):
            return [one.value for one in node.value]
        self.fault(loc, say("a list of words is wanted here"), say("write them in brackets: [a, b]"))
        return []

    def items(self, base: yaml.Node | None, over: yaml.MappingNode, loc: Loc) -> yaml.Node:
        """Return a list of the base with the items that the overlay adds, changes and leaves out."""
        was = list(base.value) if isinstance(base, yaml.SequenceNode) else []
        added = child(over, ADDED)
        ids = by_ids(was or (added.value if isinstance(added, yaml.SequenceNode) else []))
        for key, _ in over.value:
            if key.value not in EDITS:
                what = say('key "{name}" is not known beside `tambah`, `ganti` and `tanpa`', name=key.value)
                self.fault((*loc, key.value), what, nearest(key.value, EDITS))
        row = _Row(ids)
        for one in was:
            row.add(_Item(one, known_as(one, ids=ids)))
        self.left_out(row, child(over, LEFT_OUT), (*loc, LEFT_OUT))
        self.added(row, added, (*loc, ADDED))
        changed = child(over, CHANGED)
        if changed is not None:
            (self.changed_ids if ids else self.changed_texts)(row, changed, (*loc, CHANGED))
        standing = [one for first in row.items if not first.is_placed for one in first.group()]
        if len(standing) < len(row.items):
            what = say("the places of items name each other in a circle")
            self.fault(loc, what, say("let one of them stand at an item of the base"))
        return self.new(list_at(over, [one.node for one in standing if not one.is_left_out]))

    def found(self, row: _Row, node: yaml.Node, loc: Loc, but: _Item | None = None) -> _Item | None:
        """Return the item that a node names, by its id or by what it says; another one than `but`."""
        name = str(node.value) if row.ids else known_as(node, ids=False)
        hits = [one for one in row.by_name.get(name, ()) if one is not but]
        if len(hits) == 1:
            return hits[0]
        shown = data_of(node) if isinstance(node, yaml.ScalarNode) else name
        if hits:
            what = say('"{name}" stands more than once in the base', name=shown)
            self.fault(loc, what, say("write the whole list here"))
        else:
            what = say('the base has no "{name}" here', name=shown)
            self.fault(loc, what, self.hint([one for one in row.items if one is not but], str(shown), ids=row.ids))
        return None

    def hint(self, items: list[_Item], name: str, *, ids: bool) -> str:
        """Return what is meant, or how an overlay follows a base that has moved on."""
        known = [one.name if ids else str(data_of(one.node)) for one in items]
        moved_on = say("where the base moved on, `sopgen update` shows what comes and what clashes")
        if ids or likeliest(name, known):
            hint = nearest(name, known)
            return f"{hint} {moved_on}" if hint.endswith("?") else f"{hint}; {moved_on}"
        return moved_on

    def left_out(self, row: _Row, node: yaml.Node | None, loc: Loc) -> None:
        for number, one in enumerate(self.listed(node, loc)):
            if item := self.found(row, one, (*loc, number)):
                item.is_left_out = True

    def listed(self, node: yaml.Node | None, loc: Loc) -> list[yaml.Node]:
        if node is None or isinstance(node, yaml.SequenceNode):
            return node.value if node else []
        self.fault(loc, say("a list is wanted here"), say("write one `- item` a line, with a blank behind the -"))
        return []

    def changed_ids(self, row: _Row, node: yaml.Node, loc: Loc) -> None:
        if not isinstance(node, yaml.MappingNode):
            fix = say("write the id of the base's item with a colon, what differs below it")
            return self.fault(loc, say("keys are wanted here: the ids of items"), fix)
        for key, over in node.value:
            place = (*loc, key.value)
            if item := self.found(row, key, place):
                item.node = self.value(item.node, without_keys(over, PLACES), place)
                self.put(row, item, over, place)
        return None

    def changed_texts(self, row: _Row, node: yaml.Node, loc: Loc) -> None:
        if not isinstance(node, yaml.SequenceNode):
            fix = say("write `- dari:` with the former text, and `menjadi:` below it")
            return self.fault(loc, say("a list is wanted here"), fix)
        for number, over in enumerate(node.value):
            place = (*loc, number)
            was, now = child(over, WAS), child(over, BECOMES)
            keys = {key.value for key, _ in over.value} if isinstance(over, yaml.MappingNode) else set()
            if was is None or not keys <= {WAS, BECOMES, *PLACES} or len(keys) == 1:
                fix = say("write `- dari:` with the former text, and `menjadi:` below it")
                self.fault(place, say("a changed item is its former text and its new one"), fix)
            elif item := self.found(row, was, (*place, WAS)):
                item.node = now or item.node
                self.put(row, item, over, place)
        return None

    def added(self, row: _Row, node: yaml.Node | None, loc: Loc) -> None:
        """Add items, each at its place among those of the base and of each other."""
        placed: list[tuple[_Item, yaml.Node, Loc]] = []
        for number, over in enumerate(self.listed(node, loc)):
            item = self.own_item(over, ids=row.ids)
            if item is None:
                self.fault((*loc, number), say("the items of this list have ids"), say("give it an `id` of its own"))
            elif row.has(item.name):
                what = say('"{name}" stands in the base already', name=item.name if row.ids else data_of(item.node))
                self.fault((*loc, number), what, say("write it under `ganti`, or take it out here"))
            else:
                row.add(item)
                placed.append((item, over, (*loc, number)))
        for item, over, place in placed:
            self.put(row, item, over, place)

    def own_item(self, over: yaml.Node, *, ids: bool) -> _Item | None:
        """Return an added item without what tells its place; None where it lacks its id."""
        if ids:
            plain = without_keys(over, PLACES)
            if plain is not over:
                self.new(plain)
            return _Item(plain, str(id_of(plain))) if id_of(plain) else None
        inner = child(over, ITEM)
        placed = isinstance(over, yaml.MappingNode) and {key.value for key, _ in over.value} <= {ITEM, *PLACES}
        node = inner if inner is not None and placed else over
        return _Item(node, known_as(node, ids=False))

    def put(self, row: _Row, item: _Item, over: yaml.Node, loc: Loc) -> None:
        """Let an item stand where the overlay says; those at the same one stand in the order of the file."""
        told = [(key, node) for key in PLACES if (node := child(over, key)) is not None]
        if not told:
            return
        key, node = told[0]
        if len(told) > 1:
            self.fault((*loc, BEFORE), say("an item has one place"), say("keep `sesudah` or `sebelum`"))
        anchor = self.found(row, node, (*loc, key), but=item)
        if anchor is None:
            return
        item.is_placed = True
        (anchor.behind if key == AFTER else anchor.before).append(item)
