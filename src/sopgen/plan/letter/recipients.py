"""Whom a letter sends: a numbered block for a few; more stand in its annex."""

from collections.abc import Iterator, Sequence
from typing import Final

from sopgen.plan.letter.contents import OrderPlan, RecipientLine
from sopgen.plan.letter.kinds import NAME, LetterWords, Line
from sopgen.plan.letter.task import PersonRow

# Up to five people stand in the letter, more in its annex.
MOST_IN_LETTER: Final = 5
TO: Final = "Kepada"
# The labels of what a person is known by, as they begin.
KNOWN_BY: Final = (NAME, "Pangkat", "NIP", "NRP")


def recipient_lines(people: Sequence[PersonRow], words: LetterWords) -> tuple[RecipientLine, ...]:
    """Return the lines of those who stand in the letter; one alone has no number."""
    if len(people) > MOST_IN_LETTER:
        return ()
    numbered = len(people) > 1
    lines = [
        (f"{n}." if numbered and first else "", label, value)
        for n, person in enumerate(people, 1)
        for first, (label, value) in _firsts(words.lines(person))
    ]
    return tuple(RecipientLine(TO if n == 0 else "", *line) for n, line in enumerate(lines))


def people_lines(plan: OrderPlan) -> list[str]:
    """Return what a letter prints of each person: name, rank and number in the order that they have on paper."""
    if plan.annex:
        return [" ".join(row.texts[1:4]) for sheet in plan.annex.sheets for row in sheet]
    people: list[list[str]] = []
    for line in plan.recipients:
        if line.label == NAME:
            people.append([])
        if line.label.startswith(KNOWN_BY):
            people[-1].append(line.value)
    return [" ".join(values) for values in people]


def _firsts(lines: Iterator[Line]) -> Iterator[tuple[bool, Line]]:
    """Yield each line, and whether it is the first."""
    return ((n == 0, line) for n, line in enumerate(lines))
