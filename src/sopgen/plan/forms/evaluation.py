"""The form by which an SOP is evaluated: the seven criteria of Permenpan RB 35/2012, each Ya or Tidak."""

from typing import Final

from sopgen.model.life.criteria import CRITERIA
from sopgen.model.look.form import EvaluationLook
from sopgen.plan.forms.case import NOBODY, FormCase, dateline, signers_height, someone
from sopgen.plan.forms.contents import Details, EvaluationContent, Signers
from sopgen.plan.forms.sheets import FormBlock, new_pages, roomiest

TITLE: Final = "EVALUASI PENERAPAN SOP"
HEADS: Final = ("No", "Kriteria", "Ya", "Tidak", "Catatan")
OUTCOME: Final = "Kesimpulan dan tindak lanjut:"
LINES: Final = range(3, 13)
# Practice of agencies that follow the annex.
EVERY: Final = "Evaluasi dilaksanakan sekurang-kurangnya 1 (satu) kali dalam setahun."


def evaluation(case: FormCase, look: EvaluationLook) -> EvaluationContent:
    """Return the form of an SOP's evaluation."""
    lines = roomiest(lambda count: _pieces(case, look, count), case.room, LINES)
    return EvaluationContent(
        titles=(TITLE,),
        columns=case.columns(look.kolom),
        row=look.tinggi_baris,
        signers=_signers(case),
        new_pages=new_pages(_pieces(case, look, lines), case.room),
        details=_details(case),
        heads=HEADS,
        rows=_rows(),
        outcome=OUTCOME,
        outcome_lines=case.lines(lines, 0),
        every=EVERY,
    )


def _details(case: FormCase) -> Details:
    return (
        ("Nama SOP", case.sop.subject),
        ("Nomor SOP", case.sop.identitas.nomor_sop.nilai),
        ("Masa penilaian", f"{case.dots(40)} s.d. {case.dots(40)}"),
    )


def _rows() -> Details:
    return tuple((f"{n}.", text) for n, text in enumerate(CRITERIA.values(), 1))


def _signers(case: FormCase) -> Signers:
    return NOBODY, someone(case, "Penilai,", place=dateline(case))


def _pieces(case: FormCase, look: EvaluationLook, lines: int) -> list[FormBlock]:
    columns = case.columns(look.kolom)[:2]
    rows = sum(case.row_height(row, columns, look.tinggi_baris) for row in _rows())
    head = case.head_height([TITLE]) + case.labelled_height([text for _, text in _details(case)])
    return [
        FormBlock("kepala", head + case.gap + look.tinggi_baris + rows),
        FormBlock("kesimpulan", case.gap + case.line + case.lines_height(lines)),
        FormBlock("kaki", 2 * case.gap + case.line + signers_height(case, *_signers(case))),
    ]
