"""The look of the prose SOP (templates/naskah-sop/rupa.yaml)."""

from typing import Annotated, Final, Literal

from pydantic import Field

from sopgen.model.base import Model
from sopgen.model.look.base import EmblemLook, Gap, LetterheadLook, Look, Rule, Size
from sopgen.model.look.letter import SignaturesLook
from sopgen.model.look.matrix import LinesLook, MatrixTitle


class ProseGaps(Model):
    """The room above chapters, headings, items and further paragraphs of an item; above the signature (mm)."""

    bab: Gap
    judul: Gap
    butir: Gap
    paragraf: Gap
    tanda_tangan: Gap


class ProseAnnexLook(LinesLook):
    """The head of the annex, the room over and under its title, the place of the dash before an item (mm)."""

    jarak: Gap
    inden_butir: Size


class ProseCoverLook(Model):
    """The cover: room over its title and its year (mm), the lines of the title, those of the office at its foot."""

    jarak_atas: Gap
    judul: LinesLook
    jarak_tahun: Gap
    instansi: LinesLook


class ProseTableLook(LinesLook):
    """A table of an item: its lines, and the room beside texts, above and below (mm)."""

    mendatar: Gap
    tegak: Gap


# Where lines of text end: where their words do, or all at the right margin.
RAGGED: Final = "kiri"
JUSTIFIED: Final = "kiri_kanan"


class ProseLook(Look):
    """The look of the prose SOP; `rata` says where the lines of items and paragraphs end.

    `kolom_nomor` are the columns of the numbers, of chapters and of the six levels under them, at least (mm): a
    wider number widens its own. `jarak_garis_tanggal` is the room over the rule under place and date (mm).
    """

    isi: LinesLook
    rata: Literal["kiri", "kiri_kanan"]
    kop: LetterheadLook
    sampul: ProseCoverLook
    lambang: EmblemLook
    judul: MatrixTitle
    kolom_nomor: Annotated[tuple[Size, ...], Field(min_length=7, max_length=7)]
    jarak: ProseGaps
    tabel: ProseTableLook
    garis_tanggal: Rule
    jarak_garis_tanggal: Gap
    tanda_tangan: SignaturesLook
    lampiran: ProseAnnexLook
    sisa_halaman: Gap
