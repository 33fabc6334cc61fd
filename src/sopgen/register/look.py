"""Look numbers up; nothing here writes, and a register that one may only read is enough."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Engine, Row, Select, func, select

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.register.database import DamagedRegister, transaction
from sopgen.register.entry import FormerLetter, NumberEntry, State
from sopgen.register.tables import COUNTERS, FILES, FORMER, NUMBERS, PEOPLE

# Databases bound the values of one query.
AT_ONCE: Final = 500


@dataclass(frozen=True)
class Office:
    """Whose numbers they are: the office's row, and its name as its letterhead has it."""

    id: int
    name: str


@dataclass(frozen=True)
class RegisterView:
    """The register of one office, to look into."""

    engine: Engine
    office: Office

    def find(self, key: str) -> NumberEntry | None:
        """Return the number that a letter has by its key, or None."""
        return self.known([key]).get(key)

    def known(self, keys: Sequence[str]) -> dict[str, NumberEntry]:
        """Return the numbers that letters have by their keys."""
        with transaction(self.engine) as connection:
            return by_key(connection, self.office.id, keys)

    def show(self, year: int, number: int) -> NumberEntry:
        """Return one number. Raises SopgenError where the register does not know it."""
        with transaction(self.engine) as connection:
            found = entry_of(connection, self.office.id, year, number)
        if found is None:
            raise unknown(year, number)
        return found

    def entries(self, year: int | None = None) -> list[NumberEntry]:
        """Return the numbers of a year, or all, in their order."""
        query = _numbers(self.office.id).order_by(NUMBERS.c.tahun, NUMBERS.c.urut)
        if year is not None:
            query = query.where(NUMBERS.c.tahun == year)
        with transaction(self.engine) as connection:
            return with_files(connection, self.office.id, map(entry, connection.execute(query)))

    def former(self, year: int, number: int) -> list[FormerLetter]:
        """Return the letters that a number had before it was corrected."""
        query = select(FORMER).where(*place(FORMER, self.office.id, year, number)).order_by(FORMER.c.versi)
        files = select(FILES).where(*place(FILES, self.office.id, year, number))
        with transaction(self.engine) as connection:
            rows = connection.execute(files).all()
            return [
                FormerLetter(row.versi, row.alasan, {one.nama: one.sidik for one in rows if one.versi == row.versi})
                for row in connection.execute(query)
            ]

    def span(self, year: int) -> tuple[int, int] | None:
        """Return the first and the last number of a year, None where it is not begun."""
        with transaction(self.engine) as connection:
            return span(connection, self.office.id, year)

    def gaps(self, year: int) -> list[tuple[int, NumberEntry | None]]:
        """Return the numbers of a year without a letter: given but not written, or missing from the register."""
        known = {one.number: one for one in self.entries(year)}
        first, last = self.span(year) or (1, 0)
        open_ones = [(number, known.get(number)) for number in range(first, last + 1)]
        return [(number, one) for number, one in open_ones if one is None or one.state is State.GIVEN]

    def latest(self, year: int) -> NumberEntry | None:
        """Return the number of a year whose letter bears the latest date, void ones left out."""
        dated = _numbers(self.office.id).where(NUMBERS.c.tahun == year, NUMBERS.c.tanggal.is_not(None))
        query = dated.where(NUMBERS.c.keadaan != State.VOID).order_by(NUMBERS.c.tanggal.desc(), NUMBERS.c.urut.desc())
        with transaction(self.engine) as connection:
            row = connection.execute(query.limit(1)).one_or_none()
        return entry(row) if row else None

    def same_day(
        self, people: Sequence[str], day: date, besides: Collection[str] = ()
    ) -> list[tuple[str, NumberEntry]]:
        """Return who of these people has an order on that day, with its number; `besides` are keys of letters."""
        pairs: list[tuple[str, NumberEntry]] = []
        with transaction(self.engine) as connection:
            for first in range(0, len(people), AT_ONCE):
                query = _orders_of(self.office.id, people[first : first + AT_ONCE], day)
                found = connection.execute(query)
                pairs += [(row.orang, entry(row)) for row in found if row._mapping["kunci"] not in besides]
        return pairs


def unknown(year: int, number: int) -> SopgenError:
    """Return what is said of a number that the register does not know."""
    return SopgenError(say("the register knows no number {number} of {year}", number=number, year=year))


def damaged(what: str) -> DamagedRegister:
    """Return what is said of a register that can not be right."""
    return DamagedRegister(
        say("the register is damaged: {what}. fix: `sopgen register recover`, or bring back a copy", what=what)
    )


def span(connection: Connection, office: int, year: int, *, behind: int = 0) -> tuple[int, int] | None:
    """Return the first and the last number of a year; `behind` of them are counted and not yet written.

    Raises SopgenError where the counter was set back.
    """
    query = select(COUNTERS.c.mulai, COUNTERS.c.terakhir)
    row = connection.execute(query.where(COUNTERS.c.kantor == office, COUNTERS.c.tahun == year)).one_or_none()
    top = select(func.max(NUMBERS.c.urut)).where(NUMBERS.c.kantor == office, NUMBERS.c.tahun == year)
    highest = connection.execute(top).scalar() or 0
    if highest > (row.terakhir - behind if row else 0):
        what = say("it holds number {number} of {year}, but counts less", number=highest, year=year)
        raise damaged(what)
    return (row.mulai, row.terakhir) if row else None


def entry_of(
    connection: Connection, office: int, year: int, number: int, *, lock: bool = False
) -> NumberEntry | None:
    """Return one number with its files, or None; `lock` keeps other writers from it until the transaction ends."""
    query = select(NUMBERS).where(*place(NUMBERS, office, year, number))
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    return with_files(connection, office, [entry(row)])[0] if row else None


def entries_of(connection: Connection, office: int, entries: Sequence[NumberEntry]) -> list[NumberEntry]:
    """Return these numbers as they are now with their files, kept from other writers; those that are there."""
    found: list[NumberEntry] = []
    for year in sorted({one.year for one in entries}):
        numbers = sorted(one.number for one in entries if one.year == year)
        for first in range(0, len(numbers), AT_ONCE):
            some = NUMBERS.c.urut.in_(numbers[first : first + AT_ONCE])
            query = _numbers(office).where(NUMBERS.c.tahun == year, some).order_by(NUMBERS.c.urut).with_for_update()
            found += map(entry, connection.execute(query))
    return with_files(connection, office, found)


def by_key(connection: Connection, office: int, keys: Sequence[str]) -> dict[str, NumberEntry]:
    """Return the numbers that letters have by their keys, with their files."""
    found: list[NumberEntry] = []
    for first in range(0, len(keys), AT_ONCE):
        query = _numbers(office).where(NUMBERS.c.kunci.in_(keys[first : first + AT_ONCE]))
        found += map(entry, connection.execute(query))
    return {one.key: one for one in with_files(connection, office, found) if one.key}


def with_files(connection: Connection, office: int, entries: Iterable[NumberEntry]) -> list[NumberEntry]:
    """Return numbers with the files of their letters as they are now."""
    plain = list(entries)
    files: dict[tuple[int, int, int], dict[str, str]] = {}
    years = {one.year for one in plain}
    for year in years:
        numbers = [one.number for one in plain if one.year == year]
        for first in range(0, len(numbers), AT_ONCE):
            some = FILES.c.urut.in_(numbers[first : first + AT_ONCE])
            query = select(FILES).where(FILES.c.kantor == office, FILES.c.tahun == year, some)
            for row in connection.execute(query.order_by(FILES.c.nama)):
                files.setdefault((year, row.urut, row.versi), {})[row.nama] = row.sidik
    return [replace(one, files=files.get((one.year, one.number, one.version), {})) for one in plain]


def entry(row: Row[Any]) -> NumberEntry:
    """Return a number from its row. Raises SopgenError where the register holds a state that there is not."""
    found = row._mapping
    try:
        state = State(found["keadaan"])
    except ValueError as error:
        raise damaged(say("number {text} is in no known state", text=found["nomor"])) from error
    return NumberEntry(
        found["tahun"],
        found["urut"],
        found["nomor"],
        state,
        subject=found["perihal"],
        day=found["tanggal"],
        reason=found["alasan"],
        digest=found["sidik"],
        to=found["kepada"],
        version=found["versi"],
        content=found["isi"],
        key=found["kunci"],
    )


def _numbers(office: int) -> Select[Any]:
    return select(NUMBERS).where(NUMBERS.c.kantor == office)


def place(table: Any, office: int, year: Any, number: Any) -> tuple[Any, ...]:
    """Return what tells a number's rows in a table."""
    return table.c.kantor == office, table.c.tahun == year, table.c.urut == number


def _orders_of(office: int, people: Sequence[str], day: date) -> Select[Any]:
    same = (NUMBERS.c.kantor == PEOPLE.c.kantor) & (NUMBERS.c.tahun == PEOPLE.c.tahun)
    return (
        select(PEOPLE.c.orang, NUMBERS)
        .join(NUMBERS, same & (NUMBERS.c.urut == PEOPLE.c.urut))
        .where(PEOPLE.c.kantor == office, PEOPLE.c.tanggal == day)
        .where(NUMBERS.c.keadaan != State.VOID, PEOPLE.c.orang.in_(people))
        .order_by(PEOPLE.c.orang, NUMBERS.c.urut)
    )
