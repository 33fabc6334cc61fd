"""The rule over numbers that stand in figures and in words."""

import re
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.numbers.values import value
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.printed import Printed

_BOTH: Final = re.compile(r"(?<![\w.,])(?:Rp\.?\s?)?(?P<figures>\d{1,3}(?:\.\d{3})*|\d+)\s*\((?P<words>[A-Za-z ]+)\)")


@rule("LG41", "warning", source="EYD edition V (2022), numbers: figures and words say the same", sure="A")
def figures_and_words_say_the_same(subject: Subject) -> Iterator[Finding]:
    """A number in figures and the words in brackets after it say the same.

    Figures are easily changed, and the words forgotten; then nobody knows which of them holds.

    Wrong:
        - Paling lama 5 (tiga) hari kerja
    Right:
        - Paling lama 5 (lima) hari kerja
    """
    for one in texts(subject, {Printed.WORDS}):
        for found in _BOTH.finditer(one.text):
            said = value(found["words"])
            if said is not None and said != int(found["figures"].replace(".", "")):
                what = say('"{text}": figures and words say different numbers', text=found[0])
                yield one.finding(what, say("correct one of the two"))
