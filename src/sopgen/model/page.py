"""Paper, margins and type sizes: data, since offices differ."""

from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from sopgen.model.base import Model

# Which program makes the PDFs: Typst from its templates, or LibreOffice from the Word files.
PdfEngine = Literal["typst", "libreoffice"]
Length = Annotated[float, Field(ge=5, le=100, allow_inf_nan=False)]

Paper = Literal["A4", "F4", "A3", "Legal", "Letter"]
PAPER_MM: Final[dict[str, tuple[float, float]]] = {
    "A4": (210.0, 297.0),
    "F4": (215.0, 330.0),
    "A3": (297.0, 420.0),
    "Legal": (215.9, 355.6),
    "Letter": (215.9, 279.4),
}


class Margins(Model):
    """Margins in millimetres; the defaults are those of Perkap 7/2017 for letters."""

    atas: Length = 20.0
    kanan: Length = 15.0
    bawah: Length = 15.0
    kiri: Length = 25.0


class PageSetup(Model):
    """One kind of sheet; the size is the exact one in millimetres, never a printer's name for it."""

    kertas: Paper = "F4"
    orientasi: Literal["tegak", "mendatar"] = "tegak"
    margin: Margins = Margins.default()

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in millimetres, turned as the sheet lies."""
        short, long = PAPER_MM[self.kertas]
        return (short, long) if self.orientasi == "tegak" else (long, short)

    @property
    def text_width(self) -> float:
        """Width between the margins, in millimetres."""
        return self.size[0] - self.margin.kiri - self.margin.kanan


def _of_paper(value: object) -> object:
    """Return the sheet that a paper alone stands for: upright, with the usual margins."""
    return {"kertas": value} if isinstance(value, str) else value


# A sheet, or its paper alone.
Sheet = Annotated[PageSetup, BeforeValidator(_of_paper, json_schema_input_type=Paper | PageSetup)]
