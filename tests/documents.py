"""What the tests read back from finished documents: words of a PDF or DOCX, pages, fonts, parts."""

import subprocess
import zipfile
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
    for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        inside = next(node.iterancestors(f"{W}p"))
        if inside is paragraph:
            words.append(node.text or "" if node.tag == f"{W}t" else " ")
    return "".join(words)
