"""Where the visible block of a signature goes: where the document has room for it above the signer's printed name."""

import io
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say

WIDTH: Final = 80.0
HEIGHT: Final = 30.0
HIGHEST: Final = 26.0
LOWEST: Final = 12.0
GAP: Final = 0.5
POINT: Final = 25.4 / 72

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class SignaturePlace:
    """A place on a page (counted from 0): left, bottom, width and height in mm from the page's lower left corner.

    `named` says that the document prints the signer's name right below it.
    """

    page: int
    left: float
    bottom: float
    width: float
    height: float
    named: bool = False

    @property
    def points(self) -> Box:
        """Left, bottom, right and top in points."""
        corners = (self.left, self.bottom, self.left + self.width, self.bottom + self.height)
        left, bottom, right, top = (round(mm / POINT, 2) for mm in corners)
        return left, bottom, right, top


def find_place(pdf: bytes, name: str) -> SignaturePlace:
    """Return the room above the place where the document prints a name.

    Raises SopgenError where the name stands nowhere below room for a signature.
    """
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document):
            place = _on_page(page.get_textpage(), name, number)
            if place:
                return place
    fix = say("--place page,x,y (mm from the page's upper left corner)")
    raise SopgenError(say('the document has no room for a signature above "{name}". fix: {fix}', name=name, fix=fix))


def named_place(text: str, pdf: bytes) -> SignaturePlace:
    """Return the place that `page,x,y` names: the page from 1, then mm from its upper left corner.

    Raises SopgenError where it names none in the document.
    """
    match = re.fullmatch(r"(\d{1,4}),(\d{1,4}(?:\.\d+)?),(\d{1,4}(?:\.\d+)?)", text.replace(" ", ""))
    if not match:
        raise SopgenError(say("{text} is no place. fix: page,x,y, such as 2,110,60", text=text))
    number, x, y = int(match[1]), float(match[2]), float(match[3])
    with pypdfium2.PdfDocument(pdf) as document:
        if not 1 <= number <= len(document):
            raise SopgenError(
                with_fix(
                    say("the document has {count} pages, not {number}", count=len(document), number=number),
                    say("name one of its pages"),
                )
            )
        width, height = (points * POINT for points in document[number - 1].get_size())
    if x + WIDTH > width or y + HEIGHT > height:
        size = f"{WIDTH:.0f} mm, {HEIGHT:.0f} mm"
        raise SopgenError(
            with_fix(
                say("at {text} the block of {size} leaves the page", text=text, size=size),
                say("move it in: page,x,y in millimetres"),
            )
        )
    return SignaturePlace(number - 1, x, height - y - HEIGHT, WIDTH, HEIGHT)


def words_under(pdf: bytes, page: int, box: Box) -> str:
    """Return the words that stand in a box (points) of a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        words: str = document[page].get_textpage().get_text_bounded(*box)
    return " ".join(words.split())


def words_drawn(pdf: bytes, boxes: Sequence[tuple[int, Box]]) -> Iterator[tuple[int, str]]:
    """Yield page (from 0) and words of each block of a signature, as a viewer draws it."""
    if not boxes:
        return
    flat = io.BytesIO()
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        for number in {number for number, _ in boxes}:
            document[number].flatten()
        document.save(flat)
    for number, box in boxes:
        words = words_under(flat.getvalue(), number, box)
        if words:
            yield number, words


def overlap(one: Box, other: Box) -> bool:
    """Tell whether two boxes have room in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _on_page(text: pypdfium2.PdfTextPage, name: str, number: int) -> SignaturePlace | None:
    for left, _, right, top in _boxes(text, name):
        middle, bottom = (left + right) / 2 * POINT, top * POINT + GAP
        room = min(HIGHEST, _room(text, (middle - WIDTH / 2, middle + WIDTH / 2), bottom))
        if room >= LOWEST:
            return SignaturePlace(number, middle - WIDTH / 2, bottom, WIDTH, room, named=True)
    return None


def _boxes(text: pypdfium2.PdfTextPage, name: str) -> Iterator[Box]:
    """Yield the box (points) of every line that says the name."""
    found = text.search(name, match_case=True)
    for index, count in iter(found.get_next, None):
        boxes = [text.get_charbox(n, loose=True) for n in range(index, index + count)]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        yield min(lefts), min(bottoms), max(rights), max(tops)


def _room(text: pypdfium2.PdfTextPage, sides: tuple[float, float], bottom: float) -> float:
    """Return how far it is from a height up to the next words between two sides (mm)."""
    rects = (text.get_rect(n) for n in range(text.count_rects()))
    boxes = ([points * POINT for points in rect] for rect in rects)
    above = (low - bottom for left, low, right, top in boxes if top > bottom and left < sides[1] and right > sides[0])
    return float(min(itertools.chain(above, [HIGHEST + GAP]))) - GAP
