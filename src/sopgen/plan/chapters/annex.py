"""The annex of a prose SOP: the flow table of its activities, across, under a head of its own (millimetres)."""

from dataclasses import dataclass
from typing import Annotated, Final

from sopgen.model.base import long_date
from sopgen.model.chapters import ProseSop
from sopgen.model.look.base import MM_A_POINT
from sopgen.model.look.prose import ProseLook
from sopgen.model.look.sop import SopLook
from sopgen.model.people.post import short_post
from sopgen.model.unit import Unit
from sopgen.plan.columns import BOLD, head_rows
from sopgen.plan.contract.flow_table import FlowTable
from sopgen.plan.contract.tags import Tag
from sopgen.plan.document import flow_table
from sopgen.plan.letter.page import page_frame
from sopgen.plan.measure import text_width

TITLE: Final = "ALUR KEGIATAN"
# Page number and mark.
HEAD_LINES: Final = 2


@dataclass(frozen=True, kw_only=True)
class ProseAnnex(FlowTable):
    """The flow table on pages across; the head stands on each of them, the letterhead on the first."""

    head: Annotated[tuple[str, ...], Tag("kepala_lampiran", "baris kepala lampiran")]
    head_width: Annotated[float, Tag("lebar_kepala", "lebar kepala lampiran (mm)")]
    kop_width: Annotated[float, Tag("lebar_kop", "lebar kop dengan garisnya (mm)")]

    @property
    def title(self) -> Annotated[str, Tag("judul", "judul lampiran")]:
        """The title over the table."""
        return TITLE


def plan_annex(sop: ProseSop, unit: Unit, look: ProseLook, table: SopLook) -> ProseAnnex | None:
    """Return the annex, None where there are no activities. Raises PlanError as the planner of the table does."""
    if not sop.kegiatan:
        return None
    head = _head(sop)
    page = page_frame(_lowered(sop, unit, look, head).halaman.tabel, look.kepala_halaman, lines=HEAD_LINES)
    widths, sheets, steps = flow_table(sop, table, page.text_height - table.alur.sisa_halaman)
    size = look.lampiran.ukuran
    return ProseAnnex(
        sop=sop,
        look=table,
        across=page,
        head=head,
        head_width=round(max(text_width(line, size) for line in head) * BOLD, 2),
        kop_width=round(max(text_width(line, size) for line in unit.kop), 2) + look.kop.tambahan_lebar,
        columns=widths.widths,
        head_rows=head_rows(sop, table, widths),
        font_pt=widths.font_pt,
        sheets=sheets,
        steps=steps,
    )


def _head(sop: ProseSop) -> tuple[str, ...]:
    identity = sop.identitas
    dated = long_date(identity.finished).upper() if identity.finished else "." * 30
    return (
        f"LAMPIRAN SOP {short_post(identity.disahkan_oleh.nilai).upper()}",
        f"NOMOR : {identity.nomor_sop.nilai}",
        f"TANGGAL : {dated}",
    )


def _lowered(sop: ProseSop, unit: Unit, look: ProseLook, head: tuple[str, ...]) -> ProseSop:
    """Return the SOP with a table's page whose upper margin has room for the head of the annex."""
    lines = max(len(unit.kop), len(head)) + 1  # and the title
    added = lines * look.lampiran.tinggi_baris * MM_A_POINT + look.kop.jarak_garis + 2 * look.lampiran.jarak
    pages = sop.halaman
    margin = pages.tabel.margin.model_copy(update={"atas": pages.tabel.margin.atas + added})
    page = pages.tabel.model_copy(update={"margin": margin})
    return sop.model_copy(update={"halaman": pages.model_copy(update={"tabel": page})})
