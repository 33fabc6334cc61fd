"""From a spec and a correction to the corrected spec, which differs at the place of the correction only."""

import re

from sopgen.errors import Loc, SpecError, path_text
from sopgen.jobs.edit.reasons import with_text_followed
from sopgen.lint.registry import Reorder, Rewrite
from sopgen.read.source import Source
from sopgen.splice.places import node_at
from sopgen.splice.put import rewrite
from sopgen.splice.reorder import reorder


def carried_out(source: Source, mend: Rewrite | Reorder) -> Source | None:
    """Return the corrected spec; None where nothing would change, or more than the place (an anchor's aliases)."""
    try:
        made = _written(source, mend)
    except SpecError:
        return None
    if made.data == source.data:
        return None
    if isinstance(mend, Reorder):
        return _with_paths_moved(made, mend)
    return with_text_followed(made, mend.loc, str(node_at(source, mend.loc).value))


def _written(source: Source, mend: Rewrite | Reorder) -> Source:
    if isinstance(mend, Reorder):
        return reorder(source, mend.loc, mend.order)
    return rewrite(source, mend.loc, mend.text)


def moved(loc: Loc, mend: Reorder) -> Loc:
    """Return where a place is after a list stands in another order."""
    depth = len(mend.loc)
    if len(loc) > depth and loc[:depth] == mend.loc:
        return (*mend.loc, mend.order.index(int(loc[depth])), *loc[depth + 1 :])
    return loc


def _with_paths_moved(source: Source, mend: Reorder) -> Source:
    """Let every `di` of the spec that names an item of the list name it where it stands now."""
    head = re.compile(re.escape(path_text(mend.loc)) + r"\[(\d+)\]")
    for loc, path in list(_paths(source.data, ())):
        found = head.match(path)
        if found and int(found[1]) < len(mend.order):
            place = mend.order.index(int(found[1]))
            source = rewrite(source, loc, f"{path_text(mend.loc)}[{place}]{path[found.end() :]}")
    return source


def _paths(data: object, loc: Loc) -> list[tuple[Loc, str]]:
    """Return the places of the spec whose text names another place, and the texts."""
    found: list[tuple[Loc, str]] = []
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in parts:
        found += [((*loc, key), value)] if key == "di" and isinstance(value, str) else _paths(value, (*loc, key))
    return found
