"""Steps are moved, added, taken out: rows of several symbols and groups of sub-steps hold together."""

from typing import Any

import pytest

from sopgen.jobs.edit.flow import rows
from sopgen.jobs.edit.flow.levels import Placed, StepLevel, level_of, levelled

MARKS = {"": StepLevel.OWN, "+": StepLevel.SUB, "^": StepLevel.HEADED, "=": StepLevel.BESIDE}


def flow(words: str) -> list[dict[str, Any]]:
    """Return steps: `a ^b +c =d` are a step, the first and the second sub-step of a head, one beside that."""
    found = []
    for word in words.split():
        mark, name = (word[0], word[1:]) if word[0] in MARKS else ("", word)
        found.append(levelled({"id": name}, MARKS[mark], "H"))
    return found


def words(made: Placed) -> str:
    marks = {level: mark for mark, level in MARKS.items()}
    return " ".join(f"{marks[level_of(one.data)]}{one.data['id']}" for one in made)


@pytest.mark.parametrize(
    ("before", "start", "to", "after"),
    [
        ("a b c", 0, 3, "b c a"),
        ("a b c", 2, 0, "c a b"),
        ("a b c", 1, 1, "a b c"),
        ("a b =c d", 1, 4, "a d b =c"),  # a row goes as a whole
        ("a b =c d", 0, 2, "b =c a d"),  # and is not torn
        ("a b =c d", 2, 4, "a b d c"),  # one that leaves its row is a row of its own
        ("a b =c =d", 3, 2, "a b =d =c"),
        ("a ^b +c +d e", 1, 3, "a ^c +b +d e"),  # the head stays with the group
        ("a ^b +c +d e", 1, 0, "b a ^c +d e"),
        ("a ^b e", 1, 0, "^b a e"),  # where it is alone it takes its head along
        ("a b +c +d e", 1, 5, "a e b +c +d"),  # sub-steps go with their step
        ("a b +c +d e", 3, 2, "a b +d +c e"),
        ("a b +c +d e", 2, 5, "a b +d e c"),  # one that leaves its group is a step of its own
        ("a b +c +d e", 2, 1, "a c b +d e"),
        ("a b +c +d e", 0, 3, "b +c +a +d e"),  # one that comes into a group is a sub-step
        ("a b +c d +e f", 1, 4, "a d +e b +c f"),  # a group does not go into another
        ("a ^b +c d ^e +f", 4, 3, "a ^b +c e d ^f"),
    ],
)
def test_a_step_moves_with_what_belongs_to_it(before: str, start: int, to: int, after: str) -> None:
    assert after == words(rows.moved(flow(before), start, to))


@pytest.mark.parametrize(
    ("before", "start", "up", "down"),
    [
        ("a b c", 1, "b a c", "a c b"),
        ("a b c", 0, "a b c", "b a c"),
        ("a b c", 2, "a c b", "a b c"),
        ("a b =c d", 3, "a d b =c", "a b =c d"),
        ("a b +c +d e", 4, "a e b +c +d", "a b +c +d e"),  # a group is passed as a whole
        ("a b +c +d e", 0, "a b +c +d e", "b +c +d a e"),
        ("a b +c +d e", 3, "a b +d +c e", "a b +c e d"),
        ("a b +c +d e", 2, "a c b +d e", "a b +d +c e"),
        ("a ^b +c e", 1, "b a ^c e", "a ^c +b e"),
        ("a ^b +c ^d +e", 3, "a d ^b +c ^e", "a ^b +c ^e +d"),
        ("a b =c", 2, "a c b", "a b =c"),
    ],
)
def test_a_step_moves_by_one_row(before: str, start: int, up: str, down: str) -> None:
    assert up == words(rows.moved_up(flow(before), start))
    assert down == words(rows.moved_down(flow(before), start))


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("a b c", 1, "a c"),
        ("a", 0, ""),
        ("a b =c =d e", 1, "a c =d e"),
        ("a b =c e", 2, "a b e"),
        ("a ^b +c +d", 1, "a ^c +d"),
        ("a b +c +d e", 1, "a c d e"),
        ("a +b =c +d", 1, "a +c +d"),
    ],
)
def test_what_is_left_without_a_step_takes_its_part(before: str, place: int, after: str) -> None:
    assert after == words(rows.taken_out(flow(before), place))


@pytest.mark.parametrize(
    ("before", "place", "after"),
    [
        ("", 0, "x"),
        ("a b", 1, "a x b"),
        ("a b =c d", 2, "a b =c x d"),
        ("a b +c", 2, "a b +x +c"),
        ("a b +c d", 3, "a b +c +x d"),
        ("a ^b =c d", 3, "a ^b =c +x d"),
    ],
)
def test_a_new_step_stands_at_the_level_of_its_neighbours(before: str, place: int, after: str) -> None:
    assert after == words(rows.put_in(flow(before), place, {"id": "x"}))


def test_what_a_step_had_in_common_with_the_row_above_goes_with_it() -> None:
    steps: list[dict[str, Any]] = [
        {"id": "a", "mutu_baku": {"waktu": "1 jam", "keluaran": ["Berkas"]}, "keterangan": ["Rahasia"]},
        {"id": "b", "bersama": ["waktu", "keterangan"], "mutu_baku": {"kelengkapan": ["Map"]}},
        {"id": "c", "bersama": "mutu_baku"},
    ]
    first, second, third = (one.data for one in rows.moved(steps, 2, 0))
    assert {"waktu": "1 jam", "keluaran": ["Berkas"], "kelengkapan": ["Map"]} == first["mutu_baku"]
    assert "bersama" not in first
    assert (steps[0], steps[1]) == (second, third)
    alone = rows.taken_out(steps, 0)[0].data
    assert ({"kelengkapan": ["Map"], "waktu": "1 jam"}, ["Rahasia"]) == (alone["mutu_baku"], alone["keterangan"])
