"""The official document as its templates take it: every value with its tag (millimetres)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated

from sopgen.model.base import label_of
from sopgen.model.identity import Cover, Identity
from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Section, Sop, TableHeads
from sopgen.model.unit import Unit
from sopgen.plan.columns import PrintedHeads, printed_heads
from sopgen.plan.contract.boxes import FrontSheet, MeasuredTable, charts_of
from sopgen.plan.contract.drawing import DrawingTags
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.contract.tags import Tag
from sopgen.plan.flow.geometry import FlowPlan
from sopgen.plan.front.identity import IdentityPages, ListPair, side_by_side, whole
from sopgen.plan.front.lists import front_lists
from sopgen.plan.front.rows import identity_rows
from sopgen.plan.steps import StepSheets
from sopgen.plan.watermark import Watermark, plan_watermark


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


@dataclass(frozen=True)
class DocumentPlan:
    """The whole document; `columns` are the widths of the flow table, `head_rows` the least heights of its head.

    Its rows stand page by page in `sheets` (a row an activity) or in `steps` (a row a step); the other is empty.
    `charts` are the drawings as SVG, which only the PDF is given.
    """

    sop: Sop
    unit: Unit
    look: Annotated[SopLook, Tag("rupa", "isi rupa.yaml")]
    upright: Annotated[PageFrame, Tag("tegak", "halaman sampul dan identitas")]
    across: Annotated[PageFrame, Tag("mendatar", "halaman tabel alur")]
    cover_room: Annotated[float, Tag("ruang_sampul", "ruang di atas instansi pada sampul (mm)")]
    identity_columns: Annotated[tuple[float, ...], Tag("kolom_identitas", "lebar kolom tabel identitas (mm)")]
    identity_pages: Annotated[IdentityPages, Tag("lembar_identitas", "daftar per halaman, dua sebaris")]
    decree: Annotated[tuple[FrontSheet, ...], Tag("lembar_keputusan", "keputusan yang dilampiri SOP, per halaman")]
    annex: Annotated[tuple[MeasuredTable, ...], Tag("kepala_lampiran", "kepala lampiran di atas SOP")]
    opening: Annotated[tuple[FrontSheet, ...], Tag("lembar_pembuka", "daftar isi dan penjelasan, tabel per halaman")]
    initials: Annotated[tuple[MeasuredTable, ...], Tag("tabel_paraf", "baris paraf di bawah tabel identitas")]
    front: Annotated[tuple[FrontSheet, ...], Tag("lembar_depan", "tabel per halaman, bila kepala bentuk lain")]
    columns: Annotated[tuple[float, ...], Tag("kolom", "lebar kolom tabel alur (mm)")]
    head_rows: Annotated[tuple[float, float], Tag("tinggi_kepala", "tinggi kedua baris kepala tabel alur (mm)")]
    font_pt: Annotated[float, Tag("ukuran_huruf", "ukuran huruf tabel alur (pt)")]
    sheets: Annotated[tuple[tuple[TableRow, ...], ...], Tag("lembar", "baris tabel per halaman, sebaris sekegiatan")]
    steps: Annotated[StepSheets, Tag("lembar_langkah", "bagian tabel per halaman, sebaris selangkah")]
    day: date
    emblem: Annotated[bytes | None, Tag("lambang", "gambar lambang satuan; kosong bila tidak ada")] = None
    charts: Annotated[Mapping[str, str] | None, Tag("gambar_bagan", "bagan sebagai SVG menurut namanya")] = None

    @property
    def watermark(self) -> Watermark | None:
        """The word across every page."""
        return plan_watermark(self.sop.watermark, self.upright.width, self.upright.height, self.across.height)

    @property
    def drawings(self) -> dict[str, Drawing]:
        """Every drawing of the flow table and of the head by its key."""
        rows = {
            row.id: Drawing(row.flow, row.judul or row.id, row.description) for sheet in self.sheets for row in sheet
        }
        parts = [part for sheet in self.steps for part in sheet if part.rows]
        rows |= {one.key: Drawing(one.flow, one.key, one.description) for one in charts_of(self.opening + self.front)}
        return rows | {part.key: Drawing(part.flow, part.key, part.description) for part in parts}

    @property
    def title(self) -> Annotated[str, Tag("judul", "judul berkas")]:
        """The title in the file's properties."""
        return self.sop.marked(self.sop.judul)

    @property
    def subject(self) -> Annotated[str, Tag("pokok", "pokok berkas: nomor SOP")]:
        """The subject in the file's properties."""
        return self.sop.identitas.nomor_sop.nilai

    @property
    def author(self) -> Annotated[str, Tag("satuan", "nama satuan")]:
        """The unit's name."""
        return self.unit.nama

    @property
    def pdf_face(self) -> Annotated[str, Tag("huruf_pdf", "huruf PDF, selebar huruf Word")]:
        """The face of the PDF."""
        return self.look.pdf_face

    @property
    def cover(self) -> Annotated[Cover | None, Tag("sampul", "isi sampul; kosong bila SOP tanpa sampul")]:
        """The cover's lines."""
        return self.sop.sampul

    @property
    def head_style(self) -> Annotated[str, Tag("bentuk_kepala", "bentuk kepala: permenpan, kendali atau puskesmas")]:
        """The form of the head."""
        return self.sop.bentuk_kepala.value

    @property
    def letterhead(self) -> Annotated[tuple[str, ...], Tag("kop", "baris kop")]:
        """The lines of the letterhead."""
        return self.unit.kop

    @property
    def identity(self) -> Annotated[Identity, Tag("identitas", "isi halaman identitas")]:
        """What the identity page tells."""
        return self.sop.identitas

    @property
    def approver_rank(self) -> Annotated[str, Tag("pangkat_pengesah", "pangkat dan NRP atau NIP pengesah")]:
        """Rank and number of who approves the SOP; a civil servant's rank may be left out."""
        return f"{self.sop.identitas.pengesah.pangkat} {self.approver_number}".strip()

    @property
    def approver_number(self) -> Annotated[str, Tag("nomor_pengesah", "NRP atau NIP pengesah, dengan sebutannya")]:
        """The number of who approves the SOP, after its label."""
        number = self.sop.identitas.pengesah.nrp
        return f"{label_of(number)} {number}"

    @property
    def identity_rows(
        self,
    ) -> Annotated[tuple[tuple[str, str], ...], Tag("baris_identitas", "label dan nilai di atas pengesahan")]:
        """Label and value of the rows above the approval cell."""
        above, _ = identity_rows(self.sop.identitas, self.identity_place)
        return tuple((label, value) for label, value, _ in above)

    @property
    def rows_below(
        self,
    ) -> Annotated[
        tuple[tuple[str, str, bool], ...],
        Tag("baris_bawah", "label, nilai, dan apakah nilainya tebal, di bawah pengesahan"),
    ]:
        """Label and value of the rows below the approval cell; the SOP's name stands out."""
        return identity_rows(self.sop.identitas, self.identity_place)[1]

    @property
    def identity_place(self) -> str:
        """The page of the head and how many there are, as a row of the head prints them."""
        return f"{1 + len(self.decree) + bool(self.sop.sampul) + len(self.opening)} dari {self.page_count}"

    @property
    def page_count(self) -> int:
        """How many pages the document has."""
        front = len(self.decree) + len(self.opening) + len(self.identity_pages) + len(self.front)
        return bool(self.sop.sampul) + front + len(self.sheets) + len(self.steps)

    @property
    def pairs(
        self,
    ) -> Annotated[tuple[ListPair, ...], Tag("pasangan", "semua daftar menurut urutannya, dua sebaris")]:
        """The lists side by side."""
        return tuple(map(whole, side_by_side(front_lists(self.sop, self.look))))

    @property
    def heads(self) -> Annotated[TableHeads, Tag("kepala", "kepala kolom tabel alur")]:
        """The heads of the flow table."""
        return self._heads.heads

    @property
    def lanes(self) -> Annotated[tuple[str, ...], Tag("pelaksana", "kepala kolom para pelaksana")]:
        """The heads of the lanes."""
        return self._heads.lanes

    @cached_property
    def _heads(self) -> PrintedHeads:
        return printed_heads(self.sop, self.look, self.columns, self.font_pt)

    @property
    def further_heads(self) -> Annotated[tuple[str, ...], Tag("kepala_tambahan", "kepala kolom tambahan di kanan")]:
        """The heads of the columns that the SOP adds at the right."""
        return printed_heads(self.sop, self.look, self.columns, self.font_pt).extra

    @property
    def mark(self) -> Annotated[str, Tag("tanda", "tanda draf atau contoh di setiap halaman; boleh kosong")]:
        """What marks a draft or an example on every page."""
        return self.sop.mark
