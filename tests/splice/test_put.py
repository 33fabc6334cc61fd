"""A value that stands in the place of another keeps quotes, comments and the layout around it."""

from copy import deepcopy
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.splice.texts import LAYOUTS, TEXTS, TREES, at, changed_lines, leaves, spec

from sopgen.errors import Loc, SpecError
from sopgen.splice.put import put, rewrite


@pytest.mark.parametrize(
    ("loc", "text", "line"),
    [
        (("id",), "y", "id: y   # ekor   komentar"),
        (("id",), "a: b", 'id: "a: b"   # ekor   komentar'),
        (("id",), "null", 'id: "null"   # ekor   komentar'),
        (("id",), 'kata "itu"', 'id: kata "itu"   # ekor   komentar'),
        (("kurung", "c"), "z", "kurung: { b: null, c:  \"z\" , d: 'y', e: [p,  q,"),
        (("kurung", "d"), "it's", "kurung: { b: null, c:  \"x\" , d: 'it''s', e: [p,  q,"),
        (("kurung", "e", 0), "p, s", 'kurung: { b: null, c:  "x" , d: \'y\', e: ["p, s",  q,'),
        (("kosong",), "isi", "kosong: isi"),
        (("daftar", 1), "dua belas", "-   dua belas # mata"),
        (("terlipat",), "Memberikan imbauan kepada   warga desa dan kota", "  Memberikan imbauan"),
        (("panjang",), "kata yang dilipat dengan tanda kutip", "  dilipat dengan"),
        (("akhir",), "a\tc", 'akhir: "a\\tc"'),
    ],
)
def test_a_rewritten_text_keeps_its_quotes_its_anchor_and_the_layout_around_it(
    loc: Loc, text: str, line: str
) -> None:
    made = rewrite(spec(), loc, text)
    assert [line] == changed_lines(spec(), made)
    assert text == at(made.data, loc)


def test_a_folded_text_whose_spaces_change_is_written_on_one_line() -> None:
    made = rewrite(spec(), ("literal",), "baris satu\nbaris dua\n")
    assert ['literal: "baris satu\\nbaris dua\\n" # kepala'] == changed_lines(spec(), made)


def test_null_and_numbers_are_put_as_they_are() -> None:
    assert "kosong: 7" in put(spec(), ("kosong",), 7).text
    assert None is at(put(spec(), ("id",), None).data, ("id",))


@pytest.mark.parametrize(
    ("old", "loc", "value", "new"),
    [
        ("a: x # c\n", ("a",), ["y"], "a: # c\n  - y\n"),
        ("a: |  # c\n  teks\nb: 1\n", ("a",), {"x": "y"}, "a:  # c\n  x: y\nb: 1\n"),
        ("a: # c\n  - x\nb: 1\n", ("a",), None, "a: null # c\nb: 1\n"),
        ("a:\n- x\nb: 1\n", ("a",), ["y", "z"], "a:\n- y\n- z\nb: 1\n"),
        ("- x # c\n- z\n", (0,), {"p": "q", "r": "s"}, "- p: q # c\n  r: s\n- z\n"),
        ("-\n- z\n", (0,), ["p", "q"], "- - p\n  - q\n- z\n"),
        ("a: [x, y]\n", ("a",), ["y", "z"], "a: [y, z]\n"),
        ("a: {b}\n", ("a", "b"), "y", "a: {b: y}\n"),
        ("a: &x 1\nb: *x # c\nc: *x\n", ("b",), "y", "a: &x 1\nb: y # c\nc: *x\n"),
    ],
)
def test_any_value_stands_in_the_place_of_any_other(old: str, loc: Loc, value: Any, new: str) -> None:
    assert new == put(spec(old), loc, value).text


def test_a_character_that_no_spec_can_hold_is_named() -> None:
    with pytest.raises(SpecError, match="YM03: control character U\\+0007"):
        put(spec("a: x"), ("a",), "\a")


@given(TREES, LAYOUTS, TEXTS, st.data())
def test_any_text_at_any_place_of_any_layout_changes_nothing_else(
    tree: Any, layout: dict[str, Any], text: str, draw: st.DataObject
) -> None:
    source = spec(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, **layout))
    loc = draw.draw(st.sampled_from(leaves(source.data)))
    wanted = deepcopy(source.data)
    at(wanted, loc[:-1])[loc[-1]] = text
    assert wanted == rewrite(source, loc, text).data
