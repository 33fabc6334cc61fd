"""Give numbers and keep account of them; every step is one transaction."""

from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection, Engine, Row, Select, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.register.tables import COUNTERS, NUMBERS, PEOPLE, connect, refuse_missing


class State(StrEnum):
    """What became of a number."""

    GIVEN = "diberikan"
    ISSUED = "terbit"
    RESERVED = "dicadangkan"
    VOID = "batal"


@dataclass(frozen=True)
class NumberEntry:
    """A number of the register: year, running number, printed number, what became of it, what it is for."""

    year: int
    number: int
    text: str
    state: State
    subject: str = ""
    day: date | None = None
    reason: str = ""
    digest: str = ""


@dataclass(frozen=True)
class LetterKey:
    """A letter that needs a number: its key (the digest of what it says), subject, date, and whom it orders."""

    key: str
    subject: str
    day: date
    people: tuple[str, ...] = ()


NumberText = Callable[[int], str]
# Databases bound the values of one query.
AT_ONCE: Final = 500
COMPLETE: Final = (
    update(NUMBERS)
    .where(NUMBERS.c.tahun == bindparam("year"), NUMBERS.c.urut == bindparam("number"))
    .values(keadaan=State.ISSUED, sidik=bindparam("digest"))
)


@dataclass(frozen=True)
class Register:
    """The register of one office."""

    engine: Engine

    def give(self, letter: LetterKey, text: NumberText) -> NumberEntry:
        """Return the letter's number: the one that it has already, else the next of its year.

        Numbers begin at 1 each year (Perkap 1/2023, numbers of letters).
        """
        return self.give_all([(letter, text)])[0]

    def give_all(self, asked: Sequence[tuple[LetterKey, NumberText]]) -> list[NumberEntry]:
        """Return the numbers of several letters in their order, given in one transaction."""
        for _ in asked:
            # Each failure means that another process gave a number to one of these letters at the same time.
            with suppress(IntegrityError), self.engine.begin() as connection:
                return _given(connection, asked)
        with self.engine.begin() as connection:
            return _given(connection, asked)

    def find(self, key: str) -> NumberEntry | None:
        """Return the number that a letter has by its key, or None."""
        with self.engine.begin() as connection:
            return _former(connection, [key]).get(key)

    def complete(self, entry: NumberEntry, digest: str) -> None:
        """Note that the letter of a number is written; `digest` is the SHA-256 of its file."""
        self.complete_all([(entry, digest)])

    def complete_all(self, written: Iterable[tuple[NumberEntry, str]]) -> None:
        """Note that letters are written, in one transaction; each with the SHA-256 of its file."""
        rows = [{"year": entry.year, "number": entry.number, "digest": digest} for entry, digest in written]
        if rows:
            with self.engine.begin() as connection:
                connection.execute(COMPLETE, rows)

    def void(self, year: int, number: int, reason: str) -> NumberEntry:
        """Void a number with a reason; it is never given again. Raises SopgenError where it is not known or void."""
        entry = self.show(year, number)
        if not reason.strip():
            raise SopgenError(say("a number is voided with a reason. fix: --reason"))
        if entry.state is State.VOID:
            raise SopgenError(say("number {text} is void already", text=entry.text))
        self._set(year, number, {"keadaan": State.VOID, "alasan": reason, "kunci": None})
        return self.show(year, number)

    def reserve(self, year: int, count: int, purpose: str, text: NumberText) -> list[NumberEntry]:
        """Reserve a block of numbers for blank forms."""
        with self.engine.begin() as connection:
            last = _count_up(connection, year, count)
            numbers = range(last - count + 1, last + 1)
            for number in numbers:
                row = {"tahun": year, "urut": number, "nomor": text(number), "keadaan": State.RESERVED}
                connection.execute(insert(NUMBERS).values(**row, perihal=purpose))
        return [self.show(year, number) for number in numbers]

    def show(self, year: int, number: int) -> NumberEntry:
        """Return one number. Raises SopgenError where the register does not know it."""
        query = select(NUMBERS).where(NUMBERS.c.tahun == year, NUMBERS.c.urut == number)
        with self.engine.begin() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise SopgenError(say("the register knows no number {number} of {year}", number=number, year=year))
        return _entry(row)

    def entries(self, year: int | None = None) -> list[NumberEntry]:
        """Return the numbers of a year, or all, in their order."""
        query = select(NUMBERS).order_by(NUMBERS.c.tahun, NUMBERS.c.urut)
        if year is not None:
            query = query.where(NUMBERS.c.tahun == year)
        with self.engine.begin() as connection:
            return [_entry(row) for row in connection.execute(query)]

    def gaps(self, year: int) -> list[tuple[int, NumberEntry | None]]:
        """Return the numbers of a year without a letter: given but not written, or missing from the register."""
        known = {entry.number: entry for entry in self.entries(year)}
        with self.engine.begin() as connection:
            last = connection.execute(select(COUNTERS.c.terakhir).where(COUNTERS.c.tahun == year)).scalar() or 0
        open_ones = [(number, known.get(number)) for number in range(1, last + 1)]
        return [(number, entry) for number, entry in open_ones if entry is None or entry.state is State.GIVEN]

    def same_day(
        self, people: Sequence[str], day: date, besides: Collection[str] = ()
    ) -> list[tuple[str, NumberEntry]]:
        """Return who of these people has an order on that day, with its number; `besides` are keys of letters."""
        pairs: list[tuple[str, NumberEntry]] = []
        with self.engine.begin() as connection:
            for first in range(0, len(people), AT_ONCE):
                query = _orders_of(people[first : first + AT_ONCE], day)
                found = connection.execute(query)
                pairs += [(row.orang, _entry(row)) for row in found if row._mapping["kunci"] not in besides]
        return pairs

    def _set(self, year: int, number: int, values: dict[str, object]) -> None:
        where = (NUMBERS.c.tahun == year, NUMBERS.c.urut == number)
        with self.engine.begin() as connection:
            connection.execute(update(NUMBERS).where(*where).values(**values))


def _orders_of(people: Sequence[str], day: date) -> Select[tuple[object, ...]]:
    return (
        select(PEOPLE.c.orang, NUMBERS)
        .join(NUMBERS, (NUMBERS.c.tahun == PEOPLE.c.tahun) & (NUMBERS.c.urut == PEOPLE.c.urut))
        .where(PEOPLE.c.tanggal == day, NUMBERS.c.keadaan != State.VOID, PEOPLE.c.orang.in_(people))
        .order_by(PEOPLE.c.orang, NUMBERS.c.urut)
    )


def open_register(url: str) -> Register:
    """Return the register at a database's address. Raises SopgenError where it can not be opened."""
    return Register(connect(url))


def open_existing(url: str) -> Register:
    """Return a register to look numbers up in. Raises SopgenError where there is none at that address."""
    refuse_missing(url)
    return open_register(url)


def _given(connection: Connection, asked: Sequence[tuple[LetterKey, NumberText]]) -> list[NumberEntry]:
    known = _former(connection, [letter.key for letter, _ in asked])
    fresh = {letter.key: (letter, text) for letter, text in asked if letter.key not in known}
    # Years in their order, so that two processes can not wait for each other's counters.
    for year in sorted({letter.day.year for letter, _ in fresh.values()}):
        of_year = {key: one for key, one in fresh.items() if one[0].day.year == year}
        last = _count_up(connection, year, len(of_year))
        numbers = range(last - len(of_year) + 1, last + 1)
        for number, (key, (letter, text)) in zip(numbers, of_year.items(), strict=True):
            known[key] = NumberEntry(year, number, text(number), State.GIVEN, letter.subject, letter.day)
    if fresh:
        _insert(connection, [(letter, known[key]) for key, (letter, _) in fresh.items()])
    return [known[letter.key] for letter, _ in asked]


def _former(connection: Connection, keys: Sequence[str]) -> dict[str, NumberEntry]:
    found: dict[str, NumberEntry] = {}
    for first in range(0, len(keys), AT_ONCE):
        query = select(NUMBERS).where(NUMBERS.c.kunci.in_(keys[first : first + AT_ONCE]))
        found |= {row.kunci: _entry(row) for row in connection.execute(query)}
    return found


def _insert(connection: Connection, given: Sequence[tuple[LetterKey, NumberEntry]]) -> None:
    rows = [
        {
            "tahun": entry.year,
            "urut": entry.number,
            "nomor": entry.text,
            "keadaan": entry.state,
            "kunci": letter.key,
            "perihal": letter.subject,
            "tanggal": letter.day,
        }
        for letter, entry in given
    ]
    connection.execute(insert(NUMBERS), rows)
    people = [
        {"tahun": entry.year, "urut": entry.number, "orang": person, "tanggal": letter.day}
        for letter, entry in given
        for person in dict.fromkeys(letter.people)
    ]
    if people:
        connection.execute(insert(PEOPLE), people)


def _count_up(connection: Connection, year: int, count: int) -> int:
    """Raise the year's counter; its row is locked until the transaction ends, so no two get the same number."""
    raise_it = update(COUNTERS).where(COUNTERS.c.tahun == year).values(terakhir=COUNTERS.c.terakhir + count)
    last = connection.execute(raise_it.returning(COUNTERS.c.terakhir)).scalar_one_or_none()
    if last is not None:
        return int(last)
    try:
        with connection.begin_nested():
            connection.execute(insert(COUNTERS).values(tahun=year, terakhir=0))
    except IntegrityError:
        pass  # another process began the year just now
    return int(connection.execute(raise_it.returning(COUNTERS.c.terakhir)).scalar_one())


def _entry(row: Row[tuple[object, ...]]) -> NumberEntry:
    found = row._mapping
    return NumberEntry(
        found["tahun"],
        found["urut"],
        found["nomor"],
        State(found["keadaan"]),
        found["perihal"],
        found["tanggal"],
        found["alasan"],
        found["sidik"],
    )
