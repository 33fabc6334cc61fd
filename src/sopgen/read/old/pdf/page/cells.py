"""The cells of a page that hold words, and which words have found their place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sopgen.read.old.areas import Area
from sopgen.read.old.pdf.page.opened import OldPage
from sopgen.read.old.pdf.page.words import Word, text_of


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell with its words; `ruled` says that rules stand on all four sides."""

    area: Area
    words: tuple[Word, ...]
    ruled: bool = True

    @property
    def text(self) -> str:
        """Its words as one text."""
        return text_of(self.words)


def cells_of(page: OldPage) -> list[FilledCell]:
    """Return the cells of a page that hold words, row by row."""
    found: dict[Area, list[Word]] = {}
    for word in page.words:
        found.setdefault(page.rules.cell(*word.anchor), []).append(word)
    cells = [FilledCell(area, tuple(words), page.rules.is_cell(area)) for area, words in found.items()]
    return sorted(cells, key=lambda one: (round(one.area.top), one.area.left))


def at(cells: Iterable[FilledCell], x: float, y: float) -> FilledCell | None:
    """Return the filled cell at a point."""
    return next((one for one in cells if one.area.holds(x, y)), None)


@dataclass
class Taken:
    """The words that have found their place, page by page; the others are told at the end."""

    words: dict[int, set[Word]] = field(default_factory=dict)

    def take(self, page: int, words: Iterable[Word]) -> None:
        """Say that these words of a page stand in what was read."""
        self.words.setdefault(page, set()).update(words)

    def free(self, page: OldPage, words: Sequence[Word] | None = None) -> list[Word]:
        """Return those of these words, or of the page's, that have found no place."""
        taken: set[Word] = self.words.get(page.number, set())
        return [word for word in (page.words if words is None else words) if word not in taken]


def words_in(page: OldPage, area: Area) -> list[Word]:
    """Return the words of a page whose middles lie in a rectangle."""
    return [word for word in page.words if area.holds(*word.anchor)]
