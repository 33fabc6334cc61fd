"""From the grids of a file to what an old SOP says: front, lists, activities, and what belongs nowhere."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sopgen.messages import say
from sopgen.model.sop import Layout
from sopgen.read.old.found import Found, FoundActivity, OldSop, Spot
from sopgen.read.old.labels import column as known_column
from sopgen.read.old.table_front.pages import Front, read_front
from sopgen.read.old.tables.activity import activity_of
from sopgen.read.old.tables.gather import FlowTables, gathered
from sopgen.read.old.tables.grid import OldTable
from sopgen.read.old.tables.nodes import ActivityParts

_HEADS: Final = ("nomor", "kegiatan", "pelaksana", "mutu_baku", "kelengkapan", "waktu", "keluaran", "keterangan")


def sop_of(grids: Sequence[OldTable], beside: Iterable[Found] = ()) -> OldSop:
    """Return what the tables and paragraphs of a file say; `beside` is what stands around its pages."""
    flow = gathered(grids)
    told = {id(grid): rows for grid, rows in zip(flow.grids, flow.rows, strict=True)}
    front = read_front([(grid, told.get(id(grid), range(0))) for grid in grids])
    activities, unplaced = [], [*front.unplaced, *flow.unplaced]
    for parts in flow.activities:
        activity, others = activity_of(parts)
        activities.append(_titled(activity, parts, front, alone=len(flow.activities) == 1))
        unplaced += others
    by_row = bool(flow.activities) and all(one.by_row for one in flow.activities)
    return OldSop(
        texts={**front.texts, **_table_heads(flow)},
        lists={key: tuple(items) for key, items in front.lists.items()},
        heads=front.heads,
        activities=tuple(activities),
        layout=Layout.PER_ACTIVITY if by_row else Layout.PER_STEP if activities else Layout.NO_TABLE,
        further=tuple(one.title for one in flow.head.further) if flow.head else (),
        unplaced=(
            *unplaced,
            *_elsewhere(grids, flow),
            *_pictures(flow),
            *(one for one in beside if one.doubt or re.search(r"[^\W\d]", one.text)),
        ),
    )


def _titled(activity: FoundActivity, parts: ActivityParts, front: Front, *, alone: bool) -> FoundActivity:
    """Return an activity with a title: its own, else the name of the SOP that has no other, else its sheet's."""
    name = front.texts.get("identitas.nama_sop.nilai")
    if activity.title.text:
        return activity
    if alone and name:
        return replace(activity, title=name)
    title = Found(parts.sheet, Spot(name=parts.sheet), say("no title stands above this flow"))
    return replace(activity, title=title)


def _table_heads(flow: FlowTables) -> dict[str, Found]:
    """Return the heads of the flow table as printed."""
    if not flow.head or not flow.grids:
        return {}
    found: dict[str, Found] = {}
    grid = flow.grids[0]
    for row in range(flow.head.first, flow.head.body):
        for cell in grid.row(row):
            known = known_column(cell.text) if cell.text else None
            if known and known.key in _HEADS:
                found.setdefault(f"kepala_tabel.{known.key}", cell.found(cell.text))
    return found


def _elsewhere(grids: Sequence[OldTable], flow: FlowTables) -> list[Found]:
    """Return the words in shapes that stand on no flow table."""
    others = [grid for grid in grids if grid not in flow.grids]
    shown = [(grid, " ".join(one.text.split())) for grid in others for one in grid.drawing.figures]
    return [Found(text, Spot(name=grid.name)) for grid, text in shown if text]


def _pictures(flow: FlowTables) -> list[Found]:
    """Return a note where the flow may be a picture: a flow table without any symbol."""
    if flow.grids and not any(parts.nodes for parts in flow.activities):
        return [
            Found("", Spot(name=flow.grids[0].name), say("the flow is not drawn with shapes: who does which step?"))
        ]
    return []
