"""How many examples a test of a rule for every input takes: all in CI and `make test-all`, a fifth at the desk."""

import os
from typing import Final

ALL: Final = bool(os.environ.get("CI")) or os.environ.get("SOPGEN_TESTS") == "all"


def many(examples: int) -> int:
    """Return how many of these examples are tried; never fewer than five."""
    return examples if ALL else max(5, examples // 5)
