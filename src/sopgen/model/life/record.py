"""WHO reviewed, approved, signed and monitored an edition (spec/pengesahan/<sop>-<edisi>.yaml)."""

from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, StringConstraints

from sopgen.model.base import IsoDate, Model, Nrp, Sha256, Slug, Text
from sopgen.model.life.criteria import Criteria
from sopgen.model.printed import NotPrinted
from sopgen.model.sop import Status

# The document that is signed: by its signature an edition comes into force.
FINAL: Final = "sop.pdf"
CLOCK: Final = r"^[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-1][0-9]:[0-5][0-9]$"
KEPT: Final = NotPrinted("the record is kept and told on the screen; no document prints it")
KeptText = Annotated[Text, KEPT]
Clock = Annotated[str, KEPT, StringConstraints(pattern=CLOCK)]


class Decision(StrEnum):
    """What an official decided; `batal` takes back the event before it, which stays in the record."""

    APPROVED = "setuju"
    REJECTED = "tolak"
    CANCELLED = "batal"


class Officer(Model):
    """An official as the record names him."""

    nama: KeptText
    pangkat: KeptText = ""
    nrp: Nrp
    jabatan: KeptText


class LifeEvent(Model):
    """One event in the life of an edition.

    It is bound to what was seen: `sidik` is the digest of the whole, `bagian` that of each part, so that a later
    change voids it and can be named. `naskah` is the SHA-256 of sop.docx and sop.pdf as they were to be signed, and
    `program` the version of sopgen that printed them.
    """

    keadaan: Status
    tanggal: IsoDate
    oleh: Officer
    keputusan: Decision = Decision.APPROVED
    catatan: KeptText | None = None
    sidik: Sha256
    bagian: dict[KeptText, Sha256] = Field(default_factory=dict)
    naskah: dict[KeptText, Sha256] = Field(default_factory=dict)
    program: KeptText | None = None


class SigningWay(StrEnum):
    """How a file was signed.

    On paper; by PAdES in the PDF (ETSI EN 319 142-1); by PAdES through BSrE; by a detached CMS file (RFC 5652).
    """

    INK = "basah"
    PADES = "pades"
    BSRE = "bsre"
    CMS = "cms"


class Signature(Model):
    """One signature: `sidik` is the SHA-256 of what was signed, `hasil` of the signed file, the CMS file or the scan.

    `spec` is the digest of the edition's spec in the manifest, `jam` the time of day that the signature itself
    tells, `sertifikat` the SHA-256 of the signer's certificate, `id_dokumen` BSrE's number, `tersimpan` the place
    of the result in the working folder.
    """

    cara: SigningWay
    berkas: KeptText
    sidik: Sha256
    hasil: Sha256
    spec: Sha256
    tanggal: IsoDate
    jam: Clock | None = None
    oleh: Officer
    sertifikat: Sha256 | None = None
    id_dokumen: KeptText | None = None
    tersimpan: KeptText | None = None


class Review(StrEnum):
    """Which of the two looks at an edition in force it was (Permenpan RB 35/2012, annex)."""

    MONITORING = "monitoring"
    EVALUATION = "evaluasi"


class Outcome(StrEnum):
    """How the edition is carried out (Permenpan RB 35/2012, annex, table 7)."""

    GOOD = "berjalan_baik"
    POOR = "tidak_berjalan_baik"


class Monitoring(Model):
    """A monitoring or evaluation that took place: the columns of table 7 of the annex; of an evaluation its criteria.

    Evaluations of records begun before the criteria were kept have none.
    """

    jenis: Review
    tanggal: IsoDate
    oleh: Officer
    hasil: Outcome
    kriteria: Criteria | None = None
    catatan: KeptText | None = None
    tindakan: KeptText | None = None


class RecordFile(Model):
    """The life of an edition: its events in their order, the signatures on its files, the looks at how it goes."""

    sop: Slug
    edisi: Slug
    riwayat: tuple[LifeEvent, ...] = ()
    tanda_tangan: tuple[Signature, ...] = ()
    pemantauan: tuple[Monitoring, ...] = ()
