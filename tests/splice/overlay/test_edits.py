from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.examples import mutations
from tests.read.overlay.random_overlays import BASE, random_overlay, written

from sopgen.read.overlay.spec import MergedSource, over
from sopgen.read.source import parse, parse_text
from sopgen.splice.overlay.edits import append, insert, put, remove, reorder, rewrite

THEIRS = parse(BASE)
Data = Any


def places(data: Data, loc: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [loc, *(found for key, one in parts for found in places(one, (*loc, key)))]


def at(data: Data, loc: tuple[Any, ...]) -> Data:
    for part in loc:
        data = data[part]
    return data


def changed(random: Random, source: MergedSource) -> tuple[Data, Data]:
    """Return what a random change makes, and what it must make."""
    wanted: Data = deepcopy(source.data)
    loc = random.choice([one for one in places(source.data) if one])
    holder, here = at(wanted, loc[:-1]), at(wanted, loc)
    kind = random.choice(["text", "remove", "insert", "order"])
    if kind == "text" and isinstance(here, str):
        holder[loc[-1]] = "Kata lain: # 1"
        return rewrite(source, loc, "Kata lain: # 1"), wanted
    if kind == "order" and isinstance(here, list):
        order = random.sample(range(len(here)), len(here))
        holder[loc[-1]] = [here[n] for n in order]
        return reorder(source, loc, order), wanted
    if kind == "insert" and isinstance(here, list):
        number = random.randint(0, len(here))
        new = {**here[0], "id": "baru"} if here and isinstance(here[0], dict) else "Butir baru"
        here.insert(number, new)
        return insert(source, (*loc, number), new), wanted
    if kind == "insert" and isinstance(here, dict) and "kunci_baru" not in here:
        here["kunci_baru"] = ["a", {"b": "c"}]
        return insert(source, (*loc, "kunci_baru"), ["a", {"b": "c"}]), wanted
    if kind == "remove":
        del holder[loc[-1]]
        return remove(source, loc), wanted
    holder[loc[-1]] = "x"
    return put(source, loc, "x"), wanted


@settings(max_examples=mutations(60, full=500))
@given(st.integers(0, 10**9))
def test_a_change_of_a_merged_edition_is_written_into_its_overlay(seed: int) -> None:
    random = Random(seed)
    source: Data = over(parse_text("satuan.yaml", written(random_overlay(random))), THEIRS)
    for _ in range(4):
        source, wanted = changed(random, source)
        assert source.data == wanted
        assert over(parse_text("satuan.yaml", source.text), THEIRS).data == wanted
        assert source.text.startswith("# satuan kami\ndasar: fkpm/2026\n")


def merge(text: str) -> MergedSource:
    base = "judul: A\nisi: [a, b, c]\nalur:\n  - {id: l1, uraian: satu}\n  - {id: l2, uraian: dua}\n"
    return over(parse_text("satuan.yaml", f"dasar: a/b # Polda\n{text}"), parse_text("dasar.yaml", base))


@pytest.mark.parametrize(
    ("text", "change", "becomes"),
    [
        ("", lambda one: rewrite(one, ("judul",), "B"), "judul: B\n"),
        ("judul: B # kami\n", lambda one: rewrite(one, ("judul",), "C"), "judul: C # kami\n"),
        ("judul: B\n", lambda one: rewrite(one, ("judul",), "A"), ""),
        (
            "",
            lambda one: rewrite(one, ("alur", 1, "uraian"), "dua kali"),
            "alur:\n  ganti:\n    l2:\n      uraian: dua kali\n",
        ),
        (
            "alur:\n  tambah:\n    # sejak 2024\n    - {id: x, sesudah: l1, uraian: baru}\n",
            lambda one: rewrite(one, ("alur", 1, "uraian"), "baru lagi"),
            "alur:\n  tambah:\n    # sejak 2024\n    - {id: x, sesudah: l1, uraian: baru lagi}\n",
        ),
        ("", lambda one: remove(one, ("alur", 0)), "alur:\n  tanpa:\n    - l1\n"),
        ("alur:\n  tanpa: [l1]\n", lambda one: insert(one, ("alur", 0), {"id": "l1", "uraian": "satu"}), ""),
        (
            "",
            lambda one: insert(one, ("alur", 1), {"id": "x"}),
            "alur:\n  tambah:\n    - id: x\n      sesudah: l1\n",
        ),
        ("", lambda one: reorder(one, ("alur",), [1, 0]), "alur:\n  ganti:\n    l2:\n      sebelum: l1\n"),
        ("isi:\n  tanpa: [c]\n", lambda one: remove(one, ("isi", 0)), "isi:\n  tanpa: [a, c]\n"),
        ("", lambda one: append(one, "alasan", [{"di": "judul"}]), "alasan:\n  - di: judul\n"),
    ],
)
def test_the_overlay_says_the_least(text: str, change: Any, becomes: str) -> None:
    assert change(merge(text)).text == f"dasar: a/b # Polda\n{becomes}"


def test_what_is_not_there_can_not_be_changed() -> None:
    with pytest.raises(LookupError):
        put(merge(""), ("x", "y"), "a")
    with pytest.raises(LookupError):
        remove(merge(""), ("alur", 7))
