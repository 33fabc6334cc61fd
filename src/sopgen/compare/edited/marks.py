"""Where each text of an SOP stands on paper: the SOP with an invisible mark behind each of its texts.

What is printed from the marked SOP says of each paragraph which texts of the spec it holds, whatever template, head
or layout printed it. The marks have no width in the typeface, so that every line ends where it ends without them.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final, TypeVar

from pydantic import BaseModel

from sopgen.errors import Loc
from sopgen.model.identity import WordedDate
from sopgen.model.printed import printed
from sopgen.model.quality import Duration

# Format characters that Unicode has given up, so that no text has them; the last one ends a mark.
DIGITS: Final = "\u206a\u206b\u206c\u206d\u206e"
END: Final = "\u206f"
MARK: Final = re.compile(f"[{DIGITS}]+{END}")
M = TypeVar("M", bound=BaseModel)


class PlaceKind(Enum):
    """How the spec keeps what is printed at a place: a text, a date, a time with its unit, the key of a mapping."""

    TEXT = auto()
    DATE = auto()
    TIME = auto()
    KEY = auto()


@dataclass(frozen=True)
class SpecPlace:
    """A place of the spec, and the text that is printed of it."""

    loc: Loc
    text: str
    kind: PlaceKind = PlaceKind.TEXT


def marked(model: M) -> tuple[M, list[SpecPlace]]:
    """Return a model with a mark behind each printed text, and the place that each mark stands for."""
    places = list(_places(model))
    texts = {(one.loc, one.kind is PlaceKind.KEY): f"{one.text}{_mark(n)}" for n, one in enumerate(places)}
    return _with(model, (), texts), places


def marks_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield each mark of a text: where it stands in the text without marks, and its number."""
    before = 0
    for found in MARK.finditer(text):
        yield found.start() - before, _number(found[0])
        before += len(found[0])


def without_marks(text: str) -> str:
    """Return a text without its marks."""
    return MARK.sub("", text)


def _mark(number: int) -> str:
    digits = ""
    while number or not digits:
        digits = DIGITS[number % len(DIGITS)] + digits
        number //= len(DIGITS)
    return digits + END


def _number(mark: str) -> int:
    number = 0
    for digit in mark[:-1]:
        number = number * len(DIGITS) + DIGITS.index(digit)
    return number


def _places(model: BaseModel) -> Iterator[SpecPlace]:
    """Yield every place whose text is printed; dates and times by the words that are printed of them."""
    typed = dict(_typed(model, ()))
    yield from typed.values()
    for one in printed(model):
        if one.loc[0] != "alasan_perubahan" and one.loc not in typed:
            yield SpecPlace(one.loc, one.text, PlaceKind.KEY if one.is_key else PlaceKind.TEXT)


def _typed(value: object, loc: Loc) -> Iterator[tuple[Loc, SpecPlace]]:
    if isinstance(value, WordedDate | Duration):
        if value.printed:
            kind = PlaceKind.DATE if isinstance(value, WordedDate) else PlaceKind.TIME
            here: Loc = (*loc, "tertulis")
            yield here, SpecPlace(here, value.printed, kind)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _typed(getattr(value, name), (*loc, name))
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _typed(item, (*loc, n))


def _with(value: Any, loc: Loc, texts: Mapping[tuple[Loc, bool], str]) -> Any:
    """Return a value with other texts; nothing is validated, since a mark is no text that a spec may have."""
    if isinstance(value, BaseModel):
        fields = {name: _with(getattr(value, name), (*loc, name), texts) for name in type(value).model_fields}
        return value.model_copy(update=fields)
    if isinstance(value, tuple):
        return tuple(_with(item, (*loc, n), texts) for n, item in enumerate(value))
    if isinstance(value, dict):
        return {texts.get(((*loc, key), True), key): _with(item, (*loc, key), texts) for key, item in value.items()}
    # Enums are texts, too, and stay.
    return texts.get((loc, False), value) if value is None or type(value) is str else value
