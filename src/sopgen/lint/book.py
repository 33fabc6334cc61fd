"""The rule book: importing it registers every rule."""

from sopgen.lint import chapters
from sopgen.lint.flow import needs, quality, rows, shape, steps, ways, wording
from sopgen.lint.flow.acts import doing, naming, reaching, remarks, roles, saying
from sopgen.lint.identity import (
    agree,
    agreeing,
    dates,
    items,
    levels,
    life,
    names,
    numbers,
    offices,
    signed,
    terms,
    unit,
)
from sopgen.lint.language import characters, filler, foreign, known, labels, private, words, writing
from sopgen.lint.language.numbers import spelt
from sopgen.lint.language.sentences import days, ends, lists, pairs, proper, signs, slips, spare
from sopgen.lint.law import basis, cited, citing, clauses, force, memory, named, order
from sopgen.lint.registry import RULES
from sopgen.lint.sections import agreement, entries, numbering

__all__ = [
    "RULES",
    "agree",
    "agreeing",
    "agreement",
    "basis",
    "chapters",
    "characters",
    "cited",
    "citing",
    "clauses",
    "dates",
    "days",
    "doing",
    "ends",
    "entries",
    "filler",
    "force",
    "foreign",
    "items",
    "known",
    "labels",
    "levels",
    "life",
    "lists",
    "memory",
    "named",
    "names",
    "naming",
    "needs",
    "numbering",
    "numbers",
    "offices",
    "order",
    "pairs",
    "private",
    "proper",
    "quality",
    "reaching",
    "remarks",
    "roles",
    "rows",
    "saying",
    "shape",
    "signed",
    "signs",
    "slips",
    "spare",
    "spelt",
    "steps",
    "terms",
    "unit",
    "ways",
    "wording",
    "words",
    "writing",
]
