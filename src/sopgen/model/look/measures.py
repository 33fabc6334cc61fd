"""What each value of a look is measured in, and between which bounds: as a form shows it beside the field."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Final, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sopgen.errors import Loc
from sopgen.model.look.base import Gap, Part, Points, Rule, Size
from sopgen.model.look.letter import Column, Lines, Times

UNITS: Final[Sequence[tuple[object, str]]] = (
    (Points, "pt"),
    (Rule, "pt"),
    (Gap, "mm"),
    (Size, "mm"),
    (Column, "mm"),
    (Part, "bagian"),
    (Times, "kali"),
    (Lines, "baris"),
)


@dataclass(frozen=True)
class Measure:
    """What a value is measured in ("" where that is not a unit), its bounds; or the words to choose from."""

    unit: str = ""
    least: float | None = None
    most: float | None = None
    choices: Sequence[str] = ()


def measures(look: type[BaseModel], data: Any) -> Mapping[Loc, Measure]:
    """Return the measure of every value of a look's data by its place; what the look does not know has none."""
    return dict(_of(look, data, ()))


def _of(hint: Any, data: Any, loc: Loc) -> Iterator[tuple[Loc, Measure]]:
    plain = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        hints = get_type_hints(plain, include_extras=True)
        for key, value in data.items() if isinstance(data, dict) else ():
            if key in plain.model_fields:
                yield from _of(_bounded(hints[key], plain.model_fields[key]), value, (*loc, key))
    elif get_origin(plain) is tuple:
        inner = [one for one in get_args(plain) if one is not ...]
        for n, value in enumerate(data) if isinstance(data, list) else ():
            yield from _of(inner[min(n, len(inner) - 1)], value, (*loc, n))
    elif get_origin(plain) is Literal:
        yield loc, Measure(choices=get_args(plain))
    elif not isinstance(plain, UnionType):
        yield loc, _number(hint)


def _bounded(hint: Any, field: FieldInfo) -> Any:
    """Return the hint of a number with the bounds that its field alone has."""
    return Annotated[hint, *field.metadata] if hint in (int, float) and field.metadata else hint


def _number(hint: Any) -> Measure:
    unit = next((words for one, words in UNITS if one == hint), "")
    bounds = [
        one for info in get_args(hint)[1:] for one in (info.metadata if isinstance(info, FieldInfo) else [info])
    ]
    return Measure(unit, _bound(bounds, ("ge", "gt")), _bound(bounds, ("le", "lt")))


def _bound(bounds: Sequence[Any], names: Sequence[str]) -> float | None:
    """Return the first bound of one of these names; None where there is none."""
    found = [getattr(one, name, None) for one in bounds for name in names]
    return next((float(one) for one in found if one is not None), None)
