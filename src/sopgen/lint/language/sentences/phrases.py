"""Many phrases looked for in all texts: only those are compiled whose first words stand in the document at all.

A rule of sixty patterns over two hundred texts would compile and try each of them at every check, though hardly one
is ever found. What a pattern begins with is literal text in most cases, and that is soon looked for.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from sopgen.lint.registry import SpecText

Phrase = tuple[str, str]  # a pattern, and what is written in its place
Match = tuple[SpecText, re.Match[str], str]
_LEAD: Final = re.compile(r"(?:\^|\\W\*|\\b)*")
_LITERAL: Final = re.compile(r"[a-z][a-z -]{2,}")
_ONE_OF: Final = re.compile(r"\((?:\?:|\?P<\w+>)([a-z][a-z -]{2,}(?:\|[a-z][a-z -]{2,})*)\)(?![?*{])")
LEAST: Final = 3


def found(phrases: Iterable[Phrase], told: Iterable[SpecText]) -> Iterator[Match]:
    """Yield where a phrase stands in a text, with what is written in its place, text by text."""
    texts = list(told)
    whole = "\n".join(one.text for one in texts).lower()
    live = [(compiled(pattern), right) for pattern, right in phrases if _may_stand(pattern, whole)]
    for one in texts:
        for pattern, right in live:
            for match in pattern.finditer(one.text):
                yield one, match, right


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern that takes no account of capitals."""
    return re.compile(pattern, re.IGNORECASE)


def _may_stand(pattern: str, whole: str) -> bool:
    begins = begins_with(pattern)
    return not begins or any(begin in whole for begin in begins)


@cache
def begins_with(pattern: str) -> tuple[str, ...]:
    """Return small letters with one of which all that a pattern matches begins; nothing where that is not plain."""
    lead = _LEAD.match(pattern)
    rest = pattern[lead.end() :] if lead else pattern
    if _has_ways(pattern):
        return ()
    if ways := _ONE_OF.match(rest):
        return tuple(ways[1].split("|"))
    literal = _LITERAL.match(rest)
    if literal is None or len(literal[0]) <= LEAST:
        return ()
    repeats = rest[literal.end() : literal.end() + 1] in ("?", "*", "{")
    return (literal[0][:-1] if repeats else literal[0],)


def _has_ways(pattern: str) -> bool:
    """Tell a pattern of several ways that no bracket holds together."""
    depth = 0
    for part in re.findall(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|[()|]", pattern):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            return True
    return False
