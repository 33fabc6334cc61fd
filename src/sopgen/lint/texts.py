"""The printed texts of an SOP and its unit, as rules look at them: each with its place, and its kind to choose by."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from sopgen.lint.registry import Loc, SpecText, Subject
from sopgen.model.flow import Step
from sopgen.model.printed import Printed
from sopgen.model.sop import Sop

__all__ = ["DATES", "FIGURES", "WRITTEN", "SpecText", "flows_of", "in_one_case", "steps_of", "texts", "words_alone"]

DATES: Final = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
# Day, month and year in figures, as they follow one another in Indonesia.
FIGURES: Final = re.compile(r"\b(\d{1,2})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{4})\b")
# For which spelling, spaces and dates hold: names of people, of items and of places have rules of their own.
WRITTEN: Final = frozenset({Printed.WORDS, Printed.LAW})


def texts(subject: Subject, kinds: Collection[Printed] = tuple(Printed)) -> tuple[SpecText, ...]:
    """Return every printed text of these kinds, in the order of the spec, then of the unit's file."""
    asked = frozenset(kinds)
    if asked not in subject.by_kind:
        subject.by_kind[asked] = tuple(one for one in subject.spec_texts if one.at.kind in asked)
    return subject.by_kind[asked]


def flows_of(sop: Sop) -> Iterator[tuple[Loc, tuple[Step, ...]]]:
    """Yield the flow of each activity with its place."""
    for n, activity in enumerate(sop.kegiatan):
        yield ("kegiatan", n, "alur"), activity.alur


def steps_of(sop: Sop) -> Iterator[tuple[Loc, Step]]:
    """Yield each step of all activities with its place."""
    for loc, steps in flows_of(sop):
        for n, step in enumerate(steps):
            yield (*loc, n), step


def in_one_case(text: str) -> str:
    """Return a text to compare by: whatever its capitals and blanks."""
    return " ".join(text.casefold().split())


def words_alone(text: str) -> str:
    """Return a text to compare by: its words, whatever its capitals, blanks and signs."""
    return " ".join(re.findall(r"\w+", text.casefold()))
