from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import mutations
from tests.read.overlay.independent import merged
from tests.read.overlay.random_overlays import BASE, base_data, random_overlay, written

from sopgen.errors import Problem, SpecError
from sopgen.read.overlay.spec import MergedSource, over
from sopgen.read.source import Source, parse, parse_text

THEIRS = parse(BASE)


@settings(max_examples=mutations(100, full=500))
@given(st.integers(0, 10**9))
def test_a_random_overlay_merges_as_an_independent_merge_says(seed: int) -> None:
    said = random_overlay(Random(seed))
    made = over(parse_text("satuan.yaml", written(said)), THEIRS)
    assert made.data == merged(base_data(), said)


@settings(max_examples=mutations(100, full=500))
@given(st.integers(0, 10**9))
def test_each_value_of_a_merged_edition_is_told_where_it_stands(seed: int) -> None:
    said = random_overlay(Random(seed))
    made = over(parse_text("satuan.yaml", written(said)), THEIRS)
    for loc, value in _texts(made.data):
        problem = made.problem("X", loc, "", "")
        file = made.own if problem.file == made.own.file else THEIRS
        line = file.text.splitlines()[problem.line - 1]
        assert value.split("\n")[0][:20] in line or problem.path.rsplit(".", 1)[-1] in line, (problem, value)


def _texts(data: Any, loc: tuple[Any, ...] = ()) -> Sequence[tuple[tuple[Any, ...], str]]:
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    if isinstance(data, str):
        return [(loc, data)]
    return [found for key, one in parts for found in _texts(one, (*loc, key))]


def merge(text: str, base: str) -> MergedSource:
    return over(parse_text("satuan.yaml", f"dasar: a/b\n{text}"), parse_text("dasar.yaml", base))


def refused(text: str, base: str) -> list[Problem]:
    with pytest.raises(SpecError) as caught:
        merge(text, base)
    return caught.value.problems


STEPS = "alur:\n  - {id: a, ke: c}\n  - {id: b}\n  - {id: c}\n"


@pytest.mark.parametrize(
    ("edits", "order"),
    [
        ("{tambah: [{id: x}]}", "abcx"),
        ("{tambah: [{id: x, sesudah: a}, {id: y, sesudah: a}]}", "axybc"),
        ("{tambah: [{id: x, sebelum: a}, {id: y, sebelum: a}]}", "xyabc"),
        ("{tambah: [{id: x, sesudah: y}, {id: y, sesudah: a}]}", "ayxbc"),
        ("{tambah: [{id: x, sesudah: a}, {id: z, sesudah: x}, {id: y, sesudah: a}]}", "axzybc"),
        ("{tambah: [{id: x, sesudah: b}], tanpa: [b]}", "axc"),
        ("{ganti: {a: {sesudah: c}}}", "bca"),
        ("{tanpa: [b], tambah: [{id: b, sesudah: c}]}", "acb"),
        ("[{id: c}, {id: a}]", "ca"),
    ],
)
def test_items_stand_where_the_overlay_says(edits: str, order: str) -> None:
    made: Any = merge(f"alur: {edits}", STEPS).data
    assert "".join(one["id"] for one in made["alur"]) == order
    assert not any("sesudah" in one or "sebelum" in one for one in made["alur"])


def test_a_long_row_of_items_each_at_the_one_before_it_stands() -> None:
    names = [f"x{n}" for n in range(3000)]
    rows = "".join(f"    - {{id: {name}, sesudah: {['a', *names][n]}}}\n" for n, name in enumerate(names))
    made: Any = merge(f"alur:\n  tambah:\n{rows}", STEPS).data
    assert [one["id"] for one in made["alur"]] == ["a", *names, "b", "c"]


@pytest.mark.parametrize(
    ("edits", "what"),
    [
        ("{ganti: {d: {ke: a}}}", 'the base has no "d" here'),
        ("{tanpa: [d]}", 'the base has no "d" here'),
        ("{tambah: [{id: a}]}", '"a" stands in the base already'),
        ("{tambah: [{id: x, sesudah: d}]}", 'the base has no "d" here'),
        ("{tambah: [{ke: a}]}", "the items of this list have ids"),
        ("{tambah: [{id: x, sesudah: a, sebelum: b}]}", "an item has one place"),
        ("{tambah: [{id: x, sesudah: y}, {id: y, sesudah: x}]}", "the places of items name each other in a circle"),
        ("{tambah: {id: x}}", "a list is wanted here"),
        ("{ganti: [a]}", "keys are wanted here: the ids of items"),
        ("{ganti: {a: {tanpa: [kee]}}}", 'the base has no "kee" here'),
        ("{ganti: {a: {tanpa: kee}}}", "a list of words is wanted here"),
        ("{tambah: [], tmbah: []}", 'key "tmbah" is not known beside `tambah`, `ganti` and `tanpa`'),
    ],
)
def test_what_names_nothing_in_the_base_is_told_at_its_line(edits: str, what: str) -> None:
    (problem,) = refused(f"alur: {edits}", STEPS)
    assert (problem.file, problem.line, problem.code, problem.what) == ("satuan.yaml", 2, "DS01", what)
    assert problem.fix


def test_texts_are_known_by_what_they_say() -> None:
    edits = "{ganti: [{dari: b, menjadi: B}], tambah: [{butir: x, sesudah: b}, y], tanpa: [a]}"
    assert merge(f"isi: {edits}", "isi: [a, b, c]").data == {"isi": ["B", "x", "c", "y"]}


def test_a_text_that_stands_twice_is_not_guessed() -> None:
    (problem,) = refused("isi: {tanpa: [a]}", "isi: [a, b, a]")
    assert problem.what == '"a" stands more than once in the base'


def test_a_key_can_be_left_out_or_begun_anew() -> None:
    base = "cabang: {Ya: a, Tidak: b}\nke: x"
    assert merge("tanpa: [ke]\ncabang: {Ya: c}", base).data == {"cabang": {"Ya": "c", "Tidak": "b"}}
    assert merge("tanpa: [cabang]\ncabang: {Ya: c}", base).data == {"cabang": {"Ya": "c"}, "ke": "x"}


def test_a_unit_does_not_inherit_the_life_of_its_base() -> None:
    assert merge("", "judul: A\nstatus: berlaku\nsebagaimana_terbit: true\nalasan_perubahan: []").data == {
        "judul": "A"
    }


def test_a_base_is_found_above_and_may_rest_on_another(tmp_path: Path) -> None:
    from sopgen.read.overlay.spec import read_spec

    for name, text in {
        "spec/dasar/s/menteri.yaml": "judul: Menteri\nedisi: m\nisi: [a]\n",
        "spec/dasar/s/polda.yaml": "dasar: s/menteri\nedisi: p\n",
        "satuan/polres/sop/s/1.yaml": "dasar: s/polda\nisi: {tambah: [b]}\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    made: Source = read_spec(tmp_path / "satuan/polres/sop/s/1.yaml")
    assert made.data == {"judul": "Menteri", "edisi": "p", "isi": ["a", "b"]}
    files = [made.problem("X", (key,), "", "").file for key in ("judul", "edisi", "isi")]
    assert [Path(file).stem for file in files] == ["menteri", "polda", "1"]


def test_a_base_that_is_not_there_is_told_with_those_that_are(tmp_path: Path) -> None:
    from sopgen.read.overlay.spec import read_spec

    (tmp_path / "spec/dasar/s").mkdir(parents=True)
    (tmp_path / "spec/dasar/s/polda.yaml").write_text("judul: a\n", "utf-8")
    path = tmp_path / "1.yaml"
    path.write_text("# satuan\ndasar: s/polad\n", "utf-8")
    with pytest.raises(SpecError) as caught:
        read_spec(path)
    (problem,) = caught.value.problems
    assert (problem.line, problem.code, problem.what) == (2, "DS02", 'there is no base "s/polad"')
    assert 'did you mean "s/polda"?' in problem.fix
