"""WHO reviewed, approved, signed and monitored an edition (spec/pengesahan/<sop>-<edisi>.yaml)."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from sopgen.model.base import IsoDate, Model, Nrp, Slug, Text
from sopgen.model.sop import Status

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Decision(StrEnum):
    """What an official decided."""

    APPROVED = "setuju"
    REJECTED = "tolak"


class Officer(Model):
    """An official as the record names him."""

    nama: Text
    pangkat: Text
    nrp: Nrp
    jabatan: Text


class Approval(Model):
    """One event in the life of an edition.

    It is bound to what was seen: `sidik` is the digest of the whole, `bagian` that of each part, so that a later
    change voids it and can be named.
    """

    keadaan: Status
    tanggal: IsoDate
    oleh: Officer
    keputusan: Decision = Decision.APPROVED
    catatan: Text | None = None
    sidik: Sha256
    bagian: dict[Text, Sha256] = Field(default_factory=dict)


class Look(StrEnum):
    """Which of the two looks at an edition in force it was (Permenpan RB 35/2012, annex)."""

    MONITORING = "monitoring"
    EVALUATION = "evaluasi"


class Judgement(StrEnum):
    """How the edition is carried out (Permenpan RB 35/2012, annex, table 7)."""

    GOOD = "berjalan_baik"
    POOR = "tidak_berjalan_baik"


class Monitoring(Model):
    """A monitoring or evaluation that took place: the columns of table 7 of the annex."""

    jenis: Look
    tanggal: IsoDate
    oleh: Officer
    hasil: Judgement
    catatan: Text | None = None
    tindakan: Text | None = None


class ApprovalFile(Model):
    """The life of an edition: its events in their order, and the looks at how it is carried out."""

    sop: Slug
    edisi: Slug
    riwayat: tuple[Approval, ...] = ()
    pemantauan: tuple[Monitoring, ...] = ()
