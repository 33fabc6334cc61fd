"""How large a symbol is: its text broken into lines, and the smallest shape that holds them (millimetres)."""

from dataclasses import dataclass
from math import sqrt
from typing import Final

from sopgen.model.flow import Step, Symbol
from sopgen.model.sop import SymbolText
from sopgen.plan.flow.geometry import corner
from sopgen.plan.flow.labels import label_width
from sopgen.plan.measure import MM_PER_PT, line_height, text_width, unbroken, widest_part, wrap

# The least that is read well on paper; no symbol has smaller words.
FONT_PT: Final = 8.0
BOX: Final = (14.0, 6.6)
DIAMOND: Final = (15.0, 9.0)
INSET: Final = 0.8
# Above and below one or two lines a box keeps less: a line has air of its own.
ABOVE: Final = 0.45
LINE_AIR: Final = 0.4
# In a chart lines stand further apart than in Word (parts of the type size).
DRAWN_LINE: Final = 1.2
MOST_LINES: Final = 59
CAPSULE_END: Final = 1.2
NARROW_END: Final = 0.1
END_ROOM: Final = 0.6
# A start or an end that is higher than so many times its width is no symbol to the eye.
TALLEST: Final = 3.0
# A diamond that is higher than so many times its width is none to the eye.
STEEPEST: Final = 2.5
MAX_WIDTH: Final = 72.0


@dataclass(frozen=True)
class Size:
    """A symbol's size and its text in lines; one that does not hold them in a readable form does not fit."""

    width: float
    height: float
    lines: tuple[str, ...]
    fits: bool = True

    def shows_well(self, text: str) -> bool:
        """Tell whether it holds a text without a parted word and is no higher than wide."""
        return self.fits and self.height <= self.width and bool(_whole([self.lines], text))


def size(step: Step, number: str, words: SymbolText, room: float, widest: float) -> Size:
    """Return the smallest symbol that holds the step's text, no wider than `room`.

    It is as narrow as three lines and whole words allow; where it would part a word or be higher than wide, it may be
    as wide as `widest`.
    """
    text = _shown(step, number, words)
    found = _size(step, text, room)
    if found.shows_well(text) or widest <= room:
        return found
    wider = _size(step, text, widest)
    better = wider.shows_well(text) or not found.fits or len(wider.lines) < len(found.lines)
    return wider if better else found


def _shown(step: Step, number: str, words: SymbolText) -> str:
    if words is SymbolText.EMPTY:
        return ""
    return step.uraian if words is SymbolText.WORDS and step.uraian else number


def _size(step: Step, text: str, room: float) -> Size:
    if step.simbol is Symbol.DECISION:
        return _diamond(text, room, max(map(label_width, step.cabang or {"": ""})))
    fit = _box if step.simbol is Symbol.PROCESS else _capsule
    sizes = [fit(text, width) for width in _widths(min(BOX[0], room), room)]
    fitting = [one for one in sizes if one.fits] or sizes
    whole = [one for one in fitting if _whole([one.lines], text)] or fitting
    best = [one for one in whole if one.shows_well(text)] or whole
    return next((one for one in best if len(one.lines) <= 3), best[-1])


def _whole(tries: list[tuple[str, ...]], text: str) -> list[tuple[str, ...]]:
    """Return those ways to break a text that break no word."""
    return [lines for lines in tries if " ".join(lines) == " ".join(unbroken(text))]


def _widths(least: float, most: float) -> list[float]:
    count = max(0, int((min(most, MAX_WIDTH) - least) / 2))
    return [least + 2 * n for n in range(count + 1)]


def _box(text: str, width: float) -> Size:
    lines = wrap(text, width - 2 * INSET, FONT_PT)
    return Size(width, _box_height(len(lines)), lines, _whole_parts(text, width - 2 * INSET))


def _whole_parts(text: str, width: float) -> bool:
    """Tell whether no word of a text is parted but between its syllables in a place of this width (mm)."""
    return all(text_width(word, FONT_PT) <= width or widest_part(word, FONT_PT) <= width for word in unbroken(text))


def _box_height(lines: int) -> float:
    if lines <= 2:
        return max(BOX[1], lines * line_height(FONT_PT) + 2 * ABOVE)
    return lines * DRAWN_LINE * FONT_PT * MM_PER_PT + 2 * INSET


def _capsule(text: str, width: float) -> Size:
    """Return a box with round ends; the rounder they are, the more they take of the outer lines."""
    for count in range(1, MOST_LINES + 1):
        height = _box_height(count)
        free = max(
            width - 2 * max(_taken(height, width, count), min(CAPSULE_END, width * NARROW_END)) - 2 * END_ROOM, 2.0
        )
        lines = wrap(text, free, FONT_PT)
        if len(lines) <= count:
            break
    fits = len(lines) <= count and _whole_parts(text, free) and height <= TALLEST * width
    return Size(width, height, lines, fits)


def _taken(height: float, width: float, lines: int) -> float:
    """Return what the round ends take of the first and the last line on each side (mm)."""
    radius = corner(height, width)
    into = max(radius - (height - lines * line_height(FONT_PT)) / 2 - LINE_AIR, 0.0)
    return radius - sqrt(radius**2 - into**2)


def _diamond(text: str, room: float, label: float) -> Size:
    """Return the flattest rhombus of a fitting width in which every line's corners lie.

    Beside each lower and upper half of it a `label` of this width (mm) finds room.
    """
    most = min(room + 1.0, MAX_WIDTH)
    width = max(min(DIAMOND[0], most), most if len(text) > 12 else min(most, 2 * (label + 0.7)))
    tries = [wrap(text, width * part / 20, FONT_PT) for part in range(5, 15)]
    tries = _whole(tries, text) or tries
    lines = min(tries, key=lambda lines: _rhombus_height(lines, width))
    height = max(DIAMOND[1], _rhombus_height(lines, width))
    return Size(width, height, lines, height <= STEEPEST * width)


def _rhombus_height(lines: tuple[str, ...], width: float) -> float:
    """Return the height at which the block's outer lines still lie inside: w/W + h/H <= 1 at each corner."""
    half = len(lines) * line_height(FONT_PT) / 2
    needed = 0.0
    for n, line in enumerate(lines):
        reach = max(abs(half - n * line_height(FONT_PT)), abs(half - (n + 1) * line_height(FONT_PT)))
        free = 1 - (text_width(line, FONT_PT) + 2 * 0.3) / width
        if free <= 0.05:
            return 1000.0
        needed = max(needed, 2 * reach / free)
    return needed
