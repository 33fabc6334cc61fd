"""A change touches its place only; comments, quotes, layout and line breaks stay."""

from copy import deepcopy
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sopgen.errors import Loc
from sopgen.jobs.edit.change import add, append, drop, put, reorder, rewrite
from sopgen.read.source import Source, parse_text

ODD = """\
# kepala
id: x   # ekor   komentar
kurung: { b: null, c:  "x" , d: 'y', e: [p,  q,
   r]}
kosong:
daftar:
  # tentang satu
- satu
-   dua # mata
# tentang tiga
# dan lagi
- tiga

- &jangkar empat
pakai: *jangkar
terlipat: >-  # kepala blok
  Memberikan himbauan
  kepada   warga desa
  dan kota
panjang: kata yang
  dilipat tanpa
  tanda kutip
literal: | # kepala
  baris satu
    baris dua
akhir: "a\\tb"
# penutup
"""


def spec(text: str = ODD) -> Source:
    return parse_text("x.yaml", text)


def changed_lines(old: Source, new: Source) -> list[str]:
    before = old.text.splitlines()
    return [line for line in new.text.splitlines() if line not in before]


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
        (("daftar", 3), "lima", "- &jangkar lima"),
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
    assert "kosong: 7" in put(spec(), ("kosong",), "7").text
    assert None is at(put(spec(), ("id",), "null").data, ("id",))


def test_a_dropped_key_takes_its_value_along_and_no_comment_of_others() -> None:
    assert spec().text.replace("kosong:\n", "") == drop(spec(), ("kosong",)).text
    assert spec().text.replace(" , d: 'y'", "") == drop(spec(), ("kurung", "d")).text
    assert spec().text.replace("b: null, ", "") == drop(spec(), ("kurung", "b")).text
    without = drop(spec(), ("literal",)).text
    assert spec().text.replace("literal: | # kepala\n  baris satu\n    baris dua\n", "") == without
    assert "- c: 2\n" == drop(spec("- b: 1\n  c: 2\n"), (0, "b")).text


def test_a_key_stands_after_another_one() -> None:
    assert "[p,  q,\n   r], f: 1}\n" in add(spec(), ("kurung", "e"), "f", "1").text
    assert "- &jangkar empat\nsesudah: 1\npakai:" in add(spec(), ("daftar",), "sesudah", "1").text
    assert "a:\n  b: 1\n  c: 2\n" == add(spec("a:\n  b: 1"), ("a", "b"), "c", "2").text


def test_entries_are_added_to_a_list_or_begin_one_at_the_end() -> None:
    entries = [{"di": "a", "alasan": "b: c"}]
    assert 'a: 1\n\nx:\n  - di: a\n    alasan: "b: c"\n' == append(spec("a: 1"), "x", entries).text
    assert 'a: 1\n\nx:\n  - di: a\n    alasan: "b: c"\n' == append(spec("x: []\na: 1\n"), "x", entries).text
    begun = "x:\n- di: z # tetap\n  alasan: y\na: 1\n"
    assert begun.replace("a: 1", '- di: a\n  alasan: "b: c"\na: 1') == append(spec(begun), "x", entries).text
    assert 'x: [{di: z}, {di: a, alasan: "b: c"}]' == append(spec("x: [{di: z}]"), "x", entries).text


def test_an_item_takes_the_comments_above_and_beside_it_to_its_new_place() -> None:
    made = reorder(spec("- a\n# tentang b\n- b # mata\n\n- c"), (), (1, 2, 0))
    assert "# tentang b\n- b # mata\n\n- c\n- a" == made.text
    made = reorder(spec(), ("daftar",), (2, 1, 0, 3))
    head = (
        "daftar:\n# tentang tiga\n# dan lagi\n- tiga\n\n-   dua # mata\n  # tentang satu\n- satu\n- &jangkar empat\n"
    )
    assert head in made.text
    assert len(spec().text) == len(made.text)


def test_a_list_in_brackets_is_put_in_order_too() -> None:
    assert "e: [r,  p,\n   q]}" in reorder(spec(), ("kurung", "e"), (2, 0, 1)).text


def test_line_breaks_of_windows_stay() -> None:
    old = spec(ODD.replace("\n", "\r\n"))
    for made in (
        rewrite(old, ("terlipat",), "Memberikan imbauan kepada   warga desa dan kota"),
        drop(old, ("kosong",)),
        add(old, ("daftar",), "sesudah", "1"),
        append(old, "x", [{"di": "a"}]),
        reorder(old, ("daftar",), (1, 0, 2, 3)),
    ):
        assert made.text.count("\n") == made.text.count("\r\n") >= 25


@pytest.mark.parametrize("loc", [("tidak_ada",), ("daftar", 9), ("id", "x"), ("daftar", "x")])
def test_a_place_that_does_not_exist_is_refused(loc: Loc) -> None:
    with pytest.raises(LookupError):
        rewrite(spec(), loc, "x")
    with pytest.raises(LookupError):
        drop(spec(), loc)


def at(data: Any, loc: Loc) -> Any:
    for part in loc:
        data = data[part]
    return data


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), max_size=20)
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
TREES = st.dictionaries(
    st.sampled_from("abcd"),
    st.recursive(
        TEXTS,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(st.sampled_from("xyz"), inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
)
LAYOUTS = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([True, False, None]),
        "default_style": st.sampled_from([None, "'", '"', "|", ">"]),
        "width": st.sampled_from([20, 1000]),
        "line_break": st.sampled_from(["\n", "\r\n"]),
    }
)


def leaves(data: Any, loc: Loc = ()) -> list[Loc]:
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else None
    return [loc] if parts is None else [leaf for key, value in parts for leaf in leaves(value, (*loc, key))]


@given(TREES, LAYOUTS, TEXTS, st.data())
def test_any_text_at_any_place_of_any_layout_changes_nothing_else(
    tree: Any, layout: dict[str, Any], text: str, draw: st.DataObject
) -> None:
    source = spec(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, **layout))
    loc = draw.draw(st.sampled_from(leaves(source.data)))
    wanted = deepcopy(source.data)
    at(wanted, loc[:-1])[loc[-1]] = text
    assert wanted == rewrite(source, loc, text).data


@given(st.lists(TEXTS, min_size=1, max_size=6), LAYOUTS, st.data())
def test_any_list_of_any_layout_is_put_in_any_order(
    items: list[str], layout: dict[str, Any], draw: st.DataObject
) -> None:
    source = spec(yaml.safe_dump({"a": {"b": items}, "c": "d"}, allow_unicode=True, sort_keys=False, **layout))
    order = draw.draw(st.permutations(range(len(items))))
    read = at(source.data, ("a", "b"))
    assert {"a": {"b": [read[place] for place in order]}, "c": "d"} == reorder(source, ("a", "b"), order).data
