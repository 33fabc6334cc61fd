"""WHAT puts an SOP in force by an act of its own: a decree or a regulation, whose annex the SOP is.

The parts and their order are those of Perkap 7/2017 for naskah dinas and of Law 12/2011, annex II, for regulations.
"""

from enum import StrEnum

from pydantic import Field

from sopgen.model.base import CitedLaw, Code, IsoDate, Model, Words


class DecreeForm(StrEnum):
    """A decree has orders (KESATU, KEDUA), a regulation has articles (Pasal 1, Pasal 2)."""

    DECREE = "keputusan"
    REGULATION = "peraturan"


class Decree(Model):
    """The act: who decides what about the SOP, on what grounds; it is signed by who approves the SOP.

    `judul` are its lines in capitals, `jabatan` the post under them, `isi` its orders or articles.
    """

    bentuk: DecreeForm = DecreeForm.DECREE
    judul: tuple[Words, ...] = Field(min_length=1, max_length=6)
    nomor: Code
    tentang: Words
    pembuka: Words | None = None
    jabatan: Words
    menimbang: tuple[Words, ...] = Field(min_length=1)
    mengingat: tuple[CitedLaw, ...] = Field(min_length=1)
    memperhatikan: tuple[Words, ...] = ()
    menetapkan: Words
    isi: tuple[Words, ...] = Field(min_length=1, max_length=20)
    tempat: Words
    tanggal: IsoDate | None = None
    tembusan: tuple[Words, ...] = ()
