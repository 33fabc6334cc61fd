"""A text of the issued document with what became of it, and why the two are taken for the same."""

from dataclasses import dataclass
from enum import Enum, auto

from sopgen.compare.edited.places import IssuedText
from sopgen.model.edited.document import EditedText


class MatchEvidence(Enum):
    """Why two texts are taken for the same: equal words, likeness, the only one left in its cell, or the order."""

    SAME = auto()
    ALIKE = auto()
    ALONE = auto()
    ORDER = auto()


@dataclass(frozen=True)
class MatchedText:
    """A text of the issued document and what became of it; either is None where there is no partner."""

    issued: IssuedText | None
    edited: EditedText | None
    evidence: MatchEvidence = MatchEvidence.SAME
