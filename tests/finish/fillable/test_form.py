"""Forms to fill on the screen: the same fields in Word and PDF, whatever the form; and the Word file's controls."""

import io
import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest
from click.testing import CliRunner
from docx import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st
from tests.documents import W, docx_lines, docx_part, office_pdf, pdf_pages
from tests.isian import ACTIVITIES, LABELS, LINES, blangko, isian, name_of
from tests.viewers import control_texts, controls, fields, typed, typed_in_word, values

from sopgen.cli.main import main
from sopgen.errors import TemplateError
from sopgen.finish.fillable.form import fillable
from sopgen.finish.fillable.places import Labels
from sopgen.finish.fillable.ruled import spots
from sopgen.jobs.forms import blank_orders, with_fields
from sopgen.jobs.work import Work
from sopgen.read.load import Edition

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "templates"
BLANK = "\u00a0"


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_both_files_have_the_same_fields_in_the_same_order(activity: str, made: dict[str, bytes]) -> None:
    docx, pdf = isian(made, activity, "docx"), isian(made, activity, "pdf")
    with pikepdf.open(io.BytesIO(pdf)) as document:
        told = [(str(one.T), str(one.TU)) for one in document.Root.AcroForm.Fields]
        on_page = [str(one.T) for one in document.pages[0].Annots]
    assert [(name_of(label), label) for label in LABELS] == told
    assert told == list(zip(control_texts(docx, "tag"), control_texts(docx, "alias"), strict=True))
    assert on_page == [name for name, _ in told]


@given(st.lists(st.tuples(st.text(max_size=80), st.text(".abS 1/", max_size=12)), max_size=30))
def test_every_field_has_a_name_of_its_own_that_both_programs_take(told: list[tuple[str, str]]) -> None:
    labels = Labels()
    places = []
    for heard, before in told:
        labels.hear(heard)
        places.append(labels.place(labels.after(before), dots=9))
    names = [place.name for place in places]
    assert len(names) == len(set(names))
    assert not any("." in name for name in names)
    assert all(0 < len(place.label) <= 64 for place in places)  # Word's bound for titles and tags


def test_the_same_spec_gives_the_same_bytes(made: dict[str, bytes], edition: Edition) -> None:
    again = dict(with_fields(blank_orders(Work(edition, TEMPLATES), "B"), day=edition.sop.day))
    assert again == {name: content for name, content in made.items() if "-B-" in name}


# Word


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_the_docx_is_sound_for_two_checkers(activity: str, made: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "isian.docx"
    path.write_bytes(isian(made, activity, "docx"))
    programs = Path(sys.executable).parent
    audit = [f"{programs}/openxml-audit", "--format=office2019", "--max-errors=0", "--output=json", str(path)]
    found = json.loads(subprocess.run(audit, capture_output=True, text=True, check=False).stdout)[0]
    # This checker reads the type of a placeholder (ISO/IEC 29500-1, 17.12.15) as that of a section.
    wrong = re.compile(r"/docPartPr\[1\]/types\[1\]/type\[1\]$")
    assert [] == [error for error in found["errors"] if not wrong.search(error["path"])]
    subprocess.run([programs / "ooxml-integrity", "check", path], capture_output=True, check=True)


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_the_docx_says_what_the_blank_form_says(
    activity: str, made: dict[str, bytes], plain: dict[str, bytes]
) -> None:
    lines = [line.replace(BLANK, "") for line in docx_lines(isian(made, activity, "docx"))]
    assert [line.replace(BLANK, "") for line in docx_lines(blangko(plain, activity, "docx"))] == lines


def test_controls_are_written_as_word_writes_them(made: dict[str, bytes]) -> None:
    docx = isian(made, "A", "docx")
    kept = docx_part(docx, "word/glossary/document.xml")
    parts = {
        str(name.get(f"{W}val")): part for part in kept.iter(f"{W}docPart") for name in part.findall(f"./*/{W}name")
    }
    for settings in controls(docx):
        tags = [str(one.tag).removeprefix(W) for one in settings if one.tag != f"{W}rPr"]
        assert ["alias", "tag", "id", "placeholder", "showingPlcHdr"] == tags[:-1]
        assert tags[-1] in {"text", "date"}
        content = settings.getnext()
        assert content is not None
        again = parts[str(settings.findall(f"./*/{W}docPart")[0].get(f"{W}val"))]
        assert ["bbPlcHdr"] == [one.get(f"{W}val") for one in again.iter(f"{W}type")]
        assert list(content.itertext()) == list(again.itertext())
    ids = control_texts(docx, "id")
    assert len(ids) == len(set(ids))


def test_a_day_is_chosen_from_a_calendar_and_written_in_indonesian(made: dict[str, bytes]) -> None:
    docx = isian(made, "A", "docx")
    dated = {
        label: one.find(f"{W}date") for label, one in zip(control_texts(docx, "alias"), controls(docx), strict=True)
    }
    calendars = {label: [str(e.get(f"{W}val")) for e in one] for label, one in dated.items() if one is not None}
    format_of = ["d MMMM yyyy", "id-ID", "dateTime", "gregorian"]
    assert {"Tugas mulai tanggal": format_of, "Pada tanggal": format_of} == calendars


@pytest.mark.exe
@pytest.mark.parametrize("activity", ACTIVITIES)
def test_left_empty_the_docx_prints_as_the_blank_form(
    activity: str, made: dict[str, bytes], plain: dict[str, bytes]
) -> None:
    filled, blank = (office_pdf(one) for one in (isian(made, activity, "docx"), blangko(plain, activity, "docx")))
    assert 1 == len(pdf_pages(filled))
    assert pdf_pages(blank)[0].split() == pdf_pages(filled)[0].split()
    (lines, rows), (lines_now, rows_now) = spots(blank), spots(filled)
    assert rows == rows_now
    # Where a line breaks may differ by a word: LibreOffice may break at a control.
    assert [line.box.bottom for line in lines] == [line.box.bottom for line in lines_now]


@pytest.mark.exe
def test_what_is_typed_in_word_is_printed_and_long_words_make_the_row_grow(made: dict[str, bytes]) -> None:
    words = {
        "Jabatan 1": "Kanit Binkamsa Satbinmas Polres Gorontalo Kota",
        "Pukul": "08.00 &<>(){}\\",
        "Tembusan 1": "Ж",
    }
    pdf = office_pdf(typed_in_word(isian(made, "A", "docx"), words))
    text = " ".join(pdf_pages(pdf)[0].split())
    assert "Kanit Binkamsa" in text
    assert "pukul 08.00 &<>(){}\\ WITA" in text
    assert "1. Ж" in text
    lines, (first, *_, last) = spots(pdf)
    assert len(LINES) - 2 == len(lines)
    assert first.box.top - first.box.bottom > last.box.top - last.box.bottom + 3


# Any form


def other_form() -> bytes:
    """Return a form as others are: labels in cells, a column to sign, a tall room, runs as Word splits them."""
    document = Document()
    line = document.add_paragraph("Hari/tanggal : ....")
    line.add_run("......")
    line.add_run("..").bold = True
    document.add_paragraph("Peserta :")
    document.add_paragraph("1. ....................")
    layout = document.add_table(rows=1, cols=4)
    for cell, words in zip(layout.rows[0].cells, ("Tgl.", ":", "............", ""), strict=True):
        cell.text = words
    listed = document.add_table(rows=3, cols=4, style="Table Grid")
    rows = (("No", "Uraian", "Hasil", "Tanda tangan"), ("1", "Membuka rapat", "", ""), ("2", "", "", ""))
    for row, words_of in zip(listed.rows, rows, strict=True):
        row.height, row.height_rule = Mm(6), WD_ROW_HEIGHT_RULE.EXACTLY
        for cell, words in zip(row.cells, words_of, strict=True):
            cell.text = words
    document.add_paragraph()
    rooms = document.add_table(rows=2, cols=3, style="Table Grid")
    rooms.cell(0, 0).text, rooms.cell(1, 0).text = "Catatan", "Kesimpulan"
    rooms.cell(0, 1).merge(rooms.cell(0, 2))
    for row in rooms.rows:
        row.height = Mm(30)
    document.add_paragraph("Dokumentasi")
    document.add_table(rows=1, cols=2, style="Table Grid").rows[0].height = Mm(30)
    signed = document.add_table(rows=2, cols=2)
    signed.cell(0, 0).text, signed.cell(0, 1).text = "Mengetahui,", "Yang melaporkan,"
    signed.cell(1, 0).text, signed.cell(1, 1).text = "NAMA CONTOH", "(....................)"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.exe
def test_any_form_becomes_fillable_and_room_to_sign_or_for_photos_stays_free() -> None:
    blank = other_form()
    made = fillable({"docx": blank, "pdf": office_pdf(blank)}, name="contoh", day=date(2026, 1, 1))
    expected = [
        "Hari/tanggal",
        "Peserta 1",
        "Tgl",
        "Hasil Membuka rapat",
        "Uraian 2",
        "Hasil 2",
        "Catatan",
        "Kesimpulan",
        "Kesimpulan (2)",
        "Yang melaporkan",
    ]
    assert expected == control_texts(made["docx"], "alias") == list(fields(made["pdf"]))
    with pikepdf.open(io.BytesIO(made["pdf"])) as pdf:
        several = {str(one.T) for one in pdf.Root.AcroForm.Fields if int(one.Ff) & 1 << 12}
    assert {"Catatan", "Kesimpulan", "Kesimpulan (2)"} == several
    assert 1 == len([one for one in controls(made["docx"]) if one.find(f"{W}date") is not None])


def test_a_template_with_a_glossary_of_its_own_keeps_it(plain: dict[str, bytes], tmp_path: Path) -> None:
    document = Document(io.BytesIO(blangko(plain, "A", "docx")))
    kept: BaseOxmlElement = OxmlElement("w:glossaryDocument")  # type: ignore[assignment]
    part = XmlPart(
        PackURI("/word/glossary/document.xml"), CONTENT_TYPE.WML_DOCUMENT_GLOSSARY, kept, document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.GLOSSARY_DOCUMENT)
    document.save(str(tmp_path / "sendiri.docx"))
    form = {"docx": (tmp_path / "sendiri.docx").read_bytes(), "pdf": blangko(plain, "A", "pdf")}
    made = fillable(form, name="contoh", day=date(2026, 1, 1))["docx"]
    assert not list(docx_part(made, "word/glossary/document.xml"))
    assert not list(docx_part(made).iter(f"{W}placeholder"))
    assert len(LABELS) == len(controls(made))


def changed(folder: Path, old: str, new: str) -> Path:
    """Return templates whose task order in Typst is not the Word one's."""
    own = folder / "templates"
    copytree(TEMPLATES, own)
    path = own / "surat-perintah" / "surat-perintah.typ"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return own


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (
            'tanggal("pada tanggal", d.tanggal)',
            "text(d.tanggal)",
            r'dotted line 9 is "padatanggal:\.+" in the Word file',
        ),
        ("[#underline(offset: 1.5pt)[Tembusan :] \\ #bernomor(d.tembusan)]", "[]", r'dotted line 10 .*"" in the PDF'),
        ("in p.baris {", "in p.baris.slice(1) {", "16 empty cells, the Word file 20"),
    ],
)
def test_templates_with_other_places_are_refused(
    old: str, new: str, what: str, edition: Edition, tmp_path: Path
) -> None:
    own = changed(tmp_path, old, new)
    with pytest.raises(TemplateError, match=rf"surat-perintah-tugas-A: .*{what}"):
        list(with_fields(blank_orders(Work(edition, own), "A"), day=edition.sop.day))


@pytest.mark.exe
def test_a_folder_without_typst_template_gives_the_fields_on_libreoffices_page(
    edition: Edition, tmp_path: Path
) -> None:
    own = tmp_path / "templates"
    copytree(TEMPLATES, own)
    (own / "surat-perintah" / "surat-perintah.typ").unlink()
    made = dict(with_fields(blank_orders(Work(edition, own), "A"), day=edition.sop.day))
    assert [name_of(label) for label in LABELS] == list(fields(isian(made, "A", "pdf")))
    assert {"Pukul": "08.00"} == values(typed(isian(made, "A", "pdf"), {"Pukul": "08.00"}))


def test_the_command_writes_both_files_of_every_activity(tmp_path: Path, made: dict[str, bytes]) -> None:
    spec = ROOT / "spec" / "sop" / "fkpm" / "2019.yaml"
    done = CliRunner().invoke(main, ["form", str(spec), "--fillable", "--out", str(tmp_path / "isian")])
    assert 0 == done.exit_code, done.output
    written = {path.name: path.read_bytes() for path in (tmp_path / "isian").iterdir()}
    assert {Path(name).name: content for name, content in made.items()} == written
    assert {f"surat-perintah-tugas-{a}-isian.{e}" for a in ACTIVITIES for e in ("docx", "pdf")} == set(written)
