"""The issued document's texts, each with the places of the spec that stand in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from sopgen.compare.edited.letters import letters, line_end
from sopgen.compare.edited.marks import SpecPlace, marks_in, without_marks
from sopgen.model.edited.document import CellPlace, EditedText


@dataclass(frozen=True)
class PlacedPart:
    """A part of a text that a place of the spec has: its letters `low` to `high` are `start` to `end` of the text.

    Letters are counted without blanks. One that is not `exact` is printed otherwise than the spec has it.
    """

    place: SpecPlace
    start: int
    end: int
    low: int
    high: int
    exact: bool = True


@dataclass(frozen=True)
class IssuedText:
    """A text of the issued document."""

    text: str
    cell: CellPlace
    symbol: bool
    parts: tuple[PlacedPart, ...] = ()
    looks: dict[str, int] = field(default_factory=dict)


def issued_texts(
    plain: Sequence[EditedText], marked: Sequence[EditedText], places: Sequence[SpecPlace]
) -> list[IssuedText]:
    """Return the texts of the issued document; `marked` is the same document with marks, which stand for `places`."""
    left = [one.after or "" for one in plain]
    right = [without_marks(one.after or "") for one in marked]
    made = [
        IssuedText(text, one.place, one.symbol, (), dict(one.looks)) for text, one in zip(left, plain, strict=True)
    ]
    partner = dict(_pairs(left, right))
    for number, other in partner.items():
        parts = tuple(_parts(marked[other].after or "", places))
        if left[number] != right[other]:
            parts = tuple(_shifted(parts, right[other], left[number]))
        made[number] = replace(made[number], parts=parts)
    return list(_spread(made))


def _pairs(left: Sequence[str], right: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield which texts are the same: equal ones, and those that alone differ between two equal ones."""
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and b - a == d - c):
            yield from zip(range(a, b), range(c, d), strict=True)


def _parts(text: str, places: Sequence[SpecPlace]) -> Iterator[PlacedPart]:
    """Yield the parts of a marked text: each ends where its mark stands."""
    bare, before = without_marks(text), 0
    for at, number in marks_in(text):
        end = len(letters(bare[:at]))
        yield _backwards(bare[:at], places[number], before, end)
        before = end


def _backwards(text: str, place: SpecPlace, floor: int, end: int) -> PlacedPart:
    """Return the part of a place whose words end a text; `floor` is the letter at which the part before it ends."""
    wanted = letters(place.text)
    n, start, at = len(wanted), end, len(text) - 1
    while n and at >= 0 and start > floor:
        char = text[at]
        if char.isspace():
            at -= 1
        elif char.casefold() == wanted[n - 1].casefold():
            n, start, at = n - 1, start - 1, at - 1
        elif char == "-" and line_end(text, at):  # a word that is parted at the end of a symbol's line
            start, at = start - 1, at - 1
        else:
            return PlacedPart(place, floor, end, 0, len(wanted), exact=False)
    return PlacedPart(place, start, end, n, len(wanted), exact=n < len(wanted))


def _shifted(parts: Sequence[PlacedPart], was: str, now: str) -> Iterator[PlacedPart]:
    """Yield the parts as they stand in the text without marks, where a word beside them is another one there."""
    old, new = letters(was), letters(now)
    where: dict[int, int] = {len(old): len(new)}
    for tag, a, b, c, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        where |= {a + n: c + n for n in range(b - a)} if tag == "equal" else {a: c}
    for part in parts:
        start, end = where.get(part.start), where.get(part.end)
        if start is None or end is None:
            yield replace(part, exact=False)
        else:
            yield replace(part, start=start, end=end)


def _spread(texts: Sequence[IssuedText]) -> Iterator[IssuedText]:
    """Yield the texts; what begins in a text before the one with its mark has its part there, too."""
    made = list(texts)
    for number in reversed(range(len(made))):
        first = made[number].parts[0] if made[number].parts else None
        if first is None or not first.exact or not first.low:
            continue
        before = _before(made, number, first)
        if before is None:
            own = tuple(replace(one, exact=False) if one is first else one for one in made[number].parts)
            made[number] = replace(made[number], parts=own)
        for other, part in (before or {}).items():
            made[other] = replace(made[other], parts=(part,))
    yield from made


def _before(texts: Sequence[IssuedText], number: int, first: PlacedPart) -> dict[int, PlacedPart] | None:
    """Return the parts of a place in the texts before the one that ends it; None where they can not be told."""
    wanted, low, found = letters(first.place.text), first.low, dict[int, PlacedPart]()
    for other in reversed(range(number)):
        own = letters(texts[other].text)
        if not own:
            continue
        if texts[other].parts or not wanted[:low].endswith(own):
            return None
        found[other] = PlacedPart(first.place, 0, len(own), low - len(own), low)
        low -= len(own)
        if not low:
            return found
    return None
