"""The flow table with one row a step, as printed: no word cut off, each in its row and column, in both formats."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from tests.checkers import CHECKERS, assert_sound
from tests.documents import docx_part, office_pdf, page_words, pdf_pages, strip_words
from tests.looks import SOP_LOOK
from tests.render.word.test_document import dark_columns, page_pixels

from sopgen.errors import PlanError
from sopgen.jobs.build import build
from sopgen.model.flow import Step, Symbol, arrows
from sopgen.model.sop import Lane, Sop
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.document import plan_document
from sopgen.plan.steps import StepRow
from sopgen.read.load import load_edition

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "spec" / "sop" / "mediasi" / "contoh.yaml"
FIRST_PAGE = 3


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(SPEC, tmp_path_factory.mktemp("langkah"), templates=ROOT / "templates")


@pytest.fixture(scope="module")
def plan() -> DocumentPlan:
    edition = load_edition(SPEC)
    return plan_document(edition.sop, edition.unit, SOP_LOOK)


@pytest.fixture(scope="module")
def printed(made: Path) -> dict[str, bytes]:
    return {"pdf": (made / "sop.pdf").read_bytes(), "docx": office_pdf((made / "sop.docx").read_bytes())}


def placed_rows(plan: DocumentPlan) -> Iterator[tuple[int, float, StepRow]]:
    """Yield page, top (mm) and row of the flow table."""
    for page, sheet in enumerate(plan.steps, FIRST_PAGE):
        top = plan.across.top + sum(plan.head_rows)
        for part in sheet:
            top += part.title.height if part.title else 0.0
            for row in part.rows:
                yield page, top, row
                top += row.height


def cells(row: StepRow) -> dict[int, list[str]]:
    """Return the words of each text column, by its place among the columns."""
    texts = {
        0: [row.nomor],
        1: [row.uraian],
        -4: row.kelengkapan,
        -3: [row.waktu],
        -2: row.keluaran,
        -1: row.keterangan,
    }
    return {place: " ".join(items).split() for place, items in texts.items()}


@pytest.mark.exe
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_every_word_stands_whole_in_its_row_and_column(
    kind: str, plan: DocumentPlan, printed: dict[str, bytes]
) -> None:
    widths = plan.columns
    for page, top, row in placed_rows(plan):
        for place, words in cells(row).items():
            column = place % len(widths)
            left = plan.across.left + sum(widths[:column])
            found = strip_words(printed[kind], (page, left, top, widths[column], row.height))
            assert words == found, f"page {page}, row {row.nomor or 'of connectors'}, column {column}"


@pytest.mark.exe
def test_both_formats_carry_the_same_words_page_by_page(printed: dict[str, bytes]) -> None:
    assert page_words(printed["pdf"]) == page_words(printed["docx"])


@pytest.mark.exe
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_rules_of_lanes_and_rows_stand_where_they_were_planned(
    kind: str, plan: DocumentPlan, printed: dict[str, bytes]
) -> None:
    lanes = len(plan.sop.pelaksana)
    left = plan.across.left + sum(plan.columns[:2])
    wanted = [left + sum(plan.columns[2 : 2 + n]) for n in range(1, lanes)]
    for page in range(FIRST_PAGE, FIRST_PAGE + len(plan.steps)):
        width, pixels = page_pixels(printed[kind], page)
        for number, top, row in placed_rows(plan):
            if number == page:
                found = dark_columns(pixels, width, top + row.height - 0.8, top + row.height - 0.4)
                off = [min(abs(place - rule) for place in found) for rule in wanted]
                assert max(off) <= 0.3, (page, row.nomor, off)


@pytest.mark.exe
def test_an_example_and_a_draft_say_so_on_every_page(printed: dict[str, bytes]) -> None:
    for pdf in printed.values():
        assert all("CONTOH - DRAF - BUKAN SOP YANG BERLAKU" in page for page in pdf_pages(pdf))


@pytest.mark.parametrize("checker", CHECKERS)
def test_the_word_files_are_sound_for(checker: str, made: Path) -> None:
    assert_sound(checker, made)


def test_the_shapes_of_a_row_are_native_and_in_its_cell(made: Path, plan: DocumentPlan) -> None:
    document = docx_part((made / "sop.docx").read_bytes())
    names = [e.get("name", "") for e in document.iter("{*}cNvPr")]
    steps = sum(len(activity.alur) for activity in plan.sop.kegiatan)
    assert steps == sum(name.startswith("Langkah") for name in names)
    connectors = sum(bool(shape.connector) for sheet in plan.steps for part in sheet for shape in part.flow.shapes)
    assert connectors == sum(name.startswith("Penghubung") for name in names)


def test_the_example_is_as_long_as_a_real_sop(plan: DocumentPlan) -> None:
    steps = plan.sop.kegiatan[0].alur
    assert len(steps) >= 14
    assert sum(bool(step.cabang) for step in steps) >= 2
    assert len(plan.steps) >= 2


def large(paper: Literal["A4", "F4"], text: str = "Menyusun dan menyampaikan laporan kegiatan") -> Sop:
    """Return an SOP of 60 steps in 12 lanes with texts in every column."""
    sop = load_edition(SPEC).sop
    lanes = tuple(Lane(id=f"p{n}", label=f"Pelaksana {n + 1}") for n in range(12))
    quality = sop.kegiatan[0].alur[1].mutu_baku
    steps = [Step(id=f"s{n}", pelaksana=f"p{n * 5 % 12}", uraian=text, mutu_baku=quality) for n in range(60)]
    steps[0] = steps[0].model_copy(update={"simbol": Symbol.START})
    steps[-1] = steps[-1].model_copy(update={"simbol": Symbol.END})
    for n in range(5, 55, 7):
        exits = {"Ya": f"s{n + 1}", "Tidak": f"s{n * 3 % 50}"}
        steps[n] = steps[n].model_copy(update={"simbol": Symbol.DECISION, "cabang": exits})
    activity = sop.kegiatan[0].model_copy(update={"alur": tuple(steps)})
    sheet = sop.halaman.tabel.model_copy(update={"kertas": paper})
    pages = sop.halaman.model_copy(update={"tabel": sheet})
    return sop.model_copy(update={"pelaksana": lanes, "kegiatan": (activity,), "halaman": pages})


@pytest.mark.parametrize("paper", ["F4", "A4"])
def test_sixty_steps_in_twelve_lanes_fit_the_paper(paper: Literal["A4", "F4"]) -> None:
    sop = large(paper)
    plan = plan_document(sop, load_edition(SPEC).unit, SOP_LOOK)
    steps = sop.kegiatan[0].alur
    room = plan.across.height - plan.across.top - plan.across.bottom
    assert sum(plan.columns) == pytest.approx(sop.halaman.tabel.text_width)
    assert 6.0 <= plan.font_pt <= 9.0
    for sheet in plan.steps:
        heights = [part.flow.height + (part.title.height if part.title else 0.0) for part in sheet]
        assert sum(heights) + sum(plan.head_rows) <= room
    drawn = [route for sheet in plan.steps for part in sheet for route in part.flow.routes]
    assert len(drawn) >= len(arrows(steps))


def test_a_row_that_no_page_holds_is_named_with_its_step() -> None:
    with pytest.raises(PlanError, match=r"kegiatan\[0\]\.alur\[0\]: .*s0.* \d+ mm.* \d+ mm"):
        plan_document(large("A4", "Kata " * 390), load_edition(SPEC).unit, SOP_LOOK)


def test_a_word_that_no_column_holds_is_named_with_its_step() -> None:
    with pytest.raises(PlanError, match=r"kegiatan\[0\]\.alur\[0\]\.uraian: .*K+\.\.\."):
        plan_document(large("A4", "K" * 90), load_edition(SPEC).unit, SOP_LOOK)


def test_a_reference_to_another_sop_stands_among_the_remarks() -> None:
    sop = load_edition(SPEC).sop
    activity = sop.kegiatan[0]
    referring = activity.alur[1].model_copy(update={"rujukan": "SOP Lain"})
    alur = (activity.alur[0], referring, *activity.alur[2:])
    changed = sop.model_copy(update={"kegiatan": (activity.model_copy(update={"alur": alur}),)})
    plan = plan_document(changed, load_edition(SPEC).unit, SOP_LOOK)
    remarks = [row.keterangan for sheet in plan.steps for part in sheet for row in part.rows]
    assert ("Lihat SOP Lain",) in remarks
