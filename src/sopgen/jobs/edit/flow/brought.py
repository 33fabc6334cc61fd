"""Bring a list of a spec to how it is wanted, by the fewest changes of its text: the rest stays as it is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sopgen.errors import Loc, path_text
from sopgen.jobs.edit.changes import with_item, with_value, without
from sopgen.jobs.edit.mends import with_paths_moved
from sopgen.jobs.edit.reasons import REASONS
from sopgen.read.source import Source
from sopgen.splice.overlay.edits import remove, reorder
from sopgen.splice.places import data_at
from sopgen.splice.value import as_read


@dataclass(frozen=True)
class WantedItem:
    """An item of the wanted list: what it is to say, and where it stands now; None for a new one."""

    now: Mapping[str, Any]
    was: int | None = None


def with_items(source: Source, loc: Loc, items: Sequence[WantedItem]) -> Source:
    """Let a list have these items in this order; comments go with theirs, and so do the reasons of changes.

    Raises LookupError where there is no list, SpecError where its text can not be changed so.
    """
    present = data_at(source.data, loc)
    if not isinstance(present, list):
        raise LookupError(loc)
    kept = [one.was for one in items if one.was is not None]
    for number in sorted({*range(len(present))} - {*kept}, reverse=True):
        source = without(without_reasons_of(source, (*loc, number)), (*loc, number))
    order = [sorted(kept).index(number) for number in kept]
    if order != sorted(order):
        source = with_paths_moved(reorder(source, loc, order), loc, lambda n: order.index(n) if n in order else n)
    for number, one in enumerate(items):
        if one.was is None:
            source = with_item(source, loc, number, dict(one.now))
        else:
            source = brought(source, (*loc, number), one.now)
    return source


def brought(source: Source, loc: Loc, now: Mapping[str, Any]) -> Source:
    """Let a mapping say what is wanted, key by key."""
    was = data_at(source.data, loc)
    if was == as_read(now):
        return source
    if not isinstance(was, dict):
        raise LookupError(loc)
    for key in [key for key in was if key not in now]:
        source = remove(source, (*loc, key))
    for key, value in now.items():
        before = was.get(key)
        if isinstance(value, Mapping) and isinstance(before, dict) and [*value] == [*before]:
            source = brought(source, (*loc, key), value)
        elif key not in was or before != as_read(value):
            source = with_value(source, (*loc, key), value)
    return source


def without_reasons_of(source: Source, loc: Loc) -> Source:
    """Take out the reasons for what stands at a place, which goes; those for what went before from there stay."""
    data = source.data if isinstance(source.data, dict) else {}
    path = path_text(loc)
    for number, one in reversed(list(enumerate(data.get(REASONS) or []))):
        if "dihapus" not in one and (one["di"] == path or one["di"].startswith((f"{path}.", f"{path}["))):
            source = without(source, (REASONS, number))
    return source
