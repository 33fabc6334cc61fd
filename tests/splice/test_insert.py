"""What is put in is laid out as what stands beside it."""

from typing import Any

import pytest
from tests.splice.texts import spec

from sopgen.errors import Loc, SpecError
from sopgen.splice.insert import insert, insert_after


def test_a_key_stands_after_another_one() -> None:
    assert "[p,  q,\n   r], f: 1}\n" in insert_after(spec(), ("kurung", "e"), "f", 1).text
    assert "- &jangkar empat\nsesudah: 1\npakai:" in insert_after(spec(), ("daftar",), "sesudah", 1).text
    assert "a:\n  b: 1\n  c: 2\n" == insert_after(spec("a:\n  b: 1"), ("a", "b"), "c", 2).text


@pytest.mark.parametrize(
    ("old", "loc", "value", "new"),
    [
        ("a: []\nb: 1\n", ("a", 0), {"x": "y"}, "a:\n  - x: y\nb: 1\n"),
        ("a: [] # kosong\n", ("a", 0), "y", "a: # kosong\n  - y\n"),
        ("a: {}", ("a", "x"), "y", "a:\n  x: y\n"),
        ("a: {b: []}\n", ("a", "b", 0), "y", "a: {b: [y]}\n"),
        ("- - a\n  - b\n", (0, 0), "y", "- - y\n  - a\n  - b\n"),
        ("-   a: 1\n    b: 2\n", (1,), {"x": "y", "z": ["p"]}, "-   a: 1\n    b: 2\n-   x: y\n    z:\n      - p\n"),
        ("a:\n    b:\n    - c\n", ("a", "b", 1), {"x": ["y"]}, "a:\n    b:\n    - c\n    - x:\n      - y\n"),
        ("- {x: 1}\n- {x: 2}\n", (1,), {"x": 3, "y": None}, "- {x: 1}\n- {x: 3, y: null}\n- {x: 2}\n"),
        ("# tentang a\n- a\n# tentang b\n- b\n", (1,), "y", "# tentang a\n- a\n- y\n# tentang b\n- b\n"),
        ("# kepala\n- a\n", (0,), "y", "# kepala\n- y\n- a\n"),
        ("a: [\n  p, # satu\n  q # dua\n]\n", ("a", 2), "y", "a: [\n  p, # satu\n  q, # dua\n  y\n]\n"),
        ("a: [\n  p,\n  q,\n]\n", ("a", 2), "y", "a: [\n  p,\n  q,\n  y,\n]\n"),
        ("a: [\n  p,\n  q,\n]\n", ("a", 1), "y", "a: [\n  p,\n  y,\n  q,\n]\n"),
        ('a: {"b":1}\n', ("a", "c"), "y", 'a: {"b":1, c: y}\n'),
        ("a: |+\n  teks\n\n", ("b",), "y", "a: |+\n  teks\n\nb: y\n"),
        ("a: 1\n...\n", ("b",), "y", "a: 1\nb: y\n...\n"),
        ("a: x\n", ("b",), ["1", "null", None, 2], 'a: x\nb:\n  - "1"\n  - "null"\n  - null\n  - 2\n'),
    ],
)
def test_what_is_put_in_is_laid_out_as_what_stands_beside_it(old: str, loc: Loc, value: Any, new: str) -> None:
    assert new == insert(spec(old), loc, value).text


@pytest.mark.parametrize(
    ("old", "place"),
    [
        ("a: &x [1]\nb: *x\n", "x.yaml:1:1"),  # b would change too
        ("a: 1\n? b\n: c\n", "x.yaml:2:1"),
        ("a: 1\rb: 2\r", "x.yaml:1:5"),
        ("a: [b: c]\n", "x.yaml:1:5"),
    ],
)
def test_what_can_not_be_changed_alone_is_refused_with_its_place(old: str, place: str) -> None:
    loc: Loc = ("a", 0, "d") if "b: c" in old else ("a", 1) if "[" in old else ("z",)
    with pytest.raises(SpecError) as error:
        insert(spec(old), loc, "y")
    assert [(place, "ED02")] == [(f"{one.file}:{one.line}:{one.column}", one.code) for one in error.value.problems]


@pytest.mark.parametrize("loc", [("daftar", 9), ("daftar", "x"), ("id",), ("id", "x"), ("kurung", 0)])
def test_nothing_is_put_in_where_no_room_is(loc: Loc) -> None:
    with pytest.raises(LookupError):
        insert(spec(), loc, "x")
