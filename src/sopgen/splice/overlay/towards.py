"""From a merged edition to the same with other data: the overlay says what is needed for that, and no more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sopgen.errors import Loc, SpecError
from sopgen.messages import say
from sopgen.read.overlay.base import inherited
from sopgen.read.overlay.merge import ADDED, CHANGED, EDITS, HEAD, LEFT_OUT, PLACES
from sopgen.read.overlay.spec import MergedSource, over
from sopgen.read.source import Source
from sopgen.splice.overlay.difference import difference, have_ids
from sopgen.splice.overlay.plain import MISSING, Missing, there, turned

Data = Any
Says = Callable[[Data, Data, Data], Data]


def _anew(base: Data, goal: Data, _: Data) -> Data:
    return difference(base, goal)


def _whole(base: Data, goal: Data, _: Data) -> Data:
    return goal if isinstance(goal, list) else difference(base, goal)


# How a list is said in an overlay: with the places that stood there, with new ones, at last written out.
WAYS: Final[tuple[Says, ...]] = (difference, _anew, _whole)


def towards(source: MergedSource, goal: object, loc: Loc) -> MergedSource:
    """Return the edition that says what is wanted; only the overlay is another.

    Raises SpecError, at a place, where the overlay is written in a way that can not be changed surely.
    """
    for says in WAYS:
        try:
            own = _Writing(says, goal).brought(source.own, (), inherited(source.base.data), (source.data, goal))
            made = over(own, source.base)
        except SpecError as error:
            if any(one.code == "ED02" for one in error.problems):
                raise
            continue
        if made.data == goal:
            return made
    what = say("the overlay of this edition can not say this change alone")
    raise SpecError([source.problem("ED02", loc, what, say("write it into the file by hand"))])


@dataclass(frozen=True)
class _Writing:
    says: Says
    whole: Data

    def order(self, loc: Loc) -> Sequence[str]:
        """Return the keys of a mapping of the overlay in the order of the merged edition."""
        data = self.whole
        for part in loc:
            if isinstance(data, list) and part not in EDITS:
                data = next((one for one in data if isinstance(one, dict) and one.get("id") == part), MISSING)
            elif isinstance(data, dict):
                data = data.get(part, MISSING)
        return [*(() if loc else HEAD), *data] if isinstance(data, dict) else ()

    def brought(self, own: Source, loc: Loc, base: Data, both: tuple[Data, Data]) -> Source:
        """Return the overlay in which what is said at a place (of it) leads from what is now to the goal."""
        now, goal = both
        if now == goal:
            return own
        said = there(own.data, loc)
        if isinstance(base, dict) and isinstance(now, dict) and isinstance(goal, dict):
            return self.keys(own, loc, base, both)
        if isinstance(said, dict | Missing) and _same_items(now, goal):
            return self.items(own, loc, base, both)
        if base is not MISSING and goal == base:
            return turned(own, loc, MISSING)
        kept = None if said is MISSING else said
        return turned(own, loc, self.says(None if base is MISSING else base, goal, kept), self.order)

    def keys(self, own: Source, loc: Loc, base: Data, both: tuple[Data, Data]) -> Source:
        now, goal = both
        told = there(own.data, (*loc, LEFT_OUT))
        gone = list(told) if isinstance(told, list) else []
        for key in {**now, **goal}:
            place, was = (*loc, key), base.get(key, MISSING)
            if key not in goal:
                own = turned(own, place, MISSING)
                gone += [key] if key in base and key not in gone else []
            elif key in now:
                own = self.brought(own, place, MISSING if key in gone else was, (now[key], goal[key]))
            elif key in base and goal[key] == base[key]:
                gone = [one for one in gone if one != key]
            else:
                own = turned(own, place, goal[key], self.order)
        return turned(own, (*loc, LEFT_OUT), gone or MISSING)

    def items(self, own: Source, loc: Loc, base: Data, both: tuple[Data, Data]) -> Source:
        """Change items of a list, which stays the same list."""
        theirs = {one["id"]: one for one in base} if isinstance(base, list) and have_ids(base) else {}
        added = there(own.data, (*loc, ADDED))
        ours = [one.get("id") if isinstance(one, dict) else "" for one in added] if isinstance(added, list) else []
        for was, wanted in zip(*both, strict=True):
            name = was["id"]
            if name in ours:
                place = (*loc, ADDED, ours.index(name))
                places = {key: one for key, one in there(own.data, place).items() if key in PLACES}
                own = own if was == wanted else turned(own, place, {**wanted, **places}, self.order)
            else:
                own = self.brought(own, (*loc, CHANGED, name), theirs[name], (was, wanted))
        return own


def _same_items(now: Data, goal: Data) -> bool:
    """Tell whether two lists have the same items, by their ids, in the same order."""
    both = isinstance(now, list) and isinstance(goal, list) and have_ids(now) and have_ids(goal)
    return both and [one["id"] for one in now] == [one["id"] for one in goal]
