"""The matrix of changes as its templates take it: every value with its tag (millimetres)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sopgen.model.look.base import MM_A_POINT, word_mm
from sopgen.model.look.matrix import LinesLook, MatrixLook
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.contract.tags import Tag
from sopgen.plan.measure import edges
from sopgen.plan.watermark import Watermark


@dataclass(frozen=True)
class Piece:
    """A piece of a line; a marked one stands in one of the two editions only."""

    text: Annotated[str, Tag("teks", "potongan kalimat")]
    marked: Annotated[bool, Tag("berubah", "benar bila potongan ini berbeda di kedua edisi")] = False


Line = tuple[Piece, ...]
Cell = tuple[Line, ...]


@dataclass(frozen=True)
class MatrixRow:
    """One change, or a part of it where a page's end cuts it: its number stands at the first part only."""

    number: Annotated[str, Tag("nomor", "nomor perubahan; kosong pada lanjutan di halaman berikut")]
    part: Annotated[Cell, Tag("bagian", "bagian SOP yang berubah: kalimat demi kalimat, masing-masing potongan")]
    old: Annotated[Cell, Tag("semula", "isi semula")]
    new: Annotated[Cell, Tag("menjadi", "isi sekarang")]
    reason: Annotated[Cell, Tag("alasan", "alasan perubahan")]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells beside the number."""
        return self.part, self.old, self.new, self.reason


@dataclass(frozen=True)
class Edges:
    """How far a line reaches above and below the letters' foot line (pt)."""

    top: Annotated[float, Tag("atas", "tinggi baris di atas garis kaki huruf (pt)")]
    bottom: Annotated[float, Tag("bawah", "tinggi baris di bawah garis kaki huruf (pt)")]


@dataclass(frozen=True)
class MatrixPlan:
    """All texts of the matrix, its paper and the widths of its columns; `sheets` are its rows page by page."""

    title: Annotated[str, Tag("judul", "judul berkas")]
    heading: Annotated[str, Tag("judul_lembar", "judul di atas lembar")]
    sop: Annotated[str, Tag("sop", "nama SOP")]
    editions: Annotated[tuple[tuple[str, str], ...], Tag("edisi_dibandingkan", "label dan keterangan kedua edisi")]
    mark: Annotated[str, Tag("tanda", "tanda draf atau contoh di setiap halaman; boleh kosong")]
    subject: Annotated[str, Tag("pokok", "pokok berkas: nomor SOP")]
    author: Annotated[str, Tag("satuan", "nama satuan")]
    day: date
    look: Annotated[MatrixLook, Tag("rupa", "isi rupa.yaml")]
    page: Annotated[PageFrame, Tag("halaman", "halaman matriks")]
    kop: Annotated[tuple[str, ...], Tag("kop", "baris kop")]
    kop_width: Annotated[float, Tag("lebar_kop", "lebar kop dengan garisnya (mm)")]
    heads: Annotated[tuple[str, ...], Tag("kepala", "kepala kolom tabel")]
    columns: Annotated[tuple[float, ...], Tag("kolom", "lebar kolom tabel (mm)")]
    sheets: Annotated[tuple[tuple[MatrixRow, ...], ...], Tag("lembar_perubahan", "baris tabel per halaman")]
    note: Annotated[str, Tag("catatan", "catatan di bawah tabel; boleh kosong")]
    watermark: Watermark | None

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
        """The edges of a line of the heading."""
        return edges_of(self.look.judul)

    @property
    def row_inset(self) -> Annotated[float, Tag("jarak_baris", "jarak teks ke garis atas dan bawah (pt, hanya PDF)")]:
        """The distance of texts from the rules above and below, as Word has it: half a rule comes on top (pt)."""
        return round(word_mm(self.look.jarak_sel.tegak) / MM_A_POINT + self.look.garis / 2, 3)


def edges_of(look: LinesLook) -> Edges:
    """Return the edges of a line of this look."""
    return Edges(*edges(look.ukuran, look.tinggi_baris))
