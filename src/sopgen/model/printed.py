"""WHAT of a model is printed: each field that holds a text is marked with its kind, or with why it is not printed."""

import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel

from sopgen.errors import Loc


class Printed(Enum):
    """The kinds of printed texts, by which rules choose what they look at."""

    WORDS = auto()  # the unit's own words, for which spelling and punctuation hold
    LAW = auto()  # a law as it is cited: its title is quoted
    LABEL = auto()  # the name of an item, as the official form has it
    PERSON = auto()  # a person's name, rank, number or post, as the person bears it
    CODE = auto()  # a number, a year, an address of the unit: what no dictionary knows


@dataclass(frozen=True)
class NotPrinted:
    """The mark of a text that no output shows, and why."""

    why: str


_Mark = Printed | NotPrinted


class PrintedText(NamedTuple):
    """A printed text and its place in the model; `is_key`: it stands there as a key, such as the label of an exit."""

    loc: Loc
    text: str
    kind: Printed
    is_key: bool = False


@dataclass(frozen=True)
class _Marks:
    """The marks of a field: of the text that it holds, of the items of its list, of its keys and their values."""

    text: _Mark | None = None
    items: "_Marks | None" = None
    keys: "_Marks | None" = None


def printed(model: object, loc: Loc = ()) -> Iterator[PrintedText]:
    """Yield every text of a model (or a marked dataclass) that is printed, in the order of its fields."""
    of: type = type(model)
    for name, marks in _fields(of).items():
        yield from _texts((*loc, name), getattr(model, name), marks)


def _texts(loc: Loc, value: object, marks: _Marks) -> Iterator[PrintedText]:
    if isinstance(value, str):
        if isinstance(marks.text, Printed) and value:
            yield PrintedText(loc, value, marks.text)
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _texts((*loc, n), item, marks.items or _Marks())
    elif isinstance(value, Mapping):
        yield from _keyed(loc, value, marks)
    elif isinstance(value, BaseModel):
        yield from printed(value, loc)


def _keyed(loc: Loc, values: Mapping[str, object], marks: _Marks) -> Iterator[PrintedText]:
    for key, value in values.items():
        if marks.keys and isinstance(marks.keys.text, Printed):
            yield PrintedText((*loc, key), key, marks.keys.text, is_key=True)
        yield from _texts((*loc, key), value, marks.items or _Marks())


@cache
def _fields(model: type) -> dict[str, _Marks]:
    return {name: _marks(hint) for name, hint in typing.get_type_hints(model, include_extras=True).items()}


def _marks(hint: Any) -> _Marks:
    """Return the marks of a type such as `tuple[Words, ...] | None`."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is Annotated:
        inner = _marks(parts[0])
        own = next((part for part in parts[1:] if isinstance(part, Printed | NotPrinted)), None)
        return replace(inner, text=own) if own else inner
    if origin is tuple:
        return _Marks(items=_marks(parts[0]))
    if origin is dict:
        return _Marks(keys=_marks(parts[0]), items=_marks(parts[1]))
    if origin in (types.UnionType, typing.Union):
        return _together([_marks(part) for part in parts])
    return _Marks()


def _together(several: list[_Marks]) -> _Marks:
    """Return the marks of a type that is one of several."""
    found = _Marks()
    for one in several:
        found = _Marks(found.text or one.text, found.items or one.items, found.keys or one.keys)
    return found
