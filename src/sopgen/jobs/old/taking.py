"""Texts of an old file on their way into a draft: bounded, with the notes of their doubts."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from sopgen.errors import Loc
from sopgen.jobs.old.notes import Note
from sopgen.messages import say
from sopgen.read.old.found import Found, Spot
from sopgen.read.old.letters import typed

# What stands where the old file says nothing and the draft must say something; `check` tells it.
OPEN: Final = "..."
# Letters that a text of the spec has at most; what is longer goes on among what has no place.
LONGEST: Final = 4000
NOWHERE: Final = Spot()


@dataclass
class Taking:
    """The notes of a draft while it is made, and what has no place in it."""

    notes: list[Note] = field(default_factory=list)
    unplaced: list[Found] = field(default_factory=list)

    def note(self, loc: Loc, doubt: str, spot: Spot = NOWHERE) -> None:
        """Note what a person must settle; nothing where there is no doubt, once where it is told there already."""
        one = Note(loc, doubt, spot)
        if doubt and one not in self.notes:
            self.notes.append(one)

    def text(self, loc: Loc, found: Found | None, most: int = LONGEST) -> str:
        """Return a text that may be missing, and note its doubt."""
        if found is None:
            return ""
        self.note(loc, found.doubt, found.spot)
        text = " ".join(typed(found.text).split())
        if len(text) <= most:
            return text
        cut = text.rfind(" ", 0, most) if " " in text[:most] else most
        self.unplaced.append(Found(text[cut:].strip(), found.spot))
        self.note(
            loc, say("the text is longer than {most} letters: the rest stands at the end", most=most), found.spot
        )
        return text[:cut]

    def needed(self, loc: Loc, found: Found | None, missing: str) -> str:
        """Return a text that the spec asks for: dots, and a note, where the old file has none."""
        if text := self.text(loc, found):
            return text
        if found is None or not found.doubt:
            self.note(loc, missing, found.spot if found else NOWHERE)
        return OPEN

    def texts(self, loc: Loc, found: Iterable[Found]) -> list[str]:
        """Return the items of a list; one without words only leaves its doubt, at the list."""
        kept: list[str] = []
        for one in found:
            at = (*loc, len(kept)) if one.text.strip() else loc
            if text := self.text(at, one):
                kept.append(text)
        return kept
