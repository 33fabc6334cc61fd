"""How many random examples a test takes: all in `make test-all`, a fifth in CI, a tenth in `make test` by hand."""

import os
from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")

TESTS: Final = os.environ.get("SOPGEN_TESTS", "")
# Other examples each time: a failure of such a run is told with what repeats it.
ANEW: Final = TESTS in ("all", "fuzz")
ALL: Final = ANEW or bool(os.environ.get("CI"))
# `make test` at the desk: what takes longest is tried by a part of its examples, see tests/conftest.py.
DESK: Final = TESTS == "desk" and not ALL
# Not each example of what makes a document of it.
THIN: Final = DESK or (ALL and not ANEW)


# One in so many examples of what is tried at random.
SHARE: Final = 1 if ANEW else 10 if DESK else 5


def many(examples: int) -> int:
    """Return how many of these examples are tried; never fewer than five."""
    return max(5, examples // SHARE)


def turns(count: int) -> int:
    """Return how many of so many turns of the same are taken; never none."""
    return max(1, count // SHARE)


def some(every: Sequence[T]) -> Sequence[T]:
    """Return all of these in CI and `make test-all`, at the desk every fifth."""
    return every if ALL else every[::5]


def mutations(examples: int, *, full: int) -> int:
    """Return how many files are mutated: `full` for `make fuzz`, else as many as `many` says."""
    return full if TESTS == "fuzz" else many(examples)
