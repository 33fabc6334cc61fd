"""The text of an edited document, paragraph by paragraph in its order, tables and text boxes in their places."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from sopgen.model.edited.document import CellPlace, Hand, TextPiece
from sopgen.read.edited.names import FALLBACK, local, w
from sopgen.read.edited.pieces import CAME, WENT, hand_of, pieces_of


@dataclass
class RawParagraph:
    """A paragraph as the file has it; `end_came`, `end_went`: its mark came, went, so that it joined the next one.

    `holder` tells what it stands in: paragraphs of two holders never join. `whole` is the row's own change.
    """

    pieces: list[TextPiece]
    remarks: list[str]
    looks: dict[str, int]
    place: CellPlace
    holder: int
    symbol: bool
    end_came: bool = False
    end_went: bool = False
    whole: str = ""
    hands: list[Hand] = field(default_factory=list)


# Elements around blocks that say nothing of the text.
AROUND: Final = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo"})


@dataclass(frozen=True)
class _Within:
    """Where a block stands: its cell, what holds it, whether that is a text box, the change of its row."""

    place: CellPlace = ()
    holder: int = 0
    symbol: bool = False
    whole: str = ""
    by: Hand | None = None


class Story:
    """The paragraphs of a body; remarks that begin between two of them belong to the next one."""

    def __init__(self, body: etree._Element) -> None:
        self._tables = self._holders = 0
        self._waiting: list[str] = []
        self.paragraphs = list(self._blocks(body, _Within()))

    def _blocks(self, holder: etree._Element, within: _Within) -> Iterator[RawParagraph]:
        for element in holder:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, within)
            elif name == "tbl":
                yield from self._table(element, within)
            elif name == "commentRangeStart":
                self._waiting.append(element.get(w("id"), ""))
            elif name in AROUND:
                yield from self._blocks(element, within)

    def _table(self, table: etree._Element, within: _Within) -> Iterator[RawParagraph]:
        self._tables += 1
        number = self._tables
        for row, element in enumerate(_through(table, "tr")):
            whole, by = _change(element.find(w("trPr")), "ins", "del")
            for column, cell in enumerate(_through(element, "tc")):
                own, hand = _change(cell.find(w("tcPr")), "cellIns", "cellDel")
                self._holders += 1
                place = (*within.place, number, row, column)
                inside = _Within(place, self._holders, False, whole or own or within.whole, by or hand or within.by)
                yield from self._blocks(cell, inside)

    def _paragraph(self, element: etree._Element, within: _Within) -> Iterator[RawParagraph]:
        found = pieces_of(element)
        one = RawParagraph(
            found.pieces,
            [*self._waiting, *found.remarks],
            found.looks,
            within.place,
            within.holder,
            within.symbol,
            whole=within.whole,
            hands=[within.by] if within.by else [],
        )
        self._waiting = []
        for mark in element.findall(f"{w('pPr')}/{w('rPr')}/*"):
            came, went = local(mark) in CAME, local(mark) in WENT
            one.end_came, one.end_went = one.end_came or came, one.end_went or went
            one.hands += [hand_of(mark)] if came or went else []
        yield one
        for box, whole, by in _boxes(element):
            self._holders += 1
            inside = _Within(within.place, self._holders, True, within.whole or whole, within.by or by)
            yield from self._blocks(box, inside)


def _change(properties: etree._Element | None, came: str, went: str) -> tuple[str, Hand | None]:
    """Return whether a row or a cell came or went as a whole, and by whom."""
    for element in () if properties is None else properties:
        if local(element) in (came, went):
            return ("came" if local(element) == came else "went"), hand_of(element)
    return "", None


def _through(holder: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the rows of a table or the cells of a row, through what other programs put around them."""
    for element in holder:
        if local(element) == name:
            yield element
        elif local(element) in AROUND:
            yield from _through(element, name)


def _boxes(
    holder: etree._Element, whole: str = "", by: Hand | None = None
) -> Iterator[tuple[etree._Element, str, Hand | None]]:
    """Yield the text boxes that are anchored in a paragraph, and whether each came or went with its drawing.

    Each is yielded once: what older programs are shown is left out.
    """
    for element in holder:
        name = local(element)
        if element.tag == FALLBACK or name == "p":
            continue
        if name == "txbxContent":
            yield element, whole, by
        elif name in CAME | WENT:
            yield from _boxes(element, "came" if name in CAME else "went", hand_of(element))
        else:
            yield from _boxes(element, whole, by)
