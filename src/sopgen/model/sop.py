"""WHAT an SOP is: its lists, roles and activities under one cover (Permenpan RB 35/2012, annex)."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Final, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from sopgen.model.base import CitedLaw, Code, Label, Model, Slug, Text, Words
from sopgen.model.flow import FlowSource, FurtherColumn, Step
from sopgen.model.identity import Cover, HeadStyle, Identity
from sopgen.model.law.decree import Decree
from sopgen.model.page import PAPER_MM, Margins, PageSetup, Paper
from sopgen.model.printed import NotPrinted
from sopgen.model.quality import Quality
from sopgen.model.sections import STANDARD, Explanations, ItemMark, OwnSections, required_without


class Layout(StrEnum):
    """How the flow table is laid out: one row an activity, or one row a step; or that there is none."""

    PER_ACTIVITY = "per_kegiatan"
    PER_STEP = "per_langkah"
    NO_TABLE = "tanpa_tabel"


class SymbolText(StrEnum):
    """What stands in a symbol of the chart: the step's words, its number, or nothing."""

    WORDS = "uraian"
    NUMBER = "nomor"
    EMPTY = "kosong"


class Status(StrEnum):
    """Where an edition stands in its life."""

    DRAFT = "draf"
    REVIEWED = "ditinjau"
    READY = "siap_ditandatangani"
    IN_FORCE = "berlaku"
    REVOKED = "dicabut"


OPEN: Final = frozenset({Status.DRAFT, Status.REVIEWED})
YEAR: Final = re.compile(r"20[0-9]{2}")
# The day of files that have none.
UNDATED: Final = date(2000, 1, 1)
MARKS: Final = {Status.DRAFT: ["DRAF"], Status.REVIEWED: ["DRAF"], Status.REVOKED: ["DICABUT"]}


class Section(Model):
    """A list of the document under its printed title."""

    judul: Label
    isi: tuple[Words, ...]


class MarkedSection(Section):
    """A list of the front pages; `butir` is what stands before its items."""

    butir: ItemMark = ItemMark.DASH


class LegalBasis(MarkedSection):
    """The laws that the SOP rests on: each in words, or `{peraturan: id}` of the table.

    Task orders cite those in `tetap_dikutip` even when they were revoked.
    """

    isi: tuple[CitedLaw, ...]
    tetap_dikutip: tuple[Annotated[Text, NotPrinted("it only says which laws of `isi` stay")], ...] = ()


class Lane(Model):
    """A role: one lane of the chart, one column of the flow table, whose width is `lebar` (mm) or an equal share."""

    id: Slug
    label: Words
    lebar: float | None = Field(default=None, ge=8, le=150, allow_inf_nan=False)
    alias: tuple[Annotated[Text, NotPrinted("other names, by which rules know the role")], ...] = ()


class TableHeads(Model):
    """The heads of the flow table, as printed."""

    nomor: Words = "No."
    kegiatan: Words = "Kegiatan"
    pelaksana: Words = "Pelaksana"
    mutu_baku: Words = "Mutu Baku"
    kelengkapan: Words = "Kelengkapan"
    waktu: Words = "Waktu"
    keluaran: Words = "Output"
    keterangan: Words = "Ket"


class Activity(Model):
    """One activity: a row of the flow table, a chart, a task order.

    `kka` is the archive code of its task orders, which follows the subject of a letter. `kesepakatan` says that it
    can end in an agreement of two parties. Neither stands in the SOP itself.
    """

    id: Slug
    nomor: Code
    judul: Words
    maksud: Section = Section.default(judul="Maksud", isi=())
    tujuan: Section = Section.default(judul="Tujuan", isi=())
    sumber: FlowSource = FlowSource.DOCUMENT
    alur: tuple[Step, ...]
    mutu_baku: Quality
    keterangan: tuple[Words, ...] = ()
    tambahan: dict[Slug, tuple[Words, ...]] | None = None
    kka: Code | None = None
    kesepakatan: bool = False

    @property
    def name(self) -> str:
        """The title without the letter that the document puts before it."""
        return self.judul.removeprefix(f"{self.id}. ")

    @property
    def sections(self) -> tuple[Section, ...]:
        """The lists under the title that say something; one without items has no head either."""
        return tuple(one for one in (self.maksud, self.tujuan) if one.isi)


class Pages(Model):
    """The sheets of the document: cover and identity upright, the flow table across."""

    dokumen: PageSetup = PageSetup.default()
    tabel: PageSetup = PageSetup.default(
        orientasi="mendatar", margin=Margins.default(atas=20.0, kanan=15.0, bawah=15.0, kiri=20.0)
    )


def _all_of(value: object) -> object:
    """Return the sheets that a paper alone stands for: all are of it, with the usual margins."""
    if not isinstance(value, str):
        return value
    if value not in PAPER_MM:
        # One is enough to tell that there is no such paper.
        return {"dokumen": {"kertas": value}}
    usual = Pages.default()
    return {name: getattr(usual, name).model_copy(update={"kertas": value}) for name in Pages.model_fields}


class ReasonOfChange(Model):
    """Why something differs from the former edition; `di` is its place, with all that is under it.

    With `menjadi` the reason is for that new text alone, also where other items of its list have moved it; with
    `dihapus` for the removal of that text from its list; with both for a text in the place of another.
    """

    di: Annotated[Text, NotPrinted("the place of a change")]
    alasan: Words
    menjadi: Annotated[Text, NotPrinted("it only says for which text the reason is")] | None = None
    dihapus: Annotated[Text, NotPrinted("it only says whose removal the reason is for")] | None = None


class Sop(Model):
    """One edition of an SOP, as issued or as drafted.

    `sebagaimana_terbit` keeps an issued edition word for word: what the rules find in its words are warnings, and
    without a `status` it says that it is in force.
    `alasan_perubahan` is for the matrix of changes only. `bagian` are the lists in the office's own order, beside or
    instead of the six of the official form. `keputusan` is the act whose annex the SOP is.
    `daftar_isi` and `penjelasan` are pages behind the cover, `paraf` those who initial a draft, the first one before
    who signs. `berlambang` says whether it has the unit's emblem: as issued only where it says so, else always.
    """

    model_config = ConfigDict(json_schema_extra=lambda schema: required_without("bagian", tuple(STANDARD), schema))

    id: Slug
    edisi: Slug
    judul: Words
    status: Status = Status.DRAFT
    contoh: bool = False
    sebagaimana_terbit: bool = False
    bentuk_kepala: HeadStyle = HeadStyle.PERMENPAN
    berlambang: bool | None = None
    keputusan: Decree | None = None
    sampul: Cover | None = None
    identitas: Identity
    dasar_hukum: LegalBasis
    kualifikasi_pelaksana: MarkedSection
    keterkaitan: MarkedSection
    peralatan: MarkedSection
    peringatan: MarkedSection
    pencatatan: MarkedSection
    bagian: OwnSections = ()
    daftar_isi: bool = False
    penjelasan: Explanations | None = None
    paraf: tuple[Words, ...] = Field(default=(), max_length=8)
    tata_letak: Layout = Layout.PER_ACTIVITY
    isi_simbol: SymbolText | None = None
    kepala_tabel: TableHeads = TableHeads.default()
    kolom_tambahan: tuple[FurtherColumn, ...] = Field(default=(), max_length=2)
    halaman: Annotated[Pages, BeforeValidator(_all_of, json_schema_input_type=Paper | Pages)] = Pages.default()
    pelaksana: tuple[Lane, ...] = Field(min_length=1, max_length=16)
    kegiatan: tuple[Activity, ...] = Field(min_length=1)
    alasan_perubahan: tuple[ReasonOfChange, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _issued_is_in_force(cls, data: Any) -> Any:
        """Give an edition as issued the status that it has had since; any other begins as a draft."""
        if isinstance(data, dict) and data.get("sebagaimana_terbit") in (True, "true") and "status" not in data:
            return {**data, "status": Status.IN_FORCE.value}
        return data

    @model_validator(mode="before")
    @classmethod
    def _own_lists(cls, data: Any) -> Any:
        """Let an office whose SOPs have other lists leave out those of the official form."""
        if isinstance(data, dict) and data.get("bagian"):
            return {**{name: {"judul": title, "isi": []} for name, title in STANDARD.items()}, **data}
        return data

    @model_validator(mode="after")
    def _steps_are_somewhere(self) -> Self:
        """Ask an SOP without a flow table for a section of its head that tells the steps."""
        told = self.bentuk_kepala is not HeadStyle.PERMENPAN and any(one.tells_flows for one in self.bagian)
        if self.tata_letak is Layout.NO_TABLE and not told:
            raise PydanticCustomError("no_flow_table", "the steps stand nowhere")
        return self

    @property
    def printed_lists(self) -> tuple[str, ...]:
        """The keys of the official form's six lists that this SOP prints."""
        own = {one.dari for one in self.bagian}
        return tuple(name for name in STANDARD if name in own or not own)

    @property
    def initialled_by(self) -> tuple[str, ...]:
        """Who initials this edition: nobody any more once it is ready to be signed."""
        return self.paraf if self.status in OPEN else ()

    @property
    def charts_in_front(self) -> bool:
        """Whether the flows stand as charts in a head's section, in the place of the flow table."""
        return self.bentuk_kepala is not HeadStyle.PERMENPAN and any(one.dari == "bagan" for one in self.bagian)

    @property
    def has_flow_table(self) -> bool:
        """Whether the flow table is printed; without it the steps, or their charts, stand in a head's section."""
        return not self.charts_in_front and self.tata_letak is not Layout.NO_TABLE

    @property
    def issued(self) -> date | None:
        """The day since which an issued edition has been in force, as it says: effective, else finished."""
        return self.identitas.tanggal_efektif.nilai or self.identitas.finished

    @property
    def day(self) -> date:
        """The one date of all outputs: when it takes effect, else when it was finished; while open the year's first.

        The year is that of the edition's name or of its cover; one that names none has a fixed date.
        """
        named = filter(YEAR.fullmatch, (self.edisi, self.sampul.tahun if self.sampul else ""))
        year = int(next(named, UNDATED.year))
        return self.identitas.tanggal_efektif.nilai or self.identitas.finished or UNDATED.replace(year=year)

    @property
    def symbol_text(self) -> SymbolText:
        """What the symbols of the flow table show; where a step has a row of its own, its words stand there."""
        return self.isi_simbol or (SymbolText.NUMBER if self.tata_letak is Layout.PER_STEP else SymbolText.WORDS)

    @property
    def watermark(self) -> str:
        """The word across every page of what is not in force; empty for an edition in force or ready to be signed."""
        return " - ".join(["CONTOH"] * self.contoh + MARKS.get(self.status, []))

    @property
    def mark(self) -> str:
        """What stands on every page so that no one takes a draft or an example for an issued SOP."""
        return f"{self.watermark} - BUKAN SOP YANG BERLAKU" if self.watermark else ""

    def marked(self, title: str) -> str:
        """Return a file's title as its properties and a viewer's window show it: `DRAF - SOP ...`."""
        return f"{self.watermark} - {title}" if self.watermark else title

    @property
    def subject(self) -> str:
        """What the SOP is about: its title without the word for what it is (SOP, or SPO in hospitals)."""
        return re.sub(r"^(?:SOP|SPO) ", "", self.judul)

    @property
    def name(self) -> str:
        """The name of the edition's folder under build/."""
        return f"{self.id}-{self.edisi}"
