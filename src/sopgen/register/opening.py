"""Begin a register, and open one: never silently, and never another office's."""

from sqlalchemy import Connection, Engine, insert, inspect, select, update

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say
from sopgen.register.database import (
    connect,
    kept_open,
    logs_ahead,
    missing,
    refuse_damaged,
    shown,
    sqlite_path,
    transaction,
)
from sopgen.register.look import Office, RegisterView, span
from sopgen.register.rows import start_year
from sopgen.register.store import Register
from sopgen.register.tables import FORM, FORMS, METADATA, OFFICES


def begin(url: str, office: str, year: int, first: int) -> Register:
    """Begin the numbers of an office's year at `first`; the register itself where there is none yet.

    Raises SopgenError where that year is begun.
    """
    with kept_open(connect(url, "rwc")) as engine, transaction(engine) as connection:
        if form_of(connection) == 0:
            METADATA.create_all(connection)
            connection.execute(insert(FORMS).values(versi=FORM))
        _refuse_other_form(engine, connection)
        own = _office(connection, office) or _new_office(connection, office)
        begun = span(connection, own.id, year)
        if begun:
            raise SopgenError(
                with_fix(
                    say("the numbers of {year} are begun: the last is {number}", year=year, number=begun[1]),
                    say("nothing is to be done; `sopgen register list` shows them"),
                )
            )
        start_year(connection, own.id, year, first)
    return Register(engine, own)


def open_register(url: str, office: str) -> Register:
    """Return an office's register to write in. Raises SopgenError where it is not there, or another office's."""
    with kept_open(connect(url, "rw")) as engine:
        own = _opened(engine, office)
        refuse_damaged(engine)
        return Register(engine, own)


def open_existing(url: str, office: str | None = None) -> RegisterView:
    """Return a register to look numbers up in, the only one of the database where no office is named.

    Raises SopgenError where there is none at that address. Write rights are not needed.
    """
    with kept_open(connect(url, "ro")) as engine:
        return RegisterView(engine, _opened(engine, office))


def exists(url: str) -> bool:
    """Say whether there is a register at an address; one that a server keeps is taken to be."""
    try:
        path = sqlite_path(connect(url, "ro"))
    except SopgenError:
        return False
    return path is None or path.stat().st_size > 0


def offices_in(url: str) -> list[str]:
    """Return the names of the offices whose numbers a register holds. Raises SopgenError where there is none."""
    with kept_open(connect(url, "ro")) as engine, transaction(engine) as connection:
        _refuse_other_form(engine, connection)
        return [str(row.nama) for row in connection.execute(select(OFFICES).order_by(OFFICES.c.nama))]


def rename(url: str, former: str, office: str) -> Register:
    """Have the numbers of an office go on under its new name. Raises SopgenError where either can not be."""
    with kept_open(connect(url, "rw")) as engine, transaction(engine) as connection:
        _refuse_other_form(engine, connection)
        found = _office(connection, former)
        if found is None:
            raise _another(connection, former)
        if _office(connection, office):
            raise SopgenError(
                with_fix(
                    say("the register holds numbers of {office} already", office=office),
                    say("look at the name in spec/satuan.yaml"),
                )
            )
        connection.execute(update(OFFICES).where(OFFICES.c.id == found.id).values(nama=office))
    return Register(engine, Office(found.id, office))


def form_of(connection: Connection) -> int:
    """Return the form of a register's tables: 0 where there are none, 1 before offices stood in the keys."""
    tables = set(inspect(connection).get_table_names())
    if FORMS.name in tables:
        return int(connection.execute(select(FORMS.c.versi)).scalar() or 0)
    return 1 if "nomor" in tables else 0


def _opened(engine: Engine, office: str | None) -> Office:
    path = sqlite_path(engine)
    if path and logs_ahead(path):
        raise _earlier(engine)
    with transaction(engine) as connection:
        if form_of(connection) == 0 and path:
            raise missing(path)
        _refuse_other_form(engine, connection)
        found = _office(connection, office) if office else _only_office(connection)
        if found is None:
            raise _another(connection, office or "-")
        return found


def _refuse_other_form(engine: Engine, connection: Connection) -> None:
    form = form_of(connection)
    if form == 0:
        raise SopgenError(say("there is no register in this database. fix: `sopgen register begin --start N`"))
    if form < FORM:
        raise _earlier(engine)
    if form > FORM:
        raise SopgenError(say("a newer sopgen made this register. fix: install that one"))


def _earlier(engine: Engine) -> SopgenError:
    path = sqlite_path(engine)
    name = shown(path) if path else say("of this database")
    what = say("the register {path} has the form of an earlier sopgen. fix: `sopgen register upgrade`", path=name)
    return SopgenError(what)


def _office(connection: Connection, name: str) -> Office | None:
    row = connection.execute(select(OFFICES).where(OFFICES.c.nama == name)).one_or_none()
    return Office(row.id, row.nama) if row else None


def _only_office(connection: Connection) -> Office | None:
    rows = connection.execute(select(OFFICES)).all()
    return Office(rows[0].id, rows[0].nama) if len(rows) == 1 else None


def _new_office(connection: Connection, name: str) -> Office:
    made = connection.execute(insert(OFFICES).values(nama=name).returning(OFFICES.c.id)).scalar_one()
    return Office(int(made), name)


def _another(connection: Connection, name: str) -> SopgenError:
    known = "; ".join(connection.execute(select(OFFICES.c.nama).order_by(OFFICES.c.id)).scalars())
    fix = say("`sopgen register begin` for a second office; `sopgen register rename --from NAME` if it was renamed")
    what = say('the register is of "{known}", not of "{name}". fix: {fix}', known=known, name=name, fix=fix)
    return SopgenError(what)
