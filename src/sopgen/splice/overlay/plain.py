"""Let a text say other data than before by the fewest changes: what stays, stays with its comments."""

import json
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any, Final

from sopgen.errors import Loc
from sopgen.read.source import Source
from sopgen.splice.insert import insert, insert_key
from sopgen.splice.places import data_at
from sopgen.splice.put import as_written_there, put
from sopgen.splice.remove import remove

Data = Any


class Missing:
    """Nothing stands there, not even a null."""


MISSING: Final = Missing()


def there(data: Data, loc: Loc) -> Data:
    """Return what stands at a place; MISSING where nothing does."""
    try:
        return data_at(data, loc)
    except LookupError:
        return MISSING


# The keys of a mapping at a place in the order in which they are to stand; none where it says nothing.
Order = Callable[[Loc], Sequence[str]]


def _at_the_end(_: Loc) -> Sequence[str]:
    return ()


def turned(source: Source, loc: Loc, new: Data, order: Order = _at_the_end) -> Source:
    """Return the text with other data at a place; raise SpecError where it can not be changed surely.

    A new key stands behind those that come before it in the order of its mapping.
    """
    old = there(source.data, loc)
    if old is MISSING:
        return source if new is MISSING else _begun(source, loc, new, order)
    if new is MISSING:
        return _ended(source, loc)
    if old == new:
        return source
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        return _keys(source, loc, (old, new), order)
    if isinstance(old, list) and isinstance(new, list) and old and new:
        return _items(source, loc, old, new)
    return put(source, loc, as_written_there(source, loc, new))


def _keys(source: Source, loc: Loc, both: tuple[Data, Data], order: Order) -> Source:
    old, new = both
    for key in new:
        source = turned(source, (*loc, key), new[key], order)
    for key in old:
        if key not in new:
            source = remove(source, (*loc, key))
    return source


def _items(source: Source, loc: Loc, old: Data, new: Data) -> Source:
    was, becomes = ([json.dumps(one, sort_keys=True) for one in items] for items in (old, new))
    for kind, i, j, k, m in reversed(SequenceMatcher(None, was, becomes, autojunk=False).get_opcodes()):
        if kind == "equal":
            continue
        pairs = min(j - i, m - k)
        for n in range(m - 1, k + pairs - 1, -1):
            source = insert(source, (*loc, i + pairs), new[n])
        for n in range(j - 1, i + pairs - 1, -1):
            source = remove(source, (*loc, n))
        for n in range(pairs):
            source = turned(source, (*loc, i + n), new[k + n])
    return source


def _begun(source: Source, loc: Loc, new: Data, order: Order) -> Source:
    """Let something stand where nothing does, with the keys above it that are missing too."""
    above = there(source.data, loc[:-1])
    if isinstance(above, dict):
        names = list(order(loc[:-1]))
        before = set(names[: names.index(str(loc[-1]))]) if loc[-1] in names else set(above)
        return insert_key(source, loc, new, max((n for n, key in enumerate(above, 1) if key in before), default=0))
    if isinstance(above, list):
        return insert(source, loc, new)
    if above is MISSING:
        return _begun(source, loc[:-1], {str(loc[-1]): new}, order)
    return put(source, loc[:-1], {str(loc[-1]): new})


def _ended(source: Source, loc: Loc) -> Source:
    """Take out what stands at a place, with what held it alone."""
    above = there(source.data, loc[:-1])
    return _ended(source, loc[:-1]) if len(loc) > 1 and len(above) == 1 else remove(source, loc)
