"""What a task order says, value by value, with the tags by which the templates name them."""

import base64
import io
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Final

from sopgen.model.look.letter import AssignmentLook, LetterLook
from sopgen.model.unit import LetterKind
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.contract.tags import Tag, as_data
from sopgen.plan.watermark import Watermark

Texts = tuple[str, ...]


JPEG: Final = b"\xff\xd8"
# As wide as an emblem may be for its height (see read/emblem.py): it stands in the middle.
ACROSS: Final = 8


@lru_cache(maxsize=2)
def emblem_svg(picture: bytes) -> str:
    """Return a picture (PNG or JPEG) in the middle of a drawing that is ACROSS times as wide as high."""
    kind, content = "jpeg" if picture.startswith(JPEG) else "png", base64.b64encode(picture).decode()
    size = f'width="{100 * ACROSS}" height="100"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {100 * ACROSS} 100" {size}>'
        f'<image {size} preserveAspectRatio="xMidYMid meet" href="data:image/{kind};base64,{content}"/></svg>'
    )


@lru_cache(maxsize=2)
def height_within(picture: bytes, width: float, height: float) -> float:
    """Return the height at which a picture (PNG or JPEG) is no wider and no higher than told (mm)."""
    from PIL import Image  # here, since few units have an emblem

    with Image.open(io.BytesIO(picture)) as opened:
        across, down = opened.size
    return round(min(height, width * down / across), 2)


@dataclass(frozen=True)
class RecipientLine:
    """A line of those who are ordered: `Nama : ...`, with the person's number before the first one."""

    head: Annotated[str, Tag("kepala", "Kepada, di baris pertama")]
    number: Annotated[str, Tag("nomor", "nomor urut, di baris pertama seseorang")]
    label: Annotated[str, Tag("label", "Nama, Pangkat/NRP, Jabatan")]
    value: Annotated[str, Tag("isi", "isinya")]


@dataclass(frozen=True)
class Personnel:
    """The table to write the personnel in, in a blank order; no rows where they are known (mm)."""

    heads: Annotated[Texts, Tag("kepala", "kepala kolom")]
    columns: Annotated[tuple[float, ...], Tag("kolom", "lebar kolom (mm)")]
    rows: Annotated[Texts, Tag("baris", "nomor baris untuk ditulisi")]
    height: Annotated[float, Tag("tinggi", "tinggi baris (mm)")]


@dataclass(frozen=True)
class OrderSigner:
    """Who signs the order."""

    on_behalf: Annotated[Texts, Tag("atas_nama", "baris a.n. di atas jabatan")]
    post: Annotated[str, Tag("jabatan", "jabatan lengkap")]
    name: Annotated[str, Tag("nama", "nama")]
    rank: Annotated[str, Tag("pangkat", "pangkat dan NRP")]


@dataclass(frozen=True)
class Receiver:
    """Who signs that the order was received; all empty where nobody does."""

    title: Annotated[str, Tag("judul", "Yang Menerima Perintah")] = ""
    name: Annotated[str, Tag("nama", "nama")] = ""
    rank: Annotated[str, Tag("pangkat", "pangkat dan NRP")] = ""


@dataclass(frozen=True)
class AnnexRow:
    """A row of the annex and its least height (mm)."""

    texts: Annotated[Texts, Tag("isi", "isi kolom")]
    height: Annotated[float, Tag("tinggi", "tinggi baris (mm)")]


@dataclass(frozen=True)
class Annex:
    """The list of personnel on sheets of its own, laid across."""

    page: Annotated[PageFrame, Tag("halaman", "halaman lampiran")]
    head: Annotated[Texts, Tag("kepala", "baris kepala lampiran")]
    last_head: Annotated[str, Tag("kepala_akhir", "baris terakhir kepala lampiran, bergaris bawah")]
    head_width: Annotated[float, Tag("lebar_kepala", "lebar kepala lampiran (mm)")]
    titles: Annotated[Texts, Tag("judul", "baris judul lampiran: pokok dan tanggal")]
    heads: Annotated[Texts, Tag("kepala_tabel", "kepala kolom")]
    columns: Annotated[tuple[float, ...], Tag("kolom", "lebar kolom (mm)")]
    head_height: Annotated[float, Tag("tinggi_kepala", "tinggi kepala tabel (mm)")]
    sheets: Annotated[tuple[tuple[AnnexRow, ...], ...], Tag("lembar", "baris personel, halaman demi halaman")]


@dataclass(frozen=True)
class OrderPlan:
    """All texts of one task order, blank or filled, its pages and its type size.

    `code` is the picture of `seal`; the letter's maker draws it. A letter that `is_numbered` has room for it.
    `emblem_file` is the unit's picture (PNG or JPEG), empty where it has none.
    """

    title: Annotated[str, Tag("judul", "judul berkas")]
    mark: Annotated[str, Tag("tanda", "tanda draf atau contoh; kosong bila surat berlaku")]
    subject: Annotated[str, Tag("pokok", "pokok berkas: nama SOP")]
    author: Annotated[str, Tag("satuan", "nama satuan")]
    page: Annotated[PageFrame, Tag("halaman", "halaman surat")]
    look: Annotated[LetterLook, Tag("rupa", "isi rupa.yaml")]
    size_pt: Annotated[float, Tag("ukuran", "huruf isi (pt)")]
    title_pt: Annotated[float, Tag("ukuran_judul", "huruf judul (pt)")]
    new_pages: Annotated[Texts, Tag("halaman_baru", "bagian yang mulai di halaman baru")]
    kop: Annotated[Texts, Tag("kop", "baris kop")]
    kop_width: Annotated[float, Tag("lebar_kop", "lebar kop dengan garisnya (mm)")]
    letter: Annotated[str, Tag("judul_lembar", "judul surat")]
    number: Annotated[str, Tag("nomor", "nomor surat")]
    consideration: Annotated[str, Tag("pertimbangan", "pertimbangan")]
    basis: Annotated[Texts, Tag("dasar", "butir dasar")]
    to: Annotated[str, Tag("kepada", "kepada siapa, bila daftarnya terlampir")]
    recipients: Annotated[tuple[RecipientLine, ...], Tag("penerima_perintah", "yang diperintah, baris demi baris")]
    personnel: Annotated[Personnel, Tag("personel", "tabel personel blangko")]
    duties: Annotated[Texts, Tag("untuk", "butir yang diperintahkan")]
    equipment: Annotated[tuple[Texts, ...], Tag("kelengkapan", "kelengkapan, dua sebaris; kosong bila tidak dicetak")]
    place: Annotated[str, Tag("tempat", "tempat dikeluarkan")]
    issued: Annotated[str, Tag("tanggal", "tanggal dikeluarkan")]
    receiver: Annotated[Receiver, Tag("penerima", "yang menerima perintah")]
    signer: Annotated[OrderSigner, Tag("penanda_tangan", "yang menandatangani surat")]
    copies: Annotated[Texts, Tag("tembusan", "butir tembusan")]
    annex: Annotated[Annex | None, Tag("lampiran", "daftar personel terlampir")]
    code: Annotated[bytes, Tag("kode", "gambar kode QR; kosong bila surat tidak bernomor")]
    code_title: Annotated[str, Tag("judul_kode", "tulisan di bawah kode QR")]
    day: date
    watermark: Watermark | None
    is_numbered: bool = False
    emblem_file: bytes = b""
    seal: str = ""

    @property
    def emblem(self) -> Annotated[str, Tag("lambang", "gambar lambang satuan (SVG); kosong bila tidak ada")]:
        """The emblem as a drawing, as the PDF's template takes it: a text is read faster than a list of bytes."""
        return emblem_svg(self.emblem_file) if self.emblem_file else ""

    @property
    def kind(self) -> LetterKind:
        """Which of the letters this is."""
        return LetterKind.ORDER

    @property
    def pdf_face(self) -> Annotated[str, Tag("huruf_pdf", "huruf PDF, selebar huruf Word")]:
        """The face of the PDF."""
        return self.look.pdf_face


@dataclass(frozen=True, kw_only=True)
class AssignmentPlan(OrderPlan):
    """What an assignment says beside what it shares with an order."""

    dictum: Annotated[str, Tag("diktum", "kata di atas Kepada: MEMERINTAHKAN atau MEMBERI TUGAS")]
    address: Annotated[str, Tag("alamat", "alamat dan telepon di bawah baris kop")]
    signer_number: Annotated[str, Tag("nip", "NIP yang menandatangani surat, dengan labelnya")]

    @property
    def emblem_height(self) -> Annotated[float, Tag("tinggi_lambang", "tinggi lambang yang muat di tempatnya (mm)")]:
        """How high the emblem is where no wider than its column."""
        assert isinstance(self.look, AssignmentLook)
        kop = self.look.kop
        return height_within(self.emblem_file, kop.lambang, kop.tinggi_lambang) if self.emblem_file else 0.0

    @property
    def kind(self) -> LetterKind:
        """Which of the letters this is."""
        return LetterKind.ASSIGNMENT


def words_of(plan: OrderPlan) -> dict[str, Any]:
    """Return all that a letter says, tag by tag: what its seal vouches for. Neither paper nor look is part of it."""
    said: dict[str, Any] = as_data(replace(plan, code=b"", emblem_file=b""))
    return said | {"rupa": None, "halaman": None}
