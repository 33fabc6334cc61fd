"""What is not in force says so across every page, in Word and PDF, charts and forms; what is says nothing."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from lxml import etree
from tests.checkers import CHECKERS, assert_sound
from tests.documents import docx_part, office_pdf, page_words, pdf_fonts, pdf_pages, run

from sopgen.jobs.charts.poster import posters
from sopgen.jobs.outputs import outputs
from sopgen.jobs.work import Work
from sopgen.model.sop import Status
from sopgen.plan.watermark import Watermark
from sopgen.read.load import load_edition
from sopgen.render.word.word_art import under_pages

ROOT = Path(__file__).parents[1]
SPEC = ROOT / "tests" / "contoh" / "sop.yaml"
WORDS = {Status.DRAFT: "DRAF", Status.REVIEWED: "DRAF", Status.REVOKED: "DICABUT"}
UNMARKED = [Status.READY, Status.IN_FORCE]
# Grey values that only the watermark has: its own and, over white, its shade's.
LOWEST, HIGHEST = 215, 228


@cache
def made(status: Status) -> Mapping[str, bytes]:
    edition = load_edition(SPEC)
    edition = replace(edition, sop=edition.sop.model_copy(update={"status": status}))
    return dict(outputs(Work(edition, ROOT / "templates")))


@cache
def printed(status: Status, name: str) -> bytes:
    return office_pdf(made(status)[f"{name}.docx"])


# What LibreOffice prints; every other Word file is looked at as it is.
DOCUMENTS = ["sop", "forms/surat-perintah-tugas-A", "forms/monitoring"]


def words(status: Status) -> list[str]:
    """Return the names of the Word files."""
    return [name for name in made(status) if name.endswith(".docx")]


def pdfs(status: Status) -> dict[str, bytes]:
    """Return every PDF of an edition, and every DOCX as LibreOffice prints it."""
    own = {name: content for name, content in made(status).items() if name.endswith(".pdf")}
    return own | {f"{name}.docx": printed(status, name) for name in DOCUMENTS}


def greys(pdf: bytes) -> list[float]:
    """Return which part of each page has the watermark's grey."""
    shares, images = [], run("pdftoppm", "-r", "40", "-gray", "-aa", "no", "-aaVector", "no", "-", feed=pdf)
    stream = io.BytesIO(images)
    while stream.readline():
        width, height = map(int, stream.readline().split())
        stream.readline()
        pixels = stream.read(width * height)
        others = pixels.translate(None, delete=bytes(range(LOWEST, HIGHEST + 1)))
        shares.append(1 - len(others) / len(pixels))
    return shares


@pytest.mark.exe
@pytest.mark.parametrize("status", [Status.DRAFT, Status.REVOKED])
def test_every_page_of_what_is_not_in_force_carries_its_word(status: Status) -> None:
    for name, pdf in pdfs(status).items():
        assert all(WORDS[status] in page for page in pdf_pages(pdf)), name
        assert min(greys(pdf)) > 0.02, name


@pytest.mark.exe
@pytest.mark.parametrize("status", UNMARKED)
def test_no_page_of_what_is_in_force_carries_a_mark(status: Status) -> None:
    for name, pdf in pdfs(status).items():
        for page in pdf_pages(pdf):
            assert not any(word in page for word in ("DRAF", "DICABUT", "BUKAN SOP")), name
        assert max(greys(pdf)) < 0.001, name


@pytest.mark.exe
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_watermark_adds_no_words_and_moves_none(name: str) -> None:
    draft, issued = pdf_pages(printed(Status.DRAFT, name)), pdf_pages(printed(Status.IN_FORCE, name))
    assert page_words(made(Status.DRAFT)[f"{name}.pdf"]) == page_words(printed(Status.DRAFT, name))
    assert [page.replace("DRAF - BUKAN SOP YANG BERLAKU", "").split() for page in draft] == [
        page.split() for page in issued
    ]


def properties(name: str, content: bytes) -> tuple[str, str, str]:
    """Return title, keywords and status of a file."""
    if name.endswith(".pdf"):
        with pikepdf.open(BytesIO(content)) as pdf:
            info = pdf.docinfo
            return str(info.get("/Title", "")), str(info.get("/Keywords", "")), str(info.get("/Keywords", ""))
    core = Document(BytesIO(content)).core_properties
    return core.title, core.keywords, core.content_status


@pytest.mark.parametrize("status", Status)
def test_the_properties_of_every_file_say_the_word_or_nothing(status: Status) -> None:
    word = WORDS.get(status, "")
    for name, content in made(status).items():
        if name.endswith((".pdf", ".docx")):
            title, keywords, state = properties(name, content)
            assert (word, word) == (keywords, state), name
            assert bool(word) == title.startswith(f"{word} - "), name


@pytest.mark.parametrize("status", Status)
def test_charts_carry_the_word_as_a_drawing_under_their_symbols(status: Status) -> None:
    edition = load_edition(SPEC)
    work = Work(replace(edition, sop=edition.sop.model_copy(update={"status": status})), ROOT / "templates")
    for svg in (made(status)["charts/A.svg"], next(posters(work, work.activities()[0], "svg"))):
        root = etree.fromstring(svg)
        drawn = list(root.iter())
        shaded = [drawn.index(path) for path in drawn if path.get("fill-opacity")]
        symbols = [drawn.index(one) for one in drawn if re.fullmatch(r"n\d+", one.get("id", ""))]
        assert len(shaded) == int(status in WORDS)
        assert all(place < min(symbols) for place in shaded)


def test_every_header_of_a_draft_holds_the_word_under_the_name_that_word_takes_out() -> None:
    for name in words(Status.DRAFT):
        document = Document(BytesIO(made(Status.DRAFT)[name]))
        for section in document.sections:
            (art,) = section.header._element.iter("{urn:schemas-microsoft-com:vml}shape")
            assert art.get("alt") == "DRAF"
            # As many outlines as the letters have, the holes of D, R and A among them.
            assert art.get("path", "").count("m") == 7
        names = [
            e.get("id") for e in document.sections[0].header._element.iter("{urn:schemas-microsoft-com:vml}shape")
        ]
        assert names[0].startswith("PowerPlusWaterMarkObject")


@pytest.mark.exe
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_watermark_is_the_same_in_both_formats(name: str) -> None:
    own, word = (greys(pdf) for pdf in (made(Status.DRAFT)[f"{name}.pdf"], printed(Status.DRAFT, name)))
    assert own == pytest.approx(word, rel=0.06)


def test_a_template_without_headers_gets_one_for_each_kind_of_page() -> None:
    document = Document()
    document.sections[0].different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    document.add_section(WD_SECTION.NEW_PAGE)
    under_pages(document, Watermark("DRAF", 180.0))
    first, second = document.sections
    for header in (first.header, first.first_page_header, first.even_page_header):
        assert len(list(header._element.iter("{urn:schemas-microsoft-com:vml}shape"))) == 1
    assert second.header.is_linked_to_previous


@pytest.mark.parametrize("checker", CHECKERS)
def test_marked_letters_are_sound_for(checker: str, tmp_path: Path) -> None:
    for n, name in enumerate(words(Status.DRAFT)):
        (tmp_path / f"draf-{n}.docx").write_bytes(made(Status.DRAFT)[name])
    assert_sound(checker, tmp_path)


@pytest.mark.exe
def test_marked_pdfs_are_sound_and_still_pdf_a_with_no_font_but_arimo(tmp_path: Path) -> None:
    for name, content in made(Status.DRAFT).items():
        if name.endswith(".pdf"):
            (tmp_path / "draf.pdf").write_bytes(content)
            run("qpdf", "--check", tmp_path / "draf.pdf")
            with pikepdf.open(BytesIO(content)) as pdf:
                metadata = pdf.open_metadata()
                assert ("2", "A") == (metadata["pdfaid:part"], metadata["pdfaid:conformance"]), name
                assert pdf.Root.MarkInfo.Marked
            assert all(font.startswith("Arimo") for font, _ in pdf_fonts(content, tmp_path)), name


def test_the_same_draft_gives_the_same_bytes() -> None:
    first = dict(made(Status.DRAFT))
    made.cache_clear()
    assert first == dict(made(Status.DRAFT))


def test_the_mark_line_stands_in_the_document_part_of_no_unmarked_docx() -> None:
    for status in UNMARKED:
        for name in words(status):
            parts = ("word/document.xml", "word/header1.xml", "docProps/core.xml")
            text = b"".join(etree.tostring(docx_part(made(status)[name], part)) for part in parts)
            assert not any(word in text for word in (b"DRAF", b"DICABUT", b"BUKAN SOP", b"WaterMark"))
