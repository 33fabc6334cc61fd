"""WHAT is known of a law: its names, what amended it and what became of it when (spec/peraturan.yaml)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from sopgen.model.base import Integer, IsoDate, LawDate, Model, Slug, Text
from sopgen.model.law.citation import Citation, read_citation
from sopgen.model.printed import NotPrinted

Knowledge = Annotated[Text, NotPrinted("what is known of laws only goes to the screen; documents print citations")]
Sureness = Literal["A", "B", "M"]


class Standing(StrEnum):
    """What a law is worth on a day."""

    IN_FORCE = "berlaku"
    REVOKED = "dicabut"
    UNKNOWN = "tidak_diketahui"


class Amendment(Model):
    """A law that amended another: how it is cited, from which day it does so, from where that is known."""

    oleh: Knowledge
    judul: Knowledge | None = None
    sejak: LawDate | None = None
    sumber: Knowledge
    kepastian: Sureness

    def holds(self, day: date | None) -> bool:
        """Tell whether it amends on a day; one whose day is not known does from the year after its own on."""
        if day is None:
            return True
        citation = read_citation(self.oleh)
        return day >= self.sejak if self.sejak else citation is not None and day.year > citation.year

    @property
    def citation(self) -> Citation | None:
        """The law that amends."""
        return read_citation(self.oleh)


class SubjectSuccessor(Model):
    """The law that took over one subject of another, where its successors are several."""

    pokok: Knowledge
    oleh: Knowledge
    sumber: Knowledge


class Regulation(Model):
    """A law as far as it is known: `sumber` says where from, `kepastian` how sure.

    Sureness: A read in the text itself or a real document, B in a secondary source, M from memory, not verified.
    `tanggal` is the day on which it was given, `berlaku_sejak` the one from which it holds. `sejak` is the day, or
    only the year (`sejak_tahun`), from which it is revoked. `diganti_oleh` names the law that replaced it, as it is
    cited, `diganti_menurut_pokok` those of single subjects. `pokok` names the topics on which an SOP is expected to
    cite it. Who gave it is told from `sebutan`.
    """

    id: Slug
    sebutan: Knowledge
    judul: Knowledge | None = None
    tanggal: LawDate | None = None
    berlaku_sejak: LawDate | None = None
    pengundangan: Knowledge | None = None
    status: Standing = Standing.UNKNOWN
    diubah_oleh: tuple[Amendment, ...] = ()
    diganti_oleh: Knowledge | None = None
    diganti_menurut_pokok: tuple[SubjectSuccessor, ...] = ()
    sejak: IsoDate | None = None
    sejak_tahun: Integer | None = Field(default=None, ge=1945, le=2100)
    sumber: Knowledge
    kepastian: Sureness
    pokok: tuple[Knowledge, ...] = ()
    catatan: Knowledge | None = None

    @property
    def citation(self) -> Citation | None:
        """The law that `sebutan` names."""
        return read_citation(self.sebutan)

    @property
    def bare(self) -> str:
        """The name in its official form, without the title."""
        return self.citation.name if self.citation else self.sebutan

    @property
    def name(self) -> str:
        """The name in its official form, with the title where it is known."""
        return f"{self.bare} tentang {self.judul}" if self.judul else self.bare

    @property
    def since(self) -> str:
        """From when it is revoked, as far as that is known."""
        return self.sejak.isoformat() if self.sejak else str(self.sejak_tahun or "?")

    def amendments(self, day: date | None) -> tuple[Amendment, ...]:
        """Return what had amended it by a day, the last one last; without a day, all; never what is from memory."""
        held = [one for one in self.diubah_oleh if one.kepastian != "M" and one.holds(day)]
        return tuple(sorted(held, key=lambda one: (one.sejak or date.min, one.citation.year if one.citation else 0)))

    def amended_by(self, day: date | None) -> str:
        """Return the clause on amendments, as Perkap 1/2023 has it (annex, example 3); empty where there is none."""
        known = self.amendments(day)
        if not known:
            return ""
        last = known[-1]
        name = last.citation.name if last.citation else last.oleh
        times = "telah beberapa kali diubah terakhir" if len(known) > 1 else "telah diubah"
        return f"sebagaimana {times} dengan {name}" + (f" tentang {last.judul}" if last.judul else "")

    def official(self, day: date | None) -> str:
        """Return how a document of a day cites it: name, title, and the clause on amendments."""
        return " ".join(part for part in (self.name, self.amended_by(day)) if part)

    def standing(self, day: date | None) -> Standing:
        """Return what the law is worth on a day, or now where no day is given; unknown stays unknown.

        In the year of a revocation whose day is not known, it is unknown too; so is one known from memory only.
        """
        if self.said_to_be_revoked(day):
            return Standing.UNKNOWN
        if self.status is not Standing.REVOKED or day is None:
            return self.status
        if self.sejak:
            return Standing.REVOKED if day >= self.sejak else Standing.IN_FORCE
        if self.sejak_tahun is None or day.year == self.sejak_tahun:
            return Standing.UNKNOWN
        return Standing.REVOKED if day.year > self.sejak_tahun else Standing.IN_FORCE

    def said_to_be_revoked(self, day: date | None) -> bool:
        """Tell a law that memory has as revoked on a day, which was not looked up."""
        return self.status is Standing.REVOKED and self.kepastian == "M" and self._may_be_revoked(day)

    def _may_be_revoked(self, day: date | None) -> bool:
        if day is None:
            return True
        return day >= self.sejak if self.sejak else self.sejak_tahun is None or day.year >= self.sejak_tahun


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
    def _by_key(self) -> dict[object, Regulation]:
        """The laws by what makes them this law; the first of two wins."""
        return {citation.key: one for one in reversed(self.known) if (citation := one.citation)}

    @cached_property
    def by_id(self) -> dict[str, Regulation]:
        """The laws by their ids."""
        return {one.id: one for one in reversed(self.known)}

    def cited(self, text: str) -> Regulation | None:
        """Return what is known of the law that a text names, or None."""
        return self.find(read_citation(text))

    def heir(self, law: Regulation, day: date | None) -> Regulation | None:
        """Return the listed law that stands in a revoked one's place on a day; None where none is listed."""
        seen = {law.id}
        while law.diganti_oleh and (found := self.cited(law.diganti_oleh)):
            if found.standing(day) is not Standing.REVOKED:
                return found
            if found.id in seen:
                return None
            seen.add(found.id)
            law = found
        return None

    def successor(self, law: Regulation, day: date | None) -> str | None:
        """Return how the law is cited that stands in a revoked one's place on a day, as far as that is known."""
        found = self.heir(law, day)
        return found.official(day) if found else law.diganti_oleh


def same_law(one: str, others: Iterable[str]) -> bool:
    """Tell whether a text names a law that one of the others names too."""
    key = _key(one)
    return key is not None and key in map(_key, others)


def _key(text: str) -> object:
    citation = read_citation(text)
    return citation.key if citation else None
