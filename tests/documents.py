"""What the tests read back from finished documents: words of a PDF or DOCX, pages, fonts, parts."""

import subprocess
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

from docx import Document
from lxml import etree

from sopgen.tools import libreoffice

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def run(*command: str | Path, feed: bytes | None = None) -> bytes:
    return subprocess.run([str(word) for word in command], input=feed, capture_output=True, check=True).stdout


def pdf_pages(pdf: bytes, *, layout: bool = False) -> list[str]:
    """Return the text of each page, by poppler."""
    options = ["-layout"] if layout else []
    text = run("pdftotext", *options, "-", "-", feed=pdf).decode()
    return text.removesuffix("\f").split("\f")


def page_words(pdf: bytes) -> list[list[str]]:
    """Return the words of each page in a fixed order, whatever order the cells were drawn in."""
    return [sorted(page.split()) for page in pdf_pages(pdf)]


def strip_words(pdf: bytes, strip: tuple[int, float, float, float, float]) -> list[str]:
    """Return the words of an upright strip of a page, in order; the strip is page, left, top, width, height (mm)."""
    page, *measures = strip
    left, top, width, height = (str(round(mm * 72 / 25.4)) for mm in measures)
    place = ["-f", str(page), "-l", str(page), "-x", left, "-y", top, "-W", width, "-H", height]
    return run("pdftotext", *place, "-", "-", feed=pdf).decode().split()


def pdf_fonts(pdf: bytes, folder: Path) -> list[tuple[str, bool]]:
    """Return each font's name without its subset prefix, and whether it is embedded."""
    path = folder / "fonts.pdf"
    path.write_bytes(pdf)
    lines = run("pdffonts", path).decode().splitlines()[2:]
    return [(line.split()[0].split("+")[-1], line.split()[-5] == "yes") for line in lines]


def page_sizes(pdf: bytes, folder: Path) -> list[tuple[float, float]]:
    """Return width and height of each page in millimetres."""
    path = folder / "sizes.pdf"
    path.write_bytes(pdf)
    lines = [
        line
        for line in run("pdfinfo", "-l", "-1", path).decode().splitlines()
        if line.startswith("Page ") and " size:" in line
    ]
    return [(float(line.split()[3]) * 25.4 / 72, float(line.split()[5]) * 25.4 / 72) for line in lines]


def office_pdf(docx: bytes) -> bytes:
    return libreoffice.to_pdf(docx, day=date(2026, 1, 1))


def office_pdfs(documents: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return several DOCX by name as LibreOffice prints them, all in one start of the program."""
    office = libreoffice.program()
    assert office is not None
    paths = {name: folder / f"{name}.docx" for name in documents}
    for name, path in paths.items():
        path.write_bytes(documents[name])
    first, *rest = paths.values()
    run(*libreoffice.argv(office, folder / "profil", first), *rest)
    return {name: path.with_suffix(".pdf").read_bytes() for name, path in paths.items()}


def raw_pages(pdf: bytes) -> list[str]:
    """Return the text of each page in the order in which it was drawn."""
    return run("pdftotext", "-raw", "-", "-", feed=pdf).decode().removesuffix("\f").split("\f")


def word_boxes(pdf: bytes) -> list[list[tuple[str, float, float, float, float]]]:
    """Return each page's words with left, top, right and bottom in millimetres, by poppler."""
    root = etree.fromstring(run("pdftotext", "-bbox", "-", "-", feed=pdf), etree.XMLParser(recover=True))
    return [[_box(word) for word in page.iter("{*}word")] for page in root.iter("{*}page")]


def _box(word: etree._Element) -> tuple[str, float, float, float, float]:
    left, top, right, bottom = (float(word.get(side, "")) * 25.4 / 72 for side in ("xMin", "yMin", "xMax", "yMax"))
    return word.text or "", left, top, right, bottom


def docx_part(docx: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return etree.fromstring(package.read(name))


def docx_lines(docx: bytes) -> list[str]:
    """Return the text of every paragraph, those in shapes too, the fallback pictures' left out."""
    Document(BytesIO(docx))
    root = docx_part(docx)
    etree.strip_elements(root, MC_FALLBACK, with_tail=False)
    return [_text(paragraph) for paragraph in root.iter(f"{W}p")]


def _text(paragraph: etree._Element) -> str:
    words = []
    signs = {f"{W}tab": " ", f"{W}br": " ", f"{W}noBreakHyphen": "-"}
    for node in paragraph.iter(f"{W}t", *signs):
        inside = next(node.iterancestors(f"{W}p"))
        if inside is paragraph:
            words.append(signs.get(str(node.tag), node.text or ""))
    return "".join(words)
