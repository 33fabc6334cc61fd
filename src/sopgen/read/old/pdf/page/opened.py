"""Opens a PDF and hands out its pages as words, rules and outlines; what can not be read says why in one line."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from sopgen.errors import Problem, SpecError
from sopgen.messages import say
from sopgen.read.old.areas import Area
from sopgen.read.old.pdf.page.letters import area_of, aslant_text, words_of
from sopgen.read.old.pdf.page.outlines import PagePath
from sopgen.read.old.pdf.page.paths import paths_of
from sopgen.read.old.pdf.page.picture import drawn_in_pictures
from sopgen.read.old.pdf.page.rules import Rules, rules_of
from sopgen.read.old.pdf.page.unpacked import is_bomb
from sopgen.read.old.pdf.page.words import Word, lines_of

LARGEST: Final = 50_000_000
MOST_PAGES: Final = 400
MOST_OBJECTS: Final = 60_000
# A page whose picture covers so much of it, and that has fewer words, is a scan.
_COVERED, _FEW_WORDS = 0.3, 60
# A flow may stand in a picture that is wider or higher than this; an emblem or a code is smaller.
_LARGE = 90.0


@dataclass(frozen=True, slots=True)
class OldPage:
    """A page: its words without those that lie aslant (watermarks), its rules, and all that is drawn besides.

    `pictured` are the closed areas in its pictures, `aslant` is the text of watermarks.
    """

    number: int
    area: Area
    words: tuple[Word, ...]
    rules: Rules
    outlines: tuple[PagePath, ...] = ()
    pictured: tuple[PagePath, ...] = ()
    aslant: str = ""
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
    if is_bomb(data):
        raise refused(
            path,
            say("the PDF becomes too large when it is unpacked"),
            say("save it without its pictures, or in parts"),
        )
    return data


def _read(data: bytes, path: Path) -> Iterator[OldPage]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        if len(pdf.pages) > MOST_PAGES:
            raise refused(path, say("the PDF has over {most} pages", most=MOST_PAGES), say("save the SOP alone"))
        for number, page in enumerate(pdf.pages, 1):
            if sum(len(page.objects.get(kind, ())) for kind in ("line", "rect", "curve")) > MOST_OBJECTS:
                what = say("page {number} is drawn of too many lines to be read", number=number)
                raise refused(path, what, say("save the SOP alone"))
            read = page_of(page, number)
            page.close()
            large = [one for one in read.pictures if max(one.width, one.height) > _LARGE]
            if large and read.rules.standing and not read.is_picture:
                read = replace(read, pictured=tuple(drawn_in_pictures(data, number, large)))
            yield read


def page_of(page: Any, number: int) -> OldPage:
    """Return a page of pdfplumber as ours."""
    left, top, right, bottom = (float(part) for part in page.bbox)
    area = Area(left, top, right, bottom)
    drawn = page.objects
    thin, outlines = paths_of(drawn)
    words = tuple(words_of(page))
    return OldPage(
        number,
        area,
        words,
        rules_of(thin, area, [line.area for line in lines_of(words)]),
        tuple(outlines),
        aslant=aslant_text(page),
        pictures=tuple(area_of(one) for one in drawn.get("image", ())),
    )
