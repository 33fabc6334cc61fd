"""How something is added to a finished PDF: behind its last byte, with its properties as the build made them."""

import io

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.extensions import DeveloperExtension
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader


class Update(IncrementalPdfFileWriter):
    """An incremental update that leaves what the PDF says of itself alone.

    PDF/A-2 is PDF 1.7 (ISO 19005-2): the library would make it 2.0 for a key on an elliptic curve, and write its
    properties anew with the time of day.
    """

    def ensure_output_version(self, version: tuple[int, int]) -> None:
        """Stay with PDF 1.7."""
        super().ensure_output_version(min(version, (1, 7)))  # type: ignore[no-untyped-call]  # pyHanko

    def register_extension(self, ext: DeveloperExtension) -> None:
        """Declare extensions of PDF 1.7 only."""
        if ext.base_version == "/1.7":
            super().register_extension(ext)

    def _update_meta(self) -> None:
        pass


class PagePart(PdfContent):
    """The only page of a PDF, drawn at its own size: the visible block of a signature."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self._pdf = pdf

    def render(self) -> bytes:
        """Return the operators that draw the page (called by pyHanko)."""
        assert self.writer is not None
        drawn = self.writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)))
        self.resources.xobject[pdf_name("/Sopgen")] = drawn
        left, bottom, right, top = drawn.get_object()["/BBox"]
        self.box = BoxConstraints(width=right - left, height=top - bottom)
        return b"/Sopgen Do"
