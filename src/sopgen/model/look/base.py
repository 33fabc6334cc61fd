"""What every template's look has: the face, the head of the page, the rules; and the small records of all looks.

The keys are those of rupa.yaml, which staff edit. No key has a default: each number stands once, in the file.
"""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from sopgen.model.base import Model

# Type sizes and the distance of lines, in points.
Points = Annotated[float, Field(ge=4, le=48, allow_inf_nan=False)]
# The thickness of rules, in points.
Rule = Annotated[float, Field(ge=0.25, le=3, allow_inf_nan=False)]
# Distances that may be none, in millimetres.
Gap = Annotated[float, Field(ge=0, le=150, allow_inf_nan=False)]
# Widths and heights, in millimetres.
Size = Annotated[float, Field(ge=1, le=400, allow_inf_nan=False)]
# A part of a width.
Part = Annotated[float, Field(gt=0, lt=1, allow_inf_nan=False)]

# Widths that add up to more are wider than the page; what is missing to 1 stays free.
MOST_OF_A_WIDTH: Final = 1.005

# The face that the PDF is set in: it has the widths of the face in Word, so that both break their lines alike.
PDF_FACES: Final = {"Arial": "Arimo"}
TWIPS_A_MM: Final = 1440 / 25.4
MM_A_POINT: Final = 25.4 / 72


class Shares(Model):
    """Columns as shares of a width, which they fill at most."""

    @model_validator(mode="after")
    def _fit(self) -> Self:
        total = sum(value for value in self.__dict__.values() if isinstance(value, float))
        if total > MOST_OF_A_WIDTH:
            raise PydanticCustomError("shares", "the columns are wider than the page", {"total": round(total, 3)})
        return self


class TextLook(Model):
    """A line of text: its type size (pt) and the room under it (mm)."""

    ukuran: Points
    jarak_bawah: Gap


class EmblemLook(Model):
    """The place of the emblem, with or without a picture (mm)."""

    jarak_atas: Gap
    tinggi: Size
    jarak_bawah: Gap


class PageHead(Model):
    """Page number and mark: their type size (pt) and how far from the paper's edge they begin (mm)."""

    ukuran: Points
    jarak: Gap


class LetterheadLook(Model):
    """The letterhead (kop) and its rule: how much wider than its text, room above and under it, the rule (pt)."""

    tambahan_lebar: Gap
    jarak_garis: Gap
    garis: Rule
    jarak_bawah: Gap


class Look(Model):
    """The base of all looks."""

    huruf: Literal["Arial"]
    kepala_halaman: PageHead
    garis: Rule

    @property
    def pdf_face(self) -> str:
        """The face of the PDF."""
        return PDF_FACES[self.huruf]


def word_mm(size: float) -> float:
    """Return a distance as Word keeps it, in whole twentieths of a point (mm)."""
    return round(size * TWIPS_A_MM) / TWIPS_A_MM
