"""Rows of a flow table that are an activity each: title, purpose and aim in one cell, the chart in another."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sopgen.messages import say
from sopgen.read.old.found import Found, FoundActivity, FoundList
from sopgen.read.old.labels import ITEM_MARK
from sopgen.read.old.steps.cells import items, time_of
from sopgen.read.old.steps.heads import GridRow, StepColumns, is_below_head, is_count, is_head
from sopgen.read.old.text.flow import steps_of
from sopgen.read.old.text.markup import CHART

PARTS: Final = {"maksud": "maksud", "tujuan": "tujuan"}
_PART: Final = re.compile(
    r"(?:^|(?<=\s))((?:\(?(?:\d{1,2}|[a-z])[.)]\s*)?(maksud|tujuan)\s*:?)(?=\s*$|\s+[-\u2022A-Z])", re.I | re.M
)
# Items that one line holds after each other; a dash within a word has no blank before it.
_INNER: Final = re.compile(r"(?:^|(?<=\s))[-\u2022\u2013*\uf0b7]\s+(?=[A-Z])")


def is_activity(row: GridRow, columns: StepColumns) -> bool:
    """Tell a row that holds a whole activity: its purpose in the cell of its title, or its chart."""
    text = columns.cell(row, "kegiatan")
    return bool(text and _PART.search(text.text)) or any(CHART.search(cell.text) for cell in row)


def activities_in(
    rows: Sequence[GridRow], columns: StepColumns
) -> tuple[tuple[FoundActivity, ...], tuple[Found, ...]]:
    """Return the activities of rows of one each, and what belongs to none."""
    lanes = tuple(head for _, head in columns.lanes)
    found: list[FoundActivity] = []
    unplaced: list[Found] = []
    for row in rows:
        if is_head(row) or is_below_head(row) or is_count(row) or not any(cell.text for cell in row):
            continue
        title = columns.cell(row, "kegiatan")
        if title is None or not title.text:
            unplaced += [cell for cell in row if cell.text]
            continue
        activity, left = _activity(row, columns, lanes)
        found.append(activity)
        unplaced += left
    return tuple(_lent(found)), tuple(unplaced)


def _activity(row: GridRow, columns: StepColumns, lanes: Sequence[Found]) -> tuple[FoundActivity, list[Found]]:
    cell, number = columns.cell(row, "kegiatan"), columns.cell(row, "nomor")
    assert cell is not None
    title, sections = _parts(cell)
    own = {columns.places.get(key) for key in ("nomor", "kegiatan", "kelengkapan", "waktu", "keluaran", "keterangan")}
    drawn = [one for n, one in enumerate(row) if n not in own and one.text]
    chart = next((one for one in drawn if CHART.search(one.text)), None)
    left = [one for one in drawn if one is not chart]
    steps, doubt, rest = steps_of(chart.text, lanes, chart.spot) if chart else ((), "", "")
    if rest and chart:
        left.append(replace(chart, text=rest))
    activity = FoundActivity(
        title,
        tuple(lanes),
        steps,
        number if number and number.text else None,
        sections,
        items(_asked(columns.cell(row, "kelengkapan"), "Kelengkapan", row)),
        time_of(_asked(columns.cell(row, "waktu"), "Waktu", row), columns.cell(row, "satuan"), columns.time_unit),
        items(_asked(columns.cell(row, "keluaran"), "Output", row)),
        items(columns.cell(row, "keterangan")),
        doubt or ("" if steps else say("the text holds no chart of this activity")),
    )
    return activity, left


def _asked(cell: Found | None, name: str, row: GridRow) -> Found | None:
    """Return a cell; an empty one of a row that is an activity with a doubt: copies lose what stood in it."""
    if cell is None or cell.text.strip():
        return cell
    return replace(cell, spot=row[0].spot, doubt=say('the cell "{name}" is empty', name=name))


def _parts(cell: Found) -> tuple[Found, dict[str, FoundList]]:
    """Return the title and the lists below it of the cell of an activity."""
    heads = list(_PART.finditer(cell.text))
    title = cell.text[: heads[0].start()] if heads else cell.text
    sections = {}
    ends = [*(one.start() for one in heads[1:]), len(cell.text)]
    for head, end in zip(heads, ends[: len(heads)], strict=True):
        key = PARTS[head[2].casefold()]
        lines = cell.text[head.end() : end].split("\n")
        texts = [part.strip() for line in lines for part in _INNER.split(line) if part.strip()]
        found = tuple(replace(cell, text=ITEM_MARK.sub("", " ".join(one.split()))) for one in texts)
        sections[key] = FoundList(replace(cell, text=head[1].strip()), found)
    return replace(cell, text=" ".join(title.split())), sections


def _lent(found: Sequence[FoundActivity]) -> list[FoundActivity]:
    """Return the activities; those without a chart have the steps of the others where all of these are alike."""
    drawn = [one for one in found if one.steps]
    if not drawn or any(_shape(one) != _shape(drawn[0]) for one in drawn):
        return list(found)
    doubt = say("the text holds no chart of this activity: the one of {other} stands here", other=drawn[0].title.text)
    steps = tuple(replace(step, doubt="") for step in drawn[0].steps)
    return [one if one.steps else replace(one, steps=steps, doubt=doubt, drawn=False) for one in found]


def _shape(activity: FoundActivity) -> list[object]:
    return [(step.text.text, step.symbol, step.roles, step.exits) for step in activity.steps]
