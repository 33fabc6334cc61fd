"""The look of the official document: cover, identity page, flow table (templates/sop/rupa.yaml)."""

from typing import Annotated

from pydantic import Field

from sopgen.model.base import Model
from sopgen.model.look.base import EmblemLook, Gap, Look, Points, Size, TextLook


class CoverLook(Model):
    """The cover, from top to bottom."""

    jarak_atas: Gap
    judul: TextLook
    baris_judul: TextLook
    lambang: EmblemLook
    tahun: Points
    instansi: TextLook
    satuan: TextLook
    jarak_bawah: Gap


class IdentityColumns(Model):
    """The columns of the identity table; that of the values takes what is left of the page."""

    kop: Size
    label: Size
    titik_dua: Size


class IdentityCells(Model):
    """The distance of texts from the rules of the identity table: sideways, above and below; in the six lists."""

    mendatar: Gap
    titik_dua: Gap
    tegak: Gap
    daftar: Gap


class IdentityLook(Model):
    """The identity page."""

    ukuran: Points
    kolom: IdentityColumns
    jarak_sel: IdentityCells
    jarak_atas_kop: Gap
    lambang: EmblemLook
    satuan_kerja: TextLook
    ruang_pengesahan: Size
    jarak_judul_daftar: Gap


class LaneWidths(Model):
    """The width of a lane: where there is room, at least, and at most where its lines need more."""

    biasa: Size
    paling_sempit: Size
    paling_lebar: Size


class FlowColumns(Model):
    """A type size to try, and the columns beside the lanes; that of the activity takes the rest, at least this."""

    ukuran: Points
    nomor: Size
    kegiatan: Size
    kelengkapan: Size
    waktu: Size
    keluaran: Size
    keterangan: Size

    @property
    def beside(self) -> tuple[float, float, float, float]:
        """The widths of the columns right of the lanes."""
        return self.kelengkapan, self.waktu, self.keluaran, self.keterangan


class FlowLook(Model):
    """The flow table; `pilihan` are tried one after the other until all fits on the page.

    The column of the activity is never wider than `kegiatan_terlebar`: those right of the lanes share what is left.
    """

    tinggi_kepala: tuple[Size, Size]
    jarak_sel: Gap
    jarak_sel_kepala: Gap
    sisa_halaman: Gap
    jalur: LaneWidths
    kegiatan_terlebar: Size = 90.0
    pilihan: Annotated[tuple[FlowColumns, ...], Field(min_length=1, max_length=20)]


class SopLook(Look):
    """The look of the official document."""

    inden_butir: Size
    sampul: CoverLook
    identitas: IdentityLook
    alur: FlowLook
