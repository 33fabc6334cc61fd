"""The rule book: importing it registers every rule."""

from sopgen.lint import chapters
from sopgen.lint.flow import needs, quality, remarks, rows, shape, steps, ways, wording
from sopgen.lint.identity import agree, agreeing, dates, items, life, names, numbers, sections, terms, unit
from sopgen.lint.language import characters, filler, foreign, known, labels, private, words, writing
from sopgen.lint.language.numbers import spelt
from sopgen.lint.law import basis, cited, citing, named, order
from sopgen.lint.registry import RULES

__all__ = [
    "RULES",
    "agree",
    "agreeing",
    "basis",
    "chapters",
    "characters",
    "cited",
    "citing",
    "dates",
    "filler",
    "foreign",
    "items",
    "known",
    "labels",
    "life",
    "named",
    "names",
    "needs",
    "numbers",
    "order",
    "private",
    "quality",
    "remarks",
    "rows",
    "sections",
    "shape",
    "spelt",
    "steps",
    "terms",
    "unit",
    "ways",
    "wording",
    "words",
    "writing",
]
