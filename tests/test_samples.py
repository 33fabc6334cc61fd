"""The samples of each form of the head: a folder begins with one, it checks, and its pages are those of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.checkers import CHECKERS, assert_sound
from tests.documents import office_pdfs, page_words, pdf_pages, strip_words

from sopgen.cli.main import main
from sopgen.jobs.build import build
from sopgen.jobs.check import problems
from sopgen.model.look.sop import SopLook
from sopgen.plan.contract.boxes import GAP, TableCell
from sopgen.plan.contract.document import DocumentPlan
from sopgen.plan.document import plan_document
from sopgen.read.load import load_edition
from sopgen.read.look import load_look
from sopgen.workspace import samples, start

NAMES = ("kendali", "permenpan", "puskesmas", "rumah-sakit")


@dataclass(frozen=True)
class Made:
    """A sample in its own folder: its plan, and its pages in both formats."""

    spec: Path
    built: Path
    plan: DocumentPlan
    pdfs: dict[str, bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    found, printed = {}, tmp_path_factory.mktemp("cetak")
    for name in NAMES:
        folder = tmp_path_factory.mktemp("contoh") / name
        start(folder, name)
        (spec,) = (folder / "spec" / "sop").glob("*/*.yaml")
        built = build(spec, folder / "build", templates=folder / "templates")
        edition = load_edition(spec)
        plan = plan_document(edition.sop, edition.unit, load_look(folder / "templates" / "sop", SopLook))
        found[name] = Made(spec, built, plan, {"pdf": (built / "sop.pdf").read_bytes()})
    office = office_pdfs({name: (one.built / "sop.docx").read_bytes() for name, one in found.items()}, printed)
    for name, one in found.items():
        one.pdfs["docx"] = office[name]
    return found


def test_there_is_a_sample_of_each_form() -> None:
    assert {*NAMES, "naskah-penjagaan"} <= {*samples()}


@pytest.mark.parametrize("name", samples())
def test_each_sample_begins_a_folder_whose_files_name_their_schemas(name: str, tmp_path: Path) -> None:
    start(tmp_path / "kerja", name)
    spec = tmp_path / "kerja" / "spec"
    (edition,) = (spec / "sop").glob("*/*.yaml")
    for path in (edition, spec / "satuan.yaml"):
        named = path.read_text("utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve().is_file(), path
    assert load_edition(edition).sop.edisi == edition.stem


def test_a_wrong_name_lists_the_samples(tmp_path: Path) -> None:
    said = CliRunner(env={"SOPGEN_LANG": "en"}).invoke(main, ["new", str(tmp_path / "kerja"), "--contoh", "kendal"])
    assert 2 == said.exit_code
    assert 'there is no sample "kendal"' in said.output
    assert all(name in said.output for name in NAMES)
    assert not (tmp_path / "kerja").exists()


def test_a_folder_with_the_shipped_editions_has_no_samples(tmp_path: Path) -> None:
    start(tmp_path / "kerja")
    assert not (tmp_path / "kerja" / "spec" / "contoh").exists()
    assert (tmp_path / "kerja" / "spec" / "sop" / "fkpm").is_dir()


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_stands_alone_says_that_it_is_one_and_has_nothing_to_mend(name: str, made: dict[str, Made]) -> None:
    spec = made[name].spec
    assert [spec] == list((spec.parents[1]).glob("*/*.yaml"))
    assert made[name].plan.sop.contoh
    assert [] == [one for one in problems(spec) if one.severity != "info"]


@pytest.mark.exe
@pytest.mark.parametrize("name", NAMES)
def test_both_formats_have_the_same_pages(name: str, made: dict[str, Made]) -> None:
    pdf, docx = made[name].pdfs["pdf"], made[name].pdfs["docx"]
    assert made[name].plan.page_count == len(pdf_pages(pdf)) == len(pdf_pages(docx))
    front = made[name].plan.page_count - len(made[name].plan.steps)
    assert page_words(pdf)[:front] == page_words(docx)[:front]


def cells(plan: DocumentPlan) -> Iterator[tuple[int, float, float, float, float, TableCell]]:
    """Yield page, left, top, width and height (mm) of each cell of the front pages."""
    for page, sheet in enumerate([*plan.opening, *plan.front], 1 + bool(plan.cover)):
        top = plan.upright.top
        for table in sheet:
            heights = [row.height for row in table.rows]
            for n, column, cell in table.placed:
                left = plan.upright.left + sum(table.columns[:column])
                width = sum(table.columns[column : column + cell.across])
                height = sum(heights[n : n + cell.down])
                yield page, left, top + sum(heights[:n]), width, height, cell
            top += table.height + GAP


@pytest.mark.exe
@pytest.mark.parametrize("kind", ["pdf", "docx"])
@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_a_head_stands_in_its_cell(name: str, kind: str, made: dict[str, Made]) -> None:
    told = 0
    for page, left, top, width, height, cell in cells(made[name].plan):
        if cell.chart:
            told += len(cell.chart.flow.shapes)
            drawn = {word for shape in cell.chart.flow.shapes for word in shape.text.split()}
            assert drawn <= {*strip_words(made[name].pdfs[kind], (page, left, top, width, height))}
            continue
        words = [word for line in cell.lines for word in f"{line.mark} {line.text}".split()]
        found = strip_words(made[name].pdfs[kind], (page, left, top, width, height))
        # A word may end its line at its own hyphen, which poppler takes for one of a parted word.
        assert sorted(word.replace("-", "") for word in words) == sorted(word.replace("-", "") for word in found)
        told += len(words)
    assert told > 30


def test_the_contents_tell_the_pages_on_which_the_parts_stand(made: dict[str, Made]) -> None:
    pages = pdf_pages(made["permenpan"].pdfs["pdf"])
    lines = [
        line.replace(".", "").split()
        for line in pdf_pages(made["permenpan"].pdfs["pdf"], layout=True)[1].splitlines()
    ]
    told = {" ".join(words[:-1]): int(words[-1]) for words in lines if len(words) > 1 and words[-1].isdigit()}
    assert ["Penjelasan", "Identitas SOP", "PELAYANAN LAPORAN KEHILANGAN BARANG"] == list(told)
    assert "PENJELASAN" in pages[told["Penjelasan"] - 1]
    assert "NOMOR SOP" in pages[told["Identitas SOP"] - 1]
    assert "Mutu Baku" in pages[told["PELAYANAN LAPORAN KEHILANGAN BARANG"] - 1]


@pytest.mark.parametrize("checker", CHECKERS)
@pytest.mark.parametrize("name", NAMES)
def test_its_docx_is_sound_for(checker: str, name: str, made: dict[str, Made]) -> None:
    assert_sound(checker, made[name].built)
