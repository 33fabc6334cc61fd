"""Two faults that are one slip: an unknown key is misspelt or misplaced, and the missing one follows from it."""

import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sopgen.errors import Loc, path_text
from sopgen.messages import likeliest, say


@dataclass(frozen=True)
class Slip:
    """What an unknown key was meant to be: the place where it is missing or belongs, of another name or elsewhere."""

    key: Loc
    right: Loc

    def words(self) -> tuple[str, str]:
        """Return what is wrong and how it is mended."""
        if self.key[:-1] == self.right[:-1]:
            what = say('key "{name}" is not known', name=self.key[-1])
            return what, say('did you mean "{name}"?', name=self.right[-1])
        there = path_text(self.right[:-1]) or say("the top of the file")
        what = say('key "{name}" belongs in {there}, not here', name=self.key[-1], there=there)
        return what, say("move it there; where only its indent is wrong, give it that of the keys there")


def slips(details: Sequence[ErrorDetails], data: object, model: type[BaseModel]) -> dict[Loc, Slip]:
    """Return the slip by the place of each unknown key that is one."""
    missing = [one["loc"] for one in details if one["type"] == "missing"]
    found: dict[Loc, Slip] = {}
    for loc in (one["loc"] for one in details if one["type"] == "extra_forbidden"):
        taken = {slip.right for slip in found.values()}
        right = _misspelt(loc, missing, taken) or next(_elsewhere(loc, missing, taken, data, model), None)
        if right is not None:
            found[loc] = Slip(loc, right)
    return found


def _misspelt(loc: Loc, missing: Sequence[Loc], taken: set[Loc]) -> Loc | None:
    """Return the missing key beside an unknown one that this is a near miss of."""
    beside = {str(other[-1]): other for other in missing if other[:-1] == loc[:-1] and other not in taken}
    name = likeliest(str(loc[-1]), beside)
    return beside[name] if name else None


def _elsewhere(
    loc: Loc, missing: Sequence[Loc], taken: set[Loc], data: object, model: type[BaseModel]
) -> Iterator[Loc]:
    """Yield where a key of this name is missing, or has a place further out that is free."""
    yield from (other for other in missing if other[-1] == loc[-1] and other not in taken and _near(loc, other))
    for depth in range(len(loc) - 2, -1, -1):
        around = loc[:depth]
        inside = _inside(data, around)
        if isinstance(inside, dict) and loc[-1] not in inside and loc[-1] in known_keys(model, around):
            yield (*around, loc[-1])


def _near(loc: Loc, other: Loc) -> bool:
    """Tell whether one of two places lies in what is around the other."""
    shorter, longer = sorted((loc[:-1], other[:-1]), key=len)
    return longer[: len(shorter)] == shorter


def _inside(data: object, loc: Loc) -> object:
    for part in loc:
        if isinstance(data, dict):
            data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the keys that the model knows at a place of the spec."""
    current: type[BaseModel] | None = model
    for part in loc:
        if isinstance(part, str) and current is not None and part in current.model_fields:
            current = _model_in(current.model_fields[part].annotation)
    return list(current.model_fields) if current else []


def _model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model inside an annotation such as `tuple[Step, ...]` or `Quality | None`."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        return annotation if issubclass(annotation, BaseModel) else None
    inner = (_model_in(part) for part in typing.get_args(annotation))
    return next((found for found in inner if found), None)
