"""A paragraph of an edited document in pieces: what of it was there, what is there, by whose hand.

Tracked changes are those of ISO/IEC 29500-1, 17.13.5; they may lie in one another (what came and went again).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from sopgen.model.edited.document import Hand, TextPiece
from sopgen.read.edited.names import local, value, w

CAME: Final = frozenset({"ins", "moveTo"})
WENT: Final = frozenset({"del", "moveFrom"})
# What is no text of the paragraph itself: properties, drawings with the paragraphs in them, codes of fields.
PASSED: Final = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "drawing", "pict", "object", "AlternateContent", "instrText", "delInstrText"}
)
SIGNS: Final = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "-", "br": "\n", "cr": "\n"}
# Characters that show nothing, which programs add and take away as they like.
UNSEEN: Final = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))
# Direct formatting that an editor gives to words by hand.
LOOKS: Final = {
    "b": "bold",
    "i": "italic",
    "u": "underlined",
    "strike": "struck through",
    "color": "colour",
    "highlight": "highlighted",
    "shd": "shaded",
    "sz": "size",
    "rFonts": "typeface",
}
# Values that are no formatting: switched off, or the usual black, which LibreOffice writes out.
OFF: Final = frozenset({"0", "false", "off", "none", "auto", "000000"})


@dataclass(frozen=True)
class _State:
    """The changes that a run lies in."""

    came: bool = False
    went: bool = False
    by: Hand | None = None


@dataclass
class ParagraphPieces:
    """What stands in a paragraph: its pieces, the ids of remarks in it, the letters of each direct formatting."""

    pieces: list[TextPiece] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    looks: dict[str, int] = field(default_factory=dict)


def pieces_of(paragraph: etree._Element) -> ParagraphPieces:
    """Return what stands in a paragraph, without the paragraphs of text boxes that are anchored in it."""
    found = ParagraphPieces()
    _walk(paragraph, _State(), found)
    return found


def hand_of(mark: etree._Element) -> Hand:
    """Return who made a mark, and when; LibreOffice writes 0-00-00 where it knows no date."""
    date = value(mark, "date")
    return Hand(" ".join(value(mark, "author").split()), "" if date.startswith("0") else date.rstrip("Z"))


def _walk(holder: etree._Element, state: _State, found: ParagraphPieces) -> None:
    for element in holder:
        name = local(element)
        if not name or name in PASSED:
            continue
        if name == "r":
            _run(element, state, found)
        elif name in CAME:
            _walk(element, _State(True, state.went, hand_of(element)), found)
        elif name in WENT:
            _walk(element, _State(state.came, True, hand_of(element)), found)
        elif name == "commentRangeStart":
            found.remarks.append(value(element, "id"))
        else:
            _walk(element, state, found)


def _run(run: etree._Element, state: _State, found: ParagraphPieces) -> None:
    text = "".join(_texts(run, found))
    if not text:
        return
    found.pieces.append(TextPiece(text, not state.came, not state.went, state.by))
    if not state.went:
        for look in looks_of(run.find(w("rPr"))):
            found.looks[look] = found.looks.get(look, 0) + len("".join(text.split()))


def _texts(run: etree._Element, found: ParagraphPieces) -> Iterator[str]:
    for element in run:
        name = local(element)
        if name in ("t", "delText"):
            yield (element.text or "").translate(UNSEEN)
        elif name in SIGNS:
            yield SIGNS[name]
        elif name == "commentReference":
            found.remarks.append(value(element, "id"))


def looks_of(properties: etree._Element | None) -> Iterator[str]:
    """Yield the names of a run's direct formatting."""
    for element in () if properties is None else properties:
        name = LOOKS.get(local(element))
        if name and value(element).lower() not in OFF:
            yield name
