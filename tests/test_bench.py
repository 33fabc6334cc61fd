"""What `make bench` compares: goals, ratios, what is accepted."""

import json
from pathlib import Path

import pytest
from benchmarks.results import Result, accept, as_json, ours_of_peer, read_accepted, told


@pytest.mark.parametrize(
    ("one", "holds"),
    [
        (Result("a", "", 0.9, most=1), True),
        (Result("a", "", 1.1, most=1), False),
        (Result("a", "", 120, least=100), True),
        (Result("a", "", 99, least=100), False),
    ],
)
def test_a_goal_is_a_least_or_a_most(one: Result, holds: bool) -> None:
    assert holds == one.holds


@pytest.mark.parametrize(
    ("one", "accepted", "slower"),
    [
        (Result("lower is better", "", 1.2, most=2), 1.0, True),
        (Result("lower is better", "", 1.1, most=2), 1.0, False),
        (Result("higher is better", "", 100, least=50), 120.0, True),
        (Result("higher is better", "", 110, least=50), 120.0, False),
        (Result("a slow machine, the same ratio", "", 90.0, most=100, ratio=3.0), 3.0, False),
        (Result("a fast machine, a worse ratio", "", 9.0, most=100, ratio=3.6), 3.0, True),
        (Result("new", "", 9.0, most=10), None, False),
    ],
)
def test_what_is_over_15_percent_worse_in_ratio_is_slower(one: Result, accepted: float | None, slower: bool) -> None:
    assert slower == one.is_slower(accepted)


def test_what_is_missed_and_what_got_slower_is_named() -> None:
    found = [Result("build", "", 0.7, most=0.5), Result("letter", "", 0.8, most=1.0), Result("page", "", 1.0, most=2)]
    assert ["missed: build: 0.70, goal ≤ 0.5", "slower by 60 %: letter: 0.80, accepted 0.50"] == told(
        found, {"letter": 0.5, "page": 0.95}
    )


def test_what_was_accepted_stays_where_a_run_does_not_measure_it(tmp_path: Path) -> None:
    path = tmp_path / "accepted.json"
    accept(path, as_json([Result("a", "", 1.0, most=2), Result("b", "", 1.5, most=2)], {"x": 1.0}, 0.0))
    accept(path, as_json([ours_of_peer("b", 1.0, 2.0, most=2)], {"y": 2.0}, 0.0))
    assert {"a": 1.0, "b": 0.5} == read_accepted(path)
    assert {"x": 1.0, "y": 2.0} == json.loads(path.read_text("utf-8"))["seconds"]


def test_of_a_faster_side_the_peer_s_multiple_is_told() -> None:
    assert ours_of_peer("a", 0.1, 20.0, "ms", least=100).measured == pytest.approx(200)
