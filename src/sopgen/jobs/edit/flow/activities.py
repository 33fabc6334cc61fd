"""A new activity of an edition, which begins as those beside it do."""

import re
from collections.abc import Mapping
from typing import Any, Final

from sopgen.errors import Loc
from sopgen.jobs.edit.changes import with_item
from sopgen.jobs.edit.flow.ids import activity_id
from sopgen.model.flow import Symbol
from sopgen.read.source import Source
from sopgen.splice.places import data_at

ACTIVITIES: Final[Loc] = ("kegiatan",)
_NUMBER: Final = re.compile(r"[0-9]+")


def with_activity(source: Source, title: str) -> Source:
    """Add an activity after the last one: its letter, its number, a flow of a start and an end."""
    found: Any = data_at(source.data, ())
    others = found.get("kegiatan") or []
    last: Mapping[str, Any] = others[-1] if others else {}
    id_ = activity_id([one["id"] for one in others])
    lettered = str(last.get("judul", "")).startswith(f"{last.get('id')}. ")
    made: dict[str, Any] = {
        "id": id_,
        "nomor": _next_number(str(last.get("nomor", "")), len(others)),
        "judul": f"{id_}. {title}" if lettered else title,
        **{key: {**last[key], "isi": []} for key in ("maksud", "tujuan") if key in last},
        "alur": _first_steps(found),
        "mutu_baku": {"kelengkapan": [], "keluaran": []},
    }
    return with_item(source, ACTIVITIES, len(others), made)


def _next_number(last: str, count: int) -> str:
    """Return the number after the last one, in its style: `4.` after `3.`."""
    found = _NUMBER.search(last)
    if not found:
        return f"{count + 1}."
    return last[: found.start()] + str(int(found[0]) + 1) + last[found.end() :]


def _first_steps(sop: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return a start and an end."""
    role = str(sop["pelaksana"][0]["id"])
    ends = ((Symbol.START, "Mulai"), (Symbol.END, "Selesai"))
    return [
        {"id": f"l{n}", "pelaksana": role, "simbol": symbol.value, "uraian": words}
        for n, (symbol, words) in enumerate(ends, 1)
    ]
