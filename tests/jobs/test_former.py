"""What a draft changes of the edition before it: each change is asked for its reason, and one entry is enough."""

from pathlib import Path

import pytest

from sopgen.jobs.compare.former import reason_entry, since_former
from sopgen.jobs.edit.changes import with_item, with_item_moved, with_value, without
from sopgen.read.load import Edition, load_edition, with_source
from sopgen.workspace import start


@pytest.fixture
def draft(tmp_path: Path) -> Edition:
    start(tmp_path / "kantor")
    return load_edition(tmp_path / "kantor" / "spec" / "sop" / "fkpm" / "2026-draf.yaml")


def test_the_edition_before_a_draft_is_the_one_that_was_issued(draft: Edition) -> None:
    since = since_former(draft)
    assert since is not None
    assert "2019" == since.former.edisi
    assert since_former(load_edition(draft.path.with_name("2019.yaml"))) is None


def test_one_entry_gives_each_change_its_reason(draft: Edition) -> None:
    source = without(draft.sop_source, ("alasan_perubahan",))
    source = with_item_moved(source, ("pencatatan", "isi"), 0, 1)
    source = without(source, ("peringatan", "isi", 1))
    source = with_item(source, ("peralatan", "isi"), 2, "Perahu karet")
    source = with_value(source, ("kegiatan", 0, "mutu_baku", "waktu", "nilai"), 3)
    edition = with_source(draft, source)
    since = since_former(edition)
    assert since is not None
    assert len(since.changes) > 30
    for n, change in enumerate(since.changes):
        source = with_item(source, ("alasan_perubahan",), n, reason_entry(change, f"Alasan {n}."))
    again = since_former(with_source(draft, source))
    assert again is not None
    # The reasons themselves are no change of the SOP.
    assert [] == [change.path for change in again.changes if not change.reason]
