"""An edited document's proposals in words and as plain data."""

from collections.abc import Callable, Mapping
from typing import Final

from sopgen.compare.edited.proposal import ProposalKind, WhyUnsure
from sopgen.errors import path_text
from sopgen.jobs.accept_word.letter import EditedLetter
from sopgen.jobs.accept_word.proposals import OfferedChange, WordOffer
from sopgen.messages import say

KINDS: Final[Mapping[ProposalKind, Callable[[], str]]] = {
    ProposalKind.CHANGED: lambda: say("changed"),
    ProposalKind.ADDED: lambda: say("added"),
    ProposalKind.REMOVED: lambda: say("removed"),
    ProposalKind.MOVED: lambda: say("moved"),
    ProposalKind.REMARK: lambda: say("remark"),
}
DOUBTS: Final[Mapping[WhyUnsure, Callable[[], str]]] = {
    WhyUnsure.ORDER: lambda: say("which text it was is told by the order alone"),
    WhyUnsure.SEVERAL: lambda: say("the same text is changed otherwise at another place where it is printed"),
    WhyUnsure.ACROSS: lambda: say("the change reaches over two texts: where one ends is not sure"),
    WhyUnsure.DERIVED: lambda: say("the document prints it otherwise than the spec has it"),
    WhyUnsure.ROW: lambda: say("a whole row: its symbol and its ways can not be told from Word"),
    WhyUnsure.EMPTIED: lambda: say("the text is gone, and the spec needs one"),
    WhyUnsure.LABEL: lambda: say("it names an exit of a decision"),
    WhyUnsure.NO_ISSUED_TEXT: lambda: say("the draft moved on since it was issued: it may be the older text"),
    WhyUnsure.CLASH: lambda: say("the draft has another text here meanwhile"),
    WhyUnsure.MERGED: lambda: say("the draft has another text here, too: both changes are joined word by word"),
    WhyUnsure.NO_PLACE: lambda: say("the draft has no such place any more"),
    WhyUnsure.NOT_READ: lambda: say("it can not be read as a date"),
}
FORMATS: Final[Mapping[str, Callable[[], str]]] = {
    "bold": lambda: say("bold"),
    "italic": lambda: say("italic"),
    "underlined": lambda: say("underlined"),
    "struck through": lambda: say("struck through"),
    "colour": lambda: say("colour"),
    "highlighted": lambda: say("highlighted"),
    "shaded": lambda: say("shaded"),
    "size": lambda: say("type size"),
    "typeface": lambda: say("typeface"),
    "words": lambda: say("look of words"),
    "paragraphs": lambda: say("look of paragraphs"),
    "tables": lambda: say("look of tables"),
    "rows": lambda: say("look of rows"),
    "cells": lambda: say("look of cells"),
    "pages": lambda: say("look of pages"),
}


def kind_words(kind: ProposalKind) -> str:
    """Return what is proposed, in the reader's language."""
    return KINDS[kind]()


def doubt_words(doubt: WhyUnsure) -> str:
    """Return why a proposal is not sure, in the reader's language."""
    return DOUBTS[doubt]()


def format_words(name: str) -> str:
    """Return what was formatted, in the reader's language."""
    return FORMATS[name]()


def as_data(offer: WordOffer) -> dict[str, object]:
    """Return the proposals as plain data."""
    return {
        "file": offer.file,
        "edition": offer.source.issued.sop.name,
        "draft": offer.draft.path.as_posix(),
        "issued_text_known": offer.source.certain,
        "proposals": [_change(one) for one in offer.changes],
        "done": [one.id for one in offer.done],
        "formatting": dict(offer.formats),
        "outside": [{"old": one.old, "new": one.new} for one in offer.outside],
    }


def letter_data(found: EditedLetter) -> dict[str, object]:
    """Return what differs in an edited letter as plain data."""
    changes = [{"field": one.field, "old": one.old or None, "new": one.new or None} for one in found.changes]
    return {"file": found.file, "letter": found.number, "issued": found.issued.as_posix(), "changes": changes}


def _change(one: OfferedChange) -> dict[str, object]:
    proposal = one.proposal
    return {
        "id": proposal.id,
        "kind": proposal.kind.value,
        "path": proposal.path,
        "draft_path": path_text(one.at) if one.at is not None else None,
        "part": one.part,
        "old": proposal.old or None,
        "now": one.now or None,
        "new": proposal.new or None,
        "by": [{"author": hand.author, "date": hand.date} for hand in proposal.hands],
        "remarks": [{"author": said.by.author, "date": said.by.date, "text": said.text} for said in proposal.remarks],
        "sure": one.sure,
        "clash": one.clash,
        "doubts": [doubt.name.lower() for doubt in proposal.doubts],
    }
