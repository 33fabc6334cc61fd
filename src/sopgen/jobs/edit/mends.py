"""From a spec and a correction to the corrected spec, which differs at the place of the correction only."""

import re
from collections.abc import Callable

from sopgen.errors import Loc, SpecError, path_text
from sopgen.jobs.edit.reasons import with_text_followed
from sopgen.lint.registry import Mend, Reorder, TakeOut
from sopgen.read.source import Source
from sopgen.splice.overlay.edits import remove, reorder, rewrite
from sopgen.splice.places import node_at


def carried_out(source: Source, mend: Mend) -> Source | None:
    """Return the corrected spec; None where nothing would change, or more than the place (an anchor's aliases)."""
    try:
        made = _written(source, mend)
    except (SpecError, LookupError):  # a law that is named by its id has no words to mend
        return None
    if made.data == source.data:
        return None
    if isinstance(mend, Reorder | TakeOut):
        return _with_mended_paths(made, mend)
    return with_text_followed(made, mend.loc, str(node_at(source, mend.loc).value))


def _written(source: Source, mend: Mend) -> Source:
    if isinstance(mend, TakeOut):
        return remove(source, mend.loc)
    if isinstance(mend, Reorder):
        return reorder(source, mend.loc, mend.order)
    return rewrite(source, mend.loc, mend.text)


def moved(loc: Loc, mend: Reorder | TakeOut) -> Loc:
    """Return where a place is after a list stands in another order, or without one of its items."""
    if isinstance(mend, TakeOut):
        return _after_taking_out(loc, mend)
    depth = len(mend.loc)
    if len(loc) > depth and loc[:depth] == mend.loc:
        return (*mend.loc, mend.order.index(int(loc[depth])), *loc[depth + 1 :])
    return loc


def _after_taking_out(loc: Loc, mend: TakeOut) -> Loc:
    depth, number = len(mend.loc) - 1, int(mend.loc[-1])
    if len(loc) > depth and loc[:depth] == mend.loc[:-1] and int(loc[depth]) > number:
        return (*loc[:depth], int(loc[depth]) - 1, *loc[depth + 1 :])
    return loc


def with_paths_moved(source: Source, holder: Loc, place: Callable[[int], int]) -> Source:
    """Let every `di` of the spec that names an item of a list name it where it stands now.

    `place` tells where an item stands that stood there as a number.
    """
    head = re.compile(re.escape(path_text(holder)) + r"\[(\d+)\]")
    for loc, path in list(_paths(source.data, ())):
        found = head.match(path)
        if found and place(int(found[1])) != int(found[1]):
            source = rewrite(source, loc, f"{path_text(holder)}[{place(int(found[1]))}]{path[found.end() :]}")
    return source


def _with_mended_paths(source: Source, mend: Reorder | TakeOut) -> Source:
    holder = mend.loc if isinstance(mend, Reorder) else mend.loc[:-1]
    return with_paths_moved(source, holder, lambda number: _place(number, mend))


def _place(number: int, mend: Reorder | TakeOut) -> int:
    """Return where an item stands that stood there as this number."""
    if isinstance(mend, TakeOut):
        return number - (number > int(mend.loc[-1]))
    return mend.order.index(number) if number < len(mend.order) else number


def _paths(data: object, loc: Loc) -> list[tuple[Loc, str]]:
    """Return the places of the spec whose text names another place, and the texts."""
    found: list[tuple[Loc, str]] = []
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in parts:
        found += [((*loc, key), value)] if key == "di" and isinstance(value, str) else _paths(value, (*loc, key))
    return found
