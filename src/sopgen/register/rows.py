"""The rows of the register, written inside a transaction of the caller's."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from sopgen.errors import SopgenError
from sopgen.messages import say
from sopgen.register.entry import LetterKey, NumberEntry, NumberText, State
from sopgen.register.look import by_key, entries_of, entry_of, place, span, unknown
from sopgen.register.tables import COUNTERS, FILES, NUMBERS, PEOPLE

Files = Mapping[str, str]


def give_fresh(
    connection: Connection, office: int, asked: Sequence[tuple[LetterKey, NumberText]]
) -> list[NumberEntry]:
    """Return the numbers of letters: those that they have, else the next ones of their years."""
    known = by_key(connection, office, [letter.key for letter, _ in asked])
    fresh = {letter.key: (letter, text) for letter, text in asked if letter.key not in known}
    # Years in their order, so that two processes can not wait for each other's counters.
    for year in sorted({letter.day.year for letter, _ in fresh.values()}):
        of_year = {key: one for key, one in fresh.items() if one[0].day.year == year}
        last = count_up(connection, office, year, len(of_year))
        numbers = range(last - len(of_year) + 1, last + 1)
        for number, (key, (letter, text)) in zip(numbers, of_year.items(), strict=True):
            known[key] = NumberEntry(
                year,
                number,
                text(number),
                State.GIVEN,
                subject=letter.subject,
                day=letter.day,
                to=letter.to,
                content=letter.content,
                key=key,
            )
    if fresh:
        add_numbers(connection, office, [(letter, known[key]) for key, (letter, _) in fresh.items()])
    return [known[letter.key] for letter, _ in asked]


def number_row(office: int, entry: NumberEntry) -> dict[str, Any]:
    """Return what the register notes of a number, by its columns."""
    return {"kantor": office, "tahun": entry.year, "urut": entry.number, "nomor": entry.text, "keadaan": entry.state}


def letter_row(letter: LetterKey) -> dict[str, Any]:
    """Return what the register notes of a letter, by its columns."""
    return {
        "kunci": letter.key,
        "perihal": letter.subject,
        "kepada": letter.to,
        "tanggal": letter.day,
        "isi": letter.content,
    }


def add_numbers(connection: Connection, office: int, given: Sequence[tuple[LetterKey, NumberEntry]]) -> None:
    """Write numbers that were given to letters, and whom the letters order."""
    connection.execute(
        insert(NUMBERS), [{**number_row(office, entry), **letter_row(letter)} for letter, entry in given]
    )
    add_people(connection, office, given)


def add_people(connection: Connection, office: int, given: Sequence[tuple[LetterKey, NumberEntry]]) -> None:
    """Write whom letters order."""
    people = [
        {"kantor": office, "tahun": entry.year, "urut": entry.number, "orang": person, "tanggal": letter.day}
        for letter, entry in given
        for person in dict.fromkeys(letter.people)
    ]
    if people:
        connection.execute(insert(PEOPLE), people)


def locked(connection: Connection, office: int, entry: NumberEntry) -> NumberEntry:
    """Return a number as it is now; no other writer changes it until the transaction ends."""
    now = entry_of(connection, office, entry.year, entry.number, lock=True)
    if now is None:
        raise unknown(entry.year, entry.number)
    return now


def all_locked(connection: Connection, office: int, entries: Sequence[NumberEntry]) -> list[NumberEntry]:
    """Return numbers as they are now, in their order; no other writer changes them until the transaction ends."""
    found = {(one.year, one.number): one for one in entries_of(connection, office, entries)}
    for one in entries:
        if (one.year, one.number) not in found:
            raise unknown(one.year, one.number)
    return [found[one.year, one.number] for one in entries]


def change(connection: Connection, office: int, entry: NumberEntry, values: Mapping[str, Any]) -> None:
    """Change a number's row."""
    connection.execute(update(NUMBERS).where(*place(NUMBERS, office, entry.year, entry.number)).values(**values))


def mark_issued(connection: Connection, office: int, written: Sequence[tuple[NumberEntry, Files]]) -> None:
    """Note numbers as issued that are given and not yet written."""
    one = place(NUMBERS, office, bindparam("year"), bindparam("number"))
    values = {"keadaan": State.ISSUED, "sidik": bindparam("digest")}
    rows = [
        {"year": entry.year, "number": entry.number, "digest": next(iter(files.values()))} for entry, files in written
    ]
    if rows:
        connection.execute(update(NUMBERS).where(*one, NUMBERS.c.keadaan == State.GIVEN).values(**values), rows)


def add_files(connection: Connection, office: int, written: Sequence[tuple[NumberEntry, Files]]) -> None:
    """Note the files of letters with their SHA-256."""
    rows = [
        {
            "kantor": office,
            "tahun": entry.year,
            "urut": entry.number,
            "versi": entry.version,
            "nama": name,
            "sidik": digest,
        }
        for entry, files in written
        for name, digest in files.items()
    ]
    if rows:
        connection.execute(insert(FILES), rows)


def count_up(connection: Connection, office: int, year: int, count: int) -> int:
    """Raise the year's counter; its row is locked until the transaction ends, so no two get the same number."""
    own = (COUNTERS.c.kantor == office, COUNTERS.c.tahun == year)
    raise_it = update(COUNTERS).where(*own).values(terakhir=COUNTERS.c.terakhir + count)
    last = connection.execute(raise_it.returning(COUNTERS.c.terakhir)).scalar_one_or_none()
    if last is None:
        _begin_year(connection, office, year)
        last = connection.execute(raise_it.returning(COUNTERS.c.terakhir)).scalar_one()
    span(connection, office, year, behind=count)  # refuses a counter that was set back
    return int(last)


def _begin_year(connection: Connection, office: int, year: int) -> None:
    """Begin a year at 1; one before the register's own stands in the paper book."""
    first = connection.execute(select(func.min(COUNTERS.c.tahun)).where(COUNTERS.c.kantor == office)).scalar()
    if first is None or year < first:
        fix = say("`sopgen register begin --year {year} --start N`, N the next number of that year", year=year)
        raise SopgenError(say("the register has not begun {year}. fix: {fix}", year=year, fix=fix))
    start_year(connection, office, year, 1)


def start_year(connection: Connection, office: int, year: int, first: int) -> None:
    """Begin the numbers of a year at `first`; another process may have begun them just now."""
    with suppress(IntegrityError), connection.begin_nested():
        row = {"kantor": office, "tahun": year, "mulai": first, "terakhir": first - 1}
        connection.execute(insert(COUNTERS).values(**row))


def reach(connection: Connection, office: int, year: int, number: int) -> None:
    """Have the year's counter stand at a number that was given by hand, where it stands below."""
    own = (COUNTERS.c.kantor == office, COUNTERS.c.tahun == year)
    known = connection.execute(select(COUNTERS.c.tahun).where(*own).with_for_update()).one_or_none()
    if known is None:
        start_year(connection, office, year, number)
    connection.execute(update(COUNTERS).where(*own, COUNTERS.c.terakhir < number).values(terakhir=number))
