"""The Word files: sound for two checkers, exact in their measures, and text stays text."""

import re
import subprocess
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx.oxml.ns import qn
from lxml import etree
from tests.checkers import CHECKERS, PROGRAMS, assert_sound
from tests.documents import docx_lines, docx_part, office_pdf, pdf_pages, run
from tests.looks import SOP_LOOK

from sopgen.jobs.build import build
from sopgen.jobs.charts.drawn import chart_bytes, lined, table_svg
from sopgen.jobs.outputs import outputs
from sopgen.jobs.work import Work
from sopgen.plan.document import plan_document
from sopgen.plan.measure import line_height
from sopgen.read.emblem import Emblems
from sopgen.read.load import Edition, load_edition

ROOT = Path(__file__).parents[3]
SPEC = ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"
ATTACKS = ("{{ 7*7 }}", "{% if %}", "#eval(1)", "<b>tebal</b>", '"];', "\\N$x$", "[[tabel_alur]]", "&amp;")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(SPEC, tmp_path_factory.mktemp("word"), templates=ROOT / "templates")


@pytest.mark.parametrize("checker", CHECKERS)
def test_every_docx_is_sound_for(checker: str, made: Path) -> None:
    assert_sound(checker, made)


def test_the_checker_refuses_a_broken_docx(tmp_path: Path) -> None:
    broken = tmp_path / "rusak.docx"
    broken.write_bytes(b"PK\x03\x04 rusak")
    assert subprocess.run([PROGRAMS / "openxml-audit", broken], capture_output=True, check=False).returncode != 0


def test_every_drawing_has_its_own_number_with_an_emblem_too(edition: Edition) -> None:
    picture = (ROOT / "docs" / "contoh-halaman.png").read_bytes()
    sop = edition.sop.model_copy(update={"berlambang": True})
    made = dict(outputs(Work(replace(edition, sop=sop, emblems=Emblems(picture)), ROOT / "templates")))
    numbers = Counter(e.get("id") for e in docx_part(made["sop.docx"]).iter("{*}docPr", "{*}cNvPr"))
    assert set(numbers.values()) == {1}


def test_the_words_of_symbols_are_of_8_pt_and_stay_in_their_box(made: Path) -> None:
    document = docx_part((made / "sop.docx").read_bytes())
    sizes = {int(size.attrib[qn("w:val")]) for box in document.iter("{*}txbxContent") for size in box.iter("{*}sz")}
    assert sizes == {16}
    bodies = [body for body in document.iter("{*}bodyPr") if body.get("wrap")]
    assert {body.get("wrap") for body in bodies} == {"square"}


def test_a_shape_of_word_is_used_where_its_place_for_text_holds_the_words(made: Path) -> None:
    """A terminator of Word has seven tenths of its height for text: two lines of 8 pt need more of these."""
    document = docx_part((made / "sop.docx").read_bytes())
    for shape in document.iter("{*}wsp"):
        lines = len(list(shape.iter("{*}p")))
        preset = shape.find(".//{*}prstGeom")
        if lines and preset is not None and preset.get("prst") == "flowChartTerminator":
            (height,) = (int(size.attrib["cy"]) / 36_000 for size in shape.iter("{*}ext"))
            assert lines * line_height(8.0) <= 0.7 * height + 0.01


def test_the_picture_for_programs_without_shapes_shows_the_rules_of_lanes(edition: Edition) -> None:
    work = Work(edition, ROOT / "templates")
    plan = plan_document(edition.sop, edition.unit, SOP_LOOK)
    drawing = plan.drawings["A"]
    drawn = etree.fromstring(lined(table_svg(work, drawing), plan, drawing.flow).svg)
    rules = [one for one in drawn.iter("{*}line") if one.get("x1") == one.get("x2")]
    assert len(rules) == len(edition.sop.pelaksana) - 1


def test_no_tag_is_left_in_any_part(made: Path) -> None:
    for docx in made.rglob("*.docx"):
        text = "".join(etree.tostring(docx_part(docx.read_bytes()), encoding="unicode"))
        assert not any(mark in text for mark in ("{{", "{%", "[["))


@pytest.mark.exe
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_lanes_stand_on_the_column_rules(kind: str, made: Path, edition: Edition) -> None:
    """In print at 300 dpi: the rules between lanes, in the head and at the foot of the first row, within 0.3 mm."""
    plan = plan_document(edition.sop, edition.unit, SOP_LOOK)
    pdf = (made / "sop.pdf").read_bytes() if kind == "pdf" else office_pdf((made / "sop.docx").read_bytes())
    width, pixels = page_pixels(pdf, 3)
    below = plan.across.top + sum(plan.head_rows)
    left = plan.across.left + sum(plan.columns[:2])
    wanted = [left + sum(plan.columns[2 : 2 + n]) for n in range(1, len(edition.sop.pelaksana))]
    for top in (plan.across.top + plan.head_rows[0] + 0.35, below + plan.sheets[0][0].height - 1.3):
        found = dark_columns(pixels, width, top, top + 0.4)
        off = [min(abs(place - rule) for place in found) for rule in wanted]
        assert max(off) <= 0.3, off


def page_pixels(pdf: bytes, page: int) -> tuple[int, bytes]:
    """Return the width of a page in pixels and its grey values, at 300 dpi."""
    image = run("pdftoppm", "-r", "300", "-gray", "-f", str(page), "-l", str(page), "-", feed=pdf)
    _, size, _, pixels = image.split(b"\n", 3)
    return int(size.split()[0]), pixels


def dark_columns(pixels: bytes, width: int, top: float, bottom: float) -> list[float]:
    """Return the x (mm) of the columns that are dark all the way between two heights."""
    dot = 25.4 / 300
    rows = [pixels[y * width : (y + 1) * width] for y in range(int(top / dot), int(bottom / dot))]
    return [x * dot for x in range(width) if all(row[x] < 140 for row in rows)]


@pytest.mark.exe
def test_text_never_becomes_code(edition: Edition) -> None:
    activity = edition.sop.kegiatan[0]
    evil = activity.model_copy(update={"maksud": activity.maksud.model_copy(update={"isi": ATTACKS})})
    steps = (activity.alur[0].model_copy(update={"uraian": '"]; <b> {{x}}'}), *activity.alur[1:])
    evil = evil.model_copy(update={"alur": steps})
    sop = edition.sop.model_copy(update={"kegiatan": (evil, *edition.sop.kegiatan[1:])})
    work = Work(replace(edition, sop=sop), ROOT / "templates")
    made = dict(outputs(work))
    printed = {
        "docx": "".join("".join(docx_lines(made["sop.docx"])).split()),
        "pdf": "".join("".join(pdf_pages(made["sop.pdf"])).split()),
    }
    for text in printed.values():
        for attack in ATTACKS:
            assert "".join(attack.split()) in text
    assert b"&lt;b&gt;" in chart_bytes(work, evil, "svg")


def test_the_emblem_stands_on_cover_and_identity_page_with_words_for_it(edition: Edition) -> None:
    picture = (ROOT / "docs" / "contoh-halaman.png").read_bytes()
    sop = edition.sop.model_copy(update={"berlambang": True})
    made = dict(outputs(Work(replace(edition, sop=sop, emblems=Emblems(picture)), ROOT / "templates")))
    drawings = [e.get("descr") for e in docx_part(made["sop.docx"]).iter("{*}docPr")]
    assert drawings.count("Lambang satuan") == 2
    with pikepdf.open(BytesIO(made["sop.pdf"])) as pdf:
        assert [len(page.get_images()) for page in pdf.pages[:2]] == [1, 1]


def test_no_line_of_word_ends_between_a_hyphen_and_a_figure() -> None:
    edition = load_edition(ROOT / "tests" / "contoh" / "sop.yaml")
    activity = edition.sop.kegiatan[0]
    titled = activity.model_copy(update={"judul": "Menyusun P-29 dan T-2 pada 14-15 Mei"})
    sop = edition.sop.model_copy(update={"kegiatan": (titled,)})
    made = dict(outputs(Work(replace(edition, sop=sop), ROOT / "templates")))
    for name in ("sop.docx", "forms/surat-perintah-tugas-A.docx", "forms/laporan-hasil-A.docx"):
        written = docx_part(made[name])
        assert not [one.text for one in written.iter(qn("w:t")) if re.search(r"\w-\d", one.text or "")]
        assert any("P-29 " in line and "T-2 " in line for line in docx_lines(made[name]))
        assert next(written.iter(qn("w:noBreakHyphen")), None) is not None
