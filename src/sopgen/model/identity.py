"""WHO issues an SOP and when: the cover and the identity part (Permenpan RB 35/2012, annex)."""

from datetime import date
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from sopgen.model.base import Code, Integer, IsoDate, Label, Model, OfPerson, Words, long_date
from sopgen.model.printed import Printed

# An NRP or a NIP, or dots in a draft whose official is still open.
OPEN_NRP: Final = r"^(?:[0-9]{8}|[0-9]{18}|\.{3,8})$"


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
    pangkat: OfPerson
    nrp: Annotated[str, Printed.PERSON, StringConstraints(pattern=OPEN_NRP)]

    @property
    def is_open(self) -> bool:
        """Whether nobody is named yet."""
        return not self.nrp.isdigit()


class Identity(Model):
    """The identity part: the labelled rows in the order of the official form.

    `nomor_revisi` counts the revisions, 0 for the first edition. The form of Permenpan RB 35/2012 does not print it.
    """

    satuan_kerja: Words
    nama_singkat: Words
    nomor_sop: WordedText
    tanggal_pembuatan: WordedDate
    tanggal_revisi: WordedDate
    nomor_revisi: Integer | None = Field(default=None, ge=0)
    tanggal_efektif: WordedDate
    disahkan_oleh: WordedText
    nama_sop: WordedText
    pengesah: Approver

    @property
    def finished(self) -> date | None:
        """The day this edition was finished: when it was revised, or made where it is the first; None while open."""
        revised = self.tanggal_revisi.nilai
        return revised if revised or self.nomor_revisi else self.tanggal_pembuatan.nilai
