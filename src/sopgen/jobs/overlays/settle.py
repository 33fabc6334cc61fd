"""From an overlay of a former base to one of the base as it is: each clash settled as somebody decided."""

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final, Literal

from sopgen.errors import Loc
from sopgen.jobs.overlays.clashes import ClashKind, Met, OverlayClash
from sopgen.read.overlay.merge import ADDED, AFTER, BECOMES, BEFORE, CHANGED, EDITS, ITEM, LEFT_OUT, WAS
from sopgen.splice.overlay.difference import difference, have_ids
from sopgen.splice.overlay.plain import MISSING, there

Data = Any
Choice = Literal["keep", "take"]


@dataclass(frozen=True)
class Settling:
    """An overlay's data, what it made of its former base, and the base as it is."""

    said: Data
    merged: Data
    new: Data


def settled(one: Settling, found: Met, choices: Mapping[int, Choice]) -> Data:
    """Return what the overlay says then: what says nothing any more is out, and each clash, by its number, settled.

    With `keep` the unit's words stay, with `take` the base's come. An item whose place is gone stands behind the
    nearest one before it then, or at the end.
    """
    made = deepcopy(one.said)
    gone, begun = [*found.moot], list[tuple[tuple[Any, ...], Data]]()
    for number, choice in choices.items():
        clash = found.clashes[number]
        if clash.kind is ClashKind.PLACE:
            _place_anew(made, clash, _anchor(clash.loc[:-1], one) if choice == "keep" else {})
            continue
        instead = INSTEAD.get(clash.kind)
        if choice == "take" or instead:
            gone.append(clash.loc)
        if choice == "keep" and instead:
            begun += instead(clash, one)
    for loc in sorted(gone, key=_from_the_end):
        _take_out(made, loc)
    for loc, value in begun:
        _put(made, loc, value)
    return made


_New = Sequence[tuple[tuple[Any, ...], Data]]


def _whole_part(clash: OverlayClash, one: Settling) -> _New:
    return [(clash.loc, _at(one.merged, clash.loc))]


def _changed_item(clash: OverlayClash, _: Settling) -> _New:
    return [((*clash.loc[:-2], CHANGED, clash.ours["id"]), difference(clash.theirs, clash.ours))]


def _own_item(clash: OverlayClash, one: Settling) -> _New:
    item = {**_at(one.merged, clash.loc), **_anchor(clash.loc, one)}
    return [((*clash.loc[:-2], ADDED, None), item)]


def _reworded(clash: OverlayClash, _: Settling) -> _New:
    return [((*clash.loc[:-2], CHANGED, None), {WAS: clash.theirs, BECOMES: clash.ours})]


def _own_text(clash: OverlayClash, one: Settling) -> _New:
    place = _anchor(clash.loc, one)
    return [((*clash.loc[:-2], ADDED, None), {ITEM: clash.ours, **place} if place else clash.ours)]


def _left_out(clash: OverlayClash, _: Settling) -> _New:
    return [((*clash.loc[:-2], LEFT_OUT, None), clash.theirs)]


def _place_anew(data: Data, clash: OverlayClash, place: Mapping[str, Data]) -> None:
    """Give an item another place, before any number of an item is another."""
    item = there(data, clash.loc[:-1])
    del item[clash.loc[-1]]
    item.update(place)


# What an overlay says where the unit's words stay, but can not stay as they are.
INSTEAD: Final[Mapping[ClashKind, Callable[[OverlayClash, Settling], _New]]] = {
    ClashKind.KEY_GONE: _whole_part,
    ClashKind.ITEM_TWICE: _changed_item,
    ClashKind.ITEM_GONE: _own_item,
    ClashKind.TEXT_REWORDED: _reworded,
    ClashKind.TEXT_GONE: _own_text,
    ClashKind.TEXT_LEFT_OUT: _left_out,
}


def _anchor(loc: Loc, one: Settling) -> dict[str, Data]:
    """Return the place of an item at the nearest one that is still there; nothing where none is."""
    items, left, own = _at(one.merged, loc[:-2]), _at(one.new, loc[:-2]), there(one.said, loc)
    if have_ids(items):
        name = own["id"] if loc[-2] == ADDED else loc[-1]
        names, known = [item["id"] for item in items], [item.get("id") for item in left if isinstance(item, dict)]
    else:
        name = own.get(ITEM, own.get(BECOMES, own.get(WAS)))
        names, known = items, left
    at = names.index(name)
    before = next((item for item in reversed(names[:at]) if item in known), None)
    after = next((item for item in names[at + 1 :] if item in known), None)
    return {AFTER: before} if before is not None else {BEFORE: after} if after is not None else {}


def _at(data: Data, loc: Loc) -> Data:
    """Return what stands in a merged edition where an overlay says something."""
    for part in loc:
        if isinstance(data, list):
            if part not in EDITS:
                data = next(item for item in data if item.get("id") == part)
        else:
            data = data.get(part, MISSING)
    return data


def _from_the_end(loc: Loc) -> tuple[tuple[str, int], ...]:
    return tuple((part, 0) if isinstance(part, str) else ("", -part) for part in loc)


def _take_out(data: Data, loc: Loc) -> None:
    """Take out what stands at a place, with what held it alone."""
    above = there(data, loc[:-1])
    del above[loc[-1]]
    if not above and len(loc) > 1:
        _take_out(data, loc[:-1])


def _put(data: Data, loc: tuple[Any, ...], value: Data) -> None:
    """Let something stand at a place, or at the end of a list where its last part is None."""
    *above, last = loc
    for n, part in enumerate(above):
        if there(data, (part,)) is MISSING:
            data[part] = [] if n == len(above) - 1 and last is None else {}
        data = data[part]
    if last is None:
        data.append(value)
    else:
        data[last] = value
