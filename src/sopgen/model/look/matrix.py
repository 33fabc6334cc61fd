"""The look of the matrix of changes (templates/matriks-perubahan/rupa.yaml)."""

from pydantic import Field

from sopgen.model.base import Model
from sopgen.model.look.base import Gap, LetterheadLook, Look, Part, Points, Size


class LinesLook(Model):
    """Lines of text: their type size, and the height of each (pt)."""

    ukuran: Points
    tinggi_baris: Points


class MatrixTitle(LinesLook):
    """The heading, and the room under the title (mm)."""

    jarak_bawah: Gap


class EditionsLook(Model):
    """The list of the two editions: the columns of label and colon, and the room under it."""

    label: Size
    titik_dua: Size
    jarak_bawah: Gap


class MatrixColumns(Model):
    """The column of numbers (mm), and which part of what is left each other one takes."""

    nomor: Size
    bagian: Part
    semula: Part
    menjadi: Part
    alasan: Part


class MatrixCells(Model):
    """The distance of texts from the rules of the table: sideways, and above and below."""

    mendatar: Gap
    tegak: Gap


class MatrixLook(Look):
    """The look of the matrix of changes."""

    isi: LinesLook
    kop: LetterheadLook
    judul: MatrixTitle
    edisi: EditionsLook
    kolom: MatrixColumns
    jarak_sel: MatrixCells
    jarak_catatan: Gap
    paling_tinggi_utuh: float = Field(gt=0, le=1, allow_inf_nan=False)
    baris_berkumpul: int = Field(ge=1, le=20)
    sisa_halaman: Gap
