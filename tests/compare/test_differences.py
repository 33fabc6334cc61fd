"""The differences of two editions: none is lost, none is told twice, and each is told as what it is."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from tests.compare.edits import edited, seeds, with_
from tests.examples import many

from sopgen.compare.changes import Change, changes, unused_reasons
from sopgen.compare.differences import NOT_COMPARED, ChangeKind, Difference, differences
from sopgen.compare.likeness import differing
from sopgen.compare.part_names import TOP
from sopgen.errors import Loc
from sopgen.model.base import Model
from sopgen.model.sop import ReasonOfChange, Sop
from sopgen.read.load import load_sop

ROOT = Path(__file__).parents[2]
FKPM = load_sop(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml")
MEDIASI = load_sop(ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml")


def plain(value: Any) -> Any:
    """Return a value as plain data; where one role or step may stand for a list, the list."""
    if isinstance(value, Model):
        data = {key: plain(item) for key, item in value if key not in NOT_COMPARED}
        for key in {"ke"} & data.keys() | (
            {"pelaksana"} if "alur" not in data and "identitas" not in data else set()
        ):
            if isinstance(data.get(key), str):
                data[key] = [data[key]]
        return data
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return {key: plain(item) for key, item in value.items()} if isinstance(value, dict) else value


def applied(old: Any, found: list[Difference], was: Loc = (), loc: Loc = ()) -> Any:
    """Return the old data after the differences: a small patch program of its own."""
    leaf = next((one for one in found if (one.was, one.loc) == (was, loc) and one.kind is not ChangeKind.MOVED), None)
    if leaf is not None:
        return plain(leaf.new)
    if isinstance(old, dict):
        keys = [*old, *(one.loc[-1] for one in found if one.loc[:-1] == loc and one.loc[-1] not in old)]
        made = {key: applied(old.get(key), found, (*was, key), (*loc, key)) for key in keys}
        return made if loc[-1:] != ("cabang",) else {key: value for key, value in made.items() if value is not None}
    return applied_to_list(old, found, was, loc) if isinstance(old, list) else old


def applied_to_list(old: list[Any], found: list[Difference], was: Loc, loc: Loc) -> list[Any]:
    removed = {one.loc[-1] for one in found if one.kind is ChangeKind.REMOVED and one.was[:-1] == was}
    inside = [one for one in found if one.loc[:-1] == loc]
    added = {one.loc[-1]: one.new for one in inside if one.kind is ChangeKind.ADDED}
    moves = {one.loc[-1]: one for one in inside if one.kind is ChangeKind.MOVED}
    taken = removed | {one.was[-1] for one in moves.values()}
    rest = iter([n for n in range(len(old)) if n not in taken])
    made = []
    for n in range(len(old) - len(removed) + len(added)):
        if n in added:
            made.append(plain(added[n]))
        elif n in moves and not isinstance(moves[n].new, Model):
            made.append(plain(moves[n].new))
        else:
            before = moves[n].was[-1] if n in moves else next(rest)
            made.append(applied(old[int(before)], found, (*was, before), (*loc, n)))
    return made


@given(seeds, seeds)
@settings(max_examples=many(150), deadline=None)
@example(0, 0)
def test_the_differences_make_the_new_edition_of_the_old_one(first: int, second: int) -> None:
    old, new = edited(FKPM, first), edited(FKPM, second)
    assert plain(new) == applied(plain(old), list(differences(old, new)))


@pytest.mark.parametrize(("old", "new"), [(FKPM, MEDIASI), (MEDIASI, FKPM), (FKPM, FKPM)])
def test_two_sops_differ_in_what_their_differences_say(old: Sop, new: Sop) -> None:
    found = differences(old, new)
    assert plain(new) == applied(plain(old), list(found))
    assert bool(found) == (plain(old) != plain(new))


@given(seeds)
@settings(max_examples=many(100), deadline=None)
def test_every_difference_is_told_in_one_change_and_in_words(seed: int) -> None:
    new = edited(FKPM, seed)
    found = changes(FKPM, new)
    assert sorted(map(repr, differences(FKPM, new))) == sorted(repr(one) for c in found for one in c.differences)
    assert bool(found) == (plain(FKPM) != plain(new))
    for change in found:
        assert change.part
        assert change.path
        assert change.old != change.new


def told(old: Sop, new: Sop) -> list[tuple[ChangeKind, str, str]]:
    return [(one.kind, one.part, one.path) for one in changes(old, new)]


def only(old: Sop, new: Sop) -> Change:
    (found,) = changes(old, new)
    return found


def test_an_inserted_item_is_one_addition() -> None:
    items = [*FKPM.dasar_hukum.isi]
    items.insert(1, "Peraturan Kapolri Nomor 7 Tahun 2021 tentang Bhabinkamtibmas")
    assert [(ChangeKind.ADDED, "Dasar hukum, butir 2", "dasar_hukum.isi[1]")] == told(
        FKPM, with_(FKPM, "dasar_hukum.isi", items)
    )


def test_an_item_that_went_elsewhere_is_one_move() -> None:
    *items, last = FKPM.peralatan.isi
    found = only(FKPM, with_(FKPM, "peralatan.isi", [last, *items]))
    assert ChangeKind.MOVED is found.kind
    assert ("urutan 6: Sarana pendukung kegiatan",) == found.old
    assert ("urutan 1: Sarana pendukung kegiatan",) == found.new


def test_a_step_is_known_by_its_id_wherever_it_stands() -> None:
    steps = [step.model_dump(mode="json") for step in FKPM.kegiatan[1].alur]
    steps.insert(2, {"id": "baru", "pelaksana": "kbo_binmas", "uraian": "Mencatat"})
    steps[4]["uraian"] = "Menelaah laporan"
    assert [
        (ChangeKind.ADDED, "Kegiatan B, langkah 3", "kegiatan[1].alur[2]"),
        (ChangeKind.CHANGED, "Kegiatan B, langkah 5, uraian", "kegiatan[1].alur[4].uraian"),
    ] == told(FKPM, with_(FKPM, "kegiatan.1.alur", steps))


def test_a_value_and_its_wording_are_one_change_in_the_words_that_are_printed() -> None:
    new = with_(FKPM, "identitas.tanggal_revisi", {"judul": "TGL REVISI", "nilai": "2026-01-02"})
    found = only(FKPM, new)
    assert (("01",), ("2 Januari 2026",)) == (found.old, found.new)
    assert ("Identitas, tanggal revisi", "identitas.tanggal_revisi") == (found.part, found.path)


def test_a_value_that_changed_under_the_same_wording_is_told() -> None:
    found = only(FKPM, with_(FKPM, "identitas.tanggal_efektif.nilai", "2019-10-02"))
    assert (("nilai: 1 Oktober 2019",), ("nilai: 2 Oktober 2019",)) == (found.old, found.new)


def test_roles_and_steps_are_called_by_their_names() -> None:
    found = only(MEDIASI, with_(MEDIASI, "kegiatan.0.alur.4.pelaksana", ["fkpm", "kbo_binmas"]))
    assert (("Petugas Polmas",), ("FKPM, KBO Binmas",)) == (found.old, found.new)
    found = only(MEDIASI, with_(MEDIASI, "kegiatan.0.alur.3.cabang", {"Ya": "l07", "Tidak": "l05"}))
    assert 'Kegiatan A, langkah 4, cabang, "Ya"' == found.part
    assert ("langkah 7 (Menandatangani surat perintah tugas)",) == found.new


def test_one_role_and_a_list_of_it_are_the_same() -> None:
    assert () == changes(FKPM, with_(FKPM, "kegiatan.0.alur.0.pelaksana", ["kasat_binmas"]))


def test_layout_comes_last_and_is_told_as_layout() -> None:
    new = with_(with_(FKPM, "halaman.tabel.kertas", "A4"), "pencatatan.judul", "PENCATATAN:")
    found = changes(FKPM, new)
    assert ["Pencatatan dan pendataan, judul", "Tata letak: halaman, tabel, kertas"] == [one.part for one in found]
    assert [False, True] == [one.layout for one in found]


def test_a_reason_covers_all_under_its_place_and_the_nearest_one_holds() -> None:
    new = with_(with_(FKPM, "dasar_hukum.judul", "DASAR:"), "dasar_hukum.isi.0", "Undang-Undang Nomor 2 Tahun 2002")
    reasons = (
        ReasonOfChange(di="dasar_hukum", alasan="Disesuaikan"),
        ReasonOfChange(di="dasar_hukum.isi[0]", alasan="Ejaan"),
        ReasonOfChange(di="dasar_hukum.isi[1]", alasan="Tidak terpakai"),
    )
    new = new.model_copy(update={"alasan_perubahan": reasons})
    found = changes(FKPM, new)
    assert ["Disesuaikan", "Ejaan"] == [one.reason for one in found]
    assert [(2, reasons[2])] == unused_reasons(found, new)


def test_a_reason_belongs_to_what_stands_at_its_place_now_and_not_to_what_was_removed_there() -> None:
    laws = FKPM.dasar_hukum.isi
    reasons = [{"di": "dasar_hukum", "alasan": "Dicabut"}, {"di": "dasar_hukum.isi[2]", "alasan": "Ejaan"}]
    new = with_(FKPM, "dasar_hukum.isi", [*laws[:2], laws[3].replace("thn", "Tahun"), *laws[4:]])
    found = changes(FKPM, with_(new, "alasan_perubahan", reasons))
    told = {(one.kind, one.path): one.reason for one in found}
    place = "dasar_hukum.isi[2]"
    assert {(ChangeKind.REMOVED, place): "Dicabut", (ChangeKind.CHANGED, place): "Ejaan"} == told


def test_reasons_alone_are_no_change() -> None:
    reasons = [{"di": "judul", "alasan": "Ejaan"}]
    assert () == changes(FKPM, with_(FKPM, "alasan_perubahan", reasons))


@pytest.mark.parametrize("key", sorted(Sop.model_fields.keys() - NOT_COMPARED))
def test_every_key_of_an_sop_has_a_name_for_its_readers(key: str) -> None:
    assert key in TOP


def test_only_the_words_that_differ_are_marked() -> None:
    old, new = differing("Perkap nomor 3 thn 2015 tentang Polmas", "Perkap Nomor 3 Tahun 2015 tentang Polmas")
    assert ["nomor", "thn"] == [one.text for one in old if one.marked]
    assert ["Nomor", "Tahun"] == [one.text for one in new if one.marked]


def test_the_width_of_a_role_is_a_matter_of_form() -> None:
    lanes = [one.model_copy(update={"lebar": 20.5}) if n == 1 else one for n, one in enumerate(FKPM.pelaksana)]
    (found,) = changes(FKPM, FKPM.model_copy(update={"pelaksana": tuple(lanes)}))
    assert found.layout
    assert ("Pelaksana KBO Binmas, lebar kolom", "pelaksana[1].lebar") == (found.part, found.path)
    assert ("20,5 mm",) == tuple(found.new)
