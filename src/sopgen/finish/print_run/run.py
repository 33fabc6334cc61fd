"""One PDF for the printer: every letter in its copies, each with its mark, padded for two-sided printing."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO, Final

import pikepdf

from sopgen.finish.print_run.stamp import stamp_pdf
from sopgen.finish.print_run.volume import CopiedObjects, Volume

ORIGINAL: Final = "ASLI"
COPY: Final = "TEMBUSAN"
FILE: Final = "ARSIP"
MARK: Final = b"/TandaCetak"
# What a copy has of its own, or leaves behind with its letter.
OWN: Final = ("/Parent", "/Contents", "/Resources", "/MediaBox", "/StructParents", "/Tabs")


@dataclass(frozen=True)
class PrintedLetter:
    """A letter as PDF, the name of its bookmark, and how often it is printed."""

    title: str
    pdf: bytes
    prints: int = 3


def marks(prints: int) -> list[str]:
    """Return the mark of each print: the original, those for others, the one that the office keeps."""
    return [ORIGINAL, *[COPY] * (prints - 2), FILE][:prints]


# The word on a copy's page, and those who initial it.
_Mark = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class _Page:
    """A page of a letter in the words of the volume, as its copies share it; `box` in points."""

    box: tuple[float, ...]
    media: bytes
    entries: bytes
    contents: bytes
    resources: bytes
    pictures: bytes


def _page(page: pikepdf.Page, copied: CopiedObjects) -> _Page:
    contents = page.obj.Contents
    streams = [contents] if isinstance(contents, pikepdf.Stream) else list(contents)
    return _Page(
        tuple(float(side) for side in page.mediabox),
        b"/MediaBox " + copied.text(page.mediabox),
        copied.entries(page.obj, *OWN),
        b" ".join(map(copied.text, streams)),
        copied.entries(page.resources, "/XObject"),
        copied.entries(page.resources.get("/XObject", pikepdf.Dictionary())),
    )


class PrintRun:
    """All letters in their order, written as they come; a bookmark leads to each.

    The same letters give the same bytes. Memory does not grow with the run, but for the places of its objects.
    `initials` are those who initial the office's own copy, on its first page.
    """

    def __init__(self, file: BinaryIO, *, day: date, two_sided: bool = True, initials: tuple[str, ...] = ()) -> None:
        self._day, self._two_sided, self._initials = day, two_sided, initials
        self._volume = Volume(file)
        self._tree, self._outline = self._volume.number(), self._volume.number()
        self._before = self._volume.put_stream(b"q")
        self._marks: dict[tuple[str, tuple[str, ...], tuple[float, ...]], tuple[int, int]] = {}
        self._letters: list[int] = []
        self._pages = 0
        self._first = self._last = 0
        self._bookmark = b""

    def add(self, letter: PrintedLetter) -> None:
        """Write a letter's copies."""
        node = self._volume.number()
        with pikepdf.open(io.BytesIO(letter.pdf)) as source:
            copied = CopiedObjects(source, self._volume)
            pages = [_page(page, copied) for page in source.pages]
        kids = [kid for mark in marks(letter.prints) for kid in self._copy(pages, mark, node)]
        self._put_pages(kids, len(kids), b"/Parent %d 0 R" % self._tree, node)
        self._lead_to(kids[0], letter.title)
        self._letters.append(node)
        self._pages += len(kids)

    def finish(self) -> None:
        """Write what leads to the letters: the tree of pages and the bookmarks."""
        self._put_pages(self._letters, self._pages, b"", self._tree)
        self._volume.put(b"<< %b >>" % self._bookmark, self._last)
        outline = b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
        self._volume.put(outline % (self._first, self._last, len(self._letters)), self._outline)
        root = b"<< /Type /Catalog /Lang (id) /Pages %d 0 R /Outlines %d 0 R >>" % (self._tree, self._outline)
        self._volume.finish(self._volume.put(root))

    def _copy(self, pages: Sequence[_Page], mark: str, node: int) -> list[int]:
        """Write one copy; on two sides an odd one gets an empty back, so that the next has a sheet of its own."""
        initials = [self._initials if mark == FILE and n == 0 else () for n in range(len(pages))]
        kids = [self._marked(page, (mark, one), node) for page, one in zip(pages, initials, strict=True)]
        if self._two_sided and len(pages) % 2:
            kids.append(self._volume.put(b"<< /Type /Page /Parent %d 0 R %b >>" % (node, pages[-1].media)))
        return kids

    def _marked(self, page: _Page, mark: _Mark, node: int) -> int:
        """Write a page whose mark lies over it; all else of it the copies share."""
        stamp, after = self._mark(mark, page.box)
        pictures = b"%b %b %d 0 R" % (page.pictures, MARK, stamp)
        return self._volume.put(
            b"<< %b /Parent %d 0 R %b /Contents [%d 0 R %b %d 0 R] /Resources << %b /XObject << %b >> >> >>"
            % (page.entries, node, page.media, self._before, page.contents, after, page.resources, pictures)
        )

    def _mark(self, mark: _Mark, box: tuple[float, ...]) -> tuple[int, int]:
        """Return the mark for pages of a box, and the stream that lays it over them; both are written once."""
        word, initials = mark
        key = (word, initials, box)
        if key not in self._marks:
            stamp = stamp_pdf(word, box[2] - box[0], box[3] - box[1], day=self._day, initials=initials)
            with pikepdf.open(io.BytesIO(stamp)) as source:
                form = source.pages[0].as_form_xobject()
                drawn = int(CopiedObjects(source, self._volume).text(form).split()[0])
            after = self._volume.put_stream(b"Q q 1 0 0 1 %.3f %.3f cm %b Do Q" % (box[0], box[1], MARK))
            self._marks[key] = drawn, after
        return self._marks[key]

    def _put_pages(self, kids: Sequence[int], count: int, parent: bytes, number: int) -> None:
        references = b" ".join(b"%d 0 R" % kid for kid in kids)
        self._volume.put(b"<< /Type /Pages %b /Count %d /Kids [%b] >>" % (parent, count, references), number)

    def _lead_to(self, page: int, title: str) -> None:
        """Begin the bookmark of a letter; it is written when the next one's number is known."""
        number = self._volume.number()
        words = pikepdf.String(title).unparse()
        bookmark = b"/Title %b /Parent %d 0 R /Dest [%d 0 R /Fit]" % (words, self._outline, page)
        if self._last:
            self._volume.put(b"<< %b /Next %d 0 R >>" % (self._bookmark, number), self._last)
            bookmark += b" /Prev %d 0 R" % self._last
        self._first = self._first or number
        self._last, self._bookmark = number, bookmark
