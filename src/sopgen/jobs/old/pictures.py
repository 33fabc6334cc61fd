"""The pages of an old file as pictures, so that a doubt is looked at beside its draft."""

import io
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from sopgen.errors import SopgenError
from sopgen.jobs.old.kinds import ENDINGS, FileKind, content_of, kind_of
from sopgen.messages import say
from sopgen.model.sop import UNDATED
from sopgen.tools import libreoffice

# Dots an inch at which small letters of a scan can be read on a screen.
DOTS: Final = 110
POINTS: Final = 72


@dataclass(frozen=True)
class PagePicture:
    """A page as PNG, and its size in points: boxes of spots count from its upper left corner."""

    png: bytes
    width: float
    height: float


def pages_of(path: Path, day: date = UNDATED) -> bytes | None:
    """Return an old file as PDF: itself, or as LibreOffice prints it.

    None for text and tables, whose spots name lines and cells, and where LibreOffice is not installed. Raises
    SopgenError where the file can not be read.
    """
    content = content_of(path)
    kind = kind_of(path, content)
    if kind is FileKind.PDF:
        return content
    if (kind is not FileKind.WORD and kind not in ENDINGS) or libreoffice.program() is None:
        return None
    document = content if kind is FileKind.WORD else libreoffice.to_docx(content, ENDINGS[kind])
    return libreoffice.to_pdf(document, day=day)


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    import pypdfium2  # here, since `import` alone draws no pages

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def page_picture(pdf: bytes, page: int) -> PagePicture:
    """Return a page of a PDF, counted from 1, as a picture; raise SopgenError where there is no such page."""
    import pypdfium2  # here, as above

    try:
        with pypdfium2.PdfDocument(pdf) as document:
            sheet = document[page - 1]
            out = io.BytesIO()
            sheet.render(scale=DOTS / POINTS).to_pil().save(out, "PNG")
            return PagePicture(out.getvalue(), *sheet.get_size())
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise SopgenError(say("the file has no page {page} that can be shown", page=page)) from error


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return the width and height of each page of a PDF, in points."""
    import pypdfium2  # here, as above

    with pypdfium2.PdfDocument(pdf) as document:
        return [document.get_page_size(n) for n in range(len(document))]
