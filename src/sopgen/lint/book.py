"""The rule book: importing it registers every rule."""

from sopgen.lint import (
    citing,
    dates,
    flow,
    identity,
    labels,
    legal,
    life,
    names,
    private,
    quality,
    steps,
    unit,
    words,
    writing,
)
from sopgen.lint.registry import RULES

__all__ = [
    "RULES",
    "citing",
    "dates",
    "flow",
    "identity",
    "labels",
    "legal",
    "life",
    "names",
    "private",
    "quality",
    "steps",
    "unit",
    "words",
    "writing",
]
