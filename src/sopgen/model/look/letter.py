"""The look of the task order (templates/surat-perintah/rupa.yaml)."""

from typing import Annotated

from pydantic import Field

from sopgen.model.base import Model
from sopgen.model.look.base import EmblemLook, Gap, LetterheadLook, Look, Part, Points, Rule, Size

# How many times the size of the text; lines of the text.
Times = Annotated[float, Field(ge=0.5, le=3, allow_inf_nan=False)]
Lines = Annotated[float, Field(ge=0, le=12, allow_inf_nan=False)]
# Columns of labels and numbers, which must leave room for the text (mm).
Column = Annotated[float, Field(ge=2, le=60, allow_inf_nan=False)]


class TitleLook(Model):
    """The title: how many times the size of the text, and the room under it (mm)."""

    kali: Times
    jarak_bawah: Gap


class LetterGaps(Model):
    """The room between the parts of the letter (mm)."""

    bagian: Gap
    diperintahkan: Gap
    daftar: Gap
    tanda_tangan: Gap


class LabelColumns(Model):
    """The columns of a label and its colon (mm)."""

    label: Column
    titik_dua: Column


class RecipientColumns(Model):
    """The columns of those who are ordered, beside `Kepada`: number, label, colon; the value takes the rest (mm)."""

    nomor: Column
    label: Column
    titik_dua: Column


class PersonnelColumns(Model):
    """The columns of the rows to write the personnel in, as shares of the width."""

    nomor: Part
    nama: Part
    pangkat: Part
    jabatan: Part
    keterangan: Part


class PersonnelLook(Model):
    """The rows to write the personnel in: heights to try, room beside texts and over several lines of them (mm)."""

    kolom: PersonnelColumns
    tinggi_baris: Annotated[tuple[Size, ...], Field(min_length=1, max_length=10)]
    jarak_sel: Gap
    jarak_baris: Gap


class DatelineLook(Model):
    """Place and date over the signature: how far they stand in on both sides, and the column of their labels (mm)."""

    inden: Gap
    label: Column


class SignaturesLook(Model):
    """The signatures: the receiver's share of the width, place and date; room over the post of who signs, and to
    sign (in lines of text).
    """

    kiri: Part
    tempat: DatelineLook
    atas_jabatan: Lines
    ruang: Lines


class CodeLook(Model):
    """The code at the letter's foot, which a phone reads from a copy: its side (mm), the size of its title (pt)."""

    sisi: Annotated[float, Field(ge=20, le=60, allow_inf_nan=False)]
    ukuran: Points


class AnnexColumns(Model):
    """The columns of the personnel in the annex, as shares of its width."""

    nomor: Part
    nama: Part
    pangkat: Part
    nrp: Part
    jabatan: Part
    operasional: Part


class AnnexLook(Model):
    """The annex: its columns and rows, the room above and under its title, above the signature (mm)."""

    kolom: AnnexColumns
    tinggi_baris: Size
    jarak_atas_judul: Gap
    jarak_bawah_judul: Gap
    jarak_tanda_tangan: Gap


class OrderLook(Look):
    """The look of the task order; the first type size (pt) counts, a blank one tries all of them."""

    ukuran: Annotated[tuple[Points, ...], Field(min_length=1, max_length=20)]
    kop: LetterheadLook
    lambang: EmblemLook
    judul: TitleLook
    jarak: LetterGaps
    isian: LabelColumns
    inden_nomor: Column
    orang: RecipientColumns
    personel: PersonnelLook
    garis_tanggal: Rule
    jarak_garis_tanggal: Gap
    tanda_tangan: SignaturesLook
    kode: CodeLook
    lampiran: AnnexLook
    sisa_halaman: Gap
