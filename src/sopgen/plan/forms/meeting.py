"""The forms of a meeting: the list of those present (daftar hadir) and the minutes (notulen)."""

from dataclasses import asdict
from typing import Final

from sopgen.plan.forms.case import (
    ABOVE_TABLE,
    GAP,
    NOBODY,
    NUMBER,
    Content,
    FormCase,
    Signer,
    civilian,
    dateline,
    signers_height,
    someone,
)
from sopgen.plan.forms.report import hours
from sopgen.plan.forms.sheets import FormBlock, new_pages, roomiest, row_pieces, split
from sopgen.plan.letter.task import PersonRow
from sopgen.plan.letter.wording import title_case

# No column for telephone numbers or NRP: the list goes from hand to hand, and it asks for no more than it needs
# (UU 27/2022 on personal data).
LIST_HEADS: Final = ("No", "Nama", "Pangkat/Jabatan", "Instansi/Alamat", "Tanda Tangan")
LIST_COLUMNS: Final = (0.06, 0.26, 0.21, 0.21, 0.13, 0.13)
LIST_ROW: Final = 8.5
# Pairs of rows that are left for guests.
GUESTS: Final = 2
MOST_GUESTS: Final = 24
PURPOSE: Final = "Data dalam daftar ini hanya digunakan untuk keperluan administrasi kegiatan."
TASK_HEADS: Final = ("No", "Tindak Lanjut", "Penanggung Jawab", "Batas Waktu")
TASK_COLUMNS: Final = (0.07, 0.48, 0.25, 0.2)
TASK_ROWS: Final = 6
TASK_ROW: Final = 8.5
AGENDA: Final = 3
LINES: Final = range(6, 27)


def attendance(case: FormCase) -> Content:
    """Return the list of those present: the people of the order first, then rows for guests."""
    named = -(-len(case.task.people) // 2) + GUESTS
    count = roomiest(lambda pairs: _list_pieces(case, pairs), case.room, range(named, named + MOST_GUESTS))
    begun = new_pages(_list_pieces(case, count), case.room)
    rows = _list_rows(case, count)
    return {
        "titles": ["DAFTAR HADIR"],
        "details": _details(case),
        "heads": LIST_HEADS,
        "columns": case.columns(LIST_COLUMNS),
        "row": LIST_ROW,
        "sheets": split("rows", [rows[n : n + 2] for n in range(0, len(rows), 2)], begun),
        "purpose": PURPOSE,
        "signers": [asdict(one) for one in _list_signers(case)],
        "new_pages": begun,
    }


def minutes(case: FormCase) -> Content:
    """Return the minutes of a meeting."""
    said = roomiest(lambda lines: _minutes_pieces(case, lines, LINES[0]), case.room, LINES)
    agreed = roomiest(lambda lines: _minutes_pieces(case, said, lines), case.room, LINES)
    return {
        "titles": ["NOTULEN"],
        "details": _minutes_details(case),
        "agenda": case.lines(AGENDA, 2 * NUMBER),
        "discussion": case.lines(said, NUMBER),
        "conclusion": case.lines(agreed, NUMBER),
        "heads": TASK_HEADS,
        "columns": case.columns(TASK_COLUMNS),
        "row": TASK_ROW,
        "rows": [str(n) for n in range(1, TASK_ROWS + 1)],
        "signers": [asdict(one) for one in _minutes_signers(case)],
        "new_pages": new_pages(_minutes_pieces(case, said, agreed), case.room),
    }


def _details(case: FormCase) -> list[list[str]]:
    day, place = case.single_day or case.value, case.task.place or case.value
    about = case.about or case.value
    return [["Acara", about], ["Hari/tanggal", day], ["Waktu", hours(case)], ["Tempat", place]]


def _list_rows(case: FormCase, pairs: int) -> list[list[str]]:
    people = [*case.task.people, *[PersonRow()] * (2 * pairs - len(case.task.people))]
    return [[str(n), *_present(case, one)] for n, one in enumerate(people, 1)]


def _present(case: FormCase, person: PersonRow) -> tuple[str, str, str]:
    """Return name, rank and post, and office; those with a personnel number are of the unit."""
    post = ", ".join(filter(None, [person.rank, person.post]))
    return person.name, post, title_case(case.unit.nama) if person.number else ""


def _list_signers(case: FormCase) -> tuple[Signer, Signer]:
    return NOBODY, someone(case, "Penanggung jawab kegiatan,", place=dateline(case))


def _list_pieces(case: FormCase, pairs: int) -> list[FormBlock]:
    *widths, left, right = case.columns(LIST_COLUMNS)
    rows = [case.row_height([*row, ""], [*widths, left + right], LIST_ROW) for row in _list_rows(case, pairs)]
    heights = [sum(rows[n : n + 2]) for n in range(0, len(rows), 2)]
    head = case.head_height(["DAFTAR HADIR"]) + case.labelled_height([text for _, text in _details(case)])
    foot = 2 * GAP + case.height(PURPOSE, case.width) + signers_height(case, *_list_signers(case))
    return [
        FormBlock("head", head + GAP),
        *row_pieces("rows", heights, title=0.0, head=LIST_ROW),
        FormBlock("foot", foot),
    ]


def _minutes_details(case: FormCase) -> list[list[str]]:
    more = [["Pimpinan", case.value], ["Notulis", case.value]]
    present = f"{case.dots(18)} orang (daftar hadir terlampir)"
    return [*_details(case), *more, ["Peserta", present]]


def _minutes_signers(case: FormCase) -> tuple[Signer, Signer]:
    return civilian(case, "Notulis,"), someone(case, "Pimpinan rapat,", place=dateline(case))


def _minutes_pieces(case: FormCase, said: int, agreed: int) -> list[FormBlock]:
    title = GAP + case.line
    return [
        FormBlock("head", case.head_height(["NOTULEN"])),
        FormBlock("details", case.labelled_height([text for _, text in _minutes_details(case)])),
        FormBlock("agenda", title + case.lines_height(AGENDA)),
        FormBlock("discussion", title + case.lines_height(said)),
        FormBlock("conclusion", title + case.lines_height(agreed)),
        FormBlock("tasks", title + ABOVE_TABLE + (TASK_ROWS + 1) * TASK_ROW),
        FormBlock("foot", signers_height(case, *_minutes_signers(case))),
    ]
