"""What a check found: what holds, what does not, and what could not be looked at."""

from dataclasses import dataclass
from enum import Enum

from sopgen.messages import say, visible


class Verdict(Enum):
    """Whether something holds; a note says what was not, or could not be, checked."""

    HOLDS = "holds"
    FAILS = "fails"
    NOTE = "note"


@dataclass(frozen=True)
class Statement:
    """One line of the report."""

    verdict: Verdict
    text: str

    def __str__(self) -> str:
        """Return the line as it is printed."""
        words = {
            Verdict.HOLDS: say("holds"),
            Verdict.FAILS: say("DOES NOT HOLD"),
            Verdict.NOTE: say("note"),
        }
        return f"{words[self.verdict]}: {visible(self.text)}"


def holds(text: str) -> Statement:
    """Return a finding that something is as it should be."""
    return Statement(Verdict.HOLDS, text)


def fails(text: str) -> Statement:
    """Return a finding that something is not as it should be."""
    return Statement(Verdict.FAILS, text)


def note(text: str) -> Statement:
    """Return what the reader must know, but what decides nothing."""
    return Statement(Verdict.NOTE, text)
