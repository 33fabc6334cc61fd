"""What an overlay must say so that a base becomes what is wanted: the least of it, item by item."""

import json
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from sopgen.read.overlay.merge import ADDED, AFTER, BECOMES, BEFORE, CHANGED, ITEM, LEFT_OUT, PLACES, WAS

Data = Any


def difference(base: Data, goal: Data, kept: Data = None) -> Data:
    """Return what stands in an overlay for a goal; `kept` is what stood there, whose places are kept.

    Of what is in lists without ids and stands twice there is no such thing: the list is returned as it is wanted.
    """
    if isinstance(base, dict) and isinstance(goal, dict):
        return _of_keys(base, goal, kept)
    if isinstance(base, list) and base and isinstance(goal, list):
        if have_ids(base):
            return _of_items(base, goal, kept) if have_ids(goal) else goal
        return _of_texts(base, goal)
    return goal


def have_ids(items: Sequence[Data]) -> bool:
    """Tell whether each item has an id of its own."""
    ids = [one.get("id") if isinstance(one, dict) else None for one in items]
    return all(isinstance(one, str) for one in ids) and len(set(ids)) == len(ids)


def _of_keys(base: Mapping[str, Data], goal: Mapping[str, Data], kept: Data) -> Data:
    former = kept if isinstance(kept, dict) else {}
    gone = [key for key in base if key not in goal]
    said = {
        key: difference(base[key], one, former.get(key)) if key in base else one
        for key, one in goal.items()
        if key not in base or base[key] != one
    }
    return {**({LEFT_OUT: gone} if gone else {}), **said}


def _of_items(base: Sequence[Data], goal: Sequence[Data], kept: Data) -> Data:
    was = {one["id"]: one for one in base}
    former = kept if isinstance(kept, dict) else {}
    changed = former.get(CHANGED) or {}
    places = _moves([one["id"] for one in base], [one["id"] for one in goal])
    said = {}
    for item in goal:
        name = item["id"]
        if name in was:
            own = difference(was[name], item, changed.get(name)) if was[name] != item else {}
            said[name] = {**places.get(name, {}), **own}
    wanted = {item["id"] for item in goal}
    return _edits(
        _added(was, goal, former.get(ADDED) or []),
        {name: one for name, one in said.items() if one},
        [name for name in was if name not in wanted],
    )


def _edits(added: Data, changed: Data, gone: Data) -> Data:
    return {key: one for key, one in ((CHANGED, changed), (ADDED, added), (LEFT_OUT, gone)) if one}


def _moves(base: Sequence[str], goal: Sequence[str]) -> dict[str, Data]:
    """Return the place of each id that does not stand in the base's order."""
    ours = [name for name in goal if name in set(base)]
    theirs = [name for name in base if name in set(ours)]
    stay: set[str] = set()
    for block in SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks():
        stay |= set(theirs[block.a : block.a + block.size])
    first = next((name for name in ours if name in stay), None)
    return {name: {AFTER: ours[n - 1]} if n else {BEFORE: first} for n, name in enumerate(ours) if name not in stay}


def _added(was: Mapping[str, Data], goal: Sequence[Data], kept: Sequence[Data]) -> Data:
    former = {one.get("id"): one for one in kept if isinstance(one, dict)}
    last = max((n for n, one in enumerate(goal) if one["id"] in was), default=-1)
    made = []
    for n, item in enumerate(goal):
        if item["id"] in was:
            continue
        placed = {key: one for key, one in former.get(item["id"], {}).items() if key in PLACES}
        if item["id"] not in former and n < last:
            placed = (
                {AFTER: goal[n - 1]["id"]} if n else {BEFORE: next(one["id"] for one in goal if one["id"] in was)}
            )
        made.append({"id": item["id"], **placed, **item})
    return made


def _of_texts(base: Sequence[Data], goal: Sequence[Data]) -> Data:
    """Return how a list differs whose items are known by what they say."""
    names, wanted = [list(map(content_key, one)) for one in (base, goal)]
    if len(set(names)) < len(names):
        return list(goal)
    added: list[Data] = []
    changed: list[Data] = []
    gone: list[Data] = []
    behind: Data = None
    for kind, i, j, k, m in SequenceMatcher(None, names, wanted, autojunk=False).get_opcodes():
        if kind == "equal":
            behind = base[j - 1]
            continue
        pairs = min(j - i, m - k)
        changed += [{WAS: base[i + n], BECOMES: goal[k + n]} for n in range(pairs)]
        gone += base[i + pairs : j]
        behind = base[i + pairs - 1] if pairs else behind
        for n in range(k + pairs, m):
            added.append(_placed(goal[n], behind, base, last=j == len(base)))
            behind = goal[n]
    return _edits(added, changed, gone)


def _placed(item: Data, behind: Data, base: Sequence[Data], *, last: bool) -> Data:
    if last:
        return item
    return {ITEM: item, **({BEFORE: base[0]} if behind is None else {AFTER: behind})}


def content_key(item: Data) -> str:
    """Return a text that is the same for items that say the same, whatever the order of their keys."""
    return json.dumps(item, sort_keys=True)
