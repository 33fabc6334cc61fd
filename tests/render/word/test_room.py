"""What staff add to cover, identity page and flow pages of an SOP's Word template: it fits, or is one clear line."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.shared import Mm
from tests.documents import office_pdfs, page_words, word_boxes
from tests.render.word.restyled import PICTURE, change

from sopgen.errors import TemplateError
from sopgen.jobs.check import problems
from sopgen.jobs.outputs import document
from sopgen.jobs.work import Work
from sopgen.read.load import Edition, load_edition

ROOT = Path(__file__).parents[3]
Change = Callable[[Document], None]


@cache
def edition() -> Edition:
    return load_edition(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml")


@cache
def short() -> Edition:
    """The edition with one activity: its flow table leaves room on its page."""
    issued = edition()
    return replace(issued, sop=issued.sop.model_copy(update={"kegiatan": issued.sop.kegiatan[:1]}))


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "templates", tmp_path / "templates"))


def word(templates: Path, of: Edition) -> bytes:
    return next(document(Work(of, templates)))[1]


def on_cover(count: int) -> Change:
    def add(template: Document) -> None:
        for _ in range(count):
            template.paragraphs[0].insert_paragraph_before("Kata tambahan")

    return add


def picture_on_cover(height: float) -> Change:
    def add(template: Document) -> None:
        run = template.paragraphs[0].insert_paragraph_before().add_run()
        run.add_picture(str(PICTURE), height=Mm(height))

    return add


def table_on_cover(rows: int) -> Change:
    def add(template: Document) -> None:
        added = template.add_table(rows=rows, cols=2)
        added.rows[-1].cells[0].text = "Sel tambahan"
        template.paragraphs[0]._p.addprevious(added._tbl)

    return add


def in_identity(rows: int) -> Change:
    def add(template: Document) -> None:
        for _ in range(rows):
            template.tables[0].add_row().cells[0].text = "Baris tambahan"  # type: ignore[no-untyped-call]

    return add


def above_flow(count: int) -> Change:
    def add(template: Document) -> None:
        for _ in range(count):
            template.paragraphs[-1].insert_paragraph_before("Di atas tabel")

    return add


def own_page_of_cover(template: Document) -> None:
    for _ in range(40):
        template.paragraphs[0].insert_paragraph_before("Lembar tersendiri")
    template.paragraphs[39].add_run().add_break(WD_BREAK.PAGE)


FIT: dict[str, Change] = {
    "thirty paragraphs": on_cover(30),
    "a picture": picture_on_cover(110),
    "a table": table_on_cover(25),
    "rows of the identity page": in_identity(8),
    "a line above the flow table": above_flow(3),
}
TOO_TALL: dict[str, tuple[Change, str]] = {
    "paragraphs": (on_cover(40), "the cover is "),
    "a picture": (picture_on_cover(140), "the cover is "),
    "a table": (table_on_cover(40), "the cover is "),
    "rows of the identity page": (in_identity(20), "the identity page is "),
    "lines above the flow table": (above_flow(5), "the first page of the flow table is "),
}


@pytest.mark.exe
def test_what_fits_leaves_the_pages_as_they_were_and_the_office_at_the_foot(templates: Path, tmp_path: Path) -> None:
    made = {"plain": word(templates, short())}
    for name, how in FIT.items():
        shutil.copytree(ROOT / "templates", templates, dirs_exist_ok=True)
        change(templates / "sop" / "sop.docx", how)
        made[name] = word(templates, short())
    shutil.copytree(ROOT / "templates", templates, dirs_exist_ok=True)
    change(templates / "sop" / "sop.docx", own_page_of_cover)
    made["a page of its own"] = word(templates, short())
    printed = {name: word_boxes(pdf) for name, pdf in office_pdfs(made, tmp_path).items()}
    foot = max(bottom for *_, bottom in printed["plain"][0])
    own, *others = printed.pop("a page of its own")
    assert {"Lembar", "tersendiri"} == {text for text, *_ in own}
    for name, found in (*printed.items(), ("a page of its own", others)):
        assert len(found) == 3, name
        assert max(bottom for *_, bottom in found[0]) == pytest.approx(foot, abs=0.6), name


@pytest.mark.parametrize("name", sorted(TOO_TALL))
def test_what_does_not_fit_is_one_line_of_build_and_check(name: str, templates: Path) -> None:
    how, page = TOO_TALL[name]
    shutil.copytree(ROOT / "spec", templates.parent / "spec")
    change(templates / "sop" / "sop.docx", how)
    with pytest.raises(TemplateError) as refused:
        word(templates, edition())
    said = str(refused.value)
    assert said.startswith(f"sop.docx: {page}")
    assert " fix: take that out of the template" in said
    (found,) = [one for one in problems(templates.parent / "spec/sop/fkpm/2019.yaml") if one.code == "TP04"]
    assert (found.file, found.severity) == ((templates / "sop" / "sop.docx").as_posix(), "error")
    assert found.what in said


def longer(count: int, name: str = "dasar_hukum") -> Edition:
    sop = edition().sop
    more = tuple(f"Peraturan Kapolri Nomor {n} Tahun 2015 tentang contoh yang panjang" for n in range(count))
    section = getattr(sop, name)
    update = {name: section.model_copy(update={"isi": (*section.isi, *more)})}
    return replace(edition(), sop=sop.model_copy(update=update))


@pytest.mark.exe
def test_lists_that_one_page_does_not_hold_go_on_alike_in_word_and_pdf(tmp_path: Path) -> None:
    editions = {"8": longer(8), "60": longer(60), "right": longer(60, "peralatan"), "last": longer(45, "peringatan")}
    made = {name: dict(document(Work(one, ROOT / "templates"))) for name, one in editions.items()}
    printed = office_pdfs({name: files["sop.docx"] for name, files in made.items()}, tmp_path)
    for name, files in made.items():
        assert page_words(printed[name]) == page_words(files["sop.pdf"]), name
        assert len(page_words(files["sop.pdf"])) > 4 or name == "8"


def test_rows_that_were_changed_can_not_go_on_over_a_page(templates: Path) -> None:
    def no_items(template: Document) -> None:
        for paragraph in template.tables[0].rows[-2].cells[0].paragraphs:
            paragraph.style = "Normal"

    change(templates / "sop" / "sop.docx", no_items)
    word(templates, edition())
    with pytest.raises(TemplateError, match=r'sop\.docx: table "identitas" has other rows'):
        word(templates, longer(60))
