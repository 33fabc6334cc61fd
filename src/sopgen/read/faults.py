"""From pydantic's errors to problems with a place, in words that say how to mend them.

The words are chosen by pydantic's error *type*, never by its text, which changes between versions.
"""

import re
import types
import typing
from collections.abc import Mapping
from typing import Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sopgen.errors import Loc, Problem
from sopgen.messages import nearest, say
from sopgen.model.base import DIGEST, FIRST_YEAR, LAST_YEAR, VISIBLE
from sopgen.model.life.record import CLOCK
from sopgen.model.sop import OPEN_NRP
from sopgen.read.source import Source

# pydantic's types of bounds; True for those at the lower end.
BOUNDS: Final = {"greater_than_equal": True, "greater_than": True, "less_than_equal": False, "less_than": False}
# Digests and times of a record: nobody types them.
WRITTEN_BY_SOPGEN = (CLOCK, DIGEST)


def problems(source: Source, model: type[BaseModel], error: ValidationError) -> list[Problem]:
    """Return one problem for each fault that pydantic found, in the order of the file."""
    found: dict[tuple[int, int, str], Problem] = {}
    details = error.errors(include_url=False, include_context=True)
    for detail in details:
        if _follows_from_others(detail, details):
            continue
        problem = _problem(source, model, detail)
        # A value that fits no part of a union is one fault of the user's, not one a part.
        found.setdefault((problem.line, problem.column, problem.path), problem)
    return sorted(found.values())


def _problem(source: Source, model: type[BaseModel], detail: ErrorDetails) -> Problem:
    loc = tuple(part for part in detail["loc"] if not _is_union_part(part))
    what, fix = _words(detail, model, loc)
    return source.problem("SK01", loc, what, fix)


def _follows_from_others(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell a list that is too short only because pydantic left out its faulty items."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in details
    )


def _is_union_part(part: str | int) -> bool:
    """Tell a part that names a member of a union (`tuple[...]`, `constrained-str`) from a key of the spec."""
    return isinstance(part, str) and ("[" in part or "-" in part or part == "str")


def _words(detail: ErrorDetails, model: type[BaseModel], loc: Loc) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    name = str(loc[-1]) if loc else ""
    if kind == "extra_forbidden":
        return say('key "{name}" is not known', name=name), nearest(name, _keys(model, loc[:-1]))
    if kind == "missing":
        return say('key "{name}" is missing', name=name), say("add `{name}:` here", name=name)
    return _value_words(kind, context, detail["input"])


def _value_words(kind: str, context: Mapping[str, object], value: object) -> tuple[str, str]:
    shown = value if isinstance(value, str) else _shape(value)
    if kind in {"enum", "literal_error"}:
        names = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return say('"{value}" is not one of the known words', value=shown), nearest(str(shown), names)
    words = {
        "written_date": (
            say('"{value}" is not a date', value=shown),
            say("write it as 2019-09-03, 03-09-2019 or 3 September 2019"),
        ),
        "year_bounds": (
            say('"{value}" lies outside the years {first} to {last}', value=shown, first=FIRST_YEAR, last=LAST_YEAR),
            say("check the year"),
        ),
        "written_hours": (say('"{value}" are no hours', value=shown), say("write 08.00-12.00")),
        "plain_integer": (say('"{value}" is not a whole number', value=shown), say("write digits only")),
        "device_name": (
            say('"{value}" is a name that Windows keeps for itself', value=shown),
            say("choose another id"),
        ),
        "string_too_short": (say("the text is empty"), say("write it, or use null where the key allows it")),
        "string_too_long": (say("the text is too long"), say("shorten it")),
        "string_type": (say("a text is wanted here, not {value}", value=shown), say("write one text")),
        "string_pattern_mismatch": _pattern_words(str(shown), str(context.get("pattern", ""))),
        "model_type": (
            say("keys are wanted here, not {value}", value=shown),
            say("write `key: value` lines"),
        ),
        "tuple_type": (
            say("a list is wanted here, not {value}", value=shown),
            say("write one `- item` a line"),
        ),
        "dict_type": (say("keys are wanted here, not {value}", value=shown), say("write `key: value` lines")),
        "too_short": (say("the list is too short"), say("add what is missing")),
        "too_long": (say("the list is too long"), say("shorten it")),
    }
    if kind in {"float_parsing", "float_type", "finite_number", "int_parsing"}:
        return say('"{value}" is not a number', value=shown), say(
            "write digits, with a point before the fraction: 9.5"
        )
    if kind.startswith(("date_", "datetime_")):
        return say('"{value}" is no day of the calendar', value=shown), say("check day and month")
    if kind in BOUNDS and context:
        return _bound_words(kind, context, str(shown))
    return words.get(
        kind, (say('"{value}" does not fit here', value=shown), say("look the key up in docs/glossary.md"))
    )


def _bound_words(kind: str, context: Mapping[str, object], value: str) -> tuple[str, str]:
    """Return what is wrong with a number that is too small or too large."""
    bound = str(next(iter(context.values()))).removesuffix(".0")
    told = f"{value[:20]}..." if len(value) > 20 else value
    if BOUNDS[kind]:
        what = say("{value} is too small: at least {bound}", value=told, bound=bound)
    else:
        what = say("{value} is too large: at most {bound}", value=told, bound=bound)
    return what, say("write a number within the bounds")


def _pattern_words(value: str, pattern: str) -> tuple[str, str]:
    if pattern in (r"^[0-9]{8}$", OPEN_NRP):
        return say('"{value}" is not an NRP', value=value), say("an NRP has 8 digits; write it in quotes")
    if pattern == VISIBLE:
        return say("the text is blank"), say("write it, or use null where the key allows it")
    if pattern in WRITTEN_BY_SOPGEN:
        return say('"{value}" is not as sopgen writes it', value=value), say(
            "take back what was changed by hand here"
        )
    fix = say("use letters, digits, - and _ only, first and last a letter or digit")
    return say('"{value}" can not be an id (ids become file names)', value=value), fix


def _shape(value: object) -> str:
    if value is None:
        return say("nothing")
    return (
        say("a list") if isinstance(value, list) else say("a set of keys") if isinstance(value, dict) else str(value)
    )


def _keys(model: type[BaseModel], loc: Loc) -> list[str]:
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
