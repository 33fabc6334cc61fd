"""What a prose SOP says, page by page, with the tags by which the templates name it (millimetres)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from sopgen.model.chapters import ProseSop
from sopgen.model.identity import Cover
from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.prose import ProseLook
from sopgen.model.look.sop import SopLook
from sopgen.plan.chapters.annex import ProseAnnex
from sopgen.plan.contract.boxes import FrontSheet, MeasuredTable
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.contract.matrix import Edges, edges_of
from sopgen.plan.contract.tags import Tag
from sopgen.plan.watermark import Watermark, plan_watermark

Texts = tuple[str, ...]


class ParagraphKind(StrEnum):
    """What a paragraph is: the head of a chapter, of an item; an item; what goes on without a number."""

    CHAPTER = "bab"
    HEAD = "judul"
    ITEM = "butir"
    TEXT = "paragraf"
    TABLE = "tabel"

    @property
    def is_head(self) -> bool:
        """Tell a head, which stands with what follows it."""
        return self in (ParagraphKind.CHAPTER, ParagraphKind.HEAD)


@dataclass(frozen=True)
class ProseTable:
    """A table, or the part of one that stands on a page (mm)."""

    columns: Annotated[tuple[float, ...], Tag("kolom", "lebar kolom (mm)")]
    heads: Annotated[Texts, Tag("kepala", "kepala kolom; diulang di setiap halaman")]
    head_height: Annotated[float, Tag("tinggi_kepala", "tinggi kepala, paling sedikit (mm)")]
    rows: Annotated[tuple[Texts, ...], Tag("baris", "isi baris, sel demi sel")]
    heights: Annotated[tuple[float, ...], Tag("tinggi", "tinggi baris, paling sedikit (mm)")]


@dataclass(frozen=True)
class ProseParagraph:
    """A paragraph, or the part of one that stands on a page; its number stands in a column of its own."""

    kind: Annotated[ParagraphKind, Tag("jenis", "bab, judul, butir, paragraf atau tabel")]
    level: Annotated[int, Tag("tingkat", "0 untuk bab, 1 sampai 6 untuk butir di bawahnya")]
    outline: Annotated[int, Tag("tingkat_judul", "tingkat judul dalam kerangka berkas, mulai 1")]
    number: Annotated[str, Tag("nomor", "nomor; kosong bila tidak bernomor")]
    text: Annotated[str, Tag("teks", "isi paragraf")]
    indent: Annotated[float, Tag("inden", "jarak nomor dari margin kiri (mm)")]
    hanging: Annotated[float, Tag("gantung", "lebar kolom nomor (mm)")]
    gap: Annotated[float, Tag("jarak", "ruang di atas paragraf (mm)")]
    table: Annotated[ProseTable | None, Tag("tabel", "tabel di tempat ini; kosong pada paragraf")] = None


@dataclass(frozen=True)
class ProseSheet:
    """What stands on one page; `catchword` are the first words of the next one, under it on the right."""

    paragraphs: Annotated[tuple[ProseParagraph, ...], Tag("isi", "paragraf demi paragraf")]
    catchword: Annotated[str, Tag("sambungan", "kata penyambung di kanan bawah; boleh kosong")] = ""


@dataclass(frozen=True)
class ProseSigner:
    """Place, date and signature at the end."""

    place: Annotated[str, Tag("tempat", "tempat ditetapkan")]
    issued: Annotated[str, Tag("tanggal", "tanggal ditetapkan")]
    post: Annotated[str, Tag("jabatan", "jabatan lengkap")]
    name: Annotated[str, Tag("nama", "nama")]
    rank: Annotated[str, Tag("pangkat", "pangkat dan NRP")]


@dataclass(frozen=True)
class ProsePlan:
    """All that a prose SOP prints, and its pages."""

    sop: ProseSop
    author: Annotated[str, Tag("satuan", "nama satuan")]
    day: date
    look: Annotated[ProseLook, Tag("rupa", "isi rupa.yaml")]
    page: Annotated[PageFrame, Tag("halaman", "halaman naskah")]
    kop: Annotated[Texts, Tag("kop", "baris kop")]
    kop_width: Annotated[float, Tag("lebar_kop", "lebar kop dengan garisnya (mm)")]
    titles: Annotated[Texts, Tag("judul_naskah", "baris judul")]
    number: Annotated[str, Tag("nomor", "nomor SOP dengan labelnya")]
    sheets: Annotated[tuple[ProseSheet, ...], Tag("lembar", "isi naskah, halaman demi halaman")]
    signer: Annotated[ProseSigner, Tag("penanda_tangan", "yang menetapkan SOP")]
    cover_room: Annotated[float, Tag("ruang_sampul", "ruang di atas nama satuan pada sampul (mm)")]
    annex: Annotated[ProseAnnex | None, Tag("lampiran", "tabel alur kegiatan; kosong bila tidak ada kegiatan")]
    box_look: Annotated[SopLook, Tag("rupa_tabel", "rupa.yaml templat sop, untuk keputusan dan kepala lampirannya")]
    decree: Annotated[tuple[FrontSheet, ...], Tag("lembar_keputusan", "keputusan yang dilampiri SOP, per halaman")]
    over: Annotated[tuple[MeasuredTable, ...], Tag("kepala_naskah", "kepala lampiran keputusan, di atas SOP")]
    initials: Annotated[tuple[MeasuredTable, ...], Tag("tabel_paraf", "baris paraf draf di bawah tanda tangan")]
    emblem: Annotated[bytes | None, Tag("lambang", "gambar lambang satuan; kosong bila tidak ada")] = None

    @property
    def title(self) -> Annotated[str, Tag("judul", "judul berkas")]:
        """The title in the file's properties."""
        return self.sop.marked(self.sop.judul)

    @property
    def cover(self) -> Annotated[Cover | None, Tag("sampul", "isi sampul; kosong bila tidak ada")]:
        """The cover's lines."""
        return self.sop.sampul

    @property
    def subject(self) -> Annotated[str, Tag("pokok", "pokok berkas: nomor SOP")]:
        """The subject in the file's properties."""
        return self.sop.identitas.nomor_sop.nilai

    @property
    def mark(self) -> Annotated[str, Tag("tanda", "tanda draf atau contoh di setiap halaman; boleh kosong")]:
        """What marks a draft or an example on every page."""
        return self.sop.mark

    @property
    def watermark(self) -> Watermark | None:
        """The word across every page."""
        across = (self.annex.across.width, self.annex.across.height) if self.annex else ()
        return plan_watermark(self.sop.watermark, self.page.width, self.page.height, *across)

    @property
    def across(self) -> Annotated[PageFrame | None, Tag("mendatar", "halaman lampiran; kosong bila tidak ada")]:
        """The pages of the annex."""
        return self.annex.across if self.annex else None

    @property
    def pdf_face(self) -> Annotated[str, Tag("huruf_pdf", "huruf PDF, selebar huruf Word")]:
        """The face of the PDF."""
        return self.look.pdf_face

    @property
    def text_edges(self) -> Annotated[Edges, Tag("tepi_isi", "tinggi baris isi (hanya PDF)")]:
        """The edges of a line of text."""
        return edges_of(self.look.isi)

    @property
    def title_edges(self) -> Annotated[Edges, Tag("tepi_judul", "tinggi baris judul (hanya PDF)")]:
        """The edges of a line of the title."""
        return edges_of(self.look.judul)

    @property
    def table_edges(self) -> Annotated[Edges, Tag("tepi_tabel", "tinggi baris dalam tabel (hanya PDF)")]:
        """The edges of a line in a table."""
        return edges_of(self.look.tabel)

    @property
    def cover_edges(self) -> Annotated[Edges, Tag("tepi_judul_sampul", "tinggi baris judul sampul (hanya PDF)")]:
        """The edges of a line of the cover's title."""
        return edges_of(self.look.sampul.judul)

    @property
    def office_edges(self) -> Annotated[Edges, Tag("tepi_instansi", "tinggi baris satuan pada sampul (hanya PDF)")]:
        """The edges of a line of the office on the cover."""
        return edges_of(self.look.sampul.instansi)

    @property
    def annex_edges(self) -> Annotated[Edges, Tag("tepi_lampiran", "tinggi baris kepala lampiran (hanya PDF)")]:
        """The edges of a line of the annex's head."""
        return edges_of(self.look.lampiran)

    @property
    def line(self) -> Annotated[float, Tag("tinggi_baris", "tinggi baris isi (mm)")]:
        """The height of a line of text (mm)."""
        return self.look.isi.tinggi_baris * MM_A_POINT
