"""What differs between two editions, value by value: by ids where there are ids, by likeness in lists of texts.

The models are walked as they are: a key that is added to them is compared without a line here.
"""

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sopgen.compare.likeness import matches, moved
from sopgen.errors import Loc
from sopgen.model.base import Model
from sopgen.model.sop import Sop

LAYOUT: Final = ("tata_letak", "isi_simbol", "halaman", "penomoran", "kata_sambung")
# What the document does not say: why it changed, and where it stands in its life.
NOT_COMPARED: Final = frozenset({"alasan_perubahan", "sebagaimana_terbit", "status"})
# The width of a role's column, whichever role it is.
LANE_WIDTH: Final = ("pelaksana", "lebar")


class ChangeKind(StrEnum):
    """What happened to a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True)
class Difference:
    """One value that differs; `loc` is its place in the new edition, of a removed one in the old.

    `was` is the place in the old edition (of an added one: empty). A moved text may have changed as well; what
    changed inside a moved record are differences of their own.
    """

    kind: ChangeKind
    loc: Loc
    was: Loc
    old: object = None
    new: object = None

    @property
    def layout(self) -> bool:
        """Tell a matter of form, which no reader of the text would see."""
        return self.loc[0] in LAYOUT or (*self.loc[:1], *self.loc[2:]) == LANE_WIDTH


def differences(old: Sop, new: Sop) -> tuple[Difference, ...]:
    """Return every difference, in the order of the document; matters of layout come last."""
    found = [one for one in _models(old, new, (), ()) if one.loc[0] not in NOT_COMPARED]
    return tuple(sorted(found, key=lambda one: one.layout))


def _models(old: Model, new: Model, was: Loc, loc: Loc) -> Iterator[Difference]:
    # An SOP in prose and one with a flow table have keys that the other lacks.
    for name, field in {**type(new).model_fields, **type(old).model_fields}.items():
        left, right = getattr(old, name, None), getattr(new, name, None)
        if _one_or_several(field.annotation):
            left, right = _several(left), _several(right)
            if left != right:
                yield _leaf(left or None, right or None, (*was, name), (*loc, name))
        else:
            yield from _values(left, right, (*was, name), (*loc, name))


def _one_or_several(annotation: object) -> bool:
    """Tell a key that takes one value or a list of them: it is compared as a whole."""
    if not isinstance(annotation, types.UnionType) and typing.get_origin(annotation) is not typing.Union:
        return False
    parts = [part for part in typing.get_args(annotation) if part is not types.NoneType]
    return len(parts) > 1 and any(typing.get_origin(part) is tuple for part in parts)


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _values(old: object, new: object, was: Loc, loc: Loc) -> Iterator[Difference]:
    if old == new:
        return
    if isinstance(old, Model) and isinstance(new, Model) and type(old) is type(new):
        yield from _models(old, new, was, loc)
    elif isinstance(old, tuple) and isinstance(new, tuple):
        yield from _lists(old, new, was, loc)
    elif isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _mappings(old, new, was, loc)
    else:
        yield _leaf(old, new, was, loc)


def _leaf(old: object, new: object, was: Loc, loc: Loc) -> Difference:
    kind = ChangeKind.ADDED if old in (None, "") else ChangeKind.REMOVED if new in (None, "") else ChangeKind.CHANGED
    return Difference(kind, loc, was, old, new)


def _mappings(old: Mapping[str, object], new: Mapping[str, object], was: Loc, loc: Loc) -> Iterator[Difference]:
    for key in [*new, *(key for key in old if key not in new)]:
        yield from _values(old.get(key), new.get(key), (*was, key), (*loc, key))


def _lists(old: Sequence[object], new: Sequence[object], was: Loc, loc: Loc) -> Iterator[Difference]:
    """Yield the differences of two lists; what is gone stands before the item that followed it."""
    pairs = _partners(old, new)
    elsewhere = moved(pairs)
    partner = {right: left for left, right in pairs}
    gone = [n for n in range(len(old)) if n not in partner.values()]
    for n, item in enumerate(new):
        before = partner.get(n)
        if before is None:
            yield Difference(ChangeKind.ADDED, (*loc, n), (), None, item)
            continue
        if n not in elsewhere:
            yield from (_removed(old, m, was) for m in gone if m < before)
            gone = [m for m in gone if m > before]
        else:
            yield Difference(ChangeKind.MOVED, (*loc, n), (*was, before), old[before], item)
        if n not in elsewhere or isinstance(item, Model):
            yield from _values(old[before], item, (*was, before), (*loc, n))
    yield from (_removed(old, m, was) for m in gone)


def _removed(old: Sequence[object], place: int, was: Loc) -> Difference:
    return Difference(ChangeKind.REMOVED, (*was, place), (*was, place), old[place], None)


def _partners(old: Sequence[object], new: Sequence[object]) -> list[tuple[int, int]]:
    """Return which items belong together, in the order of the new list."""
    ids = [[getattr(item, "id", None) for item in items] for items in (old, new)]
    if all(len(set(some)) == len(some) and None not in some for some in ids):
        places = {one: n for n, one in enumerate(ids[0])}
        return [(places[one], n) for n, one in enumerate(ids[1]) if one in places]
    return matches(*[[_text(item) for item in items] for items in (old, new)])


def _text(item: object) -> str:
    """Return what of an item is compared: its own text, of a record all its values."""
    if isinstance(item, Model):
        return " ".join(_text(value) for _, value in item if value is not None)
    return " ".join(map(_text, item)) if isinstance(item, tuple) else str(item)
