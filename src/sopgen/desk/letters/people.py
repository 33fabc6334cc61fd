"""The people of a letter at the desk: a pasted block or a file to rows, what is wrong at which cell, who is known."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from starlette.routing import BaseRoute

from sopgen.desk.calls import Answer, HandedFile, Nothing, Values, reading, receiving, shown, writing
from sopgen.errors import SopgenError, SpecError, with_fix
from sopgen.jobs.letters.typed.handed import sheets_in
from sopgen.jobs.letters.typed.people import PARTS, faults_of, known_people
from sopgen.jobs.letters.typed.preview import register_here
from sopgen.messages import say
from sopgen.model.people.person import Person
from sopgen.read.roster.grid import first_rows, read_grid
from sopgen.read.roster.table import TypedTable

# People whom the page shows at once.
MOST: Final = 1000


class Block(Values):
    """A block of cells; `kolom` (from 0, by part) and the first row tell what is what where its heads do not."""

    teks: str
    kolom: dict[str, int] | None = None
    mulai: int = 1


class People(Values):
    """Rows of a person each."""

    orang: tuple[tuple[str, ...], ...]


def routes() -> Sequence[BaseRoute]:
    """Return the routes of the people's table."""
    return [
        writing("/api/surat/tempel", Block, pasted),
        receiving("/api/surat/daftar", handed),
        writing("/api/surat/periksa", People, checked),
        reading("/api/surat/dikenal", Nothing, acquainted),
    ]


def pasted(block: Block) -> Answer:
    """Return the table of a block; where it can not tell its columns, its first rows to choose them by."""
    typed = TypedTable(block.teks)
    columns = {part: n for part, n in (block.kolom or {}).items() if part in PARTS and 0 <= n < 200}
    first = first_rows(typed)
    try:
        grid = read_grid(typed, PARTS, columns or None, max(1, block.mulai))
    except SpecError as error:
        return {"orang": [], "catatan": list(map(shown, error.problems)), "mentah": first, "tanya": True}
    if len(grid.rows) > MOST:
        what = say("the list names {count} people", count=len(grid.rows))
        raise SopgenError(with_fix(what, say("paste at most {most} at once", most=MOST)))
    return {"orang": grid.rows, "catatan": list(map(shown, grid.notes)), "mentah": first, "tanya": False}


def handed(file: HandedFile) -> Answer:
    """Return the sheets of a file as blocks."""
    return {"lembar": [asdict(sheet) for sheet in sheets_in(file.name, file.content)]}


def checked(people: People) -> Answer:
    """Return what is wrong at which cell, with what most likely is meant."""
    rows = [(*row, *("",) * len(PARTS))[: len(PARTS)] for row in people.orang]
    # Former letters are looked through where a number or rank is missing alone: a book has thousands.
    lacking = any(row[0].strip() and not (row[1].strip() and row[2].strip()) for row in rows)
    known = known_people(register_here()) if lacking else []
    return {"temuan": [asdict(one) for one in faults_of(rows, known)] if rows else []}


def acquainted(_: Nothing) -> Answer:
    """Return whom former letters named."""
    return {"orang": list(map(_cells, known_people(register_here())))}


def _cells(person: Person) -> list[str]:
    return [person.name, person.rank, person.number, person.post, person.remark, person.duty]
