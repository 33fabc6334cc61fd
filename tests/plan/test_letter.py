"""The blank task order: every part of the letter, on one sheet, and nothing made up."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.documents import docx_lines, pdf_pages
from tests.looks import ORDER_LOOK, ground

from sopgen.jobs.forms import blank_orders
from sopgen.jobs.work import Work
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.letter.plan import plan_order
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.plan.letter.wording import dots
from sopgen.plan.measure import text_width
from sopgen.read.load import Edition

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize("activity", ["A", "B", "C"])
def test_the_words_of_the_blank_order_are_the_golden_ones(
    activity: str, edition: Edition, golden: Callable[[str, str], None]
) -> None:
    made = dict(blank_orders(Work(edition, TEMPLATES), activity))
    lines = docx_lines(made[f"forms/surat-perintah-tugas-{activity}.docx"])
    golden(f"fkpm-2019/surat-perintah-tugas-{activity}.txt", "".join(f"{line}\n" for line in lines))


@pytest.mark.exe
@pytest.mark.parametrize("activity", ["A", "B", "C"])
def test_the_blank_order_stands_on_one_sheet(activity: str, edition: Edition) -> None:
    made = dict(blank_orders(Work(edition, TEMPLATES), activity))
    assert 1 == len(pdf_pages(made[f"forms/surat-perintah-tugas-{activity}.pdf"]))


def test_dots_are_as_long_as_a_pen_needs() -> None:
    assert abs(text_width(dots(55.0, 11.0), 11.0) - 55.0) < 1.0


def test_the_number_leaves_room_for_what_is_not_known(sop: Sop, unit: Unit) -> None:
    number = plan_order(ground(sop, unit), sop.kegiatan[0], ORDER_LOOK).number
    assert number.startswith("Sprin/....")
    assert "/20...." in number


def test_a_known_archive_code_is_printed(sop: Sop, unit: Unit) -> None:
    coded = unit.model_copy(update={"surat_perintah": unit.surat_perintah.model_copy(update={"kka": "BIN.1.1."})})
    assert "/BIN.1.1./" in plan_order(ground(sop, coded), sop.kegiatan[0], ORDER_LOOK).number


def test_the_an_form_stands_above_the_post(sop: Sop, unit: Unit) -> None:
    signatory = unit.penandatangan.model_copy(update={"atas_nama": "KEPALA KEPOLISIAN RESOR CONTOH"})
    plan = plan_order(ground(sop, unit.model_copy(update={"penandatangan": signatory})), sop.kegiatan[0], ORDER_LOOK)
    assert ("a.n. KEPALA KEPOLISIAN RESOR CONTOH",) == plan.signer.on_behalf
    assert not plan_order(ground(sop, unit), sop.kegiatan[0], ORDER_LOOK).signer.on_behalf


def test_the_rows_for_personnel_are_a_setting(sop: Sop, unit: Unit) -> None:
    twelve = unit.model_copy(update={"surat_perintah": unit.surat_perintah.model_copy(update={"baris_personel": 12})})
    assert 12 == len(plan_order(ground(sop, twelve), sop.kegiatan[0], ORDER_LOOK).personnel.rows)


def test_the_letter_names_every_legal_basis_and_the_sop_itself(sop: Sop, unit: Unit) -> None:
    plan = plan_order(ground(sop, unit), sop.kegiatan[0], ORDER_LOOK)
    assert len(sop.dasar_hukum.isi) + 1 == len(plan.basis)
    assert sop.identitas.nomor_sop.nilai in plan.basis[-1]


@pytest.mark.parametrize(
    ("number", "line"), [("00000001", "X NRP 00000001"), ("0" * 18, f"X NIP {'0' * 18}"), ("", "X")]
)
def test_a_civil_servant_has_a_nip_and_a_civilian_no_number(number: str, line: str, sop: Sop, unit: Unit) -> None:
    task = OrderTask((PersonRow("Personel Contoh 1", "X", number),))
    assert line == plan_order(ground(sop, unit), sop.kegiatan[0], ORDER_LOOK, task).receiver_rank
