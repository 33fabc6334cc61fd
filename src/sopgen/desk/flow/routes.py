"""Alur: how the page reads, changes and sees the flow of an activity."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, reading, writing
from sopgen.desk.flow.acts import FLOW_ACTS
from sopgen.desk.flow.charts import chart_at_rest, chart_while_typed
from sopgen.desk.flow.numbered import in_numbers
from sopgen.desk.session.acts import EditCall
from sopgen.desk.session.findings import findings_of
from sopgen.desk.session.opened import opened
from sopgen.desk.session.routes import NamedEdition, all_of, changed_in
from sopgen.model.sop import Sop


class NamedFlow(NamedEdition):
    """An activity of an edition, by its place."""

    kegiatan: int = 0


class FlowCall(EditCall):
    """An act of the flow editor; `kegiatan` is the place of the activity in view."""

    kegiatan: int = 0


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the screen."""
    return [
        reading("/api/alur", NamedFlow, whole),
        reading("/api/alur/muat", NamedFlow, weighed),
        writing("/api/alur/ubah", FlowCall, edited),
    ]


def whole(asked: NamedFlow) -> Answer:
    """Return an edition as it is written now, with the chart of an activity."""
    one = opened(asked.nama)
    with one.session.turn:
        told, edition = all_of(one, asked.jendela), one.session.seen
    return {"nama": asked.nama, **told, **chart_while_typed(edition, asked.kegiatan)}


def edited(asked: FlowCall) -> Answer:
    """Do what a window asks, and return the chart as it is then."""
    one = opened(asked.nama)
    told = changed_in(one, asked, FLOW_ACTS)
    if told.get("basi"):
        return told
    at: Any = told["di"]
    place = at[1] if at[:1] == ["kegiatan"] and len(at) > 1 else asked.kegiatan
    return {**told, "kegiatan": place, **chart_while_typed(one.session.seen, place)}


def weighed(asked: NamedFlow) -> Answer:
    """Return whether a flow fits, what keeps it from that, and what the rules find in it.

    The edition is not kept from being written meanwhile.
    """
    session = opened(asked.nama).session
    with session.turn:
        edition, version = session.seen, session.version
    return {
        "versi": version,
        **chart_at_rest(edition, asked.kegiatan),
        "temuan": list(_of(findings_of(edition), edition.sop, asked.kegiatan)),
    }


def _of(found: Sequence[Mapping[str, Any]], sop: Sop, place: int) -> Sequence[Mapping[str, Any]]:
    """Return the findings in the flow of an activity or in the roles, with numbers for ids."""
    if not 0 <= place < len(sop.kegiatan):
        return []
    heads, activity = (["kegiatan", place, "alur"], ["pelaksana"]), sop.kegiatan[place]
    own = [one for one in found if any(one["path"][: len(head)] == head for head in heads)]
    return [{**one, **{key: in_numbers(one[key], activity) for key in ("what", "fix")}} for one in own]
