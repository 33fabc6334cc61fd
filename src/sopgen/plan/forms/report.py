"""The report on a task (laporan hasil pelaksanaan tugas): what the ones who were sent found, did and reached."""

from collections.abc import Sequence
from typing import Final

from sopgen.model.base import long_date, named_date
from sopgen.model.look.form import ReportLook
from sopgen.plan.forms.case import FormCase, dateline, lettered, signers_height, someone, superior
from sopgen.plan.forms.contents import Details, ReportContent, Rows, Signers, Texts
from sopgen.plan.forms.sheets import FormBlock, new_pages, roomiest, row_pieces, split
from sopgen.plan.letter.numbers import archive_code, hand_number, number_room
from sopgen.plan.letter.page import HAIR
from sopgen.plan.letter.task import PersonRow
from sopgen.plan.letter.wording import ended, number_label, sop_as_basis, title_case
from sopgen.plan.measure import text_width

TITLE: Final = "LAPORAN HASIL PELAKSANAAN TUGAS"
EMPTY_ROWS: Final = 4
LINES: Final = range(4, 15)
PHOTOS: Final = 4
CLOSING: Final = (
    "Demikian laporan hasil pelaksanaan tugas ini dibuat dengan sebenarnya sebagai bahan pertimbangan pimpinan."
)


def report(case: FormCase, look: ReportLook) -> ReportContent:
    """Return the report of a letter, or a blank one of an activity."""
    people = case.task.people or (PersonRow(),) * EMPTY_ROWS
    found = roomiest(lambda lines: _pieces(case, look, people, (lines, LINES[0])), case.room, LINES)
    reached = roomiest(lambda lines: _pieces(case, look, people, (found, lines)), case.room, LINES)
    begun = new_pages(_pieces(case, look, people, (found, reached)), case.room)
    columns = case.columns(look.kolom)
    rows = [(str(n), *_row(case, one, columns[2])) for n, one in enumerate(people, 1)]
    return ReportContent(
        titles=_titles(case),
        columns=columns,
        row=look.tinggi_baris,
        signers=_signers(case),
        new_pages=begun,
        to=_addressee(case),
        basis=lettered(_basis(case)),
        heads=_heads(case),
        sheets=split("petugas", rows, begun),
        details=_details(case),
        findings=case.lines(found),
        measures=case.lines(found),
        results=case.lines(reached),
        photos=_photos(case, look),
        closing=CLOSING,
    )


def order_as_basis(case: FormCase) -> str:
    """Return the task order as a basis: its number and date, or room to write them."""
    day = case.task.day
    number = case.task.number or number_room(case.unit, case.size_pt, day, code_of(case))
    name = title_case(case.unit.surat_perintah.title)
    return f"{name} Nomor {number} tanggal {long_date(day) if day else case.dots(38)}"


def code_of(case: FormCase) -> str:
    """Return the archive code of what a form is about, an empty text where none is known."""
    return archive_code(case.unit, case.activity, case.task.kka) if case.activity else ""


def period(case: FormCase) -> str:
    """Return the days of a task, with room where an order leaves its end open."""
    task = case.task
    if task.day is None:
        return case.value
    if task.until == task.day:
        return named_date(task.day)
    return f"{named_date(task.day)} s.d. {named_date(task.until) if task.until else case.dots(45)}"


def hours(case: FormCase) -> str:
    """Return the hours of a task, or room for them, in the unit's time zone."""
    return f"pukul {case.task.hours or f'{case.dots(16)} s.d. {case.dots(16)}'} {case.unit.zona_waktu}"


def _titles(case: FormCase) -> Texts:
    number = hand_number(case.unit, case.unit.formulir.nomor_laporan, case.size_pt, case.task.day, code_of(case))
    return TITLE, f"Nomor : {number}", f"Kegiatan {case.about or case.dots(80)}"


def _addressee(case: FormCase) -> Texts:
    return f"Kepada Yth. {case.unit.penandatangan.short_chief}", f"di {case.unit.tempat}"


def _basis(case: FormCase) -> Texts:
    return ended([order_as_basis(case), sop_as_basis(case.sop)])


def _details(case: FormCase) -> Details:
    place = case.task.place or case.value
    return ("Hari/tanggal", period(case)), ("Waktu", hours(case)), ("Tempat/rute", place)


def _row(case: FormCase, person: PersonRow, width: float) -> tuple[str, str, str]:
    """Return name, rank with number, and post; a slash that no line can hold gets blanks, at which it may break."""
    both = person.rank_and_number
    if text_width(both, case.size_pt) > width - 2 * case.look.jarak_sel.mendatar - HAIR:
        both = " / ".join(filter(None, [person.rank_and_grade, person.number]))
    return person.name, both, person.post


def _heads(case: FormCase) -> Texts:
    """Return the heads of the people's columns; what their numbers are is told by those who have one."""
    known = dict.fromkeys(sorted((number_label(one) for one in case.task.people if one.number), reverse=True))
    return "No", "Nama", "/".join(["Pangkat", *(known or [case.number_label])]), "Jabatan"


def _photos(case: FormCase, look: ReportLook) -> Rows:
    room = case.width / 2 - look.jarak_garis_foto
    captions = tuple(f"Foto {n} : {case.dots(room)}" for n in range(1, PHOTOS + 1))
    return tuple(captions[n : n + 2] for n in range(0, PHOTOS, 2))


def _signers(case: FormCase) -> Signers:
    return superior(case, "Mengetahui,"), someone(case, "Yang melaporkan,", person=case.only, place=dateline(case))


def _pieces(case: FormCase, look: ReportLook, people: Sequence[PersonRow], lines: tuple[int, int]) -> list[FormBlock]:
    title, above, row = case.section_height, case.look.jarak, look.tinggi_baris
    columns = case.columns(look.kolom)
    heights = [case.row_height(("", *_row(case, one, columns[2])), columns, row) for one in people]
    basis = sum(case.height(item, case.width - 2 * case.look.inden_nomor) for item in _basis(case))
    found, reached = (title + case.lines_height(count) for count in lines)
    closing = case.height(CLOSING, case.width - case.look.inden_nomor)
    photos = PHOTOS / 2 * (look.tinggi_foto + case.line + above.isian)
    return [
        FormBlock("kepala", case.head_height(_titles(case)) + len(_addressee(case)) * case.line),
        FormBlock("dasar", title + basis),
        *row_pieces("petugas", heights, title=title + above.tabel, head=row),
        FormBlock("rincian", title + case.labelled_height([text for _, text in _details(case)])),
        FormBlock("temuan", found),
        FormBlock("tindakan", found),
        FormBlock("hasil", reached),
        FormBlock("foto", title + above.tabel + photos),
        FormBlock("penutup", title + closing + signers_height(case, *_signers(case))),
    ]
