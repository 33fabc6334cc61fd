"""Put right what a register can not hold: counters that were set back, states that there are not."""

from sqlalchemy import Connection, case, func, select

from sopgen.register.database import closed_after, connect, transaction
from sopgen.register.entry import State
from sopgen.register.opening import form_of
from sopgen.register.tables import COUNTERS, FORM, NUMBERS


def repair(url: str) -> None:
    """Raise counters to the highest number, give unknown states the one that the rest of the row shows.

    Raises SopgenError where the database can not be read.
    """
    with closed_after(connect(url, "rw")) as engine, transaction(engine) as connection:
        if form_of(connection) == FORM:
            raise_to_highest(connection)
            shown = case((NUMBERS.c.sidik != "", State.ISSUED), else_=State.GIVEN)
            odd = NUMBERS.c.keadaan.not_in([state.value for state in State])
            connection.execute(NUMBERS.update().where(odd).values(keadaan=shown))


def raise_to_highest(connection: Connection) -> None:
    """Have no counter stand below a number that is known; one that was set back would give it again."""
    top = select(func.max(NUMBERS.c.urut)).where(NUMBERS.c.kantor == COUNTERS.c.kantor)
    highest = func.coalesce(top.where(NUMBERS.c.tahun == COUNTERS.c.tahun).scalar_subquery(), 0)
    connection.execute(COUNTERS.update().where(COUNTERS.c.terakhir < highest).values(terakhir=highest))
