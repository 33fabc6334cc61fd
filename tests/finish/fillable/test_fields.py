"""The PDF's fields: on their lines and in their cells, and shown, filled and printed by real viewers."""

import io
import re
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from fontTools.ttLib import TTFont
from pikepdf.form import DefaultAppearanceStreamGenerator, Form
from PIL.Image import Image
from tests.documents import W, docx_part, pdf_fonts, pdf_pages, run
from tests.isian import ACTIVITIES, CELLS, LABELS, LINES, blangko, isian, name_of
from tests.viewers import control_texts, dots, fields, shown_by_pdfium, shown_by_poppler, typed, values

from sopgen.finish.fillable.ruled import spots
from sopgen.jobs.forms import blank_orders, follow_ups, with_fields
from sopgen.jobs.work import Work
from sopgen.read.load import Edition

MM = 72 / 25.4
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_the_page_under_the_fields_is_the_blank_forms_own(
    activity: str, made: dict[str, bytes], plain: dict[str, bytes]
) -> None:
    filled, blank = isian(made, activity, "pdf"), blangko(plain, activity, "pdf")
    with pikepdf.open(io.BytesIO(filled)) as one, pikepdf.open(io.BytesIO(blank)) as other:
        assert other.pages[0].Contents.read_bytes() == one.pages[0].Contents.read_bytes()
        assert 1 == len(one.pages)


@pytest.mark.exe
@pytest.mark.parametrize("activity", ACTIVITIES)
def test_left_empty_the_pdf_looks_as_the_blank_form(
    activity: str, made: dict[str, bytes], plain: dict[str, bytes]
) -> None:
    filled, blank = isian(made, activity, "pdf"), blangko(plain, activity, "pdf")
    assert shown_by_poppler(blank) == shown_by_poppler(filled)
    with pdfium.PdfDocument(filled) as document:
        document.init_forms()
        printed = document[0].render(scale=2, grayscale=True, may_draw_forms=False).to_pil()
    with pdfium.PdfDocument(blank) as document:
        assert document[0].render(scale=2, grayscale=True).to_pil() == printed


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_fields_lie_on_the_dotted_lines(activity: str, made: dict[str, bytes], plain: dict[str, bytes]) -> None:
    picture = shown_by_pdfium(blangko(plain, activity, "pdf"))
    places = fields(isian(made, activity, "pdf"))
    docx = isian(made, activity, "docx")
    contents = ("".join(map(str, one.itertext())) for one in docx_part(docx).iter(f"{W}sdtContent"))
    texts = dict(zip(control_texts(docx, "tag"), contents, strict=True))
    for name in map(name_of, LINES):
        found = dots(picture, places[name])
        assert len(texts[name]) == len(found), name
        assert abs(found[0][0] - places[name][0]) <= 0.5 * MM, name
        assert abs(found[-1][1] - places[name][2]) <= 0.5 * MM, name


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_fields_stay_inside_the_margins_and_apart(activity: str, made: dict[str, bytes], edition: Edition) -> None:
    page = edition.unit.surat_perintah.halaman
    places = fields(isian(made, activity, "pdf"))
    for name, (left, bottom, right, top) in places.items():
        assert page.margin.kiri * MM <= left < right <= (page.size[0] - page.margin.kanan) * MM, name
        assert page.margin.bawah * MM <= bottom < top <= (page.size[1] - page.margin.atas) * MM, name
    for (one, a), (other, b) in combinations(places.items(), 2):
        across, along = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
        assert min(across, along) <= 0.02, f"{one} lies over {other}"


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_fields_stay_inside_their_cells(activity: str, made: dict[str, bytes], plain: dict[str, bytes]) -> None:
    places = fields(isian(made, activity, "pdf"))
    _, cells = spots(blangko(plain, activity, "pdf"))
    for label, cell in zip(CELLS, cells, strict=True):
        left, bottom, right, top = places[label]
        assert cell.box.left < left < right < cell.box.right
        assert cell.box.bottom < bottom < top < cell.box.top


@pytest.mark.exe
@pytest.mark.parametrize("activity", ACTIVITIES)
def test_the_pdf_is_sound_for_qpdf_and_has_arimo_alone(activity: str, made: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "isian.pdf"
    path.write_bytes(isian(made, activity, "pdf"))
    run("qpdf", "--check", path)
    fonts = pdf_fonts(path.read_bytes(), tmp_path)
    assert ("Arimo-Regular", True) in fonts
    assert all(name.startswith("Arimo") and embedded for name, embedded in fonts)


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_the_pdf_keeps_what_it_claims_as_pdf_a_2a(activity: str, made: dict[str, bytes]) -> None:
    """ISO 19005-2, 6.3 and 6.4: an appearance for every field, printed, and nothing that acts."""
    with pikepdf.open(io.BytesIO(isian(made, activity, "pdf"))) as pdf:
        metadata = pdf.open_metadata()
        assert ("2", "A") == (metadata["pdfaid:part"], metadata["pdfaid:conformance"])
        assert {"/Fields", "/DR", "/DA"} == set(pdf.Root.AcroForm.keys())
        assert not {"/OpenAction", "/AA", "/Names"} & set(pdf.Root.keys())
        for field in pdf.Root.AcroForm.Fields:
            assert ["/N"] == list(field.AP.keys())
            assert isinstance(field.AP.N, pikepdf.Stream)
            assert 4 == field.F
            assert not {"/A", "/AA"} & set(field.keys())


def test_the_fields_font_has_the_widths_of_its_own_letters(made: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(isian(made, "A", "pdf"))) as pdf:
        font = pdf.Root.AcroForm.DR.Font.Arimo
        assert ("/TrueType", "/WinAnsiEncoding") == (str(font.Subtype), str(font.Encoding))
        with TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes())) as program:
            glyphs, advances = program.getBestCmap(), program["hmtx"]
            for code in range(int(font.FirstChar), int(font.LastChar) + 1):
                letter = bytes([code]).decode("cp1252", "ignore").replace("\x7f", "") or "•"
                width = advances[glyphs[ord(letter)]][0] * 1000 / program["head"].unitsPerEm
                assert abs(width - int(font.Widths[code - 32])) <= 0.5


def test_readers_meet_the_fields_in_their_order(made: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(isian(made, "A", "pdf"))) as pdf:
        tree = pdf.Root.StructTreeRoot
        document = tree.K[0] if isinstance(tree.K, pikepdf.Array) else tree.K
        told = [str(one.K.Obj.T) for one in document.K if one.S == pikepdf.Name.Form]
        parents = pikepdf.NumberTree(tree.ParentTree)
        kept = [str(parents[int(one.StructParent)].K.Obj.T) for one in pdf.Root.AcroForm.Fields]
        assert pikepdf.Name.S == pdf.pages[0].Tabs
    assert [name_of(label) for label in LABELS] == told == kept


FILLED = {
    "Nomor Sprin": "12",
    "Nama 1": "Personel Contoh 1",
    "Jabatan 1": "Kanit Binkamsa Satbinmas Polres Contoh",
    "WITA bertempat di": "PERSONEL",
    "Pada tanggal": "1 Des",
}


@pytest.mark.exe
@pytest.mark.parametrize("show", [shown_by_pdfium, shown_by_poppler])
def test_what_is_typed_in_a_viewer_covers_the_dots_and_the_rest_keeps_them(
    show: Callable[[bytes], Image], made: dict[str, bytes]
) -> None:
    blank = isian(made, "A", "pdf")
    filled = typed(blank, FILLED)
    places, before, after = fields(blank), show(blank), show(filled)
    left, bottom, right, top = places["Pada tanggal"]
    assert dots(after, places["Pada tanggal"])
    assert [] == dots(after, ((left + right) / 2, bottom, right, top))
    for name in map(name_of, LINES):
        if name not in FILLED:
            assert dots(before, places[name]) == dots(after, places[name]), name


@pytest.mark.exe
def test_what_is_typed_in_a_viewer_is_kept_and_printed(made: dict[str, bytes], tmp_path: Path) -> None:
    filled = typed(isian(made, "A", "pdf"), FILLED)
    assert FILLED == values(filled)
    # In the order of writing: what is typed lies over the dots.
    printed = " ".join(run("pdftotext", "-raw", "-", "-", feed=filled).decode().split())
    for value in ("Personel Contoh 1", "Kanit Binkamsa Satbinmas", "Polres Contoh", "1 Des", "PERSONEL"):
        assert value in printed
    assert all(name.startswith("Arimo") and embedded for name, embedded in pdf_fonts(filled, tmp_path))


@pytest.mark.exe
def test_what_a_program_fills_in_is_shown_by_both_viewers(made: dict[str, bytes]) -> None:
    blank = isian(made, "A", "pdf")
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        form = Form(pdf, DefaultAppearanceStreamGenerator)
        for name, value in FILLED.items():
            form[name].value = value  # type: ignore[union-attr]
        out = io.BytesIO()
        pdf.save(out)
    filled = out.getvalue()
    assert FILLED == values(filled)
    assert {"PERSONEL", "12"} <= set(re.split(r"[\s./]+", pdf_pages(filled)[0]))
    for show in (shown_by_pdfium, shown_by_poppler):
        assert show(blank) != show(filled)


STRANGE = "&<>(){}\\ %PDF é Ж 中 ع"


@pytest.mark.parametrize("label", ["Nama 1", "Pukul", "Tembusan 1"])
def test_any_letters_are_taken(label: str, made: dict[str, bytes]) -> None:
    filled = typed(isian(made, "A", "pdf"), {label: STRANGE})
    assert {label: STRANGE} == values(filled)
    shown_by_pdfium(filled)


def test_to_go_through_a_field_without_typing_leaves_its_dots(made: dict[str, bytes]) -> None:
    blank = isian(made, "A", "pdf")
    touched = typed(blank, dict.fromkeys(map(name_of, LINES), ""))
    assert {} == values(touched)
    assert shown_by_pdfium(blank) == shown_by_pdfium(touched)


@pytest.mark.parametrize("label", ["Jabatan 1", "Tembusan 1"])
def test_typing_ends_where_the_room_ends(label: str, made: dict[str, bytes]) -> None:
    blank = isian(made, "A", "pdf")
    typed_so_far = values(typed(blank, {label: "panjang sekali " * 40}))[label]
    assert 30 < len(typed_so_far) < 300


@pytest.mark.parametrize("form", ["surat-perintah-tugas", "daftar-hadir", "notulen", "evaluasi", "laporan-hasil"])
def test_all_fields_of_a_form_are_written_in_one_size(form: str, edition: Edition) -> None:
    work = Work(edition, ROOT / "templates")
    blank = blank_orders(work, "A") if form == "surat-perintah-tugas" else follow_ups(work, "A", [form])
    made = dict(with_fields(blank, day=edition.sop.day))
    pdf = next(content for name, content in made.items() if name.endswith(".pdf"))
    names = list(fields(pdf))
    filled = typed(pdf, dict.fromkeys(names, "12"))
    with pikepdf.open(io.BytesIO(filled)) as opened:
        shown = [one.AP.N.read_bytes() for one in opened.Root.AcroForm.Fields if str(one.get("/V", "")) == "12"]
    assert len(shown) >= 10
    assert {b"10"} == {found for one in shown for found in re.findall(rb"([\d.]+) Tf", one)}
