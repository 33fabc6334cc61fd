"""A PDF that can not be read says why in one line, and never ends in a traceback."""

import zlib
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf
import pytest
from PIL import Image
from tests.old_pdfs import ROOT, own_pdf

from sopgen.errors import SpecError
from sopgen.read.old.pdf.page import opened, unpacked
from sopgen.read.old.pdf.reader import read_pdf


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return own_pdf(ROOT / "spec" / "sop" / "fkpm" / "2019.yaml", tmp_path_factory.mktemp("utuh")).read_bytes()


def why(data: bytes, folder: Path) -> str:
    path = folder / "lama.pdf"
    path.write_bytes(data)
    with pytest.raises(SpecError) as refused:
        read_pdf(path)
    (line,) = str(refused.value).splitlines()
    return line


def told(path: Path) -> str:
    try:
        read_pdf(path)
    except SpecError as error:
        return str(error)
    return ""


def test_what_is_no_pdf_is_named_so(tmp_path: Path) -> None:
    assert "the file is no PDF" in why(b"PK\x03\x04 a workbook", tmp_path)


def test_a_locked_pdf_asks_for_one_without_a_password(whole: bytes, tmp_path: Path) -> None:
    locked = BytesIO()
    with pikepdf.open(BytesIO(whole)) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert "locked by a password" in why(locked.getvalue(), tmp_path)


def test_a_scan_says_that_it_has_no_text(tmp_path: Path) -> None:
    scan = BytesIO()
    Image.new("L", (800, 1100), 255).save(scan, "PDF")
    assert "a picture of paper" in why(scan.getvalue(), tmp_path)


def test_a_file_over_the_bound_is_not_opened(whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opened, "LARGEST", 1000)
    assert "over 50 MB" in why(whole, tmp_path)


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_becomes_too_large_is_not_unpacked(
    times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpacked, "LARGEST_STREAM", 2_000_000)
    packed = b"0" * 3_000_000
    for _ in range(times):
        packed = zlib.compress(packed, 9)
    filters = b"/FlateDecode " * times
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    stream = b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(packed), filters, packed)
    parts = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[3 0 R]>>", page, stream)
    bomb = b"%PDF-1.4\n" + b"".join(b"%d 0 obj%s endobj\n" % (n, part) for n, part in enumerate(parts, 1))
    assert "too large when it is unpacked" in why(bomb + b"trailer<</Root 1 0 R>>", tmp_path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="can not be read"):
        read_pdf(tmp_path / "tidak-ada.pdf")


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_pdf_is_read_or_refused_in_one_line(whole: bytes, seed: int, tmp_path: Path) -> None:
    random, data = Random(seed), bytearray(whole)
    for _ in range(random.randint(1, 200)):
        data[random.randrange(8, len(data))] = random.randrange(256)
    path = tmp_path / "rusak.pdf"
    path.write_bytes(bytes(data[: random.randint(len(data) // 3, len(data))]))
    assert len(told(path).splitlines()) <= 1
