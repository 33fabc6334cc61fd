"""The register's tables, and the way to its database: one SQLite file, or PostgreSQL where several PCs share it."""

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import (
    Column,
    Connection,
    Date,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    create_engine,
    event,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from sopgen.errors import SopgenError, ToolMissing
from sopgen.messages import say

BUSY_MS: Final = 30_000
METADATA: Final = MetaData()

COUNTERS: Final = Table(
    "penghitung",
    METADATA,
    Column("tahun", Integer, primary_key=True, autoincrement=False),
    Column("terakhir", Integer, nullable=False),
)
# `kunci` is the digest of what an order says: the same order, asked for again, gets the same number. A void one has
# none.
NUMBERS: Final = Table(
    "nomor",
    METADATA,
    Column("tahun", Integer, primary_key=True, autoincrement=False),
    Column("urut", Integer, primary_key=True, autoincrement=False),
    Column("nomor", String(200), nullable=False),
    Column("keadaan", String(20), nullable=False),
    Column("kunci", String(64), unique=True),
    Column("perihal", Text, nullable=False, default=""),
    Column("tanggal", Date),
    Column("alasan", Text, nullable=False, default=""),
    Column("sidik", String(64), nullable=False, default=""),
)
PEOPLE: Final = Table(
    "personel",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("tahun", Integer, nullable=False),
    Column("urut", Integer, nullable=False),
    Column("orang", String(200), nullable=False, index=True),
    Column("tanggal", Date, nullable=False),
    UniqueConstraint("tahun", "urut", "orang"),
)


def connect(url: str) -> Engine:
    """Return the database of an address, its tables made where they are missing.

    Raises SopgenError where the address is wrong or the database can not be reached, ToolMissing without its driver.
    """
    try:
        address = make_url(url)
        if address.get_backend_name() == "sqlite" and address.database:
            Path(address.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(address)
        if address.get_backend_name() == "sqlite":
            _as_one_writer(engine)
        METADATA.create_all(engine)
    except (ArgumentError, NoSuchModuleError) as error:
        fix = say("write sqlite:///folder/register.sqlite or postgresql+psycopg://user@host/name")
        raise SopgenError(say("the register's address can not be used. fix: {fix}", fix=fix)) from error
    except ImportError as error:
        raise ToolMissing(
            f"{error.name} is missing (the register's database). fix: pip install sopgen[postgres]"
        ) from error
    except (OperationalError, DatabaseError, OSError) as error:
        reason = str(getattr(error, "orig", error)).splitlines()[0]
        raise SopgenError(say("the register can not be opened: {reason}", reason=reason)) from error
    return engine


def refuse_missing(url: str) -> None:
    """Raise SopgenError where an address names a SQLite file that is not there; `connect` would begin a new one."""
    try:
        address = make_url(url)
    except ArgumentError:
        return  # `connect` tells what is wrong with it
    if address.get_backend_name() == "sqlite" and address.database and not Path(address.database).is_file():
        raise SopgenError(say("there is no register {path}. fix: look at its name and folder", path=address.database))


def _as_one_writer(engine: Engine) -> None:
    """Make each transaction a writer from its beginning: two that read first would block each other."""

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for setting in (f"busy_timeout={BUSY_MS}", "journal_mode=WAL", "synchronous=FULL"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def _immediate(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
