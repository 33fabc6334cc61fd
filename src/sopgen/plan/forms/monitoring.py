"""The form by which an SOP's use is assessed (Permenpan RB 35/2012, annex, Tabel 7), a row a procedure."""

from dataclasses import asdict
from typing import Final

from sopgen.model.sop import Activity, Layout
from sopgen.plan.forms.case import GAP, NOBODY, Content, FormCase, Signer, dateline, signers_height, someone
from sopgen.plan.forms.sheets import FormBlock, new_pages, roomiest, row_pieces, split

TITLE: Final = "MONITORING PELAKSANAAN SOP"
HEADS: Final = (
    "No",
    "Prosedur",
    "Penilaian terhadap Penerapan",
    "Catatan Hasil Penilaian",
    "Tindakan yang Harus Diambil",
    "Paraf Penilai",
)
MARKS: Final = ("Berjalan dengan Baik", "Tidak Berjalan dengan Baik")
COLUMNS: Final = (0.045, 0.275, 0.1, 0.1, 0.2, 0.2, 0.08)
HEAD_ROWS: Final = (10.0, 14.5)
# Least heights of a row (mm): more room for notes where the SOP has few procedures.
ROWS: Final = range(10, 26)
# Permenpan RB 35/2012, annex: monitoring every six months.
EVERY: Final = "Monitoring dilaksanakan secara berkala setiap 6 (enam) bulan."


def monitoring(case: FormCase) -> Content:
    """Return the form with a row for each activity, or each step where the SOP has a row a step."""
    row = roomiest(lambda least: _pieces(case, least), case.room, ROWS)
    begun = new_pages(_pieces(case, row), case.room)
    return {
        "titles": [TITLE],
        "details": _details(case),
        "heads": HEADS,
        "marks": MARKS,
        "columns": case.columns(COLUMNS),
        "row": float(row),
        "sheets": split("rows", _rows(case), begun),
        "every": EVERY,
        "signers": [asdict(one) for one in _signers(case)],
        "new_pages": begun,
    }


def _details(case: FormCase) -> list[list[str]]:
    return [
        ["Nama SOP", case.sop.judul.removeprefix("SOP ")],
        ["Nomor SOP", case.sop.identitas.nomor_sop.nilai],
        ["Masa penilaian", f"{case.dots(40)} s.d. {case.dots(40)}"],
    ]


def _rows(case: FormCase) -> list[list[str]]:
    wanted = [case.activity] if case.activity else case.sop.kegiatan
    if case.sop.tata_letak is Layout.PER_ACTIVITY:
        return [[f"{n}.", activity.judul] for n, activity in enumerate(wanted, 1)]
    if len(wanted) == 1:
        return _steps(wanted[0])
    return [row for activity in wanted for row in ([activity.nomor, activity.judul], *_steps(activity))]


def _steps(activity: Activity) -> list[list[str]]:
    return [[f"{n}.", step.uraian or step.simbol.value] for n, step in enumerate(activity.alur, 1)]


def _signers(case: FormCase) -> tuple[Signer, Signer]:
    return NOBODY, someone(case, "Penilai,", place=dateline(case))


def _pieces(case: FormCase, least: float) -> list[FormBlock]:
    widths = case.columns(COLUMNS[:2])
    heights = [case.row_height(row, widths, least) for row in _rows(case)]
    head = case.head_height([TITLE]) + case.labelled_height([text for _, text in _details(case)])
    return [
        FormBlock("head", head + GAP),
        *row_pieces("rows", heights, title=0.0, head=sum(HEAD_ROWS)),
        FormBlock("foot", 2 * GAP + case.line + signers_height(case, *_signers(case))),
    ]
