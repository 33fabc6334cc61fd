"""WHAT an edited document says: its texts as they were and as they are, who changed them, remarks, formatting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Hand(NamedTuple):
    """Who changed or remarked something, and when (YYYY-MM-DDThh:mm:ss); either may be empty."""

    author: str
    date: str


class TextPiece(NamedTuple):
    """A part of a text: whether it was there before the changes and is there after them, and who changed it."""

    text: str
    was: bool
    now: bool
    by: Hand | None = None


@dataclass(frozen=True)
class WordRemark:
    """A comment of the document."""

    by: Hand
    text: str


# The table, its row and the cell of a place, each within the one before; empty outside of tables.
CellPlace = tuple[int, ...]


@dataclass(frozen=True)
class EditedText:
    """A paragraph, or all words of one symbol: as it was (the changes refused), as it is (all of them accepted).

    `before` is None for what came, `after` for what went. `looks` counts the letters of each direct formatting.
    """

    before: str | None
    after: str | None
    pieces: tuple[TextPiece, ...] = ()
    place: CellPlace = ()
    symbol: bool = False
    hands: tuple[Hand, ...] = ()
    remarks: tuple[WordRemark, ...] = ()
    looks: Mapping[str, int] = field(default_factory=dict)

    @property
    def tracked(self) -> bool:
        """Whether Word itself noted the change."""
        return bool(self.hands)

    @property
    def words(self) -> str:
        """The text by which it is found again: as it was, else as it is."""
        return (self.after if self.before is None else self.before) or ""


class IssuedAs(NamedTuple):
    """The edition that a document was issued from: the SOP's id, the edition's name, the digest of its meaning."""

    sop: str
    edition: str
    digest: str


@dataclass(frozen=True)
class EditedDocument:
    """An edited document: its texts in their order, what was formatted anew (counted by name), remarks at no text."""

    texts: tuple[EditedText, ...]
    issued: IssuedAs | None = None
    formats: Mapping[str, int] = field(default_factory=dict)
    loose_remarks: tuple[WordRemark, ...] = ()
