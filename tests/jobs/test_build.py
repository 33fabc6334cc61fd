"""The whole pipeline on the shipped edition, with the real programs."""

import hashlib
import json
import re
import shutil
import unicodedata
from dataclasses import asdict
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from lxml import etree
from PIL import Image
from tests.documents import docx_lines, office_pdf, page_sizes, page_words, pdf_fonts, pdf_pages, run, strip_words
from tests.looks import SOP_LOOK

from sopgen import VERSION
from sopgen.jobs.build import build
from sopgen.jobs.charts.drawn import chart_bytes
from sopgen.jobs.provenance import provenance_of
from sopgen.jobs.work import Work
from sopgen.plan.document import plan_document
from sopgen.read.load import Edition, load_edition

ROOT = Path(__file__).parents[2]
SPEC = ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"
SEED = ROOT / "tests" / "seed" / "fkpm-2019.txt"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(SPEC, tmp_path_factory.mktemp("satu"), templates=ROOT / "templates")


FORM_NAMES = [
    *(f"{form}-{name}" for form in ("surat-perintah-tugas", "laporan-hasil") for name in "ABC"),
    *("daftar-hadir", "notulen", "kesepakatan-bersama", "monitoring", "undangan", "evaluasi"),
]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def test_a_build_makes_every_output(made: Path) -> None:
    charts = {f"charts/{name}.{fmt}" for name in "ABC" for fmt in ("svg", "pdf", "png")}
    forms = {f"forms/{name}.{fmt}" for name in FORM_NAMES for fmt in ("docx", "pdf")}
    assert {"sop.docx", "sop.pdf", "manifest.json"} | charts | forms == set(files(made))


def test_the_same_spec_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    again = build(SPEC, tmp_path / "folder lain ü", templates=ROOT / "templates")
    assert files(made) == files(again)


def test_the_manifest_names_every_file_and_its_digest(made: Path) -> None:
    content = json.loads((made / "manifest.json").read_text("utf-8"))
    found = {name: hashlib.sha256(data).hexdigest() for name, data in files(made).items() if name != "manifest.json"}
    assert VERSION == content["sopgen"]
    assert found == content["files"]


def test_the_manifest_names_the_edition_and_what_it_was_made_from(made: Path, tmp_path: Path) -> None:
    content = json.loads((made / "manifest.json").read_text("utf-8"))
    assert ("fkpm", "2019") == (content["sop"], content["edisi"])
    shutil.copytree(ROOT / "spec", tmp_path / "spec")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "templates" / "sop" / "~$sop.docx").write_bytes(b"Word has it open")
    copy = tmp_path / "spec" / "sop" / "fkpm" / "2019.yaml"
    assert asdict(provenance_of(load_edition(copy), tmp_path / "templates")).items() <= content.items()

    changed = {"spec": copy, "peraturan": tmp_path / "spec" / "peraturan.yaml"}
    changed["templates"] = tmp_path / "templates" / "sop" / "sop.typ"
    for key, path in changed.items():
        path.write_bytes(path.read_bytes() + b"\n")
        now = asdict(provenance_of(load_edition(copy), tmp_path / "templates"))
        assert now[key] != content[key]


def test_no_output_carries_a_path_of_this_machine(made: Path) -> None:
    for name, content in files(made).items():
        assert str(ROOT).encode() not in content, name
        assert str(made).encode() not in content, name


def seed_lines() -> list[str]:
    return [line for line in SEED.read_text("utf-8").splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", seed_lines())
def test_every_line_of_the_seed_stands_in_the_docx(made: Path, line: str) -> None:
    assert squeezed(line) in squeezed("".join(docx_lines((made / "sop.docx").read_bytes())))


@pytest.mark.exe
@pytest.mark.parametrize("line", seed_lines())
def test_every_line_of_the_seed_stands_in_the_pdf(made: Path, line: str) -> None:
    assert squeezed(line) in squeezed("".join(pdf_pages((made / "sop.pdf").read_bytes())))


@pytest.fixture(scope="module")
def printed(made: Path) -> dict[str, bytes]:
    """Every DOCX as LibreOffice prints it, by its name without the ending."""
    names = ["sop", *(f"forms/surat-perintah-tugas-{name}" for name in "ABC")]
    return {name: office_pdf((made / f"{name}.docx").read_bytes()) for name in names}


@pytest.mark.exe
@pytest.mark.parametrize("name", ["sop", *(f"forms/surat-perintah-tugas-{name}" for name in "ABC")])
def test_docx_and_pdf_carry_the_same_words_page_by_page(made: Path, printed: dict[str, bytes], name: str) -> None:
    assert page_words((made / f"{name}.pdf").read_bytes()) == page_words(printed[name])


@pytest.mark.exe
def test_cover_and_letters_carry_their_words_in_the_same_order(made: Path, printed: dict[str, bytes]) -> None:
    for name, drawn in printed.items():
        # By lines: where two columns stand side by side, poppler's own order hangs on a millimetre.
        mine = pdf_pages((made / f"{name}.pdf").read_bytes(), layout=True)
        pairs = zip(mine, pdf_pages(drawn, layout=True), strict=True)
        for number, (ours, theirs) in enumerate(pairs, 1):
            if name != "sop" or number == 1:
                assert ours.split() == theirs.split(), f"{name}, page {number}"


@pytest.mark.exe
@pytest.mark.parametrize("page", [2, 3, 4])
def test_each_column_carries_its_words_in_the_same_order(
    made: Path, printed: dict[str, bytes], edition: Edition, page: int
) -> None:
    """Column by column, since a page of a table has no order of lines: identity page, then the flow table."""
    plan = plan_document(edition.sop, edition.unit, SOP_LOOK)
    sheet = plan.upright if page == 2 else plan.across
    lanes = len(edition.sop.pelaksana)
    flow = [*plan.columns[:2], sum(plan.columns[2 : 2 + lanes]), *plan.columns[2 + lanes :]]
    left, head = sheet.left, sheet.top + (0 if page == 2 else sum(plan.head_rows))
    for width in [82.0, 98.0] if page == 2 else flow:
        strip = (page, left, head, width, sheet.height - head)
        assert strip_words((made / "sop.pdf").read_bytes(), strip) == strip_words(printed["sop"], strip)
        left += width


@pytest.mark.exe
def test_the_pages_have_the_size_of_the_paper(made: Path, tmp_path: Path) -> None:
    sizes = page_sizes((made / "sop.pdf").read_bytes(), tmp_path)
    assert [(215, 330), (215, 330)] == [(round(w), round(h)) for w, h in sizes[:2]]
    assert {(330, 215)} == {(round(w), round(h)) for w, h in sizes[2:]}


@pytest.mark.exe
def test_pdfs_embed_arimo_and_nothing_else(made: Path, tmp_path: Path) -> None:
    for path in made.rglob("*.pdf"):
        for name, embedded in pdf_fonts(path.read_bytes(), tmp_path):
            assert name.startswith("Arimo"), path
            assert embedded


@pytest.mark.exe
def test_pdfs_are_sound_for_qpdf(made: Path) -> None:
    for path in made.rglob("*.pdf"):
        run("qpdf", "--check", path)


def test_pdfs_claim_pdf_a_2a_and_pdf_ua_with_title_language_and_tags(made: Path) -> None:
    for path in made.rglob("*.pdf"):
        with pikepdf.open(path) as pdf:
            metadata = pdf.open_metadata()
            assert ("2", "A") == (metadata["pdfaid:part"], metadata["pdfaid:conformance"]), path
            assert metadata["dc:title"]
            assert str(pdf.Root.Lang).startswith("id")
            assert "1" == metadata["pdfuaid:part"]
            assert pdf.Root.MarkInfo.Marked
            assert "/OutputIntents" in pdf.Root
            assert not pdf.is_encrypted


def test_a_viewer_shows_the_title_of_a_pdf_and_prints_it_at_its_size(made: Path) -> None:
    for path in made.rglob("*.pdf"):
        with pikepdf.open(path) as pdf:
            assert pdf.Root.ViewerPreferences.DisplayDocTitle, path
            assert "/None" == pdf.Root.ViewerPreferences.PrintScaling, path


def test_pictures_know_how_large_they_are_on_paper(made: Path) -> None:
    pictures = list(made.rglob("*.png"))
    assert pictures
    for path in pictures:
        with Image.open(path) as picture:
            assert (200, 200) == tuple(map(round, picture.info["dpi"]))


def test_the_document_has_bookmarks_and_words_for_each_chart(made: Path) -> None:
    with pikepdf.open(made / "sop.pdf") as pdf, pdf.open_outline() as outline:
        assert ["Sampul", "Identitas", "Tabel alur"] == [item.title for item in outline.root]
        activities = ["A. PENCEGAHAN DINI", "B. NEGOSIASI DAN MEDIASI", "C. KOORDINASI"]
        assert [[], [], activities] == [[item.title for item in part.children] for part in outline.root]
    content = (made / "sop.pdf").read_bytes()
    with pikepdf.open(BytesIO(content)) as pdf:
        alternatives = [str(obj.Alt) for obj in pdf.objects if isinstance(obj, pikepdf.Dictionary) and "/Alt" in obj]
    assert 3 == sum("Bagan alur kegiatan" in text for text in alternatives)


def test_charts_hold_every_symbol_and_line_once_and_no_version(made: Path, edition: Edition) -> None:
    for activity in edition.sop.kegiatan:
        svg = (made / "charts" / f"{activity.id}.svg").read_bytes()
        root = etree.fromstring(svg)
        ids = [node.get("id") for node in root.iter("{*}g")]
        assert [1] * len(activity.alur) == [ids.count(f"n{n}") for n in range(1, len(activity.alur) + 1)]
        assert re.search(rb'width="[\d.]+mm"', svg)
        assert b"graphviz version" not in svg.lower()


def test_the_dot_of_a_chart_is_the_golden_one(edition: Edition, golden: object) -> None:
    work = Work(edition, ROOT / "templates")
    assert callable(golden)
    for activity in edition.sop.kegiatan:
        golden(f"fkpm-2019/{activity.id}.dot", chart_bytes(work, activity, "dot").decode())
