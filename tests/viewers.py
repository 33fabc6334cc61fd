"""Programs that show and fill forms, as a person uses them: PDFium (Chrome, Edge), poppler, and Word's own way."""

import io
import math
import zipfile
from collections.abc import Mapping
from itertools import groupby
from typing import Any

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from lxml import etree
from PIL import Image
from tests.documents import W, docx_part, run

DPI = 300
Box = tuple[float, float, float, float]


def fields(pdf: bytes) -> dict[str, Box]:
    """Return the place of each field (points, upwards) by its name, in their order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {str(one.T): _box(one) for one in document.Root.AcroForm.Fields}


def _box(field: Any) -> Box:
    left, bottom, right, top = (float(side) for side in field.Rect)
    return left, bottom, right, top


def typed(pdf: bytes, values: Mapping[str, str]) -> bytes:
    """Return the form after someone clicked into fields, typed, and clicked elsewhere."""
    places = fields(pdf)
    with pdfium.PdfDocument(pdf) as document:
        document.init_forms()
        form, page = document.formenv.raw, document[0]
        for name, value in values.items():
            left, bottom, right, top = places[name]
            at = (page, 0, (left + right) / 2, (bottom + top) / 2)
            raw.FORM_OnMouseMove(form, *at)
            raw.FORM_OnLButtonDown(form, *at)
            raw.FORM_OnLButtonUp(form, *at)
            for letter in value:
                raw.FORM_OnChar(form, page, ord(letter), 0)
            raw.FORM_ForceToKillFocus(form)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()


def values(pdf: bytes) -> dict[str, str]:
    """Return what stands in the fields that are filled."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return {str(one.T): str(one.V) for one in document.Root.AcroForm.Fields if "/V" in one}


def shown_by_pdfium(pdf: bytes) -> Image.Image:
    with pdfium.PdfDocument(pdf) as document:
        document.init_forms()
        made: Image.Image = document[0].render(scale=DPI / 72, may_draw_forms=True, grayscale=True).to_pil()
        return made


def shown_by_poppler(pdf: bytes) -> Image.Image:
    return Image.open(io.BytesIO(run("pdftoppm", "-r", str(DPI), "-gray", "-f", "1", "-l", "1", "-", feed=pdf)))


def dots(picture: Image.Image, box: Box) -> list[tuple[float, float]]:
    """Return left and right (points) of each mark on the line on which the text of a one-line field stands."""
    left, bottom, right, top = box
    size, scale = (top - bottom) / 1.117, DPI / 72
    line = picture.height - (bottom + 0.212 * size) * scale
    # A hair inside the field: the letters beside it lean over.
    first, last = math.ceil((left + 0.3) * scale), math.floor((right - 0.3) * scale)
    band = picture.crop((first, round(line - 0.1 * size * scale), last, round(line)))
    dark = [min(band.crop((x, 0, x + 1, band.height)).tobytes()) < 160 for x in range(band.width)]
    marks: list[tuple[float, float]] = []
    for is_dark, columns in groupby(enumerate(dark), key=lambda column: column[1]):
        places = [(first + n) / scale for n, _ in columns]
        if is_dark:
            marks.append((places[0], places[-1] + 1 / scale))
    return marks


def typed_in_word(docx: bytes, values: Mapping[str, str]) -> bytes:
    """Return the Word file after someone typed into its controls: the words stand where the placeholder stood."""
    document = docx_part(docx)
    for control in document.iter(f"{W}sdt"):
        settings, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        assert settings is not None
        assert content is not None
        value = values.get(_setting(settings, "tag"))
        if value is not None:
            for shows in settings.findall(f"{W}showingPlcHdr"):
                settings.remove(shows)
            first, *rest = content.findall(f"{W}r/{W}t")
            first.text = value
            for more in rest:
                more.text = ""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(document) if name == "word/document.xml" else old.read(name))
    return out.getvalue()


def controls(docx: bytes) -> list[etree._Element]:
    """Return the settings of each content control, in their order."""
    return list(docx_part(docx).iter(f"{W}sdtPr"))


def _setting(settings: etree._Element, name: str) -> str:
    found = settings.find(f"{W}{name}")
    assert found is not None
    return str(found.get(f"{W}val"))


def control_texts(docx: bytes, setting: str) -> list[str]:
    """Return one setting of each content control (tag, alias, id)."""
    return [_setting(one, setting) for one in controls(docx)]
