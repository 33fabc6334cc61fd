"""The form by which an SOP's use is assessed (Permenpan RB 35/2012, annex, Tabel 7), a row a procedure."""

from typing import Final

from sopgen.model.chapters import ProseSop
from sopgen.model.flow import FlowRow, flow_rows
from sopgen.model.look.form import MonitoringLook
from sopgen.model.sop import Activity, Layout
from sopgen.plan.chapters.numbers import item_number
from sopgen.plan.forms.case import NOBODY, FormCase, dateline, signers_height, someone
from sopgen.plan.forms.contents import Details, MonitoringContent, Rows, Signers
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
# Permenpan RB 35/2012, annex: monitoring every six months.
EVERY: Final = "Monitoring dilaksanakan secara berkala setiap 6 (enam) bulan."


def monitoring(case: FormCase, look: MonitoringLook) -> MonitoringContent:
    """Return the form with a row for each activity, or each step where the SOP has a row a step.

    Without activities it has a row for each chapter.
    """
    least, most = look.tinggi_baris.paling_rendah, look.tinggi_baris.paling_tinggi
    row = roomiest(lambda height: _pieces(case, look, height), case.room, range(least, max(least, most) + 1))
    begun = new_pages(_pieces(case, look, row), case.room)
    return MonitoringContent(
        titles=(TITLE,),
        columns=case.columns(look.kolom),
        row=float(row),
        signers=_signers(case),
        new_pages=begun,
        details=_details(case),
        heads=HEADS,
        marks=MARKS,
        sheets=split("baris", _rows(case), begun),
        every=EVERY,
    )


def _details(case: FormCase) -> Details:
    return (
        ("Nama SOP", case.sop.subject),
        ("Nomor SOP", case.sop.identitas.nomor_sop.nilai),
        ("Masa penilaian", f"{case.dots(40)} s.d. {case.dots(40)}"),
    )


def _rows(case: FormCase) -> Rows:
    wanted = [case.activity] if case.activity else case.sop.kegiatan
    if isinstance(case.sop, ProseSop) and not wanted:
        return tuple((item_number(0, n), chapter.judul) for n, chapter in enumerate(case.sop.bab, 1))
    if case.sop.tata_letak is Layout.PER_ACTIVITY:
        return tuple((f"{n}.", activity.judul) for n, activity in enumerate(wanted, 1))
    if len(wanted) == 1:
        return _steps(wanted[0])
    return tuple(row for activity in wanted for row in ((activity.nomor, activity.judul), *_steps(activity)))


def _steps(activity: Activity) -> Rows:
    return tuple((f"{row.number}.", row.head or _said(activity, row)) for row in flow_rows(activity.alur))


def _said(activity: Activity, row: FlowRow) -> str:
    """Return what the steps of a row say; one without words is named by its symbol, where no other says it."""
    steps = [activity.alur[n] for n in row.steps]
    return "; ".join(filter(None, [step.uraian for step in steps])) or steps[0].simbol.value


def _signers(case: FormCase) -> Signers:
    return NOBODY, someone(case, "Penilai,", place=dateline(case))


def _pieces(case: FormCase, look: MonitoringLook, least: float) -> list[FormBlock]:
    columns = case.columns(look.kolom)[:2]
    heights = [case.row_height(row, columns, least) for row in _rows(case)]
    head = case.head_height([TITLE]) + case.labelled_height([text for _, text in _details(case)])
    return [
        FormBlock("kepala", head + case.gap),
        *row_pieces("baris", heights, title=0.0, head=sum(look.tinggi_kepala)),
        FormBlock("kaki", 2 * case.gap + case.line + signers_height(case, *_signers(case))),
    ]
