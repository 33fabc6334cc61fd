"""The places to write on the pages of a PDF: dotted lines, and empty cells between rules (points, upwards)."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mode
from typing import Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sopgen.finish.fillable.places import DOTS, squeezed

# A rule is a line, or a filled shape no thicker than this.
THICKEST: Final = 2.5
NEAR: Final = 1.0
# Less than this between two rules is no room to write.
SMALLEST: Final = 6.0
# Upper and lower edge of a line of text, in parts of the type size (Arimo's own).
ASCENT: Final = 0.905
DESCENT: Final = 0.212


class Box(NamedTuple):
    """A rectangle of a page."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies inside."""
        return self.left < x < self.right and self.bottom < y < self.top


@dataclass(frozen=True)
class RuledPlace:
    """One place to write: its page (from 0), its room, the size of type there; dots and words before a line."""

    page: int
    box: Box
    size: float
    dots: int = 0
    before: str = ""


def spots(pdf: bytes) -> tuple[list[RuledPlace], list[RuledPlace]]:
    """Return the dotted lines in the order of the text, and the empty cells row by row."""
    lines: list[RuledPlace] = []
    cells: list[RuledPlace] = []
    with pdfium.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            text = _Text(page)
            lines += text.dotted(number)
            size = text.size()
            cells += (RuledPlace(number, cell, size) for cell in _cells(*_rules(page)) if not text.stands_in(cell))
    return lines, cells


class _Text:
    """The characters of a page in their order, and where they and the pictures stand."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page.get_textpage()
        count = self._page.count_chars()
        self._text = "".join(chr(raw.FPDFText_GetUnicode(self._page, n)) for n in range(count))
        self._shown = [n for n, char in enumerate(self._text) if not char.isspace()]
        self._filled = [_middle(self._page.get_charbox(n)) for n in self._shown]
        self._filled += [_middle(o.get_bounds()) for o in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE])]

    def size(self) -> float:
        """Return the size of most of the page's text."""
        return mode(round(self._size(n), 2) for n in self._shown) if self._shown else 10.0

    def stands_in(self, cell: Box) -> bool:
        """Say whether text or a picture stands in a cell."""
        return any(cell.holds(*place) for place in self._filled)

    def dotted(self, page: int) -> Iterator[RuledPlace]:
        """Yield the dotted lines, with the words since the dots before them."""
        end = 0
        for found in DOTS.finditer(self._text):
            first, last = found.start(), found.end() - 1
            size = self._size(first)
            left, base = self._origin(first)
            right = self._page.get_charbox(last, loose=True)[2]
            box = Box(left, base - DESCENT * size, right, base + ASCENT * size)
            yield RuledPlace(page, box, size, last + 1 - first, squeezed(self._text[end:first]))
            end = found.end()

    def _size(self, n: int) -> float:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self._page, n, matrix)
        return float(raw.FPDFText_GetFontSize(self._page, n) * abs(matrix.d))

    def _origin(self, n: int) -> tuple[float, float]:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._page, n, x, y)
        return x.value, y.value


class _Rule(NamedTuple):
    """A rule at a height (or at an x), from one end to the other."""

    at: float
    start: float
    end: float

    def spans(self, start: float, end: float) -> bool:
        return self.start <= start + NEAR and end - NEAR <= self.end

    def reaches(self, place: float) -> bool:
        return self.spans(place, place)


def _rules(page: pdfium.PdfPage) -> tuple[list[_Rule], list[_Rule]]:
    """Return the level and the upright rules of a page; pieces that touch are one."""
    level, upright = [], []
    for shape in page.get_objects([raw.FPDF_PAGEOBJ_PATH]):
        for left, bottom, right, top in _strokes(shape):
            if top - bottom <= THICKEST < right - left:
                level.append(_Rule((top + bottom) / 2, left, right))
            elif right - left <= THICKEST < top - bottom:
                upright.append(_Rule((left + right) / 2, bottom, top))
    return _joined(level), _joined(upright)


def _strokes(shape: pdfium.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    """Yield the bounds of a shape; of an outlined rectangle its four sides."""
    left, bottom, right, top = shape.get_bounds()
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(shape, fill, stroke)
    outlined = stroke.value and raw.FPDFPath_CountSegments(shape) in (4, 5)
    if not outlined or min(right - left, top - bottom) <= THICKEST:
        yield left, bottom, right, top
        return
    yield from ((left, y, right, y) for y in (bottom, top))
    yield from ((x, bottom, x, top) for x in (left, right))


def _joined(rules: Iterable[_Rule]) -> list[_Rule]:
    """Join the pieces of a rule; a table may draw it anew in each cell."""
    made: list[_Rule] = []
    for line in _lines(sorted(rules)):
        at = sum(rule.at for rule in line) / len(line)
        start, end = line[0].start, line[0].end
        for rule in line[1:]:
            if rule.start > end + NEAR:
                made.append(_Rule(at, start, end))
                start, end = rule.start, rule.end
            end = max(end, rule.end)
        made.append(_Rule(at, start, end))
    return made


def _lines(rules: Sequence[_Rule]) -> Iterator[list[_Rule]]:
    """Yield the rules that lie on one line, from their start."""
    line: list[_Rule] = []
    for rule in rules:
        if line and rule.at - line[-1].at > NEAR:
            yield sorted(line, key=lambda one: one.start)
            line = []
        line.append(rule)
    if line:
        yield sorted(line, key=lambda one: one.start)


def _cells(level: Sequence[_Rule], upright: Sequence[_Rule]) -> Iterator[Box]:
    """Yield the cells between rules, row by row: below each rule, from one side that hangs there to the next."""
    for roof in sorted(level, key=lambda rule: (-rule.at, rule.start)):
        hanging = (side for side in upright if roof.reaches(side.at) and side.spans(roof.at - THICKEST, roof.at))
        for left, right in pairwise(sorted(hanging)):
            below = (rule.at for rule in level if rule.at < roof.at - NEAR and rule.spans(left.at, right.at))
            floor = max(below, default=roof.at)
            roomy = min(roof.at - floor, right.at - left.at) >= SMALLEST
            if roomy and all(side.spans(floor, roof.at) for side in (left, right)):
                yield Box(left.at, floor, right.at, roof.at)


def _middle(bounds: Sequence[float]) -> tuple[float, float]:
    left, bottom, right, top = bounds
    return (left + right) / 2, (bottom + top) / 2
