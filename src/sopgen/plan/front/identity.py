"""The identity page: its lists go on over further pages where one does not hold them (millimetres).

Word and Typst break a row of a table at different lines; so the plan says which items stand on which page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.identity import Identity
from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.sop import IdentityLook, SopLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.columns import BOLD
from sopgen.plan.contract.boxes import GAP
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.front.body import initials
from sopgen.plan.front.lists import FrontList, ListPart, front_lists
from sopgen.plan.front.rows import identity_rows
from sopgen.plan.measure import line_height, wrap

# What programs measure otherwise than we do, on a page.
SPARE: Final = 3.0
NOTHING: Final = ListPart("", ())

ListPair = tuple[ListPart, ListPart]
IdentityPages = tuple[tuple[ListPair, ...], ...]


def identity_pages(
    sop: Sop, unit: Unit, look: SopLook, columns: Sequence[float], page: PageFrame, *, above: float = 0.0
) -> IdentityPages:
    """Return the lists page by page; the first page begins with the letterhead and the rows of the SOP.

    `columns` are the widths of the table, `above` is the height of what stands above it. At the foot of
    each page the row of initials has room, if there is one. Raises PlanError where an item is taller than a page.
    """
    foot = sum(table.height + GAP for table in initials(sop, look, page.text_width))
    # Word needs a line after the table, with which the section ends.
    room = page.text_height - SPARE - line_height(look.identitas.ukuran) - foot
    cells = _Cells(look, tuple(columns))
    pages: list[list[ListPair]] = [[]]
    left = room - cells.head(sop.identitas, unit) - above
    refused: list[Refusal] = []
    for lists in side_by_side(front_lists(sop, look)):
        rest: ListPair | None = whole(lists)
        refused += _too_tall(lists, cells, room)
        while rest and not refused:
            part, rest = cells.filled(rest, left)
            if part is None:
                pages.append([])
                left = room
            else:
                pages[-1].append(part)
                left -= cells.tall(part)
    if refused:
        raise PlanError(*refused)
    return tuple(map(tuple, pages))


def side_by_side(lists: Sequence[FrontList]) -> tuple[tuple[FrontList, ...], ...]:
    """Return the lists two by two; the last one stands alone where they are odd."""
    return tuple(tuple(lists[n : n + 2]) for n in range(0, len(lists), 2))


def whole(lists: Sequence[FrontList]) -> ListPair:
    """Return one or two lists, as they stand side by side."""
    first, *others = (one.whole for one in lists)
    return first, others[0] if others else NOTHING


def _too_tall(lists: Sequence[FrontList], cells: "_Cells", room: float) -> Iterator[Refusal]:
    for side, one in enumerate(lists):
        for n in range(len(one.whole.items)):
            needed = cells.side(replace(one.whole.cut(n, n + 1), title=one.whole.title), side)
            if needed > room:
                what = say(
                    "the item needs {needed} mm, a page has {room} mm", needed=f"{needed:.0f}", room=f"{room:.0f}"
                )
                yield Refusal("TL06", (*one.loc, "isi", n), what, say("shorten it, or make several items of it"))


@dataclass(frozen=True)
class _Cells:
    """How tall the cells of the identity table are, by its look and the widths of its columns."""

    look: SopLook
    columns: tuple[float, ...]

    @property
    def _page(self) -> IdentityLook:
        return self.look.identitas

    def _lines(self, text: str, width: float, size: float | None = None, *, bold: bool = False) -> float:
        size = size or self._page.ukuran
        lines = wrap(text, (width - 2 * self._page.jarak_sel.mendatar) / (BOLD if bold else 1), size)
        return max(1, len(lines)) * line_height(size)

    def head(self, identity: Identity, unit: Unit) -> float:
        """Return the height of all above the lists: the letterhead beside the rows of the SOP."""
        return max(self._letterhead(identity, unit), self._rows(identity))

    def _letterhead(self, identity: Identity, unit: Unit) -> float:
        page, width = self._page, self.columns[0]
        emblem, title = page.lambang, page.satuan_kerja
        return sum(
            (
                2 * page.jarak_sel.tegak + page.jarak_atas_kop + self._rule,
                *(self._lines(line, width) for line in unit.kop),
                emblem.jarak_atas + emblem.tinggi + emblem.jarak_bawah,
                self._lines(identity.satuan_kerja, width, title.ukuran, bold=True) + title.jarak_bawah,
                self._lines(identity.nama_singkat, width, bold=True),
            )
        )

    def _rows(self, identity: Identity) -> float:
        page, (_, label, _, value) = self._page, self.columns
        above, below = identity_rows(identity)
        rows = [
            max(self._lines(name, label), self._lines(said, value, bold=True)) for name, said, _ in (*above, *below)
        ]
        signer, across = identity.pengesah, sum(self.columns[1:])
        rank = f"{signer.pangkat} NRP {signer.nrp}"
        rows.append(page.ruang_pengesahan + self._lines(signer.nama, across, bold=True) + self._lines(rank, across))
        return sum(rows) + len(rows) * (2 * page.jarak_sel.tegak + self._rule)

    @property
    def _rule(self) -> float:
        return self.look.garis * MM_A_POINT

    def tall(self, part: ListPair) -> float:
        """Return the height of two lists side by side."""
        return max(self.side(one, side) for side, one in enumerate(part))

    def side(self, part: ListPart, side: int) -> float:
        """Return the height of one of them, left (0) or right (1)."""
        page, width = self._page, self.columns[0] if side == 0 else sum(self.columns[1:])
        around = 2 * max(page.jarak_sel.daftar, page.jarak_sel.tegak) + self._rule
        title = self._lines(part.title, width, bold=True) + page.jarak_judul_daftar if part.title else 0.0
        return around + title + sum(self._lines(item, width - part.indent) for item in part.items)

    def filled(self, rest: ListPair, room: float) -> tuple[ListPair | None, ListPair | None]:
        """Return what of two lists a room holds (None: too little), and what is left (None: nothing)."""
        if self.tall(rest) <= room:
            return rest, None
        held = [self._held(one, side, room) for side, one in enumerate(rest)]
        if not all(count or not one.items for count, one in zip(held, rest, strict=True)):
            return None, rest
        first, second = (one.cut(0, n) for n, one in zip(held, rest, strict=True))
        later, other = (replace(one.cut(n), title="") for n, one in zip(held, rest, strict=True))
        return (first, second), (later, other) if later.items or other.items else None

    def _held(self, part: ListPart, side: int, room: float) -> int:
        counts = range(len(part.items), -1, -1)
        return next((n for n in counts if self.side(part.cut(0, n), side) <= room), 0)
