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
LEAST: Final = 3


def found(phrases: Iterable[Phrase], told: Iterable[SpecText]) -> Iterator[Match]:
    """Yield where a phrase stands in a text, with what is written in its place, text by text."""
    texts = list(told)
    whole = "\n".join(one.text for one in texts).lower()
    live = [(compiled(pattern), right) for pattern, right in phrases if begins_with(pattern) in whole]
    for one in texts:
        for pattern, right in live:
            for match in pattern.finditer(one.text):
                yield one, match, right


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern that takes no account of capitals."""
    return re.compile(pattern, re.IGNORECASE)


@cache
def begins_with(pattern: str) -> str:
    """Return small letters with which whatever a pattern matches begins; nothing where that is not plain to see."""
    lead = _LEAD.match(pattern)
    rest = pattern[lead.end() :] if lead else pattern
    literal = _LITERAL.match(rest)
    if literal is None or _has_ways(pattern):
        return ""
    text = literal[0]
    return (
        (text[:-1] if rest[literal.end() : literal.end() + 1] in ("?", "*", "{") else text)
        if len(text) > LEAST
        else ""
    )


def _has_ways(pattern: str) -> bool:
    """Tell a pattern of several ways that no bracket holds together."""
    depth = 0
    for part in re.findall(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|[()|]", pattern):
        depth += (part == "(") - (part == ")")
        if part == "|" and not depth:
            return True
    return False
