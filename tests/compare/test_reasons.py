"""A reason that names the new text stands with that text, wherever in its list it is now, or with nothing."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.compare.edits import edited, seeds, with_
from tests.examples import many

from sopgen.compare.changes import Change, changes, unused_reasons
from sopgen.compare.differences import ChangeKind
from sopgen.model.sop import Sop
from sopgen.read.load import load_sop

FOLDER = Path(__file__).parents[2] / "spec" / "sop" / "fkpm"
OLD = load_sop(FOLDER / "2019.yaml")
DRAFT = load_sop(FOLDER / "2026-draf.yaml")
LAWS = DRAFT.dasar_hukum.isi
NEW_LAW = "Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"


def numbered(sop: Sop) -> Sop:
    """Return the edition with reasons that can be told apart."""
    reasons = [one.model_dump() | {"alasan": f"Alasan {n}"} for n, one in enumerate(sop.alasan_perubahan)]
    return with_(sop, "alasan_perubahan", reasons)


def reasoned(sop: Sop, *reasons: tuple[str, str, str]) -> Sop:
    entries = [{"di": place, "menjadi": text, "alasan": why} for place, text, why in reasons]
    return with_(sop, "alasan_perubahan", entries)


def by_text(found: tuple[Change, ...]) -> dict[str, str]:
    """Return the reasons of the legal basis by the new texts, a moved one without its number."""
    laws = [change for change in found if change.path.startswith("dasar_hukum.isi") and change.new]
    return {
        change.new[0].split(": ", 1)[-1] if change.kind is ChangeKind.MOVED else change.new[0]: change.reason
        for change in laws
    }


def unmatched(old: Sop, new: Sop) -> list[str | None]:
    return [reason.menjadi for _, reason in unused_reasons(changes(old, new), new)]


FORMER = by_text(changes(OLD, DRAFT))


@pytest.mark.parametrize("gone", range(len(LAWS)))
def test_after_an_item_is_deleted_each_reason_stands_with_its_own_text(gone: int) -> None:
    new = with_(DRAFT, "dasar_hukum.isi", [*LAWS[:gone], *LAWS[gone + 1 :]])
    assert {text: why for text, why in FORMER.items() if text != LAWS[gone]} == by_text(changes(OLD, new))
    assert set(unmatched(OLD, new)) <= {LAWS[gone]}  # one that is for the removal of the former text, too, stands


@pytest.mark.parametrize("place", range(len(LAWS) + 1))
def test_after_an_item_is_inserted_each_reason_stands_with_its_own_text(place: int) -> None:
    new = with_(DRAFT, "dasar_hukum.isi", [*LAWS[:place], NEW_LAW, *LAWS[place:]])
    assert FORMER | {NEW_LAW: ""} == by_text(changes(OLD, new))
    assert [] == unmatched(OLD, new)


def test_a_text_that_is_changed_again_has_no_reason_and_the_one_of_the_former_text_is_named() -> None:
    new = with_(DRAFT, "dasar_hukum.isi.2", f"{LAWS[2]} di Desa")
    assert "" == by_text(changes(OLD, new))[f"{LAWS[2]} di Desa"]
    assert [LAWS[2]] == unmatched(OLD, new)


def test_a_removal_has_no_reason_that_is_for_a_text() -> None:
    new = with_(OLD, "peralatan.isi", OLD.peralatan.isi[1:])
    new = reasoned(new, ("peralatan.isi[0]", new.peralatan.isi[0], "Ejaan"))
    assert [("peralatan.isi[0]", "")] == [(one.path, one.reason) for one in changes(OLD, new)]
    assert [new.peralatan.isi[0]] == unmatched(OLD, new)


def test_a_reason_for_a_removal_stands_with_it_and_with_nothing_else() -> None:
    tools = OLD.peralatan.isi
    new = with_(OLD, "peralatan.isi", ["Peluit", *tools[1:4], *tools[5:]])
    why = [{"di": "peralatan.isi", "dihapus": tools[4], "alasan": "Rusak"}]
    told = {change.path: change.reason for change in changes(OLD, with_(new, "alasan_perubahan", why))}
    assert "Rusak" == told.pop("peralatan.isi[4]")
    assert {""} == set(told.values())


def test_reasons_for_one_text_at_several_places_keep_their_order() -> None:
    new = with_(with_(OLD, "kegiatan.0.keterangan", ["Sama"]), "kegiatan.1.keterangan", ["Sama"])
    new = reasoned(new, ("kegiatan[1].keterangan[0]", "Sama", "B"), ("kegiatan[0].keterangan[0]", "Sama", "A"))
    inserted = new.kegiatan[2].model_dump(mode="json") | {"id": "N", "judul": "N. BARU"}
    new = with_(new, "kegiatan", [inserted, *(one.model_dump(mode="json") for one in new.kegiatan)])
    told = {change.path: change.reason for change in changes(OLD, new)}
    assert ("A", "B") == (told["kegiatan[1].keterangan[0]"], told["kegiatan[2].keterangan[0]"])


def test_where_only_a_person_can_tell_which_reason_is_meant_none_is_given() -> None:
    reasons = (("kegiatan[0].keterangan[0]", "Sama", "A"), ("kegiatan[1].keterangan[0]", "Sama", "B"))
    new = reasoned(with_(OLD, "kegiatan.0.keterangan", ["Sama"]), *reasons)
    assert [""] == [change.reason for change in changes(OLD, new)]
    assert ["Sama", "Sama"] == unmatched(OLD, new)
    alike = reasoned(new, *[(place, text, "A") for place, text, _ in reasons])
    assert ["A"] == [change.reason for change in changes(OLD, alike)]
    assert ["Sama"] == unmatched(OLD, alike)


def test_a_reason_for_a_text_may_name_the_part_it_stands_in() -> None:
    new = with_(with_(OLD, "peralatan.isi.3", "Kamera"), "peralatan.isi.4", "Pelantang")
    new = reasoned(new, ("peralatan", "Pelantang", "Istilah"))
    assert ["", "Istilah"] == [change.reason for change in changes(OLD, new)]


@given(seeds)
@settings(max_examples=many(60), deadline=None)
def test_whatever_staff_edit_a_reason_for_a_text_stands_with_it_or_is_named(seed: int) -> None:
    new = edited(numbered(DRAFT), seed)
    found = changes(OLD, new)
    stands = {why: change for change in found for why in change.reason.split("; ")}
    unused = [number for number, _ in unused_reasons(found, new)]
    for number, reason in enumerate(new.alasan_perubahan):
        change = stands.get(reason.alasan)
        if reason.menjadi is not None:
            assert (change is None) == (number in unused)
            texts = {*change.new, *(one.new for one in change.differences), *change.old} if change else set()
            assert change is None or {reason.menjadi, reason.dihapus} & texts
