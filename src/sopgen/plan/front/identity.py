"""The identity page: its lists go on over further pages where one does not hold them (millimetres).

Word and Typst break a row of a table at different lines; so the plan says which items stand on which page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.identity import Identity
from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.sop import IdentityLook, SopLook
from sopgen.model.sop import Section, Sop
from sopgen.model.unit import Unit
from sopgen.plan.columns import BOLD
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.contract.tags import Tag
from sopgen.plan.measure import line_height, wrap

# The six lists side by side, as the official form has them (Permenpan RB 35/2012, annex).
PAIRS: Final = (
    ("dasar_hukum", "kualifikasi_pelaksana"),
    ("keterkaitan", "peralatan"),
    ("peringatan", "pencatatan"),
)
# What programs measure otherwise than we do, on a page.
SPARE: Final = 3.0


@dataclass(frozen=True)
class ListPart:
    """What stands of a list on one page: its title, empty where the list goes on, and items."""

    title: Annotated[str, Tag("judul", "judul daftar; kosong bila daftar bersambung dari halaman sebelumnya")]
    items: Annotated[tuple[str, ...], Tag("isi", "butir daftar")]


ListPair = tuple[ListPart, ListPart]
IdentityPages = tuple[tuple[ListPair, ...], ...]


def identity_pages(sop: Sop, unit: Unit, look: SopLook, columns: Sequence[float], page: PageFrame) -> IdentityPages:
    """Return the lists page by page; the first page begins with the letterhead and the rows of the SOP.

    `columns` are the widths of the table. Raises PlanError where an item alone is taller than a page.
    """
    # Word needs a line after the table, with which the section ends.
    room = page.text_height - SPARE - line_height(look.identitas.ukuran)
    cells = _Cells(look, tuple(columns))
    pages: list[list[ListPair]] = [[]]
    left = room - cells.head(sop.identitas, unit)
    refused: list[Refusal] = []
    for names in PAIRS:
        lists: tuple[Section, Section] = (getattr(sop, names[0]), getattr(sop, names[1]))
        rest: ListPair | None = _whole(lists)
        refused += _too_tall(names, lists, cells, room)
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


def _whole(lists: tuple[Section, Section]) -> ListPair:
    first, second = (ListPart(one.judul, tuple(one.isi)) for one in lists)
    return first, second


def _too_tall(
    names: tuple[str, str], lists: tuple[Section, Section], cells: "_Cells", room: float
) -> Iterator[Refusal]:
    for side, (name, one) in enumerate(zip(names, lists, strict=True)):
        for n, item in enumerate(one.isi):
            needed = cells.side(ListPart(one.judul, (item,)), side)
            if needed > room:
                what = say(
                    "the item needs {needed} mm, a page has {room} mm", needed=f"{needed:.0f}", room=f"{room:.0f}"
                )
                yield Refusal("TL06", (name, "isi", n), what, say("shorten it, or make several items of it"))


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
        dates = (identity.tanggal_pembuatan, identity.tanggal_revisi, identity.tanggal_efektif)
        plain = (identity.nomor_sop, identity.disahkan_oleh, identity.nama_sop)
        texts = [(one.judul, one.printed) for one in dates] + [(one.judul, one.nilai) for one in plain]
        rows = [max(self._lines(name, label), self._lines(said, value, bold=True)) for name, said in texts]
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
        return around + title + sum(self._lines(item, width - self.look.inden_butir) for item in part.items)

    def filled(self, rest: ListPair, room: float) -> tuple[ListPair | None, ListPair | None]:
        """Return what of two lists a room holds (None: too little), and what is left (None: nothing)."""
        if self.tall(rest) <= room:
            return rest, None
        held = [self._held(one, side, room) for side, one in enumerate(rest)]
        if not all(count or not one.items for count, one in zip(held, rest, strict=True)):
            return None, rest
        first, second = (ListPart(one.title, one.items[:n]) for n, one in zip(held, rest, strict=True))
        later, other = (ListPart("", one.items[n:]) for n, one in zip(held, rest, strict=True))
        return (first, second), (later, other) if later.items or other.items else None

    def _held(self, part: ListPart, side: int, room: float) -> int:
        counts = range(len(part.items), -1, -1)
        return next((n for n in counts if self.side(ListPart(part.title, part.items[:n]), side) <= room), 0)
