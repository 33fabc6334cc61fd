"""Rules over the spelling of words."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from sopgen.lint.language.spelling import BESIDE, WORDS
from sopgen.lint.law.citing import apart
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import WRITTEN, SpecText, texts
from sopgen.messages import say
from sopgen.model.law.citation import read_citation
from sopgen.model.printed import Printed

SPELLING: Final = "KBBI VI; EYD edition V (2022)"
_LISTED: Final = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, WORDS), key=len, reverse=True))})(?!\w)", re.I
)
_BESIDE: Final = tuple((re.compile(pattern, re.I), right, origin) for pattern, right, origin in BESIDE)
Correction = tuple[str, str, str]


@rule("LG01", "warning", source=SPELLING, sure="M")
def words_are_spelt_as_the_dictionary_has_them(subject: Subject) -> Iterator[Finding]:
    """Words are spelt as the dictionary (KBBI) and the spelling rules (EYD) have them.

    A list of some 240 words that official letters often misspell, of short forms and of acronyms. The title of a law
    is quoted as the law writes it: a word in it is named, but looked up and not corrected.

    Wrong:
        - Menjadi Adminisator dan monivator aktifitas masyarakat
    Right:
        - Menjadi Administrator dan motivator aktivitas masyarakat
    """
    for one in texts(subject, WRITTEN):
        yield from _quoted(subject, one) if one.at.kind is Printed.LAW else _misspelt(one)


def _misspelt(one: SpecText) -> Iterator[Finding]:
    for wrong, right, origin in corrections(one.text):
        yield one.finding(_what(wrong, origin), say('write "{right}"', right=right), corrected(one.text))


def _quoted(subject: Subject, one: SpecText) -> Iterator[Finding]:
    """Name the words in a law's title that are not standard; its name before the title is LB10's."""
    law = subject.regulations.cited(one.text)
    title = apart(one.text)[2] if read_citation(one.text) else one.text
    known = law.judul.casefold() if law and law.judul else ""
    for wrong, right, origin in corrections(title):
        if wrong.casefold() not in known:
            fix = say(
                'look at the law itself, whose title is quoted as it is written; standard is "{right}"', right=right
            )
            yield one.finding(_what(wrong, origin), fix)


def _what(wrong: str, origin: str) -> str:
    return say('"{word}" is not the standard spelling ({origin})', word=wrong, origin=origin)


def corrections(text: str) -> Iterator[Correction]:
    """Yield each word of a text that is misspelt, its standard form, and the list that has it."""
    for found in _LISTED.finditer(text):
        right, origin = WORDS[found[0].lower()]
        right = _in_case(found[0], right)
        if right != found[0]:
            yield found[0], right, origin
    for pattern, template, origin in _BESIDE:
        for found in pattern.finditer(text):
            right = _beside(template, found)
            if right != found[0]:
                yield found[0], right, origin


def corrected(text: str) -> str:
    """Return a text with every listed word in its standard form."""
    text = _LISTED.sub(lambda found: _in_case(found[0], WORDS[found[0].lower()][0]), text)
    for pattern, template, _ in _BESIDE:
        text = pattern.sub(partial(_beside, template), text)
    return text


def _beside(template: str, found: re.Match[str]) -> str:
    right = found.expand(template)
    return right.upper() if found[0].isupper() else right


def _in_case(wrong: str, right: str) -> str:
    """Return the right word in the capitals of the wrong one."""
    if wrong.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if wrong[:1].isupper() else right
