"""The DOCX as LibreOffice prints it: dated by the spec, the same bytes each time."""

from datetime import date
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest
from tests.conftest import ROOT
from tests.documents import run
from tests.kept_office import FRESH

from sopgen.jobs.forms import blank_orders
from sopgen.jobs.work import Work
from sopgen.read.load import Edition
from sopgen.tools import libreoffice


@pytest.fixture(autouse=True)
def _as_users_start_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "argv", FRESH)


@pytest.mark.exe
def test_a_pdf_by_libreoffice_carries_no_clock_and_is_the_same_each_time(edition: Edition) -> None:
    work = Work(edition, ROOT / "templates", pdf_engine="libreoffice")
    first, second = (dict(blank_orders(work, "A"))["forms/surat-perintah-tugas-A.pdf"] for _ in range(2))
    assert first == second
    with pikepdf.open(BytesIO(first)) as pdf:
        assert "D:20191001000000Z" == str(pdf.docinfo["/CreationDate"])
        assert date(2019, 10, 1).isoformat() in str(pdf.open_metadata()["xmp:CreateDate"])
        assert "2" == pdf.open_metadata()["pdfaid:part"]


@pytest.mark.exe
def test_a_template_folder_without_typst_has_its_docx_printed(edition: Edition, tmp_path: Path) -> None:
    own = tmp_path / "templates"
    copytree(ROOT / "templates", own)
    (own / "surat-perintah" / "surat-perintah.typ").unlink()
    made = dict(blank_orders(Work(edition, own), "A"))["forms/surat-perintah-tugas-A.pdf"]
    assert b"SURAT PERINTAH" in run("pdftotext", "-", "-", feed=made)
