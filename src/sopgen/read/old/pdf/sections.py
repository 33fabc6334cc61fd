"""The lists of the front pages: each under its head, in its own cell, the cell below, or over the end of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sopgen.messages import say
from sopgen.read.old.areas import Area
from sopgen.read.old.found import Found
from sopgen.read.old.labels import section
from sopgen.read.old.pdf.lists import over_pages
from sopgen.read.old.pdf.page.cells import FilledCell, Taken, cells_of, words_in
from sopgen.read.old.pdf.page.opened import OldPage
from sopgen.read.old.pdf.page.words import Word, found, lines_of, text_of

# The column of the numbers of a list is at most so wide, in points.
_NUMBERS = 30.0


@dataclass
class Sections:
    """The lists by their keys, with the words of each page that they are made of, and their heads as written."""

    heads: dict[str, Found] = field(default_factory=dict)
    words: dict[str, list[tuple[int, list[Word], Area]]] = field(default_factory=dict)

    def lists(self) -> dict[str, tuple[Found, ...]]:
        """Return the items of each list."""
        return {key: tuple(over_pages(parts)) for key, parts in self.words.items()}


def read_sections(pages: Sequence[OldPage], taken: Taken) -> Sections:
    """Return the lists of these pages; a cell at the top of a page goes on with that at the foot of the last."""
    told = Sections()
    open_cells: list[tuple[Area, str]] = []
    for page in pages:
        cells = cells_of(page)
        if open_cells:
            _go_on(told, page, cells, open_cells, taken)
        found_here = _heads(page, cells)
        for key, head, area in found_here:
            if key in told.heads:
                continue
            known = section(text_of(head))
            unsure = "" if known is None or known.sure else say("the head is only like one that is known")
            told.heads[key] = found(head, page.number, unsure)
            told.words[key] = [(page.number, _body(page, head, area), area)]
            taken.take(page.number, [*head, *told.words[key][0][1]])
        if found_here:
            lowest = max(area.bottom for _, _, area in found_here)
            open_cells = [(area, key) for key, _, area in found_here if area.bottom > lowest - 3]
    return told


def _heads(page: OldPage, cells: Sequence[FilledCell]) -> list[tuple[str, tuple[Word, ...], Area]]:
    """Return key, words and cell of each head: the first line, or lines, of a cell."""
    told = []
    for cell in cells:
        lines = lines_of(cell.words)
        for count in (2, 1):
            words = tuple(word for line in lines[:count] for word in line.words)
            known = section(" ".join(line.text for line in lines[:count])) if len(lines) >= count else None
            if known and cell.ruled and (known.sure or count == 1):
                alone = len(lines) == count
                told.append((known.key, words, _room_of(page, cell.area) if alone else cell.area))
                break
    sure = {key for key, words, _ in told if _is_sure(words)}
    return [one for one in told if _is_sure(one[1]) or one[0] not in sure]


def _is_sure(words: Sequence[Word]) -> bool:
    known = section(text_of(words))
    return known is not None and known.sure


def _room_of(page: OldPage, area: Area) -> Area:
    """Return the cell with the list of a head that has a cell of its own: below it, or at its right; else its own."""
    below = page.rules.cell(area.middle[0], area.bottom + 3)
    # The numbers of the items may stand in a narrow column of their own.
    alike = -4 < below.left - area.left < _NUMBERS and abs(below.right - area.right) < 4
    below = Area(area.left, below.top, area.right, below.bottom)
    if alike and _is_free(page, below):
        return below
    beside = page.rules.cell(area.right + 3, area.middle[1])
    alike = abs(beside.top - area.top) < 4 and abs(beside.bottom - area.bottom) < 4
    return beside if alike and _is_free(page, beside) and words_in(page, beside) else area


def _is_free(page: OldPage, area: Area) -> bool:
    """Return whether a cell may hold a list: it has rules around it, and is no head itself."""
    return page.rules.is_cell(area) and section(text_of(words_in(page, area))) is None


def _body(page: OldPage, head: Sequence[Word], area: Area) -> list[Word]:
    return [word for word in words_in(page, area) if word not in head]


def _go_on(
    told: Sections, page: OldPage, cells: Sequence[FilledCell], open_cells: Sequence[tuple[Area, str]], taken: Taken
) -> None:
    """Put the words of the first row of cells to the lists that were open at the foot of the page before."""
    ruled = [cell for cell in cells if cell.ruled]
    if not ruled:
        return
    top = min(cell.area.top for cell in ruled)
    for cell in ruled:
        key = next(
            (
                key
                for area, key in open_cells
                if abs(area.left - cell.area.left) < 4 and abs(area.right - cell.area.right) < 4
            ),
            "",
        )
        if key and cell.area.top < top + 3 and not _starts_anew(cell):
            told.words[key].append((page.number, list(cell.words), cell.area))
            taken.take(page.number, cell.words)


def _starts_anew(cell: FilledCell) -> bool:
    first = section(lines_of(cell.words)[0].text)
    return first is not None and first.sure
