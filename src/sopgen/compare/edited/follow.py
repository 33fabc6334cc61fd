"""Where a place of one edition stands in another: lists by the ids or the texts of their items, all else by key."""

from collections.abc import Mapping, Sequence
from typing import Any

from sopgen.compare.likeness import matches
from sopgen.errors import Loc


def followed(loc: Loc, old: object, new: object) -> Loc | None:
    """Return the place in `new` of what stands at a place of `old`; None where it is gone."""
    found: list[str | int] = []
    for part in loc:
        if isinstance(part, int):
            place = _item(part, old, new)
            if place is None:
                return None
            found.append(place)
            old, new = _inside(old, part), _inside(new, place)
        else:
            found.append(part)
            old, new = _inside(old, part), _inside(new, part)
        if new is None and old is not None and part is not loc[-1]:
            return None
    return tuple(found)


def followed_gap(loc: Loc, old: object, new: object) -> Loc | None:
    """Return the place in `new` for an item that would stand at a place of a list of `old`."""
    holder, number = loc[:-1], int(loc[-1])
    there = followed(holder, old, new)
    if there is None:
        return None
    before = followed((*holder, number - 1), old, new) if number else None
    if before is not None:
        return (*there, int(before[-1]) + 1)
    after = followed(loc, old, new) if number < len(_at(old, holder) or ()) else None
    return after if after is not None else (*there, 0 if not number else len(_at(new, there) or ()))


def _at(value: Any, loc: Loc) -> Any:
    for part in loc:
        value = _inside(value, part)
    return value


def _inside(value: Any, part: str | int) -> Any:
    if isinstance(part, int):
        return value[part] if isinstance(value, tuple) and part < len(value) else None
    return value.get(part) if isinstance(value, Mapping) else getattr(value, part, None)


def _item(number: int, old: object, new: object) -> int | None:
    """Return where an item of a list stands in another one."""
    if not isinstance(old, tuple) or not isinstance(new, tuple) or number >= len(old):
        return None
    names = [[_name(one) for one in some] for some in (old, new)]
    if isinstance(old[number], str):
        return dict(matches(*names)).get(number)
    own = names[0][number]
    return _only(names[1], own, number) if own else (number if number < len(new) else None)


def _only(names: Sequence[str], own: str, number: int) -> int | None:
    if number < len(names) and names[number] == own:
        return number
    return names.index(own) if own in names else None


def _name(item: Any) -> str:
    """Return by what an item is known: a text by itself, a record by its id, else by its title."""
    return item if isinstance(item, str) else str(getattr(item, "id", "") or getattr(item, "judul", "") or "")
