"""Scripted edits of issued documents, hundreds of each kind: each is proposed at its place, and nothing else is."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.edited.editor import Editor
from tests.edited.truth import EDITIONS, Issued
from tests.examples import mutations, turns
from tests.random_prose import random_prose
from tests.random_sops import random_sop

from sopgen.compare.edited.reading import EditedReading, reading
from sopgen.errors import path_text
from sopgen.read.edited.document import edited_document

DOCUMENTS = 200
# Each document is of one of the editions in turn.
NAMES = sorted(EDITIONS)
Wanted = dict[tuple[str, str], str]


@cache
def issued(name: str) -> Issued:
    return Issued(EDITIONS[name])


def read(name: str, docx: bytes) -> EditedReading:
    return reading(issued(name).texts, edited_document("sop.docx", docx))


def edited(name: str, way: str, number: int) -> tuple[Wanted, EditedReading]:
    """Return what must be proposed for a document that was edited in one way, and what is."""
    editor = Editor(issued(name).docx, issued(name).once, (name, way, number))
    wanted: Wanted = {}
    kind, _, how = way.rpartition(" ")
    if kind == "add":
        items = editor.items()
        for one, path in editor.random.sample(items, min(2, len(items))):
            before, _, place = path.rpartition("[")
            wanted["added", f"{before}[{int(place[:-1]) + 1}]"] = editor.add(one, how)
    elif kind == "take out":
        for one, path in editor.random.sample(editor.items(), min(1, len(editor.items()))):
            editor.take_out(one, how)
            wanted["removed", path] = ""
    else:
        for one, path in editor.some(6):
            wanted["changed", path] = editor.replace(one, how)
    return wanted, read(name, editor.saved())


def counted(way: str) -> tuple[Counter[str], list[str]]:
    """Return how many edits are proposed right, wrong or not at all, how many surely, and what went wrong."""
    counts, faults = Counter[str](), list[str]()
    for number in range(mutations(DOCUMENTS // 2, full=DOCUMENTS)):
        name = NAMES[number % len(NAMES)]
        wanted, found = edited(name, way, number)
        proposed = {(one.kind.value, one.path): one for one in found.proposals}
        for place, text in wanted.items():
            one = proposed.pop(place, None)
            right = one is not None and " ".join(one.new.split()).endswith(text)
            counts["right" if right else "missed"] += 1
            counts["sure"] += right and one is not None and one.sure
            faults += [] if right else [f"{name} {number} {place} {text!r}: {one}"]
        counts["false"] += len(proposed)
        faults += [f"{name} {number} false: {one}" for one in proposed.values()]
    return counts, faults


@pytest.mark.parametrize("way", ["tracked", "insert", "nested", "add tracked", "take out tracked"])
def test_every_tracked_change_is_proposed_at_its_place_and_nothing_else_is(way: str) -> None:
    counts, faults = counted(way)
    assert [] == faults
    assert counts["right"] == counts["sure"] > 0


@pytest.mark.parametrize("way", ["plain", "add plain", "take out plain"])
def test_of_changes_that_word_did_not_note_nearly_all_are_right_and_none_that_is_sure_is_wrong(way: str) -> None:
    counts, faults = counted(way)
    assert counts["right"] >= 0.99 * (counts["right"] + counts["missed"] + counts["false"]), faults
    assert not [fault for fault in faults if "doubts=()" in fault]


def test_what_is_only_formatted_anew_is_counted_and_proposes_nothing() -> None:
    counted_formats = 0
    for number in range(mutations(DOCUMENTS // 2, full=DOCUMENTS)):
        name = NAMES[number % len(NAMES)]
        editor = Editor(issued(name).docx, issued(name).once, (name, "form", number))
        for _ in range(4):
            editor.form()
        found = read(name, editor.saved())
        assert () == found.proposals
        counted_formats += sum(found.formats.values())
    assert counted_formats


@pytest.mark.parametrize("way", ["tracked", "plain"])
def test_random_sops_come_back_as_those_that_ship(way: str, tmp_path: Path) -> None:
    for seed in range(turns(30)):
        make = random_prose if seed % 3 == 2 else random_sop
        one = Issued(make(seed, tmp_path / f"{seed}"))
        assert () == reading(one.texts, edited_document("sop.docx", one.docx)).proposals
        editor = Editor(one.docx, one.once, (seed, way))
        # A word that stands by itself is found in texts of several lines, too.
        wanted = {path: editor.replace(p, way) for p, path in editor.some(6) if not path.startswith("kepala_tabel")}
        found = reading(one.texts, edited_document("sop.docx", editor.saved())).proposals
        assert wanted.keys() == {one.path for one in found}
        assert all(" ".join(one.new.split()).endswith(wanted[one.path]) for one in found)


@pytest.mark.parametrize("name", NAMES)
def test_a_document_that_nobody_edited_proposes_nothing(name: str) -> None:
    found = read(name, issued(name).docx)
    assert ((), (), {}, 1.0) == (found.proposals, found.outside, found.formats, found.known)


@pytest.mark.parametrize("name", NAMES)
def test_every_place_that_is_printed_is_known_in_the_issued_document(name: str) -> None:
    one = issued(name)
    shown = {path_text(part.place.loc) for text in one.texts for part in text.parts}
    texts = {"".join(text.text.split()) for text in one.texts}
    missing = {path for text, path in one.once.items() if "".join(text.split()) in texts and path not in shown}
    assert not missing
