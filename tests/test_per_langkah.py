"""The flow table with one row a step, as printed: no word cut off, each in its row and column, in both formats."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.documents import docx_part, office_pdf, page_words, pdf_pages, strip_words
from tests.render.test_word import CHECKERS, dark_columns, page_pixels

from sopgen.build import build
from sopgen.plan.document import HEAD_ROWS, DocumentPlan, plan_document
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
    return plan_document(edition.sop, edition.unit)


@pytest.fixture(scope="module")
def printed(made: Path) -> dict[str, bytes]:
    return {"pdf": (made / "sop.pdf").read_bytes(), "docx": office_pdf((made / "sop.docx").read_bytes())}


def placed_rows(plan: DocumentPlan) -> Iterator[tuple[int, float, StepRow]]:
    """Yield page, top (mm) and row of the flow table."""
    for page, sheet in enumerate(plan.steps, FIRST_PAGE):
        top = plan.across.top + sum(HEAD_ROWS)
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
def test_the_docx_is_sound_for(checker: str, made: Path) -> None:
    program = Path(sys.executable).parent / CHECKERS[checker][0]
    done = subprocess.run([program, *CHECKERS[checker][1:], made / "sop.docx"], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()


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
