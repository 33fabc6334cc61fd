"""A list that is handed in as a file: whatever program wrote it, each sheet comes as text."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from sopgen.errors import SopgenError
from sopgen.jobs.letters.typed.handed import sheets_in
from sopgen.read.roster.people import load_roster
from sopgen.read.roster.table import TypedTable

ROWS: list[list[object]] = [["Nama", "Pangkat", "NRP", "Jabatan"], ["Contoh Satu", "Bripka", 80010001, "Ba Unit"]]


def workbook(*sheets: str) -> bytes:
    book = openpyxl.Workbook()
    for name in sheets:
        sheet = book.create_sheet(name)
        for row in [["DAFTAR"], [], *ROWS]:
            sheet.append(row)
    del book["Sheet"]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_each_sheet_of_a_workbook_is_a_block_of_its_own() -> None:
    found = sheets_in("daftar.xlsx", workbook("Januari", "Februari"))
    assert ["Januari", "Februari"] == [one.name for one in found]
    assert ["80010001"] == [one.number for one in load_roster(TypedTable(found[1].text)).people]


OFFICE = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"


def opendocument() -> bytes:
    rows = "".join(f"<table:table-row>{''.join(map(open_cell, row))}</table:table-row>" for row in ROWS)
    spaces = " ".join(f'xmlns:{name}="{OFFICE.format(name)}"' for name in ("office", "table", "text"))
    table = f'<table:table table:name="Maret">{rows}</table:table>'
    sheet = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", f'<m:manifest xmlns:m="{OFFICE.format("manifest")}"/>')
        package.writestr("content.xml", f"<office:document-content {spaces}>{sheet}</office:document-content>")
    return out.getvalue()


def open_cell(value: object) -> str:
    kind = f'"float" office:value="{value}"' if isinstance(value, int) else '"string"'
    return f"<table:table-cell office:value-type={kind}><text:p>{value}</text:p></table:table-cell>"


def test_a_sheet_of_libreoffice_is_read_in_a_process_with_bounds() -> None:
    (found,) = sheets_in("daftar.ods", opendocument())
    assert "Maret" == found.name
    assert ["80010001"] == [one.number for one in load_roster(TypedTable(found.text)).people]


def test_a_hidden_row_is_told() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook("Januari")))
    book["Januari"].row_dimensions[4].hidden = True
    out = io.BytesIO()
    book.save(out)
    assert any("4" in note for note in sheets_in("a.xlsx", out.getvalue())[0].notes)


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\..\\a.exe", "", "surat.docx"])
def test_a_name_is_only_looked_at_for_its_kind(name: str) -> None:
    with pytest.raises(SopgenError, match="xlsx"):
        sheets_in(name, b"x")


def test_a_name_that_leads_elsewhere_leads_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert sheets_in("../../daftar.csv", b"Nama;Pangkat;NRP\n")[0].text == "Nama;Pangkat;NRP\n"
    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a.xls", "a.ods", "a.xlsx"])
def test_what_is_no_workbook_is_told_in_words(name: str) -> None:
    with pytest.raises(SopgenError):
        sheets_in(name, b"no workbook")
