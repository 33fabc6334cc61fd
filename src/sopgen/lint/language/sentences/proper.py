"""Rules over names and abbreviations: a name has its capital, an abbreviation the letters of its words."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from sopgen.lint.language.dictionary import is_word
from sopgen.lint.language.zones import PROVINCES
from sopgen.lint.registry import Finding, Subject, rule
from sopgen.lint.texts import texts
from sopgen.messages import say
from sopgen.model.printed import Printed

# Names of days and months, save those that are other words, too (minggu, mei).
_DAYS: Final = (
    "senin selasa rabu kamis jumat sabtu januari februari april juni juli agustus september oktober november"
)
_PLACES: Final = tuple(name.lower() for name in PROVINCES if " " not in name)
_NAMES: Final = frozenset([*_DAYS.split(), "desember", "indonesia", *_PLACES])
_WORD: Final = re.compile(r"(?<![\w@./-])[a-z]{4,}(?![\w@/-]|\.\w)")
_ASIDE: Final = re.compile(r"(?P<before>(?:[\w-]+ ){2,9})\((?P<short>[A-Z]{3,7})\)")
_CAPITALS: Final = re.compile(r"(?<![\w./-])[A-Z][A-Z\d]{1,5}[A-Z](?![\w/-])")
_PARTICLES: Final = "dan di ke dari yang untuk oleh dalam pada atas dengan"
SMALL: Final = frozenset(_PARTICLES.split())
# Forms of address and heads of offices before a name: Bapak Kapolres, Camat Suwawa.
_TITLES: Final = (
    re.compile(r"(?<![\w-])(?:bapak|ibu|saudara|saudari|tuan|nyonya)(?= [A-Z][a-z])"),
    re.compile(r"(?<=Bapak/)ibu\b|(?<=Saudara/)saudari\b"),
    re.compile(
        r"(?<![\w-])(?:kapol(?:ri|da|resta|restabes|res|sek)|wakapol(?:da|resta|res|sek)|bupati|gubernur|camat|lurah"
        r"|kasat|kanit|presiden|menteri|polres|polsek|polda|polresta)(?= [A-Z][a-z])"
    ),
    re.compile(r"(?<=\bKepala )kepolisian(?= (?:[Rr]esor|[Dd]aerah|[Ss]ektor|[Nn]egara|$))"),
    re.compile(r"(?<!^)\btuhan(?= [Yy]ang [Mm]aha)"),
)
_HALF: Final = re.compile(r"(?<!^)\bUndang-undang\b(?! (?:Dasar|Nomor|No\b|Republik|RI\b|Hukum|tentang|\d))")
OFTEN: Final = 3  # so often an abbreviation stands there, that another one with its letters is a slip


@rule("LG46", "warning", source="EYD edition V (2022), capitals: names of places, days and months", sure="A")
def names_have_their_capitals(subject: Subject) -> Iterator[Finding]:
    """The names of places, days and months begin with a capital.

    Known are the provinces of one word, Indonesia, the days and months that are no other words, and the town of the
    unit where it is none either.

    Wrong:
        - Melaksanakan patroli setiap hari senin di gorontalo
    Right:
        - Melaksanakan patroli setiap hari Senin di Gorontalo
    """
    towns = {word for word in re.findall(r"[a-z]{5,}", subject.unit.tempat.lower()) if not is_word(word)}
    for one in texts(subject, {Printed.WORDS}):
        for found in _WORD.finditer(one.text) if not one.in_unit else ():
            if found[0] in _NAMES | towns:
                right = found[0].capitalize()
                what, fix = say('"{word}" is a name', word=found[0]), say('write "{right}"', right=right)
                yield one.proposing(what, fix, one.text[: found.start()] + right + one.text[found.end() :])
        for word, right in _titles(one.text) if not one.in_unit else ():
            yield one.finding(say('"{word}" is a name', word=word), say('write "{right}"', right=right))


def _titles(text: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of address and the posts that lack their capital before a name, with it."""
    for pattern in _TITLES:
        yield from ((found[0], found[0].capitalize()) for found in pattern.finditer(text))
    for found in _HALF.finditer(text):
        yield found[0], "undang-undang, Undang-Undang Nomor ..."


@rule("LG47", "warning", source="EYD edition V (2022), abbreviations: the first letters of the words", sure="A")
def abbreviations_have_their_letters(subject: Subject) -> Iterator[Finding]:
    """An abbreviation has the first letters of its words in their order, and the same ones everywhere.

    Two letters that were exchanged make another abbreviation of it, which nobody knows.

    Wrong:
        - Sentra Pelayanan Kepolisian Terpadu (SPTK)
    Right:
        - Sentra Pelayanan Kepolisian Terpadu (SPKT)
    """
    told = [one for one in texts(subject, {Printed.WORDS}) if not one.in_unit]
    count = Counter(short for one in told for short in _CAPITALS.findall(one.text))
    for one in told:
        if one.text.isupper():
            continue
        for found in _ASIDE.finditer(one.text):
            right = _exchanged(found["before"].split(), found["short"])
            if right:
                what = say('"{short}" has not the letters of its words', short=found["short"])
                yield one.finding(what, say('write "{right}"', right=right))
        for short in dict.fromkeys(_CAPITALS.findall(one.text)):
            usual = next((more for more in count if _is_slip(short, more, count)), None)
            if usual:
                what = say('"{short}" is called "{usual}" elsewhere', short=short, usual=usual)
                yield one.finding(what, say('write "{right}"', right=usual))


def _exchanged(words: list[str], short: str) -> str:
    """Return the letters of the last words where they are those of the abbreviation in another order."""
    ways = (words, [word for word in words if word.lower() not in SMALL])
    initials = ["".join(word[0].upper() for word in way[-len(short) :]) for way in ways]
    if short in initials:
        return ""
    return next((one for one in initials if sorted(one) == sorted(short)), "")


def _is_slip(short: str, usual: str, count: Counter[str]) -> bool:
    return short != usual and sorted(short) == sorted(usual) and count[usual] >= OFTEN and count[short] == 1
