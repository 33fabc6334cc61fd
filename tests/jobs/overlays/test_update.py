"""A base that moves on reaches every unit; what both changed is never settled by itself."""

import json
from copy import deepcopy
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import mutations
from tests.jobs.folder import REVIEWER, edit, run
from tests.jobs.overlays.office import BASE, begin, overlay
from tests.read.overlay.random_overlays import LISTS, base_data, random_overlay

from sopgen.jobs.overlays.clashes import Met, met
from sopgen.jobs.overlays.settle import Settling, settled
from sopgen.read.load import load_sop
from sopgen.read.overlay.spec import over, read_spec
from sopgen.read.source import parse_text

Data = Any
ONE, TWO = overlay("polres-a"), overlay("polres-b")


def merged(base: Data, said: Data) -> Data:
    texts = [json.dumps(one, ensure_ascii=False) for one in ({"dasar": "a/b", **said}, base)]
    return over(parse_text("satuan.yaml", texts[0]), parse_text("dasar.yaml", texts[1])).data


def moved_on(random: Random) -> Data:
    """Return a base in which texts, items and keys are other than in the one that overlays are made for."""
    base = deepcopy(base_data())
    for name in random.sample(LISTS, 3):
        _other_texts(random, base[name]["isi"], name)
    if random.random() < 0.5:
        base["judul"] = "SOP menurut Polda"
    if random.random() < 0.5:
        base["identitas"]["satuan_kerja"] = "POLDA"
    for activity in base["kegiatan"]:
        steps = activity["alur"]
        if random.random() < 0.4:
            steps[random.randrange(len(steps))]["uraian"] = "Kata Polda"
        if random.random() < 0.3:
            del steps[random.randrange(len(steps))]
        if random.random() < 0.3:
            steps.insert(2, {"id": random.choice(["p1", "t0"]), "pelaksana": "kbo_binmas", "uraian": "Langkah Polda"})
    return base


def _other_texts(random: Random, items: list[str], name: str) -> None:
    kind = random.choice(["add", "gone", "reword"])
    number = random.randrange(len(items))
    if kind == "add":
        items.insert(number, f"Butir baru dari Polda {name}")
    elif kind == "gone":
        del items[number]
    else:
        items[number] += " (diubah Polda)"


def leaves(data: Data, path: str = "") -> dict[str, Data]:
    """Return every value by its path, in which items have their ids; lists of texts by what they say."""
    if isinstance(data, dict):
        return {k: v for key, one in data.items() for k, v in leaves(one, f"{path}.{key}").items()}
    if isinstance(data, list) and data and all(isinstance(one, dict) for one in data):
        return {k: v for one in data for k, v in leaves(one, f"{path}.{one['id']}").items()}
    if isinstance(data, list):
        return {f"{path}={text}": True for text in data}
    return {path: data}


def three(seed: int) -> tuple[Data, Data, Data, Met, Settling]:
    random = Random(seed)
    said, old, new = random_overlay(random), base_data(), moved_on(random)
    return said, old, new, met(said, old, new), Settling(said, merged(old, said), new)


@settings(max_examples=mutations(150, full=500))
@given(st.integers(0, 10**9))
def test_without_a_clash_all_that_one_side_changed_comes_and_stays(seed: int) -> None:
    _, old, new, found, one = three(seed)
    if found.clashes:
        return
    was, theirs, ours = leaves(old), leaves(new), leaves(one.merged)
    becomes = leaves(merged(new, settled(one, found, {})))
    for path in {*was, *theirs, *ours, *becomes}:
        b0, b1, m0 = was.get(path), theirs.get(path), ours.get(path)
        assert becomes.get(path) == (m0 if b0 == b1 or b1 == m0 else b1), path
        assert b0 == b1 or m0 in (b0, b1), f"{path} is changed by both"


@settings(max_examples=mutations(150, full=500))
@given(st.integers(0, 10**9))
def test_a_clash_is_settled_as_it_is_said(seed: int) -> None:
    said, old, new, found, one = three(seed)
    keep = merged(new, settled(one, found, dict.fromkeys(range(len(found.clashes)), "keep")))
    take = merged(new, settled(one, found, dict.fromkeys(range(len(found.clashes)), "take")))
    was, theirs, ours = leaves(old), leaves(new), leaves(one.merged)
    for path, value in ours.items():
        if value != was.get(path):  # the unit's own word
            assert leaves(keep)[path] == value, path
    for path, value in theirs.items():
        if value != was.get(path) and path in ours:  # the base's new word, of what the unit has
            assert leaves(take)[path] == value, path
    assert not met(settled(one, found, {}) if not found.clashes else said, new, new).clashes


@pytest.fixture(autouse=True)
def _in_an_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(begin(tmp_path, "polres-a", "polres-b"))
    monkeypatch.setenv("SOPGEN_LANG", "en")


@pytest.fixture
def brought() -> None:
    assert run("update", "--apply").exit_code == 0


def test_the_first_time_says_which_base_it_is_and_keeps_a_copy() -> None:
    result = run("update", "contoh/2026", "--apply")
    assert result.exit_code == 0, result.output
    text = ONE.read_text("utf-8")
    assert text.startswith("dasar: contoh/2026\nsidik_dasar: ")
    assert text.endswith("# kami\nperalatan: {isi: {tambah: [Kamera saku]}}\n")
    (copy,) = Path("spec/dasar/riwayat").rglob("*.yaml")
    assert copy.read_bytes() == BASE.read_bytes()
    assert "is as its base" in run("update").output


@pytest.mark.usefixtures("brought")
def test_what_comes_is_shown_and_brought_to_every_unit_with_its_comments() -> None:
    edit(BASE, "isi: [Buku]", "isi: [Buku agenda]")
    shown = run("update", BASE.as_posix())
    assert shown.output.count("comes: Pencatatan dan pendataan, butir 1: Buku -> Buku agenda") == 2
    before = ONE.read_bytes()
    assert run("update").exit_code == 0
    assert ONE.read_bytes() == before, "only --apply writes"
    assert run("update", "--apply").exit_code == 0
    for path in (ONE, TWO):
        assert load_sop(path).pencatatan.isi == ("Buku agenda",)
        assert load_sop(path).peralatan.isi == ("Kamera", "Kamera saku")
        assert "# kami\n" in path.read_text("utf-8")
    assert len(list(Path("spec/dasar/riwayat").rglob("*.yaml"))) == 2


@pytest.mark.usefixtures("brought")
def test_a_clash_stays_until_somebody_settles_it_and_the_others_follow() -> None:
    ONE.write_text(f"{ONE.read_text('utf-8')}judul: SOP Polres A\n", "utf-8")
    edit(BASE, "judul: SOP Contoh", "judul: SOP Polda")
    before = ONE.read_bytes()
    result = run("update", "--apply")
    assert result.exit_code == 1
    assert "clashes: judul: both changed it" in result.output
    assert f"{ONE.as_posix()}: clashes that are not settled: 1" in result.output
    assert ONE.read_bytes() == before
    assert load_sop(TWO).judul == "SOP Polda"
    assert "is as its base" in run("update", "--units", "satuan/polres-b").output
    assert run("update", "--apply", "--keep", "polres-a:judul").exit_code == 0
    assert load_sop(ONE).judul == "SOP Polres A"
    assert "is as its base" in run("update", "--units", "satuan/polres-a").output


@pytest.mark.usefixtures("brought")
def test_the_base_s_word_can_be_taken() -> None:
    ONE.write_text(f"{ONE.read_text('utf-8')}judul: SOP Polres A\n", "utf-8")
    edit(BASE, "judul: SOP Contoh", "judul: SOP Polda")
    assert run("update", "--apply", "--take", "judul").exit_code == 0
    assert load_sop(ONE).judul == "SOP Polda"
    assert "judul" not in ONE.read_text("utf-8")


@pytest.mark.usefixtures("brought")
def test_a_place_at_which_nothing_clashes_is_wrong_usage() -> None:
    result = run("update", "--keep", "judull")
    assert result.exit_code == 2
    assert 'nothing clashes at "judull"' in result.output


@pytest.mark.usefixtures("brought")
def test_an_overlay_that_fits_no_more_is_shown_and_can_be_settled() -> None:
    edit(ONE, "tambah: [Kamera saku]", "ganti: [{dari: Kamera, menjadi: Kamera saku}]")
    edit(BASE, "isi: [Kamera]", "isi: [Laptop, Tas]")
    assert run("check", ONE.as_posix()).exit_code == 1
    shown = run("update", "--units", "satuan/polres-a", "--format", "json")
    (one,) = json.loads(shown.output)
    assert [clash["kind"] for clash in one["clashes"]] == ["text_reworded"]
    assert [clash["place"] for clash in one["clashes"]] == ["peralatan.isi.Kamera"]
    assert run("update", "--apply", "--keep", "all").exit_code == 0
    assert load_sop(ONE).peralatan.isi == ("Kamera saku", "Tas")


@pytest.mark.usefixtures("brought")
def test_a_base_whose_former_copy_is_lost_is_told() -> None:
    (copy,) = Path("spec/dasar/riwayat").rglob("*.yaml")
    copy.unlink()
    edit(BASE, "judul: SOP Contoh", "judul: SOP Polda")
    result = run("update", "--apply")
    assert result.exit_code == 1
    assert f"bring its copy back to {copy.as_posix()}" in result.output


@pytest.mark.usefixtures("brought")
def test_drafts_can_rest_on_the_next_edition_of_a_base() -> None:
    after = BASE.with_name("2027.yaml")
    after.write_text(BASE.read_text("utf-8").replace('"2026"\n', '"2027"\n').replace("[Buku]", "[Register]"), "utf-8")
    result = run("update", "contoh/2026", "--onto", "contoh/2027", "--apply")
    assert result.exit_code == 0, result.output
    assert ONE.read_text("utf-8").startswith("dasar: contoh/2027\n")
    assert (load_sop(ONE).edisi, load_sop(ONE).pencatatan.isi) == ("2027", ("Register",))
    assert read_spec(ONE).files[1].file.endswith("2027.yaml")


@pytest.mark.usefixtures("brought")
def test_the_words_of_an_edition_that_was_put_in_force_stay() -> None:
    assert run("approve", ONE.as_posix(), "--to", "ditinjau", "--date", "2026-03-05", *REVIEWER).exit_code == 0
    record = Path("satuan/polres-a/spec/pengesahan/contoh-2026.yaml")
    text = record.read_text("utf-8")
    head, _, event = text.partition("riwayat:\n")
    ready = event.replace("ditinjau", "siap_ditandatangani").replace("00000002", "00000001")
    record.write_text(f"{head}riwayat:\n{event}{ready}{ready.replace('siap_ditandatangani', 'berlaku')}", "utf-8")
    edit(BASE, "judul: SOP Contoh", "judul: SOP Polda")
    before = ONE.read_bytes()
    result = run("update", "--apply")
    assert result.exit_code == 1
    assert "contoh-2026 was put in force: its words stay" in result.output
    assert ONE.read_bytes() == before
    assert load_sop(TWO).judul == "SOP Polda"


def test_a_base_of_a_base_that_moves_on_reaches_both() -> None:
    above = BASE.with_name("menteri.yaml")
    above.write_bytes(BASE.read_bytes())
    BASE.write_text("dasar: contoh/menteri\n# Polda\nperingatan: {isi: {tambah: [Lapor Polda]}}\n", "utf-8")
    assert run("update", "--apply").exit_code == 0
    edit(above, "isi: [Buku]", "isi: [Buku, Register]")
    result = run("update", "--apply")
    assert result.exit_code == 0, result.output
    assert result.output.count("comes: Pencatatan dan pendataan, butir 2: - -> Register") == 3
    for path in (BASE, ONE, TWO):
        assert load_sop(path).pencatatan.isi == ("Buku", "Register")
        assert "Lapor Polda" in load_sop(path).peringatan.isi
    assert "# Polda\n" in BASE.read_text("utf-8")
    assert run("update").output.count("is as its base") == 3
