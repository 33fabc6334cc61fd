"""WHAT is known of a law: its names, and what became of it when (spec/peraturan.yaml)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from sopgen.model.base import Integer, IsoDate, Model, Slug, Text
from sopgen.model.law.citation import Citation, read_citation
from sopgen.model.printed import NotPrinted

Knowledge = Annotated[Text, NotPrinted("what is known of laws only goes to the screen; documents print citations")]


class Standing(StrEnum):
    """What a law is worth on a day."""

    IN_FORCE = "berlaku"
    REVOKED = "dicabut"
    UNKNOWN = "tidak_diketahui"


class Regulation(Model):
    """A law as far as it is known: `sumber` says where from, `kepastian` how sure.

    Sureness: A read in the text itself or a real document, B in a secondary source, M from memory, not verified.
    `sejak` is the day, or only the year (`sejak_tahun`), from which it is revoked. `diganti_oleh` names the law
    that replaced it, as it is cited. `pokok` names the topics on which an SOP is expected to cite it.
    """

    id: Slug
    sebutan: Knowledge
    judul: Knowledge | None = None
    tanggal: IsoDate | None = None
    status: Standing = Standing.UNKNOWN
    diganti_oleh: Knowledge | None = None
    sejak: IsoDate | None = None
    sejak_tahun: Integer | None = Field(default=None, ge=1945, le=2100)
    sumber: Knowledge
    kepastian: Literal["A", "B", "M"]
    pokok: tuple[Knowledge, ...] = ()
    catatan: Knowledge | None = None

    @property
    def citation(self) -> Citation | None:
        """The law that `sebutan` names."""
        return read_citation(self.sebutan)

    @property
    def name(self) -> str:
        """The name in its usual form, with the title where it is known."""
        named = self.citation.name if self.citation else self.sebutan
        return f"{named} tentang {self.judul}" if self.judul else named

    @property
    def since(self) -> str:
        """From when it is revoked, as far as that is known."""
        return self.sejak.isoformat() if self.sejak else str(self.sejak_tahun or "?")

    def standing(self, day: date | None) -> Standing:
        """Return what the law is worth on a day, or now where no day is given; unknown stays unknown.

        In the year of a revocation whose day is not known, it is unknown too.
        """
        if self.status is not Standing.REVOKED or day is None:
            return self.status
        if self.sejak:
            return Standing.REVOKED if day >= self.sejak else Standing.IN_FORCE
        if self.sejak_tahun is None or day.year == self.sejak_tahun:
            return Standing.UNKNOWN
        return Standing.REVOKED if day.year > self.sejak_tahun else Standing.IN_FORCE


class RegulationFile(Model):
    """The laws that a unit's SOPs cite, as spec/peraturan.yaml lists them."""

    peraturan: tuple[Regulation, ...] = ()


@dataclass(frozen=True)
class Regulations:
    """The known laws, found by any way to cite them."""

    known: tuple[Regulation, ...] = ()

    def find(self, citation: Citation | None) -> Regulation | None:
        """Return what is known of a law, or None."""
        return self._by_key.get(citation.key) if citation else None

    @cached_property
    def _by_key(self) -> dict[tuple[str, str, int], Regulation]:
        """The laws by what makes them this law; the first of two wins."""
        return {citation.key: one for one in reversed(self.known) if (citation := one.citation)}

    def cited(self, text: str) -> Regulation | None:
        """Return what is known of the law that a text names, or None."""
        return self.find(read_citation(text))

    def successor(self, law: Regulation, day: date | None) -> str | None:
        """Return how the law is cited that stands in a revoked one's place on a day, as far as that is known."""
        seen = {law.id}
        while law.diganti_oleh and (found := self.cited(law.diganti_oleh)):
            if found.id in seen or found.standing(day) is not Standing.REVOKED:
                return found.name
            seen.add(found.id)
            law = found
        return law.diganti_oleh


def same_law(one: str, others: Iterable[str]) -> bool:
    """Tell whether a text names a law that one of the others names too."""
    key = _key(one)
    return key is not None and key in map(_key, others)


def _key(text: str) -> tuple[str, str, int] | None:
    citation = read_citation(text)
    return citation.key if citation else None
