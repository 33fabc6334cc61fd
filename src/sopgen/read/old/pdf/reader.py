"""An old PDF to what it says: front pages, flow table, and all that found no place."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from sopgen.messages import say
from sopgen.read.old.areas import Area
from sopgen.read.old.found import Found, OldSop
from sopgen.read.old.pdf.cover import cover_of, running_lines, without_feet
from sopgen.read.old.pdf.flow.activities import activities_of, further_columns
from sopgen.read.old.pdf.flow.sheets import Sheet, sheets_of
from sopgen.read.old.pdf.identity import IdentityLine, office_of, rows_of, texts_of
from sopgen.read.old.pdf.page.cells import FilledCell, Taken, cells_of
from sopgen.read.old.pdf.page.opened import OldPage, pages_of
from sopgen.read.old.pdf.page.words import Word, found, lines_of, place
from sopgen.read.old.pdf.running import read_running
from sopgen.read.old.pdf.sections import read_sections


def read_pdf(path: Path) -> OldSop:
    """Return what a PDF of an SOP says, each text with its place and doubt.

    Raises SpecError where the file is no PDF, is locked, too large, damaged, or a scan without text.
    """
    return read_pages(pages_of(path))


def read_pages(pages: Sequence[OldPage]) -> OldSop:
    """Return what these pages say."""
    taken = Taken()
    feet, pages = without_feet(pages)
    texts, lists = _front(pages, taken)
    sheets = sheets_of(pages, taken)
    told = read_sections(pages, taken)
    read_running(pages, told, taken)
    layout, activities = activities_of(sheets, taken)
    lists |= told.lists()
    return OldSop(
        texts | _heads(sheets),
        lists,
        told.heads,
        activities,
        layout,
        (*_pictures(pages), *further_columns(sheets, taken), *_unplaced(pages, taken), *feet),
    )


def _front(pages: Sequence[OldPage], taken: Taken) -> tuple[dict[str, Found], dict[str, tuple[Found, ...]]]:
    """Return the texts and lists of the cover and the identity part."""
    for n, page in enumerate(pages):
        cells = cells_of(page)
        rows = rows_of(page, cells)
        if len([row for row in rows if row.known.sure]) < 2:
            continue
        texts, lists = cover_of(pages[:n], running_lines(pages), taken)
        texts |= texts_of(page, cells, rows, taken)
        more, letterhead = _office(page, cells, rows, taken)
        return texts | more, lists | letterhead
    return {}, {}


def _office(
    page: OldPage, cells: Sequence[FilledCell], rows: Sequence[IdentityLine], taken: Taken
) -> tuple[dict[str, Found], dict[str, tuple[Found, ...]]]:
    office = office_of(page, cells, rows, taken)
    texts = {key: lines[0] for key, lines in office.items() if key.startswith("identitas")}
    lists = {"kop": tuple(office["kop"])} if "kop" in office else {}
    return texts, lists


def _heads(sheets: Sequence[Sheet]) -> dict[str, Found]:
    """Return the heads of the flow table as written."""
    return {f"kepala_tabel.{key}": name for sheet in sheets[:1] for key, name in sheet.head.names if key != "satuan"}


def _pictures(pages: Sequence[OldPage]) -> Iterator[Found]:
    for page in pages:
        if page.is_picture:
            yield Found("", place(page.number, page.area), say("this page is a picture: it holds no text to read"))
        else:
            unsure = say("a picture stands here: what it shows can not be read")
            yield from (Found("", place(page.number, one), unsure) for one in page.with_pictures)


def _unplaced(pages: Sequence[OldPage], taken: Taken) -> Iterator[Found]:
    """Return what found no place, cell by cell or line by line, each once; without page numbers."""
    seen: set[str] = set()
    for page in pages:
        if page.aslant and page.aslant not in seen:
            seen.add(page.aslant)
            yield Found(page.aslant, place(page.number, page.area))
        for words in _groups(page, taken.free(page)):
            text = found(words, page.number)
            if text.text not in seen and not _is_page_number(text.text, page.number):
                seen.add(text.text)
                yield text


def _groups(page: OldPage, words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """Return words by the cells that they stand in; those in no cell by their lines."""
    loose: list[Word] = []
    cells: dict[Area, list[Word]] = {}
    for word in words:
        cell = page.rules.cell(*word.anchor)
        (cells.setdefault(cell, []) if page.rules.is_cell(cell) else loose).append(word)
    yield from (line.words for line in lines_of(loose))
    yield from cells.values()


def _is_page_number(text: str, number: int) -> bool:
    digits = re.fullmatch(r"[-\u2013\s]*(\d{1,3})[-\u2013\s]*", text)
    return digits is not None and abs(int(digits[1]) - number) <= 3
