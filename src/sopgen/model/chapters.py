"""WHAT a prose SOP is: chapters of numbered items, as most police offices write it (naskah dinas).

It has the number, the dates and the approver of every SOP; the lists of the form of Permenpan RB 35/2012 stand where
an item names them, and a flow is an annex where there are activities.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Annotated, Final

from pydantic import Discriminator, Field, Tag

from sopgen.errors import Loc
from sopgen.model.base import Model, Slug, Words
from sopgen.model.sop import Activity, Lane, MarkedSection, Sop

# Under a chapter: 1., a., 1), a), (1), (a).
DEEPEST: Final = 6
# A reference to an item by its id, which is printed as its number: `{lihat:tamu}`.
SEE: Final = re.compile(r"\{lihat:? *([A-Za-z0-9_-]+)\}")


class NumberRun(StrEnum):
    """How the items under the chapters are numbered: on through all chapters, or anew in each."""

    ON = "bersambung"
    ANEW = "per_bab"


class ListOfSop(StrEnum):
    """The lists of an SOP that an item can print under itself."""

    BASIS = "dasar_hukum"
    COMPETENCE = "kualifikasi_pelaksana"
    RELATED = "keterkaitan"
    EQUIPMENT = "peralatan"
    WARNING = "peringatan"
    RECORDS = "pencatatan"


class ItemTable(Model):
    """A plain table: its heads, the shares of its columns (equal ones where none are given), its rows."""

    kepala: tuple[Words, ...] = Field(min_length=1, max_length=8)
    lebar: tuple[Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)], ...] = ()
    baris: tuple[tuple[Words | None, ...], ...] = Field(min_length=1)


def _form(value: object) -> str:
    """Return the tag of what an item is in the file: a text alone, or keys."""
    return "teks" if isinstance(value, str) else "butir"


# An item as the file has it.
ItemOrText = Annotated[
    Annotated[Words, Tag("teks")] | Annotated["ChapterItem", Tag("butir")],
    Discriminator(_form),
]


class ChapterItem(Model):
    """An item of a chapter: a heading, text, items under it, in this order.

    Each line of `teks` is a paragraph; `tabel` stands under it. An item with `tanpa_nomor` stands between the others
    without a number.
    `daftar` prints that list of the SOP as the items under this one. `id` is for `{lihat:id}` in texts.
    """

    id: Slug | None = None
    judul: Words | None = None
    teks: Words | None = None
    tabel: ItemTable | None = None
    daftar: ListOfSop | None = None
    tanpa_nomor: bool = False
    isi: tuple[ItemOrText, ...] = ()

    @classmethod
    def of(cls, item: "ChapterItem | str") -> "ChapterItem":
        """Return an item as a record, whichever way the file has it."""
        if isinstance(item, ChapterItem):
            return item
        return cls.default(id=None, judul=None, teks=item, tabel=None, daftar=None, tanpa_nomor=False, isi=())


class Chapter(Model):
    """A chapter: its title, and its items or a paragraph (`teks`) before them."""

    id: Slug | None = None
    judul: Words
    teks: Words | None = None
    isi: tuple[ItemOrText, ...] = ()


def _no_section() -> MarkedSection:
    return MarkedSection.default(judul="", isi=())


class ProseSop(Sop):
    """One edition of a prose SOP.

    `judul_naskah` is its title line by line (STANDAR OPERASIONAL PROSEDUR, tentang, ...). A cover is printed where
    there is one. `kata_sambung` puts the first words of the next page under each page, as police letters have it.
    """

    judul_naskah: tuple[Words, ...] = Field(min_length=1, max_length=12)
    bab: tuple[Chapter, ...] = Field(min_length=1, max_length=60)
    penomoran: NumberRun = NumberRun.ANEW
    kata_sambung: bool = False
    kualifikasi_pelaksana: MarkedSection = _no_section()
    keterkaitan: MarkedSection = _no_section()
    peralatan: MarkedSection = _no_section()
    peringatan: MarkedSection = _no_section()
    pencatatan: MarkedSection = _no_section()
    pelaksana: tuple[Lane, ...] = Field(default=(), max_length=16)
    kegiatan: tuple[Activity, ...] = ()

    @property
    def items(self) -> Iterator[tuple[Loc, ChapterItem]]:
        """Every item of the chapters with its place, in the order of the document."""
        for n, chapter in enumerate(self.bab):
            yield from _inside(("bab", n), chapter.isi)

    @property
    def printed_lists(self) -> tuple[str, ...]:
        """The keys of the lists that an item prints, in the order of the document."""
        return tuple(dict.fromkeys(item.daftar.value for _, item in self.items if item.daftar))


def _inside(loc: Loc, items: Sequence[ChapterItem | str]) -> Iterator[tuple[Loc, ChapterItem]]:
    for n, one in enumerate(items):
        here, item = (*loc, "isi", n), ChapterItem.of(one)
        yield here, item
        yield from _inside(here, item.isi)


def kind_of(data: object) -> type[Sop]:
    """Return the kind of SOP that a file's data are: prose where they have chapters, else the form of the table."""
    return ProseSop if isinstance(data, dict) and "bab" in data else Sop


def template_of(sop: Sop) -> str:
    """Return the name of the template folder that an SOP is printed by."""
    return "naskah-sop" if isinstance(sop, ProseSop) else "sop"
