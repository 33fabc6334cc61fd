"""WHAT the lists of an SOP are beyond the official six: in the office's own order, with marks of its own."""

from enum import StrEnum
from typing import Annotated, Any, Final, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sopgen.model.base import IsoDate, Label, Model, Words
from sopgen.model.printed import NotPrinted

# The six lists of the official form (Permenpan RB 35/2012, annex), with the names that it gives them.
STANDARD: Final = {
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi_pelaksana": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan Pendataan",
}


class ItemMark(StrEnum):
    """What stands before the items of a list: a dash, their number, or nothing."""

    DASH = "strip"
    NUMBER = "nomor"
    PLAIN = "polos"

    def of(self, count: int) -> tuple[str, ...]:
        """Return the marks of so many items."""
        if self is ItemMark.NUMBER:
            return tuple(f"{n}." for n in range(1, count + 1))
        return ("-" if self is ItemMark.DASH else "",) * count


class HistoryEntry(Model):
    """A row of the record of changes (rekaman historis): what was changed, to what, in effect since when."""

    yang_diubah: Words
    isi_perubahan: Words
    tanggal: IsoDate | None = None


class OwnSection(Model):
    """A section in the office's own order: one of the six by its key (`dari`), or a list of its own.

    `langkah` are the steps of the flows, numbered, `bagan` their charts, which then stand in the place of the flow
    table. `riwayat` are the rows of a record of changes; where there are
    none yet, room is left to write them by hand.
    """

    judul: Label | None = None
    isi: tuple[Words, ...] = ()
    butir: ItemMark = ItemMark.DASH
    riwayat: tuple[HistoryEntry, ...] | None = None
    dari: (
        Annotated[
            Literal[
                "dasar_hukum",
                "kualifikasi_pelaksana",
                "keterkaitan",
                "peralatan",
                "peringatan",
                "pencatatan",
                "langkah",
                "bagan",
            ],
            NotPrinted("it names what is printed here"),
        ]
        | None
    ) = None

    @property
    def tells_flows(self) -> bool:
        """Whether the steps stand here, in words or as charts."""
        return self.dari in ("langkah", "bagan")

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        given = [bool(self.isi), self.riwayat is not None, self.dari is not None]
        if sum(given) != 1 or not (self.judul or self.dari in STANDARD):
            raise PydanticCustomError("own_section", "a section is one thing")
        return self


class Explanations(Model):
    """A page of explanations: texts of the office, and with `simbol` what the symbols of the charts mean."""

    isi: tuple[Words, ...] = ()
    butir: ItemMark = ItemMark.NUMBER
    simbol: bool = True


def required_without(key: str, names: tuple[str, ...], schema: dict[str, Any]) -> None:
    """Let a schema ask for some keys only where another one is not given."""
    schema["required"] = [name for name in schema["required"] if name not in names]
    schema["anyOf"] = [{"required": [key]}, {"required": list(names)}]


OwnSections = Annotated[tuple[OwnSection, ...], Field(max_length=30)]
