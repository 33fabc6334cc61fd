"""The old page beside its draft: a picture and its size, for the kinds of files that have pages."""

import io
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from sopgen.errors import SopgenError
from sopgen.jobs.old.pictures import page_count, page_picture, pages_of


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    """Two pages of F4, upright and across."""
    path = tmp_path / "lama.pdf"
    with pikepdf.new() as document:
        document.add_blank_page(page_size=(595, 935))
        document.add_blank_page(page_size=(935, 595))
        document.save(path)
    return path


def test_a_page_of_a_pdf_is_a_picture_in_its_proportions(pdf: Path) -> None:
    content = pages_of(pdf)
    assert content == pdf.read_bytes()
    assert page_count(content) == 2
    shown = page_picture(content, 2)
    assert (shown.width, shown.height) == (935, 595)
    with Image.open(io.BytesIO(shown.png)) as picture:
        assert picture.width / picture.height == pytest.approx(935 / 595, rel=0.01)


@pytest.mark.parametrize("page", [0, 3])
def test_a_page_that_is_not_there_is_refused(pdf: Path, page: int) -> None:
    with pytest.raises(SopgenError, match=str(page)):
        page_picture(pdf.read_bytes(), page)


def test_a_text_has_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "lama.txt"
    path.write_text("Nomor SOP : 1", "utf-8")
    assert pages_of(path) is None
