"""The word across every page of what is not in force: which word, and how long it is on its page (millimetres)."""

from dataclasses import dataclass

PART_OF_SIDE = 0.85


@dataclass(frozen=True)
class Watermark:
    """A word that stands across a page, rising from left to right; `length` is that of the word itself."""

    word: str
    length: float


def plan_watermark(word: str, *sides: float) -> Watermark | None:
    """Return the watermark for pages with these sides (mm), None where there is no word: the shortest decides."""
    return Watermark(word, round(PART_OF_SIDE * min(sides), 2)) if word else None
