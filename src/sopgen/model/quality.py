"""The quality standard (mutu baku) of an activity or a step: requirements, time, output."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from sopgen.model.base import Integer, Model, Words
from sopgen.model.time import Span, span_of, written_span


class Duration(Model):
    """A time with its unit, and the wording printed for it where that differs."""

    nilai: Integer = Field(ge=1)
    satuan: Literal["menit", "jam", "hari", "minggu", "bulan"]
    tertulis: Words | None = None

    @property
    def printed(self) -> str:
        """The wording that stands in the document."""
        return self.tertulis or f"{self.nilai} {self.satuan}"

    @property
    def span(self) -> Span:
        """The typed value in minutes."""
        return span_of(self.nilai, self.satuan)


# No key of a spec holds a blank: so pydantic's places name no key by these.
_TYPED, _WRITTEN = "by number and unit", "as a text"


def _form(value: object) -> str:
    return _WRITTEN if isinstance(value, str) else _TYPED


# As the source says it (`1-3 hari`, `15 menit/berkas`, `tentatif`), or by number and unit.
Time = Annotated[
    Annotated[Duration, Tag(_TYPED)] | Annotated[Words, Field(max_length=120), Tag(_WRITTEN)],
    Discriminator(_form),
]


class Quality(Model):
    """Mutu baku; an empty list is an empty cell of the document."""

    kelengkapan: tuple[Words, ...] = ()
    waktu: Time | None = None
    keluaran: tuple[Words, ...] = ()

    @property
    def time(self) -> str:
        """The time as it stands in the document, to the letter; empty where there is none."""
        return self.waktu.printed if isinstance(self.waktu, Duration) else self.waktu or ""

    @property
    def span(self) -> Span | None:
        """How long the time is, for sums; None where there is none, or one that says no length."""
        return self.waktu.span if isinstance(self.waktu, Duration) else written_span(self.waktu or "")
