"""The register's tables; `kantor`, the office, is in every key: several may share one database."""

from typing import Final

from sqlalchemy import Column, Date, Index, Integer, MetaData, String, Table, Text, UniqueConstraint

# Raised with each change of the tables; upgrade.py brings an earlier form to this one.
FORM: Final = 2
METADATA: Final = MetaData()

FORMS: Final = Table("skema", METADATA, Column("versi", Integer, primary_key=True, autoincrement=False))
OFFICES: Final = Table(
    "kantor",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("nama", String(500), nullable=False, unique=True),
)


def _number_of_an_office() -> tuple[Column[int], Column[int], Column[int]]:
    return (
        Column("kantor", Integer, primary_key=True, autoincrement=False),
        Column("tahun", Integer, primary_key=True, autoincrement=False),
        Column("urut", Integer, primary_key=True, autoincrement=False),
    )


# `mulai` is the first number of the year that is the register's: those before it stand in the paper book.
COUNTERS: Final = Table(
    "penghitung",
    METADATA,
    Column("kantor", Integer, primary_key=True, autoincrement=False),
    Column("tahun", Integer, primary_key=True, autoincrement=False),
    Column("mulai", Integer, nullable=False),
    Column("terakhir", Integer, nullable=False),
)
# `kunci` is the digest of what an order says: the same order, asked for again, gets the same number. A void one has
# none, nor has one whose people were purged. `isi` is what the letter was made from (JSON), `sidik` the digest of
# its first file; `versi` counts the letters that a number had: a correction makes the next.
NUMBERS: Final = Table(
    "nomor",
    METADATA,
    *_number_of_an_office(),
    Column("nomor", String(200), nullable=False),
    Column("keadaan", String(20), nullable=False),
    Column("versi", Integer, nullable=False, default=1),
    Column("kunci", String(64)),
    Column("perihal", Text, nullable=False, default=""),
    Column("kepada", Text, nullable=False, default=""),
    Column("tanggal", Date),
    Column("alasan", Text, nullable=False, default=""),
    Column("sidik", String(64), nullable=False, default=""),
    Column("isi", Text, nullable=False, default=""),
    UniqueConstraint("kantor", "kunci"),
)
# The former letters of a number that was corrected; `alasan` says why.
FORMER: Final = Table(
    "riwayat",
    METADATA,
    *_number_of_an_office(),
    Column("versi", Integer, primary_key=True, autoincrement=False),
    Column("perihal", Text, nullable=False, default=""),
    Column("kepada", Text, nullable=False, default=""),
    Column("tanggal", Date),
    Column("alasan", Text, nullable=False),
    Column("isi", Text, nullable=False, default=""),
)
# The files of a number's letters, each with its SHA-256.
FILES: Final = Table(
    "berkas",
    METADATA,
    *_number_of_an_office(),
    Column("versi", Integer, primary_key=True, autoincrement=False),
    Column("nama", String(255), primary_key=True),
    Column("sidik", String(64), nullable=False),
)
PEOPLE: Final = Table(
    "personel",
    METADATA,
    *_number_of_an_office(),
    Column("orang", String(200), primary_key=True),
    Column("tanggal", Date, nullable=False),
    Index("personel_hari", "kantor", "orang", "tanggal"),
)
