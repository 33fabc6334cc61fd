"""From pydantic's errors to problems with a place, in words that say how to mend them.

The words are chosen by pydantic's error *type*, never by its text, which changes between versions.
"""

import re
from collections.abc import Mapping
from typing import Final

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from sopgen.errors import Loc, Problem
from sopgen.messages import nearest, say
from sopgen.model.base import DIGEST, FIRST_YEAR, LAST_YEAR, NRP_OR_NIP, VISIBLE
from sopgen.model.identity import OPEN_NRP
from sopgen.model.life.record import CLOCK
from sopgen.read.overlay.base import NAME as BASE_NAME
from sopgen.read.slips import Slip, known_keys, slips
from sopgen.read.source import Source
from sopgen.read.yaml_text.characters import FIRM_BLANK, firm_blank

# pydantic's types of bounds; True for those at the lower end.
BOUNDS: Final = {"greater_than_equal": True, "greater_than": True, "less_than_equal": False, "less_than": False}
# Digests and times of a record: nobody types them.
WRITTEN_BY_SOPGEN = (CLOCK, DIGEST)
# Quotes that Word and phones set by themselves; to YAML they are letters.
CURLY: Final = re.compile("[\u2018-\u201f\u00ab\u00bb]")

# The keys that faults of a whole SOP are told at.
OF_THE_WHOLE: Final[Mapping[str, Loc]] = {"no_flow_table": ("tata_letak",)}


def problems(source: Source, model: type[BaseModel], error: ValidationError) -> list[Problem]:
    """Return one problem for each fault that pydantic found, in the order of the file."""
    found: dict[tuple[int, int, str], Problem] = {}
    details = error.errors(include_url=False, include_context=True)
    meant = slips(details, source.data, model)
    answered = {slip.right for slip in meant.values()}
    for detail in details:
        if _follows_from_others(detail, details) or detail["loc"] in answered:
            continue
        problem = _problem(source, model, detail, meant)
        # A value that fits no part of a union is one fault of the user's, not one a part.
        found.setdefault((problem.line, problem.column, problem.path), problem)
    return sorted(found.values())


def _problem(source: Source, model: type[BaseModel], detail: ErrorDetails, meant: Mapping[Loc, Slip]) -> Problem:
    loc = _place(source.data, detail)
    slip = meant.get(detail["loc"])
    what, fix = slip.words() if slip else _words(source.data, detail, model, loc)
    return source.problem("SK01", loc, what, fix)


def _follows_from_others(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Tell a list that is too short only because pydantic left out its faulty items."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(loc) and other["loc"][: len(loc)] == loc for other in details
    )


def _place(data: object, detail: ErrorDetails) -> Loc:
    """Return pydantic's place without the parts that name a member of a union: what the file itself has, no more."""
    found: list[str | int] = []
    for number, part in enumerate((*detail["loc"], *OF_THE_WHOLE.get(detail["type"], ())), 1):
        inside = _part(data, part)
        if inside is not None:
            data = inside[0]
        elif detail["type"] != "missing" or number < len(detail["loc"]):
            continue
        found.append(part)
    return tuple(found)


def _part(data: object, part: str | int) -> tuple[object] | None:
    """Return what stands at a key or an item's number, None where there is none."""
    if isinstance(data, dict) and part in data:
        return (data[part],)
    if isinstance(data, list) and isinstance(part, int) and part < len(data):
        return (data[part],)
    return None


def _words(data: object, detail: ErrorDetails, model: type[BaseModel], loc: Loc) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    name = str(loc[-1]) if loc else ""
    if kind == "extra_forbidden":
        return say('key "{name}" is not known', name=name), nearest(name, known_keys(model, loc[:-1]))
    if kind == "missing":
        return say('key "{name}" is missing', name=name), say("add `{name}:` here", name=name)
    return _value_words(kind, context, _typed(data, loc, detail["input"]))


def _typed(data: object, loc: Loc, value: object) -> object:
    """Return what stands in the file at a place: pydantic may have been given it in another form."""
    for part in loc:
        (data,) = _part(data, part) or (None,)
    return data if isinstance(data, str) else value


def _value_words(kind: str, context: Mapping[str, object], value: object) -> tuple[str, str]:
    shown = _short(value) if isinstance(value, str) else _shape(value)
    shape = _shape(value)
    if isinstance(value, str) and (odd := _odd_signs(value)) and not kind.startswith("string_too"):
        return odd
    if kind in {"enum", "literal_error"}:
        names = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return say('"{value}" is not one of the known words', value=shown), nearest(str(shown), names)
    if kind in {"float_parsing", "float_type", "finite_number", "int_parsing"}:
        return say('"{value}" is not a number', value=shown), say(
            "write digits, with a point before the fraction: 9.5"
        )
    if kind.startswith("bool_"):
        return say('"{value}" is neither true nor false', value=shown), say("write true or false")
    if kind.startswith(("date_", "datetime_")):
        return say('"{value}" is no day of the calendar', value=shown), say(
            "check day and month; the day stands first: 31-12-2026"
        )
    if kind in BOUNDS and context:
        return _bound_words(kind, context, str(shown))
    told = _kind_words(context, str(shown), shape).get(kind)
    return told or (say('"{value}" does not fit here', value=shown), say("look the key up in docs/glossary.md"))


def _kind_words(context: Mapping[str, object], shown: str, shape: str) -> dict[str, tuple[str, str]]:
    """Return the words for pydantic's types of errors, and for our own."""
    return _one_thing_words() | {
        "written_date": (
            say('"{value}" is not a date', value=shown),
            say("write it as 2019-09-03, 03-09-2019 or 3 September 2019"),
        ),
        "year_bounds": (
            say('"{value}" lies outside the years {first} to {last}', value=shown, first=FIRST_YEAR, last=LAST_YEAR),
            say("check the year"),
        ),
        "shares": (
            say("the columns take {total} of the width together", total=context.get("total", "?")),
            say("make them 1 together"),
        ),
        "written_hours": (say('"{value}" are no hours', value=shown), say("write 08.00-12.00")),
        "plain_integer": _integer_words(shown),
        "device_name": (
            say('"{value}" is a name that Windows keeps for itself', value=shown),
            say("choose another id"),
        ),
        "string_too_short": (say("the text is empty"), say("write it, or use null where the key allows it")),
        "string_too_long": (
            say("the text is longer than {most} letters", most=context.get("max_length", "?")),
            say("shorten it"),
        ),
        "string_type": (say("a text is wanted here, not {value}", value=shape), say("write one text")),
        "string_pattern_mismatch": _pattern_words(shown, str(context.get("pattern", ""))),
        "model_type": (
            say("keys are wanted here, not {value}", value=shape),
            say("write `key: value` lines"),
        ),
        "tuple_type": (
            say("a list is wanted here, not {value}", value=shape),
            say("write one `- item` a line, with a blank behind the -"),
        ),
        "dict_type": (say("keys are wanted here, not {value}", value=shape), say("write `key: value` lines")),
        "too_short": (say("the list is empty"), say("write one `- item` a line, with a blank behind the -")),
        "too_long": (say("the list is too long"), say("shorten it")),
    }


def _one_thing_words() -> dict[str, tuple[str, str]]:
    """Return what is wrong with keys that stand beside each other though each says another thing."""
    return {
        "own_section": (
            say("a section is one thing: a list, a record of changes, or one of the official form"),
            say("write `judul` with `isi` or `riwayat`, or `dari` with the key of a list"),
        ),
        "no_flow_table": (
            say("without the flow table the steps stand nowhere"),
            say("write a section `dari: langkah` or `bagan`, and a `bentuk_kepala` other than permenpan"),
        ),
        "identity_row": (
            say("a row is one thing: words of its own, or an item of the identity part"),
            say("write `judul` and `nilai`, or `dari` with the key of the item; `halaman` needs a `judul`, too"),
        ),
    }


def _bound_words(kind: str, context: Mapping[str, object], value: str) -> tuple[str, str]:
    """Return what is wrong with a number that is too small or too large."""
    bound = str(next(iter(context.values()))).removesuffix(".0")
    told = f"{value[:20]}..." if len(value) > 20 else value
    if BOUNDS[kind]:
        what = say("{value} is too small: at least {bound}", value=told, bound=bound)
    else:
        what = say("{value} is too large: at most {bound}", value=told, bound=bound)
    return what, say("write a number within the bounds")


def _odd_signs(value: str) -> tuple[str, str] | None:
    """Return what is wrong with a value that is no plain text, where Word's signs stand in it and hide the fault."""
    if value.strip() and (found := FIRM_BLANK.search(value)):
        return firm_blank(found[0])
    if CURLY.search(value):
        what = say("{value} has the curly quotes of Word, which are letters to YAML", value=value)
        return what, say('delete them, type " from the keyboard')
    return None


def _integer_words(value: str) -> tuple[str, str]:
    if re.fullmatch(r"0+[0-9]+", value):
        what = say('"{value}" begins with a zero, which no number does', value=value)
        return what, say("write {number}", number=value.lstrip("0") or "0")
    if re.fullmatch(r"[0-9]{10,}", value):
        return say('"{value}" is larger than any number here', value=_short(value)), say("write 9 digits at most")
    return say('"{value}" is not a whole number', value=_short(value)), say("write digits only, such as 12")


def _nrp_words(value: str) -> tuple[str, str]:
    digits = re.sub(r"[ .]", "", value)
    if re.fullmatch("[0-9]{5,7}", digits):
        what = say('NRP "{text}" has {count} digits, a zero may be lost', text=value, count=len(digits))
        return what, say('write all 8 digits in quotes, for example "00000001"')
    if re.fullmatch(NRP_OR_NIP, digits):
        what = say('"{value}" has blanks or points between its digits', value=value)
        return what, say('write "{digits}"', digits=digits)
    return say('"{value}" is not an NRP', value=_short(value)), say(
        "an NRP has 8 digits, a NIP 18; write it in quotes"
    )


def _short(value: str) -> str:
    return f"{value[:40]}..." if len(value) > 40 else value


def _pattern_words(value: str, pattern: str) -> tuple[str, str]:
    if pattern in (NRP_OR_NIP, OPEN_NRP):
        return _nrp_words(value)
    if pattern == VISIBLE:
        return say("the text is blank"), say("write it, or use null where the key allows it")
    if pattern in WRITTEN_BY_SOPGEN:
        return say('"{value}" is not as sopgen writes it', value=value), say(
            "take back what was changed by hand here"
        )
    if pattern == BASE_NAME:
        return say('"{value}" names no base', value=_short(value)), say("write SOP and edition: `dasar: fkpm/2026`")
    fix = say("use letters, digits, - and _ only, first and last a letter or digit")
    return say('"{value}" can not be an id (ids become file names)', value=value), fix


def _shape(value: object) -> str:
    if value is None:
        return say("nothing")
    if isinstance(value, str):
        return f'"{_short(" ".join(value.split()))}"'
    return (
        say("a list") if isinstance(value, list) else say("a set of keys") if isinstance(value, dict) else str(value)
    )
