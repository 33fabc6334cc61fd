"""The official document as its templates take it: every value with its tag (millimetres)."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from sopgen.model.base import label_of
from sopgen.model.identity import Cover, Identity
from sopgen.model.unit import Unit
from sopgen.plan.contract.boxes import FrontSheet, MeasuredTable, charts_of
from sopgen.plan.contract.flow_table import Drawing, FlowTable
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.contract.tags import Tag
from sopgen.plan.front.identity import IdentityPages, ListPair, side_by_side, whole
from sopgen.plan.front.lists import front_lists
from sopgen.plan.front.rows import identity_rows
from sopgen.plan.watermark import Watermark, plan_watermark


@dataclass(frozen=True, kw_only=True)
class DocumentPlan(FlowTable):
    """The whole document; `columns` are the widths of the flow table, `head_rows` the least heights of its head.

    Its rows stand page by page in `sheets` (a row an activity) or in `steps` (a row a step); the other is empty.
    `charts` are the drawings as SVG, which only the PDF is given.
    """

    unit: Unit
    upright: Annotated[PageFrame, Tag("tegak", "halaman sampul dan identitas")]
    cover_room: Annotated[float, Tag("ruang_sampul", "ruang di atas instansi pada sampul (mm)")]
    identity_columns: Annotated[tuple[float, ...], Tag("kolom_identitas", "lebar kolom tabel identitas (mm)")]
    identity_pages: Annotated[IdentityPages, Tag("lembar_identitas", "daftar per halaman, dua sebaris")]
    decree: Annotated[tuple[FrontSheet, ...], Tag("lembar_keputusan", "keputusan yang dilampiri SOP, per halaman")]
    annex: Annotated[tuple[MeasuredTable, ...], Tag("kepala_lampiran", "kepala lampiran di atas SOP")]
    opening: Annotated[tuple[FrontSheet, ...], Tag("lembar_pembuka", "daftar isi dan penjelasan, tabel per halaman")]
    initials: Annotated[tuple[MeasuredTable, ...], Tag("tabel_paraf", "baris paraf di bawah tabel identitas")]
    front: Annotated[tuple[FrontSheet, ...], Tag("lembar_depan", "tabel per halaman, bila kepala bentuk lain")]
    day: date
    emblem: Annotated[bytes | None, Tag("lambang", "gambar lambang satuan; kosong bila tidak ada")] = None
    right_emblem: Annotated[bytes | None, Tag("lambang_kanan", "gambar lambang kedua; kosong bila tidak ada")] = None

    @property
    def watermark(self) -> Watermark | None:
        """The word across every page."""
        return plan_watermark(self.sop.watermark, self.upright.width, self.upright.height, self.across.height)

    @property
    def drawings(self) -> dict[str, Drawing]:
        """Every drawing of the flow table and of the head by its key."""
        front = charts_of(self.opening + self.front)
        return super().drawings | {one.key: Drawing(one.flow, one.key, one.description) for one in front}

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
    def mark(self) -> Annotated[str, Tag("tanda", "tanda draf atau contoh di setiap halaman; boleh kosong")]:
        """What marks a draft or an example on every page."""
        return self.sop.mark
