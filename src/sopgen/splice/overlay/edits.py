"""What the splicer does, for any edition: of one that is merged with its base, the overlay gets the change.

A place that does not exist raises LookupError, one that can not be changed alone SpecError.
"""

from collections.abc import Sequence

from sopgen.errors import Loc
from sopgen.read.overlay.spec import MergedSource
from sopgen.read.source import Source
from sopgen.splice import append as appending
from sopgen.splice import insert as inserting
from sopgen.splice import put as putting
from sopgen.splice import remove as removing
from sopgen.splice import reorder as reordering
from sopgen.splice.overlay.towards import towards
from sopgen.splice.places import data_at, number_of
from sopgen.splice.sure import wanted
from sopgen.splice.value import Value, as_read


def put(source: Source, loc: Loc, value: Value) -> Source:
    """Let a value stand in the place of another."""
    if not isinstance(source, MergedSource):
        return putting.put(source, loc, value)
    number_of(data_at(source.data, loc[:-1]), loc[-1])
    return towards(source, wanted(source, loc[:-1], lambda one: one.__setitem__(loc[-1], as_read(value))), loc)


def rewrite(source: Source, loc: Loc, text: str) -> Source:
    """Let a text stand in the place of another."""
    if not isinstance(source, MergedSource):
        return putting.rewrite(source, loc, text)
    if isinstance(data_at(source.data, loc), dict | list):
        raise LookupError(loc)
    return put(source, loc, text)


def insert(source: Source, loc: Loc, value: Value) -> Source:
    """Let an item stand at a place of a list, or a key in a mapping."""
    if not isinstance(source, MergedSource):
        return inserting.insert(source, loc, value)
    *above, last = loc
    holder, new = data_at(source.data, tuple(above)), as_read(value)
    if isinstance(holder, dict) and isinstance(last, str) and last not in holder:
        return towards(source, wanted(source, tuple(above), lambda one: one.__setitem__(last, new)), loc)
    if not isinstance(holder, list) or not isinstance(last, int) or not 0 <= last <= len(holder):
        raise LookupError(loc)
    return towards(source, wanted(source, tuple(above), lambda one: one.insert(last, new)), loc[:-1])


def insert_key(source: Source, loc: Loc, value: Value, number: int) -> Source:
    """Let a new key stand among those of its mapping; an overlay's stand in the order of its base."""
    if not isinstance(source, MergedSource):
        return inserting.insert_key(source, loc, value, number)
    return insert(source, loc, value)


def insert_after(source: Source, loc: Loc, key: str, value: Value) -> Source:
    """Let a new key stand after another one of its mapping; in an overlay its order says nothing."""
    if not isinstance(source, MergedSource):
        return inserting.insert_after(source, loc, key, value)
    data_at(source.data, loc)
    return insert(source, (*loc[:-1], key), value)


def remove(source: Source, loc: Loc) -> Source:
    """Take out an item or a key."""
    if not isinstance(source, MergedSource):
        return removing.remove(source, loc)
    data_at(source.data, loc)
    return towards(source, wanted(source, loc[:-1], lambda holder: holder.__delitem__(loc[-1])), loc)


def reorder(source: Source, loc: Loc, order: Sequence[int]) -> Source:
    """Let the items of a list stand in another order (their present places)."""
    if not isinstance(source, MergedSource):
        return reordering.reorder(source, loc, order)
    items = data_at(source.data, loc)
    if not isinstance(items, list) or sorted(order) != list(range(len(items))):
        raise LookupError(loc)
    turned = [items[place] for place in order]
    return towards(source, wanted(source, loc, lambda holder: holder.__setitem__(slice(None), turned)), loc)


def append(source: Source, key: str, items: Sequence[Value]) -> Source:
    """Add items to the list under a key of the top level."""
    if not isinstance(source, MergedSource):
        return appending.append(source, key, items)
    data = source.data
    if not isinstance(data, dict):
        raise LookupError(key)
    new = [*(data.get(key) or []), *map(as_read, items)]
    return towards(source, {**data, key: new}, (key,))
