"""How many examples a test of a rule for every input takes: all in CI and `make test-all`, a fifth at the desk."""

import os
from typing import Final

TESTS: Final = os.environ.get("SOPGEN_TESTS", "")
ALL: Final = bool(os.environ.get("CI")) or TESTS in ("all", "fuzz")


def many(examples: int) -> int:
    """Return how many of these examples are tried; never fewer than five."""
    return examples if ALL else max(5, examples // 5)


def mutations(examples: int, *, full: int) -> int:
    """Return how many files are mutated: `full` for `make fuzz`, else as many as `many` says."""
    return full if TESTS == "fuzz" else many(examples)
