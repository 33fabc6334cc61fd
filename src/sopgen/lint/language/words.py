"""Rules over the spelling of words."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from sopgen.lint.language.dictionary import without_doubled_letter
from sopgen.lint.language.foreign import foreign_places
from sopgen.lint.language.joined import wrongly_joined
from sopgen.lint.language.spelling import BESIDE, NAMES, SMALL_ONLY, SURE, WORDS
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import WRITTEN, SpecText, texts
from sopgen.messages import say
from sopgen.model.law.citation import apart, read_citation
from sopgen.model.printed import Printed

SPELLING: Final = "KBBI VI; EYD edition V (2022)"
# A word of small letters, or with the first capital of a text, in which a letter stands twice.
_DOUBLED: Final = re.compile(r"(?<![\w@./'-])(?:^[A-Z])?(?=[a-z]*([a-z])\1)[a-z]{5,}(?![\w@/'-]|\.\w)")
# No word has a letter three times: with a capital within a sentence, too.
_TRIPLED: Final = re.compile(r"(?<![\w@./'-])[A-Z][a-z]*([a-z])\1\1[a-z]*(?![\w@/'-]|\.\w)")
_BESIDE: Final = tuple((re.compile(pattern, re.I), right, origin) for pattern, right, origin in BESIDE)
_SENTENCE: Final = re.compile(r"(?:^|[.!?:]\s+|^\s*(?:\d+|[A-Za-z])[.)]\s*)[\"'(]*$")
_CAPITAL_BESIDE: Final = re.compile(r"\b[A-Z][\w.]*\s+$"), re.compile(r"\s+[A-Z]\w*")
SHORTEST_IN_CAPITALS: Final = 6  # a shorter word in capitals may be an abbreviation


# The words of the list by what they begin with, so that few texts are looked at twice.
_FIRST: Final[dict[str, list[str]]] = {}
for _word in WORDS:
    _FIRST.setdefault(re.split(r"\s", _word)[0], []).append(_word)
_TOKEN: Final = re.compile(r"[\w'/]+")


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    some = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<![\w@.-])(?:{some})(?![\w@]|\.\w|-\w)", re.I)


def _candidates(text: str) -> tuple[str, ...]:
    """Return the words of the list of which a text has the first one."""
    tokens = set(_TOKEN.findall(text.lower()))
    tokens |= {part for token in tokens if "/" in token for part in token.split("/")}
    return tuple(word for token in sorted(tokens & _FIRST.keys()) for word in _FIRST[token])


class Correction(NamedTuple):
    """A word that is misspelt: where it stands, its standard form, the list that has it; `sure`: it is no name."""

    start: int
    wrong: str
    right: str
    origin: str
    sure: bool


@rule("LG01", "warning", source=SPELLING, sure="M")
def words_are_spelt_as_the_dictionary_has_them(subject: Subject) -> Iterator[Finding]:
    """Words are spelt as the dictionary (KBBI) and the spelling rules (EYD) have them.

    A list of some 300 words that official letters often misspell, of short forms and of acronyms, and the words
    with di and ke that are written apart or together. The title of a law is quoted as the law writes it: a word in
    it is named, but looked up and not corrected. Words in capitals may be abbreviations (PD: Perangkat Daerah), and
    one with a capital within a sentence a name: what might be one is proposed, not corrected.

    Wrong:
        - Menjadi Adminisator dan monivator aktifitas masyarakat diwilayah Kelurahan
    Right:
        - Menjadi Administrator dan motivator aktivitas masyarakat di wilayah Kelurahan
    """
    for one in texts(subject, WRITTEN):
        yield from _quoted(subject, one) if one.at.kind is Printed.LAW else _misspelt(subject, one)


def _misspelt(subject: Subject, one: SpecText) -> Iterator[Finding]:
    found = [word for word in corrections(one.text) if not _in_title(subject, one.text, word)]
    sure = [word for word in found if word.sure and not read_citation(one.text)]
    for word in found:
        what, fix = _what(word), say('write "{right}"', right=word.right)
        mended = _with(one.text, sure if word in sure else [word])
        yield one.finding(what, fix, mended) if word in sure else one.proposing(what, fix, mended)


def _in_title(subject: Subject, text: str, word: Correction) -> bool:
    """Tell a word that stands in the title of a law as the law itself writes it."""
    whole = text.casefold()
    titles = (law.judul.casefold() for law in subject.regulations.known if law.judul)
    # As whole words: the law on Pers is none in "personil".
    return any(
        found.start() <= word.start < found.end()
        for title in titles
        if title in whole
        for found in re.finditer(rf"(?<!\w){re.escape(title)}(?!\w)", whole)
    )


def _quoted(subject: Subject, one: SpecText) -> Iterator[Finding]:
    """Name the words in a law's title that are not standard; its name before the title is LB10's."""
    law = subject.regulations.cited(one.text)
    title = apart(one.text)[2] if read_citation(one.text) else one.text
    known = law.judul.casefold() if law and law.judul else ""
    for word in corrections(title):
        if word.wrong.casefold() not in known and word.wrong.casefold() not in SMALL_ONLY:
            fix = say(
                'look at the law itself, whose title is quoted as it is written; standard is "{right}"',
                right=word.right,
            )
            yield one.finding(_what(word), fix)


def _what(word: Correction) -> str:
    return say('"{word}" is not the standard spelling ({origin})', word=word.wrong, origin=word.origin)


def corrections(text: str) -> Iterator[Correction]:
    """Yield each word of a text that is misspelt, in the order of the lists that have them."""
    yield from _listed(text)
    for pattern, template, origin in _BESIDE:
        for found in pattern.finditer(text):
            right = found.expand(template)
            right = right.upper() if found[0].isupper() else right
            if right != found[0]:
                yield Correction(found.start(), found[0], right, origin, sure=True)
    for start, wrong, right, origin in wrongly_joined(text):
        yield Correction(start, wrong, right, origin, sure=not wrong.isupper())
    doubled = {found.start(): found for pattern in (_DOUBLED, _TRIPLED) for found in pattern.finditer(text)}
    english = foreign_places(text)
    for start, found in doubled.items():
        if (
            start not in english
            and found[0].lower() not in WORDS
            and (one := without_doubled_letter(found[0].lower()))
        ):
            yield Correction(found.start(), found[0], _in_case(found[0], one), "KBBI", sure=False)


def _listed(text: str) -> Iterator[Correction]:
    words = _candidates(text)
    for found in _pattern(words).finditer(text) if words else ():
        right, origin = WORDS[found[0].lower()]
        right = _in_case(found[0], right)
        if right != found[0] and _is_meant(text, found):
            yield Correction(found.start(), found[0], right, origin, _is_sure(text, found))


def _is_meant(text: str, found: re.Match[str]) -> bool:
    """Tell a word that is no abbreviation in capitals, and no part of a name."""
    word, low = found[0], found[0].lower()
    if low in SMALL_ONLY:
        return word.islower()
    if word.isupper() and len(word) > 1 and low not in SURE and len(word) < SHORTEST_IN_CAPITALS:
        return False
    return not (low in NAMES and word[:1].isupper() and _beside_capital(text, found))


def _is_sure(text: str, found: re.Match[str]) -> bool:
    """Tell a word that is surely misspelt: in small letters, or with the capital of its sentence."""
    low = found[0].lower()
    if low in SURE or found[0].islower():
        return True
    if any(part[:1].isupper() for part in found[0].split()[1:]):  # Sub Bagian Tata Usaha: the name of an office
        return False
    return not found[0].isupper() and bool(_SENTENCE.search(text[: found.start()]))


def _beside_capital(text: str, found: re.Match[str]) -> bool:
    before, after = _CAPITAL_BESIDE
    return bool(before.search(text[: found.start()]) or after.match(text, found.end()))


def _with(text: str, words: list[Correction]) -> str:
    """Return a text with these words in their standard form; of two that overlap the first is taken."""
    done = len(text)
    for word in sorted(words, key=lambda one: (one.start, -len(one.wrong)), reverse=True):
        end = word.start + len(word.wrong)
        if end <= done:
            text = text[: word.start] + word.right + text[end:]
            done = word.start
    return text


def _in_case(wrong: str, right: str) -> str:
    """Return the right word in the capitals of the wrong one."""
    if wrong.isupper() and len(wrong) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if wrong[:1].isupper() else right
