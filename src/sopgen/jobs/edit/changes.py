"""A change of one place of an edition's text, as a form makes it: the places that it moves are named anew.

A place that does not exist raises LookupError, one that can not be changed alone SpecError.
"""

import re
from typing import Final

from sopgen.errors import Loc
from sopgen.jobs.edit.mends import with_paths_moved
from sopgen.read.source import Source
from sopgen.splice.overlay.edits import insert, put, remove, reorder
from sopgen.splice.places import data_at
from sopgen.splice.put import as_written_there
from sopgen.splice.value import Value

_PARTS: Final = re.compile(r"[^.\[\]]+|\[\d+\]")


def place_of(path: str) -> Loc:
    """Return the parts of a path that `path_text` wrote: `kegiatan[0].alur[2].ke`."""
    return tuple(int(part[1:-1]) if part[0] == "[" else part for part in _PARTS.findall(path))


def with_value(source: Source, loc: Loc, value: Value) -> Source:
    """Let a value stand at a place, also where its key is not written yet."""
    if not loc:
        raise LookupError(loc)
    holder = _there(source, loc[:-1])
    if isinstance(holder, dict) and loc[-1] not in holder:
        return insert(source, loc, value)
    if holder is None and isinstance(loc[-1], str):
        return with_value(source, loc[:-1], {loc[-1]: value})
    return put(source, loc, as_written_there(source, loc, value))


def with_item(source: Source, loc: Loc, index: int, value: Value) -> Source:
    """Let an item stand in a list, which begins with it where there is none."""
    if _there(source, loc) is None:
        return with_value(source, loc, [value])
    made = insert(source, (*loc, index), value)
    return with_paths_moved(made, loc, lambda number: number + (number >= index))


def without(source: Source, loc: Loc) -> Source:
    """Take an item out of its list, or a key out of its mapping."""
    made, last = remove(source, loc), loc[-1]
    if isinstance(last, str):
        return made
    return with_paths_moved(made, loc[:-1], lambda number: number - (number > last))


def with_item_moved(source: Source, loc: Loc, index: int, to: int) -> Source:
    """Let an item of a list stand at another place of it."""
    items = data_at(source.data, loc)
    if not isinstance(items, list) or not (0 <= index < len(items) and 0 <= to < len(items)):
        raise LookupError(loc)
    order = list(range(len(items)))
    order.insert(to, order.pop(index))
    made = reorder(source, loc, order)
    return with_paths_moved(made, loc, lambda number: order.index(number) if number < len(order) else number)


def _there(source: Source, loc: Loc) -> object:
    """Return what stands at a place; None where nothing does."""
    try:
        return data_at(source.data, loc)
    except LookupError:
        return None
