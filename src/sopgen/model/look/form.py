"""The look of the forms that follow a task order: what all share (templates/formulir.yaml), what each has."""

from typing import Annotated

from pydantic import Field

from sopgen.model.base import Model
from sopgen.model.look.base import Gap, LetterheadLook, Look, Part, Points, Rule, Shares, Size
from sopgen.model.look.letter import Column, LabelColumns, TitleLook


class FormGaps(Model):
    """The room above parts, tables, lines to write on and labelled rows (mm)."""

    bagian: Gap
    tabel: Gap
    garis_tulis: Gap
    isian: Gap


class FormCells(Model):
    """The distance of texts from the rules of a table: sideways, above and below (mm)."""

    mendatar: Gap
    tegak: Gap


class FormSignatures(Model):
    """The signatures: the left one's share of the width, the room to sign (mm)."""

    kiri: Part
    ruang: Size


class FormsLook(Look):
    """What all forms share."""

    kop: LetterheadLook
    judul: TitleLook
    jarak: FormGaps
    isian: LabelColumns
    inden_nomor: Column
    jarak_sel: FormCells
    tanda_tangan: FormSignatures
    sisa_halaman: Gap


class FormLook(Model):
    """What each form has of its own: its type size (pt)."""

    ukuran: Points


class PeopleColumns(Shares):
    """The columns of the report's people, as shares of the width."""

    nomor: Part
    nama: Part
    pangkat: Part
    jabatan: Part


class ReportLook(FormLook):
    """The report: its people, the height of a photo, what stands before the line under it (mm)."""

    kolom: PeopleColumns
    tinggi_baris: Size
    tinggi_foto: Size
    jarak_garis_foto: Size


class AttendanceColumns(Shares):
    """The columns of those present, as shares of the width; odd and even rows sign side by side."""

    nomor: Part
    nama: Part
    pangkat: Part
    instansi: Part
    paraf_ganjil: Part
    paraf_genap: Part


class AttendanceLook(FormLook):
    """The list of those present."""

    kolom: AttendanceColumns
    tinggi_baris: Size


class TaskColumns(Shares):
    """The columns of what is to be done, as shares of the width."""

    nomor: Part
    tindak_lanjut: Part
    penanggung_jawab: Part
    batas_waktu: Part


class MinutesLook(FormLook):
    """The minutes."""

    kolom: TaskColumns
    tinggi_baris: Size


class WitnessColumns(Shares):
    """The columns of the witnesses, as shares of the width."""

    nomor: Part
    nama: Part
    alamat: Part
    tanda_tangan: Part


class StampLook(Model):
    """The box of the e-meterai: its side and the room around it (mm), its rule and type size (pt)."""

    sisi: Size
    jarak: Gap
    garis: Rule
    ukuran: Points


class AgreementLook(FormLook):
    """The agreement of two parties."""

    kolom: WitnessColumns
    tinggi_baris: Size
    meterai: StampLook


class AssessmentColumns(Shares):
    """The columns of the assessment (Tabel 7), as shares of the width."""

    nomor: Part
    prosedur: Part
    baik: Part
    tidak_baik: Part
    catatan: Part
    tindakan: Part
    paraf: Part


class CriteriaColumns(Shares):
    """The columns of the evaluation, as shares of the width."""

    nomor: Part
    kriteria: Part
    ya: Part
    tidak: Part
    catatan: Part


class EvaluationLook(FormLook):
    """The evaluation by the seven criteria."""

    kolom: CriteriaColumns
    tinggi_baris: Size


class InvitationLook(FormLook):
    """The invitation of civilians."""


class RowHeights(Model):
    """The least height of a row: at least this; more, up to that, where the SOP has few procedures (mm)."""

    paling_rendah: Annotated[int, Field(ge=5, le=60)]
    paling_tinggi: Annotated[int, Field(ge=5, le=60)]


class MonitoringLook(FormLook):
    """The form of monitoring: heights of its two head rows and of its rows (mm)."""

    kolom: AssessmentColumns
    tinggi_kepala: tuple[Size, Size]
    tinggi_baris: RowHeights
