"""A roster while it is read: its file, heads and marks, what is wrong so far and what a reader should know."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sopgen.errors import Problem, Severity, SpecError
from sopgen.messages import say
from sopgen.read.roster.files.sheet import SheetMarks, cell_name
from sopgen.read.roster.heads import Heads
from sopgen.read.roster.table import fault, note

# Faults that are told of one roster: more are of one cause.
MOST_FAULTS: Final = 500


@dataclass
class Reading:
    """A roster while it is read; columns count from 0, rows from 1."""

    path: Path
    heads: Heads
    marks: SheetMarks
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def column(self, part: str) -> int:
        """Return the column of a part, or of the one that it shares."""
        columns = self.heads.columns
        return columns.get(part, columns.get("nip" if part == "number" else "both", columns.get("both", 0)))

    def fault(self, row: int, column: int, what: str, fix: str) -> None:
        """Note a fault of a cell. Raises SpecError where there are more than anyone reads."""
        where = cell_name(self.marks.sheet, row, column + 1) if self.marks.sheet else ""
        self.problems.append(fault(self.path, (row, column + 1), what, fix, where=where))
        if len(self.problems) >= MOST_FAULTS:
            what = say("the roster has {count} faults up to this row; what follows was not read", count=MOST_FAULTS)
            self.problems.append(fault(self.path, (row, column + 1), what, say("mend these first")))
            raise SpecError(sorted([*self.problems, *self.notes]))

    def fault_of(self, row: int, part: str, what: str, fix: str) -> None:
        """Note a fault of a part of a person."""
        self.fault(row, self.column(part), what, fix)

    def note(self, row: int, column: int, what: str, fix: str = "", severity: Severity = "info") -> None:
        """Note what a reader of the roster should know."""
        self.notes.append(note(self.path, (row, column + 1), what, fix, severity=severity))
