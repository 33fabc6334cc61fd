"""The matrix of changes: columns as wide as they are full, no page with one row, reasons that its readers know."""

from pathlib import Path

import pytest
from tests.compare.edits import with_
from tests.looks import MATRIX_LOOK

from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.contract.matrix import MatrixPlan, MatrixRow
from sopgen.plan.matrix.plan import plan_matrix
from sopgen.plan.matrix.reason import printed
from sopgen.read.load import load_edition

DRAFT = Path(__file__).parents[3] / "spec" / "sop" / "fkpm" / "2026-draf.yaml"


@pytest.fixture(scope="module")
def draft() -> Sop:
    return load_edition(DRAFT).sop


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("Judul sama (LB09, spec/peraturan.yaml, judul setiap peraturan)", "Judul sama"),
        ("Keadaan diketahui (LB07, spec/peraturan.yaml)", "Keadaan diketahui"),
        ("Kata baku (LG01, KBBI VI (2023), lema; EYD V)", "Kata baku (KBBI VI (2023), lema; EYD V)"),
        ("Urut (LB02, Perkap 1/2023); baku (LG01, KBBI)", "Urut (Perkap 1/2023); baku (KBBI)"),
        ("Edisi baru (kedua).", "Edisi baru (kedua)."),
        ("Terbuka (LG01, tanpa tutup", "Terbuka (tanpa tutup)"),
        ("", ""),
    ],
)
def test_a_reason_is_printed_without_codes_and_files(reason: str, said: str) -> None:
    assert said == printed(reason)


def test_no_code_and_no_file_of_the_shipped_draft_is_printed(sop: Sop, unit: Unit, draft: Sop) -> None:
    plan = plan_matrix(sop, draft, unit, MATRIX_LOOK)
    said = " ".join(piece.text for row in rows(plan) for line in row.reason for piece in line)
    assert "Perkap 1/2023" in said
    assert "spec/" not in said
    assert "LB0" not in said


def rows(plan: MatrixPlan) -> list[MatrixRow]:
    return [row for sheet in plan.sheets for row in sheet]


def reasoned(sop: Sop, unit: Unit, reason: str) -> MatrixPlan:
    new = with_(sop, "peringatan.isi.0", "Kata lain")
    new = with_(new, "alasan_perubahan", [{"di": "peringatan", "alasan": reason}])
    return plan_matrix(sop, new, unit, MATRIX_LOOK)


def test_a_fuller_column_is_wider(sop: Sop, unit: Unit) -> None:
    short, long = (reasoned(sop, unit, text) for text in ("Baru", "penyesuaian dengan ketentuan yang berlaku " * 12))
    assert long.columns[4] > short.columns[4] + 20
    for plan in (short, long):
        assert abs(sum(plan.columns) - plan.page.text_width) < 0.1


def test_the_last_page_has_more_than_one_row(sop: Sop, unit: Unit) -> None:
    for count in range(2, 40):
        items = [f"Butir nomor {n} yang baru" for n in range(count)]
        plan = plan_matrix(sop, with_(sop, "peringatan.isi", items), unit, MATRIX_LOOK)
        assert len(plan.sheets[-1]) >= min(2, len(rows(plan)))


def test_a_draft_bears_the_watermark_and_an_edition_in_force_none(sop: Sop, unit: Unit, draft: Sop) -> None:
    marked = plan_matrix(sop, draft, unit, MATRIX_LOOK).watermark
    assert marked
    assert "DRAF" == marked.word
    assert plan_matrix(draft, sop, unit, MATRIX_LOOK).watermark is None
