"""From the letters of a page to its words: aslant ones left out, those drawn twice once, overlaid ones named."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from sopgen.read.old.areas import Area
from sopgen.read.old.pdf.page.words import Word


def area_of(one: Mapping[str, Any]) -> Area:
    """Return the rectangle of an object of pdfplumber."""
    return Area(float(one["x0"]), float(one["top"]), float(one["x1"]), float(one["bottom"]))


def words_of(page: Any) -> Iterator[Word]:
    """Return the words of a page of pdfplumber, from its letters."""
    for char in page.objects.get("char", ()):
        # pdfminer takes a letter whose matrix is off by a rounding for one that stands on its side.
        char["upright"] = abs(char["matrix"][1]) <= abs(char["matrix"][0])
    chars = page.objects.get("char", ())
    places = {(char["text"], round(char["x0"]), round(char["top"])) for char in chars}
    # A letter drawn twice, a hair beside itself, is a bold one.
    page = page.dedupe_chars(tolerance=1) if len(places) < 0.97 * len(chars) else page
    covered = _covered_blanks(page.objects.get("char", ()))
    straight = page.filter(lambda one: one["object_type"] != "char" or (one["upright"] and _counts(one, covered)))
    for one in straight.extract_words(x_tolerance_ratio=0.2, y_tolerance=2, return_chars=True):
        yield Word(one["text"], area_of(one), _overlaid(one["chars"]))
    if not all(char["upright"] for char in chars):
        yield from _turned(page, upwards=True)
        yield from _turned(page, upwards=False)


def _turned(page: Any, *, upwards: bool) -> Iterator[Word]:
    """Return the lines that are read upwards, or downwards, each as one word: the heads of narrow lanes."""
    turned = page.filter(lambda one: one["object_type"] == "char" and not one["upright"] and _reads(one, upwards))
    ways = {"char_dir_rotated": "btt" if upwards else "ttb", "line_dir_rotated": "ltr" if upwards else "rtl"}
    for one in turned.extract_words(y_tolerance=2, keep_blank_chars=True, **ways) if turned.chars else ():
        yield Word(" ".join(one["text"].split()), area_of(one))


def _reads(char: Mapping[str, Any], upwards: bool) -> bool:
    return not _aslant(char) and bool(char["matrix"][1] > 0) == upwards


def aslant_text(page: Any) -> str:
    """Return what is written aslant over a page: a watermark, mostly."""
    return "".join(one["text"] for one in page.objects.get("char", ()) if _aslant(one)).strip()


def _place(char: Mapping[str, Any]) -> tuple[float, float]:
    return char["x0"], char["top"]


def _covered_blanks(chars: Sequence[Mapping[str, Any]]) -> set[tuple[float, float]]:
    """Return the places of blanks that lie under a letter: they part no words."""
    ordered = sorted(chars, key=lambda one: (round(one["top"]), one["x0"]))
    return {
        _place(other)
        for one, other in pairwise(ordered)
        if other["text"] == " " and one["text"] != " " and (other["x0"] + other["x1"]) / 2 < one["x1"]
        if abs(one["top"] - other["top"]) < 1 and one["x0"] < other["x0"]
    }


def _overlaid(chars: Sequence[Mapping[str, Any]]) -> bool:
    """Return whether two letters of a word stand in the same place."""
    ordered = sorted(chars, key=lambda one: one["x0"])
    return any(
        one["x1"] - other["x0"] > 0.5 * min(one["width"], other["width"]) > 0
        for one, other in pairwise(ordered)
        if one["upright"]
    )


def _aslant(char: Mapping[str, Any]) -> bool:
    across, down = char["matrix"][0], char["matrix"][1]
    return bool(min(abs(across), abs(down)) > 0.05 * max(abs(across), abs(down)))


def _counts(char: Mapping[str, Any], covered: set[tuple[float, float]]) -> bool:
    return not _aslant(char) and not (char["text"] == " " and _place(char) in covered)
