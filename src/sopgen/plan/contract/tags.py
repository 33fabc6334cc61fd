"""The tags of the templates: each field of a plan's contents has one name in .docx and .typ, and what it means.

The code's names are English; the tags are Indonesian, since staff meet them in the templates.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache, partial
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from sopgen.model.look.base import Look
from sopgen.model.look.form import FormLook

PLACES: Final = 2
# Each look is told by its own file.
LOOKS: Final = (Look, FormLook)


@dataclass(frozen=True)
class Tag:
    """A tag in the annotation of a field or property: its name and, in Indonesian, its meaning."""

    name: str
    meaning: str


@cache
def _tags(kind: type) -> dict[str, Tag]:
    """Return the tags of a class by the names of its fields and properties."""
    hints = get_type_hints(kind, include_extras=True)
    for name, member in inspect.getmembers(kind):
        if isinstance(member, property) and member.fget:
            hints[name] = get_type_hints(member.fget, include_extras=True).get("return")
    marks = ((name, mark) for name, hint in hints.items() if get_origin(hint) is Annotated for mark in get_args(hint))
    return {name: mark for name, mark in marks if isinstance(mark, Tag)}


def as_data(value: Any) -> Any:
    """Return contents as the templates take them: tags, lists, texts and numbers. Fields without a tag stay out."""
    return _reader(value.__class__)(value)


@cache
def _reader(kind: type) -> Callable[[Any], Any]:
    """Return what makes data of a class's values: found once for each class, since a letter has a hundred of them."""
    if issubclass(kind, BaseModel):
        return partial(BaseModel.model_dump, mode="json")
    if is_dataclass(kind):
        tags = tuple((field, one.name) for field, one in _tags(kind).items())
        return lambda value: {name: as_data(getattr(value, field)) for field, name in tags}
    if issubclass(kind, Mapping):
        return lambda value: {key: as_data(inner) for key, inner in value.items()}
    if issubclass(kind, bytes):
        return list
    return _items if issubclass(kind, tuple | list) else _as_it_is


def _items(value: Iterable[Any]) -> list[Any]:
    """Return the items of a list as data; most are texts, which are data by themselves."""
    return [inner if type(inner) is str else as_data(inner) for inner in value]


def _as_it_is(value: Any) -> Any:
    return value


@dataclass(frozen=True)
class TagLine:
    """One tag as the list of a template folder tells it: its full name, its meaning and an example of its value."""

    name: str
    meaning: str
    example: str


def tag_lines(value: object, name: str = "", meaning: str = "") -> Iterator[TagLine]:
    """Yield the tags of contents, the inner ones too; of a list its first item stands for all.

    Those of a look are told by its own file.
    """
    if isinstance(value, BaseModel) and not isinstance(value, LOOKS):
        for key in type(value).model_fields:
            yield from tag_lines(getattr(value, key), _joined(name, key), meaning)
    elif is_dataclass(value) and not isinstance(value, type):
        for field, one in _tags(type(value)).items():
            yield from tag_lines(getattr(value, field), _joined(name, one.name), one.meaning)
    elif isinstance(value, tuple | list) and value:
        yield from tag_lines(value[0], f"{name}[]", meaning)
    else:
        yield TagLine(name, meaning, _example(value))


def _joined(name: str, key: str) -> str:
    return f"{name}.{key}" if name else key


def _example(value: object) -> str:
    if isinstance(value, float):
        return f"{round(value, PLACES):g}"
    if isinstance(value, bytes):
        return "(gambar)"
    return "" if isinstance(value, LOOKS) or value in (None, (), []) else str(value)
