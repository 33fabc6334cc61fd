"""The rule book: importing it registers every rule."""

from sopgen.lint import chapters
from sopgen.lint.flow import needs, quality, rows, shape, steps, ways, wording
from sopgen.lint.flow.acts import beginning, beginnings, doing, naming, reaching, remarks, roles, saying
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
from sopgen.lint.identity.people import posts, signers, standing
from sopgen.lint.identity.places import numbering as forms
from sopgen.lint.identity.places import towns
from sopgen.lint.language import characters, filler, foreign, known, labels, private, words, writing
from sopgen.lint.language.numbers import spelt
from sopgen.lint.language.sentences import days, ends, lists, marks, pairs, parted, proper, signs, slips, spare
from sopgen.lint.law import basis, cited, citing, clauses, fields, force, memory, named, order
from sopgen.lint.letters import orders, practice
from sopgen.lint.registry import RULES
from sopgen.lint.sections import agreement, decree, drafting, entries, numbering, telling, warnings

__all__ = [
    "RULES",
    "agree",
    "agreeing",
    "agreement",
    "basis",
    "beginning",
    "beginnings",
    "chapters",
    "characters",
    "cited",
    "citing",
    "clauses",
    "dates",
    "days",
    "decree",
    "doing",
    "drafting",
    "ends",
    "entries",
    "fields",
    "filler",
    "force",
    "foreign",
    "forms",
    "items",
    "known",
    "labels",
    "levels",
    "life",
    "lists",
    "marks",
    "memory",
    "named",
    "names",
    "naming",
    "needs",
    "numbering",
    "numbers",
    "offices",
    "order",
    "orders",
    "pairs",
    "parted",
    "posts",
    "practice",
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
    "signers",
    "signs",
    "slips",
    "spare",
    "spelt",
    "standing",
    "steps",
    "telling",
    "terms",
    "towns",
    "unit",
    "warnings",
    "ways",
    "wording",
    "words",
    "writing",
]
