"""Give numbers and keep account of them; every step is one transaction."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import Connection, insert, update

from sopgen.errors import SopgenError, with_fix
from sopgen.messages import say
from sopgen.register.database import Clash, transaction
from sopgen.register.entry import LetterKey, NumberEntry, NumberText, State
from sopgen.register.look import RegisterView, by_key, entry_of, place, span, unknown
from sopgen.register.rows import (
    add_files,
    add_numbers,
    add_people,
    all_locked,
    change,
    count_up,
    give_fresh,
    letter_row,
    locked,
    mark_issued,
    number_row,
    reach,
    start_year,
)
from sopgen.register.tables import FORMER, NUMBERS, PEOPLE

Files = Mapping[str, str]
# Numbers that a letter may be given by hand: they are kept for one.
KEPT: Final = frozenset({State.RESERVED, State.BLANK})


@dataclass(frozen=True)
class Register(RegisterView):
    """The register of one office, to write in."""

    def give(self, letter: LetterKey, text: NumberText) -> NumberEntry:
        """Return the letter's number: the one that it has already, else the next of its year.

        Numbers begin at 1 each year (Perkap 1/2023, numbers of letters).
        """
        return self.give_all([(letter, text)])[0]

    def give_all(self, asked: Sequence[tuple[LetterKey, NumberText]]) -> list[NumberEntry]:
        """Return the numbers of several letters in their order, given in one transaction."""
        for _ in asked:
            # Each failure means that another process gave a number to one of these letters at the same time.
            with suppress(Clash), transaction(self.engine) as connection:
                return give_fresh(connection, self.office.id, asked)
        with transaction(self.engine) as connection:
            return give_fresh(connection, self.office.id, asked)

    def take(self, number: int, letter: LetterKey, text: NumberText) -> NumberEntry:
        """Enter a number that the user gave to a letter; the counter goes on after it.

        Raises SopgenError where the letter has another number, or the number another letter.
        """
        year = letter.day.year
        with transaction(self.engine) as connection:
            held = _takeable(connection, self.office.id, number, letter)
            if held and held.key == letter.key:
                return held
            made = NumberEntry(year, number, text(number), State.GIVEN)
            if held:
                change(
                    connection,
                    self.office.id,
                    made,
                    letter_row(letter) | {"nomor": made.text, "keadaan": State.GIVEN},
                )
                add_people(connection, self.office.id, [(letter, made)])
            else:
                reach(connection, self.office.id, year, number)
                add_numbers(connection, self.office.id, [(letter, made)])
            return locked(connection, self.office.id, made)

    def refuse_taken(self, asked: Sequence[tuple[int, LetterKey]]) -> None:
        """Raise SopgenError where one of these numbers, which the user gives to letters, can not be taken."""
        with transaction(self.engine) as connection:
            for number, letter in asked:
                _takeable(connection, self.office.id, number, letter)

    def complete(self, entry: NumberEntry, files: Files) -> None:
        """Note that the letter of a number is written; `files` are its files with their SHA-256."""
        self.complete_all([(entry, files)])

    def complete_all(self, written: Iterable[tuple[NumberEntry, Files]]) -> list[NumberEntry]:
        """Note that letters are written, in one transaction; return those whose numbers were voided meanwhile.

        Raises SopgenError where a number was issued with other words than these.
        """
        rows = list(written)
        if not rows:
            return []
        with transaction(self.engine) as connection:
            now_all = all_locked(connection, self.office.id, [entry for entry, _ in rows])
            states = [(entry, files, now) for (entry, files), now in zip(rows, now_all, strict=True)]
            gone = [entry for entry, _, now in states if now.key != entry.key or now.state is State.VOID]
            left = [one for one in states if one[0] not in gone]
            for entry, files, now in left:
                _refuse_other_words(entry, files, now)
            mark_issued(connection, self.office.id, [(entry, files) for entry, files, now in left])
            fresh = [
                (entry, {name: files[name] for name in files.keys() - now.files.keys()}) for entry, files, now in left
            ]
            add_files(connection, self.office.id, fresh)
            return gone

    def void(self, year: int, number: int, reason: str) -> NumberEntry:
        """Void a number with a reason; it is never given again.

        Raises SopgenError where it is void, or neither known nor one that the register passed over.
        """
        if not reason.strip():
            raise SopgenError(say("a number is voided with a reason. fix: --reason"))
        with transaction(self.engine) as connection:
            entry = entry_of(connection, self.office.id, year, number, lock=True)
            if entry and entry.state is State.VOID:
                raise SopgenError(
                    with_fix(say("number {text} is void already", text=entry.text), say("nothing is to be done"))
                )
            first, last = span(connection, self.office.id, year) or (1, 0)
            if entry is None and not first <= number <= last:
                raise unknown(year, number)
            values = {"keadaan": State.VOID, "alasan": reason, "kunci": None}
            if entry:
                change(connection, self.office.id, entry, values)
            else:
                row = {"kantor": self.office.id, "tahun": year, "urut": number, "nomor": f"{number}/{year}"}
                connection.execute(insert(NUMBERS).values(**row, **values))
            return locked(connection, self.office.id, entry or NumberEntry(year, number, "", State.VOID))

    def reserve(self, year: int, count: int, purpose: str, text: NumberText) -> list[NumberEntry]:
        """Reserve a block of numbers for blank forms."""
        with transaction(self.engine) as connection:
            last = count_up(connection, self.office.id, year, count)
            made = [NumberEntry(year, n, text(n), State.RESERVED) for n in range(last - count + 1, last + 1)]
            rows = [{**number_row(self.office.id, one), "perihal": purpose} for one in made]
            connection.execute(insert(NUMBERS), rows)
        return [self.show(year, one.number) for one in made]

    def draw(self, kept: Sequence[NumberEntry], subject: str) -> None:
        """Note that blank forms bear these reserved numbers. Raises SopgenError where one is reserved no more."""
        with transaction(self.engine) as connection:
            for entry in kept:
                now = locked(connection, self.office.id, entry)
                if now.state is not State.RESERVED:
                    again = say("give the same command again")
                    what = say("number {text} is not reserved any more. fix: {fix}", text=entry.text, fix=again)
                    raise SopgenError(what)
                change(connection, self.office.id, entry, {"keadaan": State.BLANK, "perihal": subject})

    def correct(self, number: int, letter: LetterKey, text: str, reason: str) -> NumberEntry:
        """Give a number to a letter that takes the place of its former one, which stays in the register's history.

        Asked again for the same letter, nothing changes. Raises SopgenError where no letter bears the number.
        """
        year = letter.day.year
        with transaction(self.engine) as connection:
            entry = entry_of(connection, self.office.id, year, number, lock=True)
            if entry is None:
                raise unknown(year, number)
            other = by_key(connection, self.office.id, [letter.key]).get(letter.key)
            if other and other.number != number:
                raise SopgenError(
                    with_fix(
                        say("this letter has the number {text} already", text=other.text),
                        say("print it again: `sopgen order --reprint`"),
                    )
                )
            if entry.key == letter.key:
                return entry
            if entry.state not in (State.ISSUED, State.GIVEN):
                raise SopgenError(
                    with_fix(
                        say("no letter bears number {text}: it is {state}", text=entry.text, state=entry.state),
                        say("look at `sopgen register list`"),
                    )
                )
            if not reason.strip():
                raise SopgenError(say("a letter is corrected with a reason. fix: --reason"))
            former = {"perihal": entry.subject, "kepada": entry.to, "tanggal": entry.day, "isi": entry.content}
            at = {"kantor": self.office.id, "tahun": year, "urut": number, "versi": entry.version}
            connection.execute(insert(FORMER).values(**at, **former, alasan=reason))
            values = {"nomor": text, "keadaan": State.GIVEN, "versi": entry.version + 1, "sidik": ""}
            change(connection, self.office.id, entry, letter_row(letter) | values)
            connection.execute(PEOPLE.delete().where(*place(PEOPLE, self.office.id, year, number)))
            add_people(connection, self.office.id, [(letter, entry)])
            return locked(connection, self.office.id, entry)

    def enter(self, found: Sequence[NumberEntry], people: Mapping[int, Sequence[str]]) -> None:
        """Enter letters that were found again, as issued; `people` are whom they order, by their running numbers.

        All are of one year, which begins at the first of them where the register has not begun it.
        """
        if not found:
            return
        year = found[0].year
        with transaction(self.engine) as connection:
            start_year(connection, self.office.id, year, min(one.number for one in found))
            reach(connection, self.office.id, year, max(one.number for one in found))
            for entry in found:
                row = {"perihal": entry.subject, "tanggal": entry.day, "alasan": entry.reason, "sidik": entry.digest}
                connection.execute(insert(NUMBERS).values(**number_row(self.office.id, entry), **row))
                add_files(connection, self.office.id, [(entry, entry.files)])
                if entry.day:
                    letter = LetterKey("", entry.subject, entry.day, tuple(people.get(entry.number, ())))
                    add_people(connection, self.office.id, [(letter, entry)])

    def count_from(self, year: int, last: int) -> None:
        """Have the numbers of a year go on after `last`, where they stand below."""
        with transaction(self.engine) as connection:
            reach(connection, self.office.id, year, last)

    def purge(self, before: date) -> int:
        """Forget the people of letters dated before a day, what they were made from, their keys; return how many."""
        nobody = {"kepada": "", "isi": "", "kunci": None}
        own = (NUMBERS.c.kantor == self.office.id, NUMBERS.c.tanggal < before)
        held = (NUMBERS.c.kepada != "") | (NUMBERS.c.isi != "") | NUMBERS.c.kunci.is_not(None)
        with transaction(self.engine) as connection:
            connection.execute(PEOPLE.delete().where(PEOPLE.c.kantor == self.office.id, PEOPLE.c.tanggal < before))
            old = (FORMER.c.kantor == self.office.id, FORMER.c.tanggal < before)
            connection.execute(update(FORMER).where(*old).values(kepada="", isi=""))
            return connection.execute(update(NUMBERS).where(*own, held).values(**nobody)).rowcount


def _takeable(connection: Connection, office: int, number: int, letter: LetterKey) -> NumberEntry | None:
    """Return what the register holds of a number that a letter may take: its own, one that is kept, or nothing."""
    year = letter.day.year
    former = by_key(connection, office, [letter.key]).get(letter.key)
    if former and (former.year, former.number) != (year, number):
        raise SopgenError(
            with_fix(
                say("this letter has the number {text} already", text=former.text),
                say("print it again: `sopgen order --reprint`"),
            )
        )
    held = entry_of(connection, office, year, number, lock=True)
    if held and held.key != letter.key and held.state not in KEPT:
        raise _known_already(held)
    return held


def _known_already(held: NumberEntry) -> SopgenError:
    fix = say("another number; `sopgen order --correct {number}` for a letter in its place", number=held.number)
    state = f"{held.state.value}: {held.subject}" if held.subject else held.state.value
    return SopgenError(
        say("the register knows number {text} ({state}). fix: {fix}", text=held.text, state=state, fix=fix)
    )


def _refuse_other_words(entry: NumberEntry, files: Files, now: NumberEntry) -> None:
    """Raise SopgenError where a file of an issued letter was noted with another digest."""
    by_ending = {name.rpartition(".")[2]: digest for name, digest in now.files.items()}
    for name, digest in files.items():
        if by_ending.get(name.rpartition(".")[2], digest) != digest:
            raise other_words(entry)


def other_words(entry: NumberEntry) -> SopgenError:
    """Return what is said where a letter would come out otherwise than it was issued."""
    fix = say(
        "`sopgen order --reprint {number}` prints what was issued, `--correct {number}` replaces it",
        number=entry.number,
    )
    what = say(
        "letter {text} was issued with other words: the unit, a template, the key or sopgen changed. fix: {fix}",
        text=entry.text,
        fix=fix,
    )
    return SopgenError(what)
