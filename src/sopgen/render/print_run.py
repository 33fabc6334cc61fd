"""One PDF for the printer: every letter in its copies, each with its mark, padded for two-sided printing."""

import io
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from typing import Final

import pikepdf

from sopgen.render._stamp import stamp_pdf

ORIGINAL: Final = "ASLI"
COPY: Final = "TEMBUSAN"
FILE: Final = "ARSIP"


@dataclass(frozen=True)
class Printed:
    """A letter as PDF, the name of its bookmark, and how many copies go to others."""

    title: str
    pdf: bytes
    copies: int = 1


def marks(copies: int) -> list[str]:
    """Return the mark of each copy: the original, those for others, the one that the office keeps."""
    return [ORIGINAL, *[COPY] * copies, FILE]


def print_run(letters: Iterable[Printed], *, day: date) -> bytes:
    """Return all letters in their order; a bookmark leads to each. The same letters give the same bytes."""
    out = pikepdf.new()
    stamps = Stamps(day)
    # Pages are read from their letters when the run is saved: until then all stay open.
    with ExitStack() as stack:
        with out.open_outline() as outline:
            for letter in letters:
                first = len(out.pages)
                source = stack.enter_context(pikepdf.open(io.BytesIO(letter.pdf)))
                pages = [(page, mark) for mark in marks(letter.copies) for page in _copy(out, list(source.pages))]
                # Marked only when all copies are there: to copy a marked page would copy its mark.
                for page, mark in pages:
                    stamps.over(page, mark)
                outline.root.append(pikepdf.OutlineItem(letter.title, first))
        return _saved(out)


def _saved(out: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    out.save(buffer, deterministic_id=True)
    return buffer.getvalue()


@dataclass
class Stamps:
    """The marks that lie over pages, one for each mark and size of page."""

    day: date
    made: dict[tuple[str, float, float], pikepdf.Pdf] = field(default_factory=dict)

    def over(self, page: pikepdf.Page, mark: str) -> None:
        """Put a mark over a page."""
        box = [float(side) for side in page.mediabox]
        key = (mark, box[2] - box[0], box[3] - box[1])
        if key not in self.made:
            self.made[key] = pikepdf.open(io.BytesIO(stamp_pdf(*key, day=self.day)))
        page.add_overlay(self.made[key].pages[0], None)


def _copy(out: pikepdf.Pdf, pages: Sequence[pikepdf.Page]) -> list[pikepdf.Page]:
    """Add one copy; an odd one gets an empty back, so that the next begins on a sheet of its own."""
    added = []
    for page in pages:
        out.pages.append(page)
        added.append(out.pages[-1])
        # The copies of a page share all but this: a mark in one must not appear in the others.
        added[-1].obj["/Resources"] = _own(added[-1].obj.Resources)
    if len(pages) % 2:
        box = [float(side) for side in pages[-1].mediabox]
        out.add_blank_page(page_size=(box[2] - box[0], box[3] - box[1]))
    return added


def _own(resources: pikepdf.Object) -> pikepdf.Dictionary:
    own = pikepdf.Dictionary(dict(resources.items()))
    if "/XObject" in own:
        own["/XObject"] = pikepdf.Dictionary(dict(resources.XObject.items()))
    return own
