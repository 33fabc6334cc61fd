"""The printed texts of an SOP and its unit, as rules look at them: each with its place, and its kind to choose by."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from sopgen.lint.registry import Finding, Loc, Rewrite, Subject
from sopgen.model.flow import Step
from sopgen.model.printed import Printed, PrintedText
from sopgen.model.sop import Sop

DATES: Final = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
# For which spelling, spaces and dates hold: names of people, of items and of places have rules of their own.
WRITTEN: Final = frozenset({Printed.WORDS, Printed.LAW})


@dataclass(frozen=True)
class SpecText:
    """A printed text of the SOP, or of its unit."""

    at: PrintedText
    in_unit: bool = False

    @property
    def text(self) -> str:
        """The text itself."""
        return self.at.text

    def finding(self, what: str, fix: str, right: str | None = None) -> Finding:
        """Return a finding here; `right` is the text as a program may write it in place of this one."""
        return Finding(self.at.loc, what, fix, self.in_unit, self._rewrite(right))

    def proposing(self, what: str, fix: str, right: str) -> Finding:
        """Return a finding here; `right` is the text as a person may accept it."""
        return Finding(self.at.loc, what, fix, self.in_unit, proposal=self._rewrite(right))

    def _rewrite(self, right: str | None) -> Rewrite | None:
        mendable = right is not None and not self.in_unit and not self.at.is_key
        return Rewrite(self.at.loc, right) if right is not None and mendable else None


def texts(subject: Subject, kinds: Collection[Printed] = tuple(Printed)) -> Iterator[SpecText]:
    """Yield every printed text of these kinds, in the order of the spec, then of the unit's file."""
    yield from (SpecText(one) for one in subject.sop_texts if one.kind in kinds)
    yield from (SpecText(one, in_unit=True) for one in subject.unit_texts if one.kind in kinds)


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
