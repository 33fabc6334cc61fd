"""Opens a PDF and hands out its pages as words, rules and outlines; what can not be read says why in one line."""

import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from sopgen.errors import Problem, SpecError
from sopgen.messages import say
from sopgen.read.old.pdf.page.boxes import Area, corners_of
from sopgen.read.old.pdf.page.outlines import PagePath, Point, is_box, outline
from sopgen.read.old.pdf.page.rules import THICKEST, Rules, rules_of
from sopgen.read.old.pdf.page.words import Word, lines_of

LARGEST: Final = 50_000_000
MOST_PAGES: Final = 400
MOST_OBJECTS: Final = 60_000
# A page whose picture covers so much of it, and that has fewer words, is a scan.
_COVERED, _FEW_WORDS = 0.3, 60
# Lighter than this: a watermark, or the ground of a head.
_DARK = 0.75
# A curve is so many straight pieces.
_PIECES = 6


@dataclass(frozen=True, slots=True)
class OldPage:
    """A page: its words without those that lie aslant (watermarks), its rules, and all that is drawn besides."""

    number: int
    area: Area
    words: tuple[Word, ...]
    rules: Rules
    outlines: tuple[PagePath, ...] = ()
    pictures: tuple[Area, ...] = field(default=())

    @property
    def with_pictures(self) -> tuple[Area, ...]:
        """The pictures that are large enough to hold a table: wider than a third of the page, and no emblem."""
        least = self.area.width / 3
        return tuple(one for one in self.pictures if one.width > least and one.height > 40)

    @property
    def is_picture(self) -> bool:
        """Whether pictures stand where its words should."""
        whole = max(self.area.width * self.area.height, 1.0)
        covered = sum(one.width * one.height for one in self.pictures) / whole
        return covered > _COVERED and len(self.words) < _FEW_WORDS


def refused(path: Path, what: str, fix: str) -> SpecError:
    """Return the one line that says why this file is not read, and what helps."""
    return SpecError([Problem(str(path), 1, 1, "berkas-lama", what, fix)])


def pages_of(path: Path) -> list[OldPage]:
    """Return the pages of a PDF.

    Raises SpecError where the file is no PDF, is encrypted, too large, damaged, or has no text layer.
    """
    data = _bytes_of(path)
    again = say("save it as PDF once more from the program that it was written with")
    try:
        found = list(_read(data, path))
    except SpecError:
        raise
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise _locked(path) from error
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect | PDFEncryptionError):
            raise _locked(path) from error
        raise refused(path, say("the PDF is damaged inside and can not be read"), again) from error
    except Exception as error:
        raise refused(path, say("the PDF is damaged inside and can not be read"), again) from error
    if not found:
        raise refused(path, say("the PDF has no pages"), again)
    if not any(page.words for page in found) or all(page.is_picture or not page.words for page in found):
        fix = say("ask for the file that it was printed from, or have its text recognised and paste it")
        raise refused(path, say("the PDF is a picture of paper: it holds no text"), fix)
    return found


def _locked(path: Path) -> SpecError:
    return refused(path, say("the PDF is locked by a password"), say("save it without a password"))


def _bytes_of(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise refused(path, say("the file is over 50 MB"), say("save it without its pictures, or in parts"))
        data = path.read_bytes()
    except OSError as error:
        raise refused(
            path, say("the file can not be read: {why}", why=error.strerror or ""), say("look at its name")
        ) from error
    if b"%PDF-" not in data[:1024]:
        raise refused(path, say("the file is no PDF, whatever its name says"), say("save it as PDF"))
    return data


def _read(data: bytes, path: Path) -> Iterator[OldPage]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        if len(pdf.pages) > MOST_PAGES:
            raise refused(path, say("the PDF has over {most} pages", most=MOST_PAGES), say("save the SOP alone"))
        for number, page in enumerate(pdf.pages, 1):
            yield page_of(page, number)
            page.close()


def page_of(page: Any, number: int) -> OldPage:
    """Return a page of pdfplumber as ours."""
    left, top, right, bottom = (float(part) for part in page.bbox)
    area = Area(0.0, 0.0, right - left, bottom - top)
    drawn = page.objects
    if sum(len(drawn.get(kind, ())) for kind in ("line", "rect", "curve")) > MOST_OBJECTS:
        drawn = {kind: drawn.get(kind, ()) for kind in ("char", "image")}
    thin, outlines = _paths(drawn)
    words = tuple(_words(page))
    return OldPage(
        number,
        area,
        words,
        rules_of(thin, area, [line.area for line in lines_of(words)]),
        tuple(outlines),
        tuple(_area(one) for one in drawn.get("image", ())),
    )


def _area(one: Mapping[str, Any]) -> Area:
    return Area(float(one["x0"]), float(one["top"]), float(one["x1"]), float(one["bottom"]))


def _words(page: Any) -> Iterator[Word]:
    for char in page.objects.get("char", ()):
        # pdfminer takes a letter whose matrix is off by a rounding for one that stands on its side.
        char["upright"] = abs(char["matrix"][1]) <= abs(char["matrix"][0])
    chars = page.objects.get("char", ())
    places = {(char["text"], round(char["x0"]), round(char["top"])) for char in chars}
    # A letter drawn twice, a hair beside itself, is a bold one.
    page = page.dedupe_chars(tolerance=1) if len(places) < 0.97 * len(chars) else page
    straight = page.filter(lambda one: one["object_type"] != "char" or not _aslant(one))
    for one in straight.extract_words(x_tolerance=1.5, y_tolerance=2):
        yield Word(one["text"], _area(one))


def _aslant(char: Mapping[str, Any]) -> bool:
    across, down = char["matrix"][0], char["matrix"][1]
    return bool(min(abs(across), abs(down)) > 0.05 * max(abs(across), abs(down)))


def _paths(drawn: Mapping[str, Sequence[Mapping[str, Any]]]) -> tuple[list[Area], list[PagePath]]:
    """Return the thin strokes, which may be rules, and all outlines."""
    thin: list[Area] = []
    outlines: list[PagePath] = []
    for kind in ("line", "rect", "curve"):
        for one in drawn.get(kind, ()):
            area = _area(one)
            found = _outline(one)
            if (
                min(area.width, area.height) <= THICKEST
                and (kind != "curve" or len(found.points) <= 4)
                and _seen(one)
            ):
                thin.append(area)
            if found.points:
                outlines.append(found)
    cells = _drawn_cells(outlines)
    thin += [side for one in cells for side in _sides(one)]
    return thin, [one for one in outlines if not (is_box(one) and one.area in cells)]


def _drawn_cells(outlines: Sequence[PagePath]) -> set[Area]:
    """Return the boxes that are cells of a table: such lie side by side, with corners in common."""
    boxes = sorted({one.area for one in outlines if is_box(one) and one.stroked})
    corners = Counter((round(x / 2), round(y / 2)) for one in boxes for x, y in corners_of(one))
    shared = {one for one in boxes if sum(_common(corners, x, y) for x, y in corners_of(one)) >= 2}
    return shared if len(shared) > 3 else set()


def _common(corners: Counter[tuple[int, int]], x: float, y: float) -> bool:
    a, b = round(x / 2), round(y / 2)
    return sum(corners[a + i, b + j] for i in (-1, 0, 1) for j in (-1, 0, 1)) > 1


def _sides(area: Area) -> Iterator[Area]:
    yield Area(area.left, area.top, area.right, area.top)
    yield Area(area.left, area.bottom, area.right, area.bottom)
    yield Area(area.left, area.top, area.left, area.bottom)
    yield Area(area.right, area.top, area.right, area.bottom)


def _outline(one: Mapping[str, Any]) -> PagePath:
    path = one.get("path") or ()
    kinds = [part[0] for part in path]
    return outline(
        list(_flat(path)) or [(float(x), float(y)) for x, y in one.get("pts") or ()],
        closed="h" in kinds or one["object_type"] == "rect",
        stroked=bool(one.get("stroke")) and _darkness(one.get("stroking_color")) <= _DARK,
        filled=bool(one.get("fill")),
        dark=bool(one.get("fill")) and _darkness(one.get("non_stroking_color")) <= _DARK,
        curved="c" in kinds or "v" in kinds or "y" in kinds,
    )


def _flat(path: Sequence[Sequence[Any]]) -> Iterator[Point]:
    """Return the points of a path, with some of each of its curves."""
    here: Point = (0.0, 0.0)
    for kind, *points in path:
        if not points:
            continue
        if kind in ("c", "v", "y") and len(points) >= 2:
            first, second = (points[0], points[1]) if kind == "c" else (here, points[0])
            second = points[0] if kind == "v" else points[-1] if kind == "y" else second
            first = points[0] if kind == "y" else first
            yield from _bent(here, first, second, points[-1])
        else:
            yield from ((float(x), float(y)) for x, y in points)
        here = points[-1]


def _bent(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    for n in range(1, _PIECES + 1):
        t = n / _PIECES
        u = 1 - t
        weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
        points = (start, first, second, end)
        yield (
            sum(weight * float(point[0]) for weight, point in zip(weights, points, strict=True)),
            sum(weight * float(point[1]) for weight, point in zip(weights, points, strict=True)),
        )


def _seen(one: Mapping[str, Any]) -> bool:
    by_pen = bool(one.get("stroke")) and _darkness(one.get("stroking_color")) <= 0.9
    return by_pen or (bool(one.get("fill")) and _darkness(one.get("non_stroking_color")) <= 0.9)


def _darkness(colour: object) -> float:
    """Return how light a colour is: 0 black, 1 white; by its parts in grey, RGB or CMYK."""
    parts = [float(part) for part in colour] if isinstance(colour, tuple | list) else [colour]
    numbers = [float(part) for part in parts if isinstance(part, int | float)]
    if len(numbers) == 4:
        return (1 - numbers[3]) * (1 - sum(numbers[:3]) / 3)
    return sum(numbers) / len(numbers) if numbers else 0.0
