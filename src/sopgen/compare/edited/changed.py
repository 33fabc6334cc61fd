"""What a changed text says at each place of the spec that stands in it.

The text is read piece by piece: what was there and is there, what went, what came. Where the document itself does not
note its changes, the pieces are found word by word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopgen.compare.edited.letters import LEAD, grafted, letters, tidy, without_lead
from sopgen.compare.edited.places import IssuedText, PlacedPart
from sopgen.compare.likeness import word_blocks, words
from sopgen.model.edited.document import EditedText, TextPiece


@dataclass(frozen=True)
class ChangedPart:
    """A part of a text as it is now, which may be as it was.

    It is not `sure` where a change reaches over its edge, or it is printed otherwise than the spec has it.
    """

    part: PlacedPart
    text: str
    sure: bool
    is_other: bool = True


def changed_parts(issued: IssuedText, edited: EditedText) -> list[ChangedPart]:
    """Return what each part of a text says now, also where nothing changed."""
    pieces = _pieces(issued, edited)
    crossed = list(_crossing(issued.parts, pieces))
    found = []
    for part in issued.parts:
        text = _text_of(part, issued, pieces)
        old = _old_text(part, issued)
        same = old.split() == text.split() or (issued.symbol and letters(text) == letters(old))
        sure = same or (part.exact and part not in crossed)
        found.append(ChangedPart(part, old if same else text, sure, is_other=not same))
    return found


def value_of(changed: ChangedPart, whole: str) -> str:
    """Return the spec's text at the place, with the part that changed put into it.

    `whole` is that text; behind the part it may have been changed already.
    """
    part = changed.part
    if not part.exact:
        return tidy(changed.text)
    low, high = _at_letter(whole, part.low), _at_letter(whole, part.high)
    inner = whole[low:high]
    behind = inner[len(inner.rstrip()) :]
    new = changed.text if part.start == 0 or LEAD.match(inner) else without_lead(changed.text)
    text = grafted(inner.rstrip(), _unparted(new, inner))
    return whole[:low] + text + (behind if text else "") + whole[high:]


def _unparted(text: str, old: str) -> str:
    """Return a text with the words whole that the end of a line had parted with a hyphen."""
    known = old.split()
    left, right = text.split(), list[str]()
    for word in left:
        if right and right[-1].endswith("-") and right[-1] not in known and right[-1][:-1] + word in known:
            right[-1] = right[-1][:-1] + word
        else:
            right.append(word)
    return " ".join(right)


def _at_letter(text: str, number: int) -> int:
    """Return where the letter of a number stands in a text, blanks before it left out; its end after the last."""
    seen = 0
    for at, char in enumerate(text):
        if not char.isspace():
            if seen == number:
                return at
            seen += 1
    return len(text)


def _old_text(part: PlacedPart, issued: IssuedText) -> str:
    return issued.text[_at_letter(issued.text, part.start) : _at_letter(issued.text, part.end)].strip()


def _pieces(issued: IssuedText, edited: EditedText) -> list[TextPiece]:
    """Return the pieces from the issued text to the edited one."""
    noted = "".join(piece.text for piece in edited.pieces if piece.was)
    if letters(noted) == letters(issued.text):
        return list(edited.pieces)
    old, new = words(issued.text), words(edited.after or "")
    found: list[TextPiece] = []
    for tag, a, b, c, d in word_blocks(old, new):
        if tag == "equal":
            found.append(TextPiece("".join(new[c:d]), True, True))
        else:
            found.append(TextPiece("".join(old[a:b]), True, False))
            found.append(TextPiece("".join(new[c:d]), False, True))
    return found


def _letters_of(pieces: Sequence[TextPiece]) -> Iterator[tuple[int, str, TextPiece]]:
    """Yield every character with how many letters of the issued text stand before it."""
    at = 0
    for piece in pieces:
        for char in piece.text:
            yield at, char, piece
            at += piece.was and not char.isspace()


def _text_of(part: PlacedPart, issued: IssuedText, pieces: Sequence[TextPiece]) -> str:
    """Return what stands now where a part stood; what came at its edge belongs to it, where no other part ends."""
    others = [one for one in issued.parts if one is not part]
    meets = any(one.end == part.start for one in others)
    text = ""
    for at, char, piece in _letters_of(pieces):
        if not piece.now:
            continue
        if piece.was:
            inside = part.start <= at < part.end or (char.isspace() and at == part.end)
        else:
            inside = part.start < at <= part.end or (at == part.start and not meets)
            inside = inside and not _before_lead(at, part, issued)
        text += char if inside else ""
    return text.strip()


def _before_lead(at: int, part: PlacedPart, issued: IssuedText) -> bool:
    """Tell whether a letter came before a part's own label or dash, which stands between."""
    return at == part.start and at == 0 and bool(letters(issued.text[: _at_letter(issued.text, part.start)]))


def _crossing(parts: Sequence[PlacedPart], pieces: Sequence[TextPiece]) -> Iterator[PlacedPart]:
    """Yield the parts over whose edge one change reaches that also brings new words."""
    runs = _runs(pieces)
    for low, high, came in runs:
        touched = [one for one in parts if low < one.end and one.start < high]
        outside = any(low < one.start or high > one.end for one in touched)
        if came and outside:
            yield from touched


def _runs(pieces: Sequence[TextPiece]) -> list[tuple[int, int, bool]]:
    """Return each run of changes: from which letter of the issued text to which, and whether something came."""
    found: list[tuple[int, int, bool]] = []
    open_run: tuple[int, int, bool] | None = None
    for at, char, piece in _letters_of(pieces):
        if piece.was and piece.now:
            if not char.isspace() and open_run:
                found.append(open_run)
                open_run = None
            continue
        if char.isspace():
            continue
        low, _, came = open_run or (at, at, False)
        open_run = (low, at + piece.was, came or (piece.now and not piece.was))
    return [*found, open_run] if open_run else found
