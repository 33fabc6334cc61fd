"""The assignment (surat tugas) of other offices, and civil servants in the order: every part of the letter."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from tests.documents import office_pdfs, page_words, word_boxes
from tests.looks import ASSIGNMENT_LOOK, ground
from tests.plan.test_letter import numbered

from sopgen.jobs.work import Work
from sopgen.model.sop import Sop
from sopgen.model.unit import LetterKind, OrderSettings, Unit
from sopgen.plan.letter.contents import AssignmentPlan
from sopgen.plan.letter.numbers import letter_number
from sopgen.plan.letter.plan import plan_order
from sopgen.plan.letter.task import OrderTask, PersonRow
from sopgen.read.emblem import Emblems
from sopgen.read.load import Edition

TEMPLATES = Path(__file__).parents[2] / "templates"
DAY = date(2026, 12, 1)


def person(n: int) -> PersonRow:
    return PersonRow(f"Pegawai Contoh {n}", "Penata Muda Tingkat I", f"{n:018}", "Analis Kebijakan", grade="III/b")


def office(unit: Unit, **settings: Any) -> Unit:
    """Return the unit as a civil office, whose head bears a NIP."""
    head = {"jabatan": "Kepala Dinas Contoh", "nama": "Contoh Satu", "pangkat": "Pembina, IV/a", "nrp": "0" * 18}
    own: dict[str, Any] = {
        "bentuk": LetterKind.ASSIGNMENT,
        "judul": None,
        "halaman": unit.surat_perintah.halaman,
        **settings,
    }
    update = {
        "kop": ("PEMERINTAH KABUPATEN CONTOH", "DINAS CONTOH"),
        "nama": "Dinas Contoh Kabupaten Contoh",
        "penandatangan": unit.penandatangan.model_copy(update=head),
        "surat_perintah": OrderSettings(**own),
    }
    return unit.model_copy(update=update)


def assigned(sop: Sop, unit: Unit, count: int, **settings: Any) -> AssignmentPlan:
    task = OrderTask(tuple(map(person, range(1, count + 1))), DAY, number="Sgas/1/XII/CONTOH/2026")
    plan = plan_order(ground(sop, office(unit, **settings)), sop.kegiatan[0], ASSIGNMENT_LOOK, task)
    assert isinstance(plan, AssignmentPlan)
    return plan


def test_each_person_is_a_block_of_name_nip_rank_with_grade_and_post(sop: Sop, unit: Unit) -> None:
    lines = assigned(sop, unit, 2).recipients
    labels = ["Nama", "NIP", "Pangkat/Golongan", "Jabatan"]
    assert labels * 2 == [line.label for line in lines]
    assert ["1.", "2."] == [line.number for line in lines if line.number]
    assert "Penata Muda Tingkat I, III/b" == lines[2].value


def test_the_letter_has_its_own_title_dictum_and_closing_and_nobody_is_ordered(sop: Sop, unit: Unit) -> None:
    plan = assigned(sop, unit, 1)
    assert ("SURAT TUGAS", "MEMERINTAHKAN") == (plan.letter, plan.dictum)
    assert "MEMBERI TUGAS" == assigned(sop, unit, 1, diktum="MEMBERI TUGAS").dictum
    assert "melaksanakan tugas ini dengan penuh rasa tanggung jawab." == plan.duties[-1]
    assert "mengeluarkan surat tugas" in plan.consideration


def test_who_signs_has_rank_and_nip_on_lines_of_their_own(sop: Sop, unit: Unit) -> None:
    plan = assigned(sop, unit, 1)
    assert ("Kepala Dinas Contoh,", "Pembina, IV/a") == (plan.signer.post, plan.signer.rank)
    assert f"NIP {'0' * 18}" == plan.signer_number


def test_six_people_stand_in_the_annex_in_the_columns_of_anri(sop: Sop, unit: Unit) -> None:
    assert assigned(sop, unit, 5).annex is None
    plan = assigned(sop, unit, 6)
    assert plan.annex
    assert ("NO", "NAMA", "PANGKAT/GOLONGAN", "NIP", "JABATAN", "KETERANGAN") == plan.annex.heads
    assert plan.annex.head[0] == "LAMPIRAN SURAT TUGAS"
    assert "tercantum dalam lampiran Surat Tugas ini." in plan.to.replace("\u00a0", " ")


def test_at_least_two_rows_of_the_annex_stand_with_the_signature(sop: Sop, unit: Unit) -> None:
    for count in range(6, 40):
        annex = assigned(sop, unit, count).annex
        assert annex
        assert count == sum(map(len, annex.sheets))
        assert min(map(len, annex.sheets)) >= 2


def test_a_civil_servant_in_an_order_has_rank_with_grade_and_nip_on_two_lines(sop: Sop, unit: Unit) -> None:
    people = (PersonRow("Pegawai Contoh", "PENATA TK. I", "0" * 18, "Bamin", grade="III/d"),)
    lines = numbered(sop, unit, 1, people=people).recipients
    assert [("Pangkat/Golongan", "PENATA TK. I, III/d"), ("NIP", "0" * 18)] == [
        (line.label, line.value) for line in lines[1:3]
    ]


def test_a_rank_of_another_service_has_no_grade_and_its_nip_a_line(sop: Sop, unit: Unit) -> None:
    people = (PersonRow("Pegawai Contoh", "JAKSA MADYA", "0" * 18),)
    lines = numbered(sop, unit, 1, people=people).recipients
    assert [("Nama", "Pegawai Contoh"), ("Pangkat", "JAKSA MADYA"), ("NIP", "0" * 18)] == [
        (line.label, line.value) for line in lines
    ]


def test_the_title_and_the_prefix_follow_from_the_letter(unit: Unit) -> None:
    assert "Sgas/7/XII/X/2026" == letter_number(office(unit), DAY, 7, kka="X")
    own = office(unit, nomor="{kka}/{urut}/{tahun}")
    assert "X/7/2026" == letter_number(own, DAY, 7, kka="X")


def test_assignments_of_civilians_have_a_number_of_their_own_and_give_a_task(unit: Unit) -> None:
    settings = unit.surat_perintah.model_copy(update={"nomor": "Sprin/{urut}/{tahun}", "awalan": "Sprin"})
    sending = unit.model_copy(update={"surat_perintah": settings}).sending(LetterKind.ASSIGNMENT)
    assert "Sgas/7/XII/X/2026" == letter_number(sending, DAY, 7, kka="X")
    assert ("SURAT TUGAS", "MEMBERI TUGAS") == (sending.surat_perintah.title, sending.surat_perintah.diktum)


def drawn(width: int) -> bytes:
    picture = io.BytesIO()
    Image.new("RGB", (width, 100), "red").save(picture, "PNG")
    return picture.getvalue()


@pytest.mark.parametrize(("width", "height"), [(80, 20.0), (120, 20.0), (240, 10.0)])
def test_a_wide_emblem_is_made_lower_so_that_it_stays_in_its_column(
    width: int, height: float, sop: Sop, unit: Unit
) -> None:
    assert height == replace(assigned(sop, unit, 1), emblem_file=drawn(width)).emblem_height


def letters_on(paper: str, edition: Edition, **more: Any) -> dict[str, dict[str, bytes]]:
    page = edition.unit.surat_perintah.halaman.model_copy(update={"kertas": paper})
    unit = office(edition.unit, halaman=page, **more)
    work = Work(replace(edition, unit=unit, emblems=Emblems(drawn(100) if more else None)), TEMPLATES)
    made = {}
    for count in (0, 1, 5, 6, 30):
        task = OrderTask(tuple(map(person, range(1, count + 1))), DAY, number="Sgas/1/XII/X/2026" if count else "")
        plan = replace(work.order_plan(edition.sop.kegiatan[2], task), seal="kode" if count else "")
        made[f"{paper}-{len(more)}-{count}"] = dict(work.letter_maker.files(plan))
    return made


@pytest.mark.exe
def test_word_and_pdf_of_assignments_begin_their_pages_alike(edition: Edition, tmp_path: Path) -> None:
    more = {"tembusan": ("Bupati Contoh", "Inspektur"), "penerima": True, "kelengkapan": True}
    made = letters_on("F4", edition) | letters_on("A4", edition, **more)
    printed = office_pdfs({name: one["docx"] for name, one in made.items()}, tmp_path)
    for name, one in made.items():
        assert page_words(one["pdf"]) == page_words(printed[name]), name


@pytest.mark.exe
def test_the_nip_stands_under_the_rank_in_both_formats(edition: Edition, tmp_path: Path) -> None:
    one = letters_on("F4", edition)["F4-0-1"]
    for pdf in (one["pdf"], office_pdfs({"surat": one["docx"]}, tmp_path)["surat"]):
        boxes = word_boxes(pdf)[0]
        rank = next(top for text, _, top, _, _ in boxes if text == "Pembina,")
        nip = [top for text, _, top, _, _ in boxes if text == "NIP"][-1]
        assert 3 < nip - rank < 6
