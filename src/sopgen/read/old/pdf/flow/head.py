"""The head of the flow table: which column is where, and whose lanes these are."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sopgen.messages import say
from sopgen.read.old.areas import Area, around
from sopgen.read.old.found import Found
from sopgen.read.old.labels import COLUMNS, Known, column, folded
from sopgen.read.old.pdf.page.cells import FilledCell, Taken
from sopgen.read.old.pdf.page.opened import OldPage
from sopgen.read.old.pdf.page.words import Word, found, place

# A lane is at least so wide, in points.
_NARROWEST = 8.0
# The rows of a head are together at most so high below the head of what is done.
_DEEPEST = 70.0
# Heads of lanes with so much between them are two, where the lane is wide enough for two.
_GUTTER, _TOO_WIDE = 3.0, 40.0
_STANDARD = ("waktu", "keluaran", "kelengkapan")


@dataclass(frozen=True, slots=True)
class Column:
    """A column from left to right; `key` is that of the table's heads, empty where its head is not known."""

    key: str
    left: float
    right: float
    head: Found

    @property
    def middle(self) -> float:
        """The x of its middle."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head of a flow table on a page: `area` around it, its columns but the lanes, and the lanes."""

    page: int
    area: Area
    columns: tuple[Column, ...]
    lanes: tuple[Column, ...]
    names: tuple[tuple[str, Found], ...] = ()

    def column(self, key: str) -> Column | None:
        """Return the column of this key."""
        return next((one for one in self.columns if one.key == key), None)

    @property
    def edges(self) -> tuple[float, ...]:
        """The x of all rules between columns."""
        every = (*self.columns, *self.lanes)
        return tuple(sorted({round(x, 1) for one in every for x in (one.left, one.right)}))


def known_head(text: str) -> Known | None:
    """Return the column that a head names, once or twice (Aktivitas/Kegiatan)."""
    whole = column(text)
    parts = [column(one) for one in text.split("/")] if whole is None else []
    keys = {one.key for one in parts if one}
    return next(iter(parts)) if len(keys) == 1 and None not in parts else whole


def head_on(page: OldPage, cells: Sequence[FilledCell], taken: Taken) -> TableHead | None:
    """Return the head of the flow table on this page; None where there is none.

    It is where a head of what is done has one of the standard (time, output, requirements) at its right: the lanes
    are between them, whatever stands above.
    """
    named = [(known.key, cell) for cell in cells if cell.ruled for known in [known_head(cell.text)] if known]
    whats = [cell for key, cell in named if key == "kegiatan"]
    pairs = [
        (what, standard)
        for what in whats
        for key, standard in named
        if key in _STANDARD
        and standard.area.left >= what.area.right + _NARROWEST
        and _beside(what.area, standard.area)
    ]
    if not pairs:
        return None
    what = min((one for one, _ in pairs), key=lambda one: one.area.top)
    mine = [standard for one, standard in pairs if one is what]
    bottom = max(what.area.bottom, *(one.area.bottom for one in mine))
    leaves = [one for one in mine if one.area.bottom > bottom - 4]
    return _head(page, cells, what, leaves, bottom, taken) if leaves else None


def _beside(what: Area, standard: Area) -> bool:
    """Return whether a head stands in the same rows: beside the other one, or in the lower of its two rows."""
    return what.top - 4 <= standard.top <= what.bottom + 4 and standard.bottom <= what.bottom + _DEEPEST


def _head(
    page: OldPage,
    cells: Sequence[FilledCell],
    what: FilledCell,
    leaves: Sequence[FilledCell],
    bottom: float,
    taken: Taken,
) -> TableHead:
    inside = [
        one for one in cells if one.ruled and one.area.bottom > what.area.top + 2 and one.area.bottom <= bottom + 2
    ]
    near = [
        one
        for one in inside
        if one.area.top >= what.area.top - _DEEPEST and _overlaps(one.area, what.area.top, bottom)
    ]
    standard = min(one.area.left for one in (*leaves, *_standards(near, what)))
    between = Area(what.area.right, what.area.top, standard, bottom)
    lanes = _lanes(page, near, between)
    rest = [one for one in near if not between.left - 2 <= one.area.middle[0] <= between.right + 2]
    columns = [_column(page, one) for one in rest if one.area.bottom > bottom - 4 or one is what]
    names = {known.key: found(one.words, page.number) for one in rest for known in [known_head(one.text)] if known}
    over = [one for one in near if one not in rest and one.area.bottom < bottom - 4]
    if over:
        names["pelaksana"] = found(over[0].words, page.number)
    for one in near:
        taken.take(page.number, one.words)
    ordered = _once_each(sorted(columns, key=lambda one: one.left))
    return TableHead(page.number, around(one.area for one in near), ordered, lanes, tuple(names.items()))


def _standards(cells: Sequence[FilledCell], what: FilledCell) -> list[FilledCell]:
    """Return the heads that stand above all columns of the standard: no lane is below one of them."""
    known = [(known_head(one.text), one) for one in cells if one.area.left >= what.area.right + _NARROWEST]
    return [one for name, one in known if name and name.key == "mutu_baku"]


def _once_each(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns with each key of the standard once: that of the better known head."""
    best = {
        key: min((one for one in columns if one.key == key), key=_rank)
        for key in {one.key for one in columns} & {*_STANDARD}
    }
    return tuple(one if best.get(one.key, one) is one else replace(one, key="") for one in columns)


def _rank(one: Column) -> int:
    """Return how well known a head is: the place of its name among those of its key."""
    names = COLUMNS[one.key]
    return names.index(folded(one.head.text)) if folded(one.head.text) in names else len(names)


def _overlaps(area: Area, top: float, bottom: float) -> bool:
    return min(area.bottom, bottom) - max(area.top, top) > 0.5 * area.height


def _column(page: OldPage, cell: FilledCell) -> Column:
    known = known_head(cell.text)
    return Column(known.key if known else "", cell.area.left, cell.area.right, found(cell.words, page.number))


def _lanes(page: OldPage, cells: Sequence[FilledCell], between: Area) -> tuple[Column, ...]:
    """Return the lanes by the rules between their heads, also those whose head is empty."""
    edges = page.rules.down(between.bottom - 3, between.left - 2, between.right + 2)
    if len(edges) < 3:
        edges = _broken_edges(page, between)
    lanes = []
    for left, right in pairwise(edges):
        if right - left < _NARROWEST:
            continue
        top = page.rules.cell((left + right) / 2, between.bottom - 3).top
        inside = Area(left, max(top, between.top), right, between.bottom)
        words = [word for one in cells for word in one.words if inside.holds(*word.area.middle)]
        lanes += _parted(page, inside, words)
    return tuple(lanes)


def _parted(page: OldPage, area: Area, words: Sequence[Word]) -> list[Column]:
    """Return a lane; heads that stand beside one another without a rule between them are lanes of their own."""
    if not words:
        return [Column("", area.left, area.right, Found("", place(page.number, area), say("the lane has no head")))]
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda one: one.area.left):
        if groups and word.area.left - max(one.area.right for one in groups[-1]) < _GUTTER:
            groups[-1].append(word)
        else:
            groups.append([word])
    if len(groups) == 1 or area.width < _TOO_WIDE * len(groups):
        return [Column("", area.left, area.right, found(words, page.number))]
    unsure = say("no rule parts this lane from the one beside it")
    ends = [around(word.area for word in group) for group in groups]
    bounds = [area.left, *((one.right + other.left) / 2 for one, other in pairwise(ends)), area.right]
    return [
        Column("", left, right, found(group, page.number, unsure))
        for group, (left, right) in zip(groups, pairwise(bounds), strict=True)
    ]


def _broken_edges(page: OldPage, between: Area) -> list[float]:
    """Return the x of the rules between lanes where they are dotted: only pieces of them stand in the head."""
    pieces = [
        one.at
        for one in page.rules.standing
        if between.left - 2 <= one.at <= between.right + 2
        and one.end > between.top
        and one.start < between.bottom + 3
    ]
    edges: list[float] = []
    for x in sorted(pieces):
        if not edges or x - edges[-1] > _NARROWEST:
            edges.append(x)
    return edges
