"""The rule book: importing it registers every rule."""

from sopgen.lint.flow import quality, shape, steps
from sopgen.lint.identity import agreeing, dates, items, life, names, unit
from sopgen.lint.language import characters, filler, labels, private, words, writing
from sopgen.lint.law import basis, citing
from sopgen.lint.registry import RULES

__all__ = [
    "RULES",
    "agreeing",
    "basis",
    "characters",
    "citing",
    "dates",
    "filler",
    "items",
    "labels",
    "life",
    "names",
    "private",
    "quality",
    "shape",
    "steps",
    "unit",
    "words",
    "writing",
]
