"""No change but the one that was meant: a made text counts only if it reads as wanted."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import replace
from typing import Any

from sopgen.errors import Loc, Problem, SpecError
from sopgen.messages import say
from sopgen.read.source import Source, parse_text
from sopgen.splice.layout import OddLayout


def sure(source: Source, loc: Loc, text: str, wanted: object) -> Source:
    """Return the text as it is read; raise SpecError where its data, or their order, are not the wanted ones."""
    try:
        made = parse_text(source.file, text)
    except SpecError as error:
        raise SpecError(_unreadable(source, loc, error)) from error
    if json.dumps(made.data) != json.dumps(wanted):
        raise SpecError([_refusal(source, loc)])
    return made


def wanted(source: Source, loc: Loc, change: Callable[[Any], object]) -> object:
    """Return the source's data after a change of the list or mapping at a place (its aliases elsewhere stay)."""
    data: Any = deepcopy(source.data)
    holder = data
    for part in loc:
        holder = holder[part]
    change(holder)
    return data


@contextmanager
def refusing(source: Source, loc: Loc) -> Iterator[None]:
    """Let what can not be edited surely be a SpecError, at its place in the text."""
    try:
        yield
    except OddLayout as odd:
        before = source.text[: odd.at]
        line, column = before.count("\n") + 1, odd.at - before.rfind("\n")
        raise SpecError([replace(_refusal(source, loc), line=line, column=column)]) from odd


def _refusal(source: Source, loc: Loc) -> Problem:
    what = say("it is written in a way in which the program can not change this place alone")
    fix = say("write it plainly (one key or item a line, without & and *), or make the change by hand")
    return source.problem("ED02", loc, what, fix)


def _unreadable(source: Source, loc: Loc, error: SpecError) -> list[Problem]:
    """Return why the made text is none: characters that no spec can hold, else the layout around the place."""
    bad = [source.problem(one.code, loc, one.what, one.fix) for one in error.problems if one.code == "YM03"]
    return bad or [_refusal(source, loc)]
