"""What an edited document proposes: one change at one place of the spec."""

import hashlib
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from sopgen.compare.edited.marks import PlaceKind
from sopgen.errors import Loc, path_text
from sopgen.model.edited.document import Hand, WordRemark


class ProposalKind(StrEnum):
    """What is proposed for a place: another text, one more item of its list, one fewer; or nothing but a remark."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    REMARK = "remark"


class WhyUnsure(Enum):
    """Why a proposal is not sure."""

    ORDER = auto()
    SEVERAL = auto()
    ACROSS = auto()
    DERIVED = auto()
    ROW = auto()
    EMPTIED = auto()
    LABEL = auto()
    NO_ISSUED_TEXT = auto()
    CLASH = auto()
    MERGED = auto()
    NO_PLACE = auto()
    NOT_READ = auto()


@dataclass(frozen=True)
class WordProposal:
    """One proposal, at a place of the edition that the document was issued from.

    Of an item that is added the place is where it would stand; of one that is moved `to` is its new number. `doubts`
    are empty where it is sure. `nth` tells proposals apart that say the same. `tracked`: the
    document itself notes the change, and what stood there before it is the issued text. `said` is the document's text
    where `new` joins it with what moved on meanwhile.
    """

    kind: ProposalKind
    loc: Loc
    old: str
    new: str
    holds: PlaceKind = PlaceKind.TEXT
    hands: tuple[Hand, ...] = ()
    remarks: tuple[WordRemark, ...] = ()
    doubts: tuple[WhyUnsure, ...] = ()
    to: int | None = None
    nth: int = 0
    tracked: bool = False
    said: str = ""

    @property
    def id(self) -> str:
        """Six letters and digits that stay the same as long as the same is proposed for the same place."""
        told = "\0".join((self.kind.value, path_text(self.loc), self.old, self.said or self.new, str(self.nth)))
        return hashlib.sha256(told.encode()).hexdigest()[:6]

    @property
    def sure(self) -> bool:
        """Whether it may be accepted together with all others."""
        return not self.doubts

    @property
    def path(self) -> str:
        """The place as the spec's messages name it."""
        return path_text(self.loc)
