"""WHO issues an SOP and when: the cover and the identity part (Permenpan RB 35/2012, annex)."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Literal, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from sopgen.model.base import Code, Integer, IsoDate, Label, Model, OfPerson, Words, long_date
from sopgen.model.printed import NotPrinted, Printed
from sopgen.model.sections import required_without

# An NRP or a NIP, or dots in a draft whose official is still open: more than 8 for a NIP.
OPEN_NRP: Final = r"^(?:[0-9]{8}|[0-9]{18}|\.{3,18})$"
NumberOfPerson = Annotated[str, Printed.PERSON, StringConstraints(pattern=OPEN_NRP)]


class HeadStyle(StrEnum):
    """The form of the head: that of Permenpan RB 35/2012, of a controlled document, of a Puskesmas, of a hospital."""

    PERMENPAN = "permenpan"
    CONTROLLED = "kendali"
    PUSKESMAS = "puskesmas"
    HOSPITAL = "rumah_sakit"


class Cover(Model):
    """The title page, line by line."""

    judul: tuple[Words, ...] = Field(min_length=1)
    tahun: Code
    instansi: tuple[Words, ...] = Field(min_length=1)


class WordedDate(Model):
    """A labelled date; `tertulis` is the printed wording where it differs from `3 September 2019`."""

    judul: Label
    nilai: IsoDate | None
    tertulis: Words | None = None

    @property
    def printed(self) -> str:
        """The wording that stands in the document; empty where there is no date."""
        return self.tertulis or (long_date(self.nilai) if self.nilai else "")


class WordedText(Model):
    """A labelled text of the identity part."""

    judul: Label
    nilai: Words


class Approver(Model):
    """Who approves the SOP, as printed; dots stand where that is still open."""

    nama: OfPerson
    pangkat: OfPerson = ""
    nrp: NumberOfPerson

    @property
    def is_open(self) -> bool:
        """Whether nobody is named yet."""
        return not self.nrp.isdigit()


class ControlSigner(Model):
    """Who made or examined an SOP, in the head of a controlled document: under what word, in what post, when."""

    judul: Label
    jabatan: Words
    nama: OfPerson
    pangkat: OfPerson = ""
    nrp: NumberOfPerson | None = None
    tanggal: IsoDate | None = None


ROWS: Final = ("nomor_sop", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "disahkan_oleh", "nama_sop")
DATES: Final = {
    "tanggal_pembuatan": "Tanggal Pembuatan",
    "tanggal_revisi": "Tanggal Revisi",
    "tanggal_efektif": "Tanggal Efektif",
}


class IdentityRow(Model):
    """A row of the identity part in the office's own order: an item by its key (`dari`), or words of its own.

    `halaman` is the page and their number, `nomor_revisi` the number of the revision in two digits.
    """

    judul: Label | None = None
    nilai: Words | None = None
    dari: (
        Annotated[
            Literal[
                "nomor_sop",
                "tanggal_pembuatan",
                "tanggal_revisi",
                "tanggal_efektif",
                "disahkan_oleh",
                "nama_sop",
                "nomor_revisi",
                "halaman",
            ],
            NotPrinted("it names what is printed here"),
        ]
        | None
    ) = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Self:
        named = self.judul or self.dari in ROWS
        if (self.nilai is None) == (self.dari is None) or not named:
            raise PydanticCustomError("identity_row", "a row is one thing")
        return self


class Identity(Model):
    """The identity part: the labelled rows in the order of the official form, or in the office's own (`baris`).

    `nomor_revisi` counts the revisions, 0 for the first edition. The form of Permenpan RB 35/2012 does not print it.
    `kendali` are those who made and examined the SOP, for a head of document control; `tanggal_pengesahan` is when
    the approver signed.
    """

    model_config = ConfigDict(json_schema_extra=lambda schema: required_without("baris", tuple(DATES), schema))

    satuan_kerja: Words
    nama_singkat: Words = ""
    nomor_sop: WordedText
    tanggal_pembuatan: WordedDate
    tanggal_revisi: WordedDate
    nomor_revisi: Integer | None = Field(default=None, ge=0)
    tanggal_efektif: WordedDate
    disahkan_oleh: WordedText
    nama_sop: WordedText
    pengesah: Approver
    baris: tuple[IdentityRow, ...] = Field(default=(), max_length=20)
    kendali: tuple[ControlSigner, ...] = Field(default=(), max_length=3)
    tanggal_pengesahan: IsoDate | None = None

    @model_validator(mode="before")
    @classmethod
    def _own_rows(cls, data: Any) -> Any:
        """Let an office whose head has other rows leave out the dates that it does not have."""
        if isinstance(data, dict) and data.get("baris"):
            return {**{name: {"judul": title, "nilai": None} for name, title in DATES.items()}, **data}
        return data

    @property
    def rows(self) -> tuple[IdentityRow, ...]:
        """The rows in their order: the office's own, else those of the official form."""
        return self.baris or tuple(IdentityRow.default(judul=None, nilai=None, dari=name) for name in ROWS)

    @property
    def printed_items(self) -> frozenset[str]:
        """The keys of the items that have a row; who approves stands in every head."""
        return frozenset(one.dari for one in self.rows if one.dari) | {"disahkan_oleh"}

    @property
    def finished(self) -> date | None:
        """The day this edition was finished: when it was revised, or made where it is the first; None while open."""
        revised = self.tanggal_revisi.nilai
        return revised if revised or self.nomor_revisi else self.tanggal_pembuatan.nilai
