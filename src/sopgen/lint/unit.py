"""Rules over the unit: its letterhead, the numbers of its letters, its time."""

from collections.abc import Iterator
from typing import Final

from sopgen.lint.registry import Finding, Subject, rule
from sopgen.messages import say

KOP_LINES: Final = 3
KOP_CHARACTERS: Final = 41


@rule("TO06", "error", source="Perkap 1/2023, annex, kopstuk")
def letterhead_is_short(subject: Subject) -> Iterator[Finding]:
    """A letterhead has at most 3 lines of at most 41 characters."""
    unit = subject.unit
    if len(unit.kop) > KOP_LINES:
        what = say("the letterhead has {count} lines, more than 3", count=len(unit.kop))
        yield Finding(("kop",), what, say("keep the unit and the two levels above it"), in_unit=True)
    for n, line in enumerate(unit.kop):
        if len(line) > KOP_CHARACTERS:
            what = say("the line has {count} characters, more than 41", count=len(line))
            yield Finding(("kop", n), what, say("shorten it as the unit's letters do"), in_unit=True)
