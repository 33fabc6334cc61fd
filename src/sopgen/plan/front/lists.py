"""The lists of an SOP in the order in which its front pages print them: the official six, or the office's own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Final, Self

from sopgen.errors import Loc
from sopgen.model.base import long_date
from sopgen.model.look.sop import SopLook
from sopgen.model.sections import HistoryEntry, ItemMark, OwnSection
from sopgen.model.sop import MarkedSection, Sop
from sopgen.plan.contract.tags import Tag
from sopgen.plan.measure import text_width

# What is between a number and its item (mm).
AFTER_NUMBER: Final = 1.2
# Where the head of Permenpan RB 35/2012 has its charts.
IN_TABLE: Final = "Tercantum dalam tabel alur."
# The order of the official form, two side by side (Permenpan RB 35/2012, annex).
OFFICIAL: Final = (
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "keterkaitan",
    "peralatan",
    "peringatan",
    "pencatatan",
)


@dataclass(frozen=True)
class ListPart:
    """What stands of a list on one page: its title, empty where the list goes on, its items and their marks."""

    title: Annotated[str, Tag("judul", "judul daftar; kosong bila daftar bersambung dari halaman sebelumnya")]
    items: Annotated[tuple[str, ...], Tag("isi", "butir daftar")]
    marks: Annotated[tuple[str, ...], Tag("tanda", "tanda di depan setiap butir: strip, nomor, atau kosong")] = ()
    indent: Annotated[float, Tag("inden", "tempat tanda di depan butir (mm)")] = 0.0

    def cut(self, first: int, end: int | None = None) -> Self:
        """Return the part with these items only; without its title where others stand before them."""
        title = "" if first else self.title
        return replace(self, title=title, items=self.items[first:end], marks=self.marks[first:end])


@dataclass(frozen=True)
class FrontList:
    """A list of the front pages with its place in the spec; `history` are the rows of a record of changes.

    With `charts` the flows of the activities stand there.
    """

    loc: Loc
    whole: ListPart
    history: tuple[HistoryEntry, ...] | None = None
    charts: bool = False


def front_lists(sop: Sop, look: SopLook) -> tuple[FrontList, ...]:
    """Return the lists in their order."""
    if not sop.bagian:
        return tuple(_official(getattr(sop, name), name, look) for name in OFFICIAL)
    return tuple(_own(sop, one, n, look) for n, one in enumerate(sop.bagian))


def _official(section: MarkedSection, name: str, look: SopLook, title: str | None = None) -> FrontList:
    return FrontList((name,), part(title or section.judul, section.isi, section.butir, look))


def _own(sop: Sop, own: OwnSection, n: int, look: SopLook) -> FrontList:
    if own.dari == "langkah":
        return FrontList(("bagian", n), part(own.judul or "", tuple(_steps(sop)), ItemMark.NUMBER, look))
    if own.dari == "bagan":
        said = () if sop.charts_in_front else (IN_TABLE,)
        return FrontList(("bagian", n), part(own.judul or "", said, ItemMark.PLAIN, look), charts=sop.charts_in_front)
    if own.dari:
        return _official(getattr(sop, own.dari), own.dari, look, own.judul)
    items = own.isi if own.riwayat is None else tuple(map(_told, own.riwayat))
    return FrontList(("bagian", n), part(own.judul or "", items, own.butir, look), own.riwayat)


def _told(entry: HistoryEntry) -> str:
    """Return a row of the record of changes as an item, where a form has no room for its table."""
    since = f" ({long_date(entry.tanggal)})" if entry.tanggal else ""
    return f"{entry.yang_diubah}: {entry.isi_perubahan}{since}"


def _steps(sop: Sop) -> Iterator[str]:
    yield from (step.uraian for activity in sop.kegiatan for step in activity.alur if step.uraian)


def part(title: str, items: tuple[str, ...], mark: ItemMark, look: SopLook) -> ListPart:
    """Return a whole list; numbers get the room that the widest one needs."""
    marks = mark.of(len(items))
    indent = {ItemMark.DASH: look.inden_butir, ItemMark.PLAIN: 0.0}.get(mark)
    if indent is None:
        widest = max((text_width(one, look.identitas.ukuran) for one in marks), default=0.0)
        indent = max(look.inden_butir, round(widest + AFTER_NUMBER, 1))
    return ListPart(title, items, marks, indent)
