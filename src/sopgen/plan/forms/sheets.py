"""Where the pages of a form begin: what belongs together stays together, in Word and in PDF alike."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class FormBlock:
    """A part that is not torn: its key, its height (mm), and the height of what stands above it on a new page."""

    key: str
    height: float
    again: float = 0.0


def new_pages(pieces: Iterable[FormBlock], room: float) -> tuple[str, ...]:
    """Return the keys of the pieces that begin a new page of `room` millimetres."""
    begun: list[str] = []
    left = room
    for piece in pieces:
        if piece.height > left and left < room:
            begun.append(piece.key)
            left = room - piece.again
        left -= piece.height
    return tuple(begun)


def roomiest(pieces: Callable[[int], Sequence[FormBlock]], room: float, counts: range) -> int:
    """Return the most lines (or rows) to write on that take no page more than the fewest do."""
    fewest = len(new_pages(pieces(counts[0]), room))
    return next((n for n in reversed(counts) if _fits(pieces(n), room, fewest)), counts[0])


def _fits(pieces: Sequence[FormBlock], room: float, breaks: int) -> bool:
    return len(new_pages(pieces, room)) == breaks and all(piece.height <= room for piece in pieces)


def row_pieces(name: str, heights: Sequence[float], *, title: float, head: float) -> list[FormBlock]:
    """Return the rows of a table as pieces `name0`, `name1`, ...; its title and head stay with the first row."""
    first, *rest = heights
    return [
        FormBlock(f"{name}0", title + head + first),
        *(FormBlock(f"{name}{n}", h, head) for n, h in enumerate(rest, 1)),
    ]


def split(name: str, rows: Sequence[T], begun: Collection[str]) -> tuple[tuple[T, ...], ...]:
    """Return the rows of a table page by page, as `begun` says."""
    sheets: list[list[T]] = []
    for n, row in enumerate(rows):
        if n == 0 or f"{name}{n}" in begun:
            sheets.append([])
        sheets[-1].append(row)
    return tuple(map(tuple, sheets))
