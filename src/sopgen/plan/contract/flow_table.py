"""The flow table as templates take it, in whichever document: every value with its tag (millimetres)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Section, Sop, TableHeads
from sopgen.plan.columns import PrintedHeads, printed_heads
from sopgen.plan.contract.drawing import DrawingTags
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.contract.tags import Tag
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.steps import StepSheets


@dataclass(frozen=True)
class TableRow(DrawingTags):
    """One row of the flow table: an activity with its exact height; where it goes on, its title is empty."""

    id: Annotated[str, Tag("id", "nama bagan dalam gambar_bagan: huruf kegiatan, pada halaman lanjutan A.2, A.3")]
    nomor: Annotated[str, Tag("nomor", "nomor kegiatan; kosong pada halaman lanjutan")]
    judul: Annotated[str, Tag("judul", "nama kegiatan; kosong pada halaman lanjutan")]
    sections: Annotated[
        tuple[Section, ...],
        Tag("bagian", "maksud dan tujuan kegiatan; tanpa butir tidak dicetak, tanpa judul bila bersambung"),
    ]
    kelengkapan: Annotated[tuple[str, ...], Tag("kelengkapan", "isi kolom kelengkapan")]
    waktu: Annotated[str, Tag("waktu", "isi kolom waktu")]
    keluaran: Annotated[tuple[str, ...], Tag("keluaran", "isi kolom keluaran")]
    keterangan: Annotated[tuple[str, ...], Tag("keterangan", "isi kolom keterangan")]
    height: Annotated[float, Tag("tinggi", "tinggi baris (mm)")]
    description: Annotated[str, Tag("uraian_bagan", "bagan dalam kata, untuk pembaca layar")]
    flow: FlowPlan
    tambahan: Annotated[tuple[tuple[str, ...], ...], Tag("tambahan", "isi kolom tambahan, kolom demi kolom")] = ()


@dataclass(frozen=True)
class Drawing:
    """A flow as it stands in the flow table, with a title and words for those who can not see it."""

    flow: FlowPlan
    title: str
    description: str


@dataclass(frozen=True, kw_only=True)
class FlowTable:
    """The columns of the table, its heads, and its rows page by page.

    They stand in `sheets` (a row an activity) or in `steps` (a row a step); the other is empty. `charts` are the
    drawings as SVG, which only the PDF is given.
    """

    sop: Sop
    look: Annotated[SopLook, Tag("rupa", "isi rupa.yaml dokumen SOP")]
    across: Annotated[PageFrame, Tag("mendatar", "halaman tabel alur")]
    columns: Annotated[tuple[float, ...], Tag("kolom", "lebar kolom tabel alur (mm)")]
    head_rows: Annotated[tuple[float, float], Tag("tinggi_kepala", "tinggi kedua baris kepala tabel alur (mm)")]
    font_pt: Annotated[float, Tag("ukuran_huruf", "ukuran huruf tabel alur (pt)")]
    sheets: Annotated[tuple[tuple[TableRow, ...], ...], Tag("lembar", "baris tabel per halaman, sebaris sekegiatan")]
    steps: Annotated[StepSheets, Tag("lembar_langkah", "bagian tabel per halaman, sebaris selangkah")]
    charts: Annotated[Mapping[str, str] | None, Tag("gambar_bagan", "bagan sebagai SVG menurut namanya")] = None

    @property
    def heads(self) -> Annotated[TableHeads, Tag("kepala", "kepala kolom tabel alur")]:
        """The heads of the columns."""
        return self._heads.heads

    @property
    def further_heads(self) -> Annotated[tuple[str, ...], Tag("kepala_tambahan", "kepala kolom tambahan di kanan")]:
        """The heads of the columns that the SOP adds at the right."""
        return self._heads.extra

    @property
    def lanes(self) -> Annotated[tuple[str, ...], Tag("pelaksana", "kepala kolom para pelaksana")]:
        """The heads of the lanes."""
        return self._heads.lanes

    @cached_property
    def _heads(self) -> PrintedHeads:
        return printed_heads(self.sop, self.look, self.columns, self.font_pt)

    @property
    def drawings(self) -> dict[str, Drawing]:
        """Every drawing of the table by its key."""
        rows = [row for sheet in self.sheets for row in sheet]
        parts = [part for sheet in self.steps for part in sheet if part.rows]
        own = {row.id: Drawing(row.flow, row.judul or row.id, row.description) for row in rows}
        return own | {part.key: Drawing(part.flow, part.key, part.description) for part in parts}
