"""The screen of a flow changes an edition over a base as it changes any other: only its overlay is another."""

from collections.abc import Callable

import pytest
from tests.jobs.edit.test_flow_changes import ALUR, spec

from sopgen.jobs.edit.changes import with_item_moved, with_value
from sopgen.jobs.edit.flow import steps
from sopgen.jobs.edit.flow.activities import with_activity
from sopgen.jobs.edit.flow.lanes import with_lane, without_lane
from sopgen.read.overlay.base import inherited
from sopgen.read.overlay.spec import MergedSource, over
from sopgen.read.source import Source, parse_text

Change = Callable[[Source], Source]
CHANGES: dict[str, Change] = {
    "a step is put in": lambda one: steps.with_step(one, ALUR, 2, {"pelaksana": "fkpm", "uraian": "Mencatat"}),
    "a step is copied": lambda one: steps.with_copy(one, ALUR, 1),
    "a step is taken out": lambda one: steps.without_step(one, ALUR, 4, {}),
    "a step is moved": lambda one: steps.with_step_moved(one, ALUR, 4, 1),
    "a role is put in": lambda one: with_lane(one, 2, "Operator"),
    "a role is taken out": lambda one: without_lane(one, 1, "fkpm"),
    "an activity begins": lambda one: with_activity(one, "PENGAWASAN"),
    "activities change their order": lambda one: with_item_moved(one, ("kegiatan",), 2, 0),
    "an exit leads elsewhere": lambda one: with_value(one, (*ALUR, 2, "cabang", "Tidak"), "l6"),
}


def layered() -> MergedSource:
    base = spec()
    return over(parse_text("satuan.yaml", "# kami\ndasar: fkpm/2026\n"), parse_text("dasar.yaml", base.text))


@pytest.mark.parametrize("name", CHANGES)
def test_an_overlay_says_the_same_change(name: str) -> None:
    change, before = CHANGES[name], layered()
    made = change(before)
    assert isinstance(made, MergedSource)
    assert made.base.text == before.base.text
    assert made.text.startswith("# kami\ndasar: fkpm/2026\n")
    # Without the reasons of the base's own edition, whose places are followed there.
    alone = parse_text("dasar.yaml", before.base.text[: before.base.text.index("alasan_perubahan:")])
    assert made.data == inherited(change(alone).data)


def test_after_all_changes_the_overlay_says_nothing_of_a_step_that_none_touched() -> None:
    source: Source = layered()
    for change in CHANGES.values():
        source = change(source)
    assert "Mencatat" in source.text
    assert "Menandatangani" not in source.text
