"""The front pages of other forms: every item stands once, in its order, and no page holds more than it can."""

import io
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE
from tests.documents import docx_part
from tests.examples import many

from sopgen.errors import PlanError
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.model.identity import HeadStyle
from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.sop import SopLook
from sopgen.model.sections import ItemMark, OwnSection
from sopgen.model.sop import Status
from sopgen.plan.contract.boxes import GAP
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.document import plan_document
from sopgen.plan.front.heads.puskesmas import SIDE
from sopgen.plan.front.identity import identity_pages
from sopgen.read.emblem import Emblems
from sopgen.read.load import Edition, load_edition
from sopgen.read.look import load_look

ROOT = Path(__file__).parents[3]
FORMS = (HeadStyle.CONTROLLED, HeadStyle.PUSKESMAS, HeadStyle.HOSPITAL)


@cache
def shipped() -> tuple[Edition, SopLook]:
    edition = load_edition(ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml")
    return edition, load_look(ROOT / "templates" / "sop", SopLook)


def planned(form: HeadStyle, *sections: OwnSection, name: str = "Contoh") -> DocumentPlan:
    edition, look = shipped()
    identity = edition.sop.identitas
    named = identity.model_copy(update={"nama_sop": identity.nama_sop.model_copy(update={"nilai": name})})
    changed = {"bentuk_kepala": form, "bagian": sections, "identitas": named}
    return plan_document(edition.sop.model_copy(update=changed), edition.unit, look)


def section(title: str, *items: str, mark: ItemMark = ItemMark.NUMBER) -> OwnSection:
    return OwnSection(judul=title, isi=items, butir=mark)


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=40), min_size=1, max_size=60).map(" ".join)


@settings(max_examples=many(60))
@given(st.sampled_from(FORMS), st.lists(st.lists(WORDS, min_size=1, max_size=30), min_size=1, max_size=6), WORDS)
def test_every_item_stands_once_in_its_order_on_a_page_that_holds_it(
    form: HeadStyle, lists: list[list[str]], name: str
) -> None:
    plan = planned(form, *(section(f"Bagian {n}", *items) for n, items in enumerate(lists)), name=name)
    lines = [
        line
        for sheet in plan.front
        for table in sheet
        for *_, cell in table.placed
        for line in cell.lines
        if line.mark
    ]
    found = [
        "".join(line.text.split()).replace("\u00ad", "").replace("\u200b", "") for line in lines if line.mark != ":"
    ]
    assert ["".join(item.split()) for items in lists for item in items] == found
    for sheet in plan.front:
        assert sum(table.height + GAP for table in sheet) <= plan.upright.text_height
        assert all(abs(sum(table.columns) - plan.upright.text_width) < 0.3 for table in sheet)


@pytest.mark.parametrize("form", FORMS)
def test_an_item_taller_than_a_page_is_refused_at_its_place(form: HeadStyle) -> None:
    with pytest.raises(PlanError) as refused:
        planned(form, section("Pendek", "satu"), section("Panjang", "dua", "panjang\n" * 150))
    assert [("TL06", ("bagian", 1, "isi", 1))] == [(one.code, one.loc) for one in refused.value.refusals]


def test_the_head_of_a_controlled_document_stands_on_each_page_with_its_number() -> None:
    plan = planned(HeadStyle.CONTROLLED, section("Panjang", *(f"butir {n}" for n in range(200))))
    pages = [[line.text for *_, cell in sheet[0].placed for line in cell.lines] for sheet in plan.front]
    assert len(pages) > 2
    assert [f"{n} dari {plan.page_count}" in page for n, page in enumerate(pages, 2)] == [True] * len(pages)


@pytest.mark.parametrize("form", HeadStyle)
def test_a_draft_has_a_row_for_initials_until_it_is_ready_to_be_signed(form: HeadStyle) -> None:
    edition, look = shipped()

    def words(status: Status) -> set[str]:
        changed = {"bentuk_kepala": form, "paraf": ("Konseptor", "Waka"), "status": status}
        plan = plan_document(edition.sop.model_copy(update=changed), edition.unit, look)
        tables = [*plan.initials, *(table for sheet in plan.front for table in sheet)]
        return {line.text for table in tables for *_, cell in table.placed for line in cell.lines}

    assert {"Paraf", "Konseptor", "Waka"} <= words(Status.DRAFT)
    assert not {"Paraf", "Konseptor"} & words(Status.READY)


def test_the_row_of_initials_has_its_room_on_the_identity_page() -> None:
    edition, look = shipped()

    def pages(count: int, *who: str) -> int:
        long = edition.sop.peringatan.model_copy(update={"isi": tuple(f"butir {n}" for n in range(count))})
        sop = edition.sop.model_copy(update={"peringatan": long, "paraf": who})
        frame = planned(HeadStyle.CONTROLLED).upright
        return len(identity_pages(sop, edition.unit, look, (82.0, 38.0, 4.0, 51.0), frame))

    most = max(count for count in range(1, 80) if pages(count) == 1)
    assert (2, 1) == (pages(most, "Waka"), pages(most - 8, "Waka"))


@pytest.mark.parametrize("size", [(100, 100), (300, 100)])
def test_both_emblems_of_a_puskesmas_stand_in_their_cells_in_both_formats(size: tuple[int, int]) -> None:
    edition = load_edition(ROOT / "spec" / "contoh" / "puskesmas" / "sop.yaml")
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, "PNG")
    work = Work(replace(edition, emblems=Emblems(out.getvalue(), out.getvalue())), ROOT / "templates")
    made = dict(document(work))
    assert isinstance(work.pages.document, DocumentPlan)
    page, width = work.pages.document.upright, work.pages.document.upright.text_width
    drawn = {
        inline[1].get("descr"): int(inline[0].get("cx", "0"))
        for inline in docx_part(made["sop.docx"]).iter(qn("wp:inline"))
    }
    assert all(0 < drawn[words] < Mm(SIDE) for words in ("Lambang satuan", "Lambang kedua satuan"))
    with PdfDocument(made["sop.pdf"]) as pdf:
        placed = [one.get_bounds() for one in pdf[0].get_objects([FPDF_PAGEOBJ_IMAGE])]
    sides = [(left * MM_A_POINT - page.left, right * MM_A_POINT - page.left) for left, _, right, _ in placed]
    assert [0 < left < right < SIDE for left, right in sides[:1]] == [True]
    assert [width - SIDE < left < right < width for left, right in sides[1:]] == [True]


def test_a_hospital_has_its_box_on_every_page_and_the_approval_on_the_first() -> None:
    items = [f"Ruangan {n} {'perawatan ' * 30}" for n in range(40)]
    plan = planned(HeadStyle.HOSPITAL, section("Ruang lingkup", *items), name="JUDUL CONTOH")
    said = [
        [line.text for table in sheet for *_, cell in table.placed for line in cell.lines] for sheet in plan.front
    ]
    assert len(said) > 1
    assert all("JUDUL CONTOH" in texts for texts in said)
    assert [plan.sop.identitas.pengesah.nama in texts for texts in said] == [True, *[False] * (len(said) - 1)]


def test_without_a_flow_table_the_steps_stand_in_the_head_and_no_page_follows_it() -> None:
    edition = load_edition(ROOT / "spec" / "contoh" / "rumah-sakit" / "sop.yaml")
    plan = plan_document(edition.sop, edition.unit, load_look(ROOT / "templates" / "sop", SopLook))
    texts = [line.text for sheet in plan.front for table in sheet for *_, cell in table.placed for line in cell.lines]
    assert {step.uraian for step in edition.sop.kegiatan[0].alur} <= {*texts}
    assert plan.page_count == len(plan.front) == 1


@pytest.mark.parametrize("form", [HeadStyle.HOSPITAL, HeadStyle.CONTROLLED])
def test_a_long_number_stays_on_its_line(form: HeadStyle) -> None:
    number = "445.1/SPO/SKP/012.A/IV/RSUD-CTH/2026"
    edition, look = shipped()
    identity = edition.sop.identitas
    named = identity.model_copy(update={"nomor_sop": identity.nomor_sop.model_copy(update={"nilai": number})})
    sections = (section("Tujuan", "Contoh"),)
    changed = {"bentuk_kepala": form, "bagian": sections, "identitas": named}
    plan = plan_document(edition.sop.model_copy(update=changed), edition.unit, look)
    lines = [one for table in plan.front[0] for *_, cell in table.placed for one in cell.lines]
    assert number in [one.text for one in lines]
