"""The task order (surat perintah tugas) of an activity, blank or filled: every text of the letter, ready to print.

The parts and their order are those of Polri's letters (Perkap 1/2023; templates in use at Polres level).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any, Final

from sopgen.model.base import long_date
from sopgen.model.look.letter import OrderLook
from sopgen.model.sop import Activity
from sopgen.model.unit import Unit
from sopgen.plan.basis import OrderGround
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.contract.tags import Tag, as_data
from sopgen.plan.letter.numbers import number_room
from sopgen.plan.letter.page import kop_width, lines_in_row, page_frame, shared_widths
from sopgen.plan.letter.task import BLANK, OrderTask, PersonRow
from sopgen.plan.letter.wording import clean, dots, duties, ended, rank_line, signatory_rank, sop_as_basis, title_case
from sopgen.plan.measure import line_height, text_width, wrap
from sopgen.plan.watermark import Watermark, plan_watermark

HEADS: Final = ("No", "Nama", "Pangkat/NRP", "Jabatan", "Ket")
# Up to five people stand in the letter, more in its annex.
MOST_IN_LETTER: Final = 5
LISTED: Final = "NAMA, PANGKAT DAN JABATANNYA TERLAMPIR DALAM SURAT PERINTAH INI"
CODE_TITLE: Final = "QR untuk pemeriksaan"
ANNEX_TITLE: Final = "DAFTAR PERSONEL"
ANNEX_HEADS: Final = ("NO", "NAMA", "PANGKAT", "NRP/NIP", "JABATAN", "KET")


@dataclass(frozen=True)
class PersonLine:
    """A row of the personnel in the letter; the templates count the rows."""

    name: Annotated[str, Tag("nama", "nama")]
    rank_and_number: Annotated[str, Tag("pangkat_nrp", "pangkat dan NRP atau NIP")]
    post: Annotated[str, Tag("jabatan", "jabatan")]
    remark: Annotated[str, Tag("keterangan", "keterangan")]

    def texts(self) -> tuple[str, ...]:
        """Return the texts of the row; its number is the table's own."""
        return "", self.name, self.rank_and_number, self.post, self.remark


@dataclass(frozen=True)
class Personnel:
    """The table of personnel in the letter, without rows where they stand in the annex (mm)."""

    heads: Annotated[tuple[str, ...], Tag("kepala", "kepala kolom")]
    columns: Annotated[tuple[float, ...], Tag("kolom", "lebar kolom (mm)")]
    rows: Annotated[tuple[PersonLine, ...], Tag("baris", "satu baris seorang")]
    head_height: Annotated[float, Tag("tinggi_kepala", "tinggi kepala tabel (mm)")]
    heights: Annotated[tuple[float, ...], Tag("tinggi_baris", "tinggi setiap baris (mm)")]

    @property
    def height(self) -> float:
        """The height of the table."""
        return self.head_height + sum(self.heights)


@dataclass(frozen=True)
class OrderSigner:
    """Who signs the order."""

    on_behalf: Annotated[tuple[str, ...], Tag("atas_nama", "baris a.n. di atas jabatan")]
    post: Annotated[str, Tag("jabatan", "jabatan")]
    name: Annotated[str, Tag("nama", "nama")]
    rank: Annotated[str, Tag("pangkat", "pangkat dan NRP")]


@dataclass(frozen=True)
class Annex:
    """The list of personnel on a sheet of its own, laid across; heights of rows (mm), the head first."""

    page: Annotated[PageFrame, Tag("halaman", "halaman lampiran")]
    head: Annotated[tuple[str, ...], Tag("kepala", "baris kepala lampiran")]
    last_head: Annotated[str, Tag("kepala_akhir", "baris terakhir kepala lampiran, bergaris bawah")]
    indent: Annotated[float, Tag("inden_kepala", "jarak kepala lampiran dari margin kiri (mm)")]
    title: Annotated[str, Tag("judul", "judul lampiran")]
    heads: Annotated[tuple[str, ...], Tag("kepala_tabel", "kepala kolom")]
    columns: Annotated[tuple[float, ...], Tag("kolom", "lebar kolom (mm)")]
    people: Annotated[tuple[PersonRow, ...], Tag("personel", "personel, satu baris seorang")]
    heights: Annotated[tuple[float, ...], Tag("tinggi_baris", "tinggi baris tabel, kepala dulu (mm)")]


@dataclass(frozen=True)
class OrderPlan:
    """All texts of one task order, blank or filled, its page, and the type size at which it fits one sheet.

    `code` is the picture of `seal`; the letter's maker draws it.
    """

    title: Annotated[str, Tag("judul", "judul berkas")]
    mark: Annotated[str, Tag("tanda", "tanda draf atau contoh; kosong bila surat berlaku")]
    subject: Annotated[str, Tag("pokok", "pokok berkas: nama SOP")]
    author: Annotated[str, Tag("satuan", "nama satuan")]
    page: Annotated[PageFrame, Tag("halaman", "halaman surat")]
    look: Annotated[OrderLook, Tag("rupa", "isi rupa.yaml")]
    size_pt: Annotated[float, Tag("ukuran", "huruf isi (pt)")]
    title_pt: Annotated[float, Tag("ukuran_judul", "huruf judul (pt)")]
    kop: Annotated[tuple[str, ...], Tag("kop", "baris kop")]
    kop_width: Annotated[float, Tag("lebar_kop", "lebar kop dengan garisnya (mm)")]
    letter: Annotated[str, Tag("judul_lembar", "judul surat")]
    number: Annotated[str, Tag("nomor", "nomor surat")]
    consideration: Annotated[str, Tag("pertimbangan", "pertimbangan")]
    basis: Annotated[tuple[str, ...], Tag("dasar", "butir dasar")]
    to: Annotated[str, Tag("kepada", "kepada siapa, bila daftarnya terlampir")]
    personnel: Annotated[Personnel, Tag("personel", "tabel personel")]
    duties: Annotated[tuple[str, ...], Tag("untuk", "butir yang diperintahkan")]
    equipment: Annotated[tuple[tuple[str, ...], ...], Tag("kelengkapan", "kelengkapan, dua sebaris")]
    place: Annotated[str, Tag("tempat", "tempat dikeluarkan")]
    issued: Annotated[str, Tag("tanggal", "tanggal dikeluarkan")]
    receiver: Annotated[str, Tag("penerima", "yang menerima perintah")]
    receiver_rank: Annotated[str, Tag("pangkat_penerima", "pangkat dan NRP yang menerima perintah")]
    signer: Annotated[OrderSigner, Tag("penanda_tangan", "yang menandatangani surat")]
    copies: Annotated[tuple[str, ...], Tag("tembusan", "butir tembusan")]
    annex: Annotated[Annex | None, Tag("lampiran", "daftar personel terlampir")]
    code: Annotated[bytes, Tag("kode", "gambar kode QR; kosong bila surat tidak bernomor")]
    code_title: Annotated[str, Tag("judul_kode", "tulisan di bawah kode QR")]
    day: date
    watermark: Watermark | None
    seal: str = ""

    @property
    def pdf_face(self) -> Annotated[str, Tag("huruf_pdf", "huruf PDF, selebar huruf Word")]:
        """The face of the PDF."""
        return self.look.pdf_face


def plan_order(ground: OrderGround, activity: Activity, look: OrderLook, task: OrderTask = BLANK) -> OrderPlan:
    """Return the order at the largest type and rows at which it fits one sheet; else at the smallest."""
    tries = [(size, row) for size in look.ukuran for row in look.personel.tinggi_baris]
    plans = (_at_size(ground, activity, (look, *sizes), task) for sizes in tries)
    plan = next((plan for plan in plans if _needed(plan, task) <= plan.page.text_height), None)
    return plan or _at_size(ground, activity, (look, *tries[-1]), task)


def _annex(plan: OrderPlan, unit: Unit, people: tuple[PersonRow, ...]) -> Annex:
    """Return the list of personnel that belongs to a letter."""
    across = unit.surat_perintah.halaman.model_copy(update={"orientasi": "mendatar"})
    page = page_frame(across, plan.look.kepala_halaman)
    columns = shared_widths(plan.look.lampiran.kolom, page.text_width)
    rows = [ANNEX_HEADS, *((str(n), *vars(row).values()) for n, row in enumerate(people, 1))]
    height, chief = plan.personnel.head_height, unit.penandatangan.chief
    lines = (f"LAMPIRAN {plan.letter.upper()}", chief, f"NOMOR : {plan.number}", f"TANGGAL : {plan.issued}")
    return Annex(
        page=page,
        head=lines[:-1],
        last_head=lines[-1],
        indent=page.text_width - max(text_width(line, plan.size_pt) for line in lines) - 1,
        title=ANNEX_TITLE,
        heads=ANNEX_HEADS,
        columns=columns,
        people=people,
        heights=tuple(round(_row_height(row, columns, plan.look, plan.size_pt, height), 2) for row in rows),
    )


def _at_size(
    ground: OrderGround, activity: Activity, at: tuple[OrderLook, float, float], task: OrderTask
) -> OrderPlan:
    sop, unit = ground.sop, ground.unit
    look, size, row = at
    settings, signatory = unit.surat_perintah, unit.penandatangan
    page = page_frame(settings.halaman, look.kepala_halaman)
    name = title_case(activity.name)
    listed = len(task.people) > MOST_IN_LETTER
    people = () if listed else task.people or (PersonRow(),) * settings.baris_personel
    only = task.people[0] if len(task.people) == 1 else None
    equipment = activity.mutu_baku.kelengkapan
    plan = OrderPlan(
        title=sop.marked(f"{title_case(settings.judul)} - {name}"),
        mark=sop.mark,
        subject=sop.judul,
        author=unit.nama,
        page=page,
        look=look,
        size_pt=size,
        title_pt=size * look.judul.kali,
        kop=unit.kop,
        kop_width=kop_width(unit, look.kop, size),
        letter=settings.judul,
        number=task.number or number_room(unit, size, task.day),
        consideration=(
            f"bahwa dalam rangka pelaksanaan kegiatan {name} oleh {title_case(unit.nama)}, "
            f"dipandang perlu mengeluarkan {settings.judul.lower()}."
        ),
        basis=ended([*map(clean, ground.cited), sop_as_basis(sop)]),
        to=LISTED if listed else "",
        personnel=_personnel(people, look, page.text_width, size, row),
        duties=ended(duties(unit, activity, name, size, task)),
        equipment=tuple((*equipment[n : n + 2], "")[:2] for n in range(0, len(equipment), 2)),
        place=unit.tempat,
        issued=long_date(task.day) if task.day else dots(38, size),
        receiver=only.name if only else dots(55, size),
        receiver_rank=rank_line(only) if only else f"Pangkat/NRP {dots(38, size)}",
        signer=OrderSigner(signatory.on_behalf, signatory.jabatan, signatory.nama, signatory_rank(signatory)),
        copies=settings.tembusan or (dots(60, size), dots(60, size)),
        annex=None,
        code=b"",
        code_title=CODE_TITLE,
        day=task.day or sop.day,
        watermark=plan_watermark(sop.watermark, *settings.halaman.size),
    )
    return replace(plan, annex=_annex(plan, unit, task.people)) if listed else plan


def _personnel(people: Sequence[PersonRow], look: OrderLook, width: float, size_pt: float, row: float) -> Personnel:
    columns = shared_widths(look.personel.kolom, width)
    rows = tuple(PersonLine(one.name, one.rank_and_number, one.post, one.remark) for one in people)
    heights = tuple(_row_height(one.texts(), columns, look, size_pt, row) for one in rows)
    return Personnel(HEADS, columns, rows, row, heights)


def _row_height(texts: Sequence[str], columns: Sequence[float], look: OrderLook, size_pt: float, row: float) -> float:
    """Return the height of a row of personnel: the usual one, more where a text takes several lines."""
    lines = lines_in_row(texts, columns, look.personel.jarak_sel, size_pt)
    return max(row, lines * line_height(size_pt) + look.personel.jarak_baris)


def _needed(plan: OrderPlan, task: OrderTask) -> float:
    """Return the height that the letter needs, in millimetres, a little on the safe side."""
    look, line = plan.look, line_height(plan.size_pt)
    text = plan.page.text_width - look.isian.label - look.isian.titik_dua
    lines = len(plan.kop) + 5 + look.judul.kali + len(wrap(plan.consideration, text, plan.size_pt))
    items = (*plan.basis, *plan.duties)
    lines += sum(len(wrap(item, text - look.inden_nomor - 1, plan.size_pt)) for item in items)
    lines += len(plan.equipment)
    foot = max((len(plan.copies) + 1) * line, look.kode.sisi + line if task.number else 0.0)
    signature = _signature_lines(plan) * line
    return lines * line + foot + signature + plan.personnel.height + _gaps(look) + look.sisa_halaman


def _signature_lines(plan: OrderPlan) -> float:
    """Return how many lines the higher one of the two signatures takes."""
    room = plan.look.tanda_tangan
    receiver = room.atas_penerima + room.ruang_penerima + 3
    return max(receiver, room.atas_jabatan + room.ruang + 5 + len(plan.signer.on_behalf))


def _gaps(look: OrderLook) -> float:
    """Return the height of all room between the parts: six of them have the usual one."""
    gaps = look.jarak
    between = 6 * gaps.bagian + gaps.diperintahkan + gaps.daftar + gaps.tanda_tangan
    return look.kop.jarak_bawah + look.judul.jarak_bawah + between


def words_of(plan: OrderPlan) -> dict[str, Any]:
    """Return all that a letter says, tag by tag: what its seal vouches for. Neither paper nor look is part of it."""
    said: dict[str, Any] = as_data(replace(plan, code=b""))
    return said | {"rupa": None, "halaman": None}
