"""The fields of a look, as the page draws them: groups and values, with what its file says of each."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sopgen.desk.look.session import KINDS, LookSession
from sopgen.desk.phrases.fields import field_name
from sopgen.errors import Loc, path_text
from sopgen.model.look.measures import Measure, measures
from sopgen.read.source import Source

REMARK: Final = re.compile(r"\s#\s+(.*)$")


def fields(session: LookSession) -> list[Mapping[str, object]]:
    """Return the fields of a look in the order of its file; what leaves no choice is none."""
    source = session.source
    known = measures(KINDS[session.name], source.data)
    return list(_fields(source, known, source.data, ()))


def _fields(source: Source, known: Mapping[Loc, Measure], data: Any, loc: Loc) -> Iterator[Mapping[str, object]]:
    parts = data.items() if isinstance(data, dict) else enumerate(data)
    for key, value in parts:
        place = (*loc, key)
        told = {"di": path_text(place), "label": _name(key), "ket": _remark(source, place)}
        if isinstance(value, dict | list):
            yield {**told, "isi": list(_fields(source, known, value, place))}
        elif (one := known.get(place)) and len(one.choices) != 1:
            yield {**told, "satuan": one.unit, "least": one.least, "most": one.most, "pilihan": list(one.choices)}


def _name(key: str | int) -> str:
    return f"{key + 1}" if isinstance(key, int) else field_name(key)


def _remark(source: Source, loc: Loc) -> str:
    """Return the remark at the end of the line that a place begins: it is meant for it, and not for a part of it."""
    problem = source.problem("", loc, "", "")
    line = source.text.splitlines()[problem.line - 1]
    found = REMARK.search(line)
    return found[1].strip() if found and not line[: problem.column - 1].strip(" -") else ""
