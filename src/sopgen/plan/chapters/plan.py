"""The prose SOP: every text and every page, ready to print (millimetres)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sopgen.errors import PlanError, Refusal
from sopgen.messages import say
from sopgen.model.base import label_of, long_date
from sopgen.model.chapters import ProseSop
from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.prose import ProseLook
from sopgen.model.look.sop import SopLook
from sopgen.model.people.post import full_post
from sopgen.model.unit import Unit
from sopgen.plan.chapters.annex import plan_annex
from sopgen.plan.chapters.contents import ProsePlan, ProseSigner
from sopgen.plan.chapters.lines import prose_lines
from sopgen.plan.chapters.pages import ProseHeights, sheets
from sopgen.plan.chapters.paragraphs import BrokenParagraph, paragraphs
from sopgen.plan.chapters.tables import BrokenTable
from sopgen.plan.columns import BOLD
from sopgen.plan.contract.boxes import GAP
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.front.body import initials
from sopgen.plan.front.decree import annex_head, decree_sheets
from sopgen.plan.letter.page import kop_width, page_frame
from sopgen.plan.letter.wording import dots

# Page number and mark.
HEAD_LINES: Final = 2
# The paragraph of Word that begins a page (mm).
BREAK: Final = 0.4
# The room that a date takes which is written by hand (mm).
OPEN_DATE: Final = 38.0
# Lines that the first page has room for at least, under the title.
LEAST_LINES: Final = 4


def plan_prose(sop: ProseSop, unit: Unit, look: ProseLook, table: SopLook, emblem: bytes | None = None) -> ProsePlan:
    """Return the plan of a prose SOP, with the flow table of its activities as an annex, by the look of such tables.

    Raises PlanError where title or signature leave no room on a page, or the table does not fit.
    """
    page = page_frame(sop.halaman.dokumen, look.kepala_halaman, lines=HEAD_LINES)
    signer = _signer(sop, unit, look)
    over = annex_head(sop, table, page.text_width)
    taken = sum(one.height + GAP for one in over)
    heights = _heights(sop, unit, look, page, signer, has_emblem=emblem is not None)
    drafted = initials(sop, table, page.text_width)
    heights = replace(
        heights,
        above=heights.above + (0.0 if sop.sampul else taken),
        signature=heights.signature + sum(one.height + GAP for one in drafted),
    )
    _refuse_full(heights)
    broken = paragraphs(sop, look, page.text_width)
    _refuse_high(sop, broken, heights.room)
    return ProsePlan(
        sop=sop,
        author=unit.nama,
        day=sop.day,
        look=look,
        page=page,
        kop=unit.kop,
        kop_width=kop_width(unit, look.kop, look.isi.ukuran),
        titles=sop.judul_naskah,
        number=_number(sop),
        sheets=sheets(broken, heights, catchwords=sop.kata_sambung),
        signer=signer,
        cover_room=_cover_room(sop, look, page, _top(unit, look, has_emblem=emblem is not None) + taken),
        annex=plan_annex(sop, unit, look, table),
        box_look=table,
        decree=decree_sheets(sop, unit, table, page),
        over=over,
        initials=drafted,
        emblem=emblem,
    )


def _number(sop: ProseSop) -> str:
    number = sop.identitas.nomor_sop
    return f"{number.judul.rstrip(' :')}: {number.nilai}"


def _signer(sop: ProseSop, unit: Unit, look: ProseLook) -> ProseSigner:
    approver, finished = sop.identitas.pengesah, sop.identitas.finished
    return ProseSigner(
        place=unit.tempat,
        issued=long_date(finished) if finished else dots(OPEN_DATE, look.isi.ukuran),
        post=full_post(sop.identitas.disahkan_oleh.nilai),
        name=approver.nama,
        rank=f"{approver.pangkat} {label_of(approver.nrp)} {approver.nrp}",
    )


def _heights(
    sop: ProseSop, unit: Unit, look: ProseLook, page: PageFrame, signer: ProseSigner, *, has_emblem: bool
) -> ProseHeights:
    line = look.isi.tinggi_baris * MM_A_POINT
    top = _top(unit, look, has_emblem=has_emblem)
    inner = page.text_width / BOLD
    titles = sum(len(prose_lines(one, inner, look.judul.ukuran)) for one in sop.judul_naskah)
    number = len(prose_lines(_number(sop), page.text_width, look.isi.ukuran)) * line
    title = titles * look.judul.tinggi_baris * MM_A_POINT + number + look.judul.jarak_bawah
    catchword = line * sop.kata_sambung
    room = page.text_height - look.sisa_halaman - BREAK - catchword
    return ProseHeights(room, top + title, line, _signature(signer, look, page, line))


def _top(unit: Unit, look: ProseLook, *, has_emblem: bool) -> float:
    """Return the height of letterhead and emblem."""
    kop = len(unit.kop) * look.isi.tinggi_baris * MM_A_POINT + look.kop.jarak_garis + look.kop.jarak_bawah
    emblem = look.lambang
    return kop + (emblem.jarak_atas + emblem.tinggi + emblem.jarak_bawah if has_emblem else 0.0)


def _cover_room(sop: ProseSop, look: ProseLook, page: PageFrame, above: float) -> float:
    """Return the room that brings the office to the foot of the cover, under what stands `above` its title (mm).

    Raises PlanError where there is none.
    """
    if sop.sampul is None:
        return 0.0
    cover, width = look.sampul, page.text_width / BOLD
    titles = sum(len(prose_lines(line, width, cover.judul.ukuran)) for line in (*sop.sampul.judul, sop.sampul.tahun))
    office = sum(len(prose_lines(line, width, cover.instansi.ukuran)) for line in sop.sampul.instansi)
    lines = (titles * cover.judul.tinggi_baris + office * cover.instansi.tinggi_baris) * MM_A_POINT
    used = above + cover.jarak_atas + cover.jarak_tahun + lines + BREAK
    room = page.text_height - look.sisa_halaman - used
    if room < 0:
        what = say("the cover is {mm} mm taller than its page", mm=f"{-room:.0f}")
        raise PlanError(
            Refusal("TL05", ("sampul",), what, say("shorten it, or choose a larger sheet or less margin"))
        )
    return round(room, 2)


def _signature(signer: ProseSigner, look: ProseLook, page: PageFrame, line: float) -> float:
    signed, size = look.tanda_tangan, look.isi.ukuran
    width = (1 - signed.kiri) * page.text_width
    texts = ((signer.post, width), (signer.name, width / BOLD), (signer.rank, width))
    lines = sum(len(prose_lines(text, room, size)) for text, room in texts)
    dated = 2 * line + look.jarak_garis_tanggal
    return look.jarak.tanda_tangan + dated + (signed.atas_jabatan + signed.ruang + lines) * line + BREAK


def _refuse_high(sop: ProseSop, broken: Sequence[BrokenParagraph | BrokenTable], room: float) -> None:
    """Raise PlanError where a row of a table is higher than a page."""
    tables = [one.table for one in broken if isinstance(one, BrokenTable)]
    places = [loc for loc, item in sop.items if item.tabel]
    what = say("the row is higher than a page")
    refused = [
        Refusal("TL12", (*loc, "tabel", "baris", n), what, say("make several rows of it, or widen its column"))
        for loc, table in zip(places, tables, strict=True)
        for n, height in enumerate(table.heights)
        if table.head_height + height > room
    ]
    if refused:
        raise PlanError(*refused)


def _refuse_full(heights: ProseHeights) -> None:
    """Raise PlanError where the title or the signature takes the page of what stands with it."""
    left = heights.room - LEAST_LINES * heights.line
    for loc, needed in ((("judul_naskah",), heights.above), (("identitas", "disahkan_oleh"), heights.signature)):
        if needed > left:
            what = say("it needs {needed} mm, a page has {room} mm", needed=f"{needed:.0f}", room=f"{left:.0f}")
            raise PlanError(Refusal("TL12", loc, what, say("shorten it, or choose a larger sheet or less margin")))
