"""The columns of the identity table: those of the look, others where a number would be broken (millimetres)."""

from collections.abc import Iterable
from typing import Final

from sopgen.model.look.sop import SopLook
from sopgen.model.sop import Sop
from sopgen.model.unit import Unit
from sopgen.plan.columns import BOLD, HAIR
from sopgen.plan.contract.frame import PageFrame
from sopgen.plan.front.rows import identity_rows
from sopgen.plan.measure import text_width, unbroken

# The text's width on A4 with the usual margins (mm), for which the columns of the identity table are made.
USUAL_WIDTH: Final = 170.0
# The part of the table that the letterhead keeps, whatever its neighbours need.
LEAST_KOP: Final = 0.36


def identity_columns(sop: Sop, unit: Unit, look: SopLook, page: PageFrame) -> tuple[float, ...]:
    """Return the widths of letterhead, label, colon and value; on a narrow page all are narrower.

    A value that is one word, as many numbers are, stays on its line: its column takes what the letterhead can spare,
    then the labels.
    """
    width, narrow = look.identitas.kolom, min(1.0, page.text_width / USUAL_WIDTH)
    kop, label, colon = width.kop * narrow, width.label * narrow, width.titik_dua * narrow
    above, below = identity_rows(sop.identitas)
    rows = (*above, *below)
    value = page.text_width - kop - label - colon
    lacks = max(0.0, _widest((said for _, said, _ in rows), look) - value)
    lines = (*unit.kop, sop.identitas.satuan_kerja, sop.identitas.nama_singkat)
    of_kop = min(lacks, max(0.0, kop - max(_widest(lines, look), page.text_width * LEAST_KOP)))
    of_label = min(lacks - of_kop, max(0.0, label - _widest((name for name, *_ in rows), look)))
    label, kop = label - of_label, kop - of_kop
    return kop, label, colon, page.text_width - kop - label - colon


def _widest(texts: Iterable[str], look: SopLook) -> float:
    """Return the width of the column that the widest word of some texts needs."""
    words = (text_width(word, look.identitas.ukuran) * BOLD for text in texts for word in unbroken(text))
    return max(words, default=0.0) + 2 * look.identitas.jarak_sel.mendatar + HAIR
