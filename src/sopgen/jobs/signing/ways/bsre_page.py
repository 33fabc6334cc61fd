"""What BSrE's mode prints before it signs: its page foot on every page, and the official's block.

It is an incremental update: the file still begins, byte for byte, as the build made it. The update is a function of
that file and of the block, which it names itself, so whoever checks the file makes it again and compares.
"""

import hashlib
import io
import json
from dataclasses import asdict, dataclass
from typing import Any

import pypdfium2
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import PdfResources, RawContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader

from sopgen.jobs.signing.ways.appended import Update
from sopgen.jobs.signing.ways.place import POINT, SignaturePlace, words_under
from sopgen.render.signature import FOOT_HEIGHT, SignatureBlock, block_pdf, foot_pdf

# Up from the lower edge (mm): within the margins of every page that sopgen makes.
FOOT_BOTTOM = 3.0


def footed(pdf: bytes, block: SignatureBlock, place: SignaturePlace) -> bytes:
    """Return the PDF with BSrE's page foot and the block on it; the same bytes for the same PDF and block."""
    writer: IncrementalPdfFileWriter = _SteadyUpdate(io.BytesIO(pdf))
    feet: dict[float, generic.IndirectObject] = {}
    for number in range(int(writer.root["/Pages"]["/Count"])):
        width = _width(writer, number)
        if width not in feet:
            feet[width] = _imported(writer, foot_pdf(width * POINT))
        _draw(writer, number, feet[width], at=(0, FOOT_BOTTOM / POINT))
    _draw(writer, place.page, _imported(writer, block_pdf(block)), at=place.points[:2])
    told = json.dumps({"block": asdict(block), "place": asdict(place)}, sort_keys=True)
    writer.root[generic.pdf_name("/PieceInfo")] = _piece_info(told, pdf)
    writer.update_root()
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def words_at_foot(pdf: bytes) -> str:
    """Return the words of any page that stand where the page foot goes."""
    with pypdfium2.PdfDocument(pdf) as document:
        widths = [page.get_width() for page in document]
    bottom, top = FOOT_BOTTOM / POINT, (FOOT_BOTTOM + FOOT_HEIGHT) / POINT
    found = (words_under(pdf, number, (0, bottom, width, top)) for number, width in enumerate(widths))
    return next(filter(None, found), "")


@dataclass(frozen=True)
class Foot:
    """A PDF as it was with the page foot, before it was signed, and what was printed on it where."""

    content: bytes
    block: SignatureBlock
    place: SignaturePlace


def foot_in(pdf: bytes, length: int) -> Foot | None:
    """Return the PDF with the page foot that a signed one began as; None where none was added after `length`."""
    base = pdf[:length]
    root = PdfFileReader(io.BytesIO(pdf)).root
    try:
        told = json.loads(str(root["/PieceInfo"]["/Sopgen"]["/Private"]))
        block, place = SignatureBlock(**told["block"]), SignaturePlace(**told["place"])
    except (KeyError, ValueError, TypeError):
        return None
    made = footed(base, block, place)
    return Foot(made, block, place) if pdf.startswith(made) else None


class _SteadyUpdate(Update):
    """Nothing of it is by chance: its identifier comes from the file."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> generic.ArrayObject:
        first = prev.trailer["/ID"][0]
        prev.stream.seek(0)
        second = generic.ByteStringObject(hashlib.sha256(prev.stream.read()).digest()[:16])
        return generic.ArrayObject([generic.ByteStringObject(first.original_bytes), second])


def _imported(writer: IncrementalPdfFileWriter, page: bytes) -> generic.IndirectObject:
    imported: generic.IndirectObject = writer.import_page_as_xobject(PdfFileReader(io.BytesIO(page)))
    return imported


def _draw(
    writer: IncrementalPdfFileWriter, number: int, drawn: generic.IndirectObject, *, at: tuple[float, float]
) -> None:
    """Draw an imported page on a page, its corner at a place in points.

    It is no content of the document (ISO 32000-1, 14.8.2.2: artifact). Pages may share their resources, so the name
    tells page and object; between q and Q, what the page's own content leaves behind does not move the drawing.
    """
    name, resources = f"/Sopgen{number}-{drawn.idnum}", PdfResources()
    resources.xobject[generic.pdf_name(name)] = drawn
    opening = writer.add_object(generic.StreamObject(stream_data=b"q"))
    writer.add_stream_to_page(number, opening, prepend=True)
    matrix = f"1 0 0 1 {at[0]:.2f} {at[1]:.2f} cm"
    RawContent(f"Q /Artifact BMC q {matrix} {name} Do Q EMC".encode(), resources).add_to_page(writer, number)


def _width(writer: IncrementalPdfFileWriter, number: int) -> float:
    page: Any = writer.find_page_for_modification(number)[0].get_object()
    while "/MediaBox" not in page:
        page = page["/Parent"]
    left, _, right, _ = page["/MediaBox"]
    return float(right - left)


def _piece_info(told: str, pdf: bytes) -> generic.DictionaryObject:
    """Return where an application keeps its own data in a PDF (ISO 32000-1, 14.5); the date is the document's."""
    info = PdfFileReader(io.BytesIO(pdf)).trailer["/Info"]
    when = info.get("/ModDate", info.get("/CreationDate", generic.TextStringObject("D:20000101000000Z")))
    data = {"/LastModified": when, "/Private": generic.TextStringObject(told)}
    return _dictionary({"/Sopgen": _dictionary(data)})


def _dictionary(entries: dict[str, generic.PdfObject]) -> generic.DictionaryObject:
    return generic.DictionaryObject({generic.pdf_name(key): value for key, value in entries.items()})
