"""Bring a register of an earlier sopgen to the form of now, in one transaction, with a copy of the former kept."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Integer, MetaData, Table, cast, insert, select

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.register.database import BUSY_MS, closed_after, connect, free_name, shown, sqlite_path, told, transaction
from sopgen.register.opening import form_of
from sopgen.register.repair import raise_to_highest
from sopgen.register.tables import COUNTERS, FORM, FORMS, METADATA, NUMBERS, OFFICES, PEOPLE

# The tables of form 1, in which one database was one office's; a server keeps them under these names as the copy.
FORMER: Final = ("penghitung", "nomor", "personel")
KEPT_AS: Final = "{name}_lama"
# By which a server lets one upgrade wait for another; SQLite does so by itself.
ONE_AT_A_TIME: Final = 352012


def upgrade(url: str, office: str) -> str:
    """Give the numbers of a register of form 1 to an office; return the name of the copy.

    Raises SopgenError where it has the form of now.
    """
    engine = connect(url, "rw")
    path = sqlite_path(engine)
    if path:
        _without_log(path)
    with closed_after(engine), transaction(engine) as connection:
        if not path:
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
        if form_of(connection) != 1:
            raise SopgenError(say("the register has the form of this sopgen; nothing is to be done"))
        copy = _copied(path) if path else KEPT_AS.format(name="nomor")
        _carry_over(connection, office)
        if path:
            for name in FORMER:
                connection.exec_driver_sql(f"DROP TABLE {KEPT_AS.format(name=name)}")
    return copy


def _carry_over(connection: Connection, office: str) -> None:
    for name in FORMER:
        connection.exec_driver_sql(f"ALTER TABLE {name} RENAME TO {KEPT_AS.format(name=name)}")
    METADATA.create_all(connection)
    connection.execute(insert(FORMS).values(versi=FORM))
    own = connection.execute(insert(OFFICES).values(nama=office).returning(OFFICES.c.id)).scalar_one()
    for table in (COUNTERS, NUMBERS, PEOPLE):
        for rows in _former_rows(connection, table, own).partitions(1000):
            connection.execute(insert(table), [dict(row._mapping) for row in rows])
    raise_to_highest(connection)


def _former_rows(connection: Connection, table: Table, office: int) -> Any:
    former = Table(KEPT_AS.format(name=table.name), MetaData(), autoload_with=connection)
    values = [column for column in former.c if column.name in table.c]
    added = [cast(office, Integer).label("kantor")]
    if table is COUNTERS:
        added.append(cast(1, Integer).label("mulai"))
    return connection.execute(select(*added, *values))


def _copied(path: Path) -> str:
    """Copy a SQLite register beside itself while the caller keeps other writers from it; return the copy's name."""
    copy = free_name(path, "lama")
    copy.touch(mode=0o600)
    readable = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    with closing(readable) as former, closing(sqlite3.connect(copy)) as made:
        former.backup(made)
        made.execute("PRAGMA journal_mode=DELETE")
    return shown(copy)


def _without_log(path: Path) -> None:
    """Have a SQLite register keep no write-ahead log; whoever may only read can read it then."""
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_MS / 1000)) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise told(str(error)) from error
