"""The report on a task (laporan hasil pelaksanaan tugas): what the ones who were sent found, did and reached."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from sopgen.model.base import long_date, named_date
from sopgen.plan.forms.case import (
    ABOVE_ROW,
    ABOVE_TABLE,
    GAP,
    IN_CELL,
    NUMBER,
    Content,
    FormCase,
    Signer,
    dateline,
    signatory,
    signers_height,
    someone,
)
from sopgen.plan.forms.sheets import FormBlock, new_pages, roomiest, row_pieces, split
from sopgen.plan.letter.numbers import number_room
from sopgen.plan.letter.task import PersonRow
from sopgen.plan.letter.wording import ended, sop_as_basis, title_case
from sopgen.plan.measure import text_width

TITLE: Final = "LAPORAN HASIL PELAKSANAAN TUGAS"
HEADS: Final = ("No", "Nama", "Pangkat/NRP", "Jabatan")
COLUMNS: Final = (0.07, 0.37, 0.28, 0.28)
EMPTY_ROWS: Final = 4
ROW: Final = 7.5
LINES: Final = range(4, 15)
PHOTOS: Final = 4
PHOTO: Final = 52.0
CLOSING: Final = (
    "Demikian laporan hasil pelaksanaan tugas ini dibuat dengan sebenarnya sebagai bahan pertimbangan pimpinan."
)


def report(case: FormCase) -> Content:
    """Return the report of a letter, or a blank one of an activity."""
    people = case.task.people or (PersonRow(),) * EMPTY_ROWS
    found = roomiest(lambda lines: _pieces(case, people, (lines, LINES[0])), case.room, LINES)
    reached = roomiest(lambda lines: _pieces(case, people, (found, lines)), case.room, LINES)
    begun = new_pages(_pieces(case, people, (found, reached)), case.room)
    rows = [[str(n), *_row(case, one)] for n, one in enumerate(people, 1)]
    return {
        "titles": _titles(case),
        "basis": _basis(case),
        "heads": HEADS,
        "columns": case.columns(COLUMNS),
        "row": ROW,
        "sheets": split("people", rows, begun),
        "details": _details(case),
        "findings": case.lines(found, NUMBER),
        "measures": case.lines(found, NUMBER),
        "results": case.lines(reached, NUMBER),
        "photos": _photos(case),
        "closing": CLOSING,
        "signers": [asdict(one) for one in _signers(case)],
        "new_pages": begun,
    }


def order_as_basis(case: FormCase) -> str:
    """Return the task order as a basis: its number and date, or room to write them."""
    day = case.task.day
    number = case.task.number or number_room(case.unit, case.size_pt, day)
    name = title_case(case.unit.surat_perintah.judul)
    return f"{name} Nomor {number} tanggal {long_date(day) if day else case.dots(38)}"


def period(case: FormCase) -> str:
    """Return the days of a task, with room where an order leaves its end open."""
    task = case.task
    if task.day is None:
        return case.value
    if task.until == task.day:
        return named_date(task.day)
    return f"{named_date(task.day)} s.d. {named_date(task.until) if task.until else case.dots(45)}"


def hours(case: FormCase) -> str:
    """Return room for the hours, in the unit's time zone."""
    return f"pukul {case.dots(16)} s.d. {case.dots(16)} {case.unit.zona_waktu}"


def _titles(case: FormCase) -> list[str]:
    return [TITLE, f"Kegiatan {case.about or case.dots(80)}"]


def _basis(case: FormCase) -> tuple[str, ...]:
    return ended([order_as_basis(case), sop_as_basis(case.sop)])


def _details(case: FormCase) -> list[list[str]]:
    place = case.task.place or case.value
    return [["Hari/tanggal", period(case)], ["Waktu", hours(case)], ["Tempat/rute", place]]


def _row(case: FormCase, person: PersonRow) -> tuple[str, str, str]:
    """Return name, rank with number, and post; a slash that no line can hold gets blanks, at which it may break."""
    both = person.rank_and_number
    room = COLUMNS[2] * case.width - IN_CELL
    return person.name, both if text_width(both, case.size_pt) <= room else both.replace("/", " / "), person.post


def _photos(case: FormCase) -> list[list[str]]:
    captions = [f"Foto {n} : {case.dots(case.width / 2 - 26)}" for n in range(1, PHOTOS + 1)]
    return [captions[n : n + 2] for n in range(0, PHOTOS, 2)]


def _signers(case: FormCase) -> tuple[Signer, Signer]:
    return signatory(case, "Mengetahui,"), someone(case, "Yang melaporkan,", person=case.only, place=dateline(case))


def _pieces(case: FormCase, people: Sequence[PersonRow], lines: tuple[int, int]) -> list[FormBlock]:
    title = GAP + case.line
    columns = case.columns(COLUMNS)
    heights = [case.row_height(["", *_row(case, one)], columns, ROW) for one in people]
    basis = sum(case.height(item, case.width - 2 * NUMBER) for item in _basis(case))
    found, reached = (title + case.lines_height(count) for count in lines)
    closing = case.height(CLOSING, case.width - NUMBER)
    return [
        FormBlock("head", case.head_height(_titles(case))),
        FormBlock("basis", title + basis),
        *row_pieces("people", heights, title=title + ABOVE_TABLE, head=ROW),
        FormBlock("details", title + case.labelled_height([text for _, text in _details(case)])),
        FormBlock("findings", found),
        FormBlock("measures", found),
        FormBlock("results", reached),
        FormBlock("photos", title + ABOVE_TABLE + PHOTOS / 2 * (PHOTO + case.line + ABOVE_ROW)),
        FormBlock("closing", title + closing + signers_height(case, *_signers(case))),
    ]
