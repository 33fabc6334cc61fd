"""What of an overlay meets a base that moved on: places that both changed, and words that say nothing any more.

Where the base says the same as before, nothing can clash: only what differs is walked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from sopgen.errors import Loc
from sopgen.read.overlay.merge import ADDED, BECOMES, CHANGED, EDITS, ITEM, LEFT_OUT, PLACES, WAS
from sopgen.splice.overlay.difference import content_key, have_ids
from sopgen.splice.overlay.plain import MISSING, Missing

Data = Any


class ClashKind(StrEnum):
    """How a unit and its base meet at a place: of a value, a key, an item with an id, a text of a list, a place."""

    VALUE = "value"
    KEY_GONE = "key_gone"
    KEY_LEFT_OUT = "key_left_out"
    ITEM_TWICE = "item_twice"
    ITEM_GONE = "item_gone"
    ITEM_LEFT_OUT = "item_left_out"
    TEXT_REWORDED = "text_reworded"
    TEXT_GONE = "text_gone"
    TEXT_LEFT_OUT = "text_left_out"
    PLACE = "place"


@dataclass(frozen=True)
class OverlayClash:
    """A place of an overlay that the base changed too: what the base said, says now, and what the unit says."""

    kind: ClashKind
    loc: Loc
    was: Data
    theirs: Data
    ours: Data

    @property
    def place(self) -> str:
        """The place as it is told and named: `kegiatan.A.alur.l3.uraian`; an item by its id or its words."""
        named = self.ours if self.kind in (ClashKind.PLACE, ClashKind.ITEM_TWICE) else self.was
        item = named.get("id", named.get(ITEM)) if isinstance(named, dict) else named
        return ".".join(str(item if isinstance(part, int) else part) for part in self.loc if part not in EDITS)


@dataclass(frozen=True)
class Met:
    """What the walk found: clashes, and places of the overlay that say nothing any more, since the base says it."""

    clashes: tuple[OverlayClash, ...]
    moot: tuple[Loc, ...]


def met(said: Data, old: Data, new: Data) -> Met:
    """Return how what a unit says meets what its base said before and says now."""
    walk = list(_mapping(said, old, new, ()))
    return Met(
        tuple(one for one in walk if isinstance(one, OverlayClash)),
        tuple(one for one in walk if isinstance(one, tuple)),
    )


_Found = Iterator[OverlayClash | Loc]


def _at(said: Data, old: Data, new: Data, loc: Loc) -> _Found:
    if old == new:
        return
    if isinstance(said, dict) and isinstance(old, list) and isinstance(new, list) and said.keys() <= {*EDITS}:
        yield from (_items if have_ids(old or new) else _texts)(said, old, new, loc)
    elif isinstance(said, dict) and isinstance(new, dict) and isinstance(old, dict | Missing):
        yield from _mapping(said, old if isinstance(old, dict) else {}, new, loc)
    elif said == new:
        yield loc
    else:
        yield OverlayClash(ClashKind.KEY_GONE if new is MISSING else ClashKind.VALUE, loc, old, new, said)


def _mapping(said: Mapping[str, Data], old: Mapping[str, Data], new: Mapping[str, Data], loc: Loc) -> _Found:
    told = said.get(LEFT_OUT)
    gone = told if isinstance(told, list) else []
    for number, name in enumerate(gone):
        if name not in new and name not in said:
            yield (*loc, LEFT_OUT, number)
        elif old.get(name, MISSING) != new.get(name, MISSING):
            ours = said.get(name, MISSING)
            place = (*loc, LEFT_OUT, number)
            yield OverlayClash(ClashKind.KEY_LEFT_OUT, place, old.get(name), new.get(name, MISSING), ours)
    for key, one in said.items():
        if key not in gone and (one is not told or told is None):
            yield from _at(one, old.get(key, MISSING), new.get(key, MISSING), (*loc, key))


def _items(said: Data, old: Sequence[Data], new: Sequence[Data], loc: Loc) -> _Found:
    was, now = ({one["id"]: one for one in items if isinstance(one, dict) and "id" in one} for items in (old, new))
    added = {one.get("id"): one for one in said.get(ADDED) or [] if isinstance(one, dict)}
    names = set(map(content_key, (*now, *added)))
    left = said.get(LEFT_OUT) or []
    for number, name in enumerate(left):
        place = (*loc, LEFT_OUT, number)
        if name not in now:
            yield place
        elif was.get(name) != now[name]:
            yield OverlayClash(ClashKind.ITEM_LEFT_OUT, place, was.get(name), now[name], added.get(name, MISSING))
    for name, one in (said.get(CHANGED) or {}).items():
        place, plain = (*loc, CHANGED, name), {key: value for key, value in one.items() if key not in PLACES}
        if name not in now:
            yield OverlayClash(ClashKind.ITEM_GONE, place, was.get(name), MISSING, one)
        else:
            yield from _at(plain, was.get(name, MISSING), now[name], place)
            yield from _places(one, names, place)
    for number, (name, one) in enumerate(added.items()):
        place, plain = (*loc, ADDED, number), {key: value for key, value in one.items() if key not in PLACES}
        if name in now and name not in left:
            yield (
                place if plain == now[name] else OverlayClash(ClashKind.ITEM_TWICE, place, MISSING, now[name], plain)
            )
        else:
            yield from _places(one, names, place)


def _places(one: Mapping[str, Data], names: set[str], loc: Loc) -> _Found:
    """Yield the place of an item at one that is not there any more."""
    for key in PLACES:
        if key in one and content_key(one[key]) not in names:
            yield OverlayClash(ClashKind.PLACE, (*loc, key), one[key], MISSING, one)


def _texts(said: Data, old: Sequence[Data], new: Sequence[Data], loc: Loc) -> _Found:
    now = {content_key(one) for one in new}
    added = [one.get(ITEM, one) if isinstance(one, dict) else one for one in said.get(ADDED) or []]
    names = {*now, *map(content_key, added)}
    for number, text in enumerate(said.get(LEFT_OUT) or []):
        if content_key(text) not in now:
            place, instead = (*loc, LEFT_OUT, number), replaced_by(text, old, new)
            yield (
                place if instead is MISSING else OverlayClash(ClashKind.TEXT_LEFT_OUT, place, text, instead, MISSING)
            )
    for number, one in enumerate(said.get(CHANGED) or []):
        place = (*loc, CHANGED, number)
        yield from _places(one, names, place) if content_key(one[WAS]) in now else _reworded(one, old, new, place)
    for number, (text, one) in enumerate(zip(added, said.get(ADDED) or [], strict=True)):
        place = (*loc, ADDED, number)
        yield from (
            [place] if content_key(text) in now else _places(one if isinstance(one, dict) else {}, names, place)
        )


def _reworded(one: Mapping[str, Data], old: Sequence[Data], new: Sequence[Data], loc: Loc) -> _Found:
    """Yield how a text that the unit changes meets a list that has it no more."""
    if one.get(BECOMES) in new:
        yield loc
        return
    instead = replaced_by(one[WAS], old, new)
    kind = ClashKind.TEXT_GONE if instead is MISSING else ClashKind.TEXT_REWORDED
    yield OverlayClash(kind, loc, one[WAS], instead, one.get(BECOMES, one[WAS]))


def replaced_by(text: Data, old: Sequence[Data], new: Sequence[Data]) -> Data:
    """Return the text that took a text's place in a list; MISSING where it was only taken out."""
    names = [list(map(content_key, one)) for one in (old, new)]
    for kind, i, j, k, m in SequenceMatcher(None, names[0], names[1], autojunk=False).get_opcodes():
        if kind == "replace" and content_key(text) in names[0][i:j]:
            at = k + names[0][i:j].index(content_key(text))
            return new[min(at, m - 1)]
    return MISSING
