"""The quality standard (mutu baku) of an activity or a step: requirements, time, output."""

from typing import Literal

from pydantic import Field

from sopgen.model.base import Integer, Model, Words


class Duration(Model):
    """A time with its unit, and the wording printed for it where that differs."""

    nilai: Integer = Field(ge=1)
    satuan: Literal["menit", "jam", "hari", "minggu", "bulan"]
    tertulis: Words | None = None

    @property
    def printed(self) -> str:
        """The wording that stands in the document."""
        return self.tertulis or f"{self.nilai} {self.satuan}"


class Quality(Model):
    """Mutu baku; an empty list is an empty cell of the document."""

    kelengkapan: tuple[Words, ...] = ()
    waktu: Duration | None = None
    keluaran: tuple[Words, ...] = ()

    @property
    def time(self) -> str:
        """The time as it stands in the document; empty where there is none."""
        return self.waktu.printed if self.waktu else ""
