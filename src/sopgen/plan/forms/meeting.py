"""The forms of a meeting: the list of those present (daftar hadir) and the minutes (notulen)."""

from typing import Final

from sopgen.model.look.form import AttendanceLook, MinutesLook
from sopgen.plan.forms.case import NOBODY, FormCase, civilian, dateline, lettered, signers_height, someone
from sopgen.plan.forms.contents import AttendanceContent, Details, MinutesContent, Rows, Signers
from sopgen.plan.forms.report import hours
from sopgen.plan.forms.sheets import FormBlock, new_pages, roomiest, row_pieces, split
from sopgen.plan.letter.task import PersonRow
from sopgen.plan.letter.wording import title_case

# No column for telephone numbers or NRP: the list goes from hand to hand, and it asks for no more than it needs
# (UU 27/2022 on personal data).
LIST_HEADS: Final = ("No", "Nama", "Pangkat/Jabatan", "Instansi/Alamat", "Tanda Tangan")
# Pairs of rows that are left for guests.
GUESTS: Final = 2
MOST_GUESTS: Final = 24
PURPOSE: Final = "Data dalam daftar ini hanya digunakan untuk keperluan administrasi kegiatan."
TASK_HEADS: Final = ("No", "Tindak Lanjut", "Penanggung Jawab", "Batas Waktu")
TASK_ROWS: Final = 6
AGENDA: Final = 3
LINES: Final = range(6, 27)


def attendance(case: FormCase, look: AttendanceLook) -> AttendanceContent:
    """Return the list of those present: the people of the order first, then rows for guests."""
    named = -(-len(case.task.people) // 2) + GUESTS
    count = roomiest(lambda pairs: _list_pieces(case, look, pairs), case.room, range(named, named + MOST_GUESTS))
    begun = new_pages(_list_pieces(case, look, count), case.room)
    rows = _list_rows(case, count)
    return AttendanceContent(
        titles=("DAFTAR HADIR",),
        columns=case.columns(look.kolom),
        row=look.tinggi_baris,
        signers=_list_signers(case),
        new_pages=begun,
        details=_details(case),
        heads=LIST_HEADS,
        sheets=split("baris", [rows[n : n + 2] for n in range(0, len(rows), 2)], begun),
        purpose=PURPOSE,
    )


def minutes(case: FormCase, look: MinutesLook) -> MinutesContent:
    """Return the minutes of a meeting."""
    said = roomiest(lambda lines: _minutes_pieces(case, look, lines, LINES[0]), case.room, LINES)
    agreed = roomiest(lambda lines: _minutes_pieces(case, look, said, lines), case.room, LINES)
    return MinutesContent(
        titles=("NOTULEN",),
        columns=case.columns(look.kolom),
        row=look.tinggi_baris,
        signers=_minutes_signers(case),
        new_pages=new_pages(_minutes_pieces(case, look, said, agreed), case.room),
        details=_minutes_details(case),
        agenda=lettered(case.lines(AGENDA, 2)),
        discussion=case.lines(said),
        conclusion=case.lines(agreed),
        heads=TASK_HEADS,
        rows=tuple(str(n) for n in range(1, TASK_ROWS + 1)),
    )


def _details(case: FormCase) -> Details:
    day, place = case.single_day or case.value, case.task.place or case.value
    about = case.about or case.value
    return ("Acara", about), ("Hari/tanggal", day), ("Waktu", hours(case)), ("Tempat", place)


def _list_rows(case: FormCase, pairs: int) -> Rows:
    people = [*case.task.people, *[PersonRow()] * (2 * pairs - len(case.task.people))]
    return tuple((str(n), *_present(case, one)) for n, one in enumerate(people, 1))


def _present(case: FormCase, person: PersonRow) -> tuple[str, str, str]:
    """Return name, rank and post, and office; those with a personnel number are of the unit."""
    post = ", ".join(filter(None, [person.rank, person.post]))
    return person.name, post, title_case(case.unit.nama) if person.number else ""


def _list_signers(case: FormCase) -> Signers:
    return NOBODY, someone(case, "Penanggung jawab kegiatan,", place=dateline(case))


def _list_pieces(case: FormCase, look: AttendanceLook, pairs: int) -> list[FormBlock]:
    *columns, left, right = case.columns(look.kolom)
    row = look.tinggi_baris
    rows = [case.row_height((*texts, ""), [*columns, left + right], row) for texts in _list_rows(case, pairs)]
    heights = [sum(rows[n : n + 2]) for n in range(0, len(rows), 2)]
    head = case.head_height(["DAFTAR HADIR"]) + case.labelled_height([text for _, text in _details(case)])
    foot = 2 * case.gap + case.height(PURPOSE, case.width) + signers_height(case, *_list_signers(case))
    return [
        FormBlock("kepala", head + case.gap),
        *row_pieces("baris", heights, title=0.0, head=row),
        FormBlock("kaki", foot),
    ]


def _minutes_details(case: FormCase) -> Details:
    present = f"{case.dots(18)} orang (daftar hadir terlampir)"
    return *_details(case), ("Pimpinan", case.value), ("Notulis", case.value), ("Peserta", present)


def _minutes_signers(case: FormCase) -> Signers:
    return civilian(case, "Notulis,"), someone(case, "Pimpinan rapat,", place=dateline(case))


def _minutes_pieces(case: FormCase, look: MinutesLook, said: int, agreed: int) -> list[FormBlock]:
    title = case.section_height
    tasks = (TASK_ROWS + 1) * look.tinggi_baris
    return [
        FormBlock("kepala", case.head_height(["NOTULEN"])),
        FormBlock("rincian", case.labelled_height([text for _, text in _minutes_details(case)])),
        FormBlock("agenda", title + case.lines_height(AGENDA)),
        FormBlock("bahasan", title + case.lines_height(said)),
        FormBlock("kesimpulan", title + case.lines_height(agreed)),
        FormBlock("tindak_lanjut", title + case.look.jarak.tabel + tasks),
        FormBlock("kaki", signers_height(case, *_minutes_signers(case))),
    ]
