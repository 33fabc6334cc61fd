"""Changes of the roles of an edition: their lanes are added and taken out with every step that names them."""

from collections.abc import Mapping
from typing import Any

from sopgen.errors import Loc, SopgenError
from sopgen.jobs.edit.changes import with_item, without
from sopgen.jobs.edit.flow.brought import brought, without_reasons_of
from sopgen.jobs.edit.flow.ids import lane_id
from sopgen.jobs.edit.flow.levels import named
from sopgen.messages import say
from sopgen.read.source import Source
from sopgen.splice.places import data_at

LANES: Loc = ("pelaksana",)


def with_lane(source: Source, place: int, label: str) -> Source:
    """Put a new lane before a place."""
    known = [lane["id"] for lane in _lanes(source)]
    return with_item(source, LANES, place, {"id": lane_id(label, known), "label": label})


def without_lane(source: Source, place: int, heir: str | None) -> Source:
    """Take a lane out; what its role did alone is done by `heir` from now on.

    Raises SopgenError where it is the only one, or where a step would be nobody's.
    """
    lanes = _lanes(source)
    if not 0 <= place < len(lanes):
        raise LookupError(place)
    gone = lanes[place]["id"]
    others = [lane["id"] for lane in lanes if lane["id"] != gone]
    if not others:
        raise SopgenError(say("an SOP has at least one role. fix: add another one first"))
    for loc, step in _steps(source):
        roles = named(step, "pelaksana")
        if gone in roles:
            left = [role for role in roles if role != gone] or [role for role in others if role == heir]
            if not left:
                raise SopgenError(say("steps would have no role any more. fix: choose who does them from now on"))
            source = brought(source, loc, {**step, "pelaksana": left[0] if len(left) == 1 else left})
    return without(without_reasons_of(source, (*LANES, place)), (*LANES, place))


def _lanes(source: Source) -> list[Mapping[str, Any]]:
    found = data_at(source.data, LANES)
    if not isinstance(found, list):
        raise LookupError(LANES)
    return found


def _steps(source: Source) -> list[tuple[Loc, dict[str, Any]]]:
    activities: Any = data_at(source.data, ("kegiatan",)) or []
    return [
        (("kegiatan", n, "alur", m), step)
        for n, activity in enumerate(activities)
        for m, step in enumerate(activity.get("alur") or ())
    ]
