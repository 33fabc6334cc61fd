"""The way to the register's database: one SQLite file, or PostgreSQL where several PCs share it."""

import os
import random
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, IntegrityError, NoSuchModuleError, OperationalError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from sopgen.errors import SopgenError, ToolMissing, with_fix
from sopgen.messages import say, system_fix, system_reason

# Milliseconds to wait for another command that writes.
BUSY_MS: Final = 15_000
# Seconds between two tries for the turn to write: by chance, so that two do not ask in step.
ASKED_AGAIN: Final = (0.0005, 0.004)
Mode = Literal["ro", "rw", "rwc"]
# Bytes 18 and 19 of a SQLite file say that its journal is a write-ahead log, as registers of form 1 had it.
LOG_AHEAD: Final = slice(18, 20)


def connect(url: str, mode: Mode) -> Engine:
    """Return the database of an address: to look only (ro), to write (rw), or to begin where there is none (rwc).

    Nothing is read or written yet. Raises SopgenError where the address is wrong or a SQLite file is missing,
    ToolMissing without the database's driver.
    """
    address = parsed(url)
    try:
        if address.get_backend_name() != "sqlite":
            return create_engine(address, hide_parameters=True)
    except ImportError as error:
        what = say("{name} is missing (the register's database). fix: pip install sopgen[postgres]", name=error.name)
        raise ToolMissing(what) from error
    except (NoSuchModuleError, ArgumentError) as error:
        raise _unusable() from error
    path = Path(address.database or "")
    if mode == "rwc":
        _make_folder(path)
    elif not path.is_file():
        raise missing(path)
    return _sqlite(path, mode)


def parsed(url: str) -> URL:
    """Return the parts of an address. Raises SopgenError, in words that show no password, where it is none."""
    try:
        address = make_url(url)
        kind = address.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise _unusable() from error
    file = kind == "sqlite" and address.database and not address.database.startswith((":memory:", "file:"))
    if not (file or kind == "postgresql"):
        raise _unusable()
    return address


def missing(path: Path) -> SopgenError:
    """Return what is said where there is no register."""
    fix = say("`sopgen register begin --start N`, N the next number of your book; `sopgen register recover` if lost")
    return SopgenError(say("there is no register {path}. fix: {fix}", path=shown(path), fix=fix))


def shown(path: Path) -> str:
    """Return a path as one in the current folder reads it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def sqlite_path(engine: Engine) -> Path | None:
    """Return the file of a SQLite register, None where a server keeps it."""
    name = engine.url.database if engine.dialect.name == "sqlite" else None
    return Path(name) if name else None


def sqlite_file(url: str) -> Path | None:
    """Return the file that an address names, None where a server keeps the register."""
    address = parsed(url)
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


def moved_aside(path: Path, word: str) -> Path:
    """Give a file another name beside its own. Raises SopgenError where the folder does not let us."""
    place = free_name(path, word)
    try:
        path.rename(place)
    except OSError as error:
        raise SopgenError(_unwritten(place, error)) from error
    return place


def free_name(path: Path, word: str) -> Path:
    """Return a name beside a register's that no file has yet: <name>.<word>-1.sqlite."""
    return next(name for n in range(1, 10_000) if not (name := path.with_suffix(f".{word}-{n}.sqlite")).exists())


def logs_ahead(path: Path) -> bool:
    """Say whether a SQLite file is of the kind that only one with write rights can read."""
    with path.open("rb") as file:
        return file.read(20)[LOG_AHEAD] == b"\2\2"


def has_password(url: str) -> bool:
    """Say whether a password stands in an address; what is none has none."""
    try:
        return bool(parsed(url).password)
    except SopgenError:
        return False


class DamagedRegister(SopgenError):
    """A register that can not be read, or holds what can not be."""


class Clash(SopgenError):
    """Another process wrote the same row at the same time."""


@contextmanager
def kept_open(engine: Engine) -> Iterator[Engine]:
    """Give a database that stays open for the caller; it is closed where the caller's work with it fails."""
    try:
        yield engine
    except BaseException:
        engine.dispose()
        raise


@contextmanager
def closed_after(engine: Engine) -> Iterator[Engine]:
    """Give a database for one piece of work; its connections are closed when that is done."""
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def transaction(engine: Engine) -> Iterator[Connection]:
    """Yield a connection in one transaction; the database's own errors become clear lines without its data."""
    try:
        with engine.begin() as connection:
            yield connection
    except IntegrityError as error:
        raise Clash(say("another command is using the register. fix: {fix}", fix=_again())) from error
    except SQLAlchemyError as error:
        raise told(_first_words(error)) from error


def _first_words(error: BaseException) -> str:
    """Return what the database said first: a full disk ends the transaction, and then its savepoints are missing."""
    first, before = error, error.__context__
    while before is not None:
        first, before = before if isinstance(before, SQLAlchemyError) else first, before.__context__
    return str(getattr(first, "orig", first))


def refuse_damaged(engine: Engine) -> None:
    """Raise SopgenError where a SQLite register's own structure is broken; servers see to that themselves."""
    if engine.dialect.name == "sqlite":
        with transaction(engine) as connection:
            if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
                raise told("malformed")


def _unusable() -> SopgenError:
    fix = say("write sqlite:///folder/register.sqlite or postgresql+psycopg://user@host/name")
    return SopgenError(say("the register's address can not be used. fix: {fix}", fix=fix))


def _unwritten(path: Path, error: OSError) -> str:
    what = say("{folder} can not be written: {reason}", folder=path, reason=system_reason(error))
    return with_fix(what, system_fix(error))


def _make_folder(path: Path) -> None:
    """Make the folder and an empty file that its owner alone can read: a register names people."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise SopgenError(_unwritten(path, error)) from error


def _sqlite(path: Path, mode: Mode) -> Engine:
    """Return the engine of a SQLite file; no write-ahead log, which shared folders do not bear."""

    def opened() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={'ro' if mode == 'ro' else 'rw'}",
            uri=True,
            timeout=BUSY_MS / 1000,
            isolation_level=None,
            check_same_thread=False,
        )
        # A journal that is emptied costs a third of one that is deleted, and keeps nothing either.
        for setting in ("synchronous=FULL", "secure_delete=ON", *([] if mode == "ro" else ["journal_mode=TRUNCATE"])):
            connection.execute(f"PRAGMA {setting}")
        return connection

    address = URL.create("sqlite", database=str(path))
    engine = create_engine(address, creator=opened, poolclass=NullPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if mode == "ro":
            connection.exec_driver_sql("BEGIN")
        else:
            _take_turn(connection)

    return engine


def _take_turn(connection: Connection) -> None:
    """Begin a transaction as a writer; two that read first would block each other.

    SQLite's own waiting asks ever more seldom, so that a busy process can starve another.
    """
    until = time.monotonic() + BUSY_MS / 1000
    connection.exec_driver_sql("PRAGMA busy_timeout=0")
    while True:
        try:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            break
        except OperationalError as error:
            if "locked" not in str(error.orig) or time.monotonic() > until:
                raise
            time.sleep(random.uniform(*ASKED_AGAIN))
    connection.exec_driver_sql(f"PRAGMA busy_timeout={BUSY_MS}")


def _again() -> str:
    return say("wait a moment, then give the same command again")


BROKEN: Final = ("malformed", "not a database", "no such", "does not exist", "undefined", "constraint failed")


def told(text: str) -> SopgenError:
    """Return a database's error in the reader's words; the driver's may hold parts of a password."""
    words = text.lower()
    if any(mark in words for mark in BROKEN):
        return DamagedRegister(
            say("the register is damaged, or it is none. fix: `sopgen register recover`, or bring back a copy")
        )
    rights = say("ask its owner for the right to write, and look at free space")
    known = {
        ("locked", "lock timeout", "deadlock"): say(
            "another command is using the register. fix: {fix}", fix=_again()
        ),
        ("readonly", "read-only", "permission denied"): say(
            "the register can not be written. fix: {fix}", fix=rights
        ),
        ("is full", "no space"): say(
            "the register's disk is full. fix: make room on it, then the same command again"
        ),
        ("unable to open", "i/o"): say("the register can not be opened or written. fix: {fix}", fix=rights),
        ("password", "authentication", "role"): say(
            "the database refuses the user or the password. fix: correct them, the password in PGPASSFILE"
        ),
    }
    for marks, what in known.items():
        if any(mark in words for mark in marks):
            return SopgenError(what)
    return SopgenError(
        say("the register's database does not answer. fix: look at its address, the network and the server")
    )
