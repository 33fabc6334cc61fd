"""Text fields over the places to write of a PDF (AcroForm; ISO 32000-1, 12.7), as PDF/A-2b allows them (6.4)."""

import io
import math
from collections.abc import Iterable, Sequence
from typing import Final

import pikepdf

from sopgen.finish.fillable.font import font_in
from sopgen.finish.fillable.places import WritingPlace
from sopgen.finish.fillable.ruled import ASCENT, DESCENT, Box, RuledPlace

FONT: Final = "Arimo"
PRINT: Final = 4
MULTILINE: Final = 1 << 12
# Typing ends where the room ends: what can not be seen would not be printed.
NO_SCROLLING: Final = 1 << 23
CENTRED: Final = 1
# Size 0: the viewer writes as large as the room allows, and smaller where the words are long.
FITTING: Final = 0.0
# Viewers write on a dotted line in a size that is so many times smaller than the page's. Cells are written in the
# same, never smaller than this (points); one takes two lines of text, or more, where it is high enough.
SMALLER: Final = 1.1
SMALLEST: Final = 10.0
TWO: Final = 2
# What viewers leave free above and below the lines of a cell, and its rules (points).
INNER: Final = 2.0
RULE: Final = 0.5
# Between the text of a cell and its sides (points).
SIDE: Final = 2.8


def with_fields(page: bytes, placed: Sequence[tuple[WritingPlace, RuledPlace]]) -> bytes:
    """Return the PDF with a text field at each spot, in their order."""
    with pikepdf.open(io.BytesIO(page)) as pdf:
        font = pikepdf.Dictionary({f"/{FONT}": font_in(pdf)})
        resources = pikepdf.Dictionary(Font=font)
        fields = [_field(pdf, place, spot, resources) for place, spot in placed]
        # Without NeedAppearances: every field brings what it shows, and a viewer makes anew what is filled.
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=fields, DR=resources, DA=_appearance(FITTING))
        _tell_readers(pdf, fields)
        out = io.BytesIO()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _field(pdf: pikepdf.Pdf, place: WritingPlace, spot: RuledPlace, resources: pikepdf.Dictionary) -> pikepdf.Object:
    """Add a field to its page; empty it shows the page's dots, filled its white ground covers them."""
    box, size = (spot.box, FITTING) if spot.dots else _in_cell(spot.box, spot.size)
    sheet = pdf.pages[spot.page].obj
    field = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Widget,
        FT=pikepdf.Name.Tx,
        T=pikepdf.String(place.name),
        TU=pikepdf.String(place.label),
        DA=_appearance(size),
        Ff=NO_SCROLLING | (MULTILINE if size else 0),
        Q=CENTRED if place.centred else 0,
        Rect=[round(side, 2) for side in box],
        P=sheet,
        F=PRINT,
        BS=pikepdf.Dictionary(W=0),
        AP=pikepdf.Dictionary(N=_nothing(pdf, box, resources)),
    )
    if spot.dots:
        field.MK = pikepdf.Dictionary(BG=[1, 1, 1])
    made = pdf.make_indirect(field)
    if "/Annots" not in sheet:
        sheet.Annots = pikepdf.Array()
    sheet.Annots.append(made)
    return made


def _appearance(size: float) -> pikepdf.String:
    return pikepdf.String(f"/{FONT} {size:g} Tf 0 g")


def _nothing(pdf: pikepdf.Pdf, box: Box, resources: pikepdf.Dictionary) -> pikepdf.Stream:
    """Return what an empty field shows; viewers write between these two marks."""
    shown = pdf.make_stream(b"/Tx BMC\nEMC\n")
    shown.Type, shown.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    shown.BBox = [0, 0, round(box.right - box.left, 2), round(box.top - box.bottom, 2)]
    shown.Resources = resources
    return shown


def _in_cell(cell: Box, page_size: float) -> tuple[Box, float]:
    """Return the room in a cell, and the size of type for several lines.

    A cell too low for two lines gets one in its middle, as high as a dotted line is, of a fitting size.
    """
    side = min(SIDE, (cell.right - cell.left) / 4)
    inner = Box(cell.left + side, cell.bottom + RULE, cell.right - side, cell.top - RULE)
    height = inner.top - inner.bottom
    size = max(SMALLEST, math.floor(page_size / SMALLER * 2) / 2)
    if height - INNER >= TWO * (ASCENT + DESCENT) * size:
        return inner, size
    unused = max(0.0, height - (ASCENT + DESCENT) * page_size) / 2
    return Box(inner.left, inner.bottom + unused, inner.right, inner.top - unused), FITTING


def _tell_readers(pdf: pikepdf.Pdf, fields: Iterable[pikepdf.Object]) -> None:
    """Name the fields in the page's structure, which is the order in which the Tab key goes through them."""
    for page in pdf.pages:
        page.obj.Tabs = pikepdf.Name.S
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return
    parents = pikepdf.NumberTree(tree.ParentTree)
    document = tree.K[0] if isinstance(tree.K, pikepdf.Array) else tree.K
    for number, field in enumerate(fields, max(parents.keys(), default=-1) + 1):
        reference = pikepdf.Dictionary(Type=pikepdf.Name.OBJR, Obj=field, Pg=field.P)
        part = pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Form, P=document, K=reference)
        field.StructParent = number
        parents[number] = pdf.make_indirect(part)
        document.K.append(parents[number])
        tree.ParentTreeNextKey = number + 1
