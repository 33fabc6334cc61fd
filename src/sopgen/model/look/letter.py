"""The looks of the letters that send people on a task (rupa.yaml of templates/surat-perintah/ and surat-tugas/)."""

from typing import Annotated

from pydantic import Field

from sopgen.model.base import Model
from sopgen.model.look.base import EmblemLook, Gap, LetterheadLook, Look, Part, Points, Rule, Shares, Size

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


class PersonnelColumns(Shares):
    """The columns of the rows to write the personnel in, as shares of the width."""

    nomor: Part
    nama: Part
    pangkat: Part
    jabatan: Part
    keterangan: Part


class AssignedColumns(Shares):
    """The columns of the rows to write in, of an assignment, as shares of the width."""

    nomor: Part
    nama: Part
    nip: Part
    pangkat: Part
    jabatan: Part


class RowsLook(Model):
    """The rows to write people in: heights to try, room beside texts and over several lines of them (mm)."""

    kolom: Model
    tinggi_baris: Annotated[tuple[Size, ...], Field(min_length=1, max_length=10)]
    jarak_sel: Gap
    jarak_baris: Gap


class PersonnelLook(RowsLook):
    """The rows of an order."""

    kolom: PersonnelColumns


class AssignedLook(RowsLook):
    """The rows of an assignment."""

    kolom: AssignedColumns


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


class AnnexColumns(Shares):
    """The columns of the personnel in the annex, as shares of its width."""

    nomor: Part
    nama: Part
    pangkat: Part
    nrp: Part
    jabatan: Part
    operasional: Part


class AssignedAnnexColumns(Shares):
    """The columns of the annex of an assignment, as shares of its width (Peraturan ANRI 5/2021)."""

    nomor: Part
    nama: Part
    pangkat: Part
    nip: Part
    jabatan: Part
    keterangan: Part


class ListLook(Model):
    """The annex: its columns and rows, the room above and under its title, above the signature (mm)."""

    kolom: Model
    tinggi_baris: Size
    jarak_atas_judul: Gap
    jarak_bawah_judul: Gap
    jarak_tanda_tangan: Gap


class AnnexLook(ListLook):
    """The annex of an order."""

    kolom: AnnexColumns


class AssignedAnnexLook(ListLook):
    """The annex of an assignment."""

    kolom: AssignedAnnexColumns


class LetterLook(Look):
    """What both letters have; the first type size (pt) counts, a blank one tries all of them."""

    ukuran: Annotated[tuple[Points, ...], Field(min_length=1, max_length=20)]
    judul: TitleLook
    jarak: LetterGaps
    isian: LabelColumns
    inden_nomor: Column
    orang: RecipientColumns
    personel: RowsLook
    tanda_tangan: SignaturesLook
    kode: CodeLook
    lampiran: ListLook
    sisa_halaman: Gap


class OrderLook(LetterLook):
    """The look of the order: Polri's letterhead, the emblem in the middle above the title, a rule under the date."""

    kop: LetterheadLook
    lambang: EmblemLook
    garis_tanggal: Rule
    jarak_garis_tanggal: Gap
    personel: PersonnelLook
    lampiran: AnnexLook


class OfficeHeadLook(Model):
    """The letterhead of other offices: the emblem's place on the left, lines in the middle, a rule over the width.

    `kali` is how many times the size of the text its lines have; all others in mm, the rule in points.
    """

    lambang: Size
    tinggi_lambang: Size
    kali: Times
    jarak_garis: Gap
    garis: Rule
    jarak_bawah: Gap


class AssignmentLook(LetterLook):
    """The look of the assignment (surat tugas)."""

    kop: OfficeHeadLook
    personel: AssignedLook
    lampiran: AssignedAnnexLook
