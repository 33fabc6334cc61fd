"""What is taken out leaves the comments of others."""

import pytest
from tests.splice.texts import spec

from sopgen.errors import Loc
from sopgen.splice.remove import remove


def test_a_dropped_key_takes_its_value_along_and_no_comment_of_others() -> None:
    assert spec().text.replace("kosong:\n", "") == remove(spec(), ("kosong",)).text
    assert spec().text.replace("d: 'y', ", "") == remove(spec(), ("kurung", "d")).text
    assert spec().text.replace("b: null, ", "") == remove(spec(), ("kurung", "b")).text
    without = remove(spec(), ("literal",)).text
    assert spec().text.replace("literal: | # kepala\n  baris satu\n    baris dua\n", "") == without
    assert "- c: 2\n" == remove(spec("- b: 1\n  c: 2\n"), (0, "b")).text


@pytest.mark.parametrize(
    ("old", "loc", "new"),
    [
        ("a:\n  # tentang p\n  - p # mata\n  - q\n", ("a", 0), "a:\n  - q\n"),
        ("a: # daftar\n  - p\nb: 1\n", ("a", 0), "a: [] # daftar\nb: 1\n"),
        ("a:\n  # tetap\n  b: 1\n", ("a", "b"), "a: {}\n  # tetap\n"),
        ("- - p # mata\n  - q\n", (0, 0), "- # mata\n  - q\n"),
        ("- - p\n  # tentang q\n  - q\n", (0, 0), "-\n  # tentang q\n  - q\n"),
        ("- - p\n", (0, 0), "- []\n"),
        ("# kepala\n- p\n- q\n", (0,), "# kepala\n- q\n"),
        ("a: [p, # satu\n  q]\n", ("a", 0), "a: [ # satu\n  q]\n"),
        ("a: [\n  p, # satu\n  q # dua\n]\n", ("a", 1), "a: [\n  p, # satu\n]\n"),
        ("a: [p, q,]\n", ("a", 1), "a: [p, ]\n"),
        ("a: [p]\n", ("a", 0), "a: []\n"),
        ("a: {b, c: 1}\n", ("a", "b"), "a: {c: 1}\n"),
        ("a: &x 1\nb: *x\nc: *x\n", ("b",), "a: &x 1\nc: *x\n"),
    ],
)
def test_what_is_taken_out_leaves_the_comments_of_others(old: str, loc: Loc, new: str) -> None:
    assert new == remove(spec(old), loc).text
